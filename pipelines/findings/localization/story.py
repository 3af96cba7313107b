"""Story: what a finding is before it is worded: violations of one cause with their suspects.

Belongs here: the values, the key of a story, the order of its violations. Does not belong here: making stories (suspects),
putting those of one kind together (kinds), wording them (sentences).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from pipelines.findings.localization.constraints import Key
from pipelines.findings.localization.contradiction import Contradiction
from pipelines.findings.localization.displacement import Displacement
from pipelines.findings.localization.error_patterns import Slip
from pipelines.findings.localization.misplaced import Misplaced
from pipelines.findings.localization.other_unit import OtherUnit
from pipelines.findings.localization.row_slips import RowSlip
from pipelines.vocabulary import Interval, labels

Whole = Displacement | Contradiction | OtherUnit | RowSlip | Misplaced
"""What is wrong with a form as a whole."""


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
    accuses a number, or each of which accuses one by the same slip.
    """

    key: str
    report_id: str
    lead: Violation
    symptoms: tuple[Violation, ...]
    sets: tuple[SuspectSet, ...]
    is_only: bool
    is_capped: bool
    is_between: bool
    is_balanced: bool
    whole: Whole | None = None
    is_list: bool = False

    @property
    def first(self) -> tuple[SuspectSet, ...]:
        """The sets that are suspected first: any of them may be the wrong one."""
        return tuple(one for one in self.sets if one.rank == 1)

    @property
    def suspected_first(self) -> tuple[Suspect, ...]:
        """The numbers of these sets."""
        return tuple(suspect for one in self.first for suspect in one.suspects)

    @property
    def named(self) -> tuple[str, ...]:
        """The amounts its sentence names besides those of its violations: suspects, what shows a form to be wrong."""
        suspected = (suspect.amount_id for one in self.sets for suspect in one.suspects)
        if isinstance(self.whole, Contradiction):
            return (*suspected, self.whole.total, self.whole.part)
        if isinstance(self.whole, OtherUnit):
            return (*suspected, *self.whole.largest)
        if isinstance(self.whole, RowSlip | Misplaced):
            return (*suspected, *self.whole.named)
        steps = self.whole.steps if self.whole else ()
        return (*suspected, *(amount for step in steps for amount in (step.first, step.last, step.until)))


def story_key(report_id: str, keys: Iterable[Key]) -> str:
    """Digest a report and its violated instances, whatever their order."""
    lines = [report_id, *("\t".join(key) for key in sorted(keys))]
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def gravity(violation: Violation) -> tuple[int, Key]:
    """Return what violations are ordered by: the gravest first."""
    return labels.keys("severity").index(violation.severity), violation.key
