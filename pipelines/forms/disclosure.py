"""Disclosure: which disclosure a PDF is: unit, fiscal year, kind (决算/预算), level (部门/单位).

Belongs here: gathering what cover, headings, table labels and running text say, and weighing it; refusing templates,
budgets and government-level accounts.
Does not belong here: reading tables (forms) or files (report). A disagreement becomes a Doubt, never a guess.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.doubts import Doubt
from pipelines.forms.furniture import PAGE_NUMBER
from pipelines.forms.layout import Layout
from pipelines.vocabulary import form_wordings
from pipelines.vocabulary.text import squeeze

_YEAR = re.compile(r"(?<![\d.])(20[0-4]\d)年")
_YEARED = re.compile(r"(?<![\d.])(20[0-4]\d)年?度")
_ACCOUNT = re.compile(r"(部门|单位|区级|市级|省级|县级)*(收支)?(决算|预算)")
_COVER_WORDS = re.compile(
    r"(?<![\d.])20[0-4]\d年?(度|\d{1,2}月(\d{1,2}日)?)?|(部门|单位)?(收支)?(决算|预算)(信息)?(公开|报告|说明|情况|公开说明|公开表格|公开情况说明|报表|表)*"
    r"|^监督索引号[:：]?\d+|^附件\d*[:：]?|[(（]?(盖章|公章)[)）]?|^\d+$|二[〇○0零][一二三四五六七八九〇○零]{2}年.*$|公开$"
)
_PART = re.compile(
    r"^第[一二三四五六]部分(?P<unit>.*?)(?P<year>20[0-4]\d)?年?度?(部门|单位)?(决算(表|情况说明|说明)?|概况|情况说明)"
)
_LABEL = re.compile(
    r"(?:编制|填报|预算主管)?(?:部门|单位)(?:名称)?[:：](?P<unit>[^:：]{4,40}?)(?:公开\d+表)?(?:20\d\d年度?)?(?:(?:金额|计量)?单位[:：].*)?$"
)
_LOCAL = re.compile(r"（[^）]*）|本级$")
_PLACE = re.compile(r"(中共|中国共产党)?([一-龥]{1,8}(省|市|区|县|旗|州|盟))*")
_NO_NAME = re.compile(r"年度|预算|决算|情况|万元|^其他")
_MONEY_UNIT = re.compile(r"单位[:：]?(人民币)?(亿|万|千)?元|公开\d+表")
_COMPARED = re.compile(r"(比|较|与|同|和)(上年)?20\d\d年")
"""A year that something is compared with is none the report is of."""
_HINT = 3
_CUT_SHORT = 2
_LISTED = re.compile(r"(?:行政单位|本级)\d*个?[:：](?P<unit>[一-龥()（）]{4,40})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What a report is. Any part may be None where nothing says it; kind: final, budget, government, template."""

    unit: str | None
    year: int | None
    kind: str | None
    level: str | None
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One piece of evidence: what a place in the report says of one property; lower rank speaks louder.

    then: the text that stands next, where the value may go on.
    """

    what: str
    value: str
    where: str
    rank: int
    page: int
    then: str = ""


def identify(layout: Layout, folder_year: int | None) -> Disclosure:
    """Weigh what the report says of itself; `folder_year` is the raw/<year>/ it was put into, or None."""
    said = [*_cover(layout), *_headings(layout), *_labels(layout), *_running(layout)]
    unit, unit_doubts = _decide("unit", [s for s in said if s.what == "unit"])
    year, year_doubts = _decide("year", [s for s in said if s.what == "year"])
    level = next((s.value for s in said if s.what == "level"), None)
    if year is None and folder_year:
        year, year_doubts = str(folder_year), [_doubt("year", "the report names no year; its folder's is taken", False)]
    doubts = [*unit_doubts, *year_doubts, *_folder_doubt(year, folder_year)]
    return Disclosure(
        unit=unit, year=int(year) if year else None, kind=_kind(layout, unit), level=level, doubts=tuple(doubts)
    )


def _cover_lines(layout: Layout) -> list[str]:
    """Squeezed lines of the first page up to a contents list or a first part; empty where there is no cover."""
    if not layout.pages or any(grid.row_count > 5 for grid in layout.pages[0].page.grids):
        return []
    lines: list[str] = []
    for line in layout.pages[0].body:
        text = squeeze(line.text)
        if PAGE_NUMBER.match(text) or form_wordings.says("cover_note", text):
            continue
        if re.match(r"^(目录|第[一二]部分|一、)", text):
            break
        lines.append(text)
    return lines if len(lines) <= 12 and "".join(lines) else []


def _cover(layout: Layout) -> Iterator[_Said]:
    lines = _cover_lines(layout)
    joined = "".join(lines)
    if not _ACCOUNT.search(joined):
        return
    if years := _YEARED.findall(joined) or _YEAR.findall(joined):
        yield _Said(what="year", value=years[0], where="cover", rank=0, page=1)
    if level := re.search(r"(部门|单位)(?:收支)?(?:决算|预算)", joined):
        yield _Said(what="level", value=level[1], where="cover", rank=0, page=1)
    labelled = _LABEL.search(joined)
    unit = labelled["unit"] if labelled else _COVER_WORDS.sub("", "".join(_COVER_WORDS.sub("", t) for t in lines))
    if unit := clean_unit(unit):
        yield _Said(what="unit", value=unit, where="cover", rank=0, page=1)


def _headings(layout: Layout) -> Iterator[_Said]:
    """第二部分 … 2024年度部门决算表 and the like, outside the contents list."""
    for page in layout.pages:
        if page.is_contents:
            continue
        for text in page.texts:
            match = _PART.match(text)
            if not match:
                continue
            if match["year"]:
                yield _Said(what="year", value=match["year"], where="heading", rank=1, page=page.number)
            if (unit := clean_unit(match["unit"])) and form_wordings.says("organisation", unit):
                yield _Said(what="unit", value=unit, where="heading", rank=1, page=page.number)


def _labels(layout: Layout) -> Iterator[_Said]:
    """部门：… at the head of a page with a money unit; 行政单位1个：… in the list of units."""
    for page in layout.pages:
        with_money = any(_MONEY_UNIT.search(text) for text in page.texts)
        for text, then in pairwise([*page.texts, ""]):
            labelled, listed = _LABEL.match(text) if with_money else None, _LISTED.search(text)
            if labelled and (unit := clean_unit(labelled["unit"])):
                yield _Said(what="unit", value=unit, where="table label", rank=2, page=page.number, then=then)
            elif listed and (unit := clean_unit(listed["unit"])):
                yield _Said(what="unit", value=unit, where="list of units", rank=_HINT, page=page.number)


def _running(layout: Layout) -> Iterator[_Said]:
    """The fiscal year (with 年度: a publication date has none) and the level the running text names most."""
    texts = [text for page in layout.pages for text in page.texts]
    levels = (m[1] for text in texts for m in re.finditer(r"年度?(部门|单位)(?:收支)?(?:决算|预算)", text))
    for what, found in (("year", (y for t in texts for y in _YEARED.findall(_COMPARED.sub("", t)))), ("level", levels)):
        best = Counter(found).most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            yield _Said(what=what, value=best[0][0], where="running text", rank=2, page=0)


def clean_unit(text: str) -> str | None:
    """A unit's name without cover words, dates and trailing punctuation; None if what is left is no name."""
    bare = re.sub(r"^[:：、,，.\-—_]+|[:：、,，.\-—_]+$|\(?(部门|本级汇总)\)?$", "", squeeze(text or ""))
    bare = bare.replace("(", "（").replace(")", "）")
    if not len(re.findall(r"[一-龥]", bare)) >= 4 or len(bare) > 45 or _NO_NAME.search(bare):
        return None
    return bare


def _decide(what: str, said: Sequence[_Said]) -> tuple[str | None, list[Doubt]]:
    """The value of the loudest place; every other value another place gives is a recorded doubt.

    A hint (a list of units names other units too) counts only where nothing else speaks, and disagrees with nobody.
    """
    if not said:
        return None, [_doubt(what, f"no {what} found on cover, headings, tables or running text", True)]
    loudest = min(s.rank for s in said)
    counted = Counter(s.value for s in said if s.rank == loudest)
    value = min(counted, key=lambda v: (-counted[v], v))
    others = [
        s
        for s in said
        if s.value != value and s.rank < _HINT and not _alike(what, s.value, value) and not _goes_on(s, value)
    ]
    doubts = [_disagreement(what, value, s) for s in {(s.value, s.where): s for s in reversed(others)}.values()]
    return value, doubts[::-1]


def _goes_on(said: _Said, value: str) -> bool:
    """Whether a label gives the beginning of a name and the line below it the rest."""
    rest = value.removeprefix(said.value)
    goes_on = said.then.startswith(rest) or (bool(said.then) and rest.startswith(said.then))
    return rest not in ("", value) and goes_on


def _alike(what: str, one: str, other: str) -> bool:
    """Unit names that differ by 本级, a bracket, a place before them, or are cut short are variants, not another unit."""
    shorter, longer = sorted((_LOCAL.sub("", one), _LOCAL.sub("", other)), key=len)
    if what == "unit" and longer.startswith(shorter) and len(longer) - len(shorter) <= _CUT_SHORT:
        return True
    return what == "unit" and longer.endswith(shorter) and bool(_PLACE.fullmatch(longer.removesuffix(shorter)))


def _disagreement(what: str, value: str, other: _Said) -> Doubt:
    reason = f"{other.where} says {what} {other.value}, the report goes by {value}"
    return Doubt(
        scope="identity",
        page=other.page or None,
        reason=reason,
        detail=other.value,
        remedy="look at the page; nothing was changed",
        held=False,
    )


def _doubt(what: str, reason: str, held: bool) -> Doubt:
    return Doubt(
        scope="report",
        page=None,
        reason=reason,
        detail=what,
        remedy="look at the first pages; give the report a cover or name its folder",
        held=held,
    )


def _folder_doubt(year: str | None, folder_year: int | None) -> Iterator[Doubt]:
    if year and folder_year and int(year) != folder_year:
        reason = f"the report is of fiscal year {year}, its folder says {folder_year}"
        yield Doubt(
            scope="report",
            page=None,
            reason=reason,
            detail=str(folder_year),
            remedy=f"move the file to raw/{year}/ if the report is right",
            held=False,
        )


def _kind(layout: Layout, unit: str | None) -> str | None:
    """final, budget, government or template, from cover and titles."""
    cover = "".join(_cover_lines(layout))
    titles = [text for page in layout.pages for text in page.texts if text.endswith("表")]
    head = cover or "".join(text for page in layout.pages[:2] for text in page.texts[:12])
    if form_wordings.says("template_name", cover) or form_wordings.says("template_name", unit or ""):
        return "template"
    if form_wordings.says("government", cover) and not re.search(r"(部门|单位)(收支)?决算", cover):
        return "government"
    of_department = re.search(r"(部门|单位)(收支)?决算", head)
    if not of_department and any(form_wordings.says("government_table", t) for t in titles):
        return "government"
    counted = Counter(k for t in [head, *titles] for k in ("final", "budget") if form_wordings.says(k, t))
    if not counted:
        return None
    if re.search(r"决算", cover) and not re.search(r"预算", cover):
        return "final"
    return counted.most_common(1)[0][0]
