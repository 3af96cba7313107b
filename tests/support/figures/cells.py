"""The forms as logical cells in 元, summed from leaf amounts so that every identity holds exactly.

Belongs here: which cells T1 to T9, U4 and Beijing's B5 B9 B12 B13 have, and how each follows from the leaves.
Does not belong here: the leaves (tests/support/figures/leaves.py), a whole report and its printed texts (tests/support/figures/figures.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tests.support.figures import codes
from tests.support.figures.leaves import FUNDS, INCOMES, SPENDINGS, VISITS, ZERO, Fiscal, Leaves

Amounts = dict[str, Decimal]

PERSONNEL_CLASSES = ("301", "303")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One amount of a form in 元: panel is left, right or "", line and column are the keys of the project."""

    form: str
    panel: str = ""
    line: str = ""
    code: str = ""
    label: str = ""
    column: str
    yuan: Decimal


def all_cells(leaves: Leaves, year: int) -> Iterator[Cell]:
    """Every cell of every form of the leaves."""
    yield from overall(leaves, year)
    yield from tree("T2", income_items(leaves), ("total", "fiscal", *INCOMES, "education_fees"), year)
    yield from tree("T3", spending_items(leaves), ("total", *SPENDINGS), year)
    yield from fiscal_overall(leaves, year)
    general, fund, capital = (fund_items(leaves.fiscal, (fund,)) for fund in FUNDS)
    yield from tree("T5", general, ("total", "basic", "project"), year)
    yield from economic("T6", leaves.economic, every=True)
    yield from visits(leaves)
    balance = ("opening", "income", "total", "basic", "project", "closing")
    yield from tree("T8", fund, balance, year)
    yield from tree("T9", capital, balance, year)
    yield from tree("B5", general, balance, year)
    yield from economic("B9", leaves.fund_economic, every=False)
    yield from tree("U4", fund_items(leaves.fiscal, FUNDS), ("total", "basic", "project", "capital_construction"), year)
    yield from services(leaves, year)


def services(leaves: Leaves, year: int) -> Iterator[Cell]:
    """B12 and B13: procurement and purchased services."""
    for line, amount in leaves.procurement.items():
        yield Cell(form="B12", line=line, label=PROCUREMENT_LABELS[line], column="amount", yuan=amount)
    for code, amount in leaves.services.items():
        yield Cell(form="B13", code=code, label=codes.functional_name(code, year), column="amount", yuan=amount)
    yield Cell(form="B13", line="total", label="合计", column="amount", yuan=sum(leaves.services.values(), ZERO))


PROCUREMENT_LABELS = {
    "total": "政府采购支出总额",
    "goods": "政府采购货物支出",
    "works": "政府采购工程支出",
    "services": "政府采购服务支出",
    "sme": "授予中小企业合同金额",
    "micro": "其中：授予小微企业合同金额",
}


def _added(rows: Iterable[tuple[str, Amounts]]) -> dict[str, Amounts]:
    result: dict[str, Amounts] = {}
    for code, amounts in rows:
        row = result.setdefault(code, {})
        for column, amount in amounts.items():
            row[column] = row.get(column, ZERO) + amount
    return result


def income_items(leaves: Leaves) -> dict[str, Amounts]:
    """T2 by 项, 元."""
    fiscal = [(leaf.code, {"total": leaf.income, "fiscal": leaf.income}) for leaf in leaves.fiscal]
    other = [
        (leaf.code, {"total": sum(leaf.income.values(), ZERO), **leaf.income, "education_fees": leaf.fees})
        for leaf in leaves.other
    ]
    return _added(fiscal + other)


def spending_items(leaves: Leaves) -> dict[str, Amounts]:
    """T3 by 项, 元."""
    fiscal = [
        (leaf.code, {"total": leaf.spent, "basic": leaf.basic, "project": leaf.project}) for leaf in leaves.fiscal
    ]
    other = [(leaf.code, {"total": sum(leaf.spent.values(), ZERO), **leaf.spent}) for leaf in leaves.other]
    return _added(fiscal + other)


def fund_items(fiscal: Iterable[Fiscal], funds: tuple[str, ...]) -> dict[str, Amounts]:
    """Fiscal money of the funds by 项, 元."""
    return _added(
        (
            leaf.code,
            {
                "opening": leaf.opening,
                "income": leaf.income,
                "total": leaf.spent,
                "basic": leaf.basic,
                "project": leaf.project,
                "closing": leaf.closing,
                "capital_construction": leaf.construction,
            },
        )
        for leaf in fiscal
        if leaf.fund in funds
    )


def tree(form: str, items: dict[str, Amounts], columns: tuple[str, ...], year: int) -> Iterator[Cell]:
    """A form by functional code: every 项 with its 款 and 类, and the total row, in 元."""
    items = {code: row for code, row in items.items() if any(row.get(column) for column in columns)}
    wanted = {code[:length] for code in items for length in (3, 5, 7)}
    for code in ("", *sorted(wanted)):
        for column in columns:
            amount = sum((row.get(column, ZERO) for item, row in items.items() if item.startswith(code)), ZERO)
            label = codes.functional_name(code, year) if code else "合计"
            yield Cell(form=form, line="" if code else "total", code=code, label=label, column=column, yuan=amount)


def economic(form: str, amounts: Amounts, every: bool) -> Iterator[Cell]:
    """T6 or B9: economic 类 and 款, then personnel and public totals and their sum; `every` keeps rows of zero."""
    rare = {code[:3] for code, amount in amounts.items() if amount} | {"301", "302", "303", "310"}
    for code, name in codes.ECONOMIC:
        amount = sum((value for key, value in amounts.items() if key.startswith(code)), ZERO)
        if amount or (every and code[:3] in rare):
            yield Cell(form=form, code=code, label=name, column="amount", yuan=amount)
    personnel = sum((value for key, value in amounts.items() if key[:3] in PERSONNEL_CLASSES), ZERO)
    total = sum(amounts.values(), ZERO)
    yield Cell(form=form, line="personnel_total", label="人员经费合计", column="amount", yuan=personnel)
    yield Cell(form=form, line="public_total", label="公用经费合计", column="amount", yuan=total - personnel)
    yield Cell(form=form, line="total", label="合计", column="amount", yuan=total)


def visits(leaves: Leaves) -> Iterator[Cell]:
    """T7: 三公 expenditure, budget and final, in 元."""
    for phase, amounts in (("budget", leaves.visits_budget), ("final", leaves.visits_final)):
        vehicles = amounts["purchase"] + amounts["running"]
        row = {"total": sum(amounts.values(), ZERO), "vehicles": vehicles, **{k: amounts[k] for k in VISITS}}
        for item in ("total", "abroad", "vehicles", "purchase", "running", "reception"):
            yield Cell(form="T7", column=f"{phase}_{item}", yuan=row[item])


FISCAL_LABELS = dict(
    zip(FUNDS, ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"), strict=True)
)


def overall(leaves: Leaves, year: int) -> Iterator[Cell]:
    """T1 收入支出决算总表 in 元."""
    fiscal = {fund: sum((leaf.income for leaf in leaves.fiscal if leaf.fund == fund), ZERO) for fund in FUNDS}
    income = income_items(leaves).values()
    left = fiscal | {kind: sum((row.get(kind, ZERO) for row in income), ZERO) for kind in INCOMES}
    received = sum(left.values(), ZERO)
    opening = sum((leaf.opening for leaf in leaves.fiscal), leaves.other_opening)
    left |= {"fiscal": sum(fiscal.values(), ZERO), "within_government_fund": fiscal["government_fund"]}
    left |= {"within_donation": sum((leaf.donation for leaf in leaves.other), ZERO), "income_total": received}
    left |= {"surplus_used": leaves.surplus_used, "opening": opening}
    left["income_grand_total"] = received + leaves.surplus_used + opening
    for line, amount in left.items():
        yield Cell(form="T1", panel="left", line=line, column="amount", yuan=amount)
    yield from _overall_right(leaves, year)


def _overall_right(leaves: Leaves, year: int) -> Iterator[Cell]:
    items = spending_items(leaves)
    for code, name in codes.classes(year):
        amount = sum((row["total"] for item, row in items.items() if item.startswith(code)), ZERO)
        yield Cell(form="T1", panel="right", line="class", code=code, label=name, column="amount", yuan=amount)
    spent = sum((row["total"] for row in items.values()), ZERO)
    closing = sum((leaf.closing for leaf in leaves.fiscal), leaves.other_closing)
    right = {"expenditure_total": spent, "surplus_allocated": leaves.surplus_allocated, "closing": closing}
    right["expenditure_grand_total"] = sum(right.values(), ZERO)
    for line, amount in right.items():
        yield Cell(form="T1", panel="right", line=line, column="amount", yuan=amount)


def fiscal_overall(leaves: Leaves, year: int) -> Iterator[Cell]:
    """T4 财政拨款收入支出决算总表 in 元."""
    income = {fund: sum((leaf.income for leaf in leaves.fiscal if leaf.fund == fund), ZERO) for fund in FUNDS}
    opening = {fund: sum((leaf.opening for leaf in leaves.fiscal if leaf.fund == fund), ZERO) for fund in FUNDS}
    left = income | {"income_total": sum(income.values(), ZERO), "opening": sum(opening.values(), ZERO)}
    left |= {f"opening_{fund}": amount for fund, amount in opening.items()}
    left["income_grand_total"] = left["income_total"] + left["opening"]
    for line, amount in left.items():
        yield Cell(form="T4", panel="left", line=line, column="amount", yuan=amount)
    for code, name in codes.classes(year):
        yield from _by_fund("class", code, name, [x for x in leaves.fiscal if x.code.startswith(code)], "spent")
    yield from _by_fund("expenditure_total", "", "", leaves.fiscal, "spent")
    yield from _by_fund("closing", "", "", leaves.fiscal, "closing")
    yield from _by_fund("expenditure_grand_total", "", "", leaves.fiscal, "spent", "closing")


def _by_fund(line: str, code: str, name: str, leaves: Iterable[Fiscal], *parts: str) -> Iterator[Cell]:
    amounts = dict.fromkeys(FUNDS, ZERO)
    for leaf in leaves:
        amounts[leaf.fund] += sum((getattr(leaf, part) for part in parts), ZERO)
    for column, amount in {"total": sum(amounts.values(), ZERO), **amounts}.items():
        yield Cell(form="T4", panel="right", line=line, code=code, label=name, column=column, yuan=amount)
