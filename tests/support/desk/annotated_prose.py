"""Prose of a region with what each number claims written behind it, and what the reader makes of it.

Belongs here: the notation of tests/golden/regions: behind a number {subject:name role base}, `.` for the subject before;
roles by their first letters (v value, c+ change up, g- growth down, s share, b budget, k completion, n count, p prior,
m mean, t threshold, r rate, x score), after = or @ the base. Does not belong here: what is expected (the files).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipelines.prose.claims import Claim
from pipelines.prose.disambiguation import fit
from pipelines.prose.discourse import Discourse
from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.item_names import ItemNames
from pipelines.prose.narrative import read_claims
from pipelines.prose.quantities import NUMBER
from pipelines.prose.sections import sections_of
from pipelines.reading.number_rules import explain_in_sections, explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from pipelines.vocabulary.text import squeeze
from tests.support.desk.paragraphs import running

_MARK = re.compile(r"\{([^{}]*)\}")
_NUMBER_BEFORE = re.compile(r"\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?$")
_ROLE = re.compile(r"([a-z])([+-]?)(?:[@=](\w+))?$")
_ROLES = {
    "v": "value", "c": "change", "g": "growth", "s": "share", "b": "budget", "k": "completion", "n": "count",
    "p": "prior", "m": "mean", "t": "threshold", "r": "rate", "x": "score",
}  # fmt: skip
_BASES = {"change": "prior_year", "growth": "prior_year", "share": "unstated", "budget": "unstated"}
"""The base of a role where the notation names none."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What a number claims: keys as of Claim; name: code or label, "" where it is not asked for."""

    text: str
    subject: str
    name: str
    role: str
    direction: str
    base: str


class Annotated(NamedTuple):
    """Paragraphs without annotations, and what each annotation says."""

    paragraphs: list[str]
    wanted: list[Fact]


class Compared(NamedTuple):
    """The facts wanted and read of a text, and its numbers that nothing explains, each with the words before it."""

    wanted: list[Fact]
    read: list[Fact]
    unexplained: list[str]


def split_annotations(lines: Sequence[str]) -> Annotated:
    """Split paragraphs from what is written behind their numbers."""
    plain: list[str] = []
    wanted: list[Fact] = []
    subject = ""
    for line in lines:
        text, at = "", 0
        for mark in _MARK.finditer(line):
            text, at = text + line[at : mark.start()], mark.end()
            named, _, role = mark[1].partition(" ")
            subject = subject if named == "." else named
            if (number := _NUMBER_BEFORE.search(text)) is None:
                raise ValueError(f"no number stands before {mark[0]}")
            wanted.append(_assertion(squeeze(number[0]), subject, role or "v"))
        plain.append(text + line[at:])
    return Annotated(plain, wanted)


def _assertion(number: str, subject: str, words: str) -> Fact:
    """Read the notation behind a number; raises ValueError where it names no role."""
    key, _, name = subject.partition(":")
    if (found := _ROLE.match(words)) is None:
        raise ValueError(f"{words} behind {number} names no role")
    role = _ROLES[found[1]]
    direction = {"+": "up", "-": "down", "": ""}[found[2]]
    base = found[3] or _BASES.get(role, "")
    return Fact(text=number, subject=key, name=name, role=role, direction=direction, base=base)


def read_annotated(path: Path) -> Compared:
    """Read an annotated file, whose name ends with the fiscal year."""
    year = int(path.stem[-4:])
    plain, wanted = split_annotations(path.read_text(encoding="utf-8").strip().split("\n"))
    text = running(*plain)
    sections, explained = sections_of(text.sentences, FINAL_ACCOUNT), explain_numbers(text, number_rules("final"))
    discourse = Discourse(names=ItemNames(year, ()), year=year, grammar=FINAL_ACCOUNT)
    claims = fit(read_claims(text, sections, explained.by_offset, discourse), (), text)
    numbered = [claim for claim in claims if claim.role != "direction"]
    explained = explain_in_sections(text, sections, explained)
    known = {claim.span.start for claim in numbered if claim.span} | explained.by_offset.keys()
    rest = [text.text[max(0, m.start() - 20) : m.end()] for m in NUMBER.finditer(text.text) if m.start() not in known]
    asked = [bool(fact.name) for fact in wanted] + [False] * len(numbered)
    return Compared(wanted, [_fact(claim, named) for claim, named in zip(numbered, asked, strict=False)], rest)


def _fact(claim: Claim, is_named: bool) -> Fact:
    name = (claim.code or claim.label) if is_named else ""
    return Fact(
        text=claim.text, subject=claim.subject, name=name, role=claim.role, direction=claim.direction, base=claim.base
    )  # fmt: skip
