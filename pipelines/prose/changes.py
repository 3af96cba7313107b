"""Changes: whether a change said behind a part is the whole's: 收入总计 X，其中年初结转 Y，较上年增加 Z，增长 P%.

Belongs here: asking the arithmetic of X, Y, Z and P. Does not belong here: what the words name (subjects), other readings
that the figures decide (disambiguation).
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.prose.claims import Claim
from pipelines.vocabulary import Interval, percent_of, printed_interval


def changes_of_wholes(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with each change that fits the amount before its own one alone, and its growth, given to that."""
    found = list(claims)
    for n in range(2, len(found) - 1):
        whole, part, change, growth = found[n - 2 : n + 2]
        if (
            _is_behind_part(whole, part, change, growth)
            and _fits(whole, change, growth)
            and not _fits(part, change, growth)
        ):
            found[n : n + 2] = [_said_of(whole, claim) for claim in (change, growth)]
    return found


def _said_of(whole: Claim, claim: Claim) -> Claim:
    return replace(claim, subject=whole.subject, label=whole.label, code=whole.code, statement=whole.statement)


def _is_behind_part(whole: Claim, part: Claim, change: Claim, growth: Claim) -> bool:
    """Whether four claims of one sentence are an amount, another one, and a change with its growth of the second."""
    four = (whole, part, change, growth)
    sentences = {claim.span.sentence if claim.span else None for claim in four}
    statements = {claim.statement for claim in four[1:]}
    roles = [claim.role for claim in four]
    is_one = len(sentences) == len(statements) == 1 and None not in sentences
    return is_one and roles == ["value", "value", "change", "growth"] and whole.statement not in statements


def _fits(amount: Claim, change: Claim, growth: Claim) -> bool:
    """Whether a growth in percent is what an amount and its change give."""
    now, by, rate = (_limits(claim) for claim in (amount, change, growth))
    if now is None or by is None or rate is None:
        return False
    is_down = change.direction == "down"
    before = Interval(now[0] + by[0], now[1] + by[1]) if is_down else Interval(now[0] - by[1], now[1] - by[0])
    quotient = percent_of(Interval(*by), before)
    return quotient is not None and quotient.meets(Interval(*rate))


def _limits(claim: Claim) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and the highest value that the number of a claim stands for; None where it has none."""
    printed = printed_interval(claim.number, claim.counted_in) if claim.number else None
    return (printed.low, printed.high) if printed and printed.low is not None and printed.high is not None else None
