from . import tables as tables
from .accusations import printed_range as printed_range
from .places import Place as Place
from .tables import write as write
from .waivers import read_waivers as read_waivers
