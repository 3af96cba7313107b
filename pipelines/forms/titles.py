"""Titles: how the titles of the parts, and the contents list, write the unit and the fiscal year of a report.

Belongs here: what a title writes otherwise than the report's cover: a unit without its place, 与 for 和, another year in the
contents. Does not belong here: which unit and year a report is of (disclosure), what places say it (mentions).
"""

import re
from collections.abc import Iterator

from pipelines.doubts import Doubt
from pipelines.forms.layout import Layout, PageLayout
from pipelines.forms.mentions import bare_unit, clean_unit

_TITLE = re.compile(
    r"^第[一二三四五六]部分(?P<unit>[^\d:：。，,]*?)(?P<year>(?<!\d)\d{2,5})年?度(?:部门|单位)?决算(?:表|报表|情况说明|说明|公开)?"
)
"""第二部分 …局 2024年度部门决算表; a year that lost a digit is a year all the same."""
_PLACE = re.compile(r"(中共|中国共产党)?([一-龥]{1,8}(省|市|区|县|旗|州|盟))+")
_REMEDY = "look at the page; nothing was changed"


def title_doubts(layout: Layout, unit: str | None, year: str | None) -> Iterator[Doubt]:
    """Yield a doubt for each title that writes the unit or, in the contents, the year otherwise than the report."""
    for page in layout.pages:
        for text in _titles(page):
            match = _TITLE.match(text)
            if match is None:
                continue
            written = clean_unit(match["unit"])
            if unit and written and _is_misspelt(written, unit):
                yield _doubt(page.number, f"title writes unit {written} for {unit}", written)
            if page.is_contents and year and match["year"] != year:
                yield _doubt(page.number, f"contents writes year {match['year']} for {year}", match[0])


def _titles(page: PageLayout) -> Iterator[str]:
    """Yield the titles of parts on a page, each joined with the two lines below it, over which it may go on."""
    for n, text in enumerate(page.texts):
        if text.startswith("第"):
            yield "".join(page.texts[n : n + 3])


def _is_misspelt(written: str, unit: str) -> bool:
    """Whether a name is the unit's without its place, or with 与 where the unit has 和 (or the other way round)."""
    one, other = bare_unit(written), bare_unit(unit)
    if one == other:
        return False
    if one.replace("与", "和") == other.replace("与", "和"):
        return True
    return other.endswith(one) and bool(_PLACE.fullmatch(other.removesuffix(one)))


def _doubt(page: int, reason: str, detail: str) -> Doubt:
    return Doubt(scope="identity", page=page, reason=reason, detail=detail, remedy=_REMEDY, held=False)
