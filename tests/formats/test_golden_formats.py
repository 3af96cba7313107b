"""A real report, written again in each format, against its golden cells, which people read off the pages."""

import csv
from collections import Counter

import pytest

from pipelines.formats import open_document
from pipelines.pdf import Document, Source
from pipelines.reading.report import read_once
from pipelines.settings import PROJECT
from pipelines.vocabulary import squeeze
from tests.support.files import rewriting

GOLDEN = PROJECT / "tests" / "golden" / "社会工作部2024.csv"


@pytest.fixture(scope="module")
def given(real_report) -> Document:
    return open_document(real_report("社会工作部").read_bytes())


@pytest.mark.parametrize("kind", ["xlsx", "xls", "html", "docx"])
def test_every_golden_cell_is_read_from_every_format(kind, given):
    with open(GOLDEN, encoding="utf-8", newline="") as file:
        golden = Counter(
            (
                r["form"],
                r["panel"],
                r["line"],
                "" if r["line"] == "class" else r["code"],
                r["column"],
                squeeze(r["label"]),
                squeeze(r["text"]),
            )
            for r in csv.DictReader(file)
        )
    reading = read_once(Source("附表", getattr(rewriting, f"as_{kind}")(given), ""), None)
    found = Counter(
        (a.form, a.panel, a.line or "", "" if a.line == "class" else a.code or "", a.column, a.label, a.text)
        for form in reading.forms
        for a in form.amounts
        if a.mark in ("number", "dash", "doubtful")
    )
    assert golden.total() == 205
    assert found == golden
