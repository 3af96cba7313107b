"""Sentences: the running text of a report rebuilt from places: paragraphs, sentences, the place of every character.

Belongs here: joining lines into paragraphs over line and page breaks, leaving out margins, contents lists and tables;
the text as printed and in normalised form, side by side.
Does not belong here: geometry of lines (pages), what a sentence is about (sections) or says (claims).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pipelines.forms.layout import Layout
from pipelines.pdf.pages import Box, Line, Page
from pipelines.vocabulary.text import squeeze

BREAK = "\u2028"
"""Stands between two numbers that meet at the end of a paragraph, so that they stay two."""

_POINT = r"[一二三四五六七八九十]+[、.．]|[(（]([一二三四五六七八九十]+|\d{1,3})[)）]|\d{1,3}[、.．](?!\d)"
"""The number of a point."""
_NUMBERED = re.compile(rf"^(第[一二三四五六七八九十]+部分|{_POINT})")
_LISTED = re.compile(rf"^({_POINT}|[●•·◆■➢★*—-])")
_ALIGNED = 0.5
"""Letters by which lines that begin at one place may differ."""
_SENTENCE_END = "。!?" + BREAK
_CLOSING = "”’」』)"
_FULL = 1.5
"""A line ends short of the margin where more than this many letters would still fit."""
_FAR_SHORT = 9.0
"""… and so far short that not even a long number explains it (a program never breaks a number over lines)."""


class Letter(NamedTuple):
    """One normalised character with its page and box in points; `printed` is what stood there, blanks before it included."""

    text: str
    page: int
    box: Box
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: offsets into the running text, its paragraph's number, its text normalised (NFKC, no white space)."""

    start: int
    end: int
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class RunningText:
    """The prose of a report in reading order: letters, the text they make, where lines begin, the sentences."""

    letters: tuple[Letter, ...]
    text: str
    line_starts: tuple[int, ...]
    sentences: tuple[Sentence, ...]

    def printed(self, start: int, end: int) -> str:
        """The text between two offsets as printed, with its blanks."""
        return "".join(letter.printed for letter in self.letters[start:end]).strip()

    def places(self, start: int, end: int) -> list["Piece"]:
        """Return each piece of a line between two offsets."""
        edges = [start, *(s for s in self.line_starts if start < s < end), end]
        return [Piece(a - start, b - start, *place(self.letters[a:b])) for a, b in pairwise(edges) if a < b]


class Piece(NamedTuple):
    """A piece of a text that stands on one line: offsets in the text, page and box in points."""

    first: int
    last: int
    page: int
    box: Box


def place(letters: Sequence[Letter]) -> tuple[int, Box]:
    """Page and box of some letters; of those on a following page only the page of the first counts."""
    boxes = [letter.box for letter in letters if letter.page == letters[0].page]
    return letters[0].page, (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes),
    )  # fmt: skip


def letters_of(page: int, line: Line) -> list[Letter]:
    """The line's characters in NFKC form without white space, each with its place."""
    found: list[Letter] = []
    blanks = ""
    _, top, _, bottom = line.box
    for character, (x0, x1) in zip(line.text, line.spans, strict=True):
        normal = squeeze(character)
        if not normal:
            blanks += character
        for order, c in enumerate(normal):
            box = (x0, top, x1, bottom)
            found.append(Letter(c, page, box, "" if order else blanks + character))
            blanks = ""
    return found


def running_text(layout: Layout) -> RunningText:
    """Join the prose of a report: all lines outside tables, margins and contents lists."""
    letters: list[Letter] = []
    line_starts: list[int] = []
    paragraph_starts: list[int] = []
    before: _Placed | None = None
    is_listed = False
    for placed in _lines(layout):
        added = letters_of(placed.page, placed.line)
        if not added:
            continue
        begins = before is None or _begins_paragraph(before, placed, is_listed)
        if begins and letters and letters[-1].text.isdigit() and added[0].text.isdigit():
            letters.append(Letter(BREAK, placed.page, added[0].box))
        if begins:
            paragraph_starts.append(len(letters))
            is_listed = bool(_LISTED.match(squeeze(placed.line.text)))
        line_starts.append(len(letters))
        letters += added
        before = placed
    text = "".join(letter.text for letter in letters)
    sentences = tuple(_sentences(text, [*paragraph_starts, len(text)]))
    return RunningText(tuple(letters), text, tuple(line_starts), sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A line of prose with its page, the page's margins of text, its letter size, and the grids above it on its page."""

    page: int
    line: Line
    left: float
    right: float
    size: float
    grids_above: int


def _lines(layout: Layout) -> Iterator[_Placed]:
    edges = _right_edges(layout)
    for laid in layout.pages:
        if laid.is_contents_body:
            continue
        page = laid.page
        left, right = _margins(page, laid.body, edges.get(_size_of(page)))
        for line in laid.body:
            grids = sum(grid.box[1] < line.box[1] for grid in page.grids)
            yield _Placed(page=page.number, line=line, left=left, right=right, size=_size(line), grids_above=grids)


def _size_of(page: Page) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _right_edges(layout: Layout) -> dict[tuple[int, int], float]:
    """Size of a page → where most long lines of prose of all pages of that size end."""
    ends: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for laid in layout.pages:
        long = [line for line in laid.body if len(squeeze(line.text)) >= _LONG]
        ends.setdefault(_size_of(laid.page), []).extend((line.box[2], _size(line)) for line in long)
    edges = {}
    for key, some in ends.items():
        most, edge = max(((sum(abs(x - y) < size for y, _ in some), x) for x, size in some), default=(0, 0.0))
        if most >= _SEVERAL:
            edges[key] = edge
    return edges


def _margins(page: Page, lines: Sequence[Line], edge: float | None) -> tuple[float, float]:
    """Left and right margin of a page's text: where at least two long lines begin and end, a title's place aside.

    edge: where lines end on the pages of its size; the page itself tells nothing, as it may be wider than any text.
    """
    long = [line for line in lines if len(squeeze(line.text)) >= _LONG] or list(lines)
    if not long:
        return 0.0, page.width
    starts = [round(line.box[0]) for line in long]
    ends = [line.box[2] for line in long]
    left = min([x for x in starts if starts.count(x) > 1] or starts)
    size = _size(long[0])
    near = [x for x in ends if sum(abs(x - y) < size for y in ends) > 1]
    return float(left), max(*(near or ends), edge if edge is not None else _USUAL * page.width)


_LONG = 15
"""Characters from which a line of prose is long: shorter ones are headings and ends of paragraphs."""
_SEVERAL = 3
"""Long lines that end in one place where the text has its right edge."""
_USUAL = 0.8
"""Share of the page's width at which text ends at least, where no lines tell."""
_SMALLEST = 0.1
"""Points; a font may say that its letters have no width."""


def _size(line: Line) -> float:
    """The usual width of a Chinese letter of the line in points."""
    widths = sorted(x1 - x0 for c, (x0, x1) in zip(line.text, line.spans, strict=True) if "一" <= c <= "龥")
    return max(widths[len(widths) // 2] if widths else line.box[3] - line.box[1], _SMALLEST)


def _begins_paragraph(before: _Placed, line: _Placed, is_listed: bool) -> bool:
    if before.page == line.page and before.grids_above != line.grids_above:
        return True
    if before.page != line.page and line.grids_above:
        return True
    short = (before.right - before.line.box[2]) / before.size
    indented = (line.line.box[0] - line.left) / line.size > 1.2
    ended = squeeze(before.line.text)[-1:] in (*_SENTENCE_END, ":", ";")
    numbered = bool(_NUMBERED.match(squeeze(line.line.text)))
    if short > _FAR_SHORT or (indented and (short > _FULL or ended or numbered or not _hangs(before, line, is_listed))):
        return True
    return (short > _FULL) + ended + numbered >= 2


def _hangs(before: _Placed, line: _Placed, is_listed: bool) -> bool:
    """Whether an indented line goes on with a point of a list: further in than its number, and then as the line before.

    is_listed: the paragraph began with a number or a bullet.
    """
    further = (line.line.box[0] - before.line.box[0]) / line.size
    if before.page != line.page or not is_listed:
        return False
    return further > _ALIGNED if _LISTED.match(squeeze(before.line.text)) else abs(further) < _ALIGNED


def _sentences(text: str, paragraphs: Sequence[int]) -> Iterator[Sentence]:
    for number, (start, end) in enumerate(pairwise(paragraphs)):
        at = start
        for position in range(start, end):
            ends = text[position] in _SENTENCE_END or (
                text[position] in _CLOSING and position > start and text[position - 1] in "。!?"
            )
            followed = position + 1 < end and text[position + 1] in _CLOSING
            if ends and not followed:
                yield Sentence(at, position + 1, number, text[at : position + 1])
                at = position + 1
        if at < end:
            yield Sentence(at, end, number, text[at:end])
