"""A form without any money while its money is printed elsewhere (C-29, PC-29)."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.reading.readings import Reading
from tests.support.desk import desk, paragraphs
from tests.support.desk.budgets.figures import figures as budget_figures
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.faults.form_errors import blanked
from tests.support.figures import figures
from tests.support.paper import layouts

FINAL = desk.reading(figures.report(3, unit="样本市样本区民政局"), layouts.LAYOUTS[0])
BUDGET = shanghai(budget_figures(1, "样本市样本区民政局", 2024))


def told(folder: Path, reading: Reading, identity: str) -> list[tuple[str, str]]:
    """Outcomes of an identity, by instance."""
    connection = desk.filled(folder, [reading])
    return connection.execute(
        "select instance, outcome from checks.outcome where identity_id = ? order by all", [identity]
    ).fetchall()


@pytest.mark.parametrize("form", ["T2", "T3", "T4", "T5", "T6"])
def test_a_blank_form_of_a_final_account_is_told(tmp_path: Path, form: str):
    assert told(tmp_path, blanked(FINAL, form), "C-29") == [(form, "violation")]


@pytest.mark.parametrize("form", ["P2", "P3", "P4", "P5", "P6"])
def test_a_blank_form_of_a_budget_is_told(tmp_path: Path, form: str):
    assert told(tmp_path, blanked(BUDGET, form, "declared_empty"), "PC-29") == [(form, "violation")]


def test_the_form_of_a_fund_is_held_against_all_money_where_that_of_fiscal_money_is_blank(tmp_path: Path):
    assert told(tmp_path, blanked(FINAL, "T8"), "C-29") == [("", "not_evaluable")]  # C-19 has it
    both = blanked(blanked(FINAL, "T4"), "T8")
    assert told(tmp_path, both, "C-29") == [("T4", "violation"), ("T8", "violation")]


def test_a_form_that_says_why_it_is_blank_is_not_told(tmp_path: Path):
    assert told(tmp_path, blanked(FINAL, "T6", "left_blank"), "C-29") == [("", "not_evaluable")]


@pytest.mark.parametrize(
    ("blank", "wanted"),
    [
        (("P8",), [("", "not_evaluable")]),  # PC-04 has it
        (("P4", "P8"), [("P4", "violation"), ("P8", "violation")]),
    ],
)
def test_the_form_of_a_fund_is_held_against_the_balance_of_all_money(
    tmp_path: Path, blank: tuple[str, ...], wanted: list[tuple[str, str]]
):
    reading = BUDGET
    for form in blank:
        reading = blanked(reading, form)
    assert told(tmp_path, reading, "PC-29") == wanted


@pytest.mark.parametrize(("said", "outcomes"), [("5.00", {"violation"}), ("0", set())])
def test_the_prose_tells_money_of_a_fund_whose_form_has_none(tmp_path: Path, said: str, outcomes: set[str]):
    whole = blanked(shanghai(budget_figures(1, "样本市样本区民政局", 2024, "单位")), "P8", "declared_empty")
    text = ("八、政府性基金预算支出情况说明", f"2024年政府性基金预算支出{said}万元。")
    spoken = replace(whole, prose=paragraphs.prose_of_budget(*text, year=2024))
    judged = told(tmp_path, spoken, "PC-29")
    assert {outcome for instance, outcome in judged if instance.startswith("P8 ")} == outcomes


@pytest.mark.parametrize(("said", "outcomes"), [("5.00", {"violation"}), ("0.00", set())])
def test_the_prose_of_a_final_account_tells_money_of_a_fund_whose_form_has_none(
    tmp_path: Path, said: str, outcomes: set[str]
):
    text = ("八、政府性基金预算支出决算情况说明", f"政府性基金预算财政拨款本年支出{said}万元。")
    rest = tuple(form for form in blanked(FINAL, "T8").forms if form.key not in ("T1", "T4"))
    spoken = replace(FINAL, forms=rest, prose=replace(FINAL.prose, claims=tuple(paragraphs.claims(*text))))
    judged = told(tmp_path, spoken, "C-29")
    assert {outcome for instance, outcome in judged if instance.startswith("T8 ")} == outcomes
