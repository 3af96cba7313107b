"""Comparisons: words that compare without a number of their own: 决算数小于预算数, 与上年持平.

Belongs here: finding them, what they compare with, the word that says the direction.
Does not belong here: directions of numbers (roles), what is compared (turning), the claim (sentence_reader).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.prose.bases import base_of, budget_named
from pipelines.prose.grammars import Grammar
from pipelines.prose.plain_words import without_bases
from pipelines.vocabulary import ProseWordings

_WORD = re.compile(r"(大|小|高|低|多|少|等)于|持平|一致|相同|不变|无.*|零增长|负增长|增加|增长|上升|减少|下降|降低")
_ASIDE = re.compile(r"\((?!或)[^()]{7,}\)")
"""A remark in brackets; its words compare nothing: (与预算中公用经费一致)."""
_ABOUT = "about"
"""What says no direction, as a small change is not excluded: 与上年基本持平."""
_CHANGED = re.compile(r"(增加|增长|减少|下降)$")
"""Right before 持平, which then says two things: 与上年增加持平."""
_BUDGET = re.compile(r"(年初|全年|调整后?)?预算")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Comparing words: the words before them without comparison bases, the direction, the base if one is named.

    start, end: offsets of the word that says the direction; behind: the offset behind the whole comparison.
    """

    before: str
    direction: str
    base: str | None
    start: int
    end: int
    behind: int


def comparisons(words: str, year: int | None, grammar: Grammar) -> Iterator[Comparison]:
    """Yield the comparisons in some words of a report of a fiscal year, none within another."""
    for direction, match in _levels(_ASIDE.sub(lambda aside: "·" * len(aside[0]), words), grammar.wordings):
        word = _WORD.search(match[0])
        start, end = word.span() if word else (0, len(match[0]))
        is_both = direction == "same" and _CHANGED.search(words, 0, match.start() + start)
        yield Comparison(
            before=without_bases(words[: match.start()], grammar.wordings),
            direction="unresolved" if is_both else direction,
            base=_base(match[0]) or base_of(words[: match.end()], year, grammar),
            start=match.start() + start,
            end=match.start() + end,
            behind=match.end(),
        )


def _base(words: str) -> str | None:
    """Return the budget that the comparing words themselves name."""
    found = _BUDGET.search(words)
    return budget_named(found[1]) if found else None


def _levels(text: str, wordings: ProseWordings) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield (direction, match) of each comparison, none within another."""
    end = 0
    found = [(m.start(), order, w.key, m) for order, w in enumerate(wordings.levels) for m in w.pattern.finditer(text)]
    for start, _, key, match in sorted(found, key=lambda f: f[:2]):
        if start >= end:
            if key != _ABOUT:
                yield key, match
            end = match.end()
