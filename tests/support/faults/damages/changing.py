"""How a file is changed: opened, written, its pages and what they draw.

Belongs here: what several kinds of damage do to a file.
Does not belong here: a kind of damage; cells (cells), fonts (fonts_changed).
"""

from io import BytesIO
from random import Random

from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from tests.support.faults.damages.base import Base
from tests.support.tools.pdf_objects import entry


def writer_of(base: Base) -> PdfWriter:
    """The report, opened to be changed."""
    return PdfWriter(clone_from=BytesIO(base.content))


def written(writer: PdfWriter) -> bytes:
    """The bytes of the changed file."""
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def figure_pages(base: Base, writer: PdfWriter) -> list[PageObject]:
    """The pages with figures; all where there are none."""
    numbers = sorted({a.page for a in base.figures()})
    return [writer.pages[n - 1] for n in numbers] or list(writer.pages)


def one_page(base: Base, writer: PdfWriter, random: Random) -> PageObject:
    """One page with figures."""
    return random.choice(figure_pages(base, writer))


def some_pages(base: Base, writer: PdfWriter, random: Random) -> list[PageObject]:
    """One page with figures, or all of them in any order."""
    pages = figure_pages(base, writer)
    return random.sample(pages, random.choice((1, len(pages))))


def content_of(page: PageObject) -> bytes:
    """What a page draws: its operators, unpacked; empty for a page that draws nothing."""
    contents = page.get_contents()
    return b"" if contents is None else contents.get_data()


def set_content(writer: PdfWriter, page: PageObject, content: bytes) -> None:
    """Let a page draw something else."""
    stream = StreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())


def resource(page: PageObject, name: str) -> DictionaryObject:
    """The resources of a page of one sort (/Font, /XObject), to add to."""
    resources = entry(page, "/Resources")
    if name not in resources:
        resources[NameObject(name)] = DictionaryObject()
    return entry(resources, name)


def add(writer: PdfWriter, page: PageObject, operators: str) -> None:
    """Draw more on a page; /FH is Helvetica, /GH transparent, /OCH a layer that is off."""
    resource(page, "/Font")[NameObject("/FH")] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"), NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )  # fmt: skip
    resource(page, "/ExtGState")[NameObject("/GH")] = DictionaryObject({NameObject("/ca"): NumberObject(0)})
    if "/OCH" in operators:
        layer = writer._add_object(
            DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("off")})
        )
        resource(page, "/Properties")[NameObject("/OCH")] = layer
        writer._root_object[NameObject("/OCProperties")] = DictionaryObject(
            {
                NameObject("/OCGs"): ArrayObject([layer]),
                NameObject("/D"): DictionaryObject({NameObject("/OFF"): ArrayObject([layer])}),
            }
        )
    set_content(writer, page, b"q\n" + content_of(page) + b"\nQ\n" + operators.encode())


def appended(base: Base, random: Random, operators: bytes) -> bytes:
    """The file with more drawn on one page."""
    writer = writer_of(base)
    add(writer, one_page(base, writer, random), operators.decode("latin-1"))
    return written(writer)
