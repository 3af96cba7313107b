"""Filing: what is read of two pages on a sheet leads to the sheet in the file, and to the place on it where it is printed."""

import io
from pathlib import Path

import pdfplumber
import pytest

from pipelines.formats import open_document
from pipelines.ocr import read_scans
from pipelines.pdf import Document, Source, as_filed, count_filed, filed, read_source
from pipelines.reading.filing import lay_back
from pipelines.reading.readings import Reading
from pipelines.reading.records import record
from pipelines.reading.report import read_once, read_twice
from tests.support.figures import figures
from tests.support.files.archives import packed
from tests.support.files.printed_again import resized, sideways, two_on_a_sheet
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")
NAME = "样本市样本区民政局2024年度部门决算.pdf"


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> Path:
    report = figures.report(5, unit="样本市样本区民政局")
    return paper.draw(layouts.paper(report, LAYOUT), tmp_path_factory.mktemp("drawn") / NAME, LAYOUT.style)


def source(content: bytes) -> Source:
    return Source(NAME, content, "0" * 64)


def row(reading: Reading) -> dict:
    return lay_back(record("a" * 64, reading), reading.document.pages)


def amounts(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (a.form, a.panel, a.row, a.column_number, a.column, a.text, a.held) for f in reading.forms for a in f.amounts
    ]


@pytest.mark.parametrize(
    "change", [two_on_a_sheet, lambda content: sideways(two_on_a_sheet(content)), lambda c: resized(c, 2)]
)
def test_figures_lead_to_the_page_of_the_file_and_their_place_on_it(plain, change):
    whole = read_once(read_source(plain), 2024)
    content = change(plain.read_bytes())
    reading = read_once(source(content), 2024)
    assert amounts(reading) == amounts(whole) and len(amounts(whole)) > 100
    assert [claim.text for claim in reading.prose.claims] == [claim.text for claim in whole.prose.claims]
    kept = row(reading)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        assert kept["page_count"] == len(pdf.pages) == len(kept["pages"]) == count_filed(reading.document.pages)
        for one in kept["pages"]:
            page = pdf.pages[one["page"] - 1]
            assert (one["width"], one["height"]) == (page.width, page.height)
        seen = [one for one in kept["amounts"] if one["text"] and one["text"] != "0.00"][::9]
        for one in seen:
            page = pdf.pages[one["page"] - 1]
            shown = "".join(
                c["text"]
                for c in page.crop([edge + out for edge, out in zip(one["bbox"], (-1, -1, 1, 1), strict=True)]).chars
            )
            assert shown in (one["text"], one["text"][::-1])
            assert f"-p{one['page']:03d}-" in one["amount_id"]
        assert len(seen) > 10


def test_both_readers_see_two_pages_on_a_sheet_alike(plain):
    content = source(two_on_a_sheet(plain.read_bytes()))
    once = read_once(content, 2024)
    asked = [3, 5]
    twice = read_twice(content, 2024, asked, once=once)
    assert amounts(twice) == amounts(once)
    assert [(one.page, one.outcome) for one in twice.opinions] == [(5, "same"), (6, "same"), (9, "same"), (10, "same")]
    assert [(one["page"], one["outcome"]) for one in row(twice)["opinions"]] == [(3, "same"), (5, "same")]


def test_pages_of_an_archive_run_on_by_the_pages_of_its_files(plain):
    content = plain.read_bytes()
    pages = read_once(source(content), 2024).document.pages
    both = {"a.pdf": two_on_a_sheet(content), "b.pdf": content}
    document: Document = open_document(packed(both), read_scans, None)
    sheets = (len(pages) + 1) // 2
    numbers = filed(document.pages)
    assert next(numbers[page.number] for page in document.pages if page.member == "b.pdf") == sheets + 1
    assert [one.number for one in as_filed(document.pages)] == list(range(1, sheets + len(pages) + 1))
    assert [page.name for page in document.pages][:4] == ["第1页", "第1页", "第2页", "第2页"]
