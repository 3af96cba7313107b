"""Changes: whether a change said behind a part is the whole's: 收入总计 X，其中年初结转 Y，较上年增加 Z，增长 P%.

Also whether the one that begins the next sentence is of the year's total, whether that of 今年收入 is of 收入总计 or of 本年收入合计 (辽宁),
and that of 财政拨款 支出总计 of the 总计 or of 本年支出合计.
Belongs here: asking the arithmetic of X, Y, Z and P. Does not belong here: what the words name (subjects), other readings
that the figures decide (disambiguation).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from pipelines.prose.claims import Claim
from pipelines.vocabulary import Interval, percent_of

_PARTS = 3
"""Parts of an amount (其中年初结转 Y，使用结余 Z) behind which a change may be the whole's."""
_OF_THE_YEAR = {
    ("overall", "income_total"): ("income_grand_total", "grand_total"),
    ("overall", "expenditure_total"): ("expenditure_grand_total", "grand_total"),
    ("fiscal_overall", "fiscal_expenditure"): ("fiscal_grand_total", "fiscal_grand_total"),
}
"""Section and total of a year → that with what was carried over, and how the forms call it."""


def changes_of_wholes(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with each change that fits one amount said before its own in the sentence, and its growth, given to that.

    A change that fits its own amount, or several of those before, stays; an increase by more than that amount is of the only larger one.
    """
    found = list(claims)
    for n in range(2, len(found) - 1):
        at = _amount_at(found, n - 1)
        part, change, growth = found[at], *found[n : n + 2]
        if not _is_change_of(part, change, growth) or _fits(part, change, growth) or _is_none(change):
            continue
        wholes = {w.statement: w for w in _amounts_before(found, at) if _fits(w, change, growth)}
        wholes = wholes or _large_enough(found, at, change)
        if len(wholes) == 1:
            [whole] = wholes.values()
            found[n : n + 2] = [_said_of(whole, claim) for claim in (change, growth)]
    return found


def changes_of_years(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, a change and growth that begin a sentence given to the year's total that the sentence before ends with, where they fit that and not the grand total.

    收入总计 X，其中本年收入 Y。比上年增加 Z，增长 P%.
    """
    found = list(claims)
    for n in range(2, len(found) - 1):
        change, growth = found[n : n + 2]
        is_pair = [one.role for one in (change, growth)] == ["change", "growth"] and _sentence(change) is not None
        if not is_pair or _sentence(change) == _sentence(found[n - 1]) or _is_none(change):
            continue
        before = [c for c in found[:n] if c.role == "value" and _is_right_before(c, change)]
        grand = [c for c in before if c.statement == change.statement and c.subject == change.subject]
        years = [c for c in before if _OF_THE_YEAR.get((c.section, c.subject), ("", ""))[0] == change.subject]
        if len(grand) == len(years) == 1 and _fits(years[0], change, growth) and not _fits(grand[0], change, growth):
            found[n : n + 2] = [_said_of(years[0], claim) for claim in (change, growth)]
    return found


def changes_of_totals(claims: Sequence[Claim], printed: Mapping[str, Sequence[Interval]]) -> list[Claim]:
    """Return the claims, the change and growth of a year's total said without it given to the grand total where they fit that alone.

    printed: the totals of the report's forms.
    """
    found, said = list(claims), {claim.statement for claim in claims if claim.role in ("value", "prior")}
    for n, (change, growth) in enumerate(pairwise(claims)):
        is_pair = (change.role, growth.role, growth.statement) == ("change", "growth", change.statement)
        whole, key = _OF_THE_YEAR.get((change.section, change.subject), ("", ""))
        if not is_pair or not whole or change.statement in said:
            continue
        own, grand = (
            any(_bears_out(total, change, growth) for total in printed.get(one, ())) for one in (change.subject, key)
        )
        if grand and not own:
            found[n : n + 2] = [replace(claim, subject=whole) for claim in (change, growth)]
    return found


def _is_none(change: Claim) -> bool:
    """Whether nothing changed: 增加 0, 增长 0% fits every whole, and 0 / 0 not even its own."""
    return change.number is not None and change.number.value == 0


def _amount_at(claims: Sequence[Claim], at: int) -> int:
    """Return the place of the amount that a claim at a place is the share of, else that place."""
    share = claims[at]
    if share.role != "share":
        return at
    own = (n for n in range(at - 1, -1, -1) if claims[n].statement == share.statement and claims[n].role == "value")
    return next(own, at)


def _amounts_before(claims: Sequence[Claim], at: int) -> Iterator[Claim]:
    """Yield the amounts said right before the one at a place, one after the other but for their shares, in its sentence."""
    before = [c for c in claims[max(0, at - 2 * _PARTS) : at] if c.role != "share"]
    for claim in reversed(before[-_PARTS:]):
        if claim.role != "value" or _sentence(claim) != _sentence(claims[at]):
            return
        if claim.statement != claims[at].statement:
            yield claim


def _large_enough(claims: Sequence[Claim], at: int, change: Claim) -> dict[int, Claim]:
    """Return the amounts said before the one at a place that an increase, which is more than that one, may be of, by their statements."""
    most, by = claims[at].interval, change.interval
    if (
        change.direction != "up"
        or most is None
        or by is None
        or most.high is None
        or by.low is None
        or by.low <= most.high
    ):
        return {}
    before = (c for c in claims[:at] if c.role == "value" and _sentence(c) == _sentence(claims[at]))
    return {c.statement: c for c in before if c.interval and c.interval.high is not None and c.interval.high >= by.low}


def _said_of(whole: Claim, claim: Claim) -> Claim:
    return replace(claim, subject=whole.subject, label=whole.label, code=whole.code, statement=whole.statement)


def _is_change_of(part: Claim, change: Claim, growth: Claim) -> bool:
    """Whether three claims of one sentence are an amount, its change and the growth."""
    three = (part, change, growth)
    is_one = len({_sentence(claim) for claim in three}) == len({claim.statement for claim in three}) == 1
    return is_one and _sentence(part) is not None and [c.role for c in three] == ["value", "change", "growth"]


def _is_right_before(claim: Claim, change: Claim) -> bool:
    """Whether a claim stands in the sentence before that of a change."""
    return claim.span is not None and change.span is not None and claim.span.sentence == change.span.sentence - 1


def _sentence(claim: Claim) -> int | None:
    return claim.span.sentence if claim.span else None


def _fits(amount: Claim, change: Claim, growth: Claim) -> bool:
    """Whether a growth in percent is what an amount and its change give."""
    return amount.interval is not None and _bears_out(amount.interval, change, growth)


def _bears_out(amount: Interval, change: Claim, growth: Claim) -> bool:
    now, by, rate = (_ends(one) for one in (amount, change.interval, growth.interval))
    if now is None or by is None or rate is None:
        return False
    is_down = change.direction == "down"
    before = Interval(now[0] + by[0], now[1] + by[1]) if is_down else Interval(now[0] - by[1], now[1] - by[0])
    quotient = percent_of(Interval(*by), before)
    return quotient is not None and quotient.meets(Interval(*rate))


def _ends(of: Interval | None) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and the highest value of an interval; None where there is none, or one without an end."""
    return (of.low, of.high) if of and of.low is not None and of.high is not None else None
