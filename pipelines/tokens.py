"""Tokens: the ledger of numbers: every number printed anywhere in a report and what became of it.

Belongs here: finding numbers in cells and lines with their places, and explaining them: amount, code, date, year …
Does not belong here: reading amounts (forms) or sentences. What nothing explains stays unexplained, by name and place.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines import wordings
from pipelines.amounts import squeeze
from pipelines.forms import Amount, Form
from pipelines.pages import Box, Cell, Grid, Line, Page
from pipelines.reports import is_contents
from pipelines.tables import furniture

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class Token:
    """One printed number: page, box in points, text, what became of it and by which rule; its amount if it is one.

    kind: amount, code, date, year, ordinal, section number, page number, document number, phone, unexplained.
    """

    page: int
    box: Box
    text: str
    kind: str
    rule: str
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class _Letter:
    """One squeezed character of running text with its page and place."""

    text: str
    page: int
    box: Box


def read_tokens(pages: Sequence[Page], forms: Sequence[Form]) -> Iterator[Token]:
    """Yield every number of a report, page by page: margins, grids, running text."""
    dropped = furniture(pages)
    amounts = {(a.page, a.box): a for form in forms for a in form.amounts}
    for page in pages:
        for grid in page.grids:
            yield from _grid_tokens(page.number, grid, amounts)
        for line in page.lines:
            if (page.number, line) in dropped:
                yield from _plain(_letters(page.number, line), "page number", "running head or page number")
    for page in pages:
        lines = [line for line in page.lines if (page.number, line) not in dropped]
        if is_contents([squeeze(line.text) for line in lines]):
            yield from (
                t for line in lines for t in _plain(_letters(page.number, line), "page number", "contents list")
            )
    yield from _running(pages, dropped)


def _plain(letters: Sequence[_Letter], kind: str, rule: str) -> Iterator[Token]:
    text = "".join(letter.text for letter in letters)
    for match in NUMBER.finditer(text):
        yield _token(letters[match.start() : match.end()], kind, rule)


def _running(pages: Sequence[Page], dropped: set[tuple[int, Line]]) -> Iterator[Token]:
    """Numbers of the running text; a date may go over a line or a page, so rules see the text joined."""
    letters: list[_Letter] = []
    explained: dict[int, tuple[str, str]] = {}
    for page in pages:
        lines = [line for line in page.lines if (page.number, line) not in dropped]
        if is_contents([squeeze(line.text) for line in lines]):
            continue
        for line in lines:
            added = _letters(page.number, line)
            if letters and added and letters[-1].text.isdigit() and added[0].text.isdigit():
                letters.append(_Letter(_BREAK, page.number, added[0].box))
            _explain(explained, "line", added, len(letters))
            letters += added
    _explain(explained, "text", letters, 0)
    text = "".join(letter.text for letter in letters)
    for match in NUMBER.finditer(text):
        kind, rule = explained.get(match.start(), ("unexplained", ""))
        yield _token(letters[match.start() : match.end()], kind, rule)


def _explain(explained: dict[int, tuple[str, str]], scope: str, letters: Sequence[_Letter], offset: int) -> None:
    """Note the numbers a rule of this scope explains, by their position; the first rule wins."""
    text = "".join(letter.text for letter in letters)
    for kind, rule, pattern in wordings.number_rules(scope):
        for match in pattern.finditer(text):
            for number in NUMBER.finditer(text, match.start(), match.end()):
                explained.setdefault(offset + number.start(), (kind, rule))


def _letters(page: int, line: Line) -> list[_Letter]:
    """The line's characters in NFKC form without white space, each with its place."""
    return [
        _Letter(character, page, (x0, line.box[1], x1, line.box[3]))
        for letter, (x0, x1) in zip(line.text, line.spans, strict=True)
        for character in unicodedata.normalize("NFKC", letter)
        if not character.isspace()
    ]


def _token(letters: Sequence[_Letter], kind: str, rule: str) -> Token:
    boxes = [letter.box for letter in letters if letter.page == letters[0].page]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Token(letters[0].page, box, "".join(letter.text for letter in letters), kind, rule)


def _grid_tokens(page: int, grid: Grid, amounts: dict[tuple[int, Box], Amount]) -> Iterator[Token]:
    own = [a for c in grid.cells if (a := amounts.get((page, c.box)))]
    numbered = {c.column for c in grid.cells if squeeze(c.text) in ("序号", "行次")}
    for cell in grid.cells:
        text = squeeze(cell.text)
        amount = amounts.get((page, cell.box))
        for match in NUMBER.finditer(text):
            if amount is not None and amount.value is not None:
                yield Token(page, cell.box, match[0], "amount", f"{amount.form} {amount.column or 'held'}", amount)
            else:
                yield Token(page, cell.box, match[0], *_cell_rule(cell, text, match, own, numbered))


def _parts(code: str) -> set[str]:
    """A code and the parts it is printed in: 2010601 → 201, 20106, 06, 6, 01, 1."""
    levels = {code[3:5], code[5:7]} - {""}
    return {code, code[:3], code[:5], *levels, *(level.lstrip("0") for level in levels)}


def _cell_rule(
    cell: Cell, text: str, match: re.Match[str], own: Sequence[Amount], numbered: set[int]
) -> tuple[str, str]:
    """What a number in a cell is that is no amount."""
    middle = (cell.box[1] + cell.box[3]) / 2
    codes = {a.code for a in own if a.code and a.box[1] <= middle <= a.box[3]}
    if any(match[0] in _parts(code) for code in codes):
        return "code", "code of the row"
    if cell.column in numbered and match[0] == text:
        return "ordinal", "序号 or 行次"
    if own and match[0] == text and text.isdigit() and len(text) <= 2:
        return "ordinal", "number of a row or column (行次, 栏次)"
    for scope in ("line", "text"):
        for kind, rule, pattern in wordings.number_rules(scope):
            if any(m.start() <= match.start() and match.end() <= m.end() for m in pattern.finditer(text)):
                return kind, rule
    return "unexplained", ""
