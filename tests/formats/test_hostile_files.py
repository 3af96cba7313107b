"""Files made to harm: what they ask for is refused in one sentence or never done."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from pipelines.formats import containers, open_document
from pipelines.pdf import Unreadable


@pytest.fixture(scope="module")
def plain() -> dict[str, bytes]:
    """The parts of a workbook."""
    book = Workbook()
    book.active.append(["收入", 1])
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("code", ["ascii", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused(plain, code):
    part = ENTITIES.decode().encode(code) + plain[SHEET]
    with pytest.raises(Unreadable, match="declares a document type"):
        open_document(packed(plain | {SHEET: part}))


def test_a_bomb_is_not_unpacked(plain, monkeypatch):
    monkeypatch.setattr(containers, "LARGEST", 2 << 20)
    monkeypatch.setattr(containers, "read_part", None)
    with pytest.raises(Unreadable, match="would unpack to 3 MiB"):
        open_document(packed(plain | {"xl/media/a.xml": bytes(3 << 20)}))


def test_cells_merged_without_end_are_refused(plain):
    merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    with pytest.raises(Unreadable, match="merges more than"):
        open_document(packed(plain | {SHEET: plain[SHEET].replace(b"</worksheet>", merged)}))


@pytest.mark.parametrize("lost", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_a_damaged_workbook_is_told(plain, lost):
    parts = plain | {lost: plain[lost][: len(plain[lost]) // 2]}
    with pytest.raises(Unreadable, match="the workbook is damaged"):
        open_document(packed(parts))
