"""Text styles: the fonts, sizes and directions of a page's texts, and what their letters print.

Belongs here: fonts as pdfium knows them, letters that print nothing or are not known. Does not belong here: the characters of a page (text).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, hypot, pi
from unicodedata import category

from pipelines.pdf.glyphs import UNREADABLE, is_slanted
from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium import bulk

Letter = tuple[str, float]
"""Text that a letter of a font prints ("" if nothing), and its advance in thousandths of the size."""
Fonts = dict[int, dict[str, Letter]]
"""Address of a font → its known letters."""
Ink = tuple[str, float, float, int]
"""Text that a letter prints in a style, its advance and size on the page, its direction in quarter turns against the
clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A font (its address) in one size and direction: points per unit of width, quarter turns, whether neither slanted nor specks.

    letters: the known ones of the font; inks: the known ones of the style.
    """

    font: int
    size: float
    scale: float
    turn: int
    is_printed: bool
    letters: dict[str, Letter]
    inks: dict[str, Ink]


Styles = dict[int | None, Style]
"""Address of a text object → its style."""


_SEEN_FROM = 1.0
"""The smallest size, in points, of a character that is no speck."""
_BROKEN_HYPHEN = "\x02"
"""The character pdfium gives for a hyphen at the end of a line."""
_NO_LETTER = "\0\ufffe\uffff"
"""The characters pdfium gives for a glyph of which it knows no letter."""


_SYMBOLIC = 4
"""The flag of a font whose codes mean nothing by themselves (ISO 32000-1, 9.8.2)."""


def _meant() -> Iterator[tuple[str, str]]:
    """Letters of the Macintosh's code table → the punctuation that Windows has at their codes."""
    for code in range(0x80, 0x100):
        mac, windows = bytes([code]).decode("mac_roman"), bytes([code]).decode("cp1252", "replace")
        if category(mac)[0] == "L" and category(windows)[0] == "P":
            yield mac, windows


_MEANT = dict(_meant())
"""What is meant by letters that pdfium guesses by the Macintosh's codes where a font that is cut down (by Ghostscript) names
none: “三公” is read as ì三公î. No disclosure has such letters."""


_NOT_PRINTED = ("Cc", "Cf", "Cs", "Cn")
"""Kinds of characters that print nothing (controls, marks of direction): a font that names one for a glyph is not
trusted."""


def ink_of(text_page: int, index: int, letter: str, style: Style) -> Ink:
    """Return what a letter prints in a style, and remember it.

    pdfium gives the glyph's number where a font maps no letter; that is asked once for each letter of a style on a
    page.
    """
    text, width = style.letters.get(letter) or style.letters.setdefault(letter, _letter(style.font, letter))
    if text and pdfium.is_unmapped(text_page, index):
        text, _ = style.letters[letter] = UNREADABLE, width
    return style.inks.setdefault(letter, (text, width * style.scale, style.size, style.turn))


def _letter(font: int, letter: str) -> Letter:
    text = "-" if letter == _BROKEN_HYPHEN else letter
    pdfium.glyph_width(font, ord(text), 1000.0, pdfium.answer_places[0])
    if text.isspace():
        return "", pdfium.answer[0]
    if text in _MEANT and pdfium.font_flags(font) & _SYMBOLIC:
        text = _MEANT[text]
    is_readable = letter not in _NO_LETTER and category(text) not in _NOT_PRINTED
    return text if is_readable else UNREADABLE, pdfium.answer[0]


def styles_of(text_page: int, first: dict[int, int], quarters: int, fonts: Fonts) -> Styles:
    """Return the style of each text object.

    first: a character of each. quarters: by how many quarters the page is turned with the clock.
    """
    where, indices = [bulk.handle(text_page)] * len(first), list(first.values())
    sizes = map(bulk.font_size, where, indices)
    shapes = bulk.matrices(bulk.text_matrix, where, indices)[:4]
    owning = list(map(bulk.font, bulk.handles(first)))
    known = {font: fonts.get(font, {}) for font in set(owning)}
    fonts.clear()
    fonts.update(known)
    styles: dict[tuple, Style] = {}
    found: Styles = {}
    for owner, looks in zip(first, zip(owning, sizes, *shapes, strict=True), strict=True):
        style = styles.get(looks)
        if style is None:
            font, size, *matrix = looks
            style = styles[looks] = _style(font, known[font], size, quarters, *matrix)
        found[owner] = style
    return found


def _style(
    font: int, letters: dict[str, Letter], size: float, quarters: int, a: float, b: float, c: float, d: float
) -> Style:
    """A font as it is printed on a page turned by quarters, by a text matrix (a, b, c, d)."""
    return Style(
        font=font,
        size=size * hypot(c, d),
        scale=size * hypot(a, b) / 1000,
        turn=(round(atan2(b, a) / (pi / 2)) - quarters) % 4,
        is_printed=size * hypot(c, d) >= _SEEN_FROM and not is_slanted(a, b),
        letters=letters,
        inks={},
    )
