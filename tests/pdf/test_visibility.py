"""Text nobody sees is not read, whatever hides it; what can be seen is, whatever it is drawn on."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf import plumber_reader
from pipelines.pdf.pdfium.reader import read_document
from pipelines.reading.readings import Reading
from tests.support.faults import damages
from tests.support.faults.damages import Base
from tests.support.files.reading import read_report

HIDDEN = (
    "invisible number", "white number", "tiny number", "clipped number", "invisible digit", "invisible in blank cells",
    "transparent number", "hidden layer", "outside the page",
)  # fmt: skip


def printed(reading: Reading) -> dict[damages.Place, str]:
    return {damages.place(a): a.text for form in reading.forms for a in form.amounts}


def spoilt(base: Base, kind: str, seed: int, tmp_path) -> tuple[Base, Reading]:
    own, path = replace(base, shown={}), tmp_path / "spoilt.pdf"
    path.write_bytes(damages.KINDS[kind][1](own, Random(seed)))
    return own, read_report(path, None)


@pytest.mark.parametrize("kind", HIDDEN)
def test_a_number_nobody_sees_is_not_read(kind, base, tmp_path):
    _, reading = spoilt(base, kind, 1, tmp_path)
    assert printed(reading) == printed(base.reading)
    assert reading.doubts == base.reading.doubts


@pytest.mark.parametrize("seed", range(3))
def test_what_a_patch_shows_is_read(seed, base, tmp_path):
    own, reading = spoilt(base, "number corrected", seed, tmp_path)
    assert own.shown
    assert printed(reading) == printed(base.reading) | own.shown


@pytest.mark.parametrize("seed", range(3))
def test_what_is_painted_over_is_blank(seed, base, tmp_path):
    own, reading = spoilt(base, "number covered", seed, tmp_path)
    assert {key: printed(reading)[key] for key in own.shown} == dict.fromkeys(own.shown, "")


def text_of(tmp_path, draw: Callable[[Canvas], object]) -> str:
    canvas = Canvas(str(tmp_path / "page.pdf"))
    draw(canvas)
    canvas.save()
    [page] = read_document((tmp_path / "page.pdf").read_bytes()).pages
    return "".join([*(line.text for line in page.lines), *(cell.text for grid in page.grids for cell in grid.cells)])


def white_on(shade: float) -> Callable[[Canvas], object]:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(shade)
        canvas.rect(90, 690, 200, 30, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(100, 700, "1,234.56")

    return draw


def boxed(canvas: Canvas) -> None:
    """A frame that is stroked and not filled, a thin rule, and a clear patch drawn over a number hide nothing."""
    canvas.drawString(100, 700, "1,234.56")
    canvas.rect(90, 690, 200, 30, stroke=1, fill=0)
    canvas.rect(90, 703, 200, 0.5, stroke=0, fill=1)
    canvas.setFillAlpha(0.4)
    canvas.rect(90, 690, 200, 30, stroke=0, fill=1)


def clipped_in_part(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(90, 690, 40, 30)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(100, 700, "1,234.56")


def clipped_words(text: str, width: float) -> Callable[[Canvas], object]:
    """Words in 10 points, clipped to a box that begins with them and is so wide."""

    def draw(canvas: Canvas) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        canvas.setFont("STSong-Light", 10)
        path = canvas.beginPath()
        path.rect(100, 295, width, 20)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(100, 300, text)

    return draw


def digits_over(canvas: Canvas) -> None:
    canvas.drawString(100, 700, "1,234.56")
    canvas.drawString(100.5, 700, "7")


@pytest.mark.parametrize(
    ("draw", "text"),
    [(white_on(0), "1,234.56"), (white_on(1), ""), (boxed, "1,234.56"), (clipped_in_part, "1,234.56"), (digits_over, "1\ufffd,234.56")],
    ids=["white on black", "white on white", "framed", "clipped in part", "a digit over another"],
)  # fmt: skip
def test_what_can_be_seen_is_read(draw, text, tmp_path):
    assert text_of(tmp_path, draw) == text


@pytest.mark.parametrize(
    ("text", "width", "seen"),
    [
        ("公用经费支出", 48, "公用经费支"), ("公用经费支出", 44, "公用经费"), ("公用经费（一）", 60, "公用经费（一"), ("公用经费支出", 59, "公用经费支出"),
        ("公用经费12345", 52, "公用经费12345"), ("12345", 12, "12345"), ("（12345）", 40, "（12345）"),
    ],
)  # fmt: skip
def test_words_too_long_for_their_box_end_where_it_ends_and_figures_do_not(text, width, seen, tmp_path):
    """What is cut off a number nobody knows: it stays whole, and is held where it stands in a table (test_doubtful_cells)."""
    assert text_of(tmp_path, clipped_words(text, width)) == seen


def test_the_second_reader_is_told_of_words_that_are_clipped_away(tmp_path):
    text_of(tmp_path, clipped_words("公用经费支出", 48))
    content = (tmp_path / "page.pdf").read_bytes()
    [page] = read_document(content).pages
    assert [text for text, _, _ in page.beyond] == ["出"]
    [told] = plumber_reader.read_document(content, [1], {1: page.beyond}).pages
    [untold] = plumber_reader.read_document(content).pages
    assert (
        [line.text for line in told.lines] == [line.text for line in page.lines] != [line.text for line in untold.lines]
    )


def test_a_real_page_repeats_the_page_before_where_it_is_clipped_away(real_report):
    pages = read_document(real_report("司法局2026").read_bytes()).pages
    assert pages[4].lines[0].text.startswith("（八）负责本系统警车管理工作")


def test_names_that_a_real_sheet_cuts_off_leave_the_amounts_beside_them_as_they_are(real_report):
    reading = read_report(real_report("西安市安全生产监督管理局2019"), 2019)
    [form] = [one for one in reading.forms if one.key == "P1"]
    assert [a.label for a in form.amounts if a.held] == []
    assert "2,022.39" in {a.text for a in form.amounts}
