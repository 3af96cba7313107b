"""Pages of other sizes than what is printed on them.

Belongs here: a MediaBox many times the text, a CropBox inside it, units of one's own: the page prints what it printed.
Does not belong here: boxes that hide a part of the page (hidden), that are no boxes (structure).
"""

from random import Random

from pypdf.generic import ArrayObject, FloatObject, NameObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import writer_of, written

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


def _larger(base: Base, across: float, along: float, crops: bool) -> bytes:
    writer = writer_of(base)
    for page in writer.pages:
        left, bottom, right, top = (float(v) for v in page.mediabox)
        own = ArrayObject(FloatObject(v) for v in (left, bottom, right, top))
        width, height = (right - left) * across, (top - bottom) * along
        page[NameObject("/MediaBox")] = ArrayObject(FloatObject(v) for v in (left, top - height, left + width, top))
        page[NameObject("/CropBox")] = own if crops else page["/MediaBox"]
    return written(writer)


@kind("geometry")
def page_many_times_its_text(base: Base, random: Random) -> bytes:
    """The MediaBox once to 24 times as wide, as high, or both."""
    times = random.choice((1.2, 1.4142, 2, 3, 6, 12, 24))
    across, along = random.choice(((times, 1), (1, times), (times, times)))
    return _larger(base, across, along, False)


@kind("geometry")
def crop_inside_the_page(base: Base, random: Random) -> bytes:
    """The MediaBox once to 24 times the page that the CropBox shows."""
    times = random.choice((1.2, 2, 3, 6, 24))
    return _larger(base, times, times, True)


@kind("geometry")
def unit_of_its_own(base: Base, random: Random) -> bytes:
    """A UserUnit of half a point to five points."""
    writer = writer_of(base)
    for page in writer.pages:
        page[NameObject("/UserUnit")] = FloatObject(random.choice((0.5, 2, 5)))
    return written(writer)
