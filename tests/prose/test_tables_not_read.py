"""Tables that are not read, as they have no rules, say nothing as sentences, on the pages that they go on to neither."""

from dataclasses import replace

import pytest

from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_without_rules_are_no_sentences(seed, tmp_path):
    layout = layouts.layout("shanghai_one_column")
    layout = replace(layout, style=replace(layout.style, rules="none"))
    report = figures.report(seed)
    reading = read_report(paper.draw(layouts.paper(report, layout), tmp_path / "report.pdf", layout.style), report.year)
    titled = {doubt.page for doubt in reading.doubts if doubt.page and doubt.form}
    assert len(titled) == len(layout.forms_of(report))
    assert [(c.page, c.text) for c in reading.prose.claims if min(titled) <= c.page <= max(titled)] == []
    assert [c.page for c in reading.prose.claims if c.page > max(titled)]
