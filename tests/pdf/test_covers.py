"""What lies over a number of the prose, a name or a code makes it doubtful; links, underlines and what lies under or beside do not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

from pipelines.forms import unsure_cells
from pipelines.pdf import Box
from pipelines.pdf.pdfium import reader
from pipelines.reading.readings import Reading
from tests.support.faults.damages import Base
from tests.support.faults.damages.changing import add, content_of, resource, set_content, writer_of, written
from tests.support.faults.damages.over_cells import dictionary, form, stream
from tests.support.files.reading import read_report
from tests.support.tools.pdf_objects import entry


@dataclass(frozen=True)
class Place:
    """A place on a page: from its lower left corner, in points."""

    writer: PdfWriter
    page: PageObject
    x: float
    y: float
    width: float
    height: float

    @property
    def rect(self) -> str:
        return f"{self.x:.2f} {self.y:.2f} {self.width:.2f} {self.height:.2f}"

    @property
    def matrix(self) -> str:
        return f"{self.width:.2f} 0 0 {self.height:.2f} {self.x:.2f} {self.y:.2f} cm"


PICTURE = "BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID FF> EI"


def annotate(place: Place, subtype: str, looks: str = "", beside: float = 0.0) -> None:
    box = (place.x + beside, place.y, place.x + place.width + beside, place.y + place.height)
    note = dictionary(Type="Annot", Subtype=subtype, Rect=box, F=NumberObject(4), QuadPoints=_corners(box))
    note[NameObject("/Contents")] = TextStringObject("1.00")
    if looks:
        drawn = form(looks, (0, 0, place.width, place.height))
        note[NameObject("/AP")] = dictionary(N=place.writer._add_object(drawn))
    place.page[NameObject("/Annots")] = ArrayObject([place.writer._add_object(note)])


def _corners(box: Box) -> list[float]:
    x0, y0, x1, y1 = box
    return [x0, y1, x1, y1, x0, y0, x1, y0]


def note(place: Place) -> None:
    annotate(place, "FreeText", f"1 g 0 0 {place.width} {place.height} re f 0 g BT /FH 8 Tf 2 3 Td (1.00) Tj ET")


def field(place: Place) -> None:
    annotate(place, "Widget", f"1 g 0 0 {place.width} {place.height} re f")
    entry(place.page, "/Annots")[0].get_object()[NameObject("/FT")] = NameObject("/Tx")


def strike(place: Place) -> None:
    annotate(place, "StrikeOut", f"0 G 1 w 0 5 m {place.width} 5 l S")


def thick_underline(place: Place) -> None:
    annotate(place, "Underline", f"1 G 20 w 0 5 m {place.width} 5 l S")


def underline_with_a_number(place: Place) -> None:
    annotate(place, "Underline", "BT /FH 8 Tf 2 3 Td (9) Tj ET")


def picture(place: Place) -> None:
    add(place.writer, place.page, f"q {place.matrix} {PICTURE} Q")


def picture_in_a_form(place: Place) -> None:
    _draw_form(place, f"q {place.matrix} {PICTURE} Q")


def patch_in_a_form(place: Place) -> None:
    _draw_form(place, f"1 g {place.rect} re f")


def _draw_form(place: Place, operators: str) -> None:
    resource(place.page, "/XObject")[NameObject("/NC")] = place.writer._add_object(form(operators))
    add(place.writer, place.page, "q /NC Do Q")


def patch_over_a_half(place: Place) -> None:
    """What it hides is less than the text object, which is read."""
    half = f"{place.x:.2f} {place.y:.2f} {place.width / 2:.2f} {place.height:.2f}"
    add(place.writer, place.page, f"q 1 g {half} re f Q")


def patch_over_a_quarter(place: Place) -> None:
    """What it hides is the beginning of the code or name that stands on the left of a cell."""
    part = f"{place.x:.2f} {place.y:.2f} {place.width / 4:.2f} {place.height:.2f}"
    add(place.writer, place.page, f"q 1 g {part} re f Q")


COVERS = (note, field, strike, thick_underline, underline_with_a_number, picture, picture_in_a_form, patch_in_a_form)


def link(place: Place) -> None:
    annotate(place, "Link", f"1 g 0 0 {place.width} {place.height} re f")


def underline(place: Place) -> None:
    annotate(place, "Underline", f"0 0 1 RG 0.8 w 0 1 m {place.width} 1 l S")


def plain_underline(place: Place) -> None:
    annotate(place, "Underline")


def stamp_beside(place: Place) -> None:
    x0, _, x1, _ = (float(v) for v in place.page.mediabox)
    annotate(place, "Stamp", "1 0 0 rg 0 0 9 9 re f", beside=x1 - x0 - place.x - 10)


def watermark_under(place: Place) -> None:
    grey = stream("\xe0", Type="XObject", Subtype="Image", Width=NumberObject(1), Height=NumberObject(1),
                  ColorSpace="DeviceGray", BitsPerComponent=NumberObject(8))  # fmt: skip
    resource(place.page, "/XObject")[NameObject("/NU")] = place.writer._add_object(grey)
    under = f"q {place.matrix} /NU Do Q\n".encode()
    set_content(place.writer, place.page, under + content_of(place.page))


def shade_under(place: Place) -> None:
    """The page's own background."""
    under = b"q 0.95 g -9 -9 9999 9999 re f Q\n"
    set_content(place.writer, place.page, under + content_of(place.page))


HARMLESS = (link, underline, plain_underline, stamp_beside, watermark_under, shade_under)


def read(base: Base, page_number: int, box: Box, put: Callable[[Place], None], tmp_path) -> Reading:
    """The report with something put at a box, as seen, of a page."""
    writer = writer_of(base)
    page = writer.pages[page_number - 1]
    height = float(page.mediabox.height)
    put(Place(writer, page, box[0] + 0.5, height - box[3] + 0.5, box[2] - box[0] - 1, box[3] - box[1] - 1))
    path = tmp_path / "spoilt.pdf"
    path.write_bytes(written(writer))
    return read_report(path, None)


def of_prose(base: Base) -> tuple[int, Box]:
    """A number of the running text, on a page without a table and a claim of it."""
    claim = next(c for c in base.reading.prose.claims if c.span and c.number and not c.doubts)
    return claim.page, claim.box


def of_row(base: Base, column: str) -> Iterator[tuple[int, Box]]:
    """The name or the code of a row of 支出决算表 (T3)."""
    [spent] = [form for form in base.reading.forms if form.key == "T3"]
    amount = next(a for a in spent.amounts if a.code and len(a.code) == 7)
    page = base.reading.document.pages[amount.page - 1]
    row = [c for grid in page.grids for c in grid.cells if c.box[1] < (amount.box[1] + amount.box[3]) / 2 < c.box[3]]
    wanted = amount.code if column == "code" else amount.label
    yield from ((amount.page, c.box) for c in row if "".join(c.text.split()) in (wanted, wanted[-2:]))


@pytest.mark.parametrize("cover", [*COVERS, patch_over_a_half])
def test_a_number_of_the_prose_under_a_cover_is_a_doubtful_claim(cover, base, tmp_path):
    page, box = of_prose(base)
    reading = read(base, page, box, cover, tmp_path)
    own = [(old, new) for old, new in zip(base.reading.prose.claims, reading.prose.claims, strict=True)]
    changed = [old for old, new in own if new.doubts != old.doubts]
    assert changed and all(one.page == page for one in changed)
    assert any(one.box == box for one in changed)
    assert len(changed) <= 2
    told = {doubt for doubt in reading.doubts if doubt.held} - set(base.reading.doubts)
    assert [doubt.scope for doubt in told] == ["page"]
    assert reading.forms == base.reading.forms


@pytest.mark.parametrize("column", ["code", "name"])
@pytest.mark.parametrize("cover", COVERS)
def test_a_row_whose_name_or_code_lies_under_a_cover_is_held(cover, column, base, tmp_path):
    page, box = next(of_row(base, column))
    reading = read(base, page, box, cover, tmp_path)
    was, now = ({(f.key, a.key): a for f in r.forms for a in f.amounts} for r in (base.reading, reading))
    held = [key for key in was if now[key].held and not was[key].held]
    rows = {(was[key].form, was[key].row) for key in held}
    assert len(rows) == 1
    assert held == [key for key in was if (was[key].form, was[key].row) in rows]
    assert [d.reason for d in reading.doubts if d.held and d not in base.reading.doubts] != []


@pytest.mark.parametrize("column", ["code", "name"])
def test_a_row_whose_name_or_code_is_hidden_in_part_is_held(column, base, tmp_path):
    page, box = next(of_row(base, column))
    reading = read(base, page, box, patch_over_a_quarter, tmp_path)
    held = [a for f in reading.forms for a in f.amounts if a.held]
    assert held and {(a.page, box[1] < (a.box[1] + a.box[3]) / 2 < box[3]) for a in held} == {(page, True)}
    assert [d.page for d in reading.doubts if d.held and d not in base.reading.doubts] == [page]


@pytest.mark.parametrize("place", ["prose", "code", "name"])
@pytest.mark.parametrize("thing", HARMLESS)
def test_what_hides_nothing_is_no_doubt(thing, place, base, tmp_path):
    page, box = of_prose(base) if place == "prose" else next(of_row(base, place))
    reading = read(base, page, box, thing, tmp_path)
    assert reading.forms == base.reading.forms
    assert reading.prose.claims == base.reading.prose.claims
    assert reading.doubts == base.reading.doubts


def test_without_their_rules_they_slip_in(base, tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "over_lines", lambda *_: ())
    monkeypatch.setattr(unsure_cells, "_doubtful_names", lambda *_: {})
    page, box = of_prose(base)
    assert read(base, page, box, picture, tmp_path).prose.claims == base.reading.prose.claims
    page, box = next(of_row(base, "code"))
    assert read(base, page, box, picture, tmp_path).forms == base.reading.forms
