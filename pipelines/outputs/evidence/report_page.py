"""Report page: all that the page of one report shows, read from the warehouse.

Belongs here: what stands on it besides the findings: extents, outcomes, what is held, not explained, judged by nothing.
Does not belong here: its findings (page_findings), forms as read (facsimile), markup (templates), files (site), the SELECTs (sql/book).
"""

from dataclasses import dataclass

from pipelines.outputs.evidence.facsimile import PrintedForm, forms
from pipelines.outputs.evidence.page_findings import Finding, findings
from pipelines.outputs.evidence.standing import Standing, figures_of, stand
from pipelines.queries import Row, Warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """All of one report's page."""

    row: Row
    findings: tuple[Finding, ...]
    forms: tuple[PrintedForm, ...]
    extents: list[Row]
    outcomes: list[Row]
    doubts: list[Row]
    held: list[Row]
    unexplained: list[Row]
    numbers: int
    unjudged: list[Row]
    standing: Standing


def report(warehouse: Warehouse, row: Row) -> ReportPage:
    """The page of a report, whose row of sql/book/reports.sql is given."""
    own = {"report": row["report_id"]}
    figures = figures_of(warehouse, row["report_id"])
    shown = {row["report_id"], *(one["report_id"] for one in figures.values())}
    return ReportPage(
        row=row,
        findings=tuple(findings(warehouse, row["report_id"], figures)),
        forms=tuple(forms(warehouse, row["report_id"])),
        extents=warehouse.rows("book/extent", **own),
        outcomes=warehouse.rows("book/outcomes", **own),
        doubts=warehouse.rows("book/doubts", **own),
        held=warehouse.rows("book/held", **own),
        unexplained=warehouse.rows("book/unexplained", **own),
        numbers=warehouse.rows("book/numbers", **own)[0]["numbers"],
        unjudged=warehouse.rows("book/unjudged", **own),
        standing=stand(warehouse, shown),
    )
