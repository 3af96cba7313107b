"""Extent: how far a report was checked: what was read, judged, not judged and why, by the duties of a reviewer.

Belongs here: asking a desk for it, saying it in lines of text. Does not belong here: what is judged (sql/checks), findings (check).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipelines.queries import Warehouse
from pipelines.vocabulary import labels

UNREAD = ("in doubt",)
"""Status of a form that belongs to the report and was not read: nothing is said of it."""
_REASONS = 6
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


def lines(checked: Checked) -> Iterator[str]:
    """How much was judged in all, then a line a duty with what was read and judged of each form and section."""
    yield _in_all(checked)
    for duty, group in groupby(checked.extents, key=lambda e: e.duty):
        zh, en = labels.word("duty", duty)
        yield f"{zh} {en}: " + "；".join(_one(extent) for extent in group)


def _in_all(checked: Checked) -> str:
    judged, left = (sum(getattr(e, name) for e in checked.extents) for name in ("judged", "not_judged"))
    why_zh, why_en = _reasons(checked.extents)
    zh = f"判断{judged + left}项，其中{left}项无法判断{f'（{why_zh}）' if left else ''}，与上年比较：{'是' if checked.with_last_year else '否'}"
    en = f"{judged + left} to judge, {left} of them could not be{f' ({why_en})' if left else ''}; compared with last year: "
    return f"{zh} / {en}{'yes' if checked.with_last_year else 'no'}"


def _reasons(extents: Sequence[Extent]) -> tuple[str, str]:
    """The reasons with how often each, the most frequent first, in Chinese and in English."""
    counts: Counter[str] = Counter()
    for extent in extents:
        counts.update(extent.reasons)
    listed = counts.most_common()
    shown = [(*labels.reason(reason), times) for reason, times in listed[:_REASONS]]
    more = sum(times for _, times in listed[_REASONS:])
    zh = "，".join(f"{words} {times}" for words, _, times in shown) + (f"，其他 {more}" if more else "")
    return zh, ", ".join(f"{words} {times}" for _, words, times in shown) + (f", other {more}" if more else "")


def _one(extent: Extent) -> str:
    """支出决算表 读数62 判断64 不符1 无法判断58（应有合计处为空白 58）; of a form without numbers also its status."""
    status = f"（{labels.word('status', extent.status)[0]}）" if extent.status not in (None, "filled") else ""
    counts = (("读数", extent.numbers), ("存疑", extent.held), ("判断", extent.judged), ("不符", extent.violations))
    told = "".join(f" {word}{count}" for word, count in counts if count or word == "判断")
    left = f" 无法判断{extent.not_judged}（{_reasons([extent])[0]}）" if extent.not_judged else ""
    return f"{name(extent)[0]}{status}{told}{left}"


def name(extent: Extent) -> labels.Bilingual:
    """What the form or the section is called; 全篇 where it is of the report as a whole."""
    if extent.form:
        return labels.form(extent.form)
    return labels.word("section", extent.section or "whole")
