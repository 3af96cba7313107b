"""How grave a violation is: the severity of its identity, but for one unit in the last printed digit."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.forms.forms import Amount
from pipelines.vocabulary.numbers import Number
from pipelines.warehouse.identities import SEVERITIES
from tests.support.desk import desk
from tests.support.desk.budgets import figures as budget_figures
from tests.support.desk.budgets.prose import with_prose
from tests.support.desk.budgets.wuxi import wuxi
from tests.support.faults import injections
from tests.support.faults.injections import Error
from tests.support.figures import figures
from tests.support.paper import layouts


@pytest.fixture(scope="module")
def sound():
    return desk.reading(figures.report(41, unit="样本市样本局"), layouts.layout("shanghai_one_column"))


def gravest(folder, reading, identity_id: str) -> str:
    """The gravest severity of the violations of an identity."""
    query = "select severity from checks.violation where identity_id = ?"
    found = {severity for (severity,) in desk.filled(folder, [reading]).execute(query, [identity_id]).fetchall()}
    return next(severity for severity in SEVERITIES if severity in found)


@pytest.mark.parametrize(("by", "severity"), [("0.01", "info"), ("-0.01", "info"), ("0.03", "error")])
def test_one_unit_in_the_last_digit_of_a_percent_is_info(sound, tmp_path, by, severity):
    share = next(
        c for c in sound.prose.claims if c.section == "income" and c.role == "share" and 0 < c.number.value < 90
    )
    wrong = {share.key: share.number.value + Decimal(by)}
    assert gravest(tmp_path, injections.spoiled(sound, Error("share", wrong)), "N-03") == severity


@pytest.mark.parametrize(("by", "severity"), [("0.02", "info"), ("0.50", "fatal")])
def test_one_unit_in_the_last_digit_of_a_copied_amount_is_info(sound, tmp_path, by, severity):
    """Two prints of one amount may differ by one unit where each is rounded; by two, one of them is one unit wrong."""
    [total] = [a for f in sound.forms if f.key == "T2" for a in f.amounts if a.line == "total" and a.column == "total"]
    wrong = {total.key: total.number.value + Decimal(by)}
    assert gravest(tmp_path, injections.spoiled(sound, Error("cent", wrong)), "C-01") == severity


def test_a_count_that_is_one_too_many_is_as_grave_as_any(sound, tmp_path):
    count = next(c for c in sound.prose.claims if c.subject == "cars" and c.role == "count")
    wrong = {count.key: count.number.value + 1}
    assert gravest(tmp_path, injections.spoiled(sound, Error("count", wrong)), "N-20") == "warning"


@pytest.mark.parametrize(("below", "severity"), [("0.005029", "info"), ("0.022", "error")])
def test_an_amount_rounded_the_wrong_way_in_the_prose_is_info(tmp_path, below, severity):
    """军民融合办: 9142.56 said, 9,142.554971 printed; one unit in the last digit of the coarser mends it."""
    budget = with_prose(wuxi(budget_figures.figures(1, "样本市样本局", 2026)))

    def finer(amount: Amount) -> Amount:
        is_total = amount.form == "P1" and amount.line == "income_grand_total" and amount.number
        return replace(amount, number=Number(amount.number.value - Decimal(below), 6)) if is_total else amount

    forms = tuple(replace(form, amounts=tuple(map(finer, form.amounts))) for form in budget.forms)
    assert gravest(tmp_path, replace(budget, forms=forms), "PN-01") == severity
