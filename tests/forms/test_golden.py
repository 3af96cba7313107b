"""Real reports, cell by cell, against golden files made by looking at the page pictures."""

import csv
import json
from collections import Counter

import pytest

from pipelines.reading.readings import Reading
from pipelines.settings import PROJECT
from pipelines.vocabulary.text import squeeze
from tests.support.files.reading import read_report
from tests.support.real_reports import SHARED_REPORTS

GOLDEN = PROJECT / "tests" / "golden"
REPORTS = {
    "社会工作部2024": 205,
    "西南大学2023": 220,
    "财政局2024改动版": 149,
    "国家信访局2024": 249,
    "西安卫健委2022": 655,
    "长沙职业教育基地2026预算": 123,
    "域外农场2026预算": 37,
    "北京信访2026预算": 252,
    "江苏政协2018预算": 170,
    "泉州监测保障中心2026预算": 221,
    "深圳统计局2026预算": 986,
    "湖州财政局2026预算": 304,
    "福州巡特警2026预算": 140,
}
FILES = {
    "财政局2024改动版": "改动版",
    "西安卫健委2022": "西安市卫生健康委员会",
    "长沙职业教育基地2026预算": "长沙职业教育基地",
    "域外农场2026预算": "域外农场",
    "北京信访2026预算": "北京市信访办公室2026年度部门预算（报表）",
    "江苏政协2018预算": "江苏省政协办公厅2018年度部门预算（报表）",
    "泉州监测保障中心2026预算": "泉州市市场监管",
    "深圳统计局2026预算": "深圳市统计局",
    "湖州财政局2026预算": "湖州市财政局",
    "福州巡特警2026预算": "福州市公安局巡特警",
}

SET_AGAIN = {
    "wenlv": ("文化和旅游局", 394),
    "yichuan": ("宜川路", 622),
    "shiquan": ("石泉路", 580),
    "shengtai": ("生态环境局", 747),
}
CELLS = SHARED_REPORTS / "finals" / "四份重排报告的单元格.json"
"""The true cells of four reports that were set again by other makers, by these names."""
COLUMNS = {
    "T2": "total fiscal superior operating business subordinate other",
    "T3": "total basic project remitted business subsidy",
    "T4": "total general_budget government_fund state_capital",
    "T5": "total basic project",
    "T7": "budget_total final_total budget_abroad final_abroad budget_vehicles final_vehicles budget_purchase final_purchase"
    " budget_running final_running budget_reception final_reception",
    "T8": "opening income total basic project closing",
}
"""The columns of these reports as they are printed, from the left; T1, T6 and the left of T4 have one."""


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


def set_again(name: str) -> Counter:
    """(form, row, column, text) of every true cell of one of the four reports."""
    with open(CELLS, encoding="utf-8") as file:
        true = json.load(file)[name]
    return Counter((c["form"], *_place(c["form"], squeeze(c["row"]), c["column"]), squeeze(c["text"])) for c in true)


def _place(form: str, row: str, column: int) -> tuple[str, str]:
    if form in ("T1", "T6") or (form == "T4" and row.startswith("收")):
        return row, "amount"
    return "" if form == "T7" else row, COLUMNS[form].split()[column]


def _row(form: str, panel: str, code: str | None, label: str) -> str:
    if form in ("T1", "T4"):
        return {"left": "收", "right": "支"}[panel] + label
    return "" if form == "T7" else code or label


@pytest.mark.parametrize("name", SET_AGAIN)
def test_every_cell_is_right_whoever_set_the_page(name, real_report):
    part, count = SET_AGAIN[name]
    reading, wanted = read_report(real_report(part), None), set_again(name)
    assert sum(wanted.values()) == count
    amounts = [a for form in reading.forms for a in form.amounts if a.mark == "number"]
    assert Counter((a.form, _row(a.form, a.panel, a.code, a.label), a.column, a.text) for a in amounts) == wanted
    assert not any(a.held for a in amounts)


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
