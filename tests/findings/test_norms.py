"""What is over budget is no finding beside the misprint that makes it so, and one where the numbers are true."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.findings import tables
from pipelines.findings.localization.constraints import sum_demands
from pipelines.findings.localization.norms import mended_by
from pipelines.findings.localization.story import Violation
from pipelines.findings.localization.suspects import stories
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.desk.systems import amount, equation, system
from tests.support.faults import injections
from tests.support.faults.injections import Error
from tests.support.figures import figures
from tests.support.paper import layouts

REPORT, LAYOUT = figures.report(41, unit="样本市样本局"), layouts.layout("shanghai_one_column")


def over(spent: str, running: str, budget: str):
    """The spending (the same in three places, misprinted in one) held against its parts and, as a norm, its budget."""
    amounts = [
        amount("spent", spent, form="T7"),
        amount("running", running, form="T7", column=1),
        amount("said", running, form="prose"),
        amount("budget", budget, form="T7", column=2),
    ]
    one = system(amounts, {"parts": ("spent", "running"), "prose": ("spent", "said"), "again": ("said", "running")})
    norm = equation(one.printed, "norm", "spent", "budget", relation="<=")
    return replace(one, norms=tuple(sum_demands(norm)))


def violated(one):
    """The stories of a system with norms: which instances each tells."""
    keys = {*one.broken, *(norm.key for norm in one.norms if not norm.holds({}))}
    found = stories(one, [Violation(*key, "error") for key in sorted(keys)])
    return sorted(sorted({story.lead.identity_id, *(s.identity_id for s in story.symptoms)}) for story in found)


@pytest.mark.parametrize(
    ("spent", "running", "budget", "told"),
    [
        ("13.02", "12.02", "12.18", [["norm", "parts", "prose"]]),
        ("14.02", "13.02", "12.18", [["norm"], ["parts", "prose"]]),  # what was meant is over budget as well
        ("13.02", "13.02", "12.18", [["norm"]]),
    ],
)
def test_what_is_over_budget_by_a_misprint_alone_is_a_symptom_of_it(spent, running, budget, told):
    assert violated(over(spent, running, budget)) == told


def test_what_is_over_budget_where_the_misprint_may_be_elsewhere_stands_alone():
    """One of two numbers is wrong and nothing tells which: the spending may be as printed."""
    amounts = [amount("spent", "13.02", form="T7"), amount("said", "12.02", form="prose"), amount("budget", "12.18")]
    one = system(amounts, {"prose": ("spent", "said")})
    norm = equation(one.printed, "norm", "spent", "budget", relation="<=")
    assert violated(replace(one, norms=tuple(sum_demands(norm)))) == [["norm"], ["prose"]]


def test_a_norm_goes_with_the_changes_that_set_a_form_right():
    one = over("13.02", "12.02", "12.18")
    assert mended_by(one, {"spent": Decimal("-1.00")}) == {("norm", "")}
    assert mended_by(one, {"running": Decimal("1.00")}) == frozenset()
    assert [norm.holds({}) for norm in one.settling({"spent": Decimal("-1.00")}).norms] == [True]


def test_a_total_misprinted_above_its_budget_is_one_finding(tmp_path):
    reading = desk.reading(REPORT, LAYOUT)
    [key] = [a.key for f in reading.forms if f.key == "T7" for a in f.amounts if a.column == "final_total"]
    connection = desk.filled(tmp_path, [injections.spoiled(reading, Error("digit", {key: Decimal("44.74")}))])
    tables.write(asked(connection))
    [(identities, sentence)] = connection.execute("select identities, sentence_zh from findings.finding").fetchall()
    assert {"B-04", "W7-01"} <= set(identities)
    assert "超预算" not in sentence
