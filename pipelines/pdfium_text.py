"""pdfium text: the characters a page prints, as pdfium finds them.

Belongs here: making pdfium show every text object, and reading letters, origins, advances and sizes in bulk, in the
PDF's own coordinates. Does not belong here: lines and cells (pages, lattice), pages turned or cropped (pdfium_pages).
"""

import ctypes
from collections import defaultdict, deque
from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache
from itertools import repeat
from math import atan2, hypot, inf, pi
from unicodedata import category

from pipelines import pdfium_calls as pdfium
from pipelines.pages import UNREADABLE

Character = tuple[str, float, float, float, float, int]
"""Text, x and y of the origin on the baseline, advance, size, quarter turns against the clock of its direction."""

Run = tuple[dict[str, tuple[str, float]], int, float, float, int]
"""Of a text object: letters known of its font, the font's address, size, points per unit of width, quarter turns."""


def characters(page: int, texts: Iterable[int], unseen: Container[int] = ()) -> Iterator[Character]:
    """The characters that the text objects of a page print in ink; those pdfium adds to make words belong to none.

    unseen: text objects that leave no ink one could see.

    pdfium leaves out objects: without width (a lone blank, but also a lone character of a font that is neither embedded
    nor installed), and like another one nearby (which a font that declares wrong widths makes of any digit). What was
    left out is given the width of a stroke and a size of its own, and the page is asked again.
    """
    text_page = pdfium.load_text(page)
    owners = _each(pdfium.text_object, text_page)
    shown = set(owners)
    if lost := [item for item in texts if item not in shown]:
        pdfium.close_text(text_page)
        for number, item in enumerate(lost, 1):
            pdfium.object_size(item, pdfium.answer_places[0])
            pdfium.set_object_size(item, pdfium.answer[0] * (1 + 1e-5 * number))
            pdfium.set_render_mode(item, pdfium.STROKED)
            pdfium.transform(item, _UNMOVED)
        text_page = pdfium.load_text(page)
        owners = _each(pdfium.text_object, text_page)
    yield from _characters(text_page, owners, unseen)
    pdfium.close_text(text_page)


_unmoved_matrix = (ctypes.c_float * 6)(*pdfium.IDENTITY)
_UNMOVED = ctypes.addressof(_unmoved_matrix)


def without_marks(texts: Iterable[int]) -> None:
    """Take the marks off text objects, so that pdfium reads what is printed and not what a mark (ActualText) says."""
    for item in texts:
        for mark in [pdfium.mark(item, index) for index in range(pdfium.count_marks(item))]:
            pdfium.remove_mark(item, mark)


def _each(function: Callable, text_page: int) -> list:
    """What a function of one character answers for each."""
    count = pdfium.count_characters(text_page)
    return list(map(function, repeat(text_page, count), range(count)))


def _characters(text_page: int, owners: list[int | None], unseen: Container[int]) -> Iterator[Character]:
    """The printed characters; several letters at one origin are one glyph, as ﬁ is."""
    runs = _runs(text_page, owners)
    printed = _text(text_page, len(owners))
    last: Character | None = None
    last_x = last_y = inf
    for index, (owner, letter, x, y) in enumerate(zip(owners, printed, *_origins(text_page, len(owners)), strict=True)):
        if owner is None or owner in unseen:
            continue
        letters, font, size, scale, turn = runs[owner]
        if size < _SEEN_FROM:
            continue
        known = letters.get(letter) or letters.setdefault(letter, _letter(text_page, index, font, letter))
        text, advance = known[0], known[1] * scale
        if not text:
            continue
        if last and x == last_x and y == last_y:
            text, advance = last[0] + text, last[3] + advance
        elif last:
            yield last
        last = (text, x, y, advance, size, turn)
        last_x, last_y = x, y
    if last:
        yield last


_SEEN_FROM = 1.0
"""Points of size below which a character is a speck."""
_BROKEN_HYPHEN = "\x02"
"""What pdfium makes of a hyphen at the end of a line."""
_NO_LETTER = "\0\ufffe\uffff"
"""What pdfium gives for a glyph of which it knows no letter."""


_NOT_PRINTED = ("Cc", "Cf", "Cs", "Cn")
"""Kinds of letters that print nothing (controls, marks of direction): a font that says so of a glyph is not to be trusted."""


def _text(text_page: int, count: int) -> str:
    """One letter for each character; taken at once where the letters are as many, else one by one."""
    units = (ctypes.c_uint16 * (count + 1))()
    written = pdfium.text_of(text_page, 0, count, ctypes.addressof(units)) - 1
    text = bytes(units)[: 2 * written].decode("utf-16-le", "replace")
    if len(text) == written == count and "\ufffe" not in text and "\ufffd" not in text:
        return text
    return "".join(map(chr, _each(pdfium.unicode, text_page)))


def _letter(text_page: int, index: int, font: int, letter: str) -> tuple[str, float]:
    """What a letter of a font prints ("" if no ink), and its advance in thousandths of the size.

    Asked where a font first shows the letter: where the font maps no letter, pdfium passes the glyph's number for one.
    """
    text = "-" if letter == _BROKEN_HYPHEN else letter
    pdfium.glyph_width(font, ord(text), 1000.0, pdfium.answer_places[0])
    width = pdfium.answer[0]
    if text.isspace():
        return "", width
    if letter in _NO_LETTER or category(text) in _NOT_PRINTED or pdfium.is_unmapped(text_page, index):
        return UNREADABLE, width
    return text, width


def _origins(text_page: int, count: int) -> tuple[list[float], list[float]]:
    """The x and the y of each character's origin on the baseline."""
    numbers = (ctypes.c_double * (2 * count))()
    first = ctypes.addressof(numbers)
    xs, ys = range(first, first + 16 * count, 16), range(first + 8, first + 8 + 16 * count, 16)
    deque(map(pdfium.origin, repeat(text_page, count), range(count), xs, ys), maxlen=0)
    return numbers[::2], numbers[1::2]


def _runs(text_page: int, owners: list[int | None]) -> dict[int, Run]:
    """What the characters of each text object share."""
    first = dict(zip(reversed(owners), range(len(owners) - 1, -1, -1), strict=True))
    first.pop(None, None)
    count = len(first)
    sizes = map(pdfium.font_size, repeat(text_page, count), first.values())
    numbers = (ctypes.c_float * (6 * count))()
    places = range(ctypes.addressof(numbers), ctypes.addressof(numbers) + 24 * count, 24)
    deque(map(pdfium.text_matrix, repeat(text_page, count), first.values(), places), maxlen=0)
    values = iter(numbers[:])
    matrices = zip(*[values] * 6, strict=True)
    letters: dict[int, dict[str, tuple[str, float]]] = defaultdict(dict)
    return {
        owner: (letters[font], font, *_shape(size, a, b, c, d))
        for owner, font, size, (a, b, c, d, _, _) in zip(first, map(pdfium.font, first), sizes, matrices, strict=True)
    }


@lru_cache(maxsize=1024)
def _shape(size: float, a: float, b: float, c: float, d: float) -> tuple[float, float, int]:
    """Size and points per unit of width as printed, and the quarter turns of the direction."""
    return size * hypot(c, d), size * hypot(a, b) / 1000, round(atan2(b, a) / (pi / 2)) % 4
