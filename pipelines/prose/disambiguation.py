"""Disambiguation: which reading of an ambiguous claim the report's own figures bear out; all are tried, none is assumed.

Belongs here: what a share is a share of, which budget a completion is of, whether 收入总计 means 本年收入合计.
Does not belong here: reading claims (claims), 财政拨款收入总计 (fiscal_totals), which whole several shares have in common (common_wholes), judging what fits no reading (sql/checks).
A reading fits where the interval of the printed quotient meets that of its terms (identities.md, 1).
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from pipelines.forms import Form
from pipelines.prose.changes import changes_of_totals, changes_of_wholes, changes_of_years
from pipelines.prose.claims import Claim
from pipelines.prose.common_wholes import common_wholes
from pipelines.prose.fiscal_totals import fit_fiscal_income, fit_fiscal_outgo, fit_fiscal_spending
from pipelines.prose.parts_compared import comparisons_of_parts
from pipelines.prose.reasons_of_wholes import reasons_of_wholes
from pipelines.prose.sentences import RunningText
from pipelines.settings import REFERENCE
from pipelines.vocabulary import Interval, percent_of, printed_interval, prose_wordings

_USUAL = {
    "income": "income_total", "expenditure": "expenditure_total", "general_structure": "general_budget",
    "general_budget": "general_budget", "general_items": "general_budget", "procurement": "procurement",
    "three_public": "three_public", "basic": "basic", "fiscal_overall": "fiscal_expenditure", "overall": "income_total",
    "government_fund": "government_fund", "state_capital": "state_capital",
}  # fmt: skip
"""The denominator a section usually has where the words name none; tried first, not assumed."""
_BALANCES = ("opening", "closing", "surplus_used", "surplus_allocated")
"""What nothing is a share of."""
_MORE_WHOLES = (
    "grand_total",
    "fiscal_grand_total",
    "income_fiscal",
    "government_fund",
    "state_capital",
    "self_evaluated_projects",
    "evaluated_projects",
    "targeted_projects",
)
"""Wholes that a share may be of, whatever other one its words name, beside those that words name or sections usually have."""
_SOURCES = (
    "income_fiscal", "income_superior", "income_operating", "income_business", "income_subordinate", "income_other",
)  # fmt: skip
"""Sources of income, of which what all others are is none."""
_ALL = 100
_OF_SOURCES = ("income_total", "income_grand_total", "grand_total")
"""What a source that is said to be all of it is all of, below the heading of income: no source, nor what is spent of it."""
_SPENT = ("basic", "project", "personnel", "public", "remitted", "business_expenditure", "subsidy")
"""Kinds of spending."""
_TOTALS = {
    "income_grand_total": ("grand_total", "income_total"),
    "expenditure_grand_total": ("grand_total", "expenditure_total"),
    "fiscal_expenditure": ("fiscal_expenditure", "fiscal_grand_total"),
}
"""A total of the prose and the totals of the tables it may mean."""
_BUDGETS = {
    "initial": ("initial", "annual", "unstated"),
    "annual": ("annual", "initial", "unstated"),
    "unstated": ("unstated", "annual", "initial"),
}


def fit(claims: Sequence[Claim], forms: Sequence[Form], running: RunningText) -> list[Claim]:
    """Return the claims with the reading that fits: fitted names it, fits says whether any of those tried does.

    running: the text that the claims were read from.
    """
    printed = _form_totals(forms)
    claims = fit_fiscal_income(changes_of_totals(changes_of_years(changes_of_wholes(claims)), printed), forms, running)
    claims = fit_fiscal_spending(fit_fiscal_outgo(claims, forms, running), forms, running)
    claims = reasons_of_wholes(comparisons_of_parts(claims, running), running)
    totals = _totals(claims, printed)
    spoken: dict[int, list[Claim]] = {}
    for claim in claims:
        spoken.setdefault(claim.statement, []).append(claim)
    fitted = [_fit_claim(claim, spoken[claim.statement], totals, printed) for claim in claims]
    common = common_wholes(fitted)
    return [_of_whole(claim, common.get(claim.order), spoken[claim.statement], totals) for claim in fitted]


def _of_whole(
    claim: Claim, whole: str | None, statement: Sequence[Claim], totals: Mapping[str, list[Interval]]
) -> Claim:
    """Return a share as one of this whole, where it has one in common with others."""
    if whole is None or (own := claim.interval) is None:
        return claim
    return replace(_try_wholes(claim, own, _numerator(claim, statement), {whole: totals.get(whole, [])}), fitted=whole)


def _fit_claim(
    claim: Claim,
    statement: Sequence[Claim],
    totals: Mapping[str, list[Interval]],
    printed: Mapping[str, list[Interval]],
) -> Claim:
    own = claim.interval
    if own is None:
        return claim
    if claim.role == "share":
        order = dict.fromkeys((claim.base, _usual(claim), *(key for key in totals if _may_be_whole(claim, key))))
        return _try_wholes(claim, own, _numerator(claim, statement), {key: totals.get(key, []) for key in order})
    if claim.role == "completion":
        printed_budgets = [(c.base, whole) for c in statement if c.role == "budget" and (whole := c.interval)]
        budgets = {k: [whole for base, whole in printed_budgets if base == k] for k in _BUDGETS[claim.base]}
        return _try_wholes(claim, own, _numerator(claim, statement), budgets)
    if claim.role == "value" and claim.subject in _TOTALS:
        found = [key for key in _TOTALS[claim.subject] if any(own.meets(total) for total in printed.get(key, ()))]
        tried = [key for key in _TOTALS[claim.subject] if printed.get(key)]
        nearest = found[:1] or _written_alike(own, {key: printed[key] for key in tried})
        return replace(claim, fitted=nearest[0] if nearest else None, fits=bool(found) if tried else None)
    return claim


def _written_alike(own: Interval, totals: Mapping[str, Sequence[Interval]]) -> list[str]:
    """Return the total that a number which is none of them was meant for: the only one of several with most digits in their places."""
    alike = {key: max(_same_digits(own, one) for one in some) for key, some in totals.items()}
    most = max(alike.values(), default=0)
    found = [key for key, count in alike.items() if count == most]
    return found if len(alike) > 1 and len(found) == 1 and 2 * most > len(_digits(own)) else []


def _same_digits(one: Interval, other: Interval) -> int:
    return sum(a == b for a, b in zip(_digits(one), _digits(other), strict=False))


def _digits(value: Interval) -> str:
    """Return the digits of the middle of an interval, from the first that is not zero to the last."""
    low, high = value.low or 0, value.high or 0
    return f"{(low + high) / 2:f}".replace(".", "").lstrip("-0").rstrip("0")


def _may_be_whole(claim: Claim, subject: str) -> bool:
    """Whether a share may be of a subject: where its words name a whole, of another that is one; 占“三公”经费的 P% is of no balance that P happens to fit.

    A source of income, 占100%, is of all income, not of itself.
    """
    if claim.section == "income" and claim.subject in _SOURCES and claim.number and claim.number.value == _ALL:
        return subject in _OF_SOURCES
    if claim.base in ("", "unstated"):
        return subject not in _BALANCES
    return subject in _MORE_WHOLES or subject in _USUAL.values() or subject in _named_wholes()


@cache
def _named_wholes() -> frozenset[str]:
    return frozenset(wording.key for wording in prose_wordings.denominators())


def _usual(claim: Claim) -> str:
    """Return the denominator that the section of a share usually has; below the heading of both sides, that of its side."""
    is_spending = claim.section == "overall" and claim.subject in _SPENT
    return "expenditure_total" if is_spending else _USUAL.get(claim.section, "")


def _try_wholes(claim: Claim, own: Interval, part: Interval | None, wholes: Mapping[str, Iterable[Interval]]) -> Claim:
    """Name the first denominator whose quotient fits a claim in percent, which is printed as `own`."""
    tried = False
    for key, candidates in wholes.items():
        for whole in candidates:
            found = percent_of(part, whole) if part else None
            if found is None:
                continue
            tried = True
            if found.meets(own):
                return replace(claim, fitted=key, fits=True)
    return replace(claim, fits=False if tried else None)


def _numerator(claim: Claim, statement: Sequence[Claim]) -> Interval | None:
    """Return the value that a percent of its statement is about: the last one said before it, else the next."""
    values = [c for c in statement if c.role == "value" and c.number and c.subject == claim.subject]
    before = [c for c in values if c.span and claim.span and c.span.start < claim.span.start]
    return (before or values)[-1].interval if values else None


def _totals(claims: Sequence[Claim], printed: Mapping[str, list[Interval]]) -> dict[str, list[Interval]]:
    """Collect what the report gives for each subject, its tables before its prose."""
    totals = {subject: list(found) for subject, found in printed.items()}
    for claim in claims:
        is_total = claim.role == "value" and claim.subject not in ("reason", "function", "project_money")
        if is_total and (own := claim.interval):
            totals.setdefault(claim.subject, []).append(own)
    return totals


@cache
def _total_cells() -> dict[tuple[str, str, str], str]:
    """Return (form, line, column) → the subject whose total stands there (reference/total_cell.csv)."""
    with open(REFERENCE / "total_cell.csv", encoding="utf-8", newline="") as file:
        return {(r["form"], r["line"], r["column_key"]): r["subject"] for r in csv.DictReader(file)}


def _form_totals(forms: Sequence[Form]) -> dict[str, list[Interval]]:
    totals: dict[str, list[Interval]] = {}
    for amount in (a for form in forms for a in form.amounts if a.counted_in and not a.held):
        key = _total_cells().get((amount.form, amount.line or "", amount.column or ""))
        if key and amount.number:
            totals.setdefault(key, []).append(printed_interval(amount.number, amount.counted_in))
    return totals
