"""Numbers in the text layer that the page does not show, for a reason beyond their own ink.

Belongs here: masks, patterns, glyphs without ink, layers by way of others, groups, clips, colours like the ground.
Does not belong here: text without ink of its own (hidden), something drawn over it (covered).
"""

from collections.abc import Callable
from random import Random

from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.cells import number
from tests.support.faults.damages.over_cells import SAME, Spot, dictionary, form, spoil_cells, stream

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)
_MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
    "1 beginbfrange <2c> <39> <002c> endbfrange endcmap end end"
)


def _in_cells(base: Base, random: Random, operators: Callable[[Spot, str], str], blank: bool | None = None) -> bytes:
    def put(spot: Spot) -> str:
        spot.draw(operators(spot, number(random)))
        return SAME

    return spoil_cells(base, random, put, blank=random.random() < 0.6 if blank is None else blank)


@kind("numbers concealed")
def under_a_soft_mask(base: Base, random: Random) -> bytes:
    def drawn(spot: Spot, new: str) -> str:
        black = form("0 g 0 0 5000 5000 re f", Group=dictionary(S="Transparency", CS="DeviceGray"))
        mask = dictionary(Type="Mask", S="Luminosity", G=spot.writer._add_object(black))
        state = spot.name("/ExtGState", dictionary(Type="ExtGState", SMask=mask))
        return f"q {state} gs {spot.text(new)} Q"

    return _in_cells(base, random, drawn)


@kind("numbers concealed")
def filled_with_a_white_pattern(base: Base, random: Random) -> bytes:
    def drawn(spot: Spot, new: str) -> str:
        one = NumberObject(1)
        tile = stream("1 g 0 0 10 10 re f", PatternType=one, PaintType=one, TilingType=one, BBox=(0, 0, 10, 10),
                      XStep=10, YStep=10, Resources=dictionary())  # fmt: skip
        return f"q /Pattern cs {spot.name('/Pattern', tile)} scn {spot.text(new)} Q"

    return _in_cells(base, random, drawn)


@kind("numbers concealed")
def glyphs_without_ink(base: Base, random: Random) -> bytes:
    """A Type3 font whose digits draw nothing."""

    return _in_cells(base, random, lambda spot, new: f"q {spot.text(new, drawn_font(spot, '500 0 d0'))} Q")


def drawn_font(spot: Spot, code: str) -> str:
    """Give the page a Type3 font whose digits are all drawn by the same operators, and half a size wide; returns its name there."""
    codes = range(ord(","), ord("9") + 1)
    glyph = spot.writer._add_object(stream(code))
    font = dictionary(
        Type="Font", Subtype="Type3", FontBBox=(0, 0, 1000, 1000), FontMatrix=(0.001, 0, 0, 0.001, 0, 0),
        CharProcs=dictionary(**{f"c{code}": glyph for code in codes}), FirstChar=NumberObject(codes[0]),
        LastChar=NumberObject(codes[-1]), Widths=[500] * len(codes), Resources=dictionary(),
        Encoding=dictionary(Differences=ArrayObject([NumberObject(codes[0]), *(NameObject(f"/c{c}") for c in codes)])),
        ToUnicode=spot.writer._add_object(stream(_MAP)),
    )  # fmt: skip
    return spot.name("/Font", font)


def _layer_off(spot: Spot) -> object:
    layer = spot.writer._add_object(dictionary(Type="OCG", Name=TextStringObject("off")))
    layers = ArrayObject([layer])
    spot.writer._root_object[NameObject("/OCProperties")] = dictionary(OCGs=layers, D=dictionary(OFF=layers))
    return layer


@kind("numbers concealed")
def in_a_layer_by_another(base: Base, random: Random) -> bytes:
    """Optional content by membership (/P /AnyOn) or by an expression (/VE) over a layer that is off."""

    def drawn(spot: Spot, new: str) -> str:
        layer = _layer_off(spot)
        by = {"OCGs": ArrayObject([layer]), "P": "AnyOn"} if random.random() < 0.5 else {"VE": ["Or", layer]}
        name = spot.name("/Properties", dictionary(Type="OCMD", **by))
        return f"/OC {name} BDC {spot.text(new)} EMC"

    return _in_cells(base, random, drawn, blank=True)


@kind("numbers concealed")
def in_a_form_that_is_off(base: Base, random: Random) -> bytes:
    def drawn(spot: Spot, new: str) -> str:
        return f"q {spot.name('/XObject', form(spot.text(new), OC=_layer_off(spot)))} Do Q"

    return _in_cells(base, random, drawn)


@kind("numbers concealed")
def in_a_transparent_group(base: Base, random: Random) -> bytes:
    """A form that is a group, drawn with an opacity of 0."""

    def drawn(spot: Spot, new: str) -> str:
        group = form(spot.text(new), Group=dictionary(S="Transparency"))
        return f"q /GH gs {spot.name('/XObject', group)} Do Q"

    return _in_cells(base, random, drawn)


@kind("numbers concealed")
def clipped_by_an_l(base: Base, random: Random) -> bytes:
    def drawn(spot: Spot, new: str) -> str:
        x0, y0, x1, y1 = spot.x, spot.y, spot.x + spot.width, spot.y + spot.height
        shape = f"{x0} {y0} m {x1} {y0} l {x1} {y0 + 1} l {x0 + 1} {y0 + 1} l {x0 + 1} {y1} l {x0} {y1} l h W n"
        return f"q {shape} {spot.text(new)} Q"

    return _in_cells(base, random, drawn)


@kind("numbers concealed")
def nearly_white(base: Base, random: Random) -> bytes:
    return _in_cells(base, random, lambda spot, new: f"q {random.choice((0.92, 0.95, 0.97))} g {spot.text(new)} Q")


@kind("numbers concealed")
def like_the_shade(base: Base, random: Random) -> bytes:
    """A number in the colour of the box under it, in a blank cell."""

    def put(spot: Spot) -> str:
        level = random.choice((0.2, 0.8))
        spot.draw(f"q {level} g {spot.rect()} re f {spot.text(number(random))} Q")
        return SAME

    return spoil_cells(base, random, put, blank=True)
