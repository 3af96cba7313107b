"""All claims of money and percent of real budgets, of four sets, against golden files typed from their pages."""

import csv
from collections import Counter

import pytest

from pipelines.settings import PROJECT
from pipelines.vocabulary.text import squeeze
from tests.support.files.reading import read_report

GOLDEN = PROJECT / "tests" / "golden" / "budget_claims"
REPORTS = {
    "广州商务局2026预算": "广州市商务局2026年度部门预算",
    "普陀司法局2026预算": "普陀区司法局2026年部门预算",
    "烟台信访局2026预算": "烟台市信访局2026年度部门预算",
    "重庆科技局2026预算": "重庆市科学技术局2026年度部门预算",
}
"""Golden file → a part of the budget's name."""


def _key(page, subject, label, role, text, unit, direction, base):
    return page, subject, squeeze(label) if subject == "function" else "", role, text, unit, direction, base


@pytest.mark.parametrize("name", REPORTS)
def test_every_amount_and_percent_a_budget_says_is_read(name, real_report):
    with open(GOLDEN / f"{name}.csv", encoding="utf-8", newline="") as file:
        golden = Counter(_key(int(row.pop("page")), **row) for row in csv.DictReader(file))
    pages = {page for page, *_ in golden}
    claims = read_report(real_report(REPORTS[name]), None).prose.claims
    read = Counter(
        _key(c.page, c.subject, c.label, c.role, c.text, c.counted_in, c.direction, c.base)
        for c in claims
        if c.page in pages and c.counted_in in ("元", "万元", "%")
    )
    assert read - golden == Counter()
    assert golden - read == Counter()
