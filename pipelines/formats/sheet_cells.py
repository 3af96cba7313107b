"""Sheet cells: a sheet as a grid of shown texts with borders and merged cells, whatever library read it, and what of it is seen.

Belongs here: what xlsx and xls hand on; merged cells, rules and hidden rows and columns worked out; how sheets write an address.
Does not belong here: opening workbooks (xlsx, xls), which rows are a table (sheets).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.formats.drawings import Box


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a sheet: its text as shown, why it is in doubt, which of its sides have a border: left, top, right, bottom."""

    text: str = ""
    doubt: str = ""
    sides: tuple[bool, bool, bool, bool] = (False, False, False, False)


class Span(NamedTuple):
    """Merged cells: their first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its name, its places by (row, column) from 1, merged cells, widths in points; hidden rows and columns by number.

    boxes: paragraphs of its text boxes from top to bottom.
    """

    name: str
    places: Mapping[tuple[int, int], Place]
    merged: Sequence[Span] = ()
    widths: Mapping[int, float] = field(default_factory=dict)
    width: float = 54.0
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    has_picture: bool = False
    boxes: Sequence[Box] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of a sheet is seen: spans: place → the merged cells it is one of, ruled: row → columns of its ruled cells, texts: row → columns."""

    sheet: Sheet
    spans: Mapping[tuple[int, int], Span]
    ruled: Mapping[int, set[int]]
    texts: Mapping[int, list[int]]
    columns: Sequence[int]

    @classmethod
    def of(cls, sheet: Sheet) -> "Shown":
        """Work out what of a sheet is seen."""
        spans = {place: span for span in sheet.merged for place in _cells(span)}
        covered = {place for place, span in spans.items() if place != (span.top, span.left)}
        seen = {
            place: one for place, one in sheet.places.items()
            if place[0] not in sheet.hidden_rows and place[1] not in sheet.hidden_columns
        }  # fmt: skip
        texts: dict[int, list[int]] = {}
        ruled: dict[int, set[int]] = {}
        for (row, column), one in sorted(seen.items()):
            if (one.text.strip() or one.doubt) and (row, column) not in covered:
                texts.setdefault(row, []).append(column)
            if _is_ruled(sheet.places, row, column):
                ruled.setdefault(row, set()).add(column)
        for span in sheet.merged:
            if span.right > span.left and any(
                ruled.get(row, set()) & {span.left, span.right} for row in range(span.top, span.bottom + 1)
            ):
                for row, column in _cells(span):
                    ruled.setdefault(row, set()).add(column)
        columns = sorted(
            {column for row in (*texts.values(), *ruled.values()) for column in row} - sheet.hidden_columns
        )
        return cls(sheet=sheet, spans=spans, ruled=ruled, texts=texts, columns=columns)

    @property
    def rows(self) -> list[int]:
        """The rows with a text or a rule, from top to bottom."""
        return sorted({*self.texts, *self.ruled} - self.sheet.hidden_rows)


def _cells(span: Span) -> Iterator[tuple[int, int]]:
    return ((row, column) for row in range(span.top, span.bottom + 1) for column in range(span.left, span.right + 1))


def _is_ruled(places: Mapping[tuple[int, int], Place], row: int, column: int) -> bool:
    """Whether a cell has a rule at its side, or both above and below; the neighbour's rule is its own, but a title's lower one is not."""
    left, top, right, bottom = places[row, column].sides
    above, below = places.get((row - 1, column), Place()).sides, places.get((row + 1, column), Place()).sides
    return left or right or ((top or above[3]) and (bottom or below[1]))


def address(span: Span) -> str:
    """Return a span as sheets write it: C5, C5:D6."""
    first, last = f"{letters(span.left)}{span.top}", f"{letters(span.right)}{span.bottom}"
    return first if first == last else f"{first}:{last}"


def letters(column: int) -> str:
    """Return the letters of a column from 1: A, Z, AA."""
    return letters((column - 1) // 26) + chr(65 + (column - 1) % 26) if column else ""
