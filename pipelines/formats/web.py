"""Web: a web page as paragraphs and tables, by lxml: what a browser shows of it without running or fetching anything.

Belongs here: the encoding of a page, its paragraphs and tables in order. Does not belong here: what of it is shown (web_elements), which
tables are data (web_tables), pages of the result (flow). Scripts never run; style sheets, pictures and frames are never fetched.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from pipelines.formats.flow import pages_of
from pipelines.formats.page_making import Table, Text
from pipelines.formats.web_elements import BREAKS, Paragraph, cell_text, events
from pipelines.formats.web_sites import from_headline
from pipelines.formats.web_tables import data_table
from pipelines.pdf import FETCH_AGAIN, Document, Unreadable

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_CHINESE = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030")
"""What pages say that are written in GB 18030, which holds all of them."""
_LEAST_TEXT = 40
"""Characters below which a page without a table is an error page."""
_DEEP = "xcessive depth"
"""What libxml2 says where it leaves out text."""


def read_html(content: bytes) -> Document:
    """Read a web page as pages; raises Unreadable."""
    root = _parse(re.sub(r"^\s*<\?xml[^>]*\?>", "", _decode(content)))
    blocks = [block for block in _walk(root) if isinstance(block, Table) or block.text]
    if sum(_LEAST_TEXT if isinstance(block, Table) else len(block.text) for block in blocks) < _LEAST_TEXT:
        if root.find(".//a[@href]") is not None:
            raise Unreadable(
                "a web page of links with next to no text: the report is what one of them leads to",
                "put the report itself here",
            )
        raise Unreadable(
            "a web page with next to no text: an error page, or one whose content a script fetches",
            "put the report itself here",
        )
    return Document(producer="", created="", pages=pages_of(from_headline(root, blocks)), format="html")


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


def _walk(root: Any) -> Iterator[Text | Table]:
    """Yield the paragraphs and data tables of an element in the order of the page."""
    paragraph = Paragraph()
    for element, event in events(root, data_table):
        if isinstance(event, str):
            paragraph.parts.append(event)
        elif element.tag in BREAKS or event:
            yield paragraph.take()
            if event:
                yield from _captioned(element, event)
    yield paragraph.take()


def _captioned(element: Any, table: Table) -> Iterator[Text | Table]:
    yield from (Text(text=cell_text(one).replace("\n", " ")) for one in element.iterchildren("caption"))
    yield table
