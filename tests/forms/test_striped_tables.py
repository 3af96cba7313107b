"""Striped tables: without rules, every other row shaded: what is not read of them is held, and no form of them is called blank."""

from dataclasses import replace

import pytest

from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper, texts


@pytest.mark.parametrize(
    ("seed", "name"), [(1, "shanghai_one_column"), (3, "ministry_form"), (2, "shanghai_three_columns")]
)
def test_a_form_of_which_rows_are_lost_is_in_doubt(seed, name, tmp_path):
    layout = layouts.layout(name)
    layout = replace(layout, style=replace(layout.style, rules="striped"))
    report = figures.report(seed)
    reading = read_report(paper.draw(layouts.paper(report, layout), tmp_path / "report.pdf", layout.style), report.year)
    printed = dict.fromkeys(layout.forms_of(report), 0)
    for cell in texts.expected(report, layout):
        printed[cell.form] += 1
    read = {form.key: sum(a.mark == "number" for a in form.amounts) for form in reading.forms}
    doubted = {doubt.form for doubt in reading.doubts}
    assert {form for form, count in printed.items() if read.get(form, 0) < count} <= doubted
    assert any(doubt.held for doubt in reading.doubts)
    assert [(c.page, c.text) for c in reading.prose.claims if c.page <= max(d.page or 0 for d in reading.doubts)] == []
