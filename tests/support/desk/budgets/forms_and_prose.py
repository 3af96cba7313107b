"""A budget drawn of some forms and some prose, and the heads of the commonest forms.

Belongs here: one budget of a few forms. Does not belong here: drawing forms (paper.budgets), families of budgets (families).
"""

from dataclasses import replace

from pipelines.reading.readings import Reading
from tests.support.desk import paragraphs
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


def budget_of(*forms: tuple[str, str, list[Text]], said: tuple[str, ...] = ()) -> Reading:
    """A budget of 2024 with these forms (key, title, rows) and prose; raises ValueError where one is read as another."""
    one = reading(replace(SAMPLE, year=2024), [Sheet(key=k, title=t, unit="万元", rows=r) for k, t, r in forms])
    if (keys := [form.key for form in one.forms]) != [key for key, _, _ in forms]:
        raise ValueError(f"read as {keys}")
    return replace(one, prose=paragraphs.prose_of_budget(*said, year=2024)) if said else one
