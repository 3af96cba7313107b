"""Ofd: the pages of an OFD document (GB/T 33190), the format of Chinese government for what is printed, over lxml.

An experiment: made by the standard and by files drawn after it; no published file was at hand. Each report read so says it.
Belongs here: the parts of the file, its pages and their templates, lines and cells of what is drawn. Does not belong here: the
objects of a page (ofd_objects), archives (containers). Seals, annotations and attachments are not read; nothing is run or fetched.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from pipelines.doubts import Doubt
from pipelines.formats.containers import open_archive, read_part, refuse_entities
from pipelines.formats.ofd_objects import POINTS, Drawn, draw
from pipelines.pdf import (
    FETCH_AGAIN,
    Box,
    Document,
    Page,
    Unreadable,
    Unsure,
    count_characters,
    lattice,
    rulings,
    text_lines,
)

_WHAT = "OFD"
UNSEEN = "a text there is white, hidden or turned, and was not read"
"""Why a cell is in doubt."""
_MOST = 2000
"""Pages above which a document is none of a report."""
_A4 = (0.0, 0.0, 210.0, 297.0)
_FURTHEST = 10_000.0
"""Millimetres a page is wide or high at most."""


def read_ofd(content: bytes) -> Document:
    """Read the pages of an OFD document; raises Unreadable."""
    archive = open_archive(content, _WHAT)
    refuse_entities(archive, _WHAT)
    try:
        pages = tuple(_pages(archive))
        made_by = _made_by(_parse(archive, "OFD.xml"))
    except Unreadable:
        raise
    except Exception as error:  # what a broken document makes of this is anything; one file must not stop a batch
        raise Unreadable(f"the {_WHAT} is damaged ({type(error).__name__}: {error})"[:200], FETCH_AGAIN) from error
    if not any(page.character_count for page in pages):
        raise Unreadable("the OFD has no text: its pages are pictures or drawings", "ask the publisher for a PDF")
    return Document(producer=made_by, created="", pages=pages, format="ofd", doubts=(_experiment(),))


def _experiment() -> Doubt:
    return Doubt(
        scope="report", page=None, reason="an OFD, read as an experiment: no published one was at hand to try it", detail="",
        remedy="compare what is read with the pages; a PDF of the same report is read with more certainty", held=False,
    )  # fmt: skip


def _made_by(root: Any) -> str:
    return next((one.text or "" for name in ("Creator", "Author") for one in _all(root, name)), "")


def _pages(archive: zipfile.ZipFile) -> Iterator[Page]:
    """Yield the pages of the first document of the file."""
    begin = next(_all(_parse(archive, "OFD.xml"), "DocRoot"), None)
    if begin is None:
        raise Unreadable(f"the {_WHAT} is damaged (it names no document)", FETCH_AGAIN)
    path = _path("", begin.text)
    root, folder = _parse(archive, path), dirname(path)
    usual = next((box for area in _all(root, "PageArea") for box in _boxes(area)), _A4)
    templates = {one.get("ID"): _path(folder, one.get("BaseLoc")) for one in _all(root, "TemplatePage")}
    listed = list(_all(root, "Page"))
    if len(listed) > _MOST:
        raise Unreadable(f"the {_WHAT} has {len(listed):,} pages", "look at the file; no report has as many")
    for number, one in enumerate(listed, 1):
        yield _page(archive, number, _parse(archive, _path(folder, one.get("BaseLoc"))), usual, templates)


def _page(
    archive: zipfile.ZipFile, number: int, root: Any, usual: tuple[float, ...], templates: Mapping[str, str]
) -> Page:
    """Make a page of what its template and it draw, from its upper left corner."""
    x, y, width, height = next((box for area in _all(root, "Area") for box in _boxes(area)), usual)
    drawn = Drawn()
    for one in _all(root, "Template"):
        if path := templates.get(one.get("TemplateID")):
            draw(_parse(archive, path), drawn)
    draw(root, drawn)
    drawn.move(-x, -y)
    ruled = rulings.complete(rulings.straight_lines(drawn.lines))
    grids, outside = lattice.fill(lattice.tables(ruled), sorted(drawn.glyphs))
    lines = text_lines(outside)
    return Page(
        number=number, width=width * POINTS, height=height * POINTS, lines=lines, grids=grids,
        character_count=count_characters(lines, grids), has_picture=drawn.has_picture,
        unsure=tuple(Unsure(box=cell.box, reason=UNSEEN, is_hidden=True) for grid in grids for cell in grid.cells if _meets(cell.box, drawn.unseen)),
    )  # fmt: skip


def _meets(cell: Box, unseen: Iterable[Box]) -> bool:
    """Whether a text that is not read has its middle in a cell."""
    middles = (((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in unseen)
    return any(cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3] for x, y in middles)


def _boxes(area: Any) -> Iterator[tuple[float, ...]]:
    """Yield the size of a page: the box that it is cut to, else the paper."""
    for name in ("ApplicationBox", "PhysicalBox"):
        for one in _all(area, name):
            box = tuple(float(part) for part in (one.text or "").split())
            if len(box) == len(_A4) and 0 < box[2] < _FURTHEST and 0 < box[3] < _FURTHEST:
                yield box


def _all(element: Any, name: str) -> Iterator[Any]:
    """Yield the elements of a name below one, in whichever namespace: those of the standard and of its drafts are used."""
    return element.iter(f"{{*}}{name}")


def _path(folder: str, named: str | None) -> str:
    """The path of a part: below the folder of what names it, or from the root."""
    said = (named or "").strip()
    return normpath(said.lstrip("/") if said.startswith("/") else join(folder, said))


def _parse(archive: zipfile.ZipFile, path: str) -> Any:
    """Return the root of a part; raises Unreadable where it is not there."""
    try:
        part = archive.getinfo(path)
    except KeyError:
        raise Unreadable(f"the {_WHAT} is damaged (it lacks {path[:60]!r})", FETCH_AGAIN) from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(read_part(archive, part, _WHAT), parser)
