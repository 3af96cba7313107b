"""Xi'an's set of budget forms: by unit, by economic item, with last year beside it.

Belongs here: these forms. Does not belong here: figures (figures), columns that several sets share (forms).
"""

from collections import Counter
from dataclasses import replace

from pipelines.reading.readings import Reading
from tests.support.desk.budgets.figures import Figures, sums_by_code
from tests.support.desk.budgets.forms import Row, by_economic_item, by_function, costs_of, form, natures, reading


def xian(budget: Figures) -> Reading:
    """Expenditure by unit, the general budget by economic item too, costs with meetings and training; income as lines.

    The total of all units stands at the top and once more at the end.
    """
    general, whole = budget.whole, natures(budget.whole)
    half = {"basic": whole["basic"] // 2, "project": whole["project"] // 2}
    first = {"total": sum(half.values()), **half}
    second = {key: cents - first[key] for key, cents in whole.items()}
    income: list[Row] = [
        Row("", line, None, {"amount": cents})
        for line, cents in (
            ("total", general["total"] + 500_000),
            ("general_budget/一般公共预算资金小计", general["total"]),
            ("within_part/公共财政拨款（补助）资金", general["total"] - 200_000),
            ("within_part/专项收入", 200_000),
            ("other_funds", 500_000),
            ("within_part/其中：事业收入", 300_000),
        )
    ]
    economic: Counter = Counter()
    for part, items in (("within_basic", budget.economic), ("within_project", budget.projects)):
        for code, cents in items.items():
            economic[code, part] += cents
    codes = sorted({code for code, _ in economic} | {code[:3] for code, _ in economic})

    def both(code: str) -> dict[str, int]:
        cents = {
            part: sum(c for (own, of), c in economic.items() if of == part and own.startswith(code))
            for part in ("within_basic", "within_project")
        }
        return {"total": sum(cents.values()), **cents}

    all_units = Row("", "total", None, whole)
    pe5: list[Row] = [Row("", "total", None, both("")), *(Row("", None, code, both(code)) for code in codes)]
    basic = sums_by_code({code: {"personnel": cents[0], "public": cents[1]} for code, cents in budget.general.items()})
    forms = [
        form("P2", income), form("P3", [all_units, Row("", "unit", None, first), Row("", "unit", None, second), all_units]),
        by_function("P5", budget.sums(), _changed), form("PE5", pe5), by_economic_item("PE16", budget.projects, "万元"),
        by_function("PF6", basic, lambda c: {"total": c["total"], "basic_personnel": c["personnel"], "basic_public": c["public"]}),
        by_economic_item("P6", budget.economic, "万元"), form("P7", _costs_of_units(budget)),
    ]  # fmt: skip
    return reading(budget, forms)


def _costs_of_units(budget: Figures) -> list[Row]:
    """The costs of two units below their sum, of two years and their change."""

    def printed(costs: tuple[int, ...], before: tuple[int, ...], line: str | None) -> Row:
        own, prior = (costs_of(replace(budget, costs=some), "", with_total=line is None) for some in (costs, before))
        return Row("", line, None, {
            **{f"budget{item}": cents for item, cents in own.items()}, **{f"prior{item}": cents for item, cents in prior.items()},
            **{f"change{item}": cents - prior[item] for item, cents in own.items()},
        })  # fmt: skip

    whole, before = budget.costs, tuple(cents * 3 // 4 for cents in budget.costs)
    first, then = (tuple(cents // 3 for cents in some) for some in (whole, before))
    second, later = (tuple(a - b for a, b in zip(*pair, strict=True)) for pair in ((whole, first), (before, then)))
    return [printed(whole, before, None), printed(first, then, "unit"), printed(second, later, "unit")]


def _changed(cents: Counter) -> dict[str, int]:
    """The columns of a form that prints what was spent of the year before, and what the budget changes by, in money and %."""
    before = cents["total"] * 4 // 5 + 137
    change = cents["total"] - before
    return {**natures(cents), "other_year": before, "change": change, "rate": round(10_000 * change / before)}
