"""How the forms and the prose of budgets of provinces are judged: sound ones hold, a wrong amount is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.prose.sections import sections_of
from pipelines.reading.readings import Prose
from tests.support.desk import desk, paragraphs
from tests.support.paper import budget_sets
from tests.support.paper.budgets import SAMPLE, Sheet, Text, reading

BALANCE = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"]]
FISCAL = [
    ["收入", None, "支出", None, None, None],
    ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算"],
]
GENERAL = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]


def outcomes(folder: Path, *drawn: tuple[str, str, list[Text]], said: tuple[str, ...] = ()) -> dict[str, set[str]]:
    """Outcomes that say something, by identity, of a budget with these forms (key, title, rows) and prose."""
    one = reading(replace(SAMPLE, year=2024), [Sheet(key=k, title=t, unit="万元", rows=r) for k, t, r in drawn])
    assert [form.key for form in one.forms] == [key for key, _, _ in drawn]
    if said:
        text = paragraphs.running(*said)
        claims = tuple(paragraphs.claims(*said, year=2024, of_budget=True))
        one = replace(one, prose=Prose(text, tuple(sections_of(text.sentences, of_budget=True)), claims, ()))
    found: dict[str, set[str]] = {}
    query = "select identity_id, outcome from checks.outcome where outcome != 'not_evaluable'"
    for identity, outcome in desk.filled(folder, [one]).execute(query).fetchall():
        found.setdefault(identity, set()).add(outcome)
    return found


@pytest.mark.parametrize(("without", "outcome"), [(("P6",), {"exact"}), (("P6", "PB"), {"exact", "violation"})])
def test_basic_expenditure_by_item_and_project_stands_for_that_by_economic_class(
    tmp_path: Path, without: tuple[str, ...], outcome: set[str]
):
    """云南 prints 部门基本支出预算表 of all funds, its items with economic codes, and no other."""
    own = replace(SAMPLE, year=2026)
    profile = next(one for one in budget_sets.PROFILES if one.place == "烟台")
    drawn = [sheet for sheet in budget_sets.drawn(own, profile) if sheet.key not in without]
    found = desk.filled(tmp_path, [reading(own, drawn, profile.label)])
    judged = found.execute("select distinct outcome from checks.outcome where identity_id = 'PS-01'").fetchall()
    assert {row[0] for row in judged} == outcome
