"""Version: what a reading depends on, as one digest, so that a change of it reads every report again.

Belongs here: the packages, reference data and libraries of a reading. Does not belong here: what is read again (batch).
"""

import hashlib
from functools import cache
from importlib import metadata

from pipelines.settings import PROJECT, REFERENCE

_READS = ("pdf", "formats", "ocr", "vocabulary", "forms", "prose", "reading")
"""The packages that a reading is made by."""
_LIBRARIES = ("pdfplumber", "pdfminer.six", "pypdfium2", "pypdf", "openpyxl", "lxml", "python-docx", "xlrd")
"""Not the recognisers of scans: a reading of a scan says which it is by (store), and no other depends on them."""


@cache
def code_version() -> str:
    """Digest all that a reading depends on: packages with their wordings, reference data, the libraries that open files."""
    files = (path for name in _READS for path in sorted((PROJECT / "pipelines" / name).rglob("*.*")))
    digest = hashlib.sha256("".join(map(metadata.version, _LIBRARIES)).encode())
    for file in (*files, *sorted(REFERENCE.glob("*.csv"))):
        if "__pycache__" not in file.parts:
            digest.update(file.relative_to(PROJECT).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]
