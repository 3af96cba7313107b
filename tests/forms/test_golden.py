"""Real reports, cell by cell, against golden files made by looking at the page pictures."""

import csv
from collections import Counter

import pytest

from pipelines.reading.readings import Reading
from pipelines.reading.report import read_report
from pipelines.settings import PROJECT
from pipelines.vocabulary.text import squeeze

GOLDEN = PROJECT / "tests" / "golden"
REPORTS = {"社会工作部2024": 205, "西南大学2023": 220, "财政局2024改动版": 149}
FILES = {"财政局2024改动版": "改动版"}


def golden(name: str) -> Counter:
    """(form, panel, line, code, column, page, label, text) of every printed amount by human reading."""
    with open(GOLDEN / f"{name}.csv", encoding="utf-8", newline="") as file:
        return Counter(
            (r["form"], r["panel"], r["line"], "" if r["line"] == "class" else r["code"], r["column"],
             int(r["page"]), squeeze(r["label"]), squeeze(r["text"]))
            for r in csv.DictReader(file)
        )  # fmt: skip


def cells(reading: Reading) -> Counter:
    """The same of a reading."""
    return Counter(
        (a.form, a.panel, a.line or "", "" if a.line == "class" else a.code or "", a.column, a.page, a.label, a.text)
        for form in reading.forms
        for a in form.amounts
        if a.mark in ("number", "dash", "doubtful")
    )


@pytest.mark.parametrize("name", REPORTS)
def test_every_cell_of_every_form_is_right(name, real_report):
    reading = read_report(real_report(FILES.get(name, name.rstrip("0123456789"))), None)
    wanted = golden(name)
    assert sum(wanted.values()) == REPORTS[name]
    assert cells(reading) == wanted
    assert not any(a.held for form in reading.forms for a in form.amounts)


def test_the_forms_that_are_empty_say_so(real_report):
    statuses = {f.key: f.status for f in read_report(real_report("社会工作部"), None).forms}
    assert {k for k, s in statuses.items() if s == "declared_empty"} == {"T7", "T8", "T9"}
    altered = {f.key: f.status for f in read_report(real_report("改动版"), None).forms}
    assert "T3" not in altered
    assert altered["T7"] == "empty"
