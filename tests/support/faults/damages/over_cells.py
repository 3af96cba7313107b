"""How something with objects of its own (a picture, a form, an annotation, a font) is put into the cells of figures.

Belongs here: choosing cells, the objects, noting what the cells show then. Does not belong here: a kind of damage; what
operators alone draw (cells).
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, PdfObject

from tests.support.faults.damages.base import Base, place
from tests.support.faults.damages.cells import OldText, old_text, upright
from tests.support.faults.damages.changing import add, resource, writer_of, written

SAME = "the old"
"""A cell shows what it showed; else the new text, or None where nothing is sure."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A cell to be spoiled: its page, its box from the lower left corner of the page, where its text most likely stands."""

    writer: PdfWriter
    page: PageObject
    x: float
    y: float
    width: float
    height: float
    old: OldText

    def draw(self, operators: str) -> None:
        """Draw on the page."""
        add(self.writer, self.page, operators)

    def name(self, sort: str, thing: PdfObject) -> str:
        """Give the page a resource (/XObject, /Font, /ExtGState …); returns its name there."""
        resources = resource(self.page, sort)
        name = f"/N{len(resources)}"
        resources[NameObject(name)] = self.writer._add_object(thing)
        return name

    def rect(self, inset: float = 0.6) -> str:
        """The cell as an operand of `re`."""
        return f"{self.x + inset:.2f} {self.y + inset:.2f} {self.width - 2 * inset:.2f} {self.height - 2 * inset:.2f}"

    def text(self, words: str, font: str = "/FH") -> str:
        """Operators that print Latin words in the cell."""
        return f"BT {font} 8 Tf {self.x + 2:.2f} {self.old.base_line:.2f} Td ({words}) Tj ET"


def stream(content: str, **entries: object) -> DecodedStreamObject:
    """A stream with entries of a dictionary."""
    made = DecodedStreamObject()
    made.set_data(content.encode("latin-1"))
    made.update(dictionary(**entries))
    return made


def dictionary(**entries: object) -> DictionaryObject:
    """A dictionary: strings are names, lists of numbers arrays."""
    return DictionaryObject({NameObject(f"/{key}"): _object(value) for key, value in entries.items()})


def _object(value: object) -> PdfObject:
    if isinstance(value, PdfObject):
        return value
    if isinstance(value, str):
        return NameObject(f"/{value}")
    if isinstance(value, list | tuple):
        return ArrayObject([_object(one) for one in value])
    return FloatObject(value)


def form(
    content: str, box: tuple[float, float, float, float] = (0, 0, 5000, 5000), **entries: object
) -> DecodedStreamObject:
    """A form with Helvetica (/FH)."""
    fonts = dictionary(FH=dictionary(Type="Font", Subtype="Type1", BaseFont="Helvetica", Encoding="WinAnsiEncoding"))
    resources = dictionary(Font=fonts)
    return stream(content, Type="XObject", Subtype="Form", BBox=box, Resources=resources, **entries)


def spoil_cells(base: Base, random: Random, put: Callable[[Spot], str | None], blank: bool = False) -> bytes:
    """Spoil up to three cells of figures (or blank cells); put returns what the cell shows then."""
    writer = writer_of(base)
    cells = upright(base, writer, blank)
    for amount in random.sample(cells, min(len(cells), random.choice((1, 3)))):
        page = writer.pages[amount.page - 1]
        height = float(page.mediabox.height)
        x0, top, x1, bottom = amount.box
        spot = Spot(
            writer=writer, page=page, x=x0, y=height - bottom, width=x1 - x0, height=bottom - top,
            old=old_text(amount, height, random),
        )  # fmt: skip
        shows = put(spot)
        if shows != SAME:
            base.shown[place(amount)] = shows
    return written(writer)
