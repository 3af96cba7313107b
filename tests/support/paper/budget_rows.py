"""Budget rows: the rows of a budget's forms by code and by name, as the profile of a set says.

Belongs here: what a profile holds, functional and economic forms, lists by unit, project or service. Does not belong here: the profiles
themselves, balances and the 三公 table (budget_sets), the figures (budgets).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tests.support.figures.cells import PERSONNEL_CLASSES
from tests.support.paper.budgets import Budget, Text, item_name


@dataclass(frozen=True, kw_only=True)
class Profile:
    """How a set prints: `titles` are key and title of each form in its order, parted by |.

    codes: 3 columns, each level once, 7 (one column), leaves, hyphen, bracket, names; total: first, last, small (小计) or the unit's row;
    income, expenditure: rows of P2 and P3: functions, units, one, triples; natures: basic, three, halves; economic: amount, halves, pairs,
    both (基本 and 项目); balance: the right of P1: classes, natures, four panels; costs: as budget_sets prints the 三公 table;
    before: last year's column stands in P5; inside: titles stand in the frame.
    """

    place: str
    titles: str
    unit: str = "万元"
    label: str = "单位名称："
    codes: str = "7"
    total: str = "first"
    income: str = "functions"
    expenditure: str = "functions"
    natures: str = "basic"
    economic: str = "halves"
    balance: str = "classes"
    costs: str = "wide"
    zero: str = ""
    decimals: int = 2
    commas: bool = True
    before: bool = False
    inside: bool = False


def money(amount: int, profile: Profile) -> str:
    """An amount in 元 as the set prints it."""
    if not amount:
        return profile.zero
    value = Decimal(amount) / (10_000 if profile.unit == "万元" else 1)
    return f"{value:,.{profile.decimals}f}" if profile.commas else f"{value:.{profile.decimals}f}"


def without_fund(budget: Budget) -> Budget:
    """The budget of a set that prints no form of government funds."""
    return replace(budget, fund={})


def _public(budget: Budget) -> int:
    return sum(cents for code, cents in budget.economic.items() if not code.startswith(PERSONNEL_CLASSES))


def natures(budget: Budget, profile: Profile, code: str, basic: int, project: int) -> list[str]:
    """The cells of a row after its name; 公用 is all of the first item's."""
    first = next(iter(budget.general))
    public = _public(budget) if code in ("", first[:3], first[:5], first) else 0
    cells = {
        "basic": [basic + project, basic, project],
        "three": [basic + project, basic - public, public, project],
        "halves": [basic + project, basic - public, public, project],
    }[profile.natures]
    return [money(amount, profile) for amount in cells]


HEADS = {
    "basic": ["合计", "基本支出", "项目支出"],
    "three": ["合计", "人员支出", "日常公用支出", "项目支出"],
    "halves": ["合计", "人员经费支出", "公用经费支出", "专项业务经费支出"],
}


def _named(code: str, profile: Profile, year: int) -> list[str]:
    name = item_name(code, year)
    own = (code[:3], code[3:5], code[5:])
    return {
        "3": [*own, name], "once": [*("" if n < len([p for p in own if p]) - 1 else p for n, p in enumerate(own)), name],
        "hyphen": [f"{code}-{name}"], "bracket": [f"[{code}]{name}"], "names": [name],
    }.get(profile.codes, [code, name])  # fmt: skip


def _over(profile: Profile) -> list[Text]:
    """Head rows over the names of a functional form."""
    if profile.codes in ("3", "once"):
        return [["科目编码", None, None, "科目名称"], ["类", "款", "项", "科目名称"]]
    return [["科目编码", "科目名称"]] if profile.codes in ("7", "leaves") else [["功能分类科目名称"]]


def _with_total(
    rows: Sequence[Sequence[str | None]], total: Sequence[str], names: int, budget: Budget, profile: Profile
) -> list[Sequence[str | None]]:
    word = {"unit": budget.unit, "small": "小计"}.get(profile.total, "合计")
    if profile.total == "last":
        return [*rows, [word, *[None] * (names - 1), *total]]
    return [[*[""] * (names - 1), word, *total], *rows]


def by_function(key: str, budget: Budget, profile: Profile) -> Iterator[Sequence[str | None]]:
    """A form by function: P2 by source, the others by nature."""
    scopes = {"P5": ["general"], "PF6": ["general"], "P8": ["fund"]}.get(key, ["general", "fund"])
    over = _over(profile)
    names = len(over[-1])
    prior = [f"{budget.year - 1}年预算数"] if profile.before and key == "P5" else []
    heads = ["合计", "一般公共预算拨款收入", "政府性基金预算拨款收入"] if key == "P2" else HEADS[profile.natures]
    yield from ([*above, *prior, *heads] for above in over)

    def cells(code: str, basic: int, project: int) -> list[str]:
        if key == "P2":
            own = [
                sum(a for c, both in getattr(budget, s).items() if c.startswith(code) for a in both)
                for s in ("general", "fund")
            ]
            return [money(a, profile) for a in (sum(own), *own)]
        last = [money(basic + project, profile)] if prior else []
        return [*last, *natures(budget, profile, code, basic, 0 if key == "PF6" else project)]

    sums = {
        c: both for c, both in budget.sums(*scopes).items() if len(c) == 7 or profile.codes not in ("leaves", "hyphen")
    }
    rows: list[Text] = [
        [*_named(c, profile, budget.year), *cells(c, *both)] for c, both in sums.items() if key != "PF6" or both[0]
    ]
    yield from _with_total(rows, cells("", *budget.total(*scopes)), names, budget, profile)


def economic(key: str, budget: Budget, profile: Profile) -> Iterator[Sequence[str | None]]:
    """A form by economic item: one amount, 人员 and 公用, pairs with the government's codes, or 基本 and 项目; PE16 has the projects."""
    items = (
        {"30201": sum(budget.total("general")) - sum(budget.economic.values())} if key == "PE16" else budget.economic
    )
    extra = {"30201": budget.total("general")[1]} if key == "PE5" else {}
    groups = {
        c: sum(a for i, a in (*items.items(), *extra.items()) if i.startswith(c))
        for c in sorted({i[:3] for i in (*items, *extra)})
    }
    pairs = ["政府支出经济分类科目"] if profile.economic == "pairs" else []
    form = "both" if key == "PE5" else "amount" if key == "PE16" else profile.economic
    heads = {"amount": ["预算数"], "both": ["合计", "基本支出", "项目支出"]}.get(form, ["合计", "人员经费", "公用经费"])
    yield ["科目编码", "科目名称", *pairs, *heads]

    def row(code: str, name: str, amount: int) -> Text:
        more = sum(a for c, a in extra.items() if c.startswith(code))
        personnel = sum(a for c, a in items.items() if c.startswith(code) and c.startswith(PERSONNEL_CLASSES))
        cells = {"amount": [amount], "both": [amount, amount - more, more]}.get(
            form, [amount, personnel, amount - personnel]
        )
        return [
            code,
            name,
            *(["50199-其他工资福利支出" if code else ""] if pairs else []),
            *(money(a, profile) for a in cells),
        ]

    leaves = {c: items.get(c, 0) + extra.get(c, 0) for c in sorted({*items, *extra})}
    yield row("", budget.unit if profile.total == "unit" else "合计", sum(groups.values()))
    for code, amount in sorted({**groups, **leaves}.items()):
        yield row(code, item_name(code, budget.year), amount)


def lists(key: str, budget: Budget, profile: Profile) -> Iterator[Sequence[str | None]]:
    """A form without codes: income and expenditure by unit or in one row, triples, basic expenditure, projects, services, procurement."""
    general, fund = (sum(budget.total(scope)) for scope in ("general", "fund"))
    basic, project = budget.total("general", "fund")
    funds = [general + fund, general, fund]
    sources = ["总计", "一般公共预算", "政府性基金预算"]
    if key == "P2" and profile.income == "one":
        yield from (["合计", "一般公共预算资金", "政府性基金预算资金"], [money(a, profile) for a in funds])
    elif key in ("P2", "P3") and profile.expenditure != "triples":
        yield ["单位代码", "单位名称", *sources]
        names = ["合计", budget.unit] if profile.total != "unit" else [budget.unit]
        yield from (
            [code, name, *(money(a, profile) for a in funds)] for code, name in zip(("", "101"), names, strict=False)
        )
    elif key == "P3":
        yield ["支出功能分类科目", "政府支出经济分类科目", "部门支出经济分类科目", "合计", "基本支出", "项目支出"]
        for code, (own, other) in budget.sums("general", "fund").items():
            if len(code) == 7:
                named = [f"{code}-{item_name(code, budget.year)}", "50201-办公经费", "30201-办公费"]
                yield [*named, *natures(budget, profile, code, own, other)]
        yield ["合 计", None, None, *natures(budget, profile, "", basic, project)]
    elif key == "P12":
        yield from (["采购类别", "金额"], ["A-货物", "1.00"], ["C-服务", "2.00"], ["合计", "3.00"])
    elif key == "PS":
        yield from (
            ["指导性目录", None, None, "预算金额"],
            ["一级", "二级", "三级", "预算金额"],
            ["合 计", "", "", "3.00"],
        )
        yield from (
            ["01-公共服务", "0116-行业管理服务", name, amount]
            for name, amount in (("行业咨询服务", "1.00"), ("审计服务", "2.00"))
        )
    else:
        whole = basic if key == "PB" else project
        general_part = whole - (0 if key == "PB" else fund)
        word = budget.unit if profile.total == "unit" else "合计"
        yield ["支出项目类别", *sources]
        yield from (
            [name, *(money(a, profile) for a in (whole, general_part, whole - general_part))]
            for name in (word, "样本项目" if key == "PX" else "工资福利支出")
        )
