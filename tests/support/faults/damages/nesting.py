"""Things within things, and things within themselves.

Belongs here: nested arrays, contents and forms; references in a circle.
Does not belong here: many things side by side (sizes).
"""

from random import Random

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject, StreamObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import add, appended, one_page, resource, writer_of, written
from tests.support.tools.pdf_objects import entry

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


@kind("nested objects")
def deep_arrays(base: Base, random: Random) -> bytes:
    depth = random.choice((100, 5_000, 100_000))
    nest = random.choice((b"[" * depth + b"]" * depth, b"<</A" * depth + b" 0" + b">>" * depth))
    return base.content.replace(b"/Type /Pages", b"/Deep " + nest + b" /Type /Pages", 1)


@kind("nested objects")
def deep_content(base: Base, random: Random) -> bytes:
    depth = random.choice((1_000, 200_000))
    return appended(base, random, random.choice((b"[" * depth, b"q " * depth, b"<<" * depth, b"(" * depth)))


@kind("nested objects")
def form_in_itself(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    page = one_page(base, writer, random)
    form = StreamObject()
    form.set_data(b"/XH Do /XH Do BT /FH 8 Tf 9 9 Td (1.00) Tj ET")
    reference = writer._add_object(form)
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject([NumberObject(v) for v in (0, 0, 595, 842)]),
            NameObject("/Resources"): DictionaryObject(
                {NameObject("/XObject"): DictionaryObject({NameObject("/XH"): reference})}
            ),
        }
    )  # fmt: skip
    resource(page, "/XObject")[NameObject("/XH")] = reference
    add(writer, page, "/XH Do")
    return written(writer)


@kind("nested objects")
def forms_doubling(base: Base, random: Random) -> bytes:
    """Forms that each draw the next one several times: some billion texts in a few lines."""
    writer = writer_of(base)
    page = one_page(base, writer, random)
    add(writer, page, "")
    inner = None
    for _ in range(random.choice((8, 20, 30))):
        form = StreamObject()
        form.set_data(b"/XH Do " * 3 if inner else b"BT /FH 8 Tf 9 9 Td (1.00) Tj ET")
        resources = DictionaryObject({NameObject("/Font"): entry(page, "/Resources", "/Font")})
        if inner:
            resources[NameObject("/XObject")] = DictionaryObject({NameObject("/XH"): inner})
        form.update(
            {
                NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject([NumberObject(v) for v in (0, 0, 595, 842)]),
                NameObject("/Resources"): resources,
            }
        )  # fmt: skip
        inner = writer._add_object(form)
    resource(page, "/XObject")[NameObject("/XH")] = inner
    add(writer, page, "/XH Do")
    return written(writer)


@kind("nested objects")
def references_in_a_circle(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    holders = [
        (item, name) for item in writer._objects if isinstance(item, DictionaryObject)
        for name in item if isinstance(item.raw_get(name), IndirectObject)
    ]  # fmt: skip
    for _ in range(3):
        holder, name = random.choice(holders)
        holder[NameObject(name)] = IndirectObject(random.randrange(1, len(writer._objects)), 0, writer)
    return written(writer)
