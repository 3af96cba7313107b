"""Archives: an account in several files is one, whatever their names are written in; what is no report in them is told."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfWriter

from pipelines.formats import open_document, read_zip
from pipelines.pdf import Source, Unreadable, plumber_reader
from pipelines.reading.report import read_once, read_twice
from pipelines.settings import PROJECT
from tests.support.files import rewriting
from tests.support.files.archives import packed

PAGE = f"<html><p>{'部门决算说明' * 9}</p></html>".encode()


def test_an_account_in_two_files_is_one(sample):
    document = sample.document
    tables = replace(document, pages=tuple(p for p in document.pages if p.grids))
    texts = replace(document, pages=tuple(p for p in document.pages if not p.grids))
    content = packed({"公开/附表.xlsx": rewriting.as_xlsx(tables), "公开/说明.docx": rewriting.as_docx(texts)})
    reading = read_once(Source("公开.zip", content, ""), None)
    assert (reading.status, reading.disclosure.unit) == ("read", sample.disclosure.unit)
    assert len(reading.forms) == len(sample.forms)
    members = [page.member for page in reading.document.pages]
    assert (members[0], members[-1]) == ("公开/说明.docx", "公开/附表.xlsx")
    assert [page.number for page in reading.document.pages] == list(range(1, len(members) + 1))


def test_a_file_of_text_comes_before_one_of_tables(sample):
    """Whatever they are called: 公开报表.pdf says no unit, 情况说明.pdf does."""
    tables, texts = ([page for page in sample.document.pages if bool(page.grids) is has] for has in (True, False))
    made = {b"%PDF-1 tables": tables, b"%PDF-1 texts": texts}
    content = packed({"公开报表.pdf": b"%PDF-1 tables", "情况说明.pdf": b"%PDF-1 texts"})
    document = read_zip(content, lambda inner: replace(sample.document, pages=tuple(made[inner])))
    assert [page.member for page in document.pages] == ["情况说明.pdf"] * len(texts) + ["公开报表.pdf"] * len(tables)
    assert [page.name for page in document.pages] == [f"第{page.number}页" for page in (*texts, *tables)]


def test_pages_of_a_pdf_in_an_archive_have_a_second_reader(monkeypatch):
    [path] = (PROJECT / "raw" / "2024").glob("*决算.pdf")
    first, some = PdfWriter(), io.BytesIO()
    first.append(path, pages=(0, 9))
    first.write(some)
    source = Source("公开.zip", packed({"a.html": PAGE, "b/决算.pdf": some.getvalue()}), "")
    table = next(page for page in read_once(source, None).document.pages if page.number > 2 and page.grids)
    assert (table.member, table.name) == ("b/决算.pdf", f"第{table.number - 1}页")
    one = next(cell for grid in table.grids for cell in grid.cells if cell.text)
    read = plumber_reader.read_document

    def misread(content, numbers, beyond):
        document = read(content, numbers, beyond)
        grids = [
            replace(g, cells=tuple(replace(c, text="1.11") if c.text == one.text else c for c in g.cells))
            for g in document.pages[0].grids
        ]
        assert [page.number for page in document.pages] == [table.number - 1]
        return replace(document, pages=(replace(document.pages[0], grids=tuple(grids)),))

    alike = read_twice(source, None, [1, table.number])
    assert {(one.page, one.outcome) for one in alike.opinions} == {(1, "stored"), (table.number, "same")}
    assert not any("two readers differ" in doubt.reason for doubt in alike.doubts)
    monkeypatch.setattr(plumber_reader, "read_document", misread)
    unlike = read_twice(source, None, [table.number])
    assert [one.outcome for one in unlike.opinions] == ["differs"]


def test_what_is_not_read_of_an_archive_is_told():
    inner = packed({"a.html": PAGE})
    document = open_document(
        packed({"说明.html": PAGE, "图.png": b"\x89PNG", "内.zip": inner, "Thumbs.db": b"", "__MACOSX/x": b""})
    )
    assert [(d.detail, d.held) for d in document.doubts] == [("图.png", False), ("内.zip", False)]
    assert {page.member for page in document.pages} == {"说明.html"}


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x.pdf", "a/../../b"])
def test_a_path_out_of_an_archive_is_refused(name):
    with pytest.raises(Unreadable, match="outside of itself"):
        open_document(packed({"说明.html": PAGE, name: PAGE}))


def test_an_archive_of_several_units_is_refused(sample):
    page = rewriting.as_html(replace(sample.document, pages=sample.document.pages[:6])).decode()
    other = page.replace("科学技术协会", "教育局")
    assert page != other
    reading = read_once(Source("区.zip", packed({"一.html": page.encode(), "二.html": other.encode()}), ""), None)
    assert reading.status == "quarantined"
    assert reading.doubts[0].reason == "the archive holds reports of several units, years or kinds"
    assert "教育局" in reading.doubts[0].detail


def test_an_empty_or_cut_off_archive_is_told():
    content = packed({"说明.html": PAGE})
    with pytest.raises(Unreadable, match="the archive is damaged"):
        open_document(content[: len(content) // 2])
    with pytest.raises(Unreadable, match="nothing in the archive can be read"):
        open_document(packed({"图.png": b"\x89PNG"}))


def test_a_word_97_document_is_named_and_says_what_to_do():
    with pytest.raises(Unreadable, match="a Word 97 document") as refusal:
        open_document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "WordDocument\0".encode("utf-16-le"))
    assert "install LibreOffice" in refusal.value.doubt.remedy
