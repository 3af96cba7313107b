"""Flow: the paragraphs and tables of a file without sheets, one after the other, become pages.

Belongs here: where a page ends, how wide columns are that say nothing of it, places by number. Does not belong here: finding
paragraphs and tables in a file (web, word), where they stand on a page (page_making).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipelines.formats.page_making import LEADING, PADDING, Table, Text, make_page, width_of
from pipelines.pdf import Page, Unreadable

BREAK = Text(text="", address="\f")
"""Where the file itself begins a new page."""
MOST = 300_000
"""Cells above which a table is none of a report."""
_FULL = 700.0
"""Points of text after which a page ends, where the file does not say."""
_LEAST, _WIDEST = 34.0, 130.0
"""Points of a column at least and at most."""
_TAIL = re.compile(r"[\s.．…·\d]+$")
_TELLING = 4
"""Characters from which on a paragraph that is there again is the heading that a list of contents named; no table stands in one."""


def pages_of(blocks: Iterable[Text | Table]) -> tuple[Page, ...]:
    """Make pages of paragraphs and tables; a table is never cut."""
    return tuple(make_page(number, "", part) for number, part in enumerate(_parts(_numbered(blocks)), 1))


def _numbered(blocks: Iterable[Text | Table]) -> Iterator[Text | Table]:
    """Yield the blocks with their places: 段3 for a paragraph, 表2 R3C1 for a cell."""
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            named = (replace(s, address=f"表{tables} R{s.row + 1}C{s.column + 1}") for s in block.slots)
            yield replace(block, slots=tuple(named))
        elif block is BREAK:
            yield block
        else:
            paragraphs += 1
            yield replace(block, address=f"段{paragraphs}")


def _parts(blocks: Iterable[Text | Table]) -> Iterator[list[Text | Table]]:
    """Yield what stands on each page: it ends where the file says, where a list of contents does, or when it is full."""
    part: list[Text | Table] = []
    named: set[str] = set()
    filled = 0.0
    for block in blocks:
        bare = "" if isinstance(block, Table) else _TAIL.sub("", block.text)
        is_heading = len(bare) >= _TELLING and bare in named and not any(isinstance(one, Table) for one in part)
        ends = block is BREAK or filled > _FULL or is_heading
        if ends and part:
            yield part
            part, named, filled = [], set(), 0.0
        if block is not BREAK:
            part.append(block)
            named.add(bare)
            filled += _height(block)
    if part:
        yield part


def _height(block: Text | Table) -> float:
    return (
        block.row_count * (LEADING + 2 * PADDING)
        if isinstance(block, Table)
        else LEADING * (1 + width_of(block.text) / 515)
    )


def widths_of(count: int, cells: Sequence[tuple[int, int, str]]) -> tuple[float, ...]:
    """Return the widths of columns by the texts of their cells (column, columns spanned, text)."""
    widths = [_LEAST] * count
    for column, span, text in cells:
        if span == 1:
            longest = max((width_of(line) for line in text.split("\n")), default=0.0)
            widths[column] = max(widths[column], min(longest + 2 * PADDING + 1, _WIDEST))
    return tuple(widths)


def refuse_many(cells: int) -> None:
    """Raise Unreadable where a table has more cells than any of a report."""
    if cells > MOST:
        raise Unreadable(f"a table has more than {MOST:,} cells", "look at the file; no report has as many")
