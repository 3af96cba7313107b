"""An item of a part that the form of all expenditure does not list is told, of final accounts (C-12) and of budgets (PC-20)."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.findings import tables
from pipelines.reading.readings import Reading
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.desk.budgets.figures import figures as budget_figures
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.desk.together import Judging, Together
from tests.support.figures import figures
from tests.support.paper import layouts

together = Together()
ACCOUNT = desk.reading(figures.report(41, unit="样本市样本局"), layouts.layout("shanghai_one_column"))
BUDGET = shanghai(budget_figures(1, "样本市样本处", 2024))


def item_of(reading: Reading, part: str) -> str:
    """An item that a form has an amount of."""
    [form] = [f for f in reading.forms if f.key == part]
    codes = [a.code for a in form.amounts if a.code and len(a.code) == 7 and a.number and a.number.value]
    return max(code for code in codes if code)


def recoded(reading: Reading, key: str, code: str, new: str | None) -> Reading:
    """The reading with another code, or no row, for an item of a form."""
    rows = [
        replace(f, amounts=tuple(replace(a, code=new if a.code == code else a.code) for a in f.amounts if new or a.code != code))
        if f.key == key else f for f in reading.forms
    ]  # fmt: skip
    return replace(reading, forms=tuple(rows))


@pytest.mark.parametrize(
    ("sound", "part", "whole", "identity"), [(ACCOUNT, "T5", "T3", "C-12"), (BUDGET, "P5", "P3", "PC-20")]
)
@pytest.mark.parametrize("is_recoded", [True, False])
@together
def test_an_item_that_the_whole_does_not_list_is_told(sound, part, whole, identity, is_recoded) -> Judging:
    code = item_of(sound, part)
    outcomes = yield recoded(sound, whole, code, code[:5] + "98" if is_recoded else None)
    assert identity in outcomes.violated


@pytest.mark.parametrize(("sound", "whole", "identity"), [(ACCOUNT, "T3", "C-12"), (BUDGET, "P3", "PC-20")])
@together
def test_where_the_whole_is_held_or_prints_no_items_nothing_is_told(sound, whole, identity) -> Judging:
    outcomes = yield sound
    assert identity not in outcomes.violated
    groups = [
        replace(f, amounts=tuple(a for a in f.amounts if len(a.code or "") < 7)) if f.key == whole else f
        for f in sound.forms
    ]
    outcomes = yield replace(sound, forms=tuple(groups))
    assert identity not in outcomes.violated


def test_it_is_told_in_words_that_accuse_no_number(tmp_path: Path):
    code = item_of(BUDGET, "P5")
    connection = desk.filled(tmp_path, [recoded(BUDGET, "P3", code, code[:5] + "98")])
    tables.write(asked(connection))
    [(sentence,)] = connection.execute(
        "select sentence_zh from findings.finding where 'PC-20' in identities"
    ).fetchall()
    assert f"支出预算总表没有列编码{code}的科目" in sentence
    assert connection.table("findings.suspect").count("*").fetchone() == (0,)
