"""Markdown: what the Dagster UI shows of documents: as tables and lines, in which their text is text and nothing else.

Belongs here: text out of documents escaped, once and nowhere else; rows as Markdown; links of our own making, from a
finding to its evidence page. Does not belong here: what the rows are (suites, tables) or HTML (render).
"""

import re

import pandas as pd

from pipelines.outputs.addresses import finding_address
from pipelines.vocabulary.text import one_line

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|!~&]")
"""What begins a picture, a link, HTML, a reference or emphasis, or ends a cell."""
_ADDRESS = re.compile(r"://|@|(?<=www)\.", re.IGNORECASE)
"""What makes a link of a bare address, however it is escaped: Dagster looks for addresses in the text as it is shown."""
_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])")
"""What makes a list, a heading or a line of a text that begins with it."""


def text(said: str) -> str:
    """A text out of a document as one line of Markdown that shows it: no picture, no link, no markup is made of it."""
    return _BLOCK.sub(lambda found: found[1] + _reference(found[2]), _inline(said).strip())


def failing(frame: pd.DataFrame, book_url: str) -> str:
    """The rows that made an expectation fail; those with a finding link to its evidence page below `book_url`."""
    shown = frame.drop(columns=["report_id", "finding_id"], errors="ignore").astype(str)
    if "finding_id" not in frame:
        return table(list(shown), shown.values.tolist())
    places = zip(frame["report_id"], frame["finding_id"], strict=True)
    links = [f"[打开 open]({link(book_url, *place)})" for place in places]
    return table(list(shown), shown.values.tolist(), links)


def link(book_url: str, report_id: str, finding_id: str) -> str:
    """Where a finding is shown in the evidence pages served at `book_url`."""
    return f"{book_url}/{finding_address(report_id, finding_id)}"


def table(header: list[str], rows: list[list[str]], links: list[str] | None = None) -> str:
    """A Markdown table; text out of documents stays in its cell; `links` are of our own making, one a row."""
    if not rows:
        return "—"
    names, *cells = [[_inline(str(cell)) for cell in row] for row in (header, *rows)]
    ends = (
        ["", "", *([""] * len(rows))]
        if links is None
        else [" 证据 evidence |", " --- |", *(f" {link} |" for link in links)]
    )
    return "\n".join(
        "| " + " | ".join(line) + " |" + end
        for line, end in zip([names, ["---"] * len(names), *cells], ends, strict=True)
    )


def _inline(said: str) -> str:
    """A text in which no mark means anything and no address is one: http[:]//, www[.], [@]."""
    broken = _ADDRESS.sub(lambda found: f"[{found[0][0]}]{found[0][1:]}", one_line(said.replace("\n", " ")))
    return _MARKS.sub(lambda found: _reference(found[0]), broken)


def _reference(mark: str) -> str:
    return f"&#{ord(mark)};"
