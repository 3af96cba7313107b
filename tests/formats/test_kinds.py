"""What a file is, is told by its bytes: names lie, and web servers hand out pages as sheets."""

import io
import zipfile

import pytest

from pipelines.formats import kind_of


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
        (b"", ""),
        ("目录 a<b".encode(), ""),
    ],
)
def test_a_kind_is_told_by_content(content, kind):
    assert kind_of(content) == kind
