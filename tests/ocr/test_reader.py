"""A page that is a picture: its rules, its lines, what is believed of them, and what is held."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipelines.limits import Limits
from pipelines.ocr import engines, scans
from pipelines.ocr.engines import Said
from pipelines.pdf import Scanned, Source, draw_scans, open_document
from pipelines.reading import store, tools
from pipelines.reading.report import read_once
from pipelines.settings import PROJECT, READ, Places
from tests.studies import samples
from tests.support.figures import figures

ROWS = (("2080501", "1,234.50", "30.22"), ("2080502", "8.00", "0.00"), ("2080503", "", "-7.15"))
LEFT, TOP, WIDE, HIGH = 150, 200, 320, 70
BELOW = "Total 1,272.72"


def paper(
    resolution: int = 200, skew: float = 0.0, is_open: bool = False, is_frame: bool = False, quarters: int = 0
) -> bytes:
    """A PDF of one picture: a table of three columns (of a chart in a frame, in its place), a line below it."""
    picture = Image.new("L", (1300, 800), 250)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size=34)
    if is_frame:
        pen.rectangle((LEFT, TOP, LEFT + 3 * WIDE, TOP + 3 * HIGH), outline=0, width=3)
        pen.ellipse((LEFT + 400, TOP + 20, LEFT + 580, TOP + 190), outline=0, width=3)
    for row in range(0 if is_frame else len(ROWS) + 1):
        pen.line((LEFT, TOP + row * HIGH, LEFT + 3 * WIDE, TOP + row * HIGH), fill=0, width=3)
    for column in range(0 if is_frame else 4):
        end = TOP + (len(ROWS) - (is_open and column == 3)) * HIGH
        pen.line((LEFT + column * WIDE, TOP, LEFT + column * WIDE, end), fill=0, width=3)
    for row, texts in enumerate(() if is_frame else ROWS):
        for column, text in enumerate(texts):
            pen.text((LEFT + column * WIDE + 40, TOP + row * HIGH + 16), text, fill=20, font=font)
    pen.text((LEFT, TOP + 4 * HIGH), BELOW, fill=20, font=font)
    into = BytesIO()
    picture = picture.rotate(90 * quarters, expand=True)
    picture.rotate(skew, Image.Resampling.BICUBIC, fillcolor=250).save(into, "PDF", resolution=resolution)
    return into.getvalue()


def test_without_recognisers_it_is_refused_with_what_to_install(monkeypatch):
    monkeypatch.setattr(engines, "are_installed", lambda: False)
    with pytest.raises(Scanned, match="no text layer") as refused:
        open_document(paper(), scans.read_scans)
    assert "make ocr" in refused.value.doubt.remedy


def test_a_setting_leaves_it_unread_though_there_are_recognisers(monkeypatch, tmp_path):
    """It says so, is not read again while the setting stands, and is where it does not."""
    monkeypatch.setattr(engines, "versions", lambda: "some 1")
    left = Places(tmp_path / "raw", tmp_path, scans="left")
    assert tools.recogniser(replace(left, scans=READ), scans.postpone_scans) is scans.postpone_scans
    reading = read_once(Source("scan.pdf", paper(), ""), None, tools.recogniser(left, scans.postpone_scans))
    [doubt] = reading.doubts
    assert (reading.status, reading.document.recognisers, doubt.held) == ("quarantined", "left", True)
    assert "the setting scans" in doubt.reason and "FINAL_ACCOUNTS_SCANS=read" in doubt.remedy
    path = tmp_path / "year=2024" / "a.parquet"
    store.write(path, "a", reading)
    now = [store.is_current(path, Limits(), tools.readers(one)) for one in (left, replace(left, scans=READ))]
    assert now == [True, False]


def test_it_is_put_off_until_its_limits_are_known(monkeypatch):
    monkeypatch.setattr(engines, "are_installed", lambda: True)
    with pytest.raises(scans.Postponed, match="1 pages"):
        open_document(paper(), scans.postpone_scans)


@pytest.mark.parametrize("is_under", [True, False])
def test_somebody_elses_reading_of_the_picture_is_not_taken(monkeypatch, is_under):
    """Text that lies under the picture, or over it without ink: a searchable scan is read from the picture."""
    monkeypatch.setattr(engines, "are_installed", lambda: True)
    into = BytesIO()
    canvas = Canvas(into, pagesize=(468, 288))
    picture = ImageReader(Image.new("L", (1300, 800), 250))
    if not is_under:
        canvas.drawImage(picture, 0, 0, 468, 288)
    text = canvas.beginText(60, 200)
    text.setTextRenderMode(0 if is_under else 3)
    text.textLine("Total expenditure 1,234.56 of which basic 1,000.00 and project 234.56")
    canvas.drawText(text)
    if is_under:
        canvas.drawImage(picture, 0, 0, 468, 288)
    canvas.save()
    with pytest.raises(scans.Postponed):
        open_document(into.getvalue(), scans.postpone_scans)


@pytest.fixture
def recorded(monkeypatch):
    """Recognisers that say what they said of this page once: lines from left to right, top to bottom; the second errs twice."""
    pytest.importorskip("cv2", reason="reads scans: make ocr")
    texts = [text for row in ROWS for text in row if text] + [BELOW]
    boxes = [
        (LEFT + column * WIDE + 50, TOP + row * HIGH + 12, LEFT + column * WIDE + 190, TOP + row * HIGH + 58)
        for row, cells in enumerate(ROWS)
        for column, text in enumerate(cells)
        if text
    ]
    monkeypatch.setattr(engines, "are_installed", lambda: True)
    monkeypatch.setattr(engines, "versions", lambda: "recorded 1")
    monkeypatch.setattr(
        engines, "find_lines", lambda _: [*boxes, (LEFT, TOP + 4 * HIGH, LEFT + 200, TOP + 4 * HIGH + 46)]
    )
    monkeypatch.setattr(engines, "are_upside_down", lambda lines: [False] * len(lines))
    monkeypatch.setattr(engines, "read_first", lambda lines: [Said(text) for text in texts[: len(lines)]])
    second = {"8.00": "3.00", BELOW: "Total 1,212.72"}
    monkeypatch.setattr(engines, "read_second", lambda lines: [second.get(t, t) for t in texts[: len(lines)]])


def test_what_two_recognisers_read_alike_is_the_page_and_what_not_is_in_doubt(recorded):
    document = open_document(paper(), scans.read_scans)
    [page] = document.pages
    [grid] = page.grids
    assert (page.origin, document.recognisers) == ("ocr", "recorded 1")
    assert [cell.text for cell in grid.cells] == [text for row in ROWS for text in row]
    [unsure] = page.unsure
    assert (unsure.box, unsure.is_hidden) == (grid.cells[4].box, True)
    assert [line.text.replace(" ", "") for line in page.lines] == [BELOW.replace(" ", "")]
    assert len(page.covers) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [(paper(resolution=75), "75 dots an inch"), (paper(is_open=True), "grid of its picture does not close")],
)
def test_a_page_that_cannot_be_trusted_is_held_whole(recorded, content, why):
    with pytest.raises(Scanned, match=why):
        open_document(content, scans.read_scans)


def test_a_chart_in_a_frame_is_no_open_grid(recorded, monkeypatch):
    monkeypatch.setattr(engines, "read_first", lambda lines: [Said(BELOW) for _ in lines])
    monkeypatch.setattr(engines, "read_second", lambda lines: [BELOW for _ in lines])
    [page] = open_document(paper(is_frame=True), scans.read_scans).pages
    assert (page.origin, page.grids) == ("ocr", ())


def test_the_recognisers_themselves():
    if not engines.are_installed():
        pytest.skip("reads scans: make ocr")
    [page] = open_document(paper(skew=0.7, quarters=3), scans.read_scans).pages
    [grid] = page.grids
    assert (page.quarters, page.width > page.height) == (3, True), "it lay on its side"
    assert [cell.text for cell in grid.cells] == [text for row in ROWS for text in row]
    assert [line.text.replace(" ", "") for line in page.lines] == [BELOW.replace(" ", "")]
    assert not page.unsure


def test_the_sample_that_is_a_scan():
    """The foot of its first table: the totals that were drawn are read, most of them are believed, and nothing else."""
    if not engines.are_installed():
        pytest.skip("reads scans: make ocr")
    from pipelines.ocr.reader import RESOLUTION, read_picture

    [path] = (PROJECT / "raw" / "2022").glob(f"*{samples.SCANNED}.pdf")
    [scan] = draw_scans(path.read_bytes(), [2], RESOLUTION)
    high = len(scan.pixels)
    page = read_picture(replace(scan, pixels=scan.pixels[int(high * 0.7565) : int(high * 0.86)]))
    report = figures.report(samples.CHENGDU_SEED, 2022, samples.CHENGDU, plain=True, university=True)
    totals = [cell.yuan for cell in report.form("T1") if cell.yuan and cell.line and not cell.code]
    cells = [cell for grid in page.grids for cell in grid.cells if "." in cell.text]
    assert {figures.amount_text(yuan) for yuan in totals} == {cell.text for cell in cells}
    assert len(cells) == 5
    unsure = {one.box for one in page.unsure}
    assert sum(cell.box not in unsure for cell in cells) > len(cells) / 2
