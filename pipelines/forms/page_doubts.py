"""Page doubts: pages on which a form may stand that could not be read, by what the page as a whole looks like.

Belongs here: pages that are pictures, cut into single characters, in letters of no language, or blank among the forms. Does not belong here: what of the forms found is
missing (completeness), marks over single cells (unsure_cells).
"""

import re
from collections.abc import Iterable, Iterator

from pipelines.doubts import Doubt
from pipelines.forms.forms import Form
from pipelines.forms.layout import Layout
from pipelines.vocabulary import is_unreadable, squeeze

_SHATTERED, _MOST = 50, 0.8
"""Cells with text of a page, and the share of them with one character: at most half in real reports (类, 款, 项)."""


_OTHERS = re.compile(r"[^\u3400-\u9fff\ufffd]+")
_CHARACTERS, _KNOWN = 30, 0.5
"""Chinese characters of a page, with those that stand for none (\ufffd), at least, and the share of them that is among the 6,763 of GB 2312: nearly all in real reports, next to none where a font lies."""

_NUMBERS = 8
"""Cells with a number none of whose digits is known from which on a page's figures are not read."""


def scanned_pages(layout: Layout) -> Iterator[Doubt]:
    """Find pages that are pictures, in a report some of whose forms are not found: they may stand there."""
    for page in (laid.page for laid in layout.pages if laid.page.is_scanned):
        yield Doubt(
            scope="table",
            page=page.number,
            reason="the page is a picture without text, while forms of the set are not found",
            detail="",
            remedy="look at the page; if a form stands on it, install what reads scans (make ocr) and run again",
            held=True,
        )


def shattered_pages(layout: Layout) -> Iterator[Doubt]:
    """Find pages on which lines cut text into single characters: what stands in such cells is neither a name nor an amount."""
    for page in (laid.page for laid in layout.pages):
        texts = [squeeze(cell.text) for grid in page.grids for cell in grid.cells if cell.text]
        if len(texts) >= _SHATTERED and sum(len(text) == 1 for text in texts) > _MOST * len(texts):
            yield Doubt(
                scope="table",
                page=page.number,
                reason="lines cut the text of the page into single characters",
                detail="",
                remedy="look at the page; the publisher's own copy may be without these lines",
                held=True,
            )


def garbled_pages(layout: Layout) -> Iterator[Doubt]:
    """Find pages whose characters are hardly any that Chinese is written with, or whose digits are none: their fonts do not say what they show."""
    for page in (laid.page for laid in layout.pages):
        texts = [*(line.text for line in page.lines), *(cell.text for grid in page.grids for cell in grid.cells)]
        characters = _OTHERS.sub("", "".join(texts))
        known = len(characters.encode("gb2312", "ignore")) / 2
        is_text_garbled = len(characters) >= _CHARACTERS and known < _KNOWN * len(characters)
        if is_text_garbled or sum(is_unreadable(squeeze(text)) for text in texts) >= _NUMBERS:
            yield Doubt(
                scope="table",
                page=page.number,
                reason="the characters of the page are not those it shows: its fonts do not say what they stand for",
                detail="",
                remedy="look at the page; ask for a copy made by another program, or print the pages as pictures and have them recognised (make ocr)",
                held=True,
            )


def blank_pages(layout: Layout, forms: Iterable[Form]) -> Iterator[Doubt]:
    """Find pages among the forms on which nothing is printed: what stood there may be lost. It is only noted."""
    printed = [page for form in forms for page in form.pages]
    first, last = min(printed, default=0), max(printed, default=0)
    for page in (laid.page for laid in layout.pages):
        if first < page.number < last and not page.character_count and not page.has_picture:
            yield Doubt(
                scope="page",
                page=page.number,
                reason="nothing is printed on a page among the forms",
                detail="",
                remedy="look at the page; where the publisher's own copy shows a table there, this file is damaged",
                held=False,
            )
