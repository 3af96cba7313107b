"""Word: a Word document since 2007 as paragraphs and tables, by the XML that python-docx opens.

Belongs here: which text of a document is seen, cells merged over columns (gridSpan) and rows (vMerge), text boxes, tracked
changes. Does not belong here: pages of the result (flow), the numbers of lists (list_numbers). Macros and fields never run, linked files are not followed.
"""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from pipelines.doubts import Doubt
from pipelines.formats.containers import open_archive, refuse_entities
from pipelines.formats.flow import BREAK, pages_of, refuse_many, widths_of
from pipelines.formats.list_numbers import write_numbers
from pipelines.formats.page_making import Slot, Table, Text
from pipelines.pdf import FETCH_AGAIN, Document, Unreadable

_WHAT = "document"
_P, _TBL, _TR, _TC = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_INTO = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body")}
"""Elements around paragraphs and tables that change nothing of them."""
_GONE = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:pict"),
}
"""What is deleted in a tracked change, or stands twice for older programs."""
_BOX = qn("w:txbxContent")
_SIGNS = {qn("w:tab"): " ", qn("w:noBreakHyphen"): "-", qn("w:cr"): "\n"}


def read_docx(content: bytes) -> Document:
    """Read a Word document as pages; raises Unreadable."""
    archive = open_archive(content, _WHAT)
    refuse_entities(archive, _WHAT)
    try:
        opened = docx.Document(io.BytesIO(content))
        body, made = opened.element.body, opened.core_properties
        if numbering := _numbering(opened):
            write_numbers(body, numbering[0], opened.styles.element)
        blocks = list(_blocks(body))
    except Unreadable:
        raise
    except Exception as error:  # python-docx raises anything on a broken document; one file must not stop a batch
        raise Unreadable(f"the {_WHAT} is damaged ({type(error).__name__}: {error})"[:200], FETCH_AGAIN) from error
    blocks = [block for block in blocks if isinstance(block, Table) or block is BREAK or block.text.strip()]
    if not blocks:
        raise Unreadable("the document has no text", "put the report itself here")
    created = f"D:{made.created:%Y%m%d%H%M%S}" if made.created else ""
    return Document(
        producer=made.author or "", created=created, pages=pages_of(blocks), format="docx", doubts=tuple(_tracked(body))
    )


def _numbering(opened: Any) -> list[Any]:
    """What a document says of the numbers of lists; nothing where it has none."""
    return [one.target_part.element for one in opened.part.rels.values() if one.reltype.endswith("/numbering")]


def _tracked(body: Any) -> Iterator[Doubt]:
    """Yield a note where changes are tracked: what is read is the text with all of them."""
    changes = sum(1 for _ in body.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo")))
    if changes:
        yield Doubt(
            scope="report", page=None, reason="tracked changes are read as if accepted", detail=str(changes),
            remedy="look at the file; ask for the text as it was published, without tracked changes", held=False,
        )  # fmt: skip


def _blocks(parent: Any) -> Iterator[Text | Table]:
    """Yield the paragraphs and tables in an element, in order."""
    for element in parent:
        if element.tag == _P:
            yield from _paragraph(element)
        elif element.tag == _TBL:
            yield from _table(element)
        elif element.tag in _INTO:
            yield from _blocks(element)


def _paragraph(element: Any) -> Iterator[Text | Table]:
    """Yield a paragraph, a break where the file begins a new page, and what its text boxes hold."""
    properties = element.find(qn("w:pPr"))
    if _is_on(properties, "w:pageBreakBefore"):
        yield BREAK
    for number, part in enumerate(_text(element).split("\f")):
        if number:
            yield BREAK
        yield Text(text=part.strip("\n"))
    for box in element.iter(_BOX):
        if not any(above.tag in _GONE or (above.tag == _BOX) for above in box.iterancestors()):
            yield from _blocks(box)
    if properties is not None and properties.find(qn("w:sectPr")) is not None:
        yield BREAK


def _is_on(properties: Any, name: str) -> bool:
    """Whether a property is set: it is there and not said to be off."""
    found = properties.find(qn(name)) if properties is not None else None
    return found is not None and found.get(qn("w:val"), "true") not in ("0", "false", "off")


def _text(element: Any) -> str:
    """Return the text of a paragraph as seen: a form feed where a page ends, nothing of what is deleted, hidden or in a text box."""
    if element.tag in _GONE or element.tag == _BOX:
        return ""
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:br"):
        return "\f" if element.get(qn("w:type")) == "page" else "\n"
    if element.tag == qn("w:r") and _is_on(element.find(qn("w:rPr")), "w:vanish"):
        return ""
    return _SIGNS.get(element.tag) or "".join(map(_text, element))


def _table(element: Any) -> Iterator[Text | Table]:
    """Yield a table; one that holds another only lays out, and what is in its cells is yielded in its place."""
    if next(element.iterdescendants(_TBL), None) is not None:
        for cell in element.iter(_TC):
            if next(cell.iterancestors(_TBL)) is element:
                yield from _blocks(cell)
        return
    rows = [row for row in element.iter(_TR) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None]
    slots = list(_merged(rows))
    if not slots:
        return
    count = max(slot.column + slot.column_span for slot in slots)
    said = [int(one.get(qn("w:w"), "0")) / 20 for one in element.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    fitting = widths_of(count, [(slot.column, slot.column_span, slot.text) for slot in slots])
    widths = tuple(max(one, 12.0) for one in said) if len(said) == count else fitting
    yield Table(widths, len(rows), tuple(slots))


def _merged(rows: list[Any]) -> Iterator[Slot]:
    """Yield the cells of a table, those that go on over the next rows (vMerge) as one."""
    open_slots: dict[int, Slot] = {}
    for number, row in enumerate(rows):
        column = _number(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
        going_on: dict[int, Slot] = {}
        for cell in _cells(row):
            properties = cell.find(qn("w:tcPr"))
            span = _number(properties.find(qn("w:gridSpan")) if properties is not None else None, 1)
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            refuse_many((number + 1) * (column + span))
            above = open_slots.get(column)
            if merge is not None and merge.get(qn("w:val")) != "restart" and above and above.column_span == span:
                going_on[column] = _longer(open_slots.pop(column))
            else:
                text = "\n".join(_text(p).replace("\f", "\n") for p in cell.iter(_P)).strip()
                going_on[column] = Slot(row=number, column=column, column_span=span, text=text)
            column += span
        yield from open_slots.values()
        open_slots = going_on
    yield from open_slots.values()


def _longer(slot: Slot) -> Slot:
    return Slot(
        row=slot.row, column=slot.column, row_span=slot.row_span + 1, column_span=slot.column_span, text=slot.text
    )


def _cells(row: Any) -> Iterator[Any]:
    """Yield the cells of a row, those within content controls too."""
    return (cell for cell in row.iter(_TC) if next(cell.iterancestors(_TR)) is row)


def _number(element: Any, otherwise: int) -> int:
    return max(int(element.get(qn("w:val"), otherwise)), otherwise) if element is not None else otherwise
