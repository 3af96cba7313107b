"""The same report is read the same from every format: every cell of its forms, every claim of its prose, each with its place."""

from collections import Counter

import pytest

from pipelines.pdf import Source
from pipelines.reading.readings import Reading
from pipelines.reading.report import read_once
from tests.support.files import rewriting


def cells(reading: Reading) -> Counter:
    """Every printed amount by its meaning, with what is printed."""
    return Counter(
        (a.form, a.panel, a.line, a.code, a.column, a.label, a.text, a.counted_in, a.held)
        for form in reading.forms
        for a in form.amounts
        if a.mark != "blank"
    )


def claims(reading: Reading) -> Counter:
    return Counter((c.subject, c.role, c.code, c.text, c.direction, c.base, c.section) for c in reading.prose.claims)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "html", "docx"])
def test_a_report_says_the_same_in_every_format(kind, sample):
    again = read_once(Source("附表.xls", getattr(rewriting, f"as_{kind}")(sample.document), ""), None)
    assert (again.status, again.document.format) == ("read", kind)
    assert cells(again) == cells(sample)
    assert cells(sample).total() > 100
    if kind not in ("xlsx", "xls"):  # a sheet has no paragraphs
        assert claims(again) == claims(sample)
    assert (again.disclosure.unit, again.disclosure.year) == (sample.disclosure.unit, sample.disclosure.year)
    for page in again.document.pages:
        boxes = {one.box for one in page.addresses}
        assert {cell.box for grid in page.grids for cell in grid.cells if cell.text} <= boxes
        assert {line.box for line in page.lines} <= boxes
