"""Forms of budgets on the desk: rows of cents as the forms of a reading.

Belongs here: what a row is, columns that several sets share. Does not belong here: figures (figures), which forms a place prints
(shanghai, wuxi, xian), what the prose says of them (prose).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from pipelines.forms.disclosure import Disclosure
from pipelines.forms.forms import Amount, Form
from pipelines.pdf.pages import Document
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk.budgets.figures import Figures

CENTS = {"元": Decimal(1) / 100, "万元": Decimal(1) / 1_000_000}
"""What a cent is in a money unit."""
HALVES = ("basic_personnel", "basic_public")
PHASES = {"budget": "当年", "prior": "上年", "change": "增减变化"}
"""Groups of columns of P7 → what is printed above them."""
FUNDS, LISTS = ("general_budget", "government_fund", "state_capital"), ("PB", "PX")
Columns = Callable[[Counter], dict[str, int]]
"""What the columns of a row print of sums by nature."""


class Row(NamedTuple):
    """A row of a form: panel, what it means (behind / its name, where that matters), and column → cents; None is a blank."""

    panel: str
    line: str | None
    code: str | None
    columns: Mapping[str, int | None]


def reading(budget: Figures, forms: Iterable[Form]) -> Reading:
    """The reading of a budget that prints these forms."""
    disclosure = Disclosure(unit=budget.unit, year=budget.year, kind="budget", level=budget.level, doubts=())
    document = Document(producer="desk", created=f"D:{budget.year}", pages=())
    return Reading(status="registered", disclosure=disclosure, document=document, forms=tuple(forms), doubts=())


def form(key: str, rows: Iterable[Row], unit: str = "万元", parts: Mapping[int, int] = MappingProxyType({})) -> Form:
    """A form of rows, its amounts in a money unit; None is a blank; parts: number of a row → of the one that it is a part of."""
    amounts = tuple(
        replace(_amount(key, unit, number, row, column), part_of=parts.get(number))
        for number, row in enumerate(rows)
        for column in row.columns
    )
    return Form(key=key, title=key, counted_in=unit, pages=(1,), status="filled", amounts=amounts)


def _amount(key: str, unit: str, number: int, row: Row, name: str) -> Amount:
    """The amount of a column of a row; name: the key of the column, behind / its heading."""
    cents, code = row.columns[name], row.code
    line, _, label = row.line.partition("/") if row.line else (None, "", "")
    column, _, printed = name.partition("/")
    phase, _, item = column.partition("_")
    heading = f"{PHASES[phase]}/{item}" if key == "P7" and phase in PHASES else printed or column
    rate = Decimal(1) / 100 if column == "rate" else None
    value = None if cents is None else (cents * (rate or CENTS[unit])).quantize(Decimal("0.01"))
    return Amount(
        form=key, page=1, box=(0.0, 0.0, 1.0, 1.0), panel=row.panel, row=number, column_number=list(row.columns).index(name),
        label=label or (code if line == "within_class" else line or code) or "", code=code, line=line,
        column="change" if rate or phase == "change" else column, heading=heading, within=_is_within(key, row, name),
        text="" if value is None else str(value), mark="blank" if value is None else "number",
        number=None if value is None else Number(value, 2), counted_in="%" if rate else unit, held=False,
    )  # fmt: skip


def _is_within(key: str, row: Row, name: str) -> bool:
    """Whether a column prints a part of another one of its row, or the row a part of the one above."""
    return (
        row.panel == "far"
        or (row.line or "").partition("/")[0] in ("unit", "within_class", "within_item", "within_part")
        or name.startswith("within_")
        or (name in HALVES and "basic" in row.columns)
        or (name in FUNDS and "fiscal" in row.columns and key in LISTS)
    )


def total_of(sums: Mapping[str, Counter]) -> Counter:
    """The sum of the classes, by nature."""
    whole: Counter = Counter()
    for code, cents in sums.items():
        if len(code) == 3:
            whole.update(cents)
    return whole


def natures(cents: Counter) -> dict[str, int]:
    """The columns 合计, 基本支出, 项目支出."""
    return {"total": cents["total"], "basic": cents["personnel"] + cents["public"], "project": cents["project"]}


def halved(cents: Counter) -> dict[str, int]:
    """As natures, with 人员经费 and 公用经费."""
    return {**natures(cents), "basic_personnel": cents["personnel"], "basic_public": cents["public"]}


def by_function(key: str, sums: Mapping[str, Counter], columns: Columns = natures, unit: str = "万元") -> Form:
    """A form of functional codes with their 合计."""
    rows = (Row("", None, code, columns(cents)) for code, cents in sums.items())
    return form(key, [Row("", "total", None, columns(total_of(sums))), *rows], unit)


def by_economic_item(key: str, items: Mapping[str, int], unit: str, halves: bool = False) -> Form:
    """A form of economic items below their classes; halves: with 人员经费 and 公用经费."""
    groups: Counter = Counter()
    for code, cents in items.items():
        groups[code[:3]] += cents

    def columns(cents: int, personnel: int) -> dict[str, int]:
        return {"amount": cents} | (
            {"within_personnel": personnel, "within_public": cents - personnel} if halves else {}
        )

    rows: list[Row] = [
        Row("", None, code, columns(cents, cents if code.startswith("301") else 0))
        for code, cents in sorted({**groups, **items}.items())
    ]
    return form(key, [Row("", "total", None, columns(sum(items.values()), groups["301"])), *rows], unit)


def costs_of(budget: Figures, prefix: str, with_total: bool = False) -> dict[str, int]:
    """The columns of the three public expenses; prefix: of which year; with_total: with meetings and training, and all of it."""
    abroad, reception, purchase, running = budget.costs
    columns = {
        "total": sum(budget.costs),
        "abroad": abroad,
        "reception": reception,
        "vehicles": purchase + running,
        "purchase": purchase,
        "running": running,
    }
    if with_total:
        columns |= {"grand_total": sum(budget.costs) + 70_000, "conference": 30_000, "training": 40_000}
    return {f"{prefix}_{key}": cents for key, cents in columns.items()}
