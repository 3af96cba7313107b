"""Opening: the pages of a file's bytes, by the reader of what the file is, or the one sentence why it cannot be read.

Belongs here: which reader opens which kind of file. Does not belong here: what a file is (kinds), the readers themselves
(pdf.opening and the modules beside this one), what the pages say (reading.report).
"""

from functools import partial

from pipelines.formats.kinds import kind_of
from pipelines.ocr import read_scans
from pipelines.pdf import Document
from pipelines.pdf import open_document as open_pdf


def open_document(content: bytes) -> Document:
    """Read the pages of a file; raises Unreadable with the reason."""
    reader = _READERS.get(kind_of(content), _open_pdf)
    return reader(content)


_open_pdf = partial(open_pdf, read_scans=read_scans)
_READERS = {"pdf": _open_pdf}
"""Kind of file → what makes a Document of its bytes."""
