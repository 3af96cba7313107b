"""Prose wordings: the vocabulary of the prose: sections, subjects, roles, directions, comparison bases, measures, glue (CSV files here).

Belongs here: loading the token classes of the sentence grammar and matching one of them against a text.
Does not belong here: any wording itself (CSV) or how the classes follow one another (prose).
Patterns are regular expressions on normalised text (NFKC, no white space). What budgets say in words of their own stands in files
budget_….csv, of the same columns, and is tried first where a budget is read; final accounts never see it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from pipelines.vocabulary.form_wordings import HERE, rows


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern of one token class: its key and, of subjects, whether it can be counted; of roles, the base it names."""

    key: str
    pattern: re.Pattern[str]
    base: str = ""
    counts: bool = False


@dataclass(frozen=True, eq=False)
class ProseWordings:
    """Known wordings of the prose of one kind of report.

    own: how the names of its own files begin (budget_); their rows are tried before those of all. "" where it has none.
    """

    own: str
    _subjects: dict[tuple[str, str], tuple[Wording, ...]] = field(default_factory=dict, init=False, repr=False)

    def sections(self, scope: str) -> tuple[Wording, ...]:
        """Return the sections of a scope.

        heading: what a heading says; heading:<section>: within that section; sentence: what a sentence speaks of (sentence:<section>: within that section);
        inner:<section>: what a sentence of that section turns to.
        """
        return self._sections.get(scope, ())

    def subjects(self, strength: str, section: str) -> tuple[Wording, ...]:
        """Return the subjects of a strength (strong, weak, after, measure, measured) that a section may speak of."""
        key = strength, section
        if key not in self._subjects:
            self._subjects[key] = tuple(
                Wording(r["subject"], re.compile(r["pattern"]), counts=bool(r["counts"]))
                for r in self._rows("subjects")
                if r["strength"] == strength and _speaks(r["sections"], section)
            )
        return self._subjects[key]

    def default_subject(self, section: str) -> str | None:
        """Return the subject a section is about where a sentence names none."""
        return self._defaults.get(section)

    def narrower_subjects(self, section: str) -> Mapping[str, str]:
        """Return what general subjects mean in a section: 本年支出 under 政府性基金 is the fund's; "" for none."""
        return self._narrowed.get(section, {})

    def roles(self, kind: str) -> tuple[Wording, ...]:
        """Return the roles a number of a kind (money, percent, count, bare) may have by the words right before it, in order.

        {direction} stands for any direction word, {budget_direction} for one said of budgets alone (追加, 调减 …).
        """
        return self._roles.get(kind, ())

    @cached_property
    def levels(self) -> tuple[Wording, ...]:
        """The wordings that compare without a number: above, below, equal, same, about, unresolved."""
        return _by_key(self._rows("levels"), "direction")

    @cached_property
    def bases(self) -> tuple[Wording, ...]:
        """The comparison bases: 比上年, 与2023年年初预算相比 …"""
        return _by_key(self._rows("bases"), "base")

    def _rows(self, name: str) -> Sequence[dict[str, str]]:
        """Return the rows of a token class, its own before those of all."""
        has_own = self.own and (HERE / f"{self.own}{name}.csv").exists()
        return [*(rows(self.own + name) if has_own else ()), *rows(name)]

    @cached_property
    def _sections(self) -> Mapping[str, tuple[Wording, ...]]:
        found: dict[str, tuple[Wording, ...]] = {}
        for r in self._rows("sections"):
            found[r["scope"]] = (*found.get(r["scope"], ()), Wording(r["section"], re.compile(r["pattern"])))
        return found

    @cached_property
    def _roles(self) -> Mapping[str, tuple[Wording, ...]]:
        found: dict[str, tuple[Wording, ...]] = {}
        for r in self._rows("roles"):
            wording = Wording(r["role"], re.compile(_with_directions(r["pattern"])), base=r["base"])
            for kind in r["kinds"].split():
                found[kind] = (*found.get(kind, ()), wording)
        return found

    @cached_property
    def _defaults(self) -> Mapping[str, str]:
        return {r["section"]: r["subject"] for r in reversed(self._rows("defaults"))}

    @cached_property
    def _narrowed(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for r in reversed(self._rows("narrowed")):
            found.setdefault(r["section"], {})[r["subject"]] = r["narrowed"]
        return found


def _speaks(sections_named: str, section: str) -> bool:
    """Whether a section may speak of a subject; * is every section about the accounts themselves."""
    return section in sections_named.split() or (sections_named == "*" and section not in ("profile", "performance"))


@cache
def opposites(subject: str) -> dict[str, str]:
    """Return words that turn a subject to its other side (收入 … 支出 …): word → the other subject, "" for none."""
    return {r["word"]: r["other"] for r in rows("opposites") if r["subject"] == subject}


@cache
def directions() -> tuple[Wording, ...]:
    """Return the direction words: unresolved first, then up, down."""
    return _by_key(rows("directions"), "direction")


@cache
def direction_at_end() -> re.Pattern[str]:
    """Return the pattern of a direction word at the end of a text: 增加, 下降了."""
    return re.compile(f"{_any_direction()}(了|为|约)*$")


def _with_directions(pattern: str) -> str:
    of_budgets = "|".join(r["pattern"] for r in rows("directions") if r["of"] == "budget")
    return pattern.replace("{direction}", _any_direction()).replace("{budget_direction}", of_budgets)


def _any_direction() -> str:
    return "(?:" + "|".join(f"(?:{w.pattern.pattern})" for w in directions()) + ")"


@cache
def denominators() -> tuple[Wording, ...]:
    """Return what a share may be said to be a share of: 占本年支出合计的 …"""
    return _by_key(rows("denominators"), "denominator")


class Measure(NamedTuple):
    """What may follow a number: its kind (money, percent, count), the unit it stands for, its pattern."""

    kind: str
    counted_in: str
    pattern: re.Pattern[str]


@cache
def measures() -> tuple[Measure, ...]:
    """Return the measures in the order in which they are tried."""
    return tuple(Measure(r["kind"], r["unit"], re.compile(r["pattern"])) for r in rows("measures"))


@cache
def reason() -> re.Pattern[str]:
    """Return the pattern of where an explanation begins: 主要原因, 主要用于 …"""
    return re.compile("|".join(r["pattern"] for r in rows("reasons")))


def count_glue(text: str) -> int:
    """Count the letters at the beginning of a text that may stand between a subject and its number."""
    found = _glue().match(text)
    return found.end() if found else 0


@cache
def _glue() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(r["pattern"] for r in rows("glue")) + r"|[,;:、“”\"'()\-])*")


def first(wordings: tuple[Wording, ...], text: str) -> tuple[Wording, re.Match[str]] | None:
    """Return the first wording that is found in a text, with its match."""
    return next(((w, m) for w in wordings if (m := w.pattern.search(text))), None)


def _by_key(known: Iterable[dict[str, str]], column: str) -> tuple[Wording, ...]:
    return tuple(Wording(r[column], re.compile(r["pattern"])) for r in known)
