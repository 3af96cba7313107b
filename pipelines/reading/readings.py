"""Readings: what was read of one report.

Belongs here: the values. Does not belong here: how a reading comes about (report, refusals), storing it (store).
"""

from dataclasses import dataclass

from pipelines.doubts import Doubt
from pipelines.forms import Disclosure, Form
from pipelines.pdf import Document
from pipelines.prose import Claim, Member, RunningText
from pipelines.reading.number_ledger import Token
from pipelines.reading.second_reader import Opinion


@dataclass(frozen=True, slots=True)
class Prose:
    """What the running text says: its sentences with the section of each, claims, units named in 机构设置."""

    text: RunningText
    sections: tuple[str, ...]
    claims: tuple[Claim, ...]
    members: tuple[Member, ...]


NO_PROSE = Prose(RunningText((), "", (), ()), (), (), ())
"""The prose of a report that was not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of one report.

    status: read (goes into the star), registered (a budget: it stands apart in the star), quarantined (held, see doubts).
    opinions: the pages that the other reader has read too.
    """

    status: str
    disclosure: Disclosure
    document: Document
    forms: tuple[Form, ...]
    doubts: tuple[Doubt, ...]
    tokens: tuple[Token, ...] = ()
    prose: Prose = NO_PROSE
    opinions: tuple[Opinion, ...] = ()
