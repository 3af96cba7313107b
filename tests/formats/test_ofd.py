"""OFD documents (GB/T 33190), written here as programs would print them: texts by their characters, rules as paths, templates."""

from collections import Counter

import pytest

from pipelines.formats import kind_of, ofd_objects, open_document
from pipelines.pdf import Document, Source, Unreadable
from pipelines.reading.report import read_once
from tests.support.files.ofd import SPACE, as_ofd, pack

OBJECT = f'<ofd:TextObject xmlns:ofd="{SPACE}" Boundary="20 30 60 4" Size="4" {{}}>{{}}<ofd:TextCode X="0" Y="3.5" {{}}>{{}}</ofd:TextCode></ofd:TextObject>'


def opened(*objects: str, head: str = "") -> Document:
    """A page of these objects."""
    space = f'xmlns:ofd="{SPACE}"'
    return open_document(
        pack(
            {
                "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
                "Doc_0/Document.xml": f'<ofd:Document {space}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/0.xml"/></ofd:Pages></ofd:Document>',
                "Doc_0/Pages/0.xml": f"<ofd:Page {space}>{head}<ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>",
            }
        )
    )


def text(said: str, of: str = "", inner: str = "", deltas: str = "") -> str:
    return OBJECT.format(of, inner, deltas, said)


def path(x: float, y: float, data: str, of: str = "") -> str:
    return f'<ofd:PathObject xmlns:ofd="{SPACE}" Boundary="{x} {y} 100 100" {of}><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def lines(document: Document) -> list[str]:
    return [line.text for page in document.pages for line in page.lines]


GRID = [path(19, 28, "M 0 0 L 40 0 L 40 8 L 0 8 C"), path(59, 28, "M 0 0 L 30 0 L 30 8 L 0 8 C")]


def test_a_report_says_the_same_as_an_ofd(sample):
    content = as_ofd(sample.document)
    again = read_once(Source("决算.ofd", content, ""), None)
    assert (kind_of(content), again.status, again.document.format) == ("ofd", "read", "ofd")
    cells, claims = (
        [Counter((a.form, a.panel, a.line, a.code, a.column, a.text, a.held) for f in r.forms for a in f.amounts if a.mark != "blank") for r in (again, sample)],
        [Counter((c.subject, c.role, c.code, c.text, c.section) for c in r.prose.claims) for r in (again, sample)],
    )  # fmt: skip
    assert cells[0] == cells[1]
    assert claims[0] == claims[1]
    assert [d.held for d in again.doubts] == [False], "it says that it is an experiment"


def test_characters_stand_where_their_steps_say():
    [line] = opened(text("12.5万", deltas='DeltaX="g 3 2.1 2.2"')).pages[0].lines
    assert line.text == "12.5万"
    starts = [round(span[0] / ofd_objects.POINTS, 1) for span in line.spans]
    assert starts == [20.0, 22.1, 24.2, 26.3, 28.5]
    moved = opened(text("甲", 'CTM="2 0 0 2 5 1"')).pages[0].lines[0]
    assert round(moved.box[0] / ofd_objects.POINTS, 1) == 25.0


def test_what_nobody_sees_is_no_text_and_makes_its_cell_doubtful():
    white = '<ofd:FillColor Value="255 255 255"/>'
    for unseen in (
        text("9.99", 'Visible="false"'),
        text("9.99", inner=white),
        text("9.99", 'CTM="0 1 -1 0 0 0"'),
        text("9.99", 'Fill="false"'),
    ):
        page = opened(text("支出"), *GRID, unseen).pages[0]
        assert [cell.text for cell in page.grids[0].cells] == ["支出", ""]
        assert len(page.unsure) == 1


def test_rules_are_strokes_or_thin_boxes():
    thin = [path(19, y, "M 0 0 L 70 0 L 70 0.2 L 0 0.2 C", 'Fill="true" Stroke="false"') for y in (28, 36)]
    thin += [path(x, 28, "M 0 0 L 0.2 0 L 0.2 8 L 0 8 C", 'Fill="true" Stroke="false"') for x in (19, 59, 89)]
    for drawn in (GRID, thin):
        [grid] = opened(text("支出"), *drawn).pages[0].grids
        assert [cell.text for cell in grid.cells] == ["支出", ""]
    assert opened(text("支出"), path(19, 28, "M 0 0 L 70 0 L 70 8 L 0 8 C", 'Stroke="false"')).pages[0].grids == ()


def test_a_page_is_measured_from_its_own_corner():
    page = opened(text("甲"), head="<ofd:Area><ofd:PhysicalBox>10 20 100 50</ofd:PhysicalBox></ofd:Area>").pages[0]
    assert (round(page.width / ofd_objects.POINTS), round(page.height / ofd_objects.POINTS)) == (100, 50)
    assert round(page.lines[0].box[0] / ofd_objects.POINTS, 1) == 10.0


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda parts: parts | {"OFD.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><OFD/>"}, "declares a document type"),
        (lambda parts: parts | {"OFD.xml": "<OFD/>"}, "names no document"),
        (lambda parts: parts | {"OFD.xml": "<OFD><DocRoot>../../etc/passwd</DocRoot></OFD>"}, "it lacks '../../etc/passwd'"),
        (lambda parts: parts | {"D.xml": "<Document><Page BaseLoc='P.xml'/></Document>", "P.xml": "<Page><Layer/></Page>"}, "no text"),
        (lambda parts: parts | {"P.xml": "<Page><TextObject"}, "is damaged"),
        (lambda parts: parts | {"P.xml": "<Page><TextObject Boundary='x' Size='1'><TextCode>a</TextCode></TextObject></Page>"}, "is damaged"),
    ],
)  # fmt: skip
def test_what_is_no_ofd_is_told(spoil, why):
    parts = {
        "OFD.xml": "<OFD><DocRoot>D.xml</DocRoot></OFD>",
        "D.xml": "<Document><Page BaseLoc='P.xml'/></Document>",
        "P.xml": "<Page><TextObject Boundary='0 0 9 9' Size='4'><TextCode X='0' Y='4'>甲</TextCode></TextObject></Page>",
    }
    assert lines(open_document(pack(parts))) == ["甲"]
    with pytest.raises(Unreadable, match=why):
        open_document(pack(spoil(parts)))


def test_steps_without_end_are_cut(monkeypatch):
    assert lines(opened(text("甲乙", deltas='DeltaX="g 99999999 4"'))) == ["甲乙"]
    monkeypatch.setattr(ofd_objects, "_MOST", 3)
    with pytest.raises(Unreadable, match="draws more than 3"):
        opened(text("甲乙丙丁"))
