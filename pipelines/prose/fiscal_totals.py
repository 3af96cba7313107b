"""Fiscal totals: whether 财政拨款收入总计 of the prose is 本年收入合计 of form T4, as some regions (甘肃) write.

Belongs here: asking T4 which of its totals the words mean. Does not belong here: the totals of the other forms
(disambiguation), judging what is none of them (sql/checks, N-05).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipelines.forms import Form
from pipelines.prose.claims import Claim
from pipelines.prose.roles import CLAUSE
from pipelines.prose.sentences import RunningText
from pipelines.vocabulary import Interval, printed_interval


def fit_fiscal_income(claims: Iterable[Claim], forms: Iterable[Form], running: RunningText) -> list[Claim]:
    """Return the claims, each 财政拨款收入总计 that is 本年收入合计 of T4 fitted to it.

    It is where it has that amount and not the 总计, and T4 prints the difference as its opening balance: an error in T4
    itself stays one. 收、支总计 is of both sides and means the 总计 alone.
    """
    left = _left_of(forms)
    grand, income, opening = (left.get(line) for line in ("income_grand_total", "income_total", "opening"))
    if not (grand and income and opening and income.plus(opening).meets(grand)):
        return list(claims)
    return [
        replace(claim, fitted="income_total", fits=True)
        if (own := _income_of(claim, running)) and own.meets(income) and not own.meets(grand)
        else claim
        for claim in claims
    ]


def _income_of(claim: Claim, running: RunningText) -> Interval | None:
    """Return what a claim says of 财政拨款收入总计; None where it is about something else, or about both sides."""
    is_total = (claim.section, claim.subject, claim.role) == ("fiscal_overall", "fiscal_grand_total", "value")
    if not is_total or claim.span is None or claim.number is None:
        return None
    begin = running.sentences[claim.span.sentence].start
    words = CLAUSE.split(running.text[begin : claim.span.start])[-1]
    return printed_interval(claim.number, claim.counted_in) if "收入" in words and "支" not in words else None


def _left_of(forms: Iterable[Form]) -> Mapping[str, Interval]:
    """Return what the left side of T4 prints in each line."""
    return {
        amount.line: printed_interval(amount.number, amount.counted_in)
        for form in forms
        for amount in form.amounts
        if (amount.form, amount.panel, amount.column) == ("T4", "left", "amount")
        and amount.line
        and amount.number
        and amount.counted_in
        and not amount.held
    }
