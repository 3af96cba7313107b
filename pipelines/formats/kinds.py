"""Kinds: what a file is, told by its bytes; its name says nothing, for web servers and people rename files.

Belongs here: telling kinds apart. Does not belong here: reading them (the modules beside this one).
"""

import io
import re
import zipfile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office 97 begin."""
_IN_OLE = {"encrypted": ("EncryptedPackage",), "xls": ("Workbook", "Book"), "doc": ("WordDocument",)}
_ENTRY = 128
"""Bytes of an entry of its directory; entries lie at multiples of that, and begin with their name."""
_IN_ZIP = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml", "ofd": "OFD.xml"}
_UNREAD = {"rar": b"Rar!\x1a\x07", "7z": b"7z\xbc\xaf\x27\x1c", "rtf": b"{\\rtf"}
"""How files begin that offices publish and nothing here reads."""
_HEAD = 2048
"""Bytes in which a web page says that it is one."""
_MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|div)[\s>]", re.I)


def kind_of(content: bytes) -> str:
    """Tell what a file is: pdf, xlsx, docx, ofd, zip, xls, doc, encrypted (an Office file under a password), html; rar, 7z, rtf; "" for anything else."""
    if content.startswith(b"PK\x03\x04"):  # before PDF: one that is stored in an archive begins within these bytes too
        return _kind_of_zip(content)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLE):
        return next((kind for kind in _IN_OLE if any(_has_entry(content, name) for name in _IN_OLE[kind])), "")
    if unread := next((kind for kind, begins in _UNREAD.items() if content.startswith(begins)), ""):
        return unread
    if _MARKUP.search(content[:_HEAD]) or _MARKUP.search(content[:_HEAD].replace(b"\0", b"")):
        return "html"
    return ""


def may_be_read(head: bytes) -> bool:
    """Tell by its first bytes whether a file can be of a kind that is read; nothing in it is opened."""
    return head.startswith((b"PK\x03\x04", _OLE)) or kind_of(head) in ("pdf", "html")


def _has_entry(content: bytes, name: str) -> bool:
    """Whether the directory of a file of Office 97 has an entry of this name; the same letters elsewhere are none."""
    sought = f"{name}\0".encode("utf-16-le")
    at = content.find(sought)
    while at > 0 and at % _ENTRY:
        at = content.find(sought, at + 1)
    return at > 0


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "zip"
    return next((kind for kind, part in _IN_ZIP.items() if part in names), "zip")
