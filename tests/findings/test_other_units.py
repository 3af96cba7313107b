"""Forms whose amounts are in another unit than they say are one finding, which accuses no number; a single number is none of them.

Every case is a report of a unit of its own in one warehouse.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.findings import tables
from pipelines.forms.forms import Amount, Form
from pipelines.reading.readings import NO_PROSE, Reading
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.desk.budgets.figures import figures as budget_figures
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.faults import injections
from tests.support.figures import figures
from tests.support.paper import layouts

WAN = layouts.layout("shanghai_one_column")
YUAN = replace(WAN, unit="元")
ALL = ("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9")
PROSE = "或者说明文字的单位有误"


def unit(number: int) -> str:
    return f"样本市样本区{figures.in_letters(number)}局"


def saying(form: Form, said: str) -> Form:
    """The form as it is printed, below another unit."""
    amounts = (replace(a, counted_in=said) if a.counted_in in ("元", "万元") else a for a in form.amounts)
    return replace(form, counted_in=said, amounts=tuple(amounts))


def in_other_unit(number: int, keys: Sequence[str], said: str) -> Reading:
    """A sound report but for some forms, which print the other unit than they say."""
    report = figures.report(41, unit=unit(number))
    sound, printed = desk.reading(report, WAN), desk.reading(report, YUAN if said == "万元" else WAN)
    other = {form.key: saying(form, said) for form in printed.forms if form.key in keys}
    return replace(sound, forms=tuple(other.get(form.key, form) for form in sound.forms))


def wrong(one: Reading, key: str, factor: int, more: int = 0) -> Reading:
    """The reading with one amount of a form so many times as large, and so much larger."""
    [form] = [form for form in one.forms if form.key == key]
    item: Amount = next(
        a for a in form.amounts if a.code and len(a.code) == 7 and a.column == "total" and a.number and a.number.value
    )
    return injections.spoiled(one, injections.Error("wrong", {item.key: item.number.value * factor + Decimal(more)}))


def of_budget(number: int, keys: Sequence[str]) -> Reading:
    sound = shanghai(budget_figures(1, unit(number), 2024))
    return replace(sound, forms=tuple(saying(f, "万元") if f.key in keys else f for f in sound.forms))


def alone(one: Reading, *keys: str) -> Reading:
    """These forms of a reading, and no prose."""
    forms = tuple(form for form in one.forms if form.key in keys)
    return replace(one, forms=forms, prose=NO_PROSE)


ONE = [
    *(((key,), "万元", "") for key in ("T1", "T3", "T5", "T6", "T8")),
    *(((key,), "元", "") for key in ("T2", "T4")),
    (("T5", "T6"), "万元", ""),
    (("T5", "T6", "T7", "T8"), "元", ""),
    (("T7",), "万元", PROSE),  # the prose alone says what it has
    (ALL, "万元", PROSE),
    (ALL, "元", PROSE),
]
"""Forms, the unit that they say and do not print, and what the one finding says beside it."""
BUDGETS = [("P3",), ("P5", "P6")]
"""Forms of a budget in 元 that say 万元; P6 is held against P5 alone, and with it or not at all."""


def readings() -> list[Reading]:
    cases = [in_other_unit(number, keys, said) for number, (keys, said, _) in enumerate(ONE)]
    two_ways = in_other_unit(len(cases) + 2, ("T1", "T3"), "元")
    report = desk.reading(figures.report(41, unit=unit(len(cases) + 2)), YUAN)
    mixed = tuple(f if f.key == "T1" else saying(f, "万元") for f in report.forms)
    return [
        *cases,
        wrong(in_other_unit(len(cases), ("T3",), "万元"), "T3", 1, more=50_000),
        wrong(in_other_unit(len(cases) + 1, (), "万元"), "T5", 10_000),
        alone(replace(two_ways, forms=mixed), "T1", "T3"),
        *(of_budget(len(cases) + 3 + number, keys) for number, keys in enumerate(BUDGETS)),
    ]


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> list[list[tuple[str, str]]]:
    """The sentences of each report's findings."""
    made = readings()
    connection = desk.filled(tmp_path_factory.mktemp("units"), made)
    tables.write(asked(connection))
    query = "select sentence_zh, sentence_en from findings.finding where report_id = ? order by all"
    return [connection.execute(query, [desk.report_id(number)]).fetchall() for number in range(len(made))]


@pytest.mark.parametrize("number", range(len(ONE)))
def test_forms_in_another_unit_are_one_finding(told, number):
    keys, said, beside = ONE[number]
    other = "元" if said == "万元" else "万元"
    [(sentence, english)] = told[number]
    assert f"：标明单位为{said}，金额却像是以{other}计的（如“" in sentence
    assert f"the unit is said to be {said}, but amounts seem to be in {other} (as " in english
    assert [key for key in ALL if f" {key}" in sentence.partition("：")[0]] == list(keys)
    assert (PROSE in sentence) == bool(beside)
    assert "有误" not in sentence.replace(PROSE, "")


def test_a_wrong_number_of_such_a_form_is_told_beside_it(told):
    first, second = sorted(told[len(ONE)], key=lambda one: "像是" not in one[0])
    assert "第1页 T3：标明单位为万元，金额却像是以元计的" in first[0]
    assert "像是" not in second[0] and "W3-01" in second[0]


def test_one_number_ten_thousand_times_too_large_is_no_other_unit(told):
    assert told[len(ONE) + 1] and not any("像是" in sentence for sentence, _ in told[len(ONE) + 1])


def test_two_forms_of_which_either_may_be_in_another_unit_accuse_none(told):
    """T1 says 元, T3 says 万元, and both print the same numbers: either may be what says the wrong one."""
    assert told[len(ONE) + 2] and not any("像是" in sentence for sentence, _ in told[len(ONE) + 2])


@pytest.mark.parametrize("number", range(len(BUDGETS)))
def test_forms_of_a_budget_in_another_unit_are_one_finding(told, number):
    [(sentence, _)] = told[len(ONE) + 3 + number]
    assert "：标明单位为万元，金额却像是以元计的" in sentence
    assert [key for key in ("P1", "P3", "P4", "P5", "P6") if f" {key}" in sentence.partition("：")[0]] == list(
        BUDGETS[number]
    )
