"""The money in tables of targets (绩效目标表) is judged: a wrong amount is told, a table that is not sure to be whole is not judged."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.reading.readings import Reading
from tests.support.desk import desk
from tests.support.desk.budgets.figures import figures
from tests.support.desk.budgets.forms import Row, form
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.desk.targets import Cells, target_claims


def budget(*rows: Cells) -> Reading:
    """A sound budget with a table of targets."""
    whole = shanghai(figures(1, "样本市样本局", 2024))
    return replace(whole, prose=replace(whole.prose, claims=tuple(target_claims(rows))))


def project(total: str, *sources: str) -> Cells:
    names = ("财政拨款", "上年结转", "其他资金")
    own = [("target_source", name, text) for name, text in zip(names, sources, strict=False)]
    return [("target_money", "样本采购", total), *own]


def outcomes(folder: Path, *rows: Cells) -> dict[str, list[str]]:
    """Identity of tables of targets → its outcomes."""
    query = "select identity_id, list(outcome order by outcome) from checks.outcome where identity_id like 'PT-%' and outcome != 'not_evaluable' group by all"
    return dict(desk.filled(folder, [budget(*rows)]).execute(query).fetchall())


@pytest.mark.parametrize(("total", "outcome"), [("10.00", ["exact"]), ("10.10", ["violation"])])
def test_the_money_of_a_project_is_the_sum_of_its_sources(tmp_path: Path, total: str, outcome: list[str]):
    assert outcomes(tmp_path, project(total, "7.00", "2.00", "1.00")) == {"PT-01": outcome}


def test_a_total_without_sources_is_not_judged(tmp_path: Path):
    assert outcomes(tmp_path, project("10.00")) == {}


def task(subject: str, name: str, total: str, *sources: str) -> Cells:
    own = [("target_source", source, text) for source, text in zip(("财政拨款", "其他资金"), sources, strict=False)]
    return [(subject, name, total), *own]


@pytest.mark.parametrize(
    ("last", "outcome"), [("2.00", ["exact", "exact", "exact"]), ("2.50", ["exact", "violation", "violation"])]
)
def test_the_tasks_of_a_unit_add_up_to_all_of_them(tmp_path: Path, last: str, outcome: list[str]):
    rows = (
        task("task_target", "机关运转", "8.00", "7.00", "1.00"),
        task("task_target", "政务保障", last, last),
        task("unit_target", "金额合计", "10.00", "9.00", "1.00"),
    )
    found = outcomes(tmp_path, *rows)
    assert (found["PT-01"], found["PT-02"]) == (["exact"] * 3, outcome)
    assert "PT-02" not in outcomes(tmp_path / "without", *rows[:2])


@pytest.mark.parametrize(("basic", "outcome"), [("5.00", ["exact", "exact"]), ("5.10", ["exact", "violation"])])
def test_each_source_of_a_unit_is_its_basic_and_project_expenditure(tmp_path: Path, basic: str, outcome: list[str]):
    natures = [("target_nature", f"财政拨款{name}", text) for name, text in (("基本支出", basic), ("项目支出", "4.00"))]
    other = [("target_nature", "其他资金项目支出", "1.00")]
    found = outcomes(tmp_path, [*task("unit_target", "预算支出总额", "10.00", "9.00", "1.00"), *natures, *other])
    assert (found["PT-01"], found["PT-03"]) == (["exact"], outcome)


@pytest.mark.parametrize(
    ("text", "opening", "listed", "found"),
    [
        ("10.00", "", ("样本采购项目", "其他"), {"PT-04": ["exact"]}),
        ("11.00", "", ("样本采购项目", "其他"), {"PT-04": ["violation"]}),
        ("11.00", "1.00", ("样本采购项目", "其他"), {}),
        ("11.00", "", ("样本采购项目", "样本采购"), {}),
        ("11.00", "", ("样本维修", "其他"), {}),
    ],
)
def test_the_money_of_a_project_is_that_of_its_row(
    tmp_path: Path, text: str, opening: str, listed: tuple[str, str], found: dict[str, list[str]]
):
    """Money carried over may not be in the list, and of two of a name nobody knows which is meant."""
    one = budget([("target_money", "样本采购", text), *([("target_source", "上年结转", opening)] if opening else [])])
    rows = [Row("", f"project_{n}", None, {"total": 10_000_000}) for n in range(2)]
    drawn = form("PX", rows)
    names = {f"project_{n}": name for n, name in enumerate(listed)}
    named = replace(drawn, amounts=tuple(replace(a, label=names[a.label]) for a in drawn.amounts))
    one = replace(one, forms=(*(f for f in one.forms if f.key != "PX"), named))
    query = "select identity_id, list(outcome) from checks.outcome where identity_id = 'PT-04' and outcome != 'not_evaluable' group by all"
    assert dict(desk.filled(tmp_path, [one]).execute(query).fetchall()) == found
