"""Suspects: the likely wrong amounts of a report and the stories its violations tell.

Belongs here: ranking the minimal sets, the slip of each suspect, grouping violations into stories with stable keys.
Does not belong here: finding the sets (search), reading rows (load). Suspects are reported, never applied to data.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from typing import TypeVar

from pipelines.findings.localization.candidates import facts
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Key
from pipelines.findings.localization.contradiction import Contradiction, contradictions
from pipelines.findings.localization.displacement import Displacement, displacements
from pipelines.findings.localization.error_patterns import Slip, slip
from pipelines.findings.localization.repairs import Repair
from pipelines.findings.localization.search import Cause, causes
from pipelines.findings.localization.standoff import is_balanced
from pipelines.vocabulary import Interval, labels

MANY = 3
"""Violations of one identity, none of which accuses a number, that are told as one list."""
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Violation:
    """A violated instance; severity: fatal, error, warning or info.

    forms: of words held against forms, those forms: the words stand aside where such a form is wrong as a whole.
    """

    identity_id: str
    instance: str
    severity: str
    forms: Collection[str] = ()

    @property
    def key(self) -> Key:
        """Identity and instance."""
        return self.identity_id, self.instance


@dataclass(frozen=True, slots=True)
class Suspect:
    """An amount that is likely wrong. printed and implied in 元, or as printed where it is no money (%, 辆 …)."""

    amount_id: str
    printed: Decimal
    implied: Interval
    slip: Slip


@dataclass(frozen=True, slots=True)
class SuspectSet:
    """Amounts whose change together satisfies every identity. rank: from 1; sets nothing tells apart share a rank.

    size: slips it takes, a fact printed alike in several places counting one and a half; weight: size and support.
    """

    rank: int
    size: float
    weight: float
    suspects: tuple[Suspect, ...]

    @property
    def amounts(self) -> frozenset[str]:
        """Its amount ids."""
        return frozenset(suspect.amount_id for suspect in self.suspects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Violations one cause explains: the gravest leads, the others are its symptoms.

    key: the same for the same violations of a report in any order. sets: ranked; empty where no amounts explain them
    (structure, words, too many slips). is_only: one set and no other; is_capped: there may be more sets than listed.
    is_between: only identities between reports are violated, which accuse none of them; is_balanced: each of those reports
    is sound in itself. whole: what is wrong with a form as a whole; is_list: violations of one identity, none of which
    accuses a number.
    """

    key: str
    report_id: str
    lead: Violation
    symptoms: tuple[Violation, ...]
    sets: tuple[SuspectSet, ...]
    is_only: bool
    is_capped: bool
    is_between: bool = False
    is_balanced: bool = False
    whole: Displacement | Contradiction | None = None
    is_list: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        """The amounts its sentence names besides those of its violations: suspects, what shows a form to be wrong."""
        suspected = (suspect.amount_id for one in self.sets for suspect in one.suspects)
        if isinstance(self.whole, Contradiction):
            return (*suspected, self.whole.total, self.whole.part)
        steps = self.whole.steps if self.whole else ()
        return (*suspected, *(amount for step in steps for amount in (step.first, step.last, step.until)))


def stories(system: System, violations: Iterable[Violation]) -> list[Story]:
    """Group violations by cause: what is wrong with a form as a whole first; one without a cause is its own story."""
    left = {violation.key: violation for violation in violations}
    found: list[Story] = []
    for moved in _searched(system, displacements):
        form = system.printed[moved.steps[0].first].form
        found += _whole(system, moved, _taken(left, moved.keys, form))
        system = system.settling(moved.changes)
    causes_found = _searched(system, causes)
    for one in contradictions(system, causes_found):
        found += _whole(system, one, _taken(left, one.keys, one.form))
    for cause in causes_found:
        if own := [left.pop(key) for key in sorted(cause.keys) if key in left]:
            found.append(_story(system, own, cause))
    found += [_story(system, [violation], None) for _, violation in sorted(left.items())]
    return sorted(_listed(found), key=lambda story: (_gravity(story.lead), story.key))


def _searched(system: System, search: Callable[[System], list[Found]]) -> list[Found]:
    """Search a report; nothing where the search fails: each violation is then its own story."""
    try:
        return search(system)
    except Exception as error:  # a fault of ours on one report must not stop the others, and must be seen
        logging.getLogger(__name__).error(
            "the search for suspects failed on report %s", system.report_id, exc_info=error
        )
        return []


def _taken(left: dict[Key, Violation], keys: Set[Key], form: str) -> list[Violation]:
    """Take out the violations that a form wrong as a whole explains, and the words that are held against it."""
    return [left.pop(key) for key in sorted(left) if key in keys or form in left[key].forms]


def _whole(system: System, whole: Displacement | Contradiction, own: Sequence[Violation]) -> list[Story]:
    return [replace(_story(system, own, None), whole=whole)] if own else []


def _listed(found: Iterable[Story]) -> Iterator[Story]:
    """Make one story of many that violate one identity and accuse no number."""
    alike: dict[str, list[Story]] = {}
    for story in found:
        if story.sets or story.symptoms or story.is_between or story.whole:
            yield story
        else:
            alike.setdefault(story.lead.identity_id, []).append(story)
    for some in alike.values():
        yield from some if len(some) < MANY else [_list(some)]


def _list(some: Sequence[Story]) -> Story:
    lead, *others = sorted((story.lead for story in some), key=_gravity)
    key = story_key(some[0].report_id, (violation.key for violation in (lead, *others)))
    return replace(some[0], key=key, lead=lead, symptoms=tuple(others), is_list=True)


def story_key(report_id: str, keys: Iterable[Key]) -> str:
    """Digest a report and its violated instances, whatever their order."""
    lines = [report_id, *("\t".join(key) for key in sorted(keys))]
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def _story(system: System, violations: Sequence[Violation], cause: Cause | None) -> Story:
    lead, *symptoms = sorted(violations, key=_gravity)
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


def _gravity(violation: Violation) -> tuple[int, Key]:
    return labels.keys("severity").index(violation.severity), violation.key


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
        suspects.append(Suspect(amount, own.value, interval, slip(own, interval, others, shown)))
    return SuspectSet(0, repair.size, round(repair.cost, 6), tuple(suspects))
