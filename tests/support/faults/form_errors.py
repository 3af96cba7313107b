"""Form errors: forms that are there or not, and whose rows are, as no single misprint leaves them.

Belongs here: one error of the structure of forms in a reading. Does not belong here: misprinted numbers (injections), errors of the prose
(prose_errors), of forms beside the prose (contradictions).
"""

from dataclasses import replace
from decimal import Decimal

from pipelines.forms.forms import Amount
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk.corpus import Case


def is_filled(amount: Amount) -> bool:
    """Whether an amount is a number that is not zero."""
    return amount.number is not None and amount.number.value != 0


def with_cells(reading: Reading, key: str, change) -> Reading:
    """The reading with each amount of a form changed."""
    forms = [replace(f, amounts=tuple(map(change, f.amounts))) if f.key == key else f for f in reading.forms]
    return replace(reading, forms=tuple(forms))


def planned(case: Case) -> Reading:
    """T1 with a budget beside each outcome, the total of which is wrong."""

    def budget(amount: Amount) -> Amount:
        number = Number(Decimal("7777777.77"), 2) if amount.line == "expenditure_total" else amount.number
        return replace(amount, column="initial_budget", column_number=9, number=number)

    reading = case.reading()
    forms = [replace(f, amounts=(*f.amounts, *map(budget, f.amounts))) if f.key == "T1" else f for f in reading.forms]
    return replace(reading, forms=tuple(forms))


def without_form(case: Case) -> Reading | None:
    """No T3."""
    reading = case.reading()
    kept = tuple(form for form in reading.forms if form.key != "T3")
    return replace(reading, forms=kept) if len(kept) < len(reading.forms) else None


def same_code_twice(case: Case) -> Reading | None:
    """Two items of T2 under one code."""
    reading = case.reading()
    codes = sorted({a.code for f in reading.forms if f.key == "T2" for a in f.amounts if a.code and len(a.code) == 7})
    if len(codes) < 2:
        return None
    moved = {codes[-1]: codes[0]}
    return with_cells(reading, "T2", lambda a: replace(a, code=moved.get(a.code, a.code)))


def without_fund_form(case: Case) -> Reading | None:
    """T8 all blank and said to be, while T4 has the fund's money."""
    reading = case.reading()
    if not any(is_filled(a) for f in reading.forms if f.key == "T8" for a in f.amounts):
        return None
    return blanked(reading, "T8", "declared_empty")


def without_amounts(key: str):
    """A form of which nothing is filled in, and no note says why."""

    def change(case: Case) -> Reading | None:
        reading = case.reading()
        if not any(is_filled(a) for f in reading.forms if f.key == key for a in f.amounts):
            return None
        return blanked(reading, key)

    return change


def blanked(reading: Reading, key: str, status: str = "empty") -> Reading:
    """The reading with nothing in a form."""
    forms = [replace(f, amounts=(), status=status) if f.key == key else f for f in reading.forms]
    return replace(reading, forms=tuple(forms))


def class_lost(case: Case) -> Reading | None:
    """The largest class of T1 at zero."""
    reading = case.reading()
    classes = (a for f in reading.forms if f.key == "T1" for a in f.amounts if a.line == "class" and is_filled(a))
    largest = max((a.code or "" for a in classes), default="")
    if not largest or case.layout.table_set == "university":
        return None
    zero = Number(Decimal("0.00"), 2)
    return with_cells(
        reading, "T1", lambda a: replace(a, number=zero) if a.code == largest and a.line == "class" else a
    )


def negative(case: Case) -> Reading | None:
    """The three public expenses below zero."""
    reading = case.reading()
    if not any(is_filled(a) for f in reading.forms if f.key == "T7" for a in f.amounts):
        return None
    return with_cells(
        reading, "T7", lambda a: replace(a, number=Number(-a.number.value, a.number.decimals)) if is_filled(a) else a
    )


def parent_lost(form: str, length: int):
    """A code of so many digits left out of a form, those below it still there."""

    def change(case: Case) -> Reading | None:
        reading = case.reading()
        codes = {a.code for f in reading.forms if f.key == form for a in f.amounts if a.code}
        parents = sorted(code for code in codes if len(code) == length)
        if len(parents) < 2 or not any(len(code) > length and code.startswith(parents[0]) for code in codes):
            return None
        kept = [
            replace(f, amounts=tuple(a for a in f.amounts if f.key != form or a.code != parents[0]))
            for f in reading.forms
        ]
        return replace(reading, forms=tuple(kept))

    return change
