"""Converting: what LibreOffice makes of Word 97 documents, before a caged worker reads it, which may start no program.

Belongs here: which files are converted, where the docx is kept, when one is due again. Does not belong here: LibreOffice (office),
reading the docx (formats).
"""

import logging
from dataclasses import replace
from pathlib import Path

from pipelines import office, publishing
from pipelines.formats import kind_of
from pipelines.messages import message
from pipelines.pdf import Source
from pipelines.settings import Places

_OLE = b"\xd0\xcf\x11\xe0"


def prepare(path: Path, report_id: str, places: Places) -> None:
    """Have a Word 97 document converted, where LibreOffice is installed and has not done it; another file is left alone."""
    if not office.program() or not _is_doc(path) or places.converted(report_id).exists():
        return
    try:
        made = office.convert(path.read_bytes())
    except (office.NotConverted, OSError) as error:
        logging.getLogger(__name__).warning(message("not_converted", file=repr(path.name), why=error))
        made = b""
    places.conversions.mkdir(parents=True, exist_ok=True)
    publishing.write_file(places.converted(report_id), made)


def with_docx(source: Source, places: Places) -> Source:
    """The bytes of a file, with the docx that was made of them, if one was."""
    try:
        return replace(source, converted=places.converted(source.sha256).read_bytes())
    except OSError:
        return source


def _is_doc(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with open(path, "rb") as file:
            return file.read(4) == _OLE and kind_of(_OLE + file.read()) == "doc"
    except OSError:
        return False
