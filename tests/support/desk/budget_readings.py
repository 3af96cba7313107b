"""Budgets on the desk: readings of random coherent budgets, in three sets of forms, and what stands beside them.

Belongs here: figures of a budget, every form that identities of budgets look at, families such that each has something to judge.
Does not belong here: budgets drawn as pages (tests/support/paper/budgets.py), errors put into them (faults/injections.py).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import NamedTuple

from pipelines.forms.disclosure import Disclosure
from pipelines.forms.forms import Amount, Form
from pipelines.pdf.pages import Document
from pipelines.prose.claims import Claim
from pipelines.reading.readings import NO_PROSE, Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk.budget_prose import wuxi_speech

CENTS = {"元": Decimal(1) / 100, "万元": Decimal(1) / 1_000_000}
"""What a cent is in a money unit."""
ITEMS = ("2010301", "2010302", "2010399", "2080501", "2210203")
FUND_ITEM, STATE_ITEM = "2120803", "2230105"
PERSONNEL, PUBLIC, OTHER = ("30101", "30108"), ("30201", "30211"), ("31002",)
COSTS = ("abroad", "reception", "purchase", "running")
HALVES = ("basic_personnel", "basic_public")
PHASES = {"budget": "当年", "prior": "上年", "change": "增减变化"}
"""Groups of columns of P7 → what is printed above them."""
FUNDS, LISTS = ("general_budget", "government_fund", "state_capital"), ("PB", "PX")


class Row(NamedTuple):
    """A row of a form: panel, what it means, and column → cents; None is a blank."""

    panel: str
    line: str | None
    code: str | None
    columns: Mapping[str, int | None]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A budget: item → cents of (personnel, public, project), economic item → cents, each of the general budget; the other money.

    carried: from the year before, and to the next, all of other money. costs: as COSTS.
    """

    unit: str
    year: int
    level: str
    general: Mapping[str, tuple[int, ...]]
    economic: Mapping[str, int]
    projects: Mapping[str, int]
    fund: int
    state: int
    business: int
    carried: tuple[int, int]
    costs: tuple[int, ...]

    def sums(self) -> dict[str, Counter]:
        """Every code of the general budget and those above it → cents by nature."""
        return _sums(
            {
                code: dict(zip(("personnel", "public", "project"), cents, strict=True))
                for code, cents in self.general.items()
            }
        )

    @property
    def whole(self) -> Counter:
        """Cents of the general budget by nature, and of it all (total)."""
        return Counter(
            {
                key: sum(sums[key] for code, sums in self.sums().items() if len(code) == 3)
                for key in ("personnel", "public", "project", "total")
            }
        )


def figures(seed: int, unit: str, year: int, level: str = "部门", plain: bool = True) -> Figures:
    """Random figures; plain: without money from the year before and of other sources than fiscal appropriation."""
    random = Random(f"budget {seed} {level}")

    def some(most: int) -> int:
        return random.randrange(100_000, most)

    general = {
        code: (some(90_000_000), some(9_000_000), some(40_000_000))
        if code.endswith(("01", "99"))
        else (0, 0, some(30_000_000))
        for code in ITEMS
    }
    halves = [sum(cents[n] for cents in general.values()) for n in (0, 1)]
    economic = {**_split(random, halves[0], PERSONNEL), **_split(random, halves[1], PUBLIC)}
    return Figures(
        unit=unit, year=year, level=level, general=general, economic=economic,
        projects=_split(random, sum(cents[2] for cents in general.values()), (PUBLIC[0], *OTHER)),
        fund=some(20_000_000), state=some(5_000_000), business=0 if plain else some(9_000_000),
        carried=(0, 0) if plain else (some(8_000_000), some(3_000_000)), costs=tuple(some(900_000) for _ in COSTS),
    )  # fmt: skip


def _split(random: Random, cents: int, codes: Sequence[str]) -> dict[str, int]:
    """A sum cut into parts, one a code."""
    cuts = sorted(random.randrange(cents) for _ in codes[1:])
    return dict(
        zip(codes, (after - before for before, after in zip([0, *cuts], [*cuts, cents], strict=True)), strict=True)
    )


def _sums(leaves: Mapping[str, Mapping[str, int]]) -> dict[str, Counter]:
    found: dict[str, Counter] = {}
    for leaf, cents in leaves.items():
        for code in dict.fromkeys((leaf[:3], leaf[:5], leaf)):
            found.setdefault(code, Counter()).update({**cents, "total": sum(cents.values())})
    return dict(sorted(found.items()))


def reading(budget: Figures, forms: Iterable[Form]) -> Reading:
    """The reading of a budget that prints these forms."""
    disclosure = Disclosure(unit=budget.unit, year=budget.year, kind="budget", level=budget.level, doubts=())
    document = Document(producer="desk", created=f"D:{budget.year}", pages=())
    return Reading(status="registered", disclosure=disclosure, document=document, forms=tuple(forms), doubts=())


def said(found: Reading, section: str, subject: str, code: str | None, yuan: Decimal, order: int) -> Claim:
    """What the prose of a budget says of a cell, in 万元 with two decimals."""
    number = Number((yuan / 10_000).quantize(Decimal("0.01")), 2)
    return Claim(
        order=order, page=1, box=(0.0, 10.0 * order, 9.0, 10.0 * order + 9), span=None, statement=order, section=section, subject=subject,
        label="", code=code, role="value", direction="", base="", text=str(number.value), number=number, counted_in="万元",
    )  # fmt: skip


def with_prose(found: Reading) -> Reading:
    """The reading with prose that states the totals of P1, the items of P5 and the costs of P7."""
    sections = {"P1": "overall", "P5": "general_items", "P7": "three_public"}
    claims: list[Claim] = []
    for amount in (a for f in found.forms if f.key in sections for a in f.amounts if a.number and not a.within):
        column, line = amount.column or "", amount.line or ""
        subject = {
            "P1": line if line.endswith("grand_total") and column == "amount" else "",
            "P5": "function" if amount.code and column == "total" else "",
            "P7": {"budget_total": "three_public"}.get(column, column.removeprefix("budget_"))
            if column.removeprefix("budget_") in (*COSTS, "total")
            else "",
        }[amount.form]
        if subject and amount.number:
            yuan = amount.number.value * (10_000 if amount.counted_in == "万元" else 1)
            claims.append(said(found, sections[amount.form], subject, amount.code, yuan, len(claims)))
    return replace(found, prose=replace(NO_PROSE, claims=tuple(claims)))


def form(key: str, rows: Iterable[Row], unit: str = "万元", parts: Mapping[int, int] = MappingProxyType({})) -> Form:
    """A form of rows, its amounts in a money unit; None is a blank; parts: number of a row → of the one that it is a part of."""
    amounts = tuple(
        _amount(
            key,
            unit,
            number,
            panel,
            line,
            code,
            place,
            column,
            cents,
            column.startswith("within_")
            or (column in HALVES and "basic" in columns)
            or (column in FUNDS and "fiscal" in columns and key in LISTS),
            parts.get(number),
        )
        for number, (panel, line, code, columns) in enumerate(rows)
        for place, (column, cents) in enumerate(columns.items())
    )
    return Form(key=key, title=key, counted_in=unit, pages=(1,), status="filled", amounts=amounts)


def _amount(
    key: str,
    unit: str,
    row: int,
    panel: str,
    line: str | None,
    code: str | None,
    place: int,
    column: str,
    cents: int | None,
    within: bool,
    part_of: int | None,
) -> Amount:
    phase, _, item = column.partition("_")
    column, _, printed = column.partition("/")
    heading = f"{PHASES[phase]}/{item}" if key == "P7" and phase in PHASES else printed or column
    rate = Decimal(1) / 100 if column == "rate" else None
    value = None if cents is None else (cents * (rate or CENTS[unit])).quantize(Decimal("0.01"))
    return Amount(
        form=key, page=1, box=(0.0, 0.0, 1.0, 1.0), panel=panel, row=row, column_number=place, label=(code if line == "within_class" else line or code) or "", code=code, line=line,
        column="change" if rate or phase == "change" else column, heading=heading, within=within or panel == "far" or line in ("unit", "within_class", "within_item"), text="" if value is None else str(value), mark="blank" if value is None else "number",
        number=None if value is None else Number(value, 2), counted_in="%" if rate else unit, held=False, part_of=part_of,
    )  # fmt: skip


def _functional(sums: Mapping[str, Counter], columns) -> list[Row]:
    return [Row("", None, code, columns(cents)) for code, cents in sums.items()]


def _total(sums: Mapping[str, Counter]) -> Counter:
    whole: Counter = Counter()
    for code, cents in sums.items():
        if len(code) == 3:
            whole.update(cents)
    return whole


def _natures(cents: Counter) -> dict[str, int]:
    return {"total": cents["total"], "basic": cents["personnel"] + cents["public"], "project": cents["project"]}


def _changed(cents: Counter) -> dict[str, int]:
    """The columns of a form that prints what was spent of the year before, and what the budget changes by, in money and %."""
    before = cents["total"] * 4 // 5 + 137
    change = cents["total"] - before
    return {**_natures(cents), "other_year": before, "change": change, "rate": round(10_000 * change / before)}


def _halved(cents: Counter) -> dict[str, int]:
    return {**_natures(cents), "basic_personnel": cents["personnel"], "basic_public": cents["public"]}


def _by_function(key: str, sums: Mapping[str, Counter], columns=_natures, unit: str = "万元") -> Form:
    return form(key, [Row("", "total", None, columns(_total(sums))), *_functional(sums, columns)], unit)


def _economic(key: str, items: Mapping[str, int], unit: str, halves: bool = False) -> Form:
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


def _money(budget: Figures) -> dict[str, Counter]:
    """All money by function: the general budget's, the funds', and other money as projects of the first item."""
    leaves = {
        code: dict(zip(("personnel", "public", "project"), cents, strict=True))
        for code, cents in budget.general.items()
    }
    for code, cents in ((FUND_ITEM, budget.fund), (STATE_ITEM, budget.state)):
        leaves[code] = {"personnel": 0, "public": 0, "project": cents}
    first = next(iter(leaves))
    extra = budget.business + budget.carried[0] - budget.carried[1]
    return _sums({**leaves, first: {**leaves[first], "project": leaves[first]["project"] + extra}})


def _one(code: str, cents: int) -> dict[str, Counter]:
    return _sums({code: {"personnel": 0, "public": 0, "project": cents}})


def _costs(budget: Figures, prefix: str, with_total: bool = False) -> dict[str, int]:
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


def shanghai(budget: Figures) -> Reading:
    """Codes in P2, a P4 by fund, no totals of the year; a 单位 without funds splits P1 by nature."""
    bare = budget.level == "单位"
    budget = replace(budget, fund=0, state=0) if bare else budget
    money, general = _money(budget), budget.whole
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
    p1 = form("P1", [*left, *right, Row("right", "expenditure_grand_total", None, split(_total(money)))], "元")

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
        p1, _by_function("P2", money, lambda c: {"total": c["total"], "fiscal": c["total"], "business": 0}, "元"),
        _by_function("P3", money, unit="元"), p4, _by_function("P5", budget.sums(), _halved, "元"), _by_function("P8", _one(FUND_ITEM, budget.fund), unit="元"),
        _by_function("P9", _one(STATE_ITEM, budget.state), unit="元"), _economic("P6", budget.economic, "元", halves=True),
        form("P7", [Row("", None, None, _costs(budget, "budget") | running)]),
    ]  # fmt: skip
    return with_prose(reading(budget, forms))


def wuxi(budget: Figures, before: Figures | None = None) -> Reading:
    """Totals of the year, money carried, income by unit, fiscal appropriation as a whole, procurement; last year's costs where given."""
    money, general, (opening, closing) = _money(budget), budget.whole, budget.carried
    fiscal = general["total"] + budget.fund + budget.state
    year, spent = fiscal + budget.business, _total(money)["total"]
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
    all_fiscal = _sums({
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
    costs = _costs(budget, "budget") | (_costs(before, "prior") if before else {})
    forms = [
        form("P1", p1, parts=_last_two(p1)), form("P2", [Row("", "total", None, parts), *(Row("", "unit", None, one) for one in units)]), _by_function("P3", money), form("P4", p4, parts=_last_two(p4)),
        _by_function("PU4", all_fiscal, _halved), _economic("PU6", budget.economic, "万元", halves=True), _by_function("P5", budget.sums(), _halved),
        _economic("P6", budget.economic, "万元", halves=True), _by_function("P8", _one(FUND_ITEM, budget.fund)), _by_function("P9", _one(STATE_ITEM, budget.state)),
        form("P7", [Row("", None, None, costs)]), form("P12", [*(Row("", line, None, _by_source(cents)) for line, cents in goods), *items], parts={4: 0, 5: 0}),
        _economic("P14", {code: cents // 2 for code, cents in budget.economic.items() if code.startswith("302")}, "万元"),
        *_lists(budget, _total(money)["project"]),
    ]  # fmt: skip
    prose = wuxi_speech({f.key: f for f in forms}, {f.key: f for f in wuxi(before).forms} if before else None)
    return replace(reading(budget, forms), prose=replace(NO_PROSE, claims=prose))


def _by_nature(cents: int) -> list[Row]:
    """The expenditure of a balance once more, by economic classification: its total and two parts of it."""
    parts = (cents // 3, cents - cents // 3)
    whole = Row("far", "expenditure_total", None, {"amount": cents})
    return [whole, *(Row("far", "within_economic", None, {"amount": part}) for part in parts)]


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


def xian(budget: Figures) -> Reading:
    """Expenditure by unit, the general budget by economic item too, costs with meetings and training; income as lines."""
    general = budget.whole
    units = (
        {"total": general["total"], "basic": general["personnel"] + general["public"], "project": general["project"]},
    )
    half = {"basic": units[0]["basic"] // 2, "project": units[0]["project"] // 2}
    first = {"total": sum(half.values()), **half}
    second = {key: cents - first[key] for key, cents in units[0].items()}
    income: list[Row] = [
        Row("", line, None, {"amount": cents})
        for line, cents in (
            ("total", general["total"] + 500_000),
            ("general_budget", general["total"]),
            ("other_funds", 500_000),
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

    pe5: list[Row] = [Row("", "total", None, both("")), *(Row("", None, code, both(code)) for code in codes)]
    basic = _sums({code: {"personnel": cents[0], "public": cents[1]} for code, cents in budget.general.items()})
    forms = [
        form("P2", income), form("P3", [Row("", "total", None, units[0]), Row("", "unit", None, first), Row("", "unit", None, second)]),
        _by_function("P5", budget.sums(), _changed), form("PE5", pe5), _economic("PE16", budget.projects, "万元"),
        _by_function("PF6", basic, lambda c: {"total": c["total"], "basic_personnel": c["personnel"], "basic_public": c["public"]}),
        _economic("P6", budget.economic, "万元"), form("P7", _costs_of_units(budget)),
    ]  # fmt: skip
    return reading(budget, forms)


def _costs_of_units(budget: Figures) -> list[Row]:
    """The costs of two units below their sum, of two years and their change."""

    def printed(costs: tuple[int, ...], before: tuple[int, ...], line: str | None) -> Row:
        own, prior = (_costs(replace(budget, costs=some), "", with_total=line is None) for some in (costs, before))
        return Row("", line, None, {
            **{f"budget{item}": cents for item, cents in own.items()}, **{f"prior{item}": cents for item, cents in prior.items()},
            **{f"change{item}": cents - prior[item] for item, cents in own.items()},
        })  # fmt: skip

    whole, before = budget.costs, tuple(cents * 3 // 4 for cents in budget.costs)
    first, then = (tuple(cents // 3 for cents in some) for some in (whole, before))
    second, later = (tuple(a - b for a, b in zip(*pair, strict=True)) for pair in ((whole, first), (before, then)))
    return [printed(whole, before, None), printed(first, then, "unit"), printed(second, later, "unit")]


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
