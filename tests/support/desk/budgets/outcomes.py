"""Outcomes of a drawn budget: what is said of its forms and its prose together, and the heads of its commonest forms.

Belongs here: one budget, judged in a database of its own. Does not belong here: drawing forms (paper.budgets), families of budgets (families).
"""

from dataclasses import replace
from pathlib import Path

from tests.support.desk import desk, paragraphs
from tests.support.paper.budgets import SAMPLE, Sheet, Text, reading

BALANCE: list[Text] = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"]]
FISCAL = [
    ["收入", None, "支出", None, None, None],
    ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算"],
]
GENERAL = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
TOLD: list[Text] = [
    *BALANCE,
    ["一、财政拨款收入", "6.00", "一、教育支出", "9.00"],
    ["二、事业收入", "3.00", "", ""],
    ["收入总计", "9.00", "支出总计", "9.00"],
]


def outcomes(folder: Path, *drawn: tuple[str, str, list[Text]], said: tuple[str, ...] = ()) -> dict[str, set[str]]:
    """Outcomes that say something, by identity, of a budget with these forms (key, title, rows) and prose; raises ValueError where one is read as another."""
    one = reading(replace(SAMPLE, year=2024), [Sheet(key=k, title=t, unit="万元", rows=r) for k, t, r in drawn])
    if (keys := [form.key for form in one.forms]) != [key for key, _, _ in drawn]:
        raise ValueError(f"read as {keys}")
    if said:
        one = replace(one, prose=paragraphs.prose_of_budget(*said, year=2024))
    found: dict[str, set[str]] = {}
    query = "select identity_id, outcome from checks.outcome where outcome != 'not_evaluable'"
    for identity, outcome in desk.filled(folder, [one]).execute(query).fetchall():
        found.setdefault(identity, set()).add(outcome)
    return found
