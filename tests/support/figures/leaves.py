"""Leaf amounts of an invented department, drawn by a seeded random generator.

Belongs here: the amounts that no identity determines (per 项, fund and kind of money) and the few dependent ones that
keep them coherent, such as the closing balance. Everything is in 元 with cents (Decimal).
Does not belong here: sums over leaves and the forms (tests/support/figures/figures.py); codes and names (tests/support/figures/codes.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import NamedTuple

from tests.support.figures import codes
from tests.support.figures.codes import Department

ZERO = Decimal("0.00")
FUNDS = ("general_budget", "government_fund", "state_capital")
INCOMES = ("superior", "operating", "business", "subordinate", "other")
SPENDINGS = ("basic", "project", "remitted", "business", "subsidy")
VISITS = ("abroad", "purchase", "running", "reception")
PERSONNEL = ("30101", "30102", "30103", "30106", "30107", "30112", "30114", "30199", "30305", "30309", "30399")
PUBLIC = ("30201", "30202", "30205", "30206", "30207", "30209", "30211", "30213", "30215", "30216", "30226", "30227")
PUBLIC_MORE = ("30228", "30229", "30239", "30299", "31002", "31007")
RARE = ("30701", "30902", "39999")
VISIT_CODES = {"abroad": "30212", "reception": "30217", "running": "30231", "purchase": "31013"}
STAFF_CODES = {
    "2080501": "30302",
    "2080502": "30302",
    "2080505": "30108",
    "2080506": "30109",
    "2080801": "30304",
    "2101101": "30110",
    "2101102": "30110",
    "2101103": "30111",
    "2210201": "30113",
}


@dataclass(frozen=True, kw_only=True)
class Fiscal:
    """Fiscal money of one 项 and one fund, 元; `budget` is the year's opening budget (年初预算)."""

    code: str
    fund: str
    opening: Decimal
    basic: Decimal
    project: Decimal
    closing: Decimal
    budget: Decimal = ZERO
    construction: Decimal = ZERO

    @property
    def spent(self) -> Decimal:
        return self.basic + self.project

    @property
    def income(self) -> Decimal:
        return self.spent + self.closing - self.opening


@dataclass(frozen=True, kw_only=True)
class Other:
    """Money of one 项 that is not fiscal, 元: income by source and expenditure by kind."""

    code: str
    income: dict[str, Decimal]
    spent: dict[str, Decimal]
    fees: Decimal = ZERO
    donation: Decimal = ZERO


@dataclass(frozen=True, kw_only=True)
class Leaves:
    """All leaf amounts of a department in one year, 元."""

    fiscal: tuple[Fiscal, ...]
    other: tuple[Other, ...]
    other_opening: Decimal
    surplus_used: Decimal
    surplus_allocated: Decimal
    economic: dict[str, Decimal]
    fund_economic: dict[str, Decimal]
    visits_budget: dict[str, Decimal]
    visits_final: dict[str, Decimal]
    procurement: dict[str, Decimal]
    services: dict[str, Decimal]

    @property
    def other_closing(self) -> Decimal:
        received = sum((sum(leaf.income.values()) for leaf in self.other), ZERO)
        spent = sum((sum(leaf.spent.values()) for leaf in self.other), ZERO)
        return self.other_opening + received + self.surplus_used - spent - self.surplus_allocated


def money(rng: Random, low: int, high: int) -> Decimal:
    """An amount between `low` and `high` 万元, in 元 with cents."""
    return Decimal(rng.randint(low * 1_000_000, high * 1_000_000)) / 100


def part(rng: Random, amount: Decimal, low: float, high: float) -> Decimal:
    """A share of `amount`, in 元 with cents."""
    return (amount * Decimal(str(round(rng.uniform(low, high), 4)))).quantize(ZERO)


def split(rng: Random, amount: Decimal, keys: Sequence[str]) -> dict[str, Decimal]:
    """Cut `amount` exactly into one positive piece per key."""
    weights = [rng.uniform(0.2, 1) for _ in keys]
    pieces = {k: (amount * Decimal(str(w / sum(weights)))).quantize(ZERO) for k, w in zip(keys, weights, strict=True)}
    pieces[keys[-1]] += amount - sum(pieces.values())
    return pieces


def draw_leaves(seed: int, year: int, department: Department, plain: bool, previous: Leaves | None) -> Leaves:
    """Draw a year of leaves; the same seed keeps the same 项, and openings continue from `previous`."""
    kept, rng = Random(f"unit {seed}"), Random(f"year {seed} {year}")
    fiscal = tuple(_fiscal(kept, rng, year, department, plain, previous))
    other = () if plain else tuple(_others(kept, rng, department))
    visits_final = _visits(kept, rng)
    leaves = Leaves(
        fiscal=fiscal,
        other=other,
        other_opening=_other_opening(rng, plain, previous),
        surplus_used=ZERO if plain else money(rng, 5, 60),
        surplus_allocated=ZERO,
        economic=_economic(kept, rng, fiscal, visits_final),
        fund_economic=_fund_economic(rng, fiscal),
        visits_budget={k: v + part(rng, v, 0, 0.6) if v else ZERO for k, v in visits_final.items()},
        visits_final=visits_final,
        procurement=_procurement(rng, fiscal),
        services=_services(rng, fiscal),
    )
    return replace(leaves, surplus_allocated=part(rng, leaves.other_closing, 0.05, 0.3) if other else ZERO)


def together(units: Sequence[Leaves]) -> Leaves:
    """The leaves of several units as those of one department."""
    return Leaves(
        fiscal=tuple(leaf for unit in units for leaf in unit.fiscal),
        other=tuple(leaf for unit in units for leaf in unit.other),
        other_opening=sum((unit.other_opening for unit in units), ZERO),
        surplus_used=sum((unit.surplus_used for unit in units), ZERO),
        surplus_allocated=sum((unit.surplus_allocated for unit in units), ZERO),
        economic=_added(unit.economic for unit in units),
        fund_economic=_added(unit.fund_economic for unit in units),
        visits_budget=_added(unit.visits_budget for unit in units),
        visits_final=_added(unit.visits_final for unit in units),
        procurement=_added(unit.procurement for unit in units),
        services=_added(unit.services for unit in units),
    )


def _added(parts: Iterable[dict[str, Decimal]]) -> dict[str, Decimal]:
    """The amounts of the parts by key; a key that a part has not is zero there."""
    sums: dict[str, Decimal] = {}
    for part in parts:
        for key, amount in part.items():
            sums[key] = sums.get(key, ZERO) + amount
    return sums


def _other_opening(rng: Random, plain: bool, previous: Leaves | None) -> Decimal:
    if previous:
        return previous.other_closing
    return ZERO if plain else money(rng, 10, 300)


def _fiscal(
    kept: Random, rng: Random, year: int, department: Department, plain: bool, previous: Leaves | None
) -> Iterable[Fiscal]:
    carried = {(leaf.fund, leaf.code): leaf.closing for leaf in previous.fiscal} if previous else None
    for code, basic, project in _general_amounts(kept, rng, year, department):
        yield _leaf(rng, code, "general_budget", basic, project, year, carried)
    if plain:
        return
    for index, code in enumerate(department.fund):
        basic = money(rng, 5, 40) if index == 0 and kept.random() < 0.5 else ZERO
        yield _leaf(rng, code, "government_fund", basic, money(rng, 40, 2500), year, carried)
    for code in codes.STATE_CAPITAL:
        if codes.exists(code, year):
            yield _leaf(rng, code, "state_capital", ZERO, money(rng, 3, 90), year, carried)


class _Spent(NamedTuple):
    """What is spent on a 项, 元."""

    code: str
    basic: Decimal = ZERO
    project: Decimal = ZERO


def _general_amounts(kept: Random, rng: Random, year: int, department: Department) -> Iterable[_Spent]:
    for code in department.running:
        yield _Spent(code, money(rng, 300, 3000), money(rng, 2, 30) if kept.random() < 0.3 else ZERO)
    for code in department.projects:
        if kept.random() < 0.85 and codes.exists(code, year):
            yield _Spent(code, project=money(rng, 5, 4000))
    for code in codes.STAFF:
        if kept.random() < 0.9 and codes.exists(code, year):
            yield _Spent(code, money(rng, 2, 190))
    for code in codes.OCCASIONAL:
        if kept.random() < 0.6 and codes.exists(code, year):
            basic = code == "2080801"
            yield _Spent(code, money(rng, 1, 40)) if basic else _Spent(code, project=money(rng, 1, 60))


def _leaf(
    rng: Random, code: str, fund: str, basic: Decimal, project: Decimal, year: int, carried: dict | None
) -> Fiscal:
    """One leaf; what stays over is carried only where the code lives on next year."""
    chance = 0.7 if fund == "government_fund" else 0.3
    lives_on = project and (codes.exists(code, year + 1) or codes.exists(codes.RENAMED.get(code, ""), year + 1))
    before = [code, *(old for old, new in codes.RENAMED.items() if new == code)]
    opening = sum((carried.get((fund, key), ZERO) for key in before), ZERO) if carried is not None else ZERO
    if carried is None and project and rng.random() < chance:
        opening = part(rng, project, 0.02, 0.3)
    closing = part(rng, project, 0.02, 0.2) if lives_on and rng.random() < chance else ZERO
    if opening > basic + project + closing:
        project = opening - basic - closing + money(rng, 1, 50)
    spent = basic + project
    budget = rng.choice((spent, ZERO, spent + part(rng, spent, -0.2, 0.2), spent + part(rng, spent, -0.2, 0.2)))
    construction = part(rng, project, 0.1, 0.6) if rng.random() < 0.3 else ZERO
    return Fiscal(
        code=code,
        fund=fund,
        opening=opening,
        basic=basic,
        project=project,
        closing=closing,
        budget=budget,
        construction=construction,
    )


def _others(kept: Random, rng: Random, department: Department) -> Iterable[Other]:
    kinds = INCOMES if kept.random() < 0.5 else tuple(kept.sample(INCOMES, 3))
    for code in (department.running[-1], department.projects[0], "2210201"):
        sources = kinds if code == department.running[-1] else tuple(k for k in kinds if k in ("superior", "other"))
        if not sources:
            continue
        income = {kind: money(rng, 2, 900) for kind in sources}
        fees = part(rng, income.get("operating", ZERO), 0.3, 0.7)
        donation = part(rng, income.get("other", ZERO), 0.01, 0.2)
        yield Other(
            code=code, income=income, spent=dict(_spending(kept, rng, code, income)), fees=fees, donation=donation
        )


def _spending(kept: Random, rng: Random, code: str, income: dict[str, Decimal]) -> Iterable[tuple[str, Decimal]]:
    """Spend most of what came in, on the kinds of expenditure that fit the income."""
    business = part(rng, income.get("business", ZERO), 0.5, 0.9)
    rest = part(rng, sum(income.values()) - business, 0.6, 0.9)
    if business:
        yield "business", business
    if code == "2210201":
        yield "basic", rest
        return
    kinds = ["project", "basic"] if code.endswith(("01", "50", "04", "05")) else ["project"]
    kinds += ["remitted"] if "subordinate" in income or kept.random() < 0.4 else []
    kinds += ["subsidy"] if kept.random() < 0.5 else []
    yield from split(rng, rest, kinds).items()


def _visits(kept: Random, rng: Random) -> dict[str, Decimal]:
    """三公 outturn: some departments do not go abroad or buy cars."""
    ranges = {"abroad": (1, 20, 0.5), "purchase": (12, 40, 0.4), "running": (1, 15, 0.9), "reception": (1, 4, 0.7)}
    return {k: money(rng, low, high) if kept.random() < odds else ZERO for k, (low, high, odds) in ranges.items()}


def _economic(kept: Random, rng: Random, fiscal: Sequence[Fiscal], visits: dict[str, Decimal]) -> dict[str, Decimal]:
    """Basic expenditure of the general budget by 经济分类款, exact to the cent."""
    result = dict.fromkeys(sorted(set(STAFF_CODES.values())), ZERO)
    rest = ZERO
    for leaf in fiscal:
        if leaf.fund == "general_budget" and leaf.code in STAFF_CODES:
            result[STAFF_CODES[leaf.code]] += leaf.basic
        elif leaf.fund == "general_budget":
            rest += leaf.basic
    public = part(rng, rest, 0.12, 0.22)
    result |= split(rng, rest - public, PERSONNEL)
    from_basic = {VISIT_CODES[k]: v for k, v in visits.items() if v and k != "purchase"}
    if sum(from_basic.values()) < public / 2:
        result |= from_basic
        public -= sum(from_basic.values())
    keys = PUBLIC + PUBLIC_MORE + (RARE if kept.random() < 0.5 else ())
    return result | split(rng, public, keys)


def _fund_economic(rng: Random, fiscal: Sequence[Fiscal]) -> dict[str, Decimal]:
    basic = sum((leaf.basic for leaf in fiscal if leaf.fund == "government_fund"), ZERO)
    return split(rng, basic, ("30101", "30102", "30201", "30211")) if basic else {}


def _procurement(rng: Random, fiscal: Sequence[Fiscal]) -> dict[str, Decimal]:
    """政府采购 by kind, with the contracts of small firms as parts of the total."""
    total = part(rng, sum((leaf.project for leaf in fiscal), ZERO), 0.2, 0.5)
    kinds = split(rng, total, ("goods", "works", "services"))
    small = part(rng, total, 0.4, 0.9)
    return {"total": total, **kinds, "sme": small, "micro": part(rng, small, 0.4, 0.9)}


def _services(rng: Random, fiscal: Sequence[Fiscal]) -> dict[str, Decimal]:
    """政府购买服务 by functional code: parts of some projects of the general budget."""
    projects = [leaf for leaf in fiscal if leaf.fund == "general_budget" and leaf.project][:4]
    return {leaf.code: part(rng, leaf.project, 0.1, 0.5) for leaf in projects}
