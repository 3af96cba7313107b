"""Standing: where a page or a printed number stands, as a reader of its file looks for it: page 7, or sheet and range.

Belongs here: what an evidence page calls a page or a place, in both languages. Does not belong here: the words themselves
(findings.addresses), which numbers are shown (report_page, page_findings), markup (templates).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipelines.findings import page_words
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import Bilingual

PLACES = ("member", "sheet", "address")
"""What a figure is told to stand in: its file in an archive, its sheet, the range or the table, row and cell; all empty in a PDF."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The sheets (sheet, member) that pages are, by (report_id, page); a page that is not there is one of a PDF."""

    sheets: Mapping[tuple[str, int], Row]

    def page(self, report_id: str, page: int) -> Bilingual:
        """第 7 页, or 工作表“收入决算表”."""
        if named := self.sheets.get((report_id, page)):
            return page_words(page, named["sheet"], "", named["member"])
        return f"第 {page} 页", f"Page {page}"

    def brief(self, report_id: str, page: int | None) -> Bilingual:
        """The same below a heading that says page: 7."""
        if page and (report_id, page) in self.sheets:
            return self.page(report_id, page)
        return str(page or ""), str(page or "")

    def pages(self, report_id: str, pages: Sequence[int]) -> Bilingual:
        """页 7, 8, or the sheets."""
        named = [self.brief(report_id, page) for page in pages]
        if any((report_id, page) in self.sheets for page in pages):
            return "、".join(zh for zh, _ in named), ", ".join(en for _, en in named)
        said = ", ".join(zh for zh, _ in named)
        return f"页 {said}", f"page {said}"

    def figure(self, figure: Row) -> Bilingual:
        """第 7 页, or 工作表“收入决算表”B7."""
        if not figure["address"]:
            zh, en = self.page(figure["report_id"], figure["page"])
            return zh, f"{en[:1].lower()}{en[1:]}"
        return page_words(figure["page"], figure["sheet"], figure["address"], figure["member"])

    def brief_figure(self, figure: Row) -> Bilingual:
        """The same below a heading that says page: 7."""
        return self.figure(figure) if figure["address"] else self.brief(figure["report_id"], figure["page"])


def stand(warehouse: Warehouse, report_ids: Iterable[str]) -> Standing:
    """Ask a warehouse which pages of reports are sheets."""
    rows = warehouse.rows("book/sheets", reports=sorted(set(report_ids)))
    return Standing({(row["report_id"], row["page"]): row for row in rows})


def figures_of(warehouse: Warehouse, report_id: str) -> dict[str, Row]:
    """Ask a warehouse for the figures that the findings of a report speak of, by amount id, each with its place (PLACES)."""
    figures = {row["amount_id"]: row for row in warehouse.rows("book/figures", report=report_id)}
    rows = warehouse.rows("findings/addresses", ids=list(figures)) if figures else []
    stands = {row["amount_id"]: row for row in rows}
    return {
        key: figure | {name: stands[key][name] if key in stands else "" for name in PLACES}
        for key, figure in figures.items()
    }
