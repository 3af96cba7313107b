"""Open runs: characters printed close together in a line, and the headings they make, in tables without vertical rules.

Belongs here: where a run ends, which runs are one heading. Does not belong here: rules and strips (open_bands), columns
(open_columns), characters themselves (glyphs).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import NamedTuple
from unicodedata import normalize

from pipelines.pdf.glyphs import ASCENT, DESCENT, Glyph
from pipelines.pdf.rulings import SNAP, Edge

ROWS_APART = 1.6
"""White between two rows, in sizes, at most."""
_APART = 0.4
"""White between two runs of a line, in sizes: less stands within a word or a number."""
CLOSE = (0.6, 0.45, 0.3, 0.15)
"""White between two lines of one heading, in sizes: two levels of headings stand further apart. How far differs from table to
table; the first that proves the columns is the one."""
_NUMBERS = 2
"""Runs besides numbers in a line that numbers the columns: 栏次 1 2 3."""
_LEVELS = frozenset("类款项")
"""Headings of one letter: the levels of a code, each in a column of its own."""
_BESIDE = 0.3
"""White between an amount and the name in the next column, in sizes: programs put up to a fifth between 2026 and 年."""
_LARGER = 1.1
"""Share by which a title is set larger than a heading."""
_IS_NO_HEADING = re.compile(r"(?<!其中):|^\(?[百千万亿]*元\)?$")
"""What is printed between the title and the heading: 编制单位：…, 单位：万元."""
AMOUNT = re.compile(r"[-−]?(\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d{2,})")
"""A number with decimals, or with commas, that stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one line without much white between them: their extent, baseline, size and text."""

    start: float
    end: float
    baseline: float
    size: float
    text: str

    @property
    def top(self) -> float:
        """Upper end of its box."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower end of its box."""
        return self.baseline + DESCENT * self.size

    @property
    def middle(self) -> float:
        """Half way between its upper and its lower end."""
        return (self.top + self.bottom) / 2

    @property
    def is_amount(self) -> bool:
        """Whether it is a number with decimals, and nothing else."""
        return AMOUNT.fullmatch(self.text) is not None


class Heading(NamedTuple):
    """A heading of one line or more: its extent along the page, its upper and lower end."""

    start: float
    end: float
    top: float
    bottom: float


def runs_of(line: Sequence[Glyph]) -> Iterator[Run]:
    """Yield the runs of a printed line."""
    own = [line[0]]
    for one, then in pairwise(line):
        if then.start - one.end > (_BESIDE if one.text.isdigit() and then.text.isalpha() else _APART) * then.size:
            yield _run(own)
            own = []
        own.append(then)
    yield _run(own)


def _run(glyphs: Sequence[Glyph]) -> Run:
    baseline, size = max(g.baseline for g in glyphs), max(g.size for g in glyphs)
    # browsers print some letters as their radicals: ⼊ for 入
    text = normalize("NFKC", "".join(g.text for g in glyphs))
    return Run(start=glyphs[0].start, end=max(g.end for g in glyphs), baseline=baseline, size=size, text=text)


def numbers_columns(strip: Sequence[Run]) -> bool:
    """Whether runs number the columns they stand in: 栏次 1 2 3."""
    words = sum(not run.text.isdigit() for run in strip)
    return words <= _NUMBERS and words < len(strip)


def is_no_heading(run: Run, size: float) -> bool:
    """Whether a run is a title above a table, or stands between title and heading (单位：万元); size: of the headings."""
    return run.size > _LARGER * size or _IS_NO_HEADING.search(run.text) is not None


def join_runs(runs: Sequence[Run], rules: Sequence[Edge] = (), close: float = CLOSE[0]) -> list[Heading]:
    """Return the headings that runs between two rules make: lines close over one another, letters side by side (项 目).

    rules: shorter ones among the runs; a line below one is of another heading than the line above it. close: white
    between two lines of one heading at most, in sizes.
    """
    found: list[Heading] = []
    for _, line in groupby(sorted(runs, key=lambda run: (run.baseline, run.start)), key=lambda run: run.baseline):
        new = [run for run in line if not _is_joined(found, run, rules, close)]
        found += [
            Heading(run.start, run.end, run.top, run.bottom)
            for run in _spaced(new)
            if not _is_joined(found, run, rules, close)
        ]
    return sorted(found)


def _is_joined(found: list[Heading], run: Run, rules: Sequence[Edge], close: float) -> bool:
    """Join a run to the heading that it goes on with; False where there is none."""
    over = next((one for one in found if _goes_on(one, run, close) and not _is_parted(one, run, rules)), None)
    if over:
        start, end = min(over.start, run.start), max(over.end, run.end)
        found[found.index(over)] = Heading(start, end, over.top, max(over.bottom, run.bottom))
    return over is not None


def _goes_on(over: Heading, run: Run, close: float) -> bool:
    return run.start < over.end and run.end > over.start and run.top - over.bottom <= close * run.size


def _is_parted(over: Heading, run: Run, rules: Sequence[Edge]) -> bool:
    """Whether a rule runs between a heading and a run below it."""
    return any(
        over.bottom - SNAP <= rule.at <= run.top + SNAP and rule.start < run.end and rule.end > run.start
        for rule in rules
    )


def _spaced(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs, two single letters that follow one another in a line as one: 项 目, but not 类 款 项."""
    for _, group in groupby(runs, key=lambda run: (_is_letter(run), run.baseline)):
        letters = list(group)
        if not _is_letter(letters[0]) or len(letters) % 2 or _LEVELS.issuperset(run.text for run in letters):
            yield from letters
            continue
        for one, then in zip(letters[::2], letters[1::2], strict=True):
            yield replace(one, end=then.end, text=one.text + then.text)


def _is_letter(run: Run) -> bool:
    return len(run.text) == 1 and run.text.isalpha()
