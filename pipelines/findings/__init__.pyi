from . import schema as schema
from . import tables as tables
from .addresses import page_words as page_words
from .places import Place as Place
from .ranges import printed_range as printed_range
from .tables import write as write
from .waivers import read_waivers as read_waivers
