from .kinds import kind_of as kind_of
from .opening import open_document as open_document
from .xlsx import read_xlsx as read_xlsx
