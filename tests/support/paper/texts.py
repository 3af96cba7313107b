"""What the cells of a report print in a layout: the truth that a reading of the drawn report is compared with.

Belongs here: the text of a cell, whether a form has a place for it, all texts of a report.
Does not belong here: the figures (tests/support/figures/figures.py), where on the page a text stands (tests/support/paper/forms.py).
"""

from typing import NamedTuple

from tests.support.figures.cells import Cell
from tests.support.figures.figures import Report, amount_text
from tests.support.figures.leaves import FUNDS
from tests.support.paper.layout import Layout

UNIVERSITY_ONLY = {"fiscal", "within_government_fund", "within_donation"}
UNIVERSITY_NEVER = set(FUNDS)


def cell_text(report: Report, cell: Cell, layout: Layout) -> str:
    """The printed text of a cell in a layout, "" where it is left blank."""
    if not cell.yuan:
        always = layout.zeros or cell.form in layout.zero_forms
        zero = layout.empty == "zero" if report.is_empty(cell.form) else always
        return "0.00" if zero else "" if report.is_empty(cell.form) else layout.nothing
    return amount_text(cell.yuan, layout.unit_of(cell.form), layout.thousands)


def has_place(cell: Cell, layout: Layout) -> bool:
    """Whether the layout's form has a place for the cell at all."""
    university = layout.table_set == "university"
    if cell.form == "T1" and cell.line in (UNIVERSITY_NEVER if university else UNIVERSITY_ONLY):
        return False
    if cell.line == "class":
        return cell.code not in layout.classes_left_out
    if cell.column == "education_fees":
        return university
    if cell.form in ("T6", "B9") and cell.line == "total":
        return layout.basic_total
    if cell.form == "T9" and layout.capital_columns == 3:
        return cell.column in ("total", "basic", "project")
    if cell.form in ("T8", "T9") and cell.line == "total" and layout.fund_header == "in_total_row":
        return cell.column in ("opening", "income", "closing")
    return True


class Expected(NamedTuple):
    """An amount cell of a form, by what tells it from others, and its printed text."""

    form: str
    panel: str
    line: str
    code: str
    column: str
    text: str


def expected(report: Report, layout: Layout) -> list[Expected]:
    """Every amount cell that is not blank, in the layout's print.

    A class row of T1 and T4 has an empty code, as in the golden files, so several may differ in text only.
    """
    return [
        Expected(
            form=c.form,
            panel=c.panel,
            line=c.line,
            code="" if c.line == "class" else c.code,
            column=c.column,
            text=text,
        )
        for c, text in printed(report, layout)
    ]


def printed(report: Report, layout: Layout) -> list[tuple[Cell, str]]:
    """The cells that are not blank, each with its printed text, in the order of the forms."""
    forms = layout.forms_of(report)
    texts = [(c, cell_text(report, c, layout)) for c in report.cells if c.form in forms and has_place(c, layout)]
    return [(cell, text) for cell, text in texts if text]
