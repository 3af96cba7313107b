"""Planting: one printed number of a document printed otherwise, as a clerk errs, so that all that is read of the page is what it then says.

Belongs here: the kinds of errors, drawing where they happen, the document with one in it, reading it. Does not belong here: errors put into
a reading that is made already (injections, slipping), what is told of them (tests/studies/planted.py).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import pairwise
from random import Random
from unittest.mock import patch

from pipelines.pdf import Document, Page
from pipelines.pdf.pages import Box, Cell, Line
from pipelines.pdf.source import Source
from pipelines.reading import report
from pipelines.reading.number_ledger import Token
from pipelines.reading.readings import Reading
from pipelines.vocabulary import YUAN_PER_UNIT, squeeze

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_NEAR = 0.6
"""Points by which the box of a cell and that of its number may differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A number that is printed otherwise: where it stands, as it was and as it is; key: of its amount or claim."""

    kind: str
    key: str
    page: int
    box: Box
    old: str
    new: str
    counted_in: str


def value_of(text: str) -> Decimal:
    """The value of a printed number."""
    return Decimal(text.replace(",", ""))


def _printed(value: Decimal, like: str) -> str:
    """A value with as many decimals as another number, and its commas."""
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in like else f"{value:.{decimals}f}"


def _swapped(text: str, random: Random) -> str:
    digits = [n for n, letter in enumerate(text) if letter.isdigit()]
    one, other = random.choice(list(pairwise(digits)) or [(0, 0)])
    letters = list(text)
    letters[one], letters[other] = letters[other], letters[one]
    return "".join(letters)


def _changed(text: str, random: Random) -> str:
    place = random.choice([n for n, letter in enumerate(text) if letter.isdigit()])
    return text[:place] + random.choice("123456789") + text[place + 1 :]


def _lost(text: str, random: Random) -> str:
    place = random.randrange(len(text.partition(".")[0]))
    bare = (text[:place] + text[place + 1 :]).replace(",", "")
    return _printed(Decimal(bare), text) if re.match(r"\d", bare) else text


def _in_yuan(text: str, random: Random) -> str:
    return _printed(value_of(text) * 10_000, text)


def _turned(text: str, random: Random) -> str:
    return _printed(-value_of(text), text)


def _off(text: str, random: Random) -> str:
    return _printed(abs(value_of(text) + random.choice((-1, 1)) * Decimal(random.randint(20, 600)) / 100), text)


_Kinds = dict[str, Callable[[str, Random], str]]
_KINDS: _Kinds = {
    "digits swapped": _swapped,
    "a digit changed": _changed,
    "a digit lost": _lost,
    "元 for 万元": _in_yuan,
}
OF_CELLS: _Kinds = {**_KINDS, "sign": _turned}
OF_CLAIMS: _Kinds = {**_KINDS, "not updated": _off}


def plant(reading: Reading, random: Random, each: int) -> Iterator[Planted]:
    """Yield errors of a report, `each` in its forms and as many in its prose, every one of them alone."""
    cells = {
        a.key: a.counted_in for f in reading.forms for a in f.amounts if a.number and a.number.value and not a.held
    }
    claims = {c.key: c.counted_in for c in reading.prose.claims if c.number and not c.doubts}
    pages = {page.number: page for page in reading.document.pages}
    for units, kinds in ((cells, OF_CELLS), (claims, OF_CLAIMS)):
        tokens = [t for t in reading.tokens if (t.amount or t.claim) in units and _NUMBER.fullmatch(t.text)]
        random.shuffle(tokens)
        tried = (one for token in tokens if (one := _planted(token, units, kinds, pages[token.page], random)))
        yield from (one for one, _ in zip(tried, range(each), strict=False))


def _planted(token: Token, units: dict[str, str], kinds: _Kinds, page: Page, random: Random) -> Planted | None:
    key = token.amount or token.claim or ""
    kind = random.choice(sorted(kinds))
    if (kind == "元 for 万元" and units[key] != "万元") or (kind == "not updated" and units[key] in YUAN_PER_UNIT):
        return None
    new = kinds[kind](token.text, random)
    is_number = _NUMBER.fullmatch(new) and not re.match(r"-?0\d", new)
    if not is_number or abs(value_of(new) - value_of(token.text)) < _least(token.text):
        return None
    found = Planted(kind=kind, key=key, page=token.page, box=token.box, old=token.text, new=new, counted_in=units[key])
    return found if _page_with(page, found) else None


def _least(text: str) -> Decimal:
    """What no rounding explains: ten units of the last digit."""
    return Decimal(10).scaleb(-len(text.partition(".")[2]))


def document_with(document: Document, one: Planted) -> Document:
    """The document in which a number is printed otherwise."""
    pages = (page if page.number != one.page else _page_with(page, one) or page for page in document.pages)
    return replace(document, pages=tuple(pages))


def _page_with(page: Page, one: Planted) -> Page | None:
    cell, line = partial(_cell_with, one=one), partial(_line_with, one=one)
    grids = tuple(replace(grid, cells=tuple(map(cell, grid.cells))) for grid in page.grids)
    if grids != page.grids:
        return replace(page, grids=grids)
    lines = tuple(map(line, page.lines))
    return replace(page, lines=lines) if lines != page.lines else None


def _cell_with(cell: Cell, one: Planted) -> Cell:
    text = squeeze(cell.text)
    is_it = all(abs(a - b) < _NEAR for a, b in zip(cell.box, one.box, strict=True))
    return replace(cell, text=text.replace(one.old, one.new)) if is_it and _NUMBER.findall(text) == [one.old] else cell


def _line_with(line: Line, one: Planted) -> Line:
    if not line.box[1] < (one.box[1] + one.box[3]) / 2 < line.box[3] or len(line.spans) != len(line.text):
        return line
    within = [n for n, (left, right) in enumerate(line.spans) if one.box[0] <= (left + right) / 2 <= one.box[2]]
    if not within or squeeze(line.text[within[0] : within[-1] + 1]) != one.old:
        return line
    first, behind = within[0], within[-1] + 1
    start, step = line.spans[first][0], (line.spans[behind - 1][1] - line.spans[first][0]) / len(one.new)
    spans = [(start + step * n, start + step * (n + 1)) for n in range(len(one.new))]
    return replace(
        line, text=line.text[:first] + one.new + line.text[behind:], spans=(*line.spans[:first], *spans, *line.spans[behind:])
    )  # fmt: skip


def reread(document: Document, year: int | None) -> Reading:
    """What is read of a document whose pages are known."""
    with patch.object(report, "open_document", lambda *_: document):
        return report.read_once(Source("", b"", ""), year)


def place_of(reading: Reading, one: Planted) -> str | None:
    """The key of the amount or claim that the planted number is read as; None where it is none."""
    return next((token.amount or token.claim for token in _there(reading.tokens, one)), None)


def _there(tokens: Sequence[Token], one: Planted) -> Iterator[Token]:
    for token in tokens:
        is_near = token.page == one.page and max(abs(token.box[n] - one.box[n]) for n in (0, 1)) < 2 * _NEAR
        if is_near and token.text.replace(",", "") in (one.new.replace(",", ""), one.new.replace(",", "").lstrip("-")):
            yield token
