"""Converting: what LibreOffice makes of Word 97 documents, before a caged worker reads it, which may start no program.

Belongs here: which files are converted, archives that hold such, where the docx is kept, when one is due again. Does not belong
here: LibreOffice (office), reading the docx, taking archives apart (formats).
"""

import logging
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipelines import formats, office, publishing
from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.messages import message
from pipelines.pdf import Source, Unreadable
from pipelines.reading import workers
from pipelines.settings import Places

_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_NAMES_DOC = re.compile(rb"\.doc(?![a-z])", re.I)
"""In the bytes of an archive: a name of a file that ends with .doc."""
_MOST = 8
"""Documents of an archive that are converted; one with more is no account, and would keep a run for long."""


def prepare(path: Path, report_id: str, places: Places) -> None:
    """Have a Word 97 document converted, or those in an archive, where LibreOffice is installed and has not done it."""
    if not office.program() or places.converted(report_id).exists():
        return
    try:
        if (begins := _begins(path)) not in (_OLE, _ZIP):
            return
        content = path.read_bytes()
        if begins == _OLE and formats.kind_of(content) == "doc":
            _keep(_docx_of(content, path), report_id, places)
        elif begins == _ZIP and _NAMES_DOC.search(content) and (made := _archive_of(path)):
            _keep(made, report_id, places)
    except (workers.Stopped, workers.NotStarted):
        raise
    except OSError as error:
        _say(path, error)


def with_docx(source: Source, places: Places) -> Source:
    """The bytes of a file, with the docx that was made of them, if one was."""
    try:
        return replace(source, converted=places.converted(source.sha256).read_bytes())
    except OSError:
        return source


def find_docs(path: Path) -> list[bytes]:
    """Return the Word 97 documents of an archive; none of one that cannot be read. For a caged worker."""
    try:
        return formats.docs_in(path.read_bytes())
    except Unreadable:
        return []


def put_back(path: Path, made: Sequence[bytes]) -> bytes:
    """Return an archive with what was made of its documents. For a caged worker."""
    return formats.with_docx(path.read_bytes(), made)


def _archive_of(path: Path) -> bytes | None:
    """Return an archive with a docx for each Word 97 document in it that was converted; None where it has none."""
    with workers.crew(1, Limits(), Cage((Path(os.path.realpath(path)).parent,))) as crew:
        try:
            found = crew.submit(find_docs, path).result()
            made = [_docx_of(one, path) if len(found) <= _MOST else b"" for one in found]
            return bytes(crew.submit(put_back, path, made).result()) if found else None
        except (workers.Lost, workers.Failed) as error:
            _say(path, error)
            return path.read_bytes()


def _docx_of(content: bytes, path: Path) -> bytes:
    """Return the docx of a document, empty where it is not converted, which is told."""
    try:
        return office.convert(content)
    except office.NotConverted as error:
        _say(path, error)
        return b""


def _keep(made: bytes, report_id: str, places: Places) -> None:
    places.conversions.mkdir(parents=True, exist_ok=True)
    publishing.write_file(places.converted(report_id), made)


def _say(path: Path, why: Exception) -> None:
    logging.getLogger(__name__).warning(message("not_converted", file=repr(path.name), why=why))


def _begins(path: Path) -> bytes:
    """Return the first four bytes of a file; none of what is no file."""
    try:
        if not path.is_file():
            return b""
        with open(path, "rb") as file:
            return file.read(4)
    except OSError:
        return b""
