"""Shanghai's set of budget forms.

Belongs here: these forms. Does not belong here: figures (figures), columns that several sets share (forms).
"""

from collections import Counter
from dataclasses import replace

from pipelines.reading.readings import Reading
from tests.support.desk.budgets.figures import FUND_ITEM, STATE_ITEM, Figures, all_money, of_one_item
from tests.support.desk.budgets.forms import (
    Row,
    by_economic_item,
    by_function,
    costs_of,
    form,
    halved,
    reading,
    total_of,
)
from tests.support.desk.budgets.prose import with_prose


def shanghai(budget: Figures) -> Reading:
    """Codes in P2, a P4 by fund, no totals of the year; a 单位 without funds splits P1 by nature."""
    bare = budget.level == "单位"
    budget = replace(budget, fund=0, state=0) if bare else budget
    money, general = all_money(budget), budget.whole
    fiscal = general["total"] + budget.fund + budget.state
    funds = {"general_budget": general["total"], "government_fund": budget.fund, "state_capital": budget.state}

    def split(cents: Counter) -> dict[str, int]:
        return {"amount": cents["total"]} | (
            {f"within_{key}": cents[key] for key in ("personnel", "public", "project")} if bare else {}
        )

    classes = {code: cents for code, cents in money.items() if len(code) == 3}
    sources = {"fiscal": fiscal, **funds, "business": 0}
    left: list[Row] = [
        Row("left", line, None, {"amount": cents}) for line, cents in (*sources.items(), ("income_grand_total", fiscal))
    ]
    right: list[Row] = [Row("right", "class", code, split(cents)) for code, cents in classes.items()]
    right += [Row("right", "within_class", code, split(cents)) for code, cents in money.items() if len(code) > 3]
    p1 = form("P1", [*left, *right, Row("right", "expenditure_grand_total", None, split(total_of(money)))], "元")

    def by_fund(code: str, cents: int) -> dict[str, int]:
        key = {FUND_ITEM[:3]: "government_fund", STATE_ITEM[:3]: "state_capital"}.get(code, "general_budget")
        return {"total": cents} | {fund: cents if fund == key else 0 for fund in funds}

    p4_rows: list[Row] = [
        Row("left", line, None, {"amount": cents}) for line, cents in (*funds.items(), ("income_grand_total", fiscal))
    ]
    p4_rows += [Row("right", "class", code, by_fund(code, cents["total"])) for code, cents in classes.items()]
    p4 = form("P4", [*p4_rows, Row("right", "expenditure_grand_total", None, {"total": fiscal, **funds})], "元")
    running = {"budget_operating_costs": general["public"] // 2}
    forms = [
        p1, by_function("P2", money, lambda c: {"total": c["total"], "fiscal": c["total"], "business": 0}, "元"),
        by_function("P3", money, unit="元"), p4, by_function("P5", budget.sums(), halved, "元"), by_function("P8", of_one_item(FUND_ITEM, budget.fund), unit="元"),
        by_function("P9", of_one_item(STATE_ITEM, budget.state), unit="元"), by_economic_item("P6", budget.economic, "元", halves=True),
        form("P7", [Row("", None, None, costs_of(budget, "budget") | running)]),
    ]  # fmt: skip
    return with_prose(reading(budget, forms))
