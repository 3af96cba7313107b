"""Certainty: whether a finding accuses the numbers that are suspected, or leaves open which of those at odds is wrong.

Belongs here: what must tell a suspect from other numbers of its identity before a sentence accuses it. Does not belong here: which
numbers are suspected (localization.suspects), the wording of either (sentences, accusations, comparisons).
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from pipelines.findings.comparisons import Sides
from pipelines.findings.localization.candidates import BORNE_OUT
from pipelines.findings.localization.error_patterns import is_one_digit_off
from pipelines.findings.localization.story import Story, Suspect, SuspectSet
from pipelines.findings.places import Place

_MANY = 3
"""Numbers that must be wrong together before none of their group is told, where other groups would do as well."""
_SEVERAL = 2
"""Slips that more than one violation must show."""
_BRANCH = re.compile(r"[A-Z]+\d* (?:\d{3,}|合计) \w+$")
"""The instance of a branch: its form, its code, its column."""
_FROM_NOTHING = re.compile(r"(?:增|升|提高)[^,，、;；。\d]{0,6}100(?:\.0+)?%")
"""A growth that is said by convention of what grew from zero."""
_BY_CHANCE = {"digit_lost", "digit_added", "column_slipped", "row_slipped", "beside"}
"""Slips that a difference of one digit, which may be any number's, fits now and then."""


def is_open(story: Story, sides: Sides | None, quotient: Decimal | None, places: Mapping[str, Place]) -> bool:
    """Whether it is told what stands against what, and no number accused: one violation alone that each of several changes would mend alike.

    Or violations that each of several changes of many numbers would: no group of them is nearer than the whole of another form; or
    of more changes than are listed.
    """
    is_told = sides is not None or quotient is not None
    if is_told and _may_be_the_way(story, sides, places):
        return True
    sizes = [len(one.suspects) for one in story.first]
    is_even, is_of_many = len(sizes) > 1, len(sizes) > 1 and min(sizes) >= _MANY
    if story.symptoms:
        return is_told and (is_of_many or _is_cut_short(story) or _may_lack_a_row(story))
    if quotient is not None:
        return is_told and (is_even or _nothing_tells(story, places))
    return is_told and (is_even or _tells_little(story, places) or _is_of_several(story))


def _may_be_the_way(story: Story, sides: Sides | None, places: Mapping[str, Place]) -> bool:
    """Whether a sum is off by twice a number of the prose that is suspected: said the other way (增加 for 减少), it would be right."""
    if sides is None:
        return False
    off = abs(sides.stated - sides.expected)
    return any(s.printed and not places[s.amount_id].form and off == 2 * abs(s.printed) for s in story.suspected_first)


def _is_of_several(story: Story) -> bool:
    """Whether one violation alone would take several numbers to mend, which no slip tells: each of them something else bears out."""
    return any(one.size >= _SEVERAL and not all(s.slip.is_telling for s in one.suspects) for one in story.first)


def _may_lack_a_row(story: Story) -> bool:
    """Whether one branch of a form fails in several columns and in nothing else, and no slip tells a number: a row may be left out, or be too many."""
    every = (story.lead, *story.symptoms)
    branches = {(one.identity_id, one.instance.rpartition(" ")[0]) for one in every}
    is_one_branch = len(branches) == 1 and bool(_BRANCH.match(story.lead.instance))
    return is_one_branch and not any(suspect.slip.is_telling for suspect in story.suspected_first)


def _is_cut_short(story: Story) -> bool:
    """Whether more sets would do than are listed, and no slip tells the first of them: the right one may be among the others."""
    is_alike = any(one.rank > 1 and one.size == story.sets[0].size for one in story.sets)
    return story.is_capped and is_alike and not all(s.slip.is_telling for s in story.suspected_first)


def _tells_little(story: Story, places: Mapping[str, Place]) -> bool:
    """Whether another number of a sum may as well be wrong as the one suspected first.

    That is one that no other form bears out, where no slip tells the first; and one that is off by one digit, where that is all the slip is.
    """
    first, others = story.suspected_first, _others(story)
    kinds = {suspect.slip.kind for suspect in first}
    if any(not places[one.suspects[0].amount_id].text for one in others):
        return not any(suspect.slip.is_telling for suspect in first)
    if not any(suspect.slip.is_telling for suspect in first):
        return "rounding_plug" not in kinds and any(one.weight < one.size + BORNE_OUT for one in others)
    return kinds <= _BY_CHANCE and any(_one_digit_off(one.suspects[0], places) for one in others)


def is_guessed(story: Story, first: Sequence[Sequence[Suspect]]) -> bool:
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
    first, others = story.suspected_first, _others(story)
    if any(suspect.slip.is_telling for suspect in first):
        return False
    if others and any(_FROM_NOTHING.search(places[suspect.amount_id].name) for suspect in first):
        return True
    open_ones = [one for one in others if one.weight < one.size + BORNE_OUT]
    if any(suspect.slip.kind == "rounding_plug" for suspect in first):
        return any(one.suspects[0].slip.kind == "rounding_plug" for one in open_ones)
    is_rounded = any(one.suspects[0].slip.kind == "rounding_plug" for one in others)
    return is_rounded or any(_one_digit_off(one.suspects[0], places) for one in open_ones)


def _others(story: Story) -> list[SuspectSet]:
    """Return the sets of one number each behind those suspected first."""
    return [one for one in story.sets if one.rank > 1 and len(one.suspects) == 1]


def _one_digit_off(suspect: Suspect, places: Mapping[str, Place]) -> bool:
    place = places[suspect.amount_id]
    return is_one_digit_off(place.text, place.counted_in, suspect.implied)
