"""Suspects: the likely wrong amounts of a report and the stories its violations tell.

Belongs here: ranking the minimal sets, the slip of each suspect, grouping violations into stories.
Does not belong here: finding the sets (search), reading rows (load), what a story is (story), lists of one kind (kinds). Suspects are reported, never applied to data.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from pipelines.findings.localization.candidates import facts
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Demand, Key, Printed
from pipelines.findings.localization.contradiction import contradictions
from pipelines.findings.localization.copies import join_copies
from pipelines.findings.localization.displacement import displacements
from pipelines.findings.localization.error_patterns import SLIPPED, Slip, slip
from pipelines.findings.localization.kinds import join_kinds
from pipelines.findings.localization.misplaced import misplaced_rows, without
from pipelines.findings.localization.norms import mended_by, mended_with
from pipelines.findings.localization.other_unit import in_other_units, read_in_other_units
from pipelines.findings.localization.repairs import Repair
from pipelines.findings.localization.row_slips import RowSlip, row_slips
from pipelines.findings.localization.search import Cause, causes
from pipelines.findings.localization.standoff import is_balanced
from pipelines.findings.localization.story import Story, Suspect, SuspectSet, Violation, Whole, gravity, story_key
from pipelines.messages import message
from pipelines.vocabulary import Interval

Found = TypeVar("Found")
_CODES_ONCE = "WX-01"
"""The identity that a code stands in a form once."""


def stories(system: System, violations: Iterable[Violation]) -> list[Story]:
    """Group violations by cause: what is wrong with a form as a whole first; one without a cause is its own story."""
    left = {violation.key: violation for violation in violations}
    found: list[Story] = []
    scaled = _searched(system, in_other_units)
    for unit in scaled:
        found += _whole(system, unit, _taken(left, unit.keys, _forms(system, unit.largest)))
    system = read_in_other_units(system, scaled)
    for moved in _searched(system, displacements):
        keys = moved.keys | mended_by(system, moved.changes)
        found += _whole(system, moved, _taken(left, keys, _forms(system, [moved.steps[0].first])))
        system = system.settling(moved.changes)
    for rows in _searched(system, row_slips):
        keys = rows.keys | mended_by(system, rows.changes) | _said_twice(system, rows)
        found += _whole(system, rows, _taken(left, keys, set()))
        system = system.settling(rows.changes)
    for row in _searched(system, misplaced_rows):
        found += _whole(system, row, _taken(left, row.keys, set()))
        system = without(system, row)
    causes_found = _searched(system, causes)
    for one in contradictions(system, causes_found):
        found += _whole(system, one, _taken(left, one.keys, {one.form}))
    for cause in join_copies(system, causes_found):
        keys = cause.keys | mended_with(system, cause)
        if own := [left.pop(key) for key in sorted(keys) if key in left]:
            found.append(_story(system, own, cause))
    found += [_story(system, [violation], None) for _, violation in sorted(left.items())]
    return sorted(join_kinds(found), key=lambda story: (gravity(story.lead), story.key))


def _searched(system: System, search: Callable[[System], list[Found]]) -> list[Found]:
    """Search a report; nothing where the search fails: each violation is then its own story."""
    try:
        return search(system)
    except Exception as error:  # a fault of ours on one report must not stop the others, and must be seen
        logging.getLogger(__name__).error(message("suspects_not_searched", report=system.report_id), exc_info=error)
        return []


def _forms(system: System, amounts: Iterable[str]) -> set[str]:
    """The forms that these amounts are of."""
    return {system.printed[amount].form for amount in amounts}


def _taken(left: dict[Key, Violation], keys: Set[Key], forms: Set[str]) -> list[Violation]:
    """Take out the violations that forms wrong as a whole explain, and the words that are held against them."""
    return [left.pop(key) for key in sorted(left) if key in keys or not forms.isdisjoint(left[key].forms)]


def _said_twice(system: System, rows: RowSlip) -> set[Key]:
    """The instance that says of the form of a row printed twice that a code is."""
    return {(_CODES_ONCE, system.printed[rows.first].form)} if rows.is_twice else set()


def _whole(system: System, whole: Whole, own: Sequence[Violation]) -> list[Story]:
    return [replace(_story(system, own, None), whole=whole)] if own else []


def _story(system: System, violations: Sequence[Violation], cause: Cause | None) -> Story:
    lead, *symptoms = sorted(violations, key=gravity)
    sets = _rank(system, cause.repairs) if cause else ()
    is_capped = cause is not None and cause.is_capped
    between = cause.keys if cause and not cause.repairs and cause.keys <= system.between else frozenset[Key]()
    return Story(
        key=story_key(system.report_id, (v.key for v in violations)),
        report_id=system.report_id,
        lead=lead,
        symptoms=tuple(symptoms),
        sets=sets,
        is_only=len(sets) == 1 and not is_capped,
        is_capped=is_capped,
        is_between=bool(between),
        is_balanced=bool(between) and is_balanced(system, between),
    )


def _rank(system: System, repairs: Sequence[Repair]) -> tuple[SuspectSet, ...]:
    """Order the sets: first those whose every change a slip explains, then by weight; equals share a rank."""
    alike = {amount: frozenset(fact.amounts) for fact in facts(system) for amount in fact.amounts}
    sets = [_suspect_set(system, repair, alike) for repair in repairs]
    merits = [(s.size, sum(not suspect.slip.is_telling for suspect in s.suspects), s.weight) for s in sets]
    ranks = {merit: rank for rank, merit in enumerate(sorted(set(merits)), start=1)}
    ranked = [replace(s, rank=ranks[merit]) for s, merit in zip(sets, merits, strict=True)]
    return tuple(sorted(ranked, key=lambda s: (s.rank, sorted(s.amounts))))


def _suspect_set(system: System, repair: Repair, alike: Mapping[str, frozenset[str]]) -> SuspectSet:
    implied = {amount: Interval(*extent) for amount, extent in sorted(repair.implied.items())}
    suspects = []
    for amount, interval in implied.items():
        own = system.printed[amount]
        others = {a: i for a, i in implied.items() if a != amount}
        agreeing = alike.get(amount, frozenset()) - implied.keys()
        shown = {a: p for a, p in system.printed.items() if a not in agreeing}
        found = _unless_right(system, own, slip(own, interval, others, shown, _opposed(system, amount)))
        suspects.append(Suspect(amount, own.value, interval, found))
    return SuspectSet(0, repair.size, round(repair.cost, 6), tuple(suspects))


def _opposed(system: System, amount: str) -> frozenset[str]:
    """Return the amounts that a sum holds against one: its sums, or its parts. A sum of one part has its value without any slip."""
    sides = (demand.weights for demand in system.sums if amount in demand.weights)
    return frozenset(a for weights in sides for a, weight in weights.items() if weight * weights[amount] < 0)


def _unless_right(system: System, own: Printed, found: Slip) -> Slip:
    """Return a slip, as beside where a sum without the amount holds with the neighbour: that is right where it stands, and nothing slipped there."""
    if found.kind not in SLIPPED or found.witness is None:
        return found
    is_right = any(_holds_without(system, demand, own) for demand in system.sums_of.get(found.witness, ()))
    return Slip("beside", found.witness) if is_right else found


def _holds_without(system: System, demand: Demand, own: Printed) -> bool:
    is_sum = demand.key not in system.inequalities and own.amount_id not in demand.weights
    return is_sum and demand.key not in system.broken
