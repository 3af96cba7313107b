"""Narrative: the claims of a report's running text, read one sentence after the other.

Belongs here: what goes on from sentence to sentence: sections, paragraphs, headings, which of them make claims.
Does not belong here: one sentence (sentence_reader), scores in tables (score_tables).
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from pipelines.forms import Layout
from pipelines.prose.claims import Claim
from pipelines.prose.counted import with_parts
from pipelines.prose.discourse import Discourse
from pipelines.prose.named_items import heading_item
from pipelines.prose.named_topics import item_behind, named_last
from pipelines.prose.paragraphs import BREAK
from pipelines.prose.plain_words import without_glue
from pipelines.prose.quantities import Quantity
from pipelines.prose.section_items import ITEMISED
from pipelines.prose.sections import bare_heading, is_heading
from pipelines.prose.sentence_reader import SentenceReader
from pipelines.prose.sentences import RunningText
from pipelines.prose.unknown_points import unknown_heading

_WITHOUT_CLAIMS = ("glossary", "plans", "projects")
_ROW = re.compile(r"^(?!.*([。;!?:]|,(?!\d{3}))).*[一-龥].*(\.\d\d|,\d{3})$")
"""A row of a table: a name, and an amount at the end; no mark of a sentence."""
_MARK = re.compile(r"[。;!?]")
_LEAST_ROWS = 2
"""Rows with amounts by which the rest of a table is told from lines of a sentence."""
_PARTS = re.compile(r"^其中[:,]")
"""Before the first of several headings in one paragraph: 其中:1、因公出国(境)费用。"""
_SHORT = re.compile(r"^[^,;]{2,24}。$")
"""A sentence that may be a heading, full stop or not."""
_GOES_ON = re.compile(r"^[与同](?:上年|20\d\d年)度?(?:预算数?)?(?:相比|对比|比较|比),?(?:增加|减少|增长|下降|持平)")
"""A sentence of a budget that compares, without a subject of its own, what its paragraph, or the one before it, began with (云南)."""
_LISTS = re.compile(r"^(?:其中|[一-龥]{2,8}中)[,:]")
"""A sentence that goes on with the parts of what its paragraph began with."""
_PROJECT = re.compile(r"^(\d{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）])(?P<name>[^,;:。]{2,60})项目。?$")
"""A point that is nothing but the name of a project, which the next sentences evaluate."""


def read_claims(text: RunningText, sections: Sequence[str], taken: Container[int], discourse: Discourse) -> list[Claim]:
    """Read the claims of a report's prose in its order; `taken` holds offsets of numbers that are dates, codes …

    sections: the section of each sentence (pipelines.prose.sections); discourse: as nothing has been said yet.
    """
    claims: list[Claim] = []
    paragraph, opened, may_go_on = -1, discourse.snapshot(), False
    for number, (sentence, section) in enumerate(zip(text.sentences, sections, strict=True)):
        if section != discourse.section:
            discourse.turn_to(section)
        elif discourse.grammar.resumes and may_go_on and _GOES_ON.match(sentence.text):
            discourse.come_back(opened)
        elif sentence.paragraph != paragraph:
            discourse.begin_paragraph()
        is_first, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        if section not in _WITHOUT_CLAIMS:
            reader = SentenceReader(text, number, discourse, taken)
            claims += with_parts(list(reader.claims()), sentence.text, sentence.start)
            _note_topic(discourse, sentence.text, reader.quantities)
        opened = discourse.snapshot() if is_first else opened
        may_go_on = is_first or bool(_LISTS.match(sentence.text))
    return claims


def _note_topic(discourse: Discourse, text: str, found: Sequence[Quantity]) -> None:
    """Take the item a sentence ends with, or a heading, for what the next one speaks of; found: its numbers."""
    if item := item_behind(discourse, text, found[-1].start if found else -1):
        discourse.speak_of_item(item)
    elif not found and (is_heading(text) or _SHORT.match(text)):
        _note_heading(discourse, text)
    if discourse.section == "performance" and (project := _PROJECT.match(text)):
        discourse.project = project["name"]


def _note_heading(discourse: Discourse, text: str) -> None:
    """Take a heading without its number for the topic, if it is nothing but one, or begins a point of which nothing is known."""
    bare, discourse.project = bare_heading(_PARTS.sub("", text)), ""
    discourse.heading = re.sub(r"(方面|情况|说明)+$", "", bare)
    if discourse.section in ITEMISED and (item := heading_item(bare, discourse.names)):
        discourse.speak_of_item(item)
        return
    named = named_last(discourse, discourse.heading)
    discourse.note_item(named.item if named else None)
    if named and not any(map(without_glue, (discourse.heading[named.end :], discourse.heading[: named.start]))):
        discourse.speak_of(replace(named.topic, lasting=True))
    elif point := unknown_heading(discourse, text):
        discourse.speak_of(point)


def with_rests(unread: Iterable[int], layout: Layout) -> set[int]:
    """Add the pages on which tables that were not read go on: those that begin with rows."""
    found = set(unread)
    for laid in layout.pages:
        if laid.number - 1 in found and _begins_with_rows(laid.texts):
            found.add(laid.number)
    return found


def _begins_with_rows(texts: Sequence[str]) -> bool:
    """Whether the lines of a page down to its first sentence are rows of a table, some of which have amounts."""
    lines = list(takewhile(lambda text: not _MARK.search(text), texts))
    return sum(bool(_ROW.match(text)) for text in lines) >= _LEAST_ROWS


def without_rows(claims: Iterable[Claim], text: RunningText, unread: Container[int]) -> list[Claim]:
    """Return the claims that stand in no row of a table; unread: pages with a table that was not read."""
    return [claim for claim in claims if claim.page not in unread or not _is_row(claim, text)]


def _is_row(claim: Claim, text: RunningText) -> bool:
    if claim.span is None:
        return False
    line = bisect_right(text.line_starts, claim.span.start)
    end = text.line_starts[line] if line < len(text.line_starts) else len(text.text)
    return bool(_ROW.match(text.text[text.line_starts[line - 1] : end].rstrip(BREAK)))
