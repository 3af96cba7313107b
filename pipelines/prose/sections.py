"""Sections: what each sentence of the prose is about, by the meaning of headings, not their number or order.

Belongs here: telling headings from sentences, naming the section a sentence stands in.
Does not belong here: wordings (CSV), what a sentence says (claims).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.prose.grammars import Grammar
from pipelines.prose.sentences import Sentence
from pipelines.vocabulary import prose_wordings

_NUMBERING = re.compile(
    r"^(第[一二三四五六七八九十]+(部分|章|节)|[一二三四五六七八九十]{1,3}[、.．:]|[(（][一二三四五六七八九十\d]{1,3}[)）][、.]?|\d{1,2}[、.．](?!\d)|[①-⑳])"
)
_HEADING_LENGTH = 48
_NO_HEADING = re.compile(
    r"[,;。]|如下|\d+\.\d|\d(万|亿)?元|%|\([类款项]\)|\(\d{3,7}\)|(?<!\d)2\d{6}|[:：]?(是|系)?指(?!标)"
)
_STATUTORY = {
    "running_costs", "procurement", "assets", "purchased_services", "three_public", "government_fund", "state_capital",
    "glossary", "general_items", "general_structure", "commissioned", "projects",
}  # fmt: skip
"""Sections whose headings count even inside an evaluation, which has headings of its own (支出情况)."""
_FUNDS = ("general_budget", "fiscal_overall", "government_fund", "state_capital")
_BESIDE = ("government_fund", "state_capital")
"""Funds that one section may tell of, one after the other."""
_FUND = re.compile(r"(政府性基金|国有资本经营)(?![^,;。]{0,12}调[入出])")
_SIDES = ("income", "expenditure", "overall", "fiscal_overall")
_CAPTION = re.compile(r"^图[一二三四五六七八九十\d]{1,3}[、.．: ]")
_LEVELS = tuple(
    re.compile(pattern)
    for pattern in (
        r"第[一二三四五六七八九十]+(部分|章|节)",
        r"[一二三四五六七八九十]+[、.．:]",
        r"[(（][一二三四五六七八九十]+[)）]",
        r"\d{1,2}[、.．]",
        r"[(（]\d{1,2}[)）]",
    )
)
_CHAPTER = re.compile(r"^[^,;。]{0,24}(编制|情况)说明$")
_TITLED = re.compile(r"^[^,;。]{0,40}(说明|第[一二三四五六七八九十]部分)(?=[一二三四五六七八九十]{1,3}[、.．])")
"""The title of a part of a budget, printed on one line with its first heading: 2026年度单位预算情况说明一、预算收支总体情况."""
_LABEL = re.compile(r"^.{0,60}?单位[:：](万|千)?元(?=第[一二三四五六七八九十]部分)")
"""What stands over the last table of a budget, printed on one line with the title of the part behind it."""
_LED = re.compile(r"^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．][^,;。:\d]{2,24}(?=[:：])")
"""A heading that its own text follows on the same line: (四)政府采购情况:2026年本单位…"""
_EXPLAINS = re.compile(r"^(关于|对)?[^,;。:\d]{2,40}表的?(情况)?说明(?=:)")
"""What leads the text below a form that it explains: 关于收入决算表的说明:本年收入合计 …"""
_LED_BY = {"running_costs", "three_public", "commissioned", "procurement", "assets", "performance"}
"""Sections that such a heading begins: what is told in one paragraph each."""
_MATTERS = ("running_costs", "procurement", "purchased_services", "assets")
"""Other matters (其他重要事项), each told in a paragraph; without headings the next paragraph says which it is."""
_OTHERS = ("other", *_MATTERS)
_EVALUATION = "performance"
"""May follow other matters without a heading, too."""
_PARTS = "其中"
"""What begins a sentence that goes on with what is told."""
_BEGINNING = 40
"""Letters of a paragraph in which it says what it is about."""
_CLAUSE = re.compile(r"[,;。]")
_QUOTES = re.compile(r"[“”\"《》]")


def bare_heading(text: str) -> str:
    """Strip a heading of its numbering, closing punctuation and bracketed instructions."""
    bare = re.sub(r"[。:;,]+$", "", _NUMBERING.sub("", _NUMBERING.sub("", text)))
    return re.sub(r"\([^()]{5,}\)$", "", bare)


def is_heading(text: str) -> bool:
    """Whether a sentence is a heading: short, numbered or unpunctuated, without an amount in it, and no caption (图2:基本支出情况)."""
    if _CAPTION.match(text):
        return False
    bare = bare_heading(text)
    if len(bare) > _HEADING_LENGTH or _NO_HEADING.search(bare):
        return False
    return bool(_NUMBERING.match(text)) or not re.search(r"[。;,:]$", text)


def sections_of(sentences: Sequence[Sentence], grammar: Grammar) -> list[str]:
    """Return the section of each sentence ("" before the first heading that says what follows)."""
    place, paragraph = _Place(), -1
    found = []
    for sentence in sentences:
        begins = sentence.paragraph != paragraph or is_heading(sentence.text)
        begins = begins or _announces_list(sentence.text, place.section, grammar)
        if begins or (_is_open(place.section, grammar) and not sentence.text.startswith(_PARTS)):
            place = _place_after(sentence.text, place, grammar)
        paragraph = sentence.paragraph
        found.append(place.section)
    return found


def _announces_list(text: str, section: str, grammar: Grammar) -> bool:
    """Whether the last sentence of a paragraph announces a list of something else: 减少的原因是…。财政拨款支出主要内容如下：."""
    within = grammar.wordings.sections(f"sentence:{section}")
    return text.endswith(":") and prose_wordings.first(within, text) is not None


def _is_open(section: str, grammar: Grammar) -> bool:
    """Whether a sentence within a paragraph may say that another matter begins: before the first heading, of the other fund, among other matters."""
    return section == "" or section in _BESIDE or (section in _MATTERS and grammar.runs_on)


@dataclass(frozen=True, slots=True)
class _Place:
    """The section one is in, the section of funds whose chapter it is part of, and the level of that chapter's heading."""

    section: str = ""
    chapter: str = ""
    level: int = 0

    def after_heading(self, section: str, level: int) -> "_Place":
        """Return the place behind a heading of a level.

        Income and expenditure below a chapter of funds are those of the funds.
        """
        if section in _SIDES and self.chapter and level > self.level:
            return replace(self, section=self.chapter)
        if section in _FUNDS and not (self.chapter and level > self.level):
            return _Place(section, section, level)
        return replace(self, section=section) if level > self.level else _Place(section)


def _level(text: str) -> int:
    """Return how deep a heading stands by its number: 第一部分, 一、, (一), 1., (1); without number deepest."""
    return next((n for n, pattern in enumerate(_LEVELS) if pattern.match(text)), len(_LEVELS))


def _place_after(text: str, place: _Place, grammar: Grammar) -> _Place:
    """Return the place after a sentence that may be a heading, or that speaks of another section outright."""
    section, sections = place.section, grammar.wordings.sections
    if grammar.has_chapters:
        text = _TITLED.sub("", _LABEL.sub("", text))
    text = _leading_heading(text, section, grammar) or text
    if is_heading(text):
        found = (s for scope in (f"heading:{section}", "heading") for s in sections(scope))
        named = prose_wordings.first(tuple(found), bare_heading(text))
        if named is None or (not _begins_chapter(text, grammar) and _inside(text, section, named[0].key)):
            return place if _level(text) > place.level else replace(place, chapter="")
        return place.after_heading(named[0].key, _level(text))
    if fund := other_fund(section, _CLAUSE.split(text, maxsplit=1)[0][:_BEGINNING]):
        return replace(place, section=fund)
    if within := prose_wordings.first(sections(f"sentence:{section}"), text):
        return replace(place, section=within[0].key)
    if section in ("", "other", "profile", "units"):
        named = prose_wordings.first(sections("sentence"), _QUOTES.sub("", text))
        return replace(place, section=named[0].key) if named else place
    if section in _MATTERS and grammar.runs_on:
        named = prose_wordings.first(sections("sentence"), text[:_BEGINNING])
        explains = named and prose_wordings.reason().search(text, 0, named[1].start())
        return (
            replace(place, section=named[0].key)
            if named and not explains and named[0].key in (*_MATTERS, _EVALUATION)
            else place
        )
    return place


def _leading_heading(text: str, section: str, grammar: Grammar) -> str | None:
    """Return the heading that leads a paragraph, where it names what is told in one.

    A glossary defines such names (十、“三公”经费:指…), and other sections list them: of a final account only what calls itself
    a report (…情况:) leads, but among other matters.
    """
    if explained := _EXPLAINS.match(text):
        return explained[0]
    led = _LED.match(text)
    if (
        led
        and grammar.runs_on
        and (section == "glossary" or not (section in _OTHERS or led[0].endswith(("情况", "说明"))))
    ):
        return None
    named = prose_wordings.first(grammar.wordings.sections("heading"), bare_heading(led[0])) if led else None
    return led[0] if led and named and named[0].key in _LED_BY else None


def _begins_chapter(text: str, grammar: Grammar) -> bool:
    """Whether a heading of a budget begins a chapter, whatever was before it: 2026年部门预算编制说明 stands behind a glossary."""
    return grammar.has_chapters and bool(_CHAPTER.search(text))


def _inside(text: str, section: str, named: str) -> bool:
    """Whether a heading of a lower level leaves an evaluation, a glossary or a list of duties as it is.

    An annex (附件) ends a glossary.
    """
    if section in ("profile", "units") and re.match(r"\d|[(（]\d", text):
        return True
    if section == "glossary" and named == "tables":
        return False
    return section in ("performance", "glossary") and not text.startswith("第") and named not in _STATUTORY


def other_fund(section: str, words: str) -> str | None:
    """Return the other fund, where a section of one fund names that alone in some words of a sentence: 政府性基金收入 X，国有资本经营预算收入 Y."""
    named = {_BESIDE[fund != "政府性基金"] for fund in _FUND.findall(words)} if section in _BESIDE else set()
    return named.pop() if len(named) == 1 and section not in named else None


def inner(section: str, before: str, grammar: Grammar) -> str:
    """Return the section a number of a sentence belongs to, by the words before it in the sentence."""
    named = prose_wordings.first(grammar.wordings.sections(f"inner:{section}"), before)
    return named[0].key if named else section
