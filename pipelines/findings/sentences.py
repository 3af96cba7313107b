"""Sentences: what a finding says in Chinese and in English: the fault first, what it should be and why, then the rule.

A sentence is put together in three places: its frame here; what a printed number is called in sql/findings/places.sql; what is
wrong (where no number is suspected) and the rule in the head of the identity, which sql/findings/violated.sql hands on.
Belongs here: wording a story (localization.suspects) for a reader. Does not belong here: which amounts are suspected
(localization.suspects), whether one is accused (certainty), how it is worded (accusations), tables of findings (tables). Texts out of a PDF are quoted as they are;
who shows them escapes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.findings import accusations, certainty, fault
from pipelines.findings.accusations import Twin
from pipelines.findings.addresses import Sheets, page_words
from pipelines.findings.comparisons import Sides, differing, exceeding, quotient
from pipelines.findings.fault import Fault
from pipelines.findings.localization.story import Story, Suspect
from pipelines.findings.places import Place
from pipelines.findings.whole_forms import whole_form
from pipelines.vocabulary import Bilingual, legible

_LISTED = 20
"""Violations that a list names."""
_STOPS = "。.； "


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadText:
    """What the sentence of a finding says of its gravest violation.

    zh, en: the identity's rule; note: what is printed where no amount says it, else the places of its amounts; page: where
    it stands; amounts: the ids of its numbers; relation: =, <= or ratio; quotient: where its amounts are a
    quotient, its part and its whole: what they give; sides: of a sum or a
    comparison; fault: how its identity words a violation,
    which says more than the numbers it could accuse; sheets: the pages of its report that are sheets.
    """

    identity_id: str
    zh: str
    en: str
    note: str
    page: int | None
    amounts: tuple[str, ...] = ()
    relation: str
    quotient: Decimal | None
    sides: Sides | None
    fault: Fault | None
    sheets: Sheets


def sentences(
    story: Story, told: Sequence[LeadText], places: Mapping[str, Place], twins: Mapping[str, Twin]
) -> Bilingual:
    """Return the Chinese and the English sentence of a finding.

    told: its violations, the gravest first; places: those of every number it may name; twins: suspect → the number that
    prints the same fact elsewhere.
    """
    lead = told[0]
    first = [one.suspects for one in story.first]
    if story.whole:
        return _ended(*whole_form(story.whole, places), lead)
    if story.is_list and len(first) != 1:
        return _ended(*_list(story, told, places), lead)
    rule = lead
    if first and not lead.fault and not certainty.is_open(story, lead.sides, lead.quotient, places):
        zh, en = accusations.accusing(first, places, twins)
        rule = _rule(first[0][0], told, twins)
        if certainty.is_guessed(story, first):
            zh, en = (
                f"{zh}；也可能是同一勾稽中的其他数有误",
                f"{en}; another number of the identity may be wrong instead",
            )
    else:
        zh, en = _without_suspect(story, lead, places)
    if (more := len(story.symptoms)) and not story.is_list:
        fail = "identity fails" if more == 1 else "identities fail"
        zh, en = f"{zh}，另有{more}处勾稽随之不符", f"{en}; {more} more {fail} with it"
    return _ended(zh, en, rule)


def read_off_picture(zh: str, en: str) -> Bilingual:
    """Return the sentence of a finding that rests on a scan, with the advice to look at the paper."""
    return (
        f"{zh}所依据的数由扫描图片识别，请对照原页。",
        f"{en} What it rests on was read off a scan: compare it with the page.",
    )


def _rule(suspect: Suspect, told: Sequence[LeadText], twins: Mapping[str, Twin]) -> LeadText:
    """Return the violation whose rule ends the sentence: the one that holds a suspect against what it should be, else the gravest."""
    twin = twins.get(suspect.amount_id)
    if not twin or not accusations.is_followed(suspect, twin):
        return told[0]
    return next(one for one in told if one.identity_id == twin.identity_id)


def _ended(zh: str, en: str, lead: LeadText) -> Bilingual:
    """Put the rule behind what is told, with one full stop between them."""
    zh, en = legible(zh).rstrip(_STOPS), legible(en).rstrip(_STOPS)
    return (
        f"{zh}{'。' if zh else ''}{lead.zh}（{lead.identity_id}）。",
        f"{en[:1].upper()}{en[1:]}{'. ' if en else ''}{lead.en} ({lead.identity_id}).",
    )


def _list(story: Story, told: Sequence[LeadText], places: Mapping[str, Place]) -> Bilingual:
    """Word violations of one identity that accuse no number: how many, each with its place."""
    each = [_without_suspect(story, one, places) for one in told[:_LISTED]]
    more_zh, more_en = (f"；等{len(told)}处", f"; and {len(told) - _LISTED} more") if len(told) > _LISTED else ("", "")
    zh, en = "；".join(z.rstrip(_STOPS) for z, _ in each), "; ".join(e.rstrip(_STOPS) for _, e in each)
    return f"同类{len(told)}处：{zh}{more_zh}", f"{len(told)} of one kind: {en}{more_en}"


def _without_suspect(story: Story, lead: LeadText, places: Mapping[str, Place]) -> Bilingual:
    """Word a violation that accuses no number: as its identity says, else what stands against what."""
    amounts = [places[amount] for amount in lead.amounts]
    if lead.fault:
        return fault.word_fault(lead.fault, lead.page, lead.note, amounts, places, lead.sheets)
    if lead.sides and lead.relation == "<=":
        return exceeding(lead.identity_id, lead.sides, places)
    if lead.sides:
        return differing(lead.sides, places, story.is_balanced)
    if lead.quotient is not None:
        zh, en = quotient(amounts, lead.quotient)
        if story.is_list:
            return zh, en
        return f"{zh}；报告本身无法判断哪一个有误", f"{en}; the report does not tell which of them is wrong"
    note = lead.note if "“" in lead.note or not lead.note else f"“{lead.note}”"
    if not lead.page:
        return note, note
    zh, en = page_words(lead.page, **lead.sheets.get(lead.page, {}))
    return f"{zh}：{note}", f"{en}: {note}"
