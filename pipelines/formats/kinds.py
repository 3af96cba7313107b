"""Kinds: what a file is, told by its bytes; its name says nothing, for web servers and people rename files.

Belongs here: telling kinds apart. Does not belong here: reading them (the modules beside this one).
"""

import io
import re
import zipfile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office 97 begin."""
_IN_OLE = {"xls": ("Workbook", "Book"), "doc": ("WordDocument",), "encrypted": ("EncryptedPackage",)}
_IN_ZIP = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
_HEAD = 2048
"""Bytes in which a web page says that it is one."""
_MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|div)[\s>]", re.I)


def kind_of(content: bytes) -> str:
    """Tell what a file is: pdf, xlsx, docx, zip, xls, doc, encrypted (an Office file under a password), html; "" for anything else."""
    if content.startswith(b"PK\x03\x04"):  # before PDF: one that is stored in an archive begins within these bytes too
        return _kind_of_zip(content)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLE):
        names = {kind: [name.encode("utf-16-le") for name in said] for kind, said in _IN_OLE.items()}
        return next((kind for kind in ("encrypted", "xls", "doc") if any(name in content for name in names[kind])), "")
    if _MARKUP.search(content[:_HEAD]) or _MARKUP.search(content[:_HEAD].replace(b"\0", b"")):
        return "html"
    return ""


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "zip"
    return next((kind for kind, part in _IN_ZIP.items() if part in names), "zip")
