"""Unjudged: the numbers of a report that no identity judges: a misprint in one of them would pass silently.

Belongs here: asking a desk for them, saying them in a line and as values. Does not belong here: which they are
(sql/checks/results/unjudged.sql), how far each form was checked (extent).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pipelines.findings import page_words
from pipelines.messages import NOTHING, Message, join, message
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


def line(numbers: Numbers) -> Message:
    """How many numbers were read, how many of them some identity judges, and where the first of the others stand."""
    share = f"{numbers.judged / numbers.read:.1%}" if numbers.read else "—"
    said = message("unjudged_share", read=numbers.read, judged=numbers.judged, share=share)
    if not numbers.unjudged:
        return said
    more = len(numbers.unjudged) - SHOWN
    return message(
        "unjudged_rest", share=said, left=len(numbers.unjudged), shown=join(_pages(numbers.unjudged[:SHOWN]), "；", "; "),
        more=message("unjudged_more", count=more) if more > 0 else NOTHING,
    )  # fmt: skip


def values(numbers: Numbers) -> dict[str, object]:
    """The same as values that JSON knows, every number with it."""
    return {"numbers": numbers.read, "numbers_judged": numbers.judged, "unjudged": numbers.unjudged}


def _pages(rows: list[Row]) -> Iterator[Message]:
    """Where numbers stand, a page and form or section at a time: 第9页 三公经费 3批次、56人次."""
    for (page, form, section), group in groupby(rows, key=itemgetter("page", "form", "section")):
        place = labels.form(form) if form else labels.word("section", section, (section, section))
        same = list(group)
        printed = [row["text"] + row["counted_in"] for row in same]
        stands = page_words(page, same[0]["sheet"], "", same[0]["member"])
        yield message("unjudged_on_page", page=stands, place=place, texts=("、".join(printed), ", ".join(printed)))
