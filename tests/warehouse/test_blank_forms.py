"""A form without any money while its money is printed elsewhere (C-29, PC-29).

Every case is a report of a unit of its own in one warehouse: no report speaks of another.
"""

from collections.abc import Iterator
from dataclasses import replace

import duckdb
import pytest

from pipelines.reading.readings import Reading
from tests.support.desk import desk, paragraphs
from tests.support.desk.budgets.figures import figures as budget_figures
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.desk.together import apart
from tests.support.faults.form_errors import blanked
from tests.support.figures import figures
from tests.support.paper import layouts

FINAL = desk.reading(figures.report(3), layouts.LAYOUTS[0])
BUDGET = shanghai(budget_figures(1, "样本市样本区民政局", 2024))
BARE = shanghai(budget_figures(1, "样本市样本区民政局", 2024, "单位"))

BLANK = [
    *((FINAL, (form,), "empty", [(form, "violation")]) for form in ("T2", "T3", "T4", "T5", "T6")),
    (FINAL, ("T6",), "left_blank", [("", "not_evaluable")]),  # and says why
    (FINAL, ("T8",), "empty", [("", "not_evaluable")]),  # C-19 has it
    (FINAL, ("T4", "T8"), "empty", [("T4", "violation"), ("T8", "violation")]),
    *((BUDGET, (form,), "declared_empty", [(form, "violation")]) for form in ("P2", "P3", "P4", "P5", "P6")),
    (BUDGET, ("P8",), "empty", [("", "not_evaluable")]),  # PC-04 has it
    (BUDGET, ("P4", "P8"), "empty", [("P4", "violation"), ("P8", "violation")]),
]
"""A sound report, forms in which nothing is filled in, what they are then, and the outcomes."""
SAID = [("5.00", {"violation"}), ("0.00", set())]
"""Money that the prose tells of a fund whose form has none, and the outcomes."""


def of_final(said: str) -> Reading:
    """A final account without balances whose form of government funds is blank."""
    text = ("八、政府性基金预算支出决算情况说明", f"政府性基金预算财政拨款本年支出{said}万元。")
    rest = tuple(form for form in blanked(FINAL, "T8").forms if form.key not in ("T1", "T4"))
    return replace(FINAL, forms=rest, prose=replace(FINAL.prose, claims=tuple(paragraphs.claims(*text))))


def of_budget(said: str) -> Reading:
    """A budget without money of funds whose form says that there is none."""
    text = ("八、政府性基金预算支出情况说明", f"2024年政府性基金预算支出{said}万元。")
    return replace(blanked(BARE, "P8", "declared_empty"), prose=paragraphs.prose_of_budget(*text, year=2024))


def readings() -> Iterator[Reading]:
    for sound, forms, status, _ in BLANK:
        spoilt = sound
        for form in forms:
            spoilt = blanked(spoilt, form, status)
        yield spoilt
    for said, _ in SAID:
        yield of_final(said)
        yield of_budget(said)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    return desk.filled(tmp_path_factory.mktemp("blank"), apart(list(readings())))


def told(warehouse: duckdb.DuckDBPyConnection, number: int) -> list[tuple[str, str]]:
    """The outcomes of a report, by instance."""
    sql = "select instance, outcome from checks.outcome where identity_id in ('C-29', 'PC-29') and report_id = ? order by all"
    return warehouse.execute(sql, [desk.report_id(number)]).fetchall()


@pytest.mark.parametrize(("number", "wanted"), [(number, wanted) for number, (*_, wanted) in enumerate(BLANK)])
def test_a_blank_form_is_held_against_what_prints_its_money(warehouse, number: int, wanted: list[tuple[str, str]]):
    assert told(warehouse, number) == wanted


@pytest.mark.parametrize(("number", "outcomes"), [(number, outcomes) for number, (_, outcomes) in enumerate(SAID)])
@pytest.mark.parametrize(("form", "place"), [("T8", 0), ("P8", 1)])
def test_the_prose_tells_money_of_a_fund_whose_form_has_none(
    warehouse, form: str, place: int, number: int, outcomes: set[str]
):
    judged = told(warehouse, len(BLANK) + 2 * number + place)
    assert {outcome for instance, outcome in judged if instance.startswith(f"{form} ")} == outcomes
