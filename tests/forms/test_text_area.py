"""A page larger than what is printed on it reads as the page alone: its box is no measure of the text."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import FloatObject, NameObject, RectangleObject

from pipelines.forms.text_area import text_areas
from pipelines.pdf.pages import Box, Line, Page
from pipelines.reading.readings import Reading
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("drawn") / "report.pdf"
    return paper.draw(layouts.paper(figures.report(3, unit="样本市样本区民政局"), LAYOUT), path, LAYOUT.style)


@pytest.fixture(scope="module")
def plain(drawn) -> dict[str, object]:
    return meaning(read_report(drawn, 2024))


def meaning(reading: Reading) -> dict[str, object]:
    """What a reading says, places aside."""
    return {
        "status": reading.status,
        "amounts": [(a.form, a.label, a.column, a.number) for form in reading.forms for a in form.amounts],
        "sentences": [sentence.text for sentence in reading.prose.text.sentences],
        "claims": [(c.section, c.subject, c.role, c.text) for c in reading.prose.claims],
        "tokens": sorted((t.kind, t.text) for t in reading.tokens),
    }


def boxed(
    path: Path, folder: Path, wide: float, high: float, shift: float = 0.0, crop: bool = False, unit: float = 1
) -> Path:
    """The report with its MediaBox made `wide` and `high` times as large; crop: the old box as CropBox; unit: UserUnit."""
    writer = PdfWriter()
    for page in PdfReader(BytesIO(path.read_bytes())).pages:
        left, bottom, right, top = (float(x) for x in page.mediabox)
        width, height = right - left, top - bottom
        page.mediabox = RectangleObject((
            left - shift * (wide - 1) * width, bottom - shift * (high - 1) * height,
            left + wide * width - shift * (wide - 1) * width, bottom + high * height - shift * (high - 1) * height,
        ))  # fmt: skip
        page.cropbox = RectangleObject((left, bottom, right, top)) if crop else page.mediabox
        if unit != 1:
            page[NameObject("/UserUnit")] = FloatObject(unit)
        writer.add_page(page)
    into = folder / "boxed.pdf"
    writer.write(into)
    return into


@pytest.mark.parametrize(("wide", "high"), [(1.2, 1), (1.41, 1.41), (2, 1), (1, 2), (3, 3), (6, 1), (1, 6), (24, 24)])
@pytest.mark.parametrize("shift", [0.0, 0.5])
def test_a_page_wider_or_higher_than_its_text_reads_alike(wide, high, shift, drawn, plain, tmp_path):
    assert meaning(read_report(boxed(drawn, tmp_path, wide, high, shift), 2024)) == plain


@pytest.mark.parametrize("times", [1.5, 3])
def test_the_text_within_a_crop_box_reads_alike(times, drawn, plain, tmp_path):
    assert meaning(read_report(boxed(drawn, tmp_path, times, times, 0.5, crop=True), 2024)) == plain


def test_a_page_measured_in_another_unit_reads_alike(drawn, plain, tmp_path):
    assert meaning(read_report(boxed(drawn, tmp_path, 1, 1, unit=2.5), 2024)) == plain


def test_a_page_that_is_filled_is_its_own_measure_and_so_is_one_with_few_lines():
    lines = tuple(Line("正文", (60.0, 50.0 + 25 * i, 540.0, 62.0 + 25 * i), ()) for i in range(30))
    assert _areas(600.0, lines) == {1: (0.0, 0.0, 600.0, 842.0)}
    assert _areas(1800.0, lines) == {1: (36.0, 0.0, 564.0, 842.0)}
    assert _areas(1800.0, lines[:5]) == {1: (0.0, 0.0, 1800.0, 842.0)}


def _areas(width: float, lines: tuple[Line, ...]) -> dict[int, Box]:
    page = Page(number=1, width=width, height=842.0, lines=lines, grids=(), character_count=60)
    return text_areas([page])
