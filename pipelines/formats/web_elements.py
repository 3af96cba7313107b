"""Web elements: what a browser shows of an element of a web page: its texts, line by line.

Belongs here: which elements are hidden, which begin a line, the text of a paragraph or cell. Does not belong here: tables (web_tables), the
page (web).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipelines.formats.page_making import Table, Text
from pipelines.formats.web_sites import is_link_list

_UNSEEN = {
    "script", "style", "nav", "noscript", "template", "iframe", "head", "button", "select", "object", "svg", "title",
}  # fmt: skip
BREAKS = {
    "br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "main", "body", "center", "dl", "dt",
    "dd", "blockquote", "tr", "td", "th", "table", "caption", "pre", "hr", "header", "footer", "form", "fieldset",
}  # fmt: skip
"""What begins a line."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph in the making."""

    parts: list[str] = field(default_factory=list)

    def take(self) -> Text:
        """End it: its text with single blanks."""
        text, self.parts = plain("".join(self.parts)), []
        return Text(text=text)


def plain(text: str) -> str:
    """Return a text with single blanks."""
    return re.sub(r"[ \t\r\n\f\xa0]+", " ", text).strip()


def events(
    element: Any, table_of: Callable[[Any], Table | None] = lambda _: None
) -> Iterator[tuple[Any, str | Table | None]]:
    """Yield an element at its beginning and end, its texts between, and in place of a data table (table_of) the table."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or is_hidden(element) or is_link_list(element):
        return
    if element.tag == "table" and (table := table_of(element)):
        yield element, table
        return
    yield element, None
    if element.text:
        yield element, element.text
    for child in element:
        yield from events(child, table_of)
        if child.tail:
            yield element, child.tail
    yield element, None


def is_hidden(element: Any) -> bool:
    """Whether an element says of itself that it is not shown, or only leads elsewhere."""
    said = element.get("hidden") is not None or element.get("role") == "navigation"
    return said or bool(_HIDDEN.search(element.get("style", "")))


def cell_text(cell: Any) -> str:
    """Return the text of a cell, a line for each line break and block in it."""
    paragraph, lines = Paragraph(), []
    for element, event in events(cell):
        if isinstance(event, str):
            paragraph.parts.append(event)
        elif element.tag in BREAKS:
            lines.append(paragraph.take().text)
    return "\n".join(line for line in [*lines, paragraph.take().text] if line)
