"""Error patterns: which kind of slip leads from the value a number should have to the one that is printed.

Belongs here: the kinds, and which of them fits a printed number and its implied interval.
Does not belong here: which numbers are doubted (suspects). A slip is a guess at the cause, never a reason to change data.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pipelines.findings.localization.constraints import PROSE, Printed
from pipelines.vocabulary import YUAN_PER_UNIT, Interval, squeeze

SLIPS = {
    "rounding_plug": "末位之差：超出舍入差一两个末位单位",
    "sign": "正负号有误",
    "times_10": "小数点错位：印出为应有的十倍",
    "divided_by_10": "小数点错位：印出为应有的十分之一",
    "times_10000": "元误作万元，印出为应有的一万倍",
    "divided_by_10000": "万元误作元，印出为应有的万分之一",
    "exchanged": "两数互换",
    "digits_swapped": "两位数字颠倒",
    "digit_lost": "漏印一位数字",
    "digit_added": "多印一位数字",
    "column_slipped": "串列：应有的数印在相邻的栏",
    "row_slipped": "串行：应有的数印在相邻的行",
    "beside": "应有的数另印在相邻处",
    "other_scope": "误用另一处的数",
    "unknown": "不明",
}
"""Kind → what it means."""
SLIPPED = ("column_slipped", "row_slipped")
"""Kinds whose witness, a neighbour, has the number that belongs here."""
_ANY_CHANGE = ("rounding_plug", "other_scope", "unknown")
_PLUG = 2
"""Units of the last printed decimal beyond the bound up to which a difference counts as a plug."""
_NARROW = 5
_FEW = 4
"""Letters of a number, its point among them, of which one more or one less says nothing."""
_POWERS = {
    "times_10": Decimal("0.1"), "divided_by_10": Decimal(10), "times_10000": Decimal("0.0001"), "divided_by_10000": Decimal(10_000),
}  # fmt: skip

_UNITS = ("times_10000", "divided_by_10000")
"""Kinds that take one money unit for another; a percent has none."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A kind of SLIPS and, where another printed number shows it, that number's amount id."""

    kind: str
    witness: str | None = None

    @property
    def is_telling(self) -> bool:
        """Whether it fits this change and hardly another; equal numbers in two places are common and tell little."""
        return self.kind not in _ANY_CHANGE


def slip(
    own: Printed,
    implied: Interval,
    others: Mapping[str, Interval],
    printed: Mapping[str, Printed],
    opposed: Set[str] = frozenset(),
) -> Slip:
    """Return the first kind that leads from an implied value to the printed one.

    others: the implied intervals of the other members of the set; printed: the other numbers that may show a slip; opposed: those
    the number is a sum or a part of. An interval wider than a fifth of the change would fit many kinds and therefore shows none.
    """
    if implied.low is None or implied.high is None:
        return Slip("unknown")
    gap = max(implied.low - own.value, own.value - implied.high)
    if 0 < gap <= _PLUG * 2 * own.half:
        return Slip("rounding_plug")
    if implied.high - implied.low > gap / _NARROW:
        return Slip("unknown")
    return next(_fitting(own, implied, others, printed, opposed), Slip("unknown"))


def _fitting(
    own: Printed, implied: Interval, others: Mapping[str, Interval], printed: Mapping[str, Printed], opposed: Set[str]
) -> Iterator[Slip]:
    for amount, interval in sorted(others.items()):
        if implied.has(printed[amount].value) and interval.has(own.value):
            yield Slip(_kind_of_exchange(own, printed[amount]), amount)
    if own.value and implied.has(-own.value):
        yield Slip("sign")
    yield from (
        Slip(kind)
        for kind, power in _POWERS.items()
        if own.value
        and implied.has(own.value * power, own.half * power)
        and not implied.has(Decimal(0))
        and not (kind in _UNITS and own.counted_in not in YUAN_PER_UNIT)
    )
    if any(implied.has(value) for value in _digit_swaps(own)):
        yield Slip("digits_swapped")
    if any(implied.has(value) for value in _with_a_digit_more(own)):
        yield Slip("digit_lost")
    if any(implied.has(value) for value in _with_a_digit_less(own)):
        yield Slip("digit_added")
    yield from _shown_by_others(own, printed.values(), others, implied, opposed)


def _digit_swaps(own: Printed) -> Iterator[Decimal]:
    """Yield the printed number with two neighbouring digits exchanged; two far apart are exchanged by nobody, and fit too much by chance."""
    digits = _digits(own)
    places = [place for place, letter in enumerate(digits) if letter != "."]
    for first, second in pairwise(places):
        if digits[first] != digits[second]:
            swapped = list(digits)
            swapped[first], swapped[second] = digits[second], digits[first]
            yield _value(own, swapped)


def _with_a_digit_more(own: Printed) -> Iterator[Decimal]:
    """Yield the printed number with one digit more before its point, where so many are printed that this is no chance."""
    digits = _digits(own)
    if len(digits) > _FEW:
        for place in range(_whole(digits) + 1):
            yield from (_value(own, [*digits[:place], digit, *digits[place:]]) for digit in "0123456789")


def _with_a_digit_less(own: Printed) -> Iterator[Decimal]:
    """Yield the printed number without one of the digits before its point."""
    digits = _digits(own)
    if len(digits) > _FEW + 1:
        yield from (_value(own, [*digits[:place], *digits[place + 1 :]]) for place in range(_whole(digits)))


def is_one_digit_off(text: str, counted_in: str, implied: Interval) -> bool:
    """Whether another digit in one place of a printed text makes it what it should be."""
    digits, factor = squeeze(text).replace(",", ""), YUAN_PER_UNIT.get(counted_in, Decimal(1))
    places = [place for place, letter in enumerate(digits) if letter.isdigit()]
    others = (f"{digits[:place]}{digit}{digits[place + 1 :]}" for place in places for digit in "0123456789")
    return any(implied.has(Decimal(other) * factor) for other in others)


def _digits(own: Printed) -> list[str]:
    return [letter for letter in squeeze(own.text) if letter.isdigit() or letter == "."]


def _whole(digits: list[str]) -> int:
    """Count the digits before the point."""
    return digits.index(".") if "." in digits else len(digits)


def _value(own: Printed, digits: Iterable[str]) -> Decimal:
    return Decimal("".join(digits)) * YUAN_PER_UNIT.get(own.counted_in, Decimal(1)) * (-1 if own.value < 0 else 1)


def _shown_by_others(
    own: Printed, printed: Iterable[Printed], others: Mapping[str, Interval], implied: Interval, opposed: Set[str]
) -> Iterator[Slip]:
    """Yield slips another number shows: a neighbour that is no sum or part has the implied value, or one elsewhere the printed value."""
    fellows = sorted((p for p in printed if p.amount_id != own.amount_id and p.value), key=lambda p: p.amount_id)
    alike = [p for p in fellows if (p.counted_in in YUAN_PER_UNIT) == (own.counted_in in YUAN_PER_UNIT)]
    right = [p for p in alike if implied.has(p.value) and p.amount_id not in opposed]
    for kind, rows, columns in (("column_slipped", 0, 1), ("row_slipped", 1, 0)):
        beside = (p for p in right if _beside(own, p, rows, columns) and not _are_twins(own, p, fellows))
        yield from (Slip(kind, p.amount_id) for p in beside)
    yield from (Slip("other_scope", p.amount_id) for p in alike if p.value == own.value and p.amount_id not in others)


def _are_twins(own: Printed, other: Printed, fellows: Sequence[Printed]) -> bool:
    """Whether the row or column of a neighbour (_beside) says the same elsewhere too: a sum of one part has its value without any slip."""
    down, across = other.row - own.row, other.column - own.column
    beside = {
        (p.row, p.column): p.value
        for p in fellows
        if (p.report_id, p.form, p.panel) == (own.report_id, own.form, own.panel)
    }
    line = [(row, column) for row, column in beside if (row == own.row if down else column == own.column)]
    return any(beside[place] == beside.get((place[0] + down, place[1] + across)) for place in line)


def _kind_of_exchange(own: Printed, other: Printed) -> str:
    """Tell the kind of an exchange: a number slipped to an empty neighbour, or two numbers exchanged."""
    if own.value and other.value:
        return "exchanged"
    kinds = {"column_slipped": _beside(own, other, 0, 1), "row_slipped": _beside(own, other, 1, 0)}
    return next((kind for kind, fits in kinds.items() if fits), "exchanged")


def _beside(own: Printed, other: Printed, rows: int, columns: int) -> bool:
    """Whether the other stands that many rows and columns away in the same panel of a form."""
    same = (own.report_id, own.form, own.panel) == (other.report_id, other.form, other.panel) and own.form != PROSE
    return same and abs(own.row - other.row) == rows and abs(own.column - other.column) == columns
