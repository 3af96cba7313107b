"""Wuxi's set of budget forms, with prose, and the balance of government funds as 陕西 prints it.

Belongs here: these forms. Does not belong here: figures (figures), columns that several sets share (forms), what the prose says (prose).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipelines.forms.forms import Form
from pipelines.reading.readings import NO_PROSE, Reading
from tests.support.desk.budgets.figures import FUND_ITEM, STATE_ITEM, Figures, all_money, of_one_item, sums_by_code
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
from tests.support.desk.budgets.prose import wuxi_speech


def wuxi(budget: Figures, before: Figures | None = None) -> Reading:
    """Totals of the year, money carried, income by unit, fiscal appropriation as a whole, procurement; last year's costs where given."""
    money, general, (opening, closing) = all_money(budget), budget.whole, budget.carried
    fiscal = general["total"] + budget.fund + budget.state
    year, spent = fiscal + budget.business, total_of(money)["total"]
    classes = [(code, cents["total"]) for code, cents in money.items() if len(code) == 3]
    own = [("general_budget", general["total"]), ("government_fund", budget.fund), ("state_capital", budget.state)]
    left = [
        *own,
        ("business", budget.business),
        ("income_total", year),
        ("opening", opening),
        ("income_grand_total", year + opening),
    ]
    right = [
        *(("class", cents) for _, cents in classes),
        ("expenditure_total", spent),
        ("carried_forward", closing),
        ("expenditure_grand_total", spent + closing),
    ]
    codes = [*(code for code, _ in classes), None, None, None]
    p1: list[Row] = [Row("left", line, None, {"amount": cents}) for line, cents in left]
    p1 += [Row("right", line, code, {"amount": cents}) for code, (line, cents) in zip(codes, right, strict=True)]
    all_fiscal = sums_by_code({
        **{code: dict(zip(("personnel", "public", "project"), cents, strict=True)) for code, cents in budget.general.items()},
        FUND_ITEM: {"personnel": 0, "public": 0, "project": budget.fund}, STATE_ITEM: {"personnel": 0, "public": 0, "project": budget.state},
    })  # fmt: skip
    p4: list[Row] = [
        Row("left", line, None, {"amount": cents})
        for line, cents in (("income_total", fiscal), *own, ("income_grand_total", fiscal))
    ]
    p4 += [
        Row("right", "class", code, {"amount": cents["total"]}) for code, cents in all_fiscal.items() if len(code) == 3
    ]
    p4 += [Row("right", line, None, {"amount": fiscal}) for line in ("expenditure_total", "expenditure_grand_total")]
    p1 += _by_nature(spent)
    p4 += _by_nature(fiscal)
    parts = {
        "total": year + opening,
        "general_budget": general["total"],
        "government_fund": budget.fund,
        "state_capital": budget.state,
        "business": budget.business,
        "opening": opening,
    }
    first = {key: cents // 3 for key, cents in parts.items()} | {
        "total": sum(cents // 3 for key, cents in parts.items() if key != "total")
    }
    units = [first, {key: cents - first[key] for key, cents in parts.items()}]
    goods = [("goods", 300_000), ("works", 200_000), ("services", 100_000), ("total", 600_000)]
    items = [Row("", "within_item", None, _by_source(cents)) for cents in (200_000, 100_000)]
    costs = costs_of(budget, "budget") | (costs_of(before, "prior") if before else {})
    forms = [
        form("P1", p1, parts=_last_two(p1)), form("P2", [Row("", "total", None, parts), *(Row("", "unit", None, one) for one in units)]), by_function("P3", money), form("P4", p4, parts=_last_two(p4)),
        by_function("PU4", all_fiscal, halved), by_economic_item("PU6", budget.economic, "万元", halves=True), by_function("P5", budget.sums(), halved),
        by_economic_item("P6", budget.economic, "万元", halves=True), by_function("P8", of_one_item(FUND_ITEM, budget.fund)), by_function("P9", of_one_item(STATE_ITEM, budget.state)),
        form("P7", [Row("", None, None, costs)]), form("P12", [*(Row("", line, None, _by_source(cents)) for line, cents in goods), *items], parts={4: 0, 5: 0}),
        by_economic_item("P14", {code: cents // 2 for code, cents in budget.economic.items() if code.startswith("302")}, "万元"),
        *_lists(budget, total_of(money)["project"]), _fund(budget.fund),
    ]  # fmt: skip
    prose = wuxi_speech({f.key: f for f in forms}, {f.key: f for f in wuxi(before).forms} if before else None)
    return replace(reading(budget, forms), prose=replace(NO_PROSE, claims=prose))


def _by_nature(cents: int) -> list[Row]:
    """The expenditure of a balance once more, by economic classification: its total and two parts of it."""
    parts = (cents // 3, cents - cents // 3)
    whole = Row("far", "expenditure_total", None, {"amount": cents})
    return [whole, *(Row("far", "within_economic", None, {"amount": part}) for part in parts)]


def _fund(cents: int) -> Form:
    """The balance of government funds: one source, one class, and by economic classification a total of two parts, one of them of two more."""
    halves, thirds = (cents // 2, cents - cents // 2), (cents // 3, cents // 2 - cents // 3)
    totals = ("expenditure_total", "expenditure_grand_total")
    lines: list[tuple[str, str, str | None, int]] = [
        ("left", line, None, cents) for line in ("government_fund", "income_total", "income_grand_total")
    ]
    lines += [("middle", "class", FUND_ITEM[:3], cents), *(("middle", line, None, cents) for line in totals)]
    lines += [("far", "within_economic", None, part) for part in (halves[0], *thirds, halves[1])]
    lines += [("far", line, None, cents) for line in totals]
    rows = [Row(panel, line, code, {"amount": part}) for panel, line, code, part in lines]
    return form("PG", rows, parts={6: 10, 7: 6, 8: 6, 9: 10})


def _last_two(rows: Sequence[Row]) -> dict[int, int]:
    """The last two of some rows as parts of the one above them."""
    return {len(rows) - 2: len(rows) - 3, len(rows) - 1: len(rows) - 3}


def _by_source(cents: int) -> dict[str, int]:
    """A purchase by its sources: fiscal money of two funds with their sum, other money."""
    fiscal, general = cents * 3 // 4, cents // 2
    return {
        "total": cents, "within_fund/财政拨款/小计": fiscal, "within_fund/财政拨款/一般公共预算": general,
        "within_fund/财政拨款/政府性基金预算": fiscal - general, "within_fund/单位资金": cents - fiscal,
    }  # fmt: skip


def _lists(budget: Figures, projects: int) -> list[Form]:
    """Basic expenditure by economic item and all money for projects, by source, and purchased services."""
    sums: Counter = Counter()
    for code, cents in budget.economic.items():
        sums.update({code[:3]: cents, code: cents})

    def by_source(cents: int, special: int = 0) -> dict[str, int]:
        return {
            "total": cents,
            "fiscal": cents - special,
            "general_budget": cents - special,
            "special_accounts": special,
        }

    basic = [Row("", "total", None, by_source(sum(budget.economic.values())))]
    basic += [Row("", None, code, by_source(cents)) for code, cents in sorted(sums.items())]
    classes = {number: 0 for number, row in enumerate(basic) if len(row.code or "") == 3}
    first = projects // 4
    named = [("total", projects), ("project_1", first), ("project_2", projects - first)]
    return [
        form("PB", basic, parts=classes), form("PX", [Row("", name, None, by_source(cents, cents // 10)) for name, cents in named], parts={1: 0, 2: 0}),
        form("PS", [Row("", name, None, {"amount": cents}) for name, cents in (("total", 900_000), ("service_1", 500_000), ("service_2", 400_000))]),
        form("PC", [Row("", name, None, {"amount": cents}) for name, cents in (("total", 700_000), ("carried_1", 500_000), ("carried_2", 200_000))], parts={1: 0, 2: 0}),
    ]  # fmt: skip
