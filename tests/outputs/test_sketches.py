"""Pages that no PDF has are sketched where their cells were read, and a sketch is nothing but rectangles and texts."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from pipelines.formats import open_document
from pipelines.outputs.evidence import crops, darkroom, sketches
from pipelines.outputs.evidence.darkroom import Wish
from pipelines.settings import PROJECT


@pytest.fixture
def book(tmp_path):
    made = Workbook()
    for row in [["支出决算表"], ["项目", "金额"], ["<b>&", 1234.5], *([n, n] for n in range(60))]:
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    path = tmp_path / "附表.xls"
    path.write_bytes(out.getvalue())
    return path


def test_a_figure_of_a_sheet_is_boxed_in_its_picture(book):
    [page] = open_document(book.read_bytes()).pages
    [box] = [cell.box for cell in page.grids[0].cells if cell.text == "1234.5"]
    answer = darkroom.draw(book, 1, [Wish((box,), (), True), Wish((), ("支出决算表",), False)])
    assert not isinstance(answer, str)
    answer = [one | {"region": list(one["region"]), "found": [list(b) for b in one["found"]]} for one in answer]
    (picture, _), (_, found) = darkroom.develop(answer, 2)
    assert picture.suffix == "svg"
    text = picture.image.decode()
    assert ">1234.5</text>" in text
    assert ">&lt;b&gt;&amp;</text>" in text
    assert ">59</text>" not in text
    x, y, width, height = picture.place(box)
    assert x >= 0 and x + width <= picture.extent[0] and y >= 0 and y + height <= picture.extent[1]
    assert f'x="{box[0]:.2f}" y="{box[1]:.2f}"' in text
    assert found == (page.lines[0].box,)


def test_pages_of_a_pdf_in_an_archive_are_drawn(book, tmp_path):
    [pdf] = (PROJECT / "raw" / "2024").glob("*决算.pdf")
    path = tmp_path / "公开.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(book, "附表.xls")
        archive.write(pdf, "说明.pdf")
    pages = open_document(path.read_bytes()).pages
    taken = {}
    for page in (pages[2], pages[-1]):
        answer = darkroom.draw(path, page.number, [Wish((page.lines[0].box,), (), False)])
        [(picture, _)] = darkroom.develop([one | {"region": list(one["region"]), "found": []} for one in answer], 1)
        taken[page.member] = picture.suffix
    assert taken == {"说明.pdf": "webp", "附表.xls": "svg"}


def test_a_page_that_is_not_there_has_no_picture(book):
    with pytest.raises(crops.NoPicture, match="page 7 cannot be drawn"):
        darkroom.develop(darkroom.draw(book, 7, [Wish((), (), False)]), 1)


SOUND = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect x="1"/><text y="2">a &lt; b</text></svg>'


@pytest.mark.parametrize(
    "spoilt",
    [
        SOUND.replace(b"<rect", b"<script"), SOUND.replace(b'x="1"', b'onload="location"'), SOUND + b"<script/>",
        SOUND.replace(b"a &lt; b", b"<a href='http://x'>a</a>"), SOUND.replace(b'y="2"', b'style="url(http://x)"'),
    ],
)  # fmt: skip
def test_what_is_no_sketch_of_ours_is_none(spoilt):
    assert sketches.is_sketch(SOUND)
    assert not sketches.is_sketch(spoilt)
