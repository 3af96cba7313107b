"""What a file is, is told by its bytes: names lie, and web servers hand out pages as sheets."""

import io
import zipfile

import pytest

from pipelines.formats import kind_of, open_document
from pipelines.pdf import Unreadable
from pipelines.vocabulary import doubt_wordings


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"junk before\n%PDF-1.7", "pdf"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (zipped("word/document.xml"), "docx"),
        (zipped("附表.xls"), "zip"),
        (b"PK\x03\x04 cut off", "zip"),
        (OLE.ljust(512, b"\0") + "Workbook\0".encode("utf-16-le"), "xls"),
        (
            OLE.ljust(500, b"\0")
            + "Book\0\0WordDocument\0".encode("utf-16-le").ljust(140, b"\0")
            + "WordDocument\0".encode("utf-16-le"),
            "doc",
        ),
        (OLE.ljust(512, b"\0") + "WordDocument\0".encode("utf-16-le"), "doc"),
        (OLE.ljust(512, b"\0") + "EncryptedPackage\0".encode("utf-16-le"), "encrypted"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "">', "html"),
        ("<table><tr><td>收入".encode("utf-16"), "html"),
        (b"Rar!\x1a\x07\x01\x00", "rar"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "7z"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"", ""),
        ("目录 a<b".encode(), ""),
    ],
)
def test_a_kind_is_told_by_content(content, kind):
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("content", "remedy"),
    [(b"Rar!\x1a\x07", "unpack it"), (b"7z\xbc\xaf\x27\x1c", "unpack it"), (b"{\\rtf1", "save it as docx")],
)
def test_what_is_not_read_is_called_what_it_is(content, remedy):
    with pytest.raises(Unreadable, match=kind_of(content)) as refused:
        open_document(content)
    doubt = refused.value.doubt
    assert doubt.remedy.startswith(remedy)
    assert doubt_wordings.reason_in_chinese(doubt.reason) != doubt.reason
    assert doubt_wordings.remedy_in_chinese(doubt.remedy) != doubt.remedy
