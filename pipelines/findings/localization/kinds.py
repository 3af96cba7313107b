"""Kinds: stories of one kind in one report are told as one list.

Belongs here: which stories are of one kind, putting them together. Does not belong here: making stories (suspects), wording
lists (sentences).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import fsum

from pipelines.findings.localization.story import Story, SuspectSet, gravity, story_key

MANY = 2
"""Violations of one kind that are told as one list."""
_OPEN = "one of several"


def join_kinds(found: Iterable[Story]) -> Iterator[Story]:
    """Make one story of many of one kind: they violate one identity and accuse no number, or each one by the same slip."""
    alike: dict[tuple[str, str], list[Story]] = {}
    for story in found:
        if (slip_told := _slip_alone(story)) is None:
            yield story
        else:
            alike.setdefault((story.lead.identity_id, slip_told), []).append(story)
    for some in alike.values():
        yield from some if len(some) < MANY else [_list(some)]


def _slip_alone(story: Story) -> str | None:
    """Return by which slip a story of one violation accuses one number, "" where it accuses none, _OPEN where one of several; else None."""
    if story.symptoms or story.is_between or story.whole:
        return None
    first = story.first
    if len(first) != 1:
        return _OPEN if first else ""
    [told, *others] = [suspect.slip for suspect in first[0].suspects]
    is_alone = len(story.sets) == 1 and not others and told.witness is None
    return told.kind if is_alone and (told.is_telling or told.kind == "rounding_plug") else None


def _list(some: Sequence[Story]) -> Story:
    lead, *others = sorted((story.lead for story in some), key=gravity)
    key = story_key(some[0].report_id, (violation.key for violation in (lead, *others)))
    sets = [one for story in some for one in story.sets]
    suspects = tuple(sorted((s for one in sets for s in one.suspects), key=lambda s: s.amount_id))
    if suspects and len(sets) == len(some):  # each accuses one number: together they are one set
        sets = [SuspectSet(1, fsum(one.size for one in sets), fsum(one.weight for one in sets), suspects)]
    return replace(some[0], key=key, lead=lead, symptoms=tuple(others), sets=tuple(sets), is_list=True)
