"""Members: whether the files of an archive are of one disclosure: one unit, one year, one kind.

Belongs here: telling the files apart, the doubt where they are of several. Does not belong here: opening archives (formats.archive).
"""

from collections.abc import Iterator
from itertools import groupby

from pipelines.doubts import Doubt
from pipelines.forms import identify, lay_out, plain_unit
from pipelines.pdf import Document, Page


def refuse_several(document: Document, folder_year: int | None) -> Doubt | None:
    """Return why an archive is not read as one report: its files name several units, years or kinds; None where they do not."""
    said = [identify(lay_out(pages), folder_year) for pages in _members(document)]
    for named in ({plain_unit(one.unit) for one in said}, {one.year for one in said}, {one.kind for one in said}):
        if len(named - {None}) > 1:
            return Doubt(
                scope="report", page=None, reason="the archive holds reports of several units, years or kinds",
                detail="、".join(sorted(str(one) for one in named - {None})),
                remedy="unpack it, and put each report here", held=True,
            )  # fmt: skip
    return None


def _members(document: Document) -> Iterator[list[Page]]:
    """Yield the pages of each file in an archive."""
    for _, pages in groupby(document.pages, lambda page: page.member):
        yield list(pages)
