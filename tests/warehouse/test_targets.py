"""The money in tables of targets (绩效目标表) is judged: a wrong amount is told, a table that is not sure to be whole is not judged."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from pipelines.reading.readings import Reading
from tests.support.desk import paragraphs
from tests.support.desk.budgets.figures import figures
from tests.support.desk.budgets.forms import Row, form
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.desk.targets import target_claims
from tests.support.desk.together import Outcomes, Together

judged_together = Together()

PROJECT = {"target_money 样本采购": "10.00"}
SOURCES = {"target_source 财政拨款": "7.00", "target_source 上年结转": "2.00", "target_source 其他资金": "1.00"}
ALL = {"unit_target 金额合计": "10.00", "target_source 财政拨款": "9.00", "target_source 其他资金": "1.00"}


def budget(*rows: Mapping[str, str]) -> Reading:
    """A sound budget with a table of targets."""
    whole = shanghai(figures(1, "样本市样本局", 2024))
    return replace(whole, prose=replace(whole.prose, claims=tuple(target_claims(*rows))))


def of_targets(judged: Outcomes) -> dict[str, list[str]]:
    """Identity of tables of targets → its outcomes that say something, each as often as it was found."""
    told = {
        key: [one for one in judged.every[key] if one != "not_evaluable"] for key in judged if key.startswith("PT-")
    }
    return {key: outcomes for key, outcomes in told.items() if outcomes}


@pytest.mark.parametrize(("total", "outcome"), [("10.00", ["exact"]), ("10.10", ["violation"])])
@judged_together
def test_the_money_of_a_project_is_the_sum_of_its_sources(total: str, outcome: list[str]):
    assert of_targets((yield budget({"target_money 样本采购": total} | SOURCES))) == {"PT-01": outcome}


@judged_together
def test_a_total_without_sources_is_not_judged():
    assert of_targets((yield budget(PROJECT))) == {}


@pytest.mark.parametrize(
    ("last", "outcome"), [("2.00", ["exact", "exact", "exact"]), ("2.50", ["exact", "violation", "violation"])]
)
@judged_together
def test_the_tasks_of_a_unit_add_up_to_all_of_them(last: str, outcome: list[str]):
    tasks = (
        {"task_target 机关运转": "8.00", "target_source 财政拨款": "7.00", "target_source 其他资金": "1.00"},
        {"task_target 政务保障": last, "target_source 财政拨款": last},
    )
    found = of_targets((yield budget(*tasks, ALL)))
    assert (found["PT-01"], found["PT-02"]) == (["exact"] * 3, outcome)
    assert "PT-02" not in of_targets((yield budget(*tasks)))


@pytest.mark.parametrize(("basic", "outcome"), [("5.00", ["exact", "exact"]), ("5.10", ["exact", "violation"])])
@judged_together
def test_each_source_of_a_unit_is_its_basic_and_project_expenditure(basic: str, outcome: list[str]):
    natures = {"target_nature 财政拨款基本支出": basic, "target_nature 财政拨款项目支出": "4.00"}
    found = of_targets((yield budget(ALL | natures | {"target_nature 其他资金项目支出": "1.00"})))
    assert (found["PT-01"], found["PT-03"]) == (["exact"], outcome)


@pytest.mark.parametrize(
    ("total", "opening", "listed", "found"),
    [
        ("10.00", {}, ("样本采购项目", "其他"), {"PT-04": ["exact"]}),
        ("11.00", {}, ("样本采购项目", "其他"), {"PT-04": ["violation"]}),
        ("11.00", {"target_source 上年结转": "11.00"}, ("样本采购项目", "其他"), {"PT-01": ["exact"]}),
        ("11.00", {}, ("样本采购项目", "样本采购"), {}),
        ("11.00", {}, ("样本维修", "其他"), {}),
    ],
)
@judged_together
def test_the_money_of_a_project_is_that_of_its_row(
    total: str, opening: dict[str, str], listed: tuple[str, str], found: dict[str, list[str]]
):
    """Money carried over may not be in the list, and of two of a name nobody knows which is meant."""
    one = budget({"target_money 样本采购": total} | opening)
    drawn = form("PX", [Row("", f"project_{n}", None, {"total": 10_000_000}) for n in range(2)])
    names = {f"project_{n}": name for n, name in enumerate(listed)}
    named = replace(drawn, amounts=tuple(replace(a, label=names[a.label]) for a in drawn.amounts))
    forms = (*(f for f in one.forms if f.key != "PX"), named)
    assert of_targets((yield replace(one, forms=forms))) == found


@pytest.mark.parametrize(
    ("told", "carried", "found"),
    [("10.00", False, {"PT-04": ["exact"]}), ("9.00", False, {"PT-04": ["violation"]}), ("9.00", True, {}), ("11.00", True, {"PT-04": ["violation"]})],
)  # fmt: skip
@judged_together
def test_what_a_list_of_targets_says_of_a_project_may_leave_out_what_is_carried_over(
    told: str, carried: bool, found: dict[str, list[str]]
):
    """珠海: 预算数 of the year beside a row of all money of the project."""
    one = budget({"target_listed 样本采购": told})
    drawn = form("PX", [Row("", "project_0", None, {"total": 10_000_000})])
    named = replace(drawn, amounts=tuple(replace(a, label="样本采购") for a in drawn.amounts))
    forms = {f.key: f for f in one.forms} | {"PX": named}
    if carried:
        last = next(a for a in forms["P1"].amounts if a.panel == "left" and a.number)
        opening = replace(last, line="opening", row=last.row + 90, label="上年结转")
        forms["P1"] = replace(forms["P1"], amounts=(*forms["P1"].amounts, opening))
    assert of_targets((yield replace(one, forms=tuple(forms.values())))) == found


@pytest.mark.parametrize(
    ("projects", "money", "found"), [(2, "15.00", ["exact"]), (2, "15.50", ["violation"]), (3, "15.50", None)]
)
@judged_together
def test_projects_said_to_have_targets_have_the_money_of_their_tables(
    projects: int, money: str, found: list[str] | None
):
    said = f"本部门编报绩效目标的项目{projects}个，涉及项目预算资金{money}万元。"
    whole = budget({"target_money 样本采购": "10.00"}, {"target_money 样本运维": "5.00"})
    spoken = paragraphs.prose_of_budget("四、绩效目标设置情况", said, year=2024)
    tables = tuple(
        replace(claim, order=100 + claim.order, statement=100 + claim.statement) for claim in whole.prose.claims
    )
    one = replace(whole, prose=replace(spoken, claims=(*spoken.claims, *tables)))
    assert of_targets((yield one)).get("PT-05") == found
