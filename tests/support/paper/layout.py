"""One publisher's way of laying out the figures: the options a drawn report can differ in.

Belongs here: the options, the sets of forms, and which forms of a report are printed and in which unit.
Does not belong here: the named layouts and the paper they make (tests/support/paper/layouts.py), what a cell prints (tests/support/paper/texts.py).
"""

from dataclasses import dataclass

from tests.support.figures.figures import MAY_BE_EMPTY, Report
from tests.support.paper.blocks import PLAIN, Style

DISTRICT = ("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9")
SETS = {
    "district": DISTRICT,
    "ministry": ("T1", "T2", "T3", "T4", "T5", "T6", "T8", "T9", "T7"),
    "university": ("T1", "T2", "T3", "U4"),
    "beijing": ("T1", "T2", "T3", "T4", "B5", "T5", "T6", "T8", "B9", "T9", "T7", "B12", "B13"),
}


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One publisher's habits.

    code: one (2010601) · padded (201|06|01) · bare (201|6|1) · first (2010601 in the first of three cells) ·
    merged (2010601 in a cell over the three columns)
    total (合计): first · last · header (in the row of 类|款|项) · last_no_code (name cell, empty code cell);
    general_total is that of T5 where it differs
    basic_code (T6): one · two (301|01) · glued (30207邮电费)
    three_public (T7): pairs · blocks · vertical · subtotal (小计 right under 三公, the phases as rows)
    phase_line is a last line of the heading under every column of T2, T3 (决算数); panel_heads head the panels of T1, T4
    fund_header (T8, T9): subtotal · in_total_row (合计|基本支出|项目支出 stand in the 合计 row)
    empty (a form without data): blank · zero (0.00 in every cell) · left_out
    titles: plain · numbered (表1：) · brackets (《》) · year (2024年度…)
    zeros prints 0.00 for a zero in every form that has data, zero_forms only in those forms; nothing is printed for others
    public_unit is the unit of T7 where it differs from `unit`; order lists the forms if they are not in set order.
    """

    name: str
    table_set: str = "district"
    code: str = "one"
    total: str = "first"
    general_total: str = ""
    line_numbers: bool = False
    column_numbers: bool = False
    form_numbers: bool = False
    basic_panels: int = 2
    basic_code: str = "one"
    basic_total: bool = False
    three_public: str = "pairs"
    phase_line: str = ""
    panel_heads: tuple[str, str] = ("收入", "支出")
    fund_header: str = "subtotal"
    capital_columns: int = 6
    tables_first: bool = True
    unit: str = "万元"
    public_unit: str = ""
    thousands: bool = True
    zeros: bool = False
    zero_forms: tuple[str, ...] = ()
    nothing: str = ""
    empty: str = "blank"
    titles: str = "plain"
    order: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    classes_left_out: tuple[str, ...] = ()
    all_landscape: bool = False
    amount_align: str = "right"
    style: Style = PLAIN

    def unit_of(self, form: str) -> str:
        """Unit of money a form is printed in: 万元 or 元."""
        return self.public_unit if form == "T7" and self.public_unit else self.unit

    def forms_of(self, report: Report) -> tuple[str, ...]:
        """The forms printed, in order: those missing, and empty ones if they are left out, are not there."""
        left_out = {f for f in MAY_BE_EMPTY if report.is_empty(f)} if self.empty == "left_out" else set()
        order = self.order or SETS[self.table_set]
        return tuple(form for form in order if form not in self.missing and form not in left_out)
