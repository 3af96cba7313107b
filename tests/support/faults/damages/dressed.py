"""Cells that print a number with something beside it, in place of a plain one.

Belongs here: units, signs, faults of spreadsheets, marks, two lines, colours. Does not belong here: numbers nobody sees.
"""

from random import Random

from pypdf.generic import ArrayObject, NumberObject, TextStringObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.over_cells import Spot, dictionary, spoil_cells

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)
DRESSED: dict[str, str | None] = {
    "1105万元": "1105", "1170元": "1170", "￥4461": "4461", "+34243": "34243", "1,234.56²": "1234.56", "1234¹": "1234",
    "约449": None, "1086-": None, "1.2E+07": None, "#REF!": None, "#N/A": None, "l73": None, "③": None, "1105美元": None,
}  # fmt: skip
"""What a cell prints → the number it shows, None where it is no plain amount."""
NEGATIVE = {
    "负12.50": "-12.50",
    "（1,234.56）": "-1234.56",
    "－12.50": "-12.50",
    "−12.50": "-12.50",
    "△12.50": "-12.50",
}


def _songti(spot: Spot) -> str:
    """A Chinese font that every reader knows."""
    info = dictionary(Registry=TextStringObject("Adobe"), Ordering=TextStringObject("GB1"), Supplement=NumberObject(4))
    font = dictionary(Type="Font", Subtype="CIDFontType0", BaseFont="STSong-Light", CIDSystemInfo=info, DW=NumberObject(1000),
                      W=ArrayObject([NumberObject(1), NumberObject(95), NumberObject(500)]))  # fmt: skip
    whole = dictionary(Type="Font", Subtype="Type0", BaseFont="STSong-Light-UniGB-UCS2-H", Encoding="UniGB-UCS2-H",
                       DescendantFonts=ArrayObject([spot.writer._add_object(font)]))  # fmt: skip
    return spot.name("/Font", whole)


def _print(spot: Spot, words: str, state: str = "") -> None:
    """Print words in place of what a cell holds."""
    shown = f"BT {_songti(spot)} 8 Tf {spot.x + 2:.2f} {spot.old.base_line:.2f} Td <{words.encode('utf-16-be').hex()}> Tj ET"
    spot.draw(f"q 1 g {spot.rect()} re f Q q {state} {shown} Q")


@kind("cells dressed")
def dressed_number(base: Base, random: Random) -> bytes:
    """A number with a unit, a sign or a mark; a fault; letters."""

    def put(spot: Spot) -> str | None:
        words = random.choice(list(DRESSED))
        _print(spot, words)
        return DRESSED[words]

    return spoil_cells(base, random, put)


@kind("cells dressed")
def negative_number(base: Base, random: Random) -> bytes:
    """A minus in one of the ways that publishers print it."""

    def put(spot: Spot) -> str:
        words = random.choice(list(NEGATIVE))
        _print(spot, words)
        return NEGATIVE[words]

    return spoil_cells(base, random, put)


@kind("cells dressed")
def red_number(base: Base, random: Random) -> bytes:
    """A number in red beside black ones: perhaps a negative one."""
    return spoil_cells(base, random, lambda spot: _print(spot, "1,234.56", "1 0 0 rg"))


@kind("cells dressed")
def mark_beside_a_number(base: Base, random: Random) -> bytes:
    """A small digit raised or lowered behind a number, or a number over another in one cell."""

    def put(spot: Spot) -> str | None:
        x, y = spot.x + 2, spot.old.base_line
        where, shows = random.choice(((f"/FH 5 Tf {x + 33:.2f} {y + 3:.2f}", "1234.56"), (f"/FH 5 Tf {x + 33:.2f} {y - 2:.2f}", "1234.56"),
                                      (f"/FH 8 Tf {x:.2f} {y - 8:.2f}", None)))  # fmt: skip
        box = f"q 1 g {spot.rect()} re f Q"
        spot.draw(f"{box} BT /FH 8 Tf {x:.2f} {y:.2f} Td (1,234.56) Tj ET BT {where} Td (2) Tj ET")
        return shows

    return spoil_cells(base, random, put)
