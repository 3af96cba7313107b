"""Glyphs: printed characters, and how they become lines and the text of a cell, whatever library read them.

Belongs here: reading order, blanks, characters printed twice or on one another.
Does not belong here: reading PDFs (pdfium.reader, plumber_reader), finding cells between rulings (lattice).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from pipelines.pdf.pages import Box, Line, Mark

ASCENT, DESCENT = 0.86, 0.14
"""How far a character's box reaches above and below its baseline, in sizes (the em box of 宋体). What fonts declare is not
used: it differs by up to 0.4 sizes between two fonts of one printed line."""
BLANK = 0.199
"""White between two characters, in sizes, that counts as a blank. Blanks are measured, not read: some programs print
one, some only move the pen, and readers disagree on which of them to report. It is a hair below a fifth: just a fifth is
what Chromium puts between Chinese and digits, and rounding makes that less for one reader and more for the other."""
OVERPRINT = 0.15
"""Distance in sizes within which the same character printed again is one: less than any digit or comma is wide."""
DIGITS = tuple("0123456789")
_LINE = 2.0
"""Points by which the baselines of one line may differ, however small its letters."""
_BESIDE = 0.25
"""Points by which two readers may place one character differently."""
_WITHIN = 0.3
"""Share of a digit's width that may overlap another digit."""
_WIDEST = 0.65
"""Width of a digit in sizes; a font that declares more (the width of 汉字) is not believed: its digits only seem to overlap."""
_SLANT = 0.09
"""Rise by run (5°) from which a text counts as slanted; a page that was scanned or set askew has less."""
UNREADABLE = "\ufffd"
"""Stands for a printed character whose font gives it no meaning: a number that holds it is no clean number."""


class Glyph(NamedTuple):  # built by place, and sorted as a tuple: there are a hundred thousand in a long report
    """One printed character that leaves ink, in its own reading direction, so that sideways text needs no second rule.

    turn: quarter turns against the clock from upright (1 is read upwards); baseline: its place across, growing from
    line to line; start, end: its extent along the direction it is read in. Glyphs sort into reading order.
    """

    turn: int
    baseline: float
    start: float
    end: float
    size: float
    text: str


def is_slanted(a: float, b: float) -> bool:
    """Whether text that runs along the vector (a, b) is set neither along nor across the page, as watermarks are."""
    return min(abs(a), abs(b)) > _SLANT * max(abs(a), abs(b))


def middle(glyph: Glyph) -> tuple[float, float]:
    """The middle of a glyph's box on the page: x, y."""
    turn, baseline, start, end, size, _ = glyph
    along, across = (start + end) / 2, baseline - _RISE * size
    if not turn:
        return along, across
    return ((across, -along), (-along, -across), (-across, along))[turn - 1]


def middles(glyphs: Iterable[Glyph]) -> list[tuple[float, float]]:
    """The middles of many glyphs."""
    return [middle(glyph) if glyph[0] else ((glyph[2] + glyph[3]) / 2, glyph[1] - _RISE * glyph[4]) for glyph in glyphs]


_RISE = ASCENT - 0.5


def printed_lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the characters of each printed line in reading order, upright lines first; one printed twice comes once.

    Fonts of one line that declare different heights still share the baseline.
    """
    ordered = sorted(glyphs)
    if not ordered:
        return
    turn, baseline = ordered[0][:2]
    if ordered[-1][0] == turn and ordered[-1][1] - baseline <= _LINE:
        yield _without_overprints(ordered)
        return
    line: list[Glyph] = []
    for char in ordered:
        own_turn, own_baseline, _, _, size, _ = char
        below = own_baseline - baseline
        if (below > _LINE and below > 0.3 * size) or own_turn != turn:
            yield _without_overprints(line)
            line = []
            turn, baseline = own_turn, own_baseline
        line.append(char)
    yield _without_overprints(line)


def _without_overprints(line: list[Glyph]) -> list[Glyph]:
    """Return the line in reading order, without characters printed again a hair further on (bold, shadow).

    Of two digits printed on one another neither can be read.
    """
    if line[0].baseline != line[-1].baseline:
        line.sort(key=attrgetter("start"))
    if not _is_crowded(line):
        return line
    twice = {
        index
        for index, (one, then) in enumerate(pairwise(line), 1)
        if one[-1] == then[-1] and then.start - one.start < min(OVERPRINT * then.size, (then.end - then.start) / 2)
    }
    if twice:
        line = [char for index, char in enumerate(line) if index not in twice]
    if garbled := _on_one_another(line):
        line = [char._replace(text=UNREADABLE) if index in garbled else char for index, char in enumerate(line)]
    return line


def _is_crowded(line: list[Glyph]) -> bool:
    """Whether any character begins close to the one before or inside it, so that a closer look is due."""
    start, end = line[0][2:4]
    for char in line[1:]:
        then = char[2]
        if then - start < OVERPRINT * char[4] or end - then > _WITHIN * (end - start):
            return True
        start, end = then, char[3]
    return False


def _on_one_another(line: list[Glyph]) -> set[int]:
    """Return the places in the line of digits printed over another digit.

    A digit counts if it begins where another one does, or well inside it. Where most digits lie inside the one before,
    the font declares wrong widths, and only the first of these counts.
    """
    pairs = list(enumerate(pairwise(line), 1))
    within = [i for i, (one, then) in pairs if _covers(one, then)]
    if not within:
        return set()
    few = 2 * len(within) < len(pairs)
    close = within if few else [i for i, (one, then) in pairs if then.start - one.start < OVERPRINT * then.size]
    return {i for i in close if line[i].text in DIGITS and line[i - 1].text in DIGITS}


def _covers(one: Glyph, then: Glyph) -> bool:
    """Whether a character begins well inside the one before."""
    width = min(one.end - one.start, _WIDEST * one.size)
    return one.start + width - then.start > _WITHIN * width


def mark(glyph: Glyph) -> Mark:
    """Return what tells a character of a page from the others."""
    return Mark(glyph.text, glyph.start, glyph.baseline)


def is_marked(glyph: Glyph, marks: Iterable[Mark]) -> bool:
    """Whether one of the marks is a character's, though another reader may place it a little beside."""
    return any(
        glyph.text == text and abs(glyph.start - start) < _BESIDE and abs(glyph.baseline - baseline) < _BESIDE
        for text, start, baseline in marks
    )


def cell_text(glyphs: Iterable[Glyph]) -> str:
    """Return the text of a cell, a line break between its lines."""
    return "\n".join(map(_text, printed_lines(glyphs)))


def _text(line: list[Glyph]) -> str:
    """Return the text of a line, a blank where there is white between two characters."""
    parts = []
    last_end = line[0].start
    for _, _, start, end, size, text in line:
        if start - last_end > BLANK * size:
            parts.append(" ")
        parts.append(text)
        last_end = end
    return "".join(parts)


def text_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Return the lines of running text."""
    return tuple(_line(line) for line in printed_lines(glyphs))


def _line(line: list[Glyph]) -> Line:
    """Make a line, its text as _text makes it, with the start and end of each of its letters and blanks."""
    parts = []
    spans = []
    last_end = line[0].start
    for _, _, start, end, size, text in line:
        if start - last_end > BLANK * size:
            parts.append(" ")
            spans.append((last_end, start))
        parts.append(text)
        spans.append((start, end))
        last_end = end
    text = "".join(parts)
    if len(text) > len(parts):
        spans = [span for part, span in zip(parts, spans, strict=True) for _ in part]
    return Line(text, _around(line), tuple(spans))


def _around(line: list[Glyph]) -> Box:
    """Return the box around characters of one direction, from first to last, on the page."""
    start, end = line[0].start, max([glyph[3] for glyph in line])
    heights = {(glyph[1], glyph[4]) for glyph in line}
    top = min(baseline - ASCENT * size for baseline, size in heights)
    bottom = max(baseline + DESCENT * size for baseline, size in heights)
    return (
        (start, top, end, bottom),
        (top, -end, bottom, -start),
        (-end, -bottom, -start, -top),
        (-bottom, start, -top, end),
    )[line[0].turn]
