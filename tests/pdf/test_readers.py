"""The two readers of PDFs agree: same grids, cells and lines, cell by cell, box by box within half a point."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.utils import translate_matrix

from pipelines.pdf import glyphs, lattice, plumber_reader
from pipelines.pdf.pages import Document, Page
from pipelines.pdf.pdfium import bindings, paths, reader, text, text_styles, visibility
from pipelines.pdf.rotation import Frame
from pipelines.settings import PROJECT
from tests.support.figures import figures
from tests.support.paper import layouts, odd_pages, paper
from tests.support.real_reports import SHARED_REPORTS

NEAR = 0.5
SAMPLES = sorted((PROJECT / "raw").glob("*/*.pdf"))
REAL = sorted(SHARED_REPORTS.glob("*.pdf"))


@pytest.fixture(autouse=True)
def letter_spacing_by_the_book(monkeypatch):
    """pdfminer leaves out the letter spacing (Tc) after the last character of each string; the standard and pdfium do not."""

    def render(self, strings, matrix, pos, font, size, scaling, charspace, wordspace, rise, step, colours, state):
        x, y = pos
        for item in strings:
            if isinstance(item, bytes):
                for cid in font.decode(item):
                    place = translate_matrix(matrix, (x, y))
                    x += self.render_char(place, font, size, scaling, rise, cid, colours, state) + charspace
                    x += wordspace if cid == 32 else 0
            else:
                x -= item * step
        return x, y

    monkeypatch.setattr(PDFTextDevice, "render_string_horizontal", render)


@pytest.fixture(autouse=True)
def text_nobody_sees(monkeypatch):
    """pdfplumber hands on what is clipped away, invisible or painted over; what we leave out is tests/pdf/test_visibility.py's subject."""
    monkeypatch.setattr(visibility, "unseen", lambda drawn, filled, cut: iter(()))


def near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) and all(abs(x - y) <= NEAR for x, y in zip(one, other, strict=True))


def differences(one: Document, other: Document) -> Iterator[str]:
    """What a reader sees otherwise than the other, in words."""
    if (one.producer, one.created, len(one.pages)) != (other.producer, other.created, len(other.pages)):
        yield f"{one.producer, one.created, len(one.pages)} or {other.producer, other.created, len(other.pages)}"
        return
    for page, reference in zip(one.pages, other.pages, strict=True):
        yield from (f"page {page.number}: {said}" for said in _differences(page, reference))


def _differences(page: Page, reference: Page) -> Iterator[str]:
    if not near((page.width, page.height), (reference.width, reference.height)):
        yield f"size {page.width, page.height} or {reference.width, reference.height}"
    if (page.is_damaged, page.character_count) != (reference.is_damaged, reference.character_count):
        yield f"{page.character_count} or {reference.character_count} characters"
    if (one := [g.row_count for g in page.grids]) != (other := [g.row_count for g in reference.grids]):
        yield f"grids of {one} or {other} rows"
        return
    for grid, other in zip(page.grids, reference.grids, strict=True):
        if not (near(grid.edges, other.edges) and near(grid.box, other.box)):
            yield f"edges {grid.edges} or {other.edges}"
        yield from _unlike(grid.cells, other.cells)
    yield from _unlike(page.lines, reference.lines)


def _unlike(ours: tuple, theirs: tuple) -> Iterator[str]:
    """Cells or lines that differ in anything but places within half a point."""
    if len(ours) != len(theirs):
        yield f"{[x.text for x in ours]} or {[x.text for x in theirs]}"
        return
    for one, other in zip(ours, theirs, strict=True):
        spans = [(getattr(x, "spans", ())) for x in (one, other)]
        placed = near(one.box, other.box) and all(near(a, b) for a, b in zip(*spans, strict=False))
        if not placed or replace(one, box=other.box, **({"spans": spans[1]} if spans[0] else {})) != other:
            yield f"{one} or {other}"


def compared(path: Path) -> list[str]:
    return list(differences(reader.read_document(path.read_bytes()), plumber_reader.read_document(path.read_bytes())))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path):
    assert compared(path) == []


@pytest.mark.parametrize("layout", layouts.LAYOUTS, ids=lambda layout: layout.name)
def test_drawn_layouts(layout, tmp_path):
    report = figures.report(3, university=layout.table_set == "university")
    assert compared(paper.draw(layouts.paper(report, layout), tmp_path / "drawn.pdf", layout.style)) == []


@pytest.mark.skipif(
    not REAL, reason=f"needs the real reports in {SHARED_REPORTS}, which are not part of the repository"
)
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_reports(path):
    assert compared(path) == []


def test_white_of_just_a_fifth_is_one_blank_for_both_readers(real_report):
    """Chromium puts it between Chinese and digits: 服务采购金额 1550.22 万元."""
    content = real_report("宜川路").read_bytes()
    [theirs] = plumber_reader.read_document(content, {36}).pages
    ours = next(page for page in reader.read_document(content).pages if page.number == 36)
    assert list(_differences(ours, theirs)) == []


@pytest.mark.parametrize("name", odd_pages.PAGES)
def test_odd_pages(name, tmp_path):
    assert compared(odd_pages.draw(name, tmp_path / "odd.pdf")) == []


def read_odd(name: str, tmp_path: Path) -> Page:
    [page] = reader.read_document(odd_pages.draw(name, tmp_path / "odd.pdf").read_bytes()).pages
    return page


UPRIGHT_TABLES = [
    "line for line", "open frame", "one path", "one filled path", "a box a cell", "thick lines", "shaded, diagonal, circle", "dashed",
    "in a form", "overprinted", "MediaBox elsewhere", "CropBox",
]  # fmt: skip


@pytest.mark.parametrize("name", UPRIGHT_TABLES)
def test_every_cell_is_what_was_drawn(name, tmp_path):
    [grid] = read_odd(name, tmp_path).grids
    drawn = [(r, c, odd_pages.text_of(r, c)) for r in range(odd_pages.ROWS) for c in range(odd_pages.COLUMNS)]
    assert [(cell.row, cell.column, cell.text) for cell in grid.cells] == drawn


def test_a_minus_drawn_as_a_line_is_read(tmp_path):
    """A line through a number, or one under it, is none."""
    [grid] = read_odd("drawn minus", tmp_path).grids
    signed = {(r, c): "-" if 1 <= r <= 3 and c else "" for r in range(odd_pages.ROWS) for c in range(odd_pages.COLUMNS)}
    assert {cell.text for cell in grid.cells} == {sign + odd_pages.text_of(*place) for place, sign in signed.items()}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("descents", ["部门：样本局 单位：万元", "机关运行经费支出184.65万元，比2023年度增加2.55万元"]),
        ("squeezed", ["1,100.00合类2,222.11"]),
        ("no outlines, as OCR lays under a picture", ["8 123"]),
        ("widths that lie", ["8118288"]),
        ("spaced", ["123.451100.002,211.00"]),
        ("nothing shown, blanks shown", ["123.45", "678", "9"]),
        ("replaced by a mark", ["123.45", "11.22"]),
        ("hyphens", ["supply-", "side -", "x- - -5.00"]),
    ],
)
def test_lines_are_what_was_drawn(name, said, tmp_path):
    assert [line.text for line in read_odd(name, tmp_path).lines] == said


def test_sideways_text_is_read_in_its_direction(tmp_path):
    page = read_odd("sideways", tmp_path)
    assert [line.text for line in page.lines] == ["部门：样本局 单位：万元", "2024 side", "2024 side"]
    assert [cell.text for grid in page.grids for cell in grid.cells if "2024" in cell.text] == ["目\n2024"]


def test_a_page_without_rulings_has_lines_and_no_grid(tmp_path):
    page = read_odd("no rulings", tmp_path)
    assert page.grids == ()
    assert page.lines[1].text == "类 01,234.10 02,234.20 03,234.30"


BROKEN = {
    "lone characters asked again": (
        bindings,
        "set_render_mode",
        lambda *_: None,
        "no outlines, as OCR lays under a picture",
    ),
    "marks taken off": (text, "without_marks", lambda _: None, "replaced by a mark"),
    "walking long paths": (paths, "_lines", lambda *_: (), "one path"),
    "objects with a size of their own": (bindings, "set_object_size", lambda *_: None, "widths that lie"),
    "forms": (bindings, "count_in_form", lambda _: 0, "in a form"),
    "overprints": (glyphs, "OVERPRINT", 0.0, "overprinted"),
    "the hyphen": (text_styles, "_BROKEN_HYPHEN", "?", "hyphens"),
    "/Rotate": (
        Frame,
        "to_view",
        lambda self, xs, ys: ([x - self.left for x in xs], [self.top - y for y in ys]),
        "turned back",
    ),
    "text along the side": (reader, "quarters_of", lambda _: 0, "turned 90"),
    "the advance": (bindings, "glyph_width", lambda *_: 0, "spaced"),
    "the smallest cell": (lattice, "_smallest", lambda *_: None, "line for line"),
    "where the MediaBox lies": (
        Frame,
        "to_view",
        lambda self, xs, ys: (xs, [842 - y for y in ys]),
        "MediaBox elsewhere",
    ),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_without_a_rule_the_readers_differ(rule, tmp_path, monkeypatch):
    place, name, instead, page = BROKEN[rule]
    path = odd_pages.draw(page, tmp_path / "odd.pdf")
    reference = plumber_reader.read_document(path.read_bytes())
    assert list(differences(reader.read_document(path.read_bytes()), reference)) == []
    monkeypatch.setattr(place, name, instead)
    assert list(differences(reader.read_document(path.read_bytes()), reference))


@pytest.mark.parametrize("changed", ["text", "span", "place", "line", "count"])
def test_the_comparison_sees_any_change(changed, tmp_path):
    document = reader.read_document(odd_pages.draw("line for line", tmp_path / "odd.pdf").read_bytes())
    [page] = document.pages
    [grid] = page.grids
    first, *others = grid.cells
    cells = {
        "text": replace(first, text="款"),
        "span": replace(first, row_span=2),
        "place": replace(first, box=(first.box[0] + 0.6, *first.box[1:])),
    }
    grids = (replace(grid, cells=(cells.get(changed, first), *others)),)
    lines = tuple(replace(line, text=f"{line.text}。") for line in page.lines) if changed == "line" else page.lines
    other = replace(page, grids=grids, lines=lines, character_count=page.character_count + (changed == "count"))
    assert len(list(differences(document, replace(document, pages=(other,))))) == 1


def test_two_pages_are_open_at_most(monkeypatch):
    open_pages, most = set(), 0
    open_document, closed = reader.PdfDocument.__getitem__, reader.PdfPage.close

    def opening(self, index):
        nonlocal most
        page = open_document(self, index)
        open_pages.add(id(page))
        most = max(most, len(open_pages))
        return page

    def closing(self):
        open_pages.discard(id(self))
        closed(self)

    monkeypatch.setattr(reader.PdfDocument, "__getitem__", opening)
    monkeypatch.setattr(reader.PdfPage, "close", closing)
    reader.read_document(SAMPLES[0].read_bytes())
    assert (most, open_pages) == (2, set())
