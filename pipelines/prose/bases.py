"""Bases: what a number is compared with, and the year it is of, where the words around it say so.

Belongs here: matching wordings/bases.csv, and what a base means beside the fiscal year of the report. Does not belong here: what is compared
(comparisons), the base that a number sets for what follows (roles).
"""

import re

from pipelines.prose.plain_words import without_bases
from pipelines.prose.roles import CLAUSE
from pipelines.vocabulary import prose_wordings

_YEAR = re.compile(r"(20\d\d)年")
_PRIOR_BUDGET = re.compile(r"上年|去年")
"""Words of a comparison with a budget, which is that of the year before."""
_CARRIED = re.compile(r"20\d\d年度?(?=结转)")
"""The year that money was carried over from: it is spent in the fiscal year."""


def base_of(text: str, year: int | None, of_budget: bool) -> str | None:
    """Return the comparison base named last in a text: prior_year, initial_budget …; None where there is none.

    A year before last is other_year: 比2019年增加 in a report of 2024.
    """
    found = [
        (m.start(), -order, w.key, m[0])
        for order, w in enumerate(prose_wordings.bases(of_budget))
        for m in w.pattern.finditer(text)
    ]
    if not found:
        return None
    start = max(f[0] for f in found)
    _, key, words = max(f[1:] for f in found if f[0] == start)
    years = _YEAR.findall(words)
    named = int(years[-1]) if years and year else year
    if of_budget:
        return _base_of_budget(key, int(years[-1]) if years else None, year)
    if key == "prior_year":
        return "other_year" if named not in (year, year and year - 1) else key
    is_prior = named != year or _PRIOR_BUDGET.search(words)
    return "prior_budget" if is_prior and key.endswith("budget") else key


def _base_of_budget(key: str, named: int | None, year: int | None) -> str:
    """Return the base of a comparison in a budget: the year before where none is named; its own year's is `budget`."""
    if named is None or year is None or named == year - 1:
        return key
    return "budget" if named == year else "other_year"


def budget_named(phase: str | None) -> str:
    """Return the base that a budget compared with is, by the word of its phase: 年初, another one (全年, 调整), or none."""
    return {"年初": "initial_budget", None: "budget"}.get(phase, "annual_budget")


def other_year(lead: str, year: int | None, role: str, of_budget: bool) -> int | None:
    """Return the year the last clause before a number names, if it is not the fiscal year.

    A prior may name it in a comparison too; elsewhere the year in a comparison base does not count.
    """
    clause = CLAUSE.split(re.sub(r"[,;:]$", "", lead))[-1]
    clause = _CARRIED.sub("", clause)
    years = [int(y) for y in _YEAR.findall(clause if role == "prior" else without_bases(clause, of_budget))]
    return years[-1] if years and year and years[-1] != year else None
