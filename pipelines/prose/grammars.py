"""Grammars: in what the prose of final accounts and that of budgets differ.

Belongs here: their wordings, and what a sentence of either may leave unsaid or say in its own way. Does not belong here: what follows
from it (sections, bases, cues …), any wording itself (CSV).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipelines.vocabulary import ProseWordings, form_wordings

_YEAR = re.compile(r"(20\d\d)年")
_PRIOR_BUDGET = re.compile(r"上年|去年")
"""Words of a comparison with a budget, which is that of the year before."""


def _base_in_final_account(key: str, words: str, year: int | None) -> str:
    """Return the base that words of a comparison (of a key) name in a final account of a fiscal year."""
    years = _YEAR.findall(words)
    named = int(years[-1]) if years and year else year
    if key == "prior_year":
        return "other_year" if named not in (year, year and year - 1) else key
    is_prior = named != year or _PRIOR_BUDGET.search(words)
    return "prior_budget" if is_prior and key.endswith("budget") else key


def _base_in_budget(key: str, words: str, year: int | None) -> str:
    """Return the base that words of a comparison (of a key) name in a budget: the year before where none is named; its own year's is `budget`."""
    years = _YEAR.findall(words)
    named = int(years[-1]) if years else None
    if named is None or year is None or named == year - 1:
        return key
    return "budget" if named == year else "other_year"


@dataclass(frozen=True, kw_only=True, eq=False)
class Grammar:
    """The grammar of the prose of one kind of report.

    wordings: what it says in words; base_named: the base that words of a comparison name, by their key and the fiscal year;
    usual_base: what a number is compared with where nothing says it.
    tells_budgets: it tells of budgets beside its own amounts, which are no budgets, and lists the amounts of years;
    has_chapters: titles of chapters (…编制说明) stand between sections, also on one line with what follows;
    runs_on: other matters (其他重要事项) may follow one another within a paragraph, without headings;
    resumes: a sentence that only compares goes on with what its paragraph, or the sentence before, began with;
    names_bare: functional items and economic classes may be named without code and 支出 wherever it tells of items.
    """

    wordings: ProseWordings
    base_named: Callable[[str, str, int | None], str]
    usual_base: str
    tells_budgets: bool
    has_chapters: bool
    runs_on: bool
    resumes: bool
    names_bare: bool


FINAL_ACCOUNT = Grammar(
    wordings=ProseWordings(""),
    base_named=_base_in_final_account,
    usual_base="prior_year",
    tells_budgets=True,
    has_chapters=False,
    runs_on=True,
    resumes=False,
    names_bare=False,
)
BUDGET = Grammar(
    wordings=ProseWordings("budget_"),
    base_named=_base_in_budget,
    usual_base="prior_budget",
    tells_budgets=False,
    has_chapters=True,
    runs_on=False,
    resumes=True,
    names_bare=True,
)


def grammar_of(kind: str | None) -> Grammar:
    """Return the grammar of a kind of disclosure (forms.Disclosure.kind)."""
    return BUDGET if kind == form_wordings.BUDGET else FINAL_ACCOUNT
