"""Comparisons: what a finding says that accuses no number: what is above what, and by how much.

Belongs here: the clauses of sentences that set printed numbers beside one another. Does not belong here: suspects and what
should be printed (sentences), which findings accuse no number (localization.search).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.vocabulary import YUAN_PER_UNIT

_OVER = {"B-04": ("超预算", "over budget by"), "B-05": ("超全年预算", "over the budget of the year by")}
"""Identity → what being above its limit is called; others: _ABOVE."""
_ABOVE = ("超出", "above it by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A printed number: its page, what names it (form, row and column, or its clause of the prose), text, counted_in, decimals."""

    page: int
    name: str
    text: str
    counted_in: str
    decimals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Excess:
    """What is above what although it should not be: amount ids, or a constant; by how much, in 元 or as printed.

    reason: what the report gives as the reason, "" where it gives none.
    """

    above: tuple[str, ...]
    below: tuple[str, ...]
    limit: Decimal | None
    by: Decimal
    reason: str


def exceeding(identity_id: str, excess: Excess, places: Mapping[str, Place]) -> tuple[str, str]:
    """Say what is above what and by how much, in Chinese and in English, with the reason the report gives."""
    above, below = ([places[key] for key in keys] for keys in (excess.above, excess.below))
    over, more = _OVER.get(identity_id, _ABOVE)
    by = amount(excess.by, above or below)
    zh = f"{_listed_zh(above, excess.limit)}，大于{_listed_zh(below, excess.limit)}，{over}{by}"
    en = f"{_listed_en(above, excess.limit)} is above {_listed_en(below, excess.limit)}, {more} {by}"
    if excess.reason:
        zh, en = f"{zh}，报告说明的原因：“{excess.reason}”", f"{en}; the report gives as the reason “{excess.reason}”"
    return zh, en


def amount(value: Decimal, fellows: Sequence[Place]) -> str:
    """Word an amount in 元 (or as printed, where it is no money) as its fellows are printed: counted in what, decimals."""
    counted_in, decimals = fellows[0].counted_in, max(place.decimals for place in fellows)
    scaled = value / YUAN_PER_UNIT.get(counted_in, Decimal(1))
    return f"{scaled.quantize(Decimal(1).scaleb(-decimals)):,}{counted_in}"


def _listed_zh(some: Sequence[Place], limit: Decimal | None) -> str:
    listed = "与".join(f"第{place.page}页 {place.name}的{place.text}{place.counted_in}" for place in some)
    return f"{listed}之和" if len(some) > 1 else listed or f"{(limit or Decimal(0)).normalize():f}"


def _listed_en(some: Sequence[Place], limit: Decimal | None) -> str:
    listed = " and ".join(f"{place.text}{place.counted_in} ({place.name}, page {place.page})" for place in some)
    return f"the sum of {listed}" if len(some) > 1 else listed or f"{(limit or Decimal(0)).normalize():f}"
