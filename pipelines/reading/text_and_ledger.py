"""Text and ledger: what the prose of a report says, and all numbers of the report accounted for.

Belongs here: the way from pages to claims and to the ledger. Does not belong here: reading a sentence (prose), what explains a number
(number_rules, number_ledger), the path of the whole file (report).
"""

from functools import partial
from typing import NamedTuple

from pipelines.doubts import Doubt
from pipelines.forms import Disclosure, FormSet, Layout
from pipelines.prose import (
    Discourse,
    ItemNames,
    doubt_beside,
    doubt_covered,
    evaluation_claims,
    fit,
    grammar_of,
    read_claims,
    read_members,
    running_text,
    score_claims,
    sections_of,
    target_claims,
    with_rests,
    without_rows,
)
from pipelines.reading.number_ledger import Token, read_tokens
from pipelines.reading.number_rules import explain_in_sections, explain_numbers
from pipelines.reading.readings import Prose
from pipelines.vocabulary import number_rules


class ProseRead(NamedTuple):
    """The running text as read, all numbers of the report accounted for, and what is doubtful about those of the text."""

    prose: Prose
    tokens: tuple[Token, ...]
    doubts: list[Doubt]


def read_prose(layout: Layout, found: FormSet, disclosure: Disclosure) -> ProseRead:
    """Read the running text, and account for all numbers."""
    pages = [laid.page for laid in layout.pages]
    text = running_text(layout)
    year, grammar = disclosure.year, grammar_of(disclosure.kind)
    sections = tuple(sections_of(text.sentences, grammar))
    explained = explain_numbers(text, number_rules(disclosure.kind))
    discourse = Discourse(names=ItemNames(year, found.forms), year=year, grammar=grammar)
    claims = read_claims(text, sections, explained.by_offset, discourse)
    targets = (partial(target_claims, year=year),) if disclosure.kind == "budget" else ()
    for tables in (score_claims, evaluation_claims, *targets):
        claims += tables(pages, len(claims), max((c.statement for c in claims), default=0))
    read = {form.key for form in found.forms}
    lacking = (doubt for doubt in found.doubts if doubt.form not in read or (doubt.scope == "table" and doubt.held))
    unread = {doubt.page for doubt in lacking if doubt.page and doubt.form}
    claims, covered = doubt_covered(without_rows(claims, text, with_rests(unread, layout)), pages)
    claims = doubt_beside(claims, {page: one.reason for one in found.disorders for page in one.pages})
    prose = Prose(text, sections, tuple(fit(claims, found.forms, text)), tuple(read_members(pages, text, sections)))
    explained = explain_in_sections(text, sections, explained)
    return ProseRead(prose, tuple(read_tokens(layout, found, text, explained, prose.claims)), covered)
