"""Web: a web page as paragraphs and tables, by lxml: what a browser shows of it without running or fetching anything.

Belongs here: the encoding of a page, which tables are data and which only lay out, spans as the HTML standard places them.
Does not belong here: pages of the result (flow). Scripts never run; style sheets, pictures and frames are never fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from pipelines.formats.flow import pages_of, refuse_many, widths_of
from pipelines.formats.page_making import Slot, Table, Text
from pipelines.pdf import FETCH_AGAIN, Document, Unreadable

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_CHINESE = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030")
"""What pages say that are written in GB 18030, which holds all of them."""
_UNSEEN = {
    "script",
    "style",
    "nav",
    "noscript",
    "template",
    "iframe",
    "head",
    "button",
    "select",
    "object",
    "svg",
    "title",
}
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "main", "body", "center", "dl", "dt",
    "dd", "blockquote", "tr", "td", "th", "table", "caption", "pre", "hr", "header", "footer", "form", "fieldset",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LEAST_TEXT = 40
"""Characters below which a page without a table is an error page."""
_DEEP = "xcessive depth"
"""What libxml2 says where it leaves out text."""
_WIDEST, _HIGHEST = 1000, 65534
"""What a cell may span, by the standard."""


def read_html(content: bytes) -> Document:
    """Read a web page as pages; raises Unreadable."""
    root = _parse(re.sub(r"^\s*<\?xml[^>]*\?>", "", _decode(content)))
    blocks = [block for block in _walk(root) if isinstance(block, Table) or block.text]
    if sum(_LEAST_TEXT if isinstance(block, Table) else len(block.text) for block in blocks) < _LEAST_TEXT:
        raise Unreadable(
            "a web page with next to no text: an error page, or one whose content a script fetches",
            "put the report itself here",
        )
    return Document(producer="", created="", pages=pages_of(blocks), format="html")


def _parse(text: str) -> Any:
    """Return the root of a page; raises Unreadable, also where the library would leave out what is nested too deep."""
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True)
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"the web page is damaged ({type(error).__name__}: {error})"[:200], FETCH_AGAIN) from error
    if any(_DEEP in said.message for said in parser.error_log):
        raise Unreadable("the web page is damaged (its tags are nested too deep to be read whole)", FETCH_AGAIN)
    return root


def _decode(content: bytes) -> str:
    """Return the text of a page by its mark, by what it says, else UTF-8, else GB 18030."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    if content[1:2] == b"\0":
        return content.decode("utf-16-le", "replace")
    said = _CHARSET.search(content[:2048])
    name = said[1].decode("ascii").lower() if said else "utf-8"
    for encoding in ("gb18030" if name in _CHINESE else name, "utf-8", "gb18030"):
        try:
            return content.decode(encoding).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("gb18030", "replace")


@dataclass(slots=True)
class _Paragraph:
    """The text of a paragraph in the making."""

    parts: list[str] = field(default_factory=list)

    def take(self) -> Text:
        """End it: its text with single blanks."""
        text, self.parts = _plain("".join(self.parts)), []
        return Text(text=text)


def _plain(text: str) -> str:
    return re.sub(r"[ \t\r\n\f\xa0]+", " ", text).strip()


def _walk(root: Any) -> Iterator[Text | Table]:
    """Yield the paragraphs and data tables of an element in the order of the page."""
    paragraph = _Paragraph()
    for element, event in _events(root):
        if isinstance(event, str):
            paragraph.parts.append(event)
        elif element.tag in _BLOCKS or element.tag == "br" or event:
            yield paragraph.take()
            if event:
                yield from _captioned(element, event)
    yield paragraph.take()


def _captioned(element: Any, table: Table) -> Iterator[Text | Table]:
    yield from (Text(text=_cell_text(one).replace("\n", " ")) for one in element.iterchildren("caption"))
    yield table


def _events(element: Any) -> Iterator[tuple[Any, str | Table | None]]:
    """Yield an element at its beginning and end, its texts between, and in place of a data table the table."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or _is_hidden(element):
        return
    if element.tag == "table" and (table := _data_table(element)):
        yield element, table
        return
    yield element, None
    if element.text:
        yield element, element.text
    for child in element:
        yield from _events(child)
        if child.tail:
            yield element, child.tail
    yield element, None


def _is_hidden(element: Any) -> bool:
    said = element.get("hidden") is not None or element.get("role") == "navigation"
    return said or bool(_HIDDEN.search(element.get("style", "")))


def _data_table(element: Any) -> Table | None:
    """Return a table of data; None for one that only lays out: it holds another, says so, or has one row or column."""
    if element.find(".//table") is not None or element.get("role") in ("presentation", "none"):
        return None
    slots, rows = _place(element)
    starts = sorted({slot.column for slot in slots})
    if rows < 2 or len(starts) < 2 or _is_navigation(element):
        return None
    slots = [_without_empty_columns(slot, starts) for slot in slots]
    widths = widths_of(len(starts), [(slot.column, slot.column_span, slot.text) for slot in slots])
    return Table(widths, rows, tuple(slots))


def _is_navigation(element: Any) -> bool:
    """Whether all that a table says is links."""
    linked = sum(len(_plain(one.text_content())) for one in element.iter("a"))
    return 0 < len(_plain(element.text_content()).replace(" ", "")) <= linked


def _without_empty_columns(slot: Slot, starts: list[int]) -> Slot:
    """Number a cell's columns among those in which any cell begins."""
    covered = sum(slot.column <= start < slot.column + slot.column_span for start in starts)
    return Slot(
        row=slot.row, column=starts.index(slot.column), row_span=slot.row_span, column_span=covered, text=slot.text
    )


def _place(table: Any) -> tuple[list[Slot], int]:
    """Place the cells of a table as the HTML standard does (4.9.12): in the next free place, to the end of its row group at most."""
    taken: set[tuple[int, int]] = set()
    slots, row = [], 0
    for group in _groups(table):
        end = row + len(group)
        for tr in group:
            column = 0
            for cell in tr.iterchildren("td", "th"):
                while (row, column) in taken:
                    column += 1
                height, width = _span(cell, "rowspan", _HIGHEST), max(_span(cell, "colspan", _WIDEST), 1)
                height = min(height or end - row, end - row)
                width = next((n for n in range(1, width) if (row, column + n) in taken), width)
                refuse_many(len(taken) + height * width)
                taken |= {(row + r, column + c) for r in range(height) for c in range(width)}
                slots.append(Slot(row=row, column=column, row_span=height, column_span=width, text=_cell_text(cell)))
                column += width
            row += 1
    return slots, row


def _groups(table: Any) -> Iterator[list[Any]]:
    """Yield the rows of a table by row group; rows outside of any are one."""
    loose = [tr for tr in table.iterchildren("tr") if not _is_hidden(tr)]
    for part in table.iterchildren("thead", "tbody", "tfoot"):
        yield [tr for tr in part.iterchildren("tr") if not _is_hidden(tr)]
    if loose:
        yield loose


def _span(cell: Any, name: str, most: int) -> int:
    said = re.match(r"\s*\+?(\d{1,9})", cell.get(name, ""))
    return min(int(said[1]), most) if said else 1


def _cell_text(cell: Any) -> str:
    """Return the text of a cell, a line for each line break and block in it."""
    paragraph, lines = _Paragraph(), []
    for element, event in _events(cell):
        if isinstance(event, str):
            paragraph.parts.append(event)
        elif element.tag in _BLOCKS or element.tag == "br":
            lines.append(paragraph.take().text)
    return "\n".join(line for line in [*lines, paragraph.take().text] if line)
