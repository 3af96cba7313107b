"""Doubtful cells: cells whose text may not be what the page shows, each with the reason.

Belongs here: what lies over a cell by rule, and comparing its text with pictures of the page where that is due.
Does not belong here: finding what is suspicious (suspicion, page_resources, annotations), what is doubtful about a form
(forms). A cell is held, never mended: what the page shows is not guessed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from pypdfium2 import PdfPage

from pipelines.pdf.glyphs import ASCENT, Glyph, middle
from pipelines.pdf.pages import OVERLAP, Box, Cell, Grid, Unsure, around, holds, reach
from pipelines.pdf.pdfium.covers import ANNOTATED, COVERED, UNDER_PATCH, UNDER_PICTURE
from pipelines.pdf.pdfium.drawn_pages import DrawnPage
from pipelines.pdf.pdfium.rendering import Pictures, render, render_text
from pipelines.pdf.pdfium.suspicion import Point, Suspicion

NOT_SEEN = "it has text that the page does not show, or not whole"
NOT_TEXT = "the page shows something there that is no text"
TOO_LARGE = "the page is too large to be compared with its text"
RED = "it is printed in red, without a sign, beside black: it may be negative"

_EDGE = 2.5
"""Points along the sides of a cell that belong to its rules."""
_ABOVE = 0.75
_BELOW = 0.1
"""Sizes that a character's ink reaches above and below its baseline."""
_SIGNS = "-−－(（负△▲"


def doubtful_cells(
    page: PdfPage, drawn: DrawnPage, grids: Sequence[Grid], glyphs: Sequence[Glyph], suspicion: Suspicion
) -> tuple[Unsure, ...]:
    """Return the cells of a page that are in doubt; the page cannot be read afterwards."""
    if not (drawn.annotated or suspicion.is_any()):
        return ()
    cells = [cell for grid in grids for cell in grid.cells]
    found = {cell.box: reason for cell in cells if (reason := _by_rule(cell, suspicion, drawn.annotated))}
    found |= {box: RED for grid in grids for box in _red_beside_black(grid, suspicion.red)}
    due = [cell for cell in cells if cell.box not in found and _is_due(cell, suspicion)]
    if due:
        draw = render if suspicion.has_places() else render_text
        pictures = draw(page, drawn.parts, drawn.frame, around(cell.box for cell in due))
        placed = sorted(((*middle(glyph)[::-1], glyph) for glyph in glyphs), key=itemgetter(0))
        for cell in due:
            if reason := _compare(cell, _within(cell, placed), pictures) if pictures else TOO_LARGE:
                found[cell.box] = reason
    words = {cell.box for cell in due if not _may_be_an_amount(cell)}
    return tuple(
        Unsure(box=box, reason=reason, is_hidden=reason in COVERED or box in words) for box, reason in found.items()
    )


def _by_rule(cell: Cell, suspicion: Suspicion, annotated: Sequence[Box]) -> str | None:
    if any(reach(box, cell.box) > OVERLAP for box in annotated):
        return ANNOTATED
    if any(holds(cell.box, point) for point in suspicion.under_picture):
        return UNDER_PICTURE
    return UNDER_PATCH if any(holds(cell.box, point) for point in suspicion.under_patch) else None


def _red_beside_black(grid: Grid, red: Sequence[Point]) -> Iterator[Box]:
    """Yield the cells of red amounts without a sign, in a table that has amounts in black too."""
    if not red:
        return
    amounts = [cell for cell in grid.cells if any(c in "123456789" for c in cell.text)]
    reds = [cell for cell in amounts if any(holds(cell.box, point) for point in red)]
    if len(reds) < len(amounts):
        yield from (cell.box for cell in reds if not any(sign in cell.text for sign in _SIGNS))


def _is_due(cell: Cell, suspicion: Suspicion) -> bool:
    """Whether a cell is to be compared with pictures: one with text in part under a patch, or an amount that may be drawn or hidden."""
    has_text = bool(cell.text.strip())
    if has_text and _lies_in(cell, suspicion.patched):
        return True
    areas = (*suspicion.areas, *(suspicion.texts if has_text else ()))
    return _may_be_an_amount(cell) and ((has_text and suspicion.draws_glyphs) or _lies_in(cell, areas))


def _lies_in(cell: Cell, areas: Sequence[Box]) -> bool:
    return any(reach(area, cell.box) > -_NEAR for area in areas)


def _may_be_an_amount(cell: Cell) -> bool:
    text = "".join(cell.text.split())
    return not text or sum(c not in _FIGURES for c in text) < min(len(text), _WORDS)


_FIGURES = "0123456789,.-—－−/无()（）"
_WORDS = 7
"""Characters beside its digits from which a cell holds words: no unit, sign or currency is longer."""
_NEAR = 0.1
"""Points within which a line without width reaches into a cell."""


def _within(cell: Cell, placed: Sequence[tuple[float, float, Glyph]]) -> list[Glyph]:
    """Return the characters of a cell; placed: y and x of the middle of each of the page, with it, from the top down."""
    x0, top, x1, bottom = cell.box
    band = placed[bisect_left(placed, top, key=itemgetter(0)) : bisect_right(placed, bottom, key=itemgetter(0))]
    return [glyph for _, x, glyph in band if x0 <= x <= x1]


def _compare(cell: Cell, own: Sequence[Glyph], pictures: Pictures) -> str | None:
    """Compare a cell, which has these characters, with the pictures of its page."""
    if not all(pictures.shows(_ink_of(glyph)) for glyph in own):
        return NOT_SEEN
    if not _may_be_an_amount(cell):
        return None
    x0, top, x1, bottom = cell.box
    lowest = max((glyph.baseline for glyph in own if not glyph.turn), default=bottom)
    inner = x0 + _EDGE, top + _EDGE, x1 - _EDGE, min(bottom - _EDGE, lowest)
    return NOT_TEXT if pictures.has_ink(inner) else None


def _ink_of(glyph: Glyph) -> Box:
    """Return the box on the page that a character's ink is in."""
    if glyph.turn:
        x, y = middle(glyph)
        half = ASCENT * glyph.size / 2
        return x - half, y - half, x + half, y + half
    return glyph.start, glyph.baseline - _ABOVE * glyph.size, glyph.end, glyph.baseline + _BELOW * glyph.size
