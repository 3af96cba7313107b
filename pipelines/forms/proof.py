"""Proof: doubtful amounts that the rest of their form proves: an exact sum with two terms or more in which nothing else is in doubt.

Belongs here: sums within a row (total and its parts) and down a column (a code and those one level below it).
Does not belong here: which amounts are doubtful (unsure_cells), judging what is printed (sql/checks). Nothing is put right
by it: an amount is believed as it was read, or stays held.
"""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from pipelines.forms.forms import Amount, Form

_PARTS = {
    "T2": {"fiscal", "superior", "operating", "business", "subordinate", "other"},
    "T3": {"basic", "project", "remitted", "business", "subsidy"},
    "T5": {"basic", "project"},
    "T8": {"basic", "project"},
    "T9": {"basic", "project"},
}
"""Form → the columns that make its total."""
_LEVELS = {3: 5, 5: 7}
"""Digits of a code → of those below it."""
_LEAST = 2
"""Terms that are not 0 from which a sum proves anything."""


def proved(form: Form, doubtful: Collection[int]) -> set[int]:
    """Return those of the doubtful amounts (by id()) that a sum of the form proves."""
    if form.key not in _PARTS or not doubtful:
        return set()
    found = set()
    for whole, parts in (*_in_rows(form), *_in_columns(form)):
        unsure = [amount for amount in (whole, *parts) if id(amount) in doubtful]
        if len(unsure) == 1 and _holds(whole, parts):
            found.add(id(unsure[0]))
    return found


def _in_rows(form: Form) -> Iterator[tuple[Amount, Sequence[Amount]]]:
    """Yield the total of each row and its parts, where the form has a column for each of its parts that it prints."""
    rows: dict[tuple[int, int], list[Amount]] = {}
    for amount in form.amounts:
        rows.setdefault((amount.page, amount.row), []).append(amount)
    for row in rows.values():
        wholes = [a for a in row if a.column == "total" and not a.within]
        if len(wholes) == 1:
            yield wholes[0], [a for a in row if a.column in _PARTS[form.key] and not a.within]


def _in_columns(form: Form) -> Iterator[tuple[Amount, Sequence[Amount]]]:
    """Yield the amount of each code in each column and those of the codes one level below."""
    coded = [a for a in form.amounts if a.code and not a.within]
    for whole in coded:
        code, below = whole.code or "", _LEVELS.get(len(whole.code or ""))
        parts = [
            a for a in coded if a.column == whole.column and a.code and a.code.startswith(code) and len(a.code) == below
        ]
        if parts:
            yield whole, parts


def _holds(whole: Amount, parts: Sequence[Amount]) -> bool:
    values = [_value(amount) for amount in (whole, *parts)]
    if any(value is None for value in values):
        return False
    total, *terms = (value or Decimal(0) for value in values)
    return total == sum(terms) and sum(term != 0 for term in terms) >= _LEAST


def _value(amount: Amount) -> Decimal | None:
    """Return what an amount adds: 0 for a blank or a dash, None for what is no number."""
    if amount.number:
        return amount.number.value
    return Decimal(0) if amount.mark in ("blank", "dash") else None
