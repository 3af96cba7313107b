"""Every layout reads back cell for cell: value, row, code and column of every printed amount."""

from collections import Counter

import pytest

from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper, texts
from tests.support.paper.layout import Layout
from tests.support.paper.regions import REGIONS


def wanted(report: figures.Report, layout: Layout) -> Counter:
    return Counter(texts.expected(report, layout))


def found(reading, repeats: Counter) -> Counter:
    """Printed amounts of a reading; a 合计 row printed on every page counts as often as the figures list it."""
    amounts = [
        (a.form, "" if a.form in ("T6", "B9") else a.panel, a.line or "", "" if a.line == "class" else a.code or "",
         a.column, a.text)
        for form in reading.forms
        for a in form.amounts
        if a.mark not in ("blank", "words")
    ]  # fmt: skip
    counted = Counter(amounts)
    return Counter({k: min(n, repeats[k]) if k[2] == "total" and k in repeats else n for k, n in counted.items()})


@pytest.mark.parametrize("plain", [False, True], ids=["all_money", "fiscal_only"])
@pytest.mark.parametrize("layout", (*layouts.LAYOUTS, *REGIONS), ids=lambda layout: layout.name)
def test_layout_reads_back(layout, plain, tmp_path):
    report = figures.report(3, plain=plain, university=layout.table_set == "university")
    path = paper.draw(layouts.paper(report, layout), tmp_path / "report.pdf", layout.style)
    reading = read_report(path, report.year)
    cells = wanted(report, layout)
    assert reading.status == "read"
    assert (reading.disclosure.unit, reading.disclosure.year, reading.disclosure.kind) == (
        report.unit,
        report.year,
        "final",
    )
    assert found(reading, cells) == cells
    assert not [d for d in reading.doubts if d.held]
    units = {f.key: f.counted_in for f in reading.forms if f.title}
    assert units == {f: layout.unit_of(f) for f in layout.forms_of(report)}
    missing = set(layout.missing)
    assert missing.isdisjoint(f.key for f in reading.forms)
