"""Sentences: what a finding says in Chinese and in English: the fault first, what it should be and why, then the rule.

A sentence is put together in three places: its frame here; what a printed number is called in sql/findings/places.sql; what is
wrong (where no number is suspected) and the rule in the head of the identity, which sql/findings/violated.sql hands on.
Belongs here: wording a story (localization.suspects) for a reader. Does not belong here: which amounts are suspected
(localization.suspects), how a suspect is worded (accusations), tables of findings (tables). Texts out of a PDF are quoted as they are;
who shows them escapes them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.findings import accusations, fault
from pipelines.findings.accusations import Twin
from pipelines.findings.addresses import Sheets, page_words
from pipelines.findings.comparisons import Sides, differing, exceeding, quotient
from pipelines.findings.fault import Fault
from pipelines.findings.localization.candidates import BORNE_OUT
from pipelines.findings.localization.error_patterns import is_one_digit_off
from pipelines.findings.localization.story import Story, Suspect, SuspectSet
from pipelines.findings.places import Place
from pipelines.findings.whole_forms import whole_form
from pipelines.vocabulary import Bilingual, legible

_MANY = 3
"""Numbers that must be wrong together before none of their group is told, where other groups would do as well."""
_SEVERAL = 2
"""Slips that more than one violation must show."""
_LISTED = 20
"""Violations that a list names."""
_STOPS = "。.； "
_BRANCH = re.compile(r"[A-Z]+\d* (?:\d{3,}|合计) \w+$")
"""The instance of a branch: its form, its code, its column."""
_FROM_NOTHING = re.compile(r"(?:增|升|提高)[^,，、;；。\d]{0,6}100(?:\.0+)?%")
"""A growth that is said by convention of what grew from zero."""
_BY_CHANCE = {"digit_lost", "digit_added", "column_slipped", "row_slipped", "beside"}
"""Slips that a difference of one digit, which may be any number's, fits now and then."""


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
    first = [one.suspects for one in story.sets if one.rank == 1]
    if story.whole:
        return _ended(*whole_form(story.whole, places), lead)
    if story.is_list and len(first) != 1:
        return _ended(*_list(story, told, places), lead)
    rule = lead
    if first and not lead.fault and not _is_open(story, lead, places):
        zh, en = accusations.accusing(first, places, twins)
        rule = _rule(first[0][0], told, twins)
        if _is_guessed(story, first):
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


def _is_open(story: Story, lead: LeadText, places: Mapping[str, Place]) -> bool:
    """Whether it is told what stands against what: one violation alone that each of several changes would mend alike.

    Or violations that each of several changes of many numbers would: no group of them is nearer than the whole of another form; or
    of more changes than are listed.
    """
    is_told = lead.sides is not None or lead.quotient is not None
    if is_told and _may_be_the_way(story, lead, places):
        return True
    sizes = [len(one.suspects) for one in story.sets if one.rank == 1]
    is_even, is_of_many = len(sizes) > 1, len(sizes) > 1 and min(sizes) >= _MANY
    if story.symptoms:
        return is_told and (is_of_many or _is_cut_short(story) or _may_lack_a_row(story))
    if lead.quotient is not None:
        return is_told and (is_even or _nothing_tells(story, places))
    return is_told and (is_even or _tells_little(story, places) or _is_of_several(story))


def _may_be_the_way(story: Story, lead: LeadText, places: Mapping[str, Place]) -> bool:
    """Whether a sum is off by twice a number of the prose that is suspected: said the other way (增加 for 减少), it would be right."""
    if lead.sides is None:
        return False
    off = abs(lead.sides.stated - lead.sides.expected)
    first = [suspect for one in story.sets if one.rank == 1 for suspect in one.suspects]
    return any(s.printed and not places[s.amount_id].form and off == 2 * abs(s.printed) for s in first)


def _is_of_several(story: Story) -> bool:
    """Whether one violation alone would take several numbers to mend, which no slip tells: each of them something else bears out."""
    first = [one for one in story.sets if one.rank == 1]
    return any(one.size >= _SEVERAL and not all(s.slip.is_telling for s in one.suspects) for one in first)


def _may_lack_a_row(story: Story) -> bool:
    """Whether one branch of a form fails in several columns and in nothing else, and no slip tells a number: a row may be left out, or be too many."""
    every = (story.lead, *story.symptoms)
    branches = {(one.identity_id, one.instance.rpartition(" ")[0]) for one in every}
    first = [suspect for one in story.sets if one.rank == 1 for suspect in one.suspects]
    return len(branches) == 1 and bool(_BRANCH.match(story.lead.instance)) and not any(s.slip.is_telling for s in first)


def _is_cut_short(story: Story) -> bool:
    """Whether more sets would do than are listed, and no slip tells the first of them: the right one may be among the others."""
    first, others = [one for one in story.sets if one.rank == 1], [one for one in story.sets if one.rank > 1]
    is_alike = any(one.size == story.sets[0].size for one in others)
    return story.is_capped and is_alike and not all(s.slip.is_telling for one in first for s in one.suspects)


def _tells_little(story: Story, places: Mapping[str, Place]) -> bool:
    """Whether another number of a sum may as well be wrong as the one suspected first.

    That is one that no other form bears out, where no slip tells the first; and one that is off by one digit, where that is all the slip is.
    """
    first, others = _first_and_others(story)
    kinds = {suspect.slip.kind for suspect in first}
    if any(not places[one.suspects[0].amount_id].text for one in others):
        return not any(suspect.slip.is_telling for suspect in first)
    if not any(suspect.slip.is_telling for suspect in first):
        return "rounding_plug" not in kinds and any(one.weight < one.size + BORNE_OUT for one in others)
    return kinds <= _BY_CHANCE and any(_one_digit_off(one.suspects[0], places) for one in others)


def _is_guessed(story: Story, first: Sequence[Sequence[Suspect]]) -> bool:
    """Whether a slip alone tells the number accused from others whose change would mend the one violation as well."""
    is_alone = not story.symptoms and len(first) == 1 and len(first[0]) == 1
    return (
        is_alone
        and first[0][0].slip.is_telling
        and any(one.rank > 1 and one.size == story.sets[0].size for one in story.sets)
    )


def _nothing_tells(story: Story, places: Mapping[str, Place]) -> bool:
    """Whether nothing tells a slip in the numbers suspected first, and another alone may as well be the wrong one.

    That is one off by its last digit (63.7% as 63%), or by one digit where no other form bears it out: beside an increase of 346.79
    for 326.79 the rate of 9.29% is right. For a rate that is off by its last digit, what another form bears out is not doubted.
    A growth of 100% is said where there was nothing before, so that the amount or its change may be the wrong one.
    """
    first, others = _first_and_others(story)
    if any(suspect.slip.is_telling for suspect in first):
        return False
    if others and any(_FROM_NOTHING.search(places[suspect.amount_id].name) for suspect in first):
        return True
    open_ones = [one for one in others if one.weight < one.size + BORNE_OUT]
    if any(suspect.slip.kind == "rounding_plug" for suspect in first):
        return any(one.suspects[0].slip.kind == "rounding_plug" for one in open_ones)
    is_rounded = any(one.suspects[0].slip.kind == "rounding_plug" for one in others)
    return is_rounded or any(_one_digit_off(one.suspects[0], places) for one in open_ones)


def _first_and_others(story: Story) -> tuple[list[Suspect], list[SuspectSet]]:
    """Return the numbers suspected first, and the sets behind them of one number each."""
    first = [suspect for one in story.sets if one.rank == 1 for suspect in one.suspects]
    return first, [one for one in story.sets if one.rank > 1 and len(one.suspects) == 1]


def _one_digit_off(suspect: Suspect, places: Mapping[str, Place]) -> bool:
    place = places[suspect.amount_id]
    return is_one_digit_off(place.text, place.counted_in, suspect.implied)


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
