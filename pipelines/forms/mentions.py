"""Mentions: what places of a report say of its unit, year, level and edition.

Belongs here: gathering what cover, headings, table labels, lists of units and running text say, and how loudly.
Does not belong here: weighing it (disclosure), reading tables (form_reader).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.forms.budget_titles import names_budget_form
from pipelines.forms.furniture import PAGE_NUMBER
from pipelines.forms.layout import Layout, PageLayout
from pipelines.forms.spoken_units import unit_spoken_of
from pipelines.vocabulary import form_wordings, squeeze

_YEAR = re.compile(r"(?<![\d.])(20[0-4]\d)年")
_YEARED = re.compile(r"(?<![\d.])(20[0-4]\d)\(?年?度")
_OF_ACCOUNT = re.compile(r"(?<![\d.])(20[0-4]\d)年度?,?[一-龥“”\"、]{0,20}(?:预算|决算)")
"""The year of a budget or an account that the running text speaks of."""
_ACCOUNT = re.compile(r"(部门|单位|区级|市级|省级|县级)*(收支)?(决算|预算)")
_COVER_WORDS = re.compile(
    r"[及、和]?((一般公共预算|政府性基金(预算)?|国有资本经营(预算)?)[及、和]?)*(财政拨款)?[“\"]三公[”\"]经费(财政拨款)?(支出)?|政府采购(?=决算|预算)"
    r"|(?<![\d.])20[0-4]\d[./-]\d{1,2}([./-]\d{1,2})?$|(?<![\d.])20[0-4]\d年?(度|\d{1,2}月(\d{1,2}日)?)?|(部门|单位)?(综合)?(收支)?(决算|预算)(信息)?(公开|报告|说明|情况|公开说明|公开表格|公开情况说明|报表|文本|表)*"
    r"|^信息公开$|^监督索引号[:：]?\d+|^附件\d*[:：]?|[(（]?(盖章|公章|((财务|决算|预算|行政|业务|信息公开)?专用章))[)）]?|^\d+$|二[〇○0零OΟО\ufffd]?[一二三四五六七八九〇○零OΟО\ufffd]{2}年.*$|公开$|(?<=[决预]算)[及、和]$"
)
_PUBLISHED = re.compile(r"20[0-4]\d年度?(部门|单位)?(综合)?(收支)?(决算|预算)(信息)?公开")
"""What a cover says last, which a narrow one breaks anywhere."""
_PART = re.compile(
    r"^第[一二三四五六]部分(?P<unit>.*?)(?P<year>20[0-4]\d)?年?度?(部门|单位)?(决算(表|情况说明|说明)?|概况|情况说明)"
)
_LABEL = re.compile(
    r"(?:编制|填报|预算主管)?(?:部门|单位)(?:\((?:单位|部门)\))?(?:名称)?[:：](?P<unit>[^:：]{3,40}?)(?:公开\d+表)?(?:20\d\d年度?)?(?:(?:金额|计量)?单位[:：].*)?$"
)
_BEGINS = re.compile(r"^(目录|第[一二三四五六]部分|[一二三四五六七八九十]{1,3}、)")
"""What stands behind a cover: a contents list, a part, a section."""
_NO_NAME = re.compile(r"年度|预算|决算|情况|万元|^其他")
_MONEY_UNIT = re.compile(r"单位[:：]?(人民币)?(亿|万|千)?元|公开\d+表")
_COMPARED = re.compile(r"(比|较|与|同|和)(上年)?20\d\d年")
"""A year that something is compared with; the report is not of that year."""
_DATED = re.compile(r"20\d\d年\d{1,2}月(\d{1,2}日)?$")
"""The date of a cover, which may stand behind the unit's name."""
_UNREADABLE = re.compile("\\d*\ufffd+(年度?)?")
"""Digits that a font gives no meaning."""
HINT = 3
"""Rank of what names other units too: it counts only where nothing else speaks."""
_LISTED = re.compile(r"(?:行政单位|本级)\d*个?[:：](?P<unit>[一-龥()（）]{4,40})")
_WHOLE, _NAMED = re.compile(r"部门整体.*绩效.*表"), re.compile(r"^(部门|单位)(\((单位|部门)\))?名称$")
"""The table of a department's targets as a whole, and the cell there beside which its name stands."""
_OF_PORTAL = 3
"""Lines of a portal's own sheet, at least."""
_OWN_LEVEL = re.compile(r"（[^）]*）|本级$")
_LETTERS = 4
"""Letters of a unit's name, at least; ministries alone have fewer (state_organ)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a place (where) of the report says of a property (what: unit, year, level, edition); a lower rank speaks louder.

    page: 0 for the running text as a whole; then: the text that stands next, where the value may go on.
    """

    what: str
    value: str
    where: str
    rank: int
    page: int
    then: str = ""


def mentions(layout: Layout) -> list[Mention]:
    """Gather all mentions, those of the loudest place first."""
    return [*_cover(layout), *_headings(layout), *_labels(layout), *_titles(layout), *_running(layout)]


def cover_lines(layout: Layout) -> list[str]:
    """Return the squeezed lines of the first page up to a contents list or a first part; none without a cover.

    A sheet that a portal has put before them is none of the report's own pages.
    """
    own = next((laid for laid in layout.pages if not _is_of_portal(laid)), None)
    if own is None or any(grid.row_count > 5 for grid in own.page.grids):
        return []
    lines: list[str] = []
    for line in own.body:
        text = squeeze(line.text)
        if PAGE_NUMBER.match(text) or form_wordings.says("cover_note", text):
            continue
        if _BEGINS.match(text):
            break
        lines.append(text)
    return lines if len(lines) <= 12 and "".join(lines) else []


def _is_of_portal(laid: PageLayout) -> bool:
    """Whether a page is the sheet on which a portal says what it publishes: 索引号, 发布机构, 文号."""
    return sum(bool(form_wordings.says("portal_note", text)) for text in laid.texts) >= _OF_PORTAL


def _cover(layout: Layout) -> Iterator[Mention]:
    lines = cover_lines(layout)
    edition = form_wordings.says("edition", "".join(lines))
    joined = "".join(lines).replace(edition[0], "") if edition else "".join(lines)
    if not _ACCOUNT.search(joined):
        return
    years = _YEARED.findall(joined) or _YEAR.findall(joined) or [y for line in lines for y in _YEAR.findall(line)]
    if years:
        yield Mention(what="year", value=years[0], where="cover", rank=0, page=1)
    if level := re.search(r"(部门|单位)(?:综合)?(?:收支)?(?:决算|预算)", joined):
        yield Mention(what="level", value=level[1], where="cover", rank=0, page=1)
    if edition:
        yield Mention(what="edition", value=edition[0].strip("()（）"), where="cover", rank=0, page=1)
    labelled = _LABEL.search(joined) or next(filter(None, map(_LABEL.match, lines)), None)
    said = _unbroken([line.replace(edition[0], "") if edition else line for line in lines])
    unit = (
        _DATED.sub("", labelled["unit"])
        if labelled
        else _COVER_WORDS.sub("", "".join(_COVER_WORDS.sub("", t) for t in said))
    )
    if name := clean_unit(unit):
        yield Mention(what="unit", value=name, where="cover", rank=0, page=1)


def _unbroken(lines: Sequence[str]) -> list[str]:
    """Join lines of a cover between which its words of publishing break: …2026年度部门预算信, 息公开."""
    kept: list[str] = []
    for line in lines:
        across = _PUBLISHED.search(kept[-1] + line) if kept else None
        if across and across.start() < len(kept[-1]) < across.end():
            kept[-1] += line
        else:
            kept.append(line)
    return kept


def _headings(layout: Layout) -> Iterator[Mention]:
    """Yield mentions in headings outside the contents list: 第二部分 … 2024年度部门决算表."""
    for page in layout.pages:
        if page.is_contents:
            continue
        for text in page.texts:
            match = _PART.match(text)
            if not match:
                continue
            if match["year"]:
                yield Mention(what="year", value=match["year"], where="heading", rank=1, page=page.number)
            if (unit := clean_unit(match["unit"])) and form_wordings.says("organisation", unit):
                yield Mention(what="unit", value=unit, where="heading", rank=1, page=page.number)


def _labels(layout: Layout) -> Iterator[Mention]:
    """Yield mentions in labels: 部门：… at the head of a page with a money unit; 行政单位1个：… in the list of units."""
    for page in layout.pages:
        with_money = any(_MONEY_UNIT.search(text) for text in page.texts)
        of_whole = any(_WHOLE.search(text) for text in page.texts)
        for text, then in pairwise([*page.texts, ""]):
            labelled, listed = _LABEL.match(text) if with_money else None, _LISTED.search(text)
            if labelled and (unit := clean_unit(labelled["unit"])):
                yield Mention(what="unit", value=unit, where="table label", rank=2, page=page.number, then=then)
            elif listed and (unit := clean_unit(listed["unit"])):
                yield Mention(what="unit", value=unit, where="list of units", rank=HINT, page=page.number)
            elif of_whole and _NAMED.match(text) and (unit := clean_unit(then)):
                yield Mention(what="unit", value=unit, where="table of targets", rank=HINT, page=page.number)


def _titles(layout: Layout) -> Iterator[Mention]:
    """Yield years in titles of budget forms: 2019年政府采购预算表."""
    for page in layout.pages:
        for text in page.texts:
            year = _YEAR.match(text.removeprefix("《"))
            if year and "预算" in text and "决算" not in text and names_budget_form(text):
                yield Mention(what="year", value=year[1], where="table title", rank=2, page=page.number)


def _running(layout: Layout) -> Iterator[Mention]:
    """Yield the year (of budgets or accounts, else with 年度: a publication date has none) and the level that the running text names most.

    Its unit is a hint.
    """
    texts = [text for page in layout.pages for text in page.texts]
    levels = (m[1] for text in texts for m in re.finditer(r"年度?(部门|单位)(?:收支)?(?:决算|预算)", text))
    of_itself = [_COMPARED.sub("", text) for text in texts]
    years = [y for text in of_itself for y in _OF_ACCOUNT.findall(text)]
    for what, found in (("year", years or (y for text in of_itself for y in _YEARED.findall(text))), ("level", levels)):
        best = Counter(found).most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            yield Mention(what=what, value=best[0][0], where="running text", rank=2, page=0)
    spoken = unit_spoken_of(page.texts for page in layout.pages)
    if spoken and (unit := clean_unit(spoken)):
        yield Mention(what="unit", value=unit, where="running text", rank=HINT, page=0)


def clean_unit(text: str) -> str | None:
    """Strip a unit's name of cover words, dates and trailing punctuation; None if what is left is no name."""
    text = _UNREADABLE.sub("", text)
    bare = re.sub(
        r"^(\d{3,9}[-—_]|[\[［【]\d{3,9}[\]］】])?[:：、,，.\-—_]*|[:：、,，.\-—_]+$|\(?(部门|本级汇总)\)?$",
        "",
        squeeze(text),
    )
    bare = bare.replace("(", "（").replace(")", "）")
    is_long_enough = len(re.findall(r"[一-龥]", bare)) >= _LETTERS or form_wordings.says("state_organ", bare)
    return bare if is_long_enough and len(bare) <= 45 and not _NO_NAME.search(bare) else None


def bare_unit(name: str) -> str:
    """Strip a unit's name of brackets and 本级, which some places print and others leave out."""
    return _OWN_LEVEL.sub("", name)
