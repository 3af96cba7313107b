"""Unjudged: the numbers of a report that no identity judges: a misprint in one of them would pass silently.

Belongs here: asking a desk for them, saying them in a line and as values. Does not belong here: which they are
(sql/checks/results/unjudged.sql), how far each form was checked (extent).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import labels

SHOWN = 40
"""Numbers that the line lists; JSON lists all."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many numbers of a report were read, and those of them that nothing judges, by page (sql/book/unjudged.sql)."""

    read: int
    unjudged: list[Row]

    @property
    def judged(self) -> int:
        """How many some identity judges."""
        return self.read - len(self.unjudged)


def ask(warehouse: Warehouse, report_id: str) -> Numbers:
    """The numbers of a current report of a warehouse; of a superseded one nothing is judged, and none is listed."""
    [row] = warehouse.rows("book/numbers", report=report_id)
    return Numbers(row["numbers"], warehouse.rows("book/unjudged", report=report_id))


def line(numbers: Numbers) -> str:
    """读到的数382个，其中354个有勾稽关系判断（92.7%），其余28个印错也不会被发现：第9页 …, in English too."""
    share = f"{numbers.judged / numbers.read:.1%}" if numbers.read else "—"
    zh = f"读到的数{numbers.read}个，其中{numbers.judged}个有勾稽关系判断（{share}）"
    en = f"{numbers.judged} of {numbers.read} numbers are judged by some identity ({share})"
    if not numbers.unjudged:
        return f"{zh} / {en}"
    listed = "；".join(_pages(numbers.unjudged[:SHOWN]))
    more = len(numbers.unjudged) - SHOWN
    rest = f"；另{more}个见 --format json" if more > 0 else ""
    left = len(numbers.unjudged)
    return (
        f"{zh}，其余{left}个印错也不会被发现 / {en}; a misprint in the other {left} would pass silently: {listed}{rest}"
    )


def values(numbers: Numbers) -> dict[str, object]:
    """The same as values that JSON knows, every number with it."""
    return {"numbers": numbers.read, "numbers_judged": numbers.judged, "unjudged": numbers.unjudged}


def _pages(rows: list[Row]) -> Iterator[str]:
    """第9页 三公经费 3批次、56人次, a page and form or section at a time."""
    for (page, form, section), group in groupby(rows, key=lambda row: (row["page"], row["form"], row["section"])):
        place, _ = labels.form(form) if form else labels.word("section", section, (section, section))
        yield f"第{page}页 {place} " + "、".join(row["text"] + row["counted_in"] for row in group)
