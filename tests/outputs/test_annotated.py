"""Notes in a copy of a report: at the place of a box whichever way the page is turned, in words a viewer can show."""

import hashlib
import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter

from pipelines.outputs.evidence import annotated
from pipelines.outputs.evidence.annotated import Note

TEXT = "错误 N-13\n第1页“公务接待费”：印为9.10万元"
BOX = (60.0, 30.0, 120.0, 50.0)


def report(folder: Path, turned: int = 0, password: str = "") -> tuple[Path, str]:
    """A PDF of one page, 300 × 200 points as it lies, whose shown part begins at (10, 20)."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 200)
    page.cropbox.lower_left = (10, 20)
    page.rotate(turned)
    if password:
        writer.encrypt(password)
    path = folder / "report.pdf"
    writer.write(path)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def red(content: bytes) -> tuple[float, float, float, float]:
    """The box of what is drawn on the first page as a viewer shows it, in points from its top left corner."""
    document = pdfium.PdfDocument(content)
    picture = document[0].render(may_draw_forms=True).to_pil().convert("L").point(lambda grey: 255 * (grey < 250))
    return picture.getbbox()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_box_stands_where_the_page_shows_it(turned, tmp_path):
    path, sha256 = report(tmp_path, turned)
    copy = annotated.annotate(path, sha256, [Note(1, (BOX,), "error", TEXT)])
    assert red(copy) == pytest.approx(BOX, abs=3.5)


def test_a_note_can_be_read_and_the_report_is_as_it_was(tmp_path):
    path, sha256 = report(tmp_path)
    before = path.read_bytes()
    copy = annotated.write(path, sha256, [Note(1, (BOX,), "info", TEXT), Note(1, (), "fatal", "说明")])
    assert copy.startswith(before)
    assert annotated.SIGN in copy
    assert annotated.SIGN not in before
    assert path.read_bytes() == before
    notes = [note.get_object() for note in PdfReader(io.BytesIO(copy)).pages[0]["/Annots"]]
    assert [(note["/Subtype"], note["/Contents"], note["/T"]) for note in notes] == [
        ("/Square", TEXT, annotated.AUTHOR),
        ("/Text", "说明", annotated.AUTHOR),
    ]


def test_notes_without_a_box_stand_one_below_the_other(tmp_path):
    path, sha256 = report(tmp_path)
    copy = annotated.annotate(
        path, sha256, [Note(1, (), "info", TEXT), Note(1, (BOX,), "info", TEXT), Note(1, (), "info", "说明")]
    )
    notes = [note.get_object() for note in PdfReader(io.BytesIO(copy)).pages[0]["/Annots"]]
    upper, lower = [note["/Rect"] for note in notes if note["/Subtype"] == "/Text"]
    assert (upper[0], upper[1] > lower[3]) == (lower[0], True)


def test_what_cannot_be_written_into_says_why(tmp_path):
    path, sha256 = report(tmp_path)
    with pytest.raises(annotated.NotWritten, match="replaced while it was checked"):
        annotated.write(path, "0" * 64, [])
    with pytest.raises(annotated.NotWritten, match="structure does not allow it"):
        annotated.write(path, sha256, [Note(2, (), "info", TEXT)])
    path, sha256 = report(tmp_path, password="secret")
    with pytest.raises(annotated.NotWritten, match="encrypted"):
        annotated.write(path, sha256, [])
