"""Families of budgets: those that belong together, such that every identity of budgets has something to judge.

Belongs here: which budgets stand beside one another, the budget that a final account states. Does not belong here: the sets of places
(shanghai, wuxi, xian), budgets drawn as pages (tests/support/paper/budgets.py), errors put into them (tests/support/faults).
"""

from dataclasses import replace

from pipelines.reading.readings import Reading
from tests.support.desk.budgets.figures import figures
from tests.support.desk.budgets.forms import Row, form, reading
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.desk.budgets.wuxi import wuxi
from tests.support.desk.budgets.xian import xian


def family(seed: int, name: str) -> list[Reading]:
    """The budgets that belong together: a department and its 本级, two years of one unit, or one alone."""
    if seed % 3 == 0:
        own = figures(seed, name, 2025, "单位")
        whole = replace(
            figures(seed, name, 2025),
            level="部门",
            general={
                c: tuple(map(sum, zip(own.general[c], more, strict=True)))
                for c, more in figures(seed + 1, name, 2025).general.items()
            },
        )
        both = {code: cents + figures(seed + 1, name, 2025).economic[code] for code, cents in own.economic.items()}
        whole = replace(whole, economic=both, costs=tuple(cents + 10_000 for cents in own.costs))
        return [shanghai(whole), shanghai(own)]
    if seed % 3 == 1:
        first, then = (figures(seed + n, name, 2024 + n, plain=False) for n in (0, 1))
        return [wuxi(first), wuxi(then, first)]
    return [xian(figures(seed, name, 2026))]


def of_final(final: Reading) -> Reading:
    """The budget that a final account states: its 年初预算 by item as P5, its budget of the three public expenses as P7."""
    stated = {
        c.code: c
        for c in final.prose.claims
        if c.subject == "function"
        and c.role == "budget"
        and c.base == "initial"
        and c.section == "general_items"
        and c.code
        and c.number
    }
    costs = {
        a.column: a
        for f in final.forms
        if f.key == "T7"
        for a in f.amounts
        if a.column and a.column.startswith("budget_") and not a.within and a.number
    }
    p5 = form(
        "P5",
        [
            Row("", None, code, {"total": int(claim.number.value * 1_000_000)})
            for code, claim in stated.items()
            if claim.number
        ],
    )
    row = {
        column: int(a.number.value * (1_000_000 if a.counted_in == "万元" else 100))
        for column, a in costs.items()
        if a.number
    }
    said = final.disclosure
    unit, level = said.unit or "", said.level or "部门"
    return reading(replace(figures(0, unit, said.year or 0), level=level), [p5, form("P7", [Row("", None, None, row)])])
