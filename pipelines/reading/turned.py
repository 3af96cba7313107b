"""Turned: boxes of a page that was turned to be read, as the page lies in its file, where pictures of it are drawn.

Belongs here: laying them back. Does not belong here: finding how a page lies (ocr.orientation).
"""

from collections.abc import Iterator, Sequence

from pipelines.pdf import Page


def lay_back(row: dict, pages: Sequence[Page]) -> dict:
    """Return a reading's row with the boxes and sizes of turned pages as these lie in the file; others are not touched."""
    turned = {page.number: page for page in pages if page.quarters}
    if not turned:
        return row
    for one in _boxed(row):
        if one["page"] in turned:
            one["bbox"] = laid_back(one["bbox"], turned[one["page"]])
    for one in row["pages"]:
        if one["page"] in turned and turned[one["page"]].quarters % 2:
            one["width"], one["height"] = one["height"], one["width"]
    return row


def laid_back(box: Sequence[float], page: Page) -> list[float]:
    """Return a box of a page that was turned by quarters with the clock, as the page lay before."""
    left, top, right, bottom = box
    wide, high = page.width, page.height
    back = {
        1: (top, wide - right, bottom, wide - left),
        2: (wide - right, high - bottom, wide - left, high - top),
        3: (high - bottom, left, high - top, right),
    }.get(page.quarters, (left, top, right, bottom))
    return [round(edge, 2) for edge in back]


def _boxed(row: dict) -> Iterator[dict]:
    """Yield all of a row that has a page and a box."""
    for name in ("amounts", "tokens", "claims", "members", "addresses"):
        yield from row[name]
    for sentence in row["sentences"]:
        yield from sentence["pieces"]
