"""Formulas: what a violated identity says, written out with the numbers as they are printed.

Belongs here: the tokens of the line a reader sees (3,078.20 ≠ 2,900.10 + 178.00 = 3,078.10) and the gap behind it.
Does not belong here: judging (sql/checks), markup (templates), which number stands where (page_findings).
A formula is given only where every term is the number printed: identities that compare a flag (is it said? which way?)
have none, and the reader is shown the words instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.vocabulary import YUAN_PER_UNIT


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number: text without unit, unit, value in its unit, and in 元 for money (None for others)."""

    text: str
    counted_in: str
    value: Decimal | None
    yuan: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One amount of an identity's side (total or part): weight, value (元 for money), the number printed; None for a constant."""

    side: str
    weight: int
    amount_id: str | None
    value: Decimal
    printed: Figure | None


@dataclass(frozen=True, slots=True)
class Operand:
    """Numerator or denominator of a quotient: value (元 or plain), and the amount and number printed, where one is."""

    value: Decimal
    amount_id: str | None
    printed: Figure | None


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a formula: text, and the id of the printed amount it is, if it is one."""

    text: str
    amount_id: str | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """The line as tokens; difference and bound in `unit`: 元, 万元 …, % for points of percent, '' for plain numbers."""

    pieces: tuple[Piece, ...]
    difference: str
    bound: str
    counted_in: str


def of_sum(terms: Sequence[Term], relation: str, stated: Decimal, expected: Decimal, bound: Decimal) -> Formula | None:
    """The formula of a sum that fails; stated, expected and bound in 元 or plain; None where terms are flags."""
    if any(not _is_itself(t) for t in terms) or not any(t.printed for t in terms):
        return None
    counted_in, per = _counted_in(terms)
    sides = {side: [t for t in terms if t.side == side] for side in ("total", "part")}
    sums = {"total": stated, "part": expected}
    least = max(_decimals(t.printed.text) for t in terms if t.printed)
    percent = "%" if counted_in == "%" else ""
    pieces: list[Piece] = []
    for side, members in sides.items():
        pieces += [Piece(">" if relation == "<=" else "≠")] if side == "part" else []
        pieces += _side(members, counted_in, per)
        if len(members) > 1:
            pieces += [Piece("="), Piece(plain(sums[side] / per, least) + percent)]
    return Formula(tuple(pieces), plain(abs(stated - expected) / per, least), plain(bound / per), counted_in)


def of_quotient(
    stated: tuple[str, Figure], part: Operand, whole: Operand, factor: Decimal, expected: Decimal, bound: Decimal
) -> Formula:
    """The formula of a printed percent (factor 100) or mean (factor 1) that fails: stated ≠ part ÷ whole."""
    amount_id, printed = stated
    sign = "%" if factor == 100 else ""
    per = YUAN_PER_UNIT.get(next((o.printed.counted_in for o in (part, whole) if o.printed), "万元"), Decimal(1))
    pieces = (
        Piece(printed.text + sign, amount_id), Piece("≠"), _operand(part, per), Piece("÷"), _operand(whole, per), Piece("="),
        Piece(plain(expected, 2, 4) + sign),
    )  # fmt: skip
    difference = abs((printed.value or Decimal(0)) - expected)
    return Formula(pieces, plain(difference, 2, 4), plain(bound, 2, 4), "%" if sign else "")


def _operand(operand: Operand, per: Decimal) -> Piece:
    printed = operand.printed
    return Piece(printed.text if printed else plain(operand.value / per), operand.amount_id)


def plain(value: Decimal, least: int = 0, most: int = 6) -> str:
    """A number with thousands separators, rounded to `most` decimals, without trailing zeros beyond `least`."""
    rounded = round(value, most).normalize()
    return f"{rounded:,.{max(least, -int(rounded.as_tuple().exponent))}f}"


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _is_itself(term: Term) -> bool:
    """Whether the value of a term is the number printed, or a constant that needs no print."""
    if term.printed is None:
        return term.amount_id is None and abs(term.value) > 1
    return term.value in (term.printed.yuan, term.printed.value)


def _counted_in(terms: Sequence[Term]) -> tuple[str, Decimal]:
    """The unit a formula is written in and how many 元 it is: the money unit of its terms, 元 where they differ, %."""
    all_counted_in = {t.printed.counted_in for t in terms if t.printed and t.printed.yuan is not None}
    if len(all_counted_in) == 1:
        [counted_in] = all_counted_in
        return counted_in, YUAN_PER_UNIT[counted_in]
    percents = all(t.printed.counted_in == "%" for t in terms if t.printed)
    return "元" if all_counted_in else "%" if percents else "", Decimal(1)


def _side(terms: Sequence[Term], counted_in: str, per: Decimal) -> Iterator[Piece]:
    for number, term in enumerate(terms):
        if number or term.weight < 0:
            yield Piece("−" if term.weight < 0 else "+")
        if abs(term.weight) != 1:
            yield Piece(f"{abs(term.weight)} ×")
        yield Piece(_text(term, counted_in, per), term.amount_id)


def _text(term: Term, counted_in: str, per: Decimal) -> str:
    """A term as printed; in the unit of the formula where it is printed in another, or nowhere."""
    printed, percent = term.printed, "%" if counted_in == "%" else ""
    if printed and (printed.yuan is None or printed.counted_in == counted_in):
        return printed.text + percent
    return plain(term.value / per) + percent
