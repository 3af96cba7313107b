"""Web sites: what of a web page is the site's and not the document's: lists of links, and what stands above the headline.

Belongs here: telling the site's own head apart: a menu may name other years and units than the report. Does not belong here: tables of
links (web_tables), what is shown at all (web_elements).
"""

import re
from collections.abc import Sequence
from typing import Any

from pipelines.formats.page_making import Table, Text

_LISTS = ("ul", "ol", "dl", "nav", "div")
_LINKS = 3
"""Links from which on a list that holds nothing else is a menu."""
_LONG = 6
"""Characters from which on a title can be told from the words of a menu."""
_PARTS = re.compile(r"[_|｜]|[-–—]+")
"""What stands between the headline and the site's name in the title of a page."""


def is_link_list(element: Any) -> bool:
    """Whether all that a list or block says is links to other pages; a contents list leads to places of its own page."""
    if element.tag not in _LISTS or _says_by_itself(element):
        return False
    links = list(element.iter("a"))
    return len(links) >= _LINKS and all(one.get("href", "#").strip()[:1] not in ("", "#") for one in links)


def _says_by_itself(element: Any) -> bool:
    """Whether a text stands in an element outside of its links; most elements say so at their first word."""
    if element.text and element.text.strip():
        return True
    return any(
        (child.tag not in ("a", "script", "style") and isinstance(child.tag, str) and _says_by_itself(child))
        or bool(child.tail and child.tail.strip())
        for child in element
    )


def from_headline(root: Any, blocks: Sequence[Text | Table]) -> list[Text | Table]:
    """Return the blocks of a page from its headline on: the first paragraph that says what the page's title begins with."""
    title = "".join((root.findtext(".//title") or "").split())
    headlines = {part for part in (title, _PARTS.split(title)[0]) if len(part) >= _LONG}
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            break
        if "".join(block.text.split()) in headlines:
            return list(blocks[index:])
    return list(blocks)
