"""Several reports in one PDF: the first is read as it would be alone, the rest is held and says so; parts of one report part nothing."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from pipelines.forms import first_report, lay_out
from pipelines.pdf import Source
from pipelines.pdf.pdfium import reader
from pipelines.reading.report import read_once
from pipelines.settings import PROJECT

[FINAL] = (PROJECT / "raw" / "2024").glob("*决算.pdf")
[BUDGET] = (PROJECT / "raw" / "2024").glob("*预算.pdf")
[OTHER] = (PROJECT / "raw" / "2023").glob("苏州*决算.pdf")
BEHIND = "another report begins on this page; neither it nor what follows is read"


def _joined(*paths: Path) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    for path in paths:
        writer.append(path)
    writer.write(out)
    return out.getvalue()


def _read(content: bytes):
    return read_once(Source("report.pdf", content, ""), None)


@pytest.mark.parametrize(("first", "second"), [(FINAL, OTHER), (FINAL, BUDGET), (BUDGET, FINAL), (OTHER, OTHER)])
def test_the_first_of_two_reports_is_read_as_if_it_were_alone(first, second):
    alone, both = _read(first.read_bytes()), _read(_joined(first, second))
    assert (both.status, both.disclosure) == (alone.status, alone.disclosure)
    assert both.forms == alone.forms and both.prose.claims == alone.prose.claims
    begins = len(PdfReader(first).pages) + 1
    assert [(doubt.page, doubt.scope, doubt.held) for doubt in both.doubts if doubt.reason == BEHIND] == [
        (begins, "table", True)
    ]
    rest = [token for token in both.tokens if token.page >= begins]
    assert {(token.kind, token.rule) for token in rest} == {("explained", "of another report in the same file")}
    assert len(rest) > 300 and [token for token in both.tokens if token.page < begins] == list(alone.tokens)


@pytest.mark.parametrize("path", sorted((PROJECT / "raw").glob("*/*.pdf")), ids=lambda path: path.stem)
def test_one_report_is_not_parted(path):
    layout = lay_out(reader.read_document(path.read_bytes()).pages)
    assert first_report(layout).doubts == []


def test_forms_without_a_cover_or_a_contents_list_are_no_other_report():
    pages = reader.read_document(FINAL.read_bytes()).pages
    tables = [page for page in pages if page.grids]
    assert first_report(lay_out([*pages, *tables])).doubts == []
