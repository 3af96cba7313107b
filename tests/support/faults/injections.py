"""Errors put into a reading: misprints of publishers, one at a time.

Belongs here: kinds of errors on one amount or claim, and a reading with an error in it. Does not belong here: errors of words and structure
(word_errors), which identities should tell (tests/studies/mutation.py), drawing reports (tests/support/desk/corpus.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random

from pipelines.forms.forms import Amount, Form
from pipelines.prose.claims import Claim
from pipelines.prose.disambiguation import fit
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number

TURNED = {"up": "down", "down": "up", "above": "below", "below": "above", "same": "above", "equal": "below"}


@dataclass(frozen=True)
class Error:
    """An error of one report.

    values: key of an amount or claim → the number printed in its place, None for a blank; dropped: keys of amounts
    that are not printed at all; turned: keys of claims whose word of direction is the opposite.
    """

    kind: str
    values: Mapping[str, Decimal | None] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()

    @property
    def touched(self) -> set[str]:
        """The keys of all that is not as it was."""
        return {*self.values, *self.dropped, *self.turned}


def errors_at(reading: Reading, key: str, random: Random) -> Iterator[Error]:
    """Every kind of error that can happen to the amount or claim of a key."""
    for form in reading.forms:
        for amount in form.amounts:
            if amount.key == key and amount.number:
                yield from _of_cell(form, amount, amount.number.value, random)
    for claim in reading.prose.claims:
        if claim.key == key:
            yield from _of_claim(key, claim)


def _of_cell(form: Form, amount: Amount, value: Decimal, random: Random) -> Iterator[Error]:
    key = amount.key
    yield from _misprints(key, value)
    others = [(a.key, a.number.value) for a in form.amounts if a.number and a.number.value != value and not a.within]
    if others:
        other, said = random.choice(others)
        yield Error("swapped", {key: said, other: value})
    row = [a for a in form.amounts if (a.panel, a.row) == (amount.panel, amount.row)]
    if not any(
        a.code and amount.code and a.code != amount.code and a.code.startswith(amount.code) for a in form.amounts
    ):
        yield Error("row", dropped=frozenset(a.key for a in row))
    if len(row) > 2:
        shifted = {a.key: before.number and before.number.value for a, before in zip(row[1:], row, strict=False)}
        yield Error("column", {row[0].key: None, **shifted})


def _of_claim(key: str, claim: Claim) -> Iterator[Error]:
    if claim.direction in TURNED:
        yield Error("direction", turned=frozenset([key]))
    if claim.number is None:
        return
    value = claim.number.value
    if claim.counted_in == "%":
        yield Error("share", {key: value + Decimal("0.08")})
        yield Error("share", {key: value - Decimal("0.08")})
        yield Error("ten", {key: value * 10})
    elif claim.counted_in in ("万元", "元"):
        yield from _misprints(key, value)
    else:
        yield Error("count", {key: value + 1})
        yield Error("count", {key: value - 1})


def _misprints(key: str, value: Decimal) -> Iterator[Error]:
    """±0.05, a digit too many or too few, 元 for 万元, two digits swapped."""
    yield Error("cent", {key: value + Decimal("0.05")})
    yield Error("cent", {key: value - Decimal("0.05")})
    yield Error("ten", {key: value * 10})
    yield Error("ten", {key: (value / 10).quantize(Decimal("0.01"))})
    yield Error("wan", {key: value * 10_000})
    digits = str(value)
    for at in range(len(digits) - 1):
        one, other = digits[at], digits[at + 1]
        if one.isdigit() and other.isdigit() and one != other:
            yield Error("digits", {key: Decimal(digits[:at] + other + one + digits[at + 2 :])})
            break


def spoiled(reading: Reading, error: Error) -> Reading:
    """The reading a perfect reader makes of the report with the error in it."""
    forms = tuple(_form(form, error) for form in reading.forms)
    claims = [_claim(c, error) for c in reading.prose.claims]
    plain = [replace(c, fitted=None, fits=None) for c in claims]
    return replace(
        reading, forms=forms, prose=replace(reading.prose, claims=tuple(fit(plain, forms, reading.prose.text)))
    )


def _form(form: Form, error: Error) -> Form:
    kept = [a for a in form.amounts if a.key not in error.dropped]
    return replace(form, amounts=tuple(_amount(a, error) for a in kept))


def _amount(amount: Amount, error: Error) -> Amount:
    if amount.key not in error.values:
        return amount
    value = error.values[amount.key]
    if value is None:
        return replace(amount, number=None, text="", mark="blank")
    return replace(amount, number=Number(value, 2), text=str(value), mark="number")


def _claim(claim: Claim, error: Error) -> Claim:
    if claim.key in error.turned:
        return replace(claim, direction=TURNED[claim.direction])
    value = error.values.get(claim.key)
    if value is None or claim.number is None:
        return claim
    return replace(claim, number=claim.number._replace(value=value), text=str(value))
