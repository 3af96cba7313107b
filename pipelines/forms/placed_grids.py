"""Placed grids: the grids of a document in reading order, each with the lines right above and below it on its page.

Belongs here: which lines stand between grids, titles at the foot of the page before. Does not belong here: which grids
are one printed table (tables).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipelines.forms.furniture import names_a_form
from pipelines.forms.layout import Layout
from pipelines.pdf import Grid, Line
from pipelines.vocabulary import squeeze

_NUMBERED = re.compile(r"^[一二三四五六七八九十\d(（)）]+[、.．]?")
_TITLED = 4
"""Lines at the foot of a page that may hold the title of the table on the next page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedGrid:
    """A grid with its page and the text lines right above and below it there."""

    page: int
    grid: Grid
    above: tuple[Line, ...]
    below: tuple[Line, ...]
    ends_page: bool
    starts_page: bool


def placed_grids(layout: Layout) -> Iterator[PlacedGrid]:
    """Yield the grids of a document in reading order."""
    tail: tuple[Line, ...] = ()
    for page, lines in ((laid.page, laid.body) for laid in layout.pages):
        top = 0.0
        for order, grid in enumerate(page.grids):
            last = order == len(page.grids) - 1
            floor = page.height if last else page.grids[order + 1].box[1]
            above = tuple(_between(lines, top, grid.box[1]))
            below = tuple(_between(lines, grid.box[3], floor))
            yield PlacedGrid(
                page=page.number,
                grid=grid,
                above=above if order else _with_title(above, tail),
                below=below,
                ends_page=last and not below,
                starts_page=order == 0 and not above,
            )
            top = grid.box[3]
        tail = tuple(_between(lines, top, page.height))


def _with_title(above: tuple[Line, ...], tail: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines above a page's first grid, with the foot of the page before if the title stands there.

    A foot that names several forms is a contents list.
    """
    if not above:
        return tail
    named = [line for line in tail if names_a_form(_NUMBERED.sub("", squeeze(line.text)))]
    is_title = len(named) == 1 and named[0] in tail[-_TITLED:]
    return (*tail, *above) if is_title and not any(names_a_form(squeeze(line.text)) for line in above) else above


def _between(lines: Iterable[Line], top: float, bottom: float) -> Iterator[Line]:
    return (line for line in lines if top - 1 <= (line.box[1] + line.box[3]) / 2 < bottom + 1)
