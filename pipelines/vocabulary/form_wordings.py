"""Form wordings: the known variants of titles, columns, row labels and phrases, read from the CSV files beside this one.

Belongs here: loading the variants and matching a text against them; the first matching row of a file wins.
Does not belong here: any wording itself (CSV) or what follows from a match (forms).
Patterns are regular expressions on squeezed text (NFKC, no white space, half-width punctuation).
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "wordings"
"""Folder of the wordings, a CSV file for each kind (titles, columns, lines …)."""
_HEADED_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)年?")
_PHASE_LINE = re.compile(r"(?<=[^/])/(本年)?(20\d\d年度?)?(支出|收入)?(决算数?|金额)$")
"""The last line of a heading that says of every column what all cells of a final account are: 本年收入合计 / 决算数."""
BUDGET = "budget"
"""The kind of disclosure whose forms stand in files of their own (budget_forms.csv, budget_columns.csv, budget_lines.csv)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWording:
    """A form and the titles it goes by.

    rows: what its rows are: functional, economic, lines, single, free.
    needs: column keys without which a table is not this form.
    """

    form: str
    rows: str
    needs: tuple[str, ...]
    title: re.Pattern[str]
    name: str
    english: str


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of the CSV files here, column → text."""
    with open(HERE / f"{name}.csv", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def forms(kind: str | None = None) -> tuple[FormWording, ...]:
    """Return all forms of a kind of disclosure in the order in which their titles are tried."""
    return tuple(
        FormWording(
            form=r["form"],
            rows=r["rows"],
            needs=tuple(r["needs"].split()),
            title=re.compile(r["title"]),
            name=r["name"],
            english=r["english"],
        )
        for r in rows("budget_forms" if kind == BUDGET else "forms")
    )


@cache
def _columns(form: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    name = "budget_columns" if is_of_budget(form) else "columns"
    return tuple((r["column"], re.compile(r["heading"])) for r in rows(name) if r["form"] == form)


def is_of_budget(form: str) -> bool:
    """Whether a form key is of a budget: P1 for T1, PU4 for U4 …"""
    return form.startswith("P")


@cache
def column_kinds(heading: str, kind: str | None = None) -> str:
    """Tell the kind of a column (code, name, ordinal, amount) from its heading path joined by /.

    In budgets also unit, unit_code and aside (a second classification beside the one that the rows go by).
    """
    of_budget = _first(_columns("P*"), heading) if kind == BUDGET else None
    return of_budget or _first(_columns("*"), heading) or "amount"


@cache
def column_key(form: str, heading: str, year: int | None = None) -> str | None:
    """Return the meaning of an amount column in a form of a fiscal year; None where no wording fits.

    Columns of another year, of budgets, changes and shares (form + in the file) are recognised in every form. A line
    决算数 below the headings of all columns says nothing of one of them: where the heading is not known with it, it is
    looked up without.
    """
    years = set(_HEADED_YEAR.findall(heading))
    if year and years and str(year) not in years:
        return "other_year"
    for text in dict.fromkeys((heading, _PHASE_LINE.sub("", heading))):
        if key := _first(_columns("+"), text) or _first(_columns(form), text):
            return key
    return None


def is_side_column(key: str | None) -> bool:
    """Whether a column key is none of the form's own: another year, a change, a share, a count."""
    return key in ("other_year", "count") or key in {column for column, _ in _columns("+")}


class _LineWording(NamedTuple):
    """A label of a form's rows: the panel and the row before it where those matter ("" for any), what it means."""

    panel: str
    after: str
    line: str
    label: re.Pattern[str]


@cache
def _lines(form: str) -> tuple[_LineWording, ...]:
    return tuple(
        _LineWording(r["panel"], r["after"], r["line"], re.compile(r["label"]))
        for r in rows("budget_lines" if is_of_budget(form) else "lines")
        if r["form"] == form
    )


def line_key(form: str, panel: str, after: str | None, label: str) -> str | None:
    """Return the meaning of a row label in a panel (left, right or any), under the row `after` where that matters."""
    for wording in _lines(form):
        if wording.panel in ("", panel) and wording.after in ("", after) and wording.label.search(label):
            return wording.line
    return None


@cache
def budget_titles(kind: str) -> re.Pattern[str]:
    """Return what the titles of budget forms and the lines beside them look like (budget_titles.csv): label, number, title or title_row."""
    return re.compile("|".join(f"(?:{r['pattern']})" for r in rows("budget_titles") if r["kind"] == kind))


@cache
def phrases(kind: str) -> tuple[re.Pattern[str], ...]:
    """Return the phrases of one kind (phrases.csv), for instance empty_form."""
    return tuple(re.compile(r["phrase"]) for r in rows("phrases") if r["kind"] == kind)


class NumberRule(NamedTuple):
    """What explains numbers that are no amounts: the kind they are of, the rule in words, its pattern."""

    kind: str
    rule: str
    pattern: re.Pattern[str]


NumberRules = Mapping[str, tuple[NumberRule, ...]]
"""Scope → its rules, in order: line, text (the lines joined), cell, sentence, section:<name> (a sentence of that section)."""


@cache
def number_rules(kind: str | None) -> NumberRules:
    """Return the rules for a kind of disclosure; a budget has more."""
    found: dict[str, tuple[NumberRule, ...]] = {}
    for name in ("numbers", *(("budget_numbers",) if kind == BUDGET else ())):
        for r in rows(name):
            rule = NumberRule(r["kind"], r["rule"], re.compile(r["pattern"]))
            found[r["scope"]] = (*found.get(r["scope"], ()), rule)
    return found


def says(kind: str, text: str) -> re.Match[str] | None:
    """Return the first match of a phrase of this kind in a squeezed text."""
    for phrase in phrases(kind):
        if found := phrase.search(text):
            return found
    return None


def _first(wordings: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str | None:
    return next((key for key, pattern in wordings if pattern.search(text)), None)
