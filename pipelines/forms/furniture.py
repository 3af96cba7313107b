"""Furniture: what stands on a page beside its content: running heads and page numbers.

Belongs here: telling them from content by place, repetition and counting; labels of tables, which are content.
Does not belong here: handing it on to every stage (layout), which grids are one table (tables), sentences (prose).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from pipelines.forms.text_area import text_areas
from pipelines.pdf import Box, Line, Page
from pipelines.vocabulary import form_wordings, squeeze

PAGE_NUMBER = re.compile(
    r"^[-–—―─一·•.~|\[(<《〈/\s]*(第|page|p\.?)?\d{1,4}(页)?([,、/|]|of)?[(/]?(共?\d+页?)?[-–—―─一·•.~|\])>》〉/\s]*$",
    re.I,
)
"""A page number alone on its line: 12, - 12 -, 第12页, 12/24, 第1页,共5页, [12], Page 12 of 24; 一12, as dashes are recognised."""
_TITLE = re.compile(r"^[^,。;:、]{2,45}表(\(.*\))?$")
_OF_TABLE = re.compile(r"单位[:：]|部门[:：]|公开\d+表|^附?表[一二三四五六七八九十\d]+$")
_OF_A_TABLE = re.compile(r"表\d|\d表")
"""In the number of a table, which each of its pages prints: 公开表4."""
_NUMBER = re.compile(r"\d+")
_HEADS = 3
"""A margin line is a running head if it recurs on this many pages, ignoring its page number."""

_OFTEN = 0.4
"""Share of the pages of one size that print a running head, at least."""
_PLACE = 3.0
"""Points within which lines stand in one place."""
_TALL = 2.0
"""Height of a line that is printed along the side of the page, in widths, at least."""
_SIDE = 0.08
"""Share of a page's width that is a margin on either side."""


def furniture(pages: Sequence[Page]) -> set[tuple[int, Line]]:
    """Find page numbers and running heads: (page number, line) pairs of the margins, and page numbers that run on elsewhere."""
    areas = text_areas(pages)
    margins = [(p.number, line) for p in pages for line in p.lines if _in_margin(line, areas[p.number])]
    seen = Counter(squeeze(line.text) for _, line in margins)
    often = max(_HEADS, _OFTEN * len(pages))
    repeated = {
        (number, line)
        for number, line in margins
        if PAGE_NUMBER.match(squeeze(line.text)) or seen[squeeze(line.text)] >= often
    }
    repeated |= _alike_in_place(margins, {p.number: round(p.height) for p in pages})
    tabled = {page.number for page in pages if page.grids}
    kept = {(number, line) for number, line in margins if number in tabled and _is_of_table(line)}
    return (repeated | _running_heads(margins) | _running_numbers(pages)) - kept


def _is_of_table(line: Line) -> bool:
    """Whether a line names a table or its unit: each table has its own, however often it is printed."""
    text = squeeze(line.text)
    return is_label(text) or names_a_form(text)


def is_label(text: str) -> bool:
    """Whether a squeezed line is a label of a table: its unit, its department, 公开NN表."""
    return bool(_OF_TABLE.search(text))


@lru_cache(maxsize=20_000)
def names_a_form(text: str) -> bool:
    """Whether a squeezed line is the title of a statutory form: it ends in 表 and the wordings know it."""
    return bool(_TITLE.match(text)) and any(w.title.search(text) for w in form_wordings.forms())


def _running_heads(margins: Iterable[tuple[int, Line]]) -> set[tuple[int, Line]]:
    """Find lines alike but for one number that counts with the pages: 某局2023年度部门决算 第3页."""
    alike: dict[tuple[str, str, int], list[tuple[int, Line]]] = {}
    for page, line in margins:
        text = squeeze(line.text)
        for number in _NUMBER.finditer(text):
            if len(number[0]) <= 3:
                key = text[: number.start()], text[number.end() :], int(number[0]) - page
                alike.setdefault(key, []).append((page, line))
    return {place for places in alike.values() if len({page for page, _ in places}) >= _HEADS for place in places}


def _alike_in_place(margins: Iterable[tuple[int, Line]], heights: Mapping[int, int]) -> set[tuple[int, Line]]:
    """Find lines alike but for their numbers that stand in one place of many pages: 打印日期：2024-08-05 10:05:33."""
    alike: dict[tuple[str, int, int], list[tuple[int, Line]]] = {}
    for page, line in (place for place in margins if not _OF_A_TABLE.search(squeeze(place[1].text))):
        at = line.box[0] if _is_turned(line) else line.box[1]
        key = _NUMBER.sub("#", squeeze(line.text)), round(at / _PLACE), heights[page]
        alike.setdefault(key, []).append((page, line))
    often = {height: max(_HEADS, _OFTEN * count) for height, count in Counter(heights.values()).items()}
    return {
        place
        for (_, _, height), places in alike.items()
        if len({page for page, _ in places}) >= often[height] and len({line.text for _, line in places}) > 1
        for place in places
    }


def _is_turned(line: Line) -> bool:
    """Whether a line is printed along the side of the page."""
    left, top, right, bottom = line.box
    return len(line.text) > 1 and bottom - top > _TALL * (right - left)


def _running_numbers(pages: Sequence[Page]) -> set[tuple[int, Line]]:
    """Find page numbers that count on with the pages, wherever on the page they stand."""
    alone = [
        (page.number, line, int(found[0]))
        for page in pages
        for line in page.lines
        if PAGE_NUMBER.match(text := squeeze(line.text)) and (found := _NUMBER.search(text)) and len(found[0]) <= 3
    ]
    steps: dict[int, set[int]] = {}
    for page, _, number in alone:
        steps.setdefault(number - page, set()).add(page)
    return {(page, line) for page, line, number in alone if len(steps[number - page]) > 1}


def _in_margin(line: Line, area: Box) -> bool:
    left, top, right, bottom = area
    width, height = right - left, bottom - top
    if _is_turned(line) and (line.box[2] < left + _SIDE * width or line.box[0] > right - _SIDE * width):
        return True
    return line.box[3] < top + 0.1 * height or line.box[1] > top + 0.88 * height
