"""Two reports of one unit: a carry-over that is broken between two sound years, and one of them that is broken in itself."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.findings import tables
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.faults import injections
from tests.support.faults.injections import Error
from tests.support.figures import figures
from tests.support.paper import layouts

LAYOUT = layouts.layout("shanghai_one_column")
FIRST = figures.report(41, 2023, "样本市样本局")


def other_opening() -> figures.Report:
    """The year after, sound in itself, that opens with 12.34 万元 more of one item than the year before closed with."""
    leaves = FIRST.leaves.fiscal
    which = next(n for n, leaf in enumerate(leaves) if leaf.fund == "general_budget" and leaf.closing)
    more = replace(leaves[which], closing=leaves[which].closing + Decimal(123_400))
    fiscal = (*leaves[:which], more, *leaves[which + 1 :])
    return figures.next_year(replace(FIRST, leaves=replace(FIRST.leaves, fiscal=fiscal)))


def findings(folder, *readings):
    """The findings of two years: fiscal year, identities, sentences, page; and the suspects."""
    connection = desk.filled(folder, readings)
    tables.write(asked(connection))
    query = "select fiscal_year, identities, sentence_zh, sentence_en, page, is_only from findings.finding order by all"
    return connection.execute(query).fetchall(), connection.execute("from findings.suspect").fetchall()


def test_two_sound_years_that_do_not_fit_accuse_no_number(tmp_path):
    second = desk.reading(other_opening(), LAYOUT)
    found, suspects = findings(tmp_path, desk.reading(FIRST, LAYOUT), second)
    [(year, identities, sentence, english, page, is_only)] = found
    assert (year, page, is_only, suspects) == (2024, 1, False, [])
    assert identities == ["Y-01", "Y-02"]
    assert "应为" not in sentence
    assert re.search(r"2024年 T1 amount印为[\d,.]+万元（2024年报告第1页），2023年 T1 amount印为", sentence)
    assert "（2023年报告第1页），差12.34万元，未说明原因；两份报告各自平衡，无法判断哪一个有误" in sentence
    assert "each report adds up in itself, and nothing tells which of them is wrong" in english


def test_the_year_that_is_broken_in_itself_is_blamed_for_both(tmp_path):
    """Last year's closing balance of T1 has a digit too many: two findings, each names that amount in that report."""
    first = desk.reading(FIRST, LAYOUT)
    closing = next(a for f in first.forms if f.key == "T1" for a in f.amounts if a.line == "closing")
    wrong = injections.spoiled(first, Error("ten", {closing.key: closing.number.value * 10}))
    found, suspects = findings(tmp_path, wrong, desk.reading(figures.next_year(FIRST), LAYOUT))
    assert [(year, is_only) for year, *_, is_only in found] == [(2023, True), (2024, True)]
    assert {amount_id for _, _, _, amount_id, *_ in suspects} == {f"{desk.report_id(0)[:16]}-{closing.key}"}
    of_first, of_second = (sentence for _, _, sentence, *_ in found)
    assert of_first.startswith("第1页 T1 amount：印为15405.50万元，")
    assert of_second.startswith("2023年报告第1页 T1 amount：印为15405.50万元，")


def test_this_years_opening_balance_is_blamed_where_its_own_sums_say_so(tmp_path):
    second = desk.reading(figures.next_year(FIRST), LAYOUT)
    opening = next(a for f in second.forms if f.key == "T1" for a in f.amounts if a.line == "opening")
    wrong = injections.spoiled(second, Error("ten", {opening.key: opening.number.value * 10}))
    found, _ = findings(tmp_path, desk.reading(FIRST, LAYOUT), wrong)
    [(year, identities, sentence, _, page, is_only)] = found
    assert (year, page, is_only) == (2024, 1, True)
    assert {"Y-01", "W1-02"} <= set(identities)
    assert sentence.startswith("第1页 T1 amount：印为15405.50万元，")


@pytest.mark.parametrize(("by", "is_found"), [("0.01", False), ("0.50", True)])
def test_a_department_and_its_units_that_do_not_fit(tmp_path, by, is_found):
    """The department says another number of 公用 running costs than its units do: no one of them is accused."""
    units = tuple(
        figures.report(seed, 2023, f"样本市样本{name}") for seed, name in ((3, "局（本级）"), (8, "服务中心"))
    )
    whole = desk.reading(figures.department("样本市样本局", units), LAYOUT)
    claim = next(c for c in whole.prose.claims if c.subject == "running_costs" and c.role == "value")
    wrong = injections.spoiled(whole, Error("cent", {claim.key: claim.number.value + Decimal(by)}))
    found, suspects = findings(tmp_path, wrong, *(desk.reading(unit, LAYOUT) for unit in units))
    assert suspects == []
    said = [sentence for _, identities, sentence, *_ in found if identities == ["U-03"]]
    assert len(said) == is_found
    assert all(
        "（样本市样本服务中心2023年报告第1页），合为" in sentence and "差0.50万元；" in sentence for sentence in said
    )
