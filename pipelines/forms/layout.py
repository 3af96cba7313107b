"""Layout: what every stage asks of a report's pages, worked out once a report.

Belongs here: the texts of each page, its lines without furniture, whether it is a contents list.
Does not belong here: what furniture is (furniture), which grids are one table (tables), sentences (prose).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.forms.furniture import furniture
from pipelines.pdf import Line, Page
from pipelines.vocabulary import squeeze

_AMOUNT = re.compile(r"\d\.\d\d(?!\d)|\d(?:万|亿)?元(?=[,;。])")
_LISTED = re.compile(r"^第[一二三四五六]部分|^[一二三四五六七八九十]+、")
_TITLE_ROWS = 4
"""Rows of a grid among which a title may stand inside the frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayout:
    """One page and what stands on it.

    body: its lines outside grids, furniture left out; furniture: running heads and page numbers;
    texts: squeezed lines of the page, then the texts of its grids' first rows; titles may stand inside a frame;
    is_contents: whether all its texts make a contents list (目录); is_contents_body: whether its body alone does.
    """

    page: Page
    body: tuple[Line, ...]
    furniture: tuple[Line, ...]
    texts: tuple[str, ...]
    is_contents: bool
    is_contents_body: bool

    @property
    def number(self) -> int:
        """The page's number, from 1."""
        return self.page.number


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of one report in order, each with its layout."""

    pages: tuple[PageLayout, ...]


def lay_out(pages: Sequence[Page]) -> Layout:
    """Work out the layout of a report's pages; all of them together show which lines are furniture."""
    dropped: dict[int, set[Line]] = {}
    for number, line in furniture(pages):
        dropped.setdefault(number, set()).add(line)
    return Layout(tuple(_page_layout(page, dropped.get(page.number, set())) for page in pages))


def _page_layout(page: Page, dropped: set[Line]) -> PageLayout:
    body = tuple(line for line in page.lines if line not in dropped)
    texts = tuple(_texts(page))
    return PageLayout(
        page=page,
        body=body,
        furniture=tuple(line for line in page.lines if line in dropped),
        texts=texts,
        is_contents=is_contents(texts),
        is_contents_body=is_contents([squeeze(line.text) for line in body]),
    )


def _texts(page: Page) -> Iterator[str]:
    yield from (squeeze(line.text) for line in page.lines)
    for grid in page.grids:
        yield from (text for cell in grid.cells if cell.row < _TITLE_ROWS and (text := squeeze(cell.text)))


def is_contents(texts: Sequence[str]) -> bool:
    """Whether the squeezed lines of a page are a contents list (目录); amounts stand in none.

    One heading alone on its page is the title of the part behind it: 第四部分 名词解释.
    """
    if "目录" not in texts and any(_AMOUNT.search(text) for text in texts):
        return False
    listed = sum(bool(_LISTED.match(text)) for text in texts)
    return "目录" in texts or listed > max(1, 0.6 * len(texts))
