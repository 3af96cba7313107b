"""Claims: what the prose says in numbers: subject, role, number with its printed decimals and unit, and its place.

Belongs here: the value. Does not belong here: how a sentence becomes claims (sentence_reader), scores in tables
(score_tables), which of several readings fits the arithmetic (disambiguation), sums (sql/checks).
"""

from dataclasses import dataclass
from typing import NamedTuple

from pipelines.pdf import Box
from pipelines.vocabulary import Interval, Number, printed_interval


class TextSpan(NamedTuple):
    """A place in the running text: the index of its sentence, the offsets of its first letter and behind its last one."""

    sentence: int
    start: int
    end: int


FUND_INCOMES = ("income_general_budget", "income_government_fund", "income_state_capital")
"""Subjects of the incomes of one fund; the bare name of a fund is read as its income."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing the prose says in numbers (or, role direction, in a comparing word alone).

    order: its place among the claims of the report, from 0; page, box in points: the number; span: None for a number in
    a table of scores; statement: what is said of one subject in one go shares a number.
    section, subject, role, direction, base: keys of wordings/*.csv; label: the subject as named; code: functional or
    economic code. number: in `counted_in`, None for template residue (XX万元) and for words.
    doubts: why the wording is not to be trusted; fitted, fits: which reading fits the arithmetic (pipelines.prose.disambiguation).
    """

    order: int
    page: int
    box: Box
    span: TextSpan | None
    statement: int
    section: str
    subject: str
    label: str
    code: str | None
    role: str
    direction: str
    base: str
    text: str
    number: Number | None
    counted_in: str
    doubts: tuple[str, ...] = ()
    fitted: str | None = None
    fits: bool | None = None

    @property
    def interval(self) -> Interval | None:
        """The values that its number stands for, money in 元; None where it has none."""
        return printed_interval(self.number, self.counted_in) if self.number else None

    @property
    def key(self) -> str:
        """Its key within the report, the end of reading.claim.claim_id: page and order."""
        return f"p{self.page:03d}-n{self.order:04d}"
