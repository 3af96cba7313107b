"""Fiscal totals: whether 财政拨款收入总计 of the prose is 本年收入合计 of form T4, as some regions (甘肃) write.

Also whether 支出总计 beside it is the 总计 too (安徽), and whether 财政拨款支出 below the heading of the general budget is
that of all funds (湖南).
Belongs here: asking T4 which of its totals the words mean. Does not belong here: the totals of the other forms
(disambiguation), judging what is none of them (sql/checks, N-05).
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipelines.forms import Amount, Form
from pipelines.prose.claims import FUND_INCOMES, Claim, TextSpan
from pipelines.prose.roles import CLAUSE
from pipelines.prose.sentences import RunningText
from pipelines.vocabulary import Interval, printed_interval

_GENERAL = ("general_budget", "general_structure", "general_items")
"""Sections of the general budget."""
_INCOMES = FUND_INCOMES
"""The rest of the key behind income_ is the fund's column in T4, and the subject of its spending."""
_SPENT = re.compile(r"支出(决算)?总计|总支出")
_LEFT_OVER = re.compile(r"其中[^。]*[年期]末[^,;。]*(结转|结余)")
"""Behind a total that holds what is left at the end of the year: 财政拨款总支出A，其中…，年末财政拨款结转和结余C."""


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


def fit_fiscal_outgo(claims: Sequence[Claim], forms: Iterable[Form], running: RunningText) -> list[Claim]:
    """Return the claims, each 支出总计 beside a 财政拨款收入总计 that means the 总计 made one of that total.

    Alone, or beside one that means 本年收入合计, it is 本年支出合计 in other words; so it is where T4 has that amount for
    本年支出合计, and another for the 总计. Where T4 has it so the other way round, or the sentence counts what is left at the
    end of the year as part of it (广东), it is the 总计 wherever it stands.
    """
    incomes = [c for c in claims if c.fitted != "income_total" and _income_of(c, running)]
    sentences = {claim.span.sentence for claim in incomes if claim.span}
    printed = {a.line: _printed(a) for a in _sure(forms) if (a.form, a.panel, a.column) == ("T4", "right", "total")}
    spent, grand = printed.get("expenditure_total"), printed.get("expenditure_grand_total")
    statements = {
        claim.statement
        for claim in claims
        if (claim.section, claim.subject, claim.role) == ("fiscal_overall", "fiscal_expenditure", "value")
        and claim.span and _SPENT.search(_clause_before(claim.span, running)) and (own := claim.interval)
        and not (spent and grand and own.meets(spent) and not own.meets(grand))
        and (
            {claim.span.sentence, claim.span.sentence - 1} & sentences
            or (spent and grand and own.meets(grand) and not own.meets(spent))
            or _parts_behind(claim, running)
        )
    }  # fmt: skip
    parted = {
        claim.span.sentence
        for claim in claims
        if claim.span and claim.statement in statements and _parts_behind(claim, running)
    }
    return [_of_outgo(claim, statements, parted) for claim in claims]


def _of_outgo(claim: Claim, statements: Container[int], parted: Container[int]) -> Claim:
    """Give a claim to the 总计 where its statement is of that, and 本年财政拨款支出 to 本年支出合计 where it is a part of it."""
    if claim.statement in statements and claim.subject == "fiscal_expenditure":
        return replace(claim, subject="fiscal_grand_total")
    if claim.subject == "current_spending" and claim.span and claim.span.sentence in parted:
        return replace(claim, subject="fiscal_expenditure")
    return claim


def _parts_behind(claim: Claim, running: RunningText) -> bool:
    """Whether the sentence goes on with the parts of a total, what is left at the end of the year among them."""
    if claim.span is None:
        return False
    return bool(_LEFT_OVER.search(running.text, claim.span.end, running.sentences[claim.span.sentence].end))


def fit_fiscal_spending(claims: Sequence[Claim], forms: Iterable[Form], running: RunningText) -> list[Claim]:
    """Return the claims, those of fiscal spending given to the funds whose spending T4 prints so.

    A bare 财政拨款支出 below the heading of the general budget is of all funds where it has their amount and not that of
    the one; what the sentence lists behind it is theirs too. A bare 本年支出 behind the income of a fund (政府性基金本年收入
    X；本年支出 Y) is of that fund, also where it is 0 and T4 prints nothing of the fund.
    """
    spent = {a.column: _printed(a) for a in _sure(forms) if (a.form, a.line) == ("T4", "expenditure_total")}
    total, general = spent.get("total"), spent.get("general_budget")
    if not (total and general):
        return list(claims)
    of_all, of_fund, sentences = set[int](), dict[int, str](), set[int]()
    for number, claim in enumerate(claims):
        own = claim.interval if claim.role == "value" else None
        if own is None or claim.span is None:
            continue
        if claim.section in _GENERAL and own.meets(total) and not own.meets(general) and _is_bare(claim, running):
            of_all.add(claim.statement)
            sentences.add(claim.span.sentence)
        elif claim.subject == "fiscal_expenditure" and not own.meets(total):
            fund = _fund_before(claims, number)
            whole = spent.get(fund)
            if fund and (own.meets(whole) if whole else claim.number and claim.number.value == 0):
                of_fund[claim.statement] = fund
    return [_given(claim, of_all, of_fund, sentences) for claim in claims]


def _given(claim: Claim, of_all: Container[int], of_fund: Mapping[int, str], sentences: Container[int]) -> Claim:
    if claim.statement in of_fund and claim.subject == "fiscal_expenditure":
        return replace(claim, subject=of_fund[claim.statement])
    if claim.statement in of_all and claim.subject == "general_budget":
        return replace(claim, subject="fiscal_expenditure")
    listed = claim.span is not None and claim.span.sentence in sentences and claim.section == "general_structure"
    return replace(claim, section="fiscal_overall") if listed else claim


def _is_bare(claim: Claim, running: RunningText) -> bool:
    """Whether the words before an amount of the general budget say 财政拨款支出 and no fund."""
    words = _clause_before(claim.span, running) if claim.span else ""
    return claim.subject == "general_budget" and "财政拨款支出" in words and "预算" not in words


def _fund_before(claims: Sequence[Claim], number: int) -> str:
    """Return the fund whose income the sentence of a claim spoke of right before its statement; "" for none."""
    claim = claims[number]
    before = next(
        (c for c in reversed(claims[:number]) if c.statement != claim.statement and c.subject != "reason"), None
    )
    if before is None or not (before.span and claim.span) or before.span.sentence != claim.span.sentence:
        return ""
    return before.subject.removeprefix("income_") if before.subject in _INCOMES else ""


def _clause_before(span: TextSpan, running: RunningText) -> str:
    return CLAUSE.split(running.text[running.sentences[span.sentence].start : span.start])[-1]


def _income_of(claim: Claim, running: RunningText) -> Interval | None:
    """Return what a claim says of 财政拨款收入总计; None where it is about something else, or about both sides."""
    is_total = (claim.section, claim.subject, claim.role) == ("fiscal_overall", "fiscal_grand_total", "value")
    if not is_total or claim.span is None:
        return None
    words = _clause_before(claim.span, running)
    return claim.interval if "收入" in words and "支" not in words else None


def _left_of(forms: Iterable[Form]) -> Mapping[str | None, Interval | None]:
    """Return what the left side of T4 prints in each line."""
    left = (a for a in _sure(forms) if (a.form, a.panel, a.column) == ("T4", "left", "amount"))
    return {amount.line: _printed(amount) for amount in left}


def _sure(forms: Iterable[Form]) -> Iterator[Amount]:
    """Yield the amounts of forms that are read for certain and stand in a line that is known."""
    for amount in (a for form in forms for a in form.amounts):
        if amount.line and amount.number and amount.counted_in and not amount.held:
            yield amount


def _printed(amount: Amount) -> Interval | None:
    return printed_interval(amount.number, amount.counted_in) if amount.number else None
