"""What a paper is made of: headings, paragraphs, tables, page breaks, and the styles it can be printed in.

Belongs here: the blocks and the style options as plain values.
Does not belong here: drawing them (tests/support/paper/paper.py) or choosing them (tests/support/paper/layouts.py).
"""

from dataclasses import dataclass

from tests.support.paper.grid import Row


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a part (第一部分), centred; level 2 and 3 are sections, indented."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text, first line indented by two characters."""

    text: str


@dataclass(frozen=True)
class Line:
    """A line of its own, as in a table of contents (目录)."""

    text: str
    align: str = "left"


@dataclass(frozen=True)
class PageBreak:
    """Go to a new page; does nothing on an untouched page of the same orientation."""

    landscape: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table; `above` holds (left, right) lines between title and table, as ("部门：…", "单位：万元").

    `widths` are weights, `width` the share of the page they fill. Header boxes may span rows and columns,
    body boxes columns only.
    """

    title: str
    above: tuple[tuple[str, str], ...]
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    widths: tuple[float, ...]
    notes: tuple[str, ...] = ()
    landscape: bool = False
    width: float = 1.0


Text = Heading | Paragraph | Line
Block = Text | PageBreak | Table


@dataclass(frozen=True)
class Paper:
    """A whole report: cover lines, then blocks."""

    title: str
    cover: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a paper is printed.

    `font` is a CID font name or "path" or "path:index" of an embedded TTF/TTC; `heading_font` likewise, "" = `font`.
    `rules`: long (joined lines), cell (a line per cell side), rect (thin filled rectangles) open (no outer frame) or
    across (no vertical rule), framed (none but those of the frame), none, or
    striped (none, every other row shaded).
    `valign`: middle (a number stands between the halves of its wrapped name, as in Word) or top.
    """

    font: str = "STSong-Light"
    heading_font: str = ""
    rules: str = "long"
    valign: str = "middle"
    repeat_header: bool = False
    continuation_rule: bool = True
    page_numbers: bool = True
    cell_size: float = 9.0
    text_size: float = 14.0
    justified: bool = False
    rotated: bool = False


PLAIN = Style()
