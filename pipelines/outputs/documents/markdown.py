"""Markdown: the one writer of tables, for the Dagster UI and for docs/; text out of reports is text in it and nothing else.

Belongs here: text out of reports escaped, once and nowhere else; rows as a table; the link from a finding to its evidence
page. Does not belong here: what the rows are (orchestration, the other documents) or HTML (evidence.render).
"""

import re
from collections.abc import Sequence

from pipelines.outputs.addresses import TO_DESK, page_address
from pipelines.queries import Row
from pipelines.vocabulary import one_line

_PLACES = ("report_id", "finding_id")
"""Columns that lead to the evidence, and are not shown themselves."""
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|!~&]")
"""What begins a picture, a link, HTML, a reference or emphasis, or ends a cell."""
_ADDRESS = re.compile(r"://|@|(?<=www)\.", re.IGNORECASE)
"""What makes a link of a bare address, however it is escaped: Dagster looks for addresses in the text as it is shown."""
_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])")
"""What makes a list, a heading or a line of a text that begins with it."""


class Markdown(str):
    """Markdown of our own making, in which marks mean something; no text of a report from outside becomes it."""

    __slots__ = ()


def text(said: str) -> str:
    """A text out of a document as one line of Markdown that shows it: no picture, no link, no markup is made of it."""
    return _BLOCK.sub(lambda found: found[1] + _reference(found[2]), _inline(said).strip())


def failing(rows: Sequence[Row], book_url: str) -> str:
    """The rows that made an expectation fail; those with a finding link to its evidence page below `book_url`."""
    shown = [column for column in (rows[0] if rows else ()) if column not in _PLACES]
    cells: list[list[object]] = [[row[column] for column in shown] for row in rows]
    if not rows or "finding_id" not in rows[0]:
        return table(shown, cells)
    links = [Markdown(f"[打开 open]({link(book_url, row['report_id'], row['finding_id'])})") for row in rows]
    return table(
        [*shown, Markdown("证据 evidence")], [[*of_row, link] for of_row, link in zip(cells, links, strict=True)]
    )


def link(book_url: str, report_id: str, finding_id: str) -> str:
    """Where a finding is shown: in the evidence pages served at `book_url`, which send on to the desk where it runs."""
    return f"{book_url}/{page_address('report', report_id[:16])}?{TO_DESK}#{finding_id}"


def table(header: Sequence[object], rows: Sequence[Sequence[object]]) -> str:
    """Write a Markdown table; "—" where it has no rows. Any text stays in its cell and is text; Markdown stays Markdown."""
    if not rows:
        return "—"
    lines = [list(map(_cell, header)), ["---"] * len(header), *(list(map(_cell, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    return value.replace("|", "\\|") if isinstance(value, Markdown) else _inline(str(value))


def _inline(said: str) -> str:
    """A text in which no mark means anything and no address is one: http[:]//, www[.], [@]."""
    broken = _ADDRESS.sub(lambda found: f"[{found[0][0]}]{found[0][1:]}", one_line(said.replace("\n", " ")))
    return _MARKS.sub(lambda found: _reference(found[0]), broken)


def _reference(mark: str) -> str:
    return f"&#{ord(mark)};"
