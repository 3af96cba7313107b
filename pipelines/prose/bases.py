"""Bases: what a number is compared with, and the year it is of, where the words around it say so.

Belongs here: matching wordings/bases.csv, the one named last. Does not belong here: what a base means beside
the fiscal year (grammars), what is compared (comparisons), the base that a number sets for what follows (roles).
"""

import re

from pipelines.prose.grammars import Grammar
from pipelines.prose.plain_words import without_bases
from pipelines.prose.roles import CLAUSE

YEAR = re.compile(r"(20\d\d)年")
_CARRIED = re.compile(r"20\d\d年度?(?=结转)")
"""The year that money was carried over from: it is spent in the fiscal year."""


def base_of(text: str, year: int | None, grammar: Grammar) -> str | None:
    """Return the comparison base named last in a text: prior_year, initial_budget …; None where there is none.

    A year before last is other_year: 比2019年增加 in a report of 2024.
    """
    found = [
        (m.start(), -order, w.key, m[0])
        for order, w in enumerate(grammar.wordings.bases)
        for m in w.pattern.finditer(text)
    ]
    if not found:
        return None
    start = max(f[0] for f in found)
    _, key, words = max(f[1:] for f in found if f[0] == start)
    return grammar.base_named(key, words, year)


def budget_named(phase: str | None) -> str:
    """Return the base that a budget compared with is, by the word of its phase: 年初, another one (全年, 调整), or none."""
    return {"年初": "initial_budget", None: "budget"}.get(phase, "annual_budget")


def other_year(lead: str, year: int | None, role: str, grammar: Grammar) -> int | None:
    """Return the year the last clause before a number names, if it is not the fiscal year.

    A prior may name it in a comparison too; elsewhere the year in a comparison base does not count.
    """
    clause = CLAUSE.split(re.sub(r"[,;:]$", "", lead))[-1]
    clause = _CARRIED.sub("", clause)
    years = [int(y) for y in YEAR.findall(clause if role == "prior" else without_bases(clause, grammar.wordings))]
    return years[-1] if years and year and years[-1] != year else None
