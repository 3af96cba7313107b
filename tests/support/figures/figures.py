"""Coherent figures of a department's final accounts, as the cells of its forms, before anything is printed.

Belongs here: drawing a report and its following year, and the printed text each cell must have in a layout.
Does not belong here: random leaves (tests/support/figures/leaves.py), sums (tests/support/figures/cells.py), the look of a form (tests/support/paper/layouts.py).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from tests.support.figures import codes
from tests.support.figures.cells import Amounts, Cell, all_cells
from tests.support.figures.leaves import FUNDS, ZERO, Leaves, draw_leaves, together

if TYPE_CHECKING:
    from tests.support.paper.layouts import Layout

Key = tuple[str, str, str, str, str]

UNIVERSITY_ONLY = {"fiscal", "within_government_fund", "within_donation"}
UNIVERSITY_NEVER = set(FUNDS)
MAY_BE_EMPTY = ("T7", "T8", "T9", "B9", "B13")


@dataclass(frozen=True)
class Report:
    """A department's year: who, which year, every cell; `previous` is the same department a year earlier.

    `budgets` are the 年初预算 of the 项 of T5 in 元, `words` what the department does.
    """

    unit: str
    year: int
    words: str
    members: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    budgets: Amounts
    seed: int = 0
    leaves: Leaves | None = None
    previous: "Report | None" = None
    units: "tuple[Report, ...]" = ()

    @property
    def bodies(self) -> int:
        """How many bodies the report covers: what each has once (a car park, ten projects) it has that many times."""
        return max(len(self.units), 1)

    @cached_property
    def _index(self) -> dict[Key, Cell]:
        return {(c.form, c.panel, c.line, c.code, c.column): c for c in self.cells}

    def yuan(self, form: str, column: str, line: str = "", code: str = "", panel: str = "") -> Decimal:
        """Amount of a cell in 元; zero where the form has no such cell."""
        cell = self._index.get((form, panel, line, code, column))
        return cell.yuan if cell else ZERO

    def form(self, form: str) -> list[Cell]:
        """The cells of one form, in the order of the form."""
        return self._forms.get(form, [])

    @cached_property
    def _forms(self) -> dict[str, list[Cell]]:
        forms: dict[str, list[Cell]] = {}
        for cell in self.cells:
            forms.setdefault(cell.form, []).append(cell)
        return forms

    def is_empty(self, form: str) -> bool:
        """Whether every amount of the form is zero (本表无数据)."""
        return form not in self._filled

    @cached_property
    def _filled(self) -> set[str]:
        return {cell.form for cell in self.cells if cell.yuan}


def department(name: str, units: "tuple[Report, ...]", previous: Report | None = None) -> Report:
    """The report of a department over the reports of its units, whose names its list of units gives."""
    leaves = together([unit.leaves for unit in units])
    budgets: Amounts = {}
    for code, amount in (item for unit in units for item in unit.budgets.items()):
        budgets[code] = budgets.get(code, ZERO) + amount
    year, members = units[0].year, tuple((unit.unit, "") for unit in units)
    cells = tuple(all_cells(leaves, year))
    return Report(name, year, units[0].words, members, cells, budgets, units[0].seed, leaves, previous, units)


UNITS = ("科学技术协会", "财政局", "市场监督管理局", "文化和旅游局", "城市管理行政执法局")


def report(
    seed: int,
    year: int = 2024,
    unit: str = "",
    plain: bool = False,
    university: bool = False,
    previous: Report | None = None,
) -> Report:
    """Draw the figures of a department; `plain` leaves only fiscal money of the general budget.

    With `previous` (the report of year-1 with the same seed) this year opens with last year's closing balances.
    """
    kind = seed % len(codes.DEPARTMENTS)
    department = codes.UNIVERSITY if university else codes.DEPARTMENTS[kind]
    name = unit or ("江州大学" if university else f"江州市云溪区{UNITS[kind]}")
    leaves = draw_leaves(seed, year, department, plain, previous.leaves if previous else None)
    members = ((f"{name}（本级）", ""), (f"{name}综合服务中心", "预算不单列，并入本级"))
    cells = tuple(all_cells(leaves, year))
    budgets = {leaf.code: leaf.budget for leaf in leaves.fiscal if leaf.fund == "general_budget"}
    return Report(name, year, department.words, members, cells, budgets, seed, leaves, previous)


def in_letters(number: int) -> str:
    """A number for a unit's name: a digit in one would be a number nobody explains, and 〇〇 is what a blank form prints."""
    return str(number).translate(str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸"))


def next_year(previous: Report) -> Report:
    """The same department a year later, opening with the balances it closed with."""
    university = previous.words == codes.UNIVERSITY.words
    plain = not previous.leaves.other if previous.leaves else True
    return report(previous.seed, previous.year + 1, previous.unit, plain, university, previous)


def amount_text(yuan: Decimal, unit: str = "万元", thousands: bool = True) -> str:
    """An amount as printed: rounded half-up to two decimals of the unit."""
    value = (yuan / 10_000 if unit == "万元" else yuan).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{value:,.2f}" if thousands else f"{value:.2f}"


def cell_text(report: Report, cell: Cell, layout: "Layout") -> str:
    """The printed text of a cell in a layout, "" where it is left blank."""
    if not cell.yuan:
        always = layout.zeros or cell.form in layout.zero_forms
        zero = layout.empty == "zero" if report.is_empty(cell.form) else always
        return "0.00" if zero else ""
    return amount_text(cell.yuan, layout.unit_of(cell.form), layout.thousands)


def has_place(cell: Cell, layout: "Layout") -> bool:
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


def expected(report: Report, layout: "Layout") -> list[tuple[str, str, str, str, str, str]]:
    """(form, panel, line, code, column, text) of every amount cell that is not blank, in the layout's print.

    A class row of T1 and T4 has an empty code, as in the golden files, so several tuples may differ in text only.
    """
    return [
        (c.form, c.panel, c.line, "" if c.line == "class" else c.code, c.column, text)
        for c, text in printed(report, layout)
    ]


def printed(report: Report, layout: "Layout") -> list[tuple[Cell, str]]:
    """The cells that are not blank, each with its printed text, in the order of the forms."""
    forms = layout.forms_of(report)
    texts = [(c, cell_text(report, c, layout)) for c in report.cells if c.form in forms and has_place(c, layout)]
    return [(cell, text) for cell, text in texts if text]
