from .kinds import kind_of as kind_of
from .opening import open_document as open_document
from .web import read_html as read_html
from .word import read_docx as read_docx
from .xlsx import read_xlsx as read_xlsx
