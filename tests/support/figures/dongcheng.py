"""北京市东城区科学技术和信息化局 2023: the published figures as cells of Beijing's tables.

Belongs here: the amounts that the published prose states (万元) and the tables they determine. The published rounding
is kept: the 项 add to 10,898.36 where 10,898.35 is stated.
Does not belong here: the paper (tests/support/paper/dongcheng_paper.py) or anything the source does not say. It gives no economic
classification, so T6 stays empty; balances and purchased services in total only, so B5 and B13 have one row.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tests.support.figures import cells, codes
from tests.support.figures.cells import Amounts, Cell
from tests.support.figures.figures import Report
from tests.support.figures.leaves import INCOMES, SPENDINGS, ZERO
from tests.support.paper.layout import Layout

UNIT = "北京市东城区科学技术和信息化局"
CENTRE = "北京市东城区信息中心（北京市东城区中小企业服务中心）"
YEAR = 2023
TOTAL, BASIC, PROJECT = Decimal("10898.35"), Decimal("1729.89"), Decimal("9168.46")
BALANCE, GRAND_TOTAL = Decimal("26.72"), Decimal("10925.07")
CLASS_TOTALS = {
    "201": ("3900.51", "35.79"),
    "206": ("5290.17", "48.54"),
    "208": ("223.01", "2.05"),
    "210": ("137.31", "1.26"),
    "221": ("244.24", "2.24"),
    "229": ("1103.12", "10.12"),
}
ITEMS: tuple[tuple[str, str, str], ...] = (
    ("2013799", "3900.51", "增加3900.51万元，增长100%。主要原因：追加信创专项工程项目"),
    ("2060101", "608.31", "增加45.68万元，增长8.12%"),
    ("2060199", "517.02", "增加27.74万元，增长5.67%"),
    ("2060702", "115.87", "减少25.63万元，下降18.11%。主要原因：压缩项目支出"),
    ("2060799", "30.63", "减少5.45万元，下降15.11%。主要原因：压缩项目支出"),
    ("2069999", "4018.34", "增加515.16万元，增长14.71%。主要原因：增加政务网运维费446.12万元"),
    ("2080501", "37.56", "增加23.03万元。主要原因：一次性抚恤金和补发津补贴"),
    ("2080502", "4.54", "增加2.55万元。主要原因：补发津补贴"),
    ("2080505", "64.71", "减少4.43万元，下降6.41%"),
    ("2080505", "55.96", "减少0.31万元，下降0.55%"),
    ("2080506", "32.27", "减少2.3万元，下降6.65%"),
    ("2080506", "27.98", "减少0.15万元，下降0.53%"),
    ("2101101", "73.65", "减少3.63万元，下降4.70%"),
    ("2101102", "63.66", "增加3.58万元，增长5.96%"),
    ("2210201", "61.23", "减少2.09万元，下降3.30%"),
    ("2210201", "53.04", "增加4.11万元，增长8.40%"),
    ("2210203", "73.27", "增加3.05万元，增长4.34%"),
    ("2210203", "56.69", ""),
    ("2299999", "1103.12", "追加"),
)
LAYOUT = Layout(
    name="dongcheng",
    table_set="beijing",
    form_numbers=True,
    capital_columns=3,
    zero_forms=("T7", "B12"),
)


def basic_items() -> set[int]:
    """Indexes of the items that are basic expenditure (基本支出): the only subset that adds to the stated 1729.89."""
    amounts = [int(Decimal(amount) * 100) for _, amount, _ in ITEMS]
    sums = [(0, 0)]
    for index, amount in enumerate(amounts):
        sums += [(total + amount, chosen | 1 << index) for total, chosen in sums]
    (found,) = [chosen for total, chosen in sums if total == int(BASIC * 100)]
    return {index for index in range(len(ITEMS)) if found >> index & 1}


def items() -> dict[str, Amounts]:
    """Expenditure by 项 in 元: the items of both units under one code."""
    basic = basic_items()
    result: dict[str, Amounts] = {}
    for index, (code, text, _) in enumerate(ITEMS):
        row = result.setdefault(code, {"total": ZERO, "basic": ZERO, "project": ZERO})
        for column in ("total", "basic" if index in basic else "project"):
            row[column] += Decimal(text) * 10_000
    return {code: {**row, "fiscal": row["total"]} for code, row in result.items()}


def _published(cell: Cell) -> Cell:
    """A sum of items replaced by the total that the source states for it."""
    stated = {"total": TOTAL, "fiscal": TOTAL, "basic": BASIC, "project": PROJECT}
    if cell.line == "total":
        return replace(cell, yuan=stated.get(cell.column, ZERO) * 10_000)
    only_child = cell.code in ("20137", "20805", "21011", "22102", "22999")
    if cell.yuan and (len(cell.code) == 3 or only_child):
        whole = Decimal(CLASS_TOTALS[cell.code[:3]][0]) * 10_000
        if abs(whole - cell.yuan) <= 100:
            return replace(cell, yuan=whole)
    return cell


def report() -> Report:
    """The report as cells in 元."""
    members = ((UNIT, "行政单位"), (CENTRE, "全额拨款事业单位"))
    return Report(unit=UNIT, year=YEAR, words="科技和信息化", members=members, cells=tuple(_cells()), budgets={})


def _cells() -> Iterator[Cell]:
    rows = items()
    yield from _balanced("T1")
    for form in ("T2", "T3", "T5"):
        columns = {"T2": ("total", "fiscal", *INCOMES), "T3": ("total", *SPENDINGS)}
        yield from map(_published, cells.tree(form, rows, columns.get(form, ("total", "basic", "project")), YEAR))
    yield from _balanced("T4")
    known = {
        "opening": BALANCE,
        "income": TOTAL,
        "total": TOTAL,
        "basic": BASIC,
        "project": PROJECT,
        "closing": BALANCE,
    }
    for form in ("B5", "T8", "T9"):
        for column, amount in known.items():
            value = amount * 10_000 if form == "B5" else ZERO
            yield Cell(form=form, line="total", label="合计", column=column, yuan=value)
    yield from cells.economic("T6", {}, every=True)
    yield from cells.economic("B9", {}, every=False)
    yield from _small_forms()


def _balanced(form: str) -> Iterator[Cell]:
    """T1 or T4: one income, one balance, six classes, all of it general budget."""
    left = {"general_budget": TOTAL, "income_total": TOTAL, "opening": BALANCE, "income_grand_total": GRAND_TOTAL}
    left |= {"opening_general_budget": BALANCE} if form == "T4" else {}
    for line, amount in left.items():
        yield Cell(form=form, panel="left", line=line, column="amount", yuan=amount * 10_000)
    right = {"expenditure_total": TOTAL, "closing": BALANCE, "expenditure_grand_total": GRAND_TOTAL}
    columns = ("amount",) if form == "T1" else ("total", "general_budget", "government_fund", "state_capital")
    for column in columns:
        paid = column in ("amount", "total", "general_budget")
        for code, name in codes.classes(YEAR):
            amount = Decimal(CLASS_TOTALS.get(code, ("0",))[0]) if paid else ZERO
            yield Cell(
                form=form, panel="right", line="class", code=code, label=name, column=column, yuan=amount * 10_000
            )
        for line, total in right.items():
            yield Cell(form=form, panel="right", line=line, column=column, yuan=total * 10_000 if paid else ZERO)


def _small_forms() -> Iterator[Cell]:
    cars = {"budget": Decimal("2.72"), "final": Decimal("1.04")}
    for phase, amount in cars.items():
        for item in ("total", "abroad", "vehicles", "purchase", "running", "reception"):
            value = amount * 10_000 if item in ("total", "vehicles", "running") else ZERO
            yield Cell(form="T7", column=f"{phase}_{item}", yuan=value)
    bought = ("3408.23", "478.06", "0", "2930.17", "1483.82", "1340.35")
    for line, text in zip(cells.PROCUREMENT_LABELS, bought, strict=True):
        yield Cell(
            form="B12", line=line, label=cells.PROCUREMENT_LABELS[line], column="amount", yuan=Decimal(text) * 10_000
        )
    yield Cell(form="B13", line="total", label="合计", column="amount", yuan=Decimal("3268.45") * 10_000)
