"""Coherent figures of a department's final accounts, as the cells of its forms, before anything is printed.

Belongs here: drawing a report and its following year, and an amount as any layout prints it.
Does not belong here: random leaves (tests/support/figures/leaves.py), sums (tests/support/figures/cells.py), what a cell prints (tests/support/paper/texts.py).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from tests.support.figures import codes
from tests.support.figures.cells import Amounts, Cell, all_cells
from tests.support.figures.leaves import ZERO, Leaves, draw_leaves, together

Key = tuple[str, str, str, str, str]

MAY_BE_EMPTY = ("T7", "T8", "T9", "B9", "B13")


@dataclass(frozen=True, kw_only=True)
class Report:
    """A department's or a unit's year: who, which year, every cell; `previous` is the same one a year earlier.

    `budgets` are the 年初预算 of the 项 of T5 in 元, `words` what the department does.
    """

    unit: str
    year: int
    words: str
    members: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    budgets: Amounts
    level: str = "部门"
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
    leaves = together([_leaves(unit) for unit in units])
    budgets: Amounts = {}
    for code, amount in (item for unit in units for item in unit.budgets.items()):
        budgets[code] = budgets.get(code, ZERO) + amount
    year, members = units[0].year, tuple((unit.unit, "") for unit in units)
    cells = tuple(all_cells(leaves, year))
    return Report(
        unit=name,
        year=year,
        words=units[0].words,
        members=members,
        cells=cells,
        budgets=budgets,
        seed=units[0].seed,
        leaves=leaves,
        previous=previous,
        units=units,
    )


def _leaves(unit: Report) -> Leaves:
    """The leaves a drawn report was added up from; raises LookupError for one that was not drawn from leaves."""
    if unit.leaves is None:
        raise LookupError(f"{unit.unit} has no leaves to add up")
    return unit.leaves


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
    return Report(
        unit=name,
        year=year,
        words=department.words,
        members=members,
        cells=cells,
        budgets=budgets,
        seed=seed,
        leaves=leaves,
        previous=previous,
    )


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
