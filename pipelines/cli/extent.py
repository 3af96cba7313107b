"""Extent: how far a report was checked: what was read, judged, not judged and why, by the duties of a reviewer.

Belongs here: asking a desk for it, saying it in lines of text. Does not belong here: what is judged (sql/checks), findings (check).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipelines.messages import NOTHING, Message, join, message
from pipelines.queries import Warehouse
from pipelines.vocabulary import labels

UNREAD = ("in doubt",)
"""Status of a form that belongs to the report and was not read: nothing is said of it."""
ELSEWHERE = "not in this table set"
"""Reason of an identity whose form only other sets of forms have."""
_REASONS = 8
"""Reasons that a line lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What became of one form or section under one duty (checks.extent); reasons: reason → instances that were not judged."""

    duty: str
    form: str | None
    section: str | None
    status: str | None
    numbers: int
    held: int
    judged: int
    violations: int
    not_judged: int
    reasons: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Checked:
    """All that was checked of a report, in the order of the duties, and whether last year's stood beside it."""

    extents: tuple[Extent, ...]
    with_last_year: bool

    @property
    def unread(self) -> list[str]:
        """The forms that belong to the report and were not read, once each."""
        return list(dict.fromkeys(e.form for e in self.extents if e.form and e.status in UNREAD))


def ask(warehouse: Warehouse, report_id: str) -> Checked:
    """How far a report of a warehouse was checked."""
    rows = warehouse.rows("book/extent", report=report_id)
    extents = tuple(Extent(**row | {"reasons": row["reasons"] or {}}) for row in rows)
    return Checked(extents, bool(warehouse.rows("check_file/beside", report=report_id)))


def details(checked: Checked) -> Iterator[Message]:
    """Say what was read and judged of each form and section, below the duty that it belongs to, indented.

    Those of which everything was judged share a line, those that the set of forms has not share another; the rest have one each.
    """
    for duty, group in groupby(checked.extents, key=lambda e: e.duty):
        extents = list(group)
        yield message("extent_duty", duty=labels.word("duty", duty))
        if done := [e for e in extents if e.judged and not e.not_judged and e.status not in UNREAD]:
            yield message("extent_all_judged", extents=join(map(_one, done), "；", "; "))
        for extent in extents:
            if extent not in done and not _is_elsewhere(extent):
                yield message("extent_line", extent=_one(extent))
        if elsewhere := [e for e in extents if _is_elsewhere(e)]:
            yield message("extent_elsewhere", forms=join((Message(*name(e)) for e in elsewhere), "、", ", "))


def in_all(checked: Checked) -> Message:
    """Say how much was judged in all, and why the rest could not be."""
    judged, left = (sum(getattr(e, name) for e in checked.extents) for name in ("judged", "not_judged"))
    why = message("in_brackets", said=_reasons(checked.extents)) if left else NOTHING
    beside = message("yes" if checked.with_last_year else "no")
    return message("extent_in_all", all=judged + left, left=left, why=why, beside=beside)


def _is_elsewhere(extent: Extent) -> bool:
    """Whether it is of a form that only other sets of forms have: nothing was read of it, and that is the only reason."""
    kinds = {reason.partition(": ")[0] for reason in extent.reasons}
    return not extent.numbers and not extent.judged and kinds == {ELSEWHERE}


def _reasons(extents: Sequence[Extent]) -> Message:
    """The reasons with how often each, the most frequent first; one that is of several forms is counted over them, without their names."""
    counts: Counter[str] = Counter()
    for extent in extents:
        counts.update(extent.reasons)
    kinds: dict[str, list[str]] = {}
    for reason, _ in counts.most_common():
        kinds.setdefault(reason.partition(": ")[0], []).append(reason)
    told = {some[0] if len(some) == 1 else kind: sum(counts[one] for one in some) for kind, some in kinds.items()}
    listed = Counter(told).most_common()
    shown = [message("counted", word=labels.reason(reason), count=times) for reason, times in listed[:_REASONS]]
    more = sum(times for _, times in listed[_REASONS:])
    return join([*shown, message("other_reasons", count=more)] if more else shown)


def _one(extent: Extent) -> Message:
    """支出决算表 读数62 判断64 不符1 无法判断58（应有合计处为空白 58）; of a form without numbers also its status."""
    told = extent.status if extent.status != "filled" else None
    status = message("in_brackets", said=labels.word("status", told)) if told else NOTHING
    counts = {"numbers": extent.numbers, "held": extent.held, "judged": extent.judged, "violations": extent.violations}
    said = [message(f"extent_{key}", count=count) for key, count in counts.items() if count or key == "judged"]
    if extent.not_judged:
        said.append(message("extent_not_judged", count=extent.not_judged, why=_reasons([extent])))
    return message("extent_one", name=name(extent), status=status, counts=join(said, " "))


def name(extent: Extent) -> labels.Bilingual:
    """What the form or the section is called; 全篇 where it is of the report as a whole."""
    if extent.form:
        return labels.form(extent.form)
    return labels.word("section", extent.section or "whole")
