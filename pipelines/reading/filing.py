"""Filing: pages and boxes of a reading as those of its file, which opens in a viewer and of which pictures are drawn.

Belongs here: laying back what was turned, taken apart or enlarged to be read. Does not belong here: finding how a page lies (ocr.orientation,
pdf.rotation, pdf.side_by_side), where a page stands on its sheet (pdf.sheets).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipelines.pdf import Page, filed, on_sheet, size_on_file
from pipelines.reading.second_reader import DIFFERS, NOT_READ, SAME, STORED

_BOXED = "amounts", "tokens", "claims", "members", "addresses"
_IDS = "amount_id", "claim_id"
_PAGE_OF_ID = re.compile(r"(?<=-p)\d+(?=-)")
_GRAVEST = (DIFFERS, NOT_READ, STORED, SAME)
"""Opinions, of which the first is kept where two pages stand on one."""


def lay_back(row: dict, pages: Sequence[Page]) -> dict:
    """Return a reading's row with the pages of its file, boxes and sizes as they lie there; one of pages as they are is not touched."""
    moved = {page.number: page for page in pages if page.quarters or page.sheet}
    if not moved:
        return row
    for one in _boxed(row):
        if one["page"] in moved:
            one["bbox"] = [round(edge, 2) for edge in on_sheet(one["bbox"], moved[one["page"]])]
    for one in row["pages"]:
        if one["page"] in moved:
            one["width"], one["height"] = size_on_file(moved[one["page"]])
    return _renumber(row, filed(pages)) if any(page.sheet for page in pages) else row


def _renumber(row: dict, numbers: Mapping[int, int]) -> dict:
    """Give all of a row the numbers of the pages of the file; of two pages on one there is one left."""
    for one in (*_boxed(row), *row["sentences"], *row["doubts"], *row["opinions"], *row["pages"]):
        one["page"] = numbers.get(one["page"], one["page"])
        for name in _IDS:
            if one.get(name):
                one[name] = _PAGE_OF_ID.sub(lambda page: f"{numbers[int(page[0])]:03d}", one[name], count=1)
    for form in row["forms"]:
        form["pages"] = sorted({numbers[page] for page in form["pages"]})
    row["pages"] = [one for _, one in sorted({one["page"]: one for one in row["pages"]}.items())]
    row["page_count"] = max(numbers.values())
    gravest = sorted(row["opinions"], key=lambda one: -_GRAVEST.index(one["outcome"]))
    row["opinions"] = list({one["page"]: one for one in gravest}.values())
    return row


def _boxed(row: dict) -> Iterator[dict]:
    """Yield all of a row that has a page and a box."""
    for name in _BOXED:
        yield from row[name]
    for sentence in row["sentences"]:
        yield from sentence["pieces"]
