"""Sentences: the running text of a report rebuilt from places: paragraphs, sentences, the place of every character.

Belongs here: joining lines over line and page breaks; the text as printed and in normalised form, side by side.
Does not belong here: which lines make a paragraph (paragraphs), what a sentence is about (sections) or says (claims).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pipelines.forms import Layout
from pipelines.pdf import Box, Line, around
from pipelines.prose.paragraphs import BREAK, LISTED, SENTENCE_ENDS, ProseLine, begins_paragraph, prose_lines
from pipelines.vocabulary import squeeze

_GOES_ON = re.compile(r"\)(?=[比较与,;])")
"""A bracket that closes behind a full stop, where the sentence goes on: 9.73万元(… 0.05万元。)比上年减少 …"""
_LEVEL = re.compile(r"[\[〔【〈<][类款项][\]〕】〉>]")
"""The level of a functional item (功能分类) in other brackets than round ones: 教育支出〔类〕."""
_CLOSING = "”’」』)"


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

    def as_printed(self, start: int, end: int) -> str:
        """Return the text between two offsets as printed, with its blanks."""
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
    """Return page and box of some letters; of those on a following page only the page of the first counts."""
    return letters[0].page, around(letter.box for letter in letters if letter.page == letters[0].page)


def letters_of(page: int, line: Line) -> list[Letter]:
    """Split a line into its characters in NFKC form without white space, each with its place."""
    found: list[Letter] = []
    blanks = ""
    _, top, _, bottom = line.box
    for character, (x0, x1) in zip(line.text, line.spans, strict=True):
        normal = squeeze(character)
        if not normal:
            blanks += character
            continue
        box = (x0, top, x1, bottom)
        found.append(Letter(normal[0], page, box, blanks + character))
        found += [Letter(c, page, box) for c in normal[1:]]
        blanks = ""
    return found


def running_text(layout: Layout) -> RunningText:
    """Join the prose of a report: all lines outside tables, margins and contents lists."""
    letters: list[Letter] = []
    line_starts: list[int] = []
    paragraph_starts: list[int] = []
    before: ProseLine | None = None
    is_listed = False
    for placed in prose_lines(layout):
        added = letters_of(placed.page, placed.line)
        if not added:
            continue
        begins = before is None or begins_paragraph(before, placed, is_listed)
        if begins and letters and letters[-1].text.isdecimal() and added[0].text.isdecimal():
            letters.append(Letter(BREAK, placed.page, added[0].box))
        if begins:
            paragraph_starts.append(len(letters))
            is_listed = bool(LISTED.match(squeeze(placed.line.text)))
        line_starts.append(len(letters))
        letters += added
        before = placed
    text = _with_round_levels(letters, "".join(letter.text for letter in letters))
    sentences = tuple(_sentences(text, [*paragraph_starts, len(text)]))
    return RunningText(tuple(letters), text, tuple(line_starts), sentences)


def _with_round_levels(letters: list[Letter], text: str) -> str:
    """Return the text of letters with round brackets around levels of items, the letters changed alike; `printed` stays."""
    for match in _LEVEL.finditer(text):
        for at, mark in ((match.start(), "("), (match.end() - 1, ")")):
            letters[at] = letters[at]._replace(text=mark)
    return _LEVEL.sub(lambda match: f"({match[0][1:-1]})", text)


def _sentences(text: str, paragraphs: Sequence[int]) -> Iterator[Sentence]:
    for number, (start, end) in enumerate(pairwise(paragraphs)):
        at = start
        for position in range(start, end):
            ends = text[position] in SENTENCE_ENDS or (
                text[position] in _CLOSING and position > start and text[position - 1] in "。!?"
            )
            followed = position + 1 < end and text[position + 1] in _CLOSING
            if ends and not followed and not _GOES_ON.match(text, position, end):
                yield Sentence(at, position + 1, number, text[at : position + 1])
                at = position + 1
        if at < end:
            yield Sentence(at, end, number, text[at:end])
