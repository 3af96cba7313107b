"""Charts: which of them a unit or a report shows.

Belongs here: spending by 类 and year, budget against final, the carry-over chain, as rows of sql/book become charts.
Does not belong here: the geometry of bars (bars) or their markup (templates).
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from pipelines.outputs.evidence.bars import Chart, chart
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import Bilingual, word

ITEMS = 12
"""Items of a budget drawn: the largest; the forms hold all."""
SCOPES = ("general_budget", "all_funds", "fiscal_appropriation")
"""Scopes of funds of a published budget: the first that both sides give is drawn beside the final account."""


def of_unit(warehouse: Warehouse, unit_key: str, year: int | None = None) -> list[Chart]:
    """The charts of a unit: over all its years, or of one year (the carry-over chain is always whole)."""
    spent = [r for r in warehouse.rows("book/spending", unit=unit_key) if year in (None, r["fiscal_year"])]
    budgets = warehouse.rows("book/budgets", unit=unit_key)
    shown = year or max((r["fiscal_year"] for r in budgets), default=None)
    drawn = [
        *_spending(spent),
        *_budgets([r for r in budgets if r["fiscal_year"] == shown], shown),
        *_chain(warehouse.rows("book/carried", unit=unit_key)),
    ]
    return [one for one in drawn if one]


def _spending(spent: Sequence[Row]) -> Iterator[Chart | None]:
    """Spending by 类 and year, a chart a scope of funds, and its sum by year where there are several."""
    for scope, group in groupby(sorted(spent, key=lambda r: (r["scope"], r["class_code"])), key=lambda r: r["scope"]):
        lines = list(group)
        years = sorted({r["fiscal_year"] for r in lines})
        series = [_same(year) for year in years]
        title = _join(
            ("支出按类", "Spending by class") if len(years) == 1 else ("支出按类、按年", "Spending by class and year")
        )
        named = word("scope", scope)
        items: dict[Bilingual, dict[Bilingual, Decimal | None]] = {}
        for r in lines:
            items.setdefault(_class(r), {})[_same(r["fiscal_year"])] = r["yuan"]
        yield chart(_join(title, named, *(series if len(years) == 1 else ())), items, series)
        if len(years) > 1:
            total = _join(("支出", "spending"), ("合计", "in total"))
            sums = {_same(y): {total: sum(r["yuan"] for r in lines if r["fiscal_year"] == y)} for y in years}
            yield chart(_join(("支出合计按年", "Total spending by year"), named), sums, [total])


def _budgets(budgets: Sequence[Row], year: int | None) -> Iterator[Chart | None]:
    """Budget against final: “三公”, the largest items that the final account prints both of, and those of a published budget."""
    phases = [word("phase", key) for key in ("published", "budget", "annual", "final")]
    published = ("公布的预算与决算各项", "Published budget and final by item")
    drawn = next((scope for scope in SCOPES if any(r["kind"] == scope for r in budgets)), None)
    for kind, title in (
        ("public", ("“三公”经费预算与决算", "Three public expenses: budget and final")),
        ("item", ("一般公共预算各项：预算与决算", "Items of the general budget: budget and final")),
        *([(drawn, _join(published, word("fund", drawn)))] if drawn else ()),
    ):
        items: dict[Bilingual, dict[Bilingual, Decimal | None]] = {}
        for r in (r for r in budgets if r["kind"] == kind):
            label = word("public", r["item"]) if kind == "public" else (r["name"], f"{r['item']} {r['name']}")
            items.setdefault(label, {})[word("phase", r["phase"])] = r["yuan"]
        both = {label: amounts for label, amounts in items.items() if len(amounts) > 1}
        largest = sorted(both, key=lambda label: -_largest(both[label].values()))[:ITEMS]
        used = [phase for phase in phases if any(phase in both[label] for label in largest)]
        yield chart(_join(title, _same(year)), {label: both[label] for label in both if label in largest}, used)


def _largest(amounts: Iterable[Decimal | None]) -> Decimal:
    return max((amount for amount in amounts if amount is not None), default=Decimal(0))


def _chain(carried: Sequence[Row]) -> Iterator[Chart | None]:
    """The carry-over chain: what last year's report closed with, what this year's opened and closed with."""
    keys = ("last_closing", "opening", "closing")
    for fund, group in groupby(carried, key=lambda r: r["fund"]):
        items = {
            _same(r["fiscal_year"]): {word("chain", key): r[f"{key}_yuan"] for key in keys if r[f"{key}_yuan"] is not None}
            for r in group
        }  # fmt: skip
        yield chart(
            _join(("结转结余滚存", "Carry-over chain"), word("fund", fund)),
            items,
            [word("chain", key) for key in keys],
        )


def _class(row: Row) -> Bilingual:
    name = row["class_name"] or row["class_code"]
    return word("class", row["class_code"], (name, name))


def _same(text: object) -> Bilingual:
    return str(text), str(text)


def _join(*parts: Bilingual) -> Bilingual:
    return " · ".join(zh for zh, _ in parts), " · ".join(en for _, en in parts)
