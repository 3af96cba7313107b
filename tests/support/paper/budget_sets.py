"""Budget sets: how the places of design name, order and code the forms of a budget, as data, and one budget printed in any of them.

Belongs here: the profile of each set, its balances and its 三公 table. Does not belong here: rows by code and lists (budget_rows), the
figures and the sets of Shanghai and Wuxi (budgets), what a test expects.
"""

from collections.abc import Iterator, Sequence

from tests.support.paper.budget_rows import Profile, by_function, economic, lists, money, without_fund
from tests.support.paper.budgets import Budget, Sheet, item_name
from tests.support.paper.headers import numeral

PROFILES = [
    Profile(place="北京", codes="hyphen", total="last", income="one", expenditure="triples", decimals=6, zero="", economic="pairs", costs="wide",
            label="", titles="P1 预算01表 收支总表|P2 预算02表 收入总表|P3 预算03表 支出总表|P4 预算04表 财政拨款收支预算总表|P5 预算05表 一般公共预算支出表"
            "|P6 预算06表 一般公共预算基本支出表|P8 预算07表 政府性基金预算财政拨款支出表|P7 预算09表 财政拨款“三公”经费支出表|P12 预算10表 政府采购预算明细表"
            "|PS 预算11表 财政拨款政府购买服务明细表"),
    Profile(place="深圳", total="unit", income="units", zero="0.00", costs="dated", economic="both", label="部门名称：",
            titles="P1 收支预算总表|P2 收入预算总表|P3 支出预算总表|PB 基本支出总表|PX 项目支出总表|P4 财政拨款收支预算总表|P5 一般公共预算支出预算表"
            "|PE5 一般公共预算支出预算表（按支出经济分类科目）|P7 “三公”经费预算情况表|P8 政府性基金预算支出预算表"),
    Profile(place="广州", codes="bracket", income="units", zero="0.00", costs="rows", economic="amount",
            titles="P1 部门收支总体情况表|P2 部门收入总体情况表|P3 部门支出总体情况表|P4 财政拨款收支总体情况表|P5 一般公共预算支出情况表（按功能分类科目）"
            "|P6 一般公共预算基本支出情况表（按支出经济分类科目）|PE16 一般公共预算项目支出情况表（按支出经济分类科目）|P7 财政拨款安排的行政经费及“三公”经费预算表"
            "|P8 政府性基金预算支出情况表|PB 部门预算基本支出预算表|PX 部门预算项目支出及其他支出预算表"),
    Profile(place="烟台", codes="once", economic="pairs", costs="panels", label="部门（单位）：",
            titles="P1 部门收支总体情况表|P2 部门收入总体情况表|P3 部门支出总体情况表|P4 财政拨款收支总体情况表|P5 一般公共预算支出情况表|P6 一般公共预算基本支出情况表"
            "|P7 一般公共预算“三公”经费支出情况表|P8 政府性基金支出情况表|PB 基本支出预算情况表|PX 项目支出预算情况表|P12 政府采购预算情况表"),
    Profile(place="杭州", codes="names", natures="three", income="units", costs="unit", economic="amount", label="部门名称：",
            titles="P1 表1：2026年市级部门收支预算总表|P2 表2：2026年市级部门收入预算总表|P3 表3：2026年市级部门支出预算总表|P4 表4：2026年市级部门财政拨款收支预算总表"
            "|P5 表5：2026年市级部门一般公共预算支出表|P6 表6：2026年市级部门一般公共预算基本支出表|P7 表7：2026年市级部门一般公共预算“三公”经费支出表"
            "|P8 表8：2026年市级部门政府性基金预算支出表|PX 表10：2026年市级部门项目支出预算表"),
    Profile(place="湖州", natures="three", income="units", costs="unit", commas=False, economic="amount", label="",
            titles="P1 2026年市级部门收支预算总表|P2 2026年市级部门收入预算总表|P3 2026年市级部门支出预算总表|P4 2026年市级部门财政拨款收支预算总表"
            "|P5 2026年市级部门一般公共预算支出表|P6 2026年市级部门一般公共预算基本支出表|P7 2026年市级部门一般公共预算“三公”经费支出表|PX 2026年市级部门项目支出预算表"),
    Profile(place="福州", commas=False, costs="rows", economic="amount", label="",
            titles="P1 一、2026年度收支预算总表|P2 二、2026年度收入预算总表|P3 三、2026年度支出预算总表|P4 四、2026年度财政拨款收支预算总表"
            "|P5 五、2026年度一般公共预算拨款支出预算表|P8 六、2026年度政府性基金预算拨款支出预算表|P6 九、2026年度一般公共预算基本支出经济分类情况表"
            "|P7 十、2026年度一般公共预算“三公”经费支出预算表"),
    Profile(place="泉州", codes="leaves", total="small", commas=False, costs="rows", economic="amount", label="",
            titles="P1 一、2026年度收支预算总表|P3 三、2026年度支出预算总表|P5 五、2026年度一般公共预算拨款支出预算表|P6 九、2026年度一般公共预算基本支出经济分类情况表"
            "|P7 十、2026年度一般公共预算“三公”经费支出预算表"),
    Profile(place="重庆", before=True, costs="wide", economic="halves",
            titles="P1 表一 部门收支总表|P2 表二 部门收入总表|P3 表三 部门支出总表|P4 表四 财政拨款收支预算总表|P5 表五 一般公共预算财政拨款支出预算表"
            "|P6 表六 一般公共预算财政拨款基本支出预算表|P8 表七 政府性基金预算支出表|P7 表八 一般公共预算“三公”经费支出表|P12 表九 政府采购预算明细表"),
    Profile(place="长沙", codes="3", balance="natures", costs="wide", economic="halves",
            titles="P1 部门收支总体情况表|P2 部门收入总体情况表|P3 部门支出总体情况表|P4 财政拨款收支总体情况表|P5 一般公共预算支出情况表|P6 一般公共预算基本支出情况表"
            "|P7 一般公共预算“三公”经费支出情况表|P8 政府性基金预算支出情况表"),
    Profile(place="西安", unit="元", natures="halves", income="units", expenditure="units", balance="four", costs="meetings", economic="halves", label="",
            titles="P1 2026年部门综合预算收支总表|P2 2026年部门综合预算收入总表|P3 2026年部门综合预算支出总表|P4 2026年部门综合预算财政拨款收支总表"
            "|P5 2026年部门综合预算一般公共预算支出明细表（按支出功能分类科目）|PF6 2026年部门综合预算一般公共预算基本支出明细表（按支出功能分类科目）"
            "|P6 2026年部门综合预算一般公共预算基本支出明细表（按支出经济分类科目）|PX 2026年部门综合预算专项业务经费支出表"
            "|P7 2026年部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表"),
    Profile(place="长春", inside=True, costs="split", economic="halves", label="预算单位：",
            titles="P1 2026年部门收支总表|P2 2026年部门收入总表|P3 2026年部门支出总表|P4 2026年财政拨款收支总表|P5 2026年一般公共预算支出表"
            "|P6 2026年一般公共预算基本支出表|P7 2026年一般公共预算“三公”经费支出表|P8 2026年政府性基金预算支出表|PX 2026年项目支出表"),
    Profile(place="中央", income="one", total="last", costs="panels", economic="halves", label="",
            titles="P1 部门收支总表|P2 部门收入总表|P3 部门支出总表|P4 财政拨款收支总表|P5 一般公共预算支出表|P6 一般公共预算基本支出表|P8 政府性基金预算支出表"
            "|P7 一般公共预算“三公”经费支出表"),
]  # fmt: skip
"""The sets of cities and the centre beside those of Shanghai and Wuxi."""


def drawn(budget: Budget, profile: Profile) -> Iterator[Sheet]:
    """Yield the forms of a budget in the order of a set, its titles with it."""
    if not any(title.startswith("P8 ") for title in profile.titles.split("|")):
        budget = without_fund(budget)
    for entry in profile.titles.split("|"):
        key, title = entry.split(" ", 1)
        rows = [list(row) for row in _rows(key, budget, profile)]
        if profile.inside:
            width = [None] * (len(rows[0]) - 1)
            rows = [
                ["(预算表1)", *width],
                [title, *width],
                [f"{profile.label}{budget.unit}", *width[1:], f"单位：{profile.unit}"],
                *rows,
            ]
        yield Sheet(key=key, title="" if profile.inside else title, unit=profile.unit, rows=rows)


def _rows(key: str, budget: Budget, profile: Profile) -> Iterator[Sequence[str | None]]:
    if key in ("P1", "P4"):
        yield from _balance(key, budget, profile)
    elif key == "P7":
        yield from _costs(budget, profile)
    elif key in ("P6", "PE5", "PE16"):
        yield from economic(key, budget, profile)
    elif (
        key in ("PB", "PX", "PS", "P12")
        or (key == "P2" and profile.income != "functions")
        or (key == "P3" and profile.expenditure != "functions")
    ):
        yield from lists(key, budget, profile)
    else:
        yield from by_function(key, budget, profile)


def _balance(key: str, budget: Budget, profile: Profile) -> Iterator[Sequence[str | None]]:
    """Income beside classes, or natures; of Xi'an also twice by economic class; P4 by fund."""
    general, fund = (sum(budget.total(scope)) for scope in ("general", "fund"))
    sums = budget.sums("general", "fund")
    classes = [
        (f"{numeral(n + 1)}、{item_name(c, budget.year)}", c) for n, c in enumerate(c for c in sums if len(c) == 3)
    ]
    basic, project = budget.total("general", "fund")
    left = [
        ("一、一般公共预算拨款收入", general),
        ("二、政府性基金预算拨款收入", fund),
        ("本年收入合计", general + fund),
    ]
    right = [(name, [sum(budget.sums(s).get(c, (0, 0))) for s in ("general", "fund")]) for name, c in classes]
    if key == "P1" and profile.balance == "natures":
        right = [("一、基本支出", [basic, 0]), ("二、项目支出", [project, 0])]
    by_fund = ["合计", "一般公共预算", "政府性基金预算"] if key == "P4" else ["预算数"]
    again = (
        [("1、人员经费和公用经费支出", basic), ("2、专项业务经费支出", project)] if profile.balance == "four" else []
    )
    panels = 2 if again else 0
    yield ["收入", None, "支出", *[None] * (len(by_fund) + 2 * panels)]
    yield [
        "项目",
        "预算数",
        "项目",
        *by_fund,
        *["部门经济科目（按大类）", "预算数", "政府预算支出经济分类科目（按大类）", "预算数"][: 2 * panels],
    ]
    for n in range(max(len(left), len(right))):
        name, amount = left[n] if n < len(left) else ("", 0)
        item, (own, other) = right[n] if n < len(right) else ("", (0, 0))
        parts = [own + other, own, other] if key == "P4" else [own + other]
        more = [
            text
            for _ in range(panels)
            for text in ((again[n][0], money(again[n][1], profile)) if n < len(again) else ("", ""))
        ]
        yield [
            name,
            money(amount, profile) if name else "",
            item,
            *(money(a, profile) if item else "" for a in parts),
            *more,
        ]
    parts = [general + fund, general, fund] if key == "P4" else [general + fund]
    whole = money(general + fund, profile)
    yield ["收入总计", whole, "支出总计", *(money(a, profile) for a in parts), *["支出总计", whole] * panels]


def _costs(budget: Budget, profile: Profile) -> Iterator[Sequence[str | None]]:
    """The 三公 table: items as columns, once or beside last year's, or as rows; with meetings and training within the sum."""
    abroad, reception, purchase, running = budget.three_public
    whole = sum(budget.three_public)
    heads = ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", None, None]
    under = ["合计", "因公出国（境）费", "公务接待费", "小计", "公务用车购置费", "公务用车运行费"]
    own = [money(a, profile) for a in (whole, abroad, reception, purchase + running, purchase, running)]
    if profile.costs == "wide":
        yield from ([*heads], [*under], own)
    elif profile.costs == "split":
        yield ["合计", "因公出国（境）费", None, None, "公务接待费", "公务用车购置及运行费", None, None]
        yield ["合计", "小计", "因公出国（境）费", "科研人员出国（境）费", *under[2:]]
        yield [own[0], own[1], own[1], money(0, profile), *own[2:]]
    elif profile.costs == "panels":
        yield from (
            [f"{budget.year - 1}年预算数", *[None] * 5, f"{budget.year}年预算数", *[None] * 5],
            [*heads, *heads],
            [*under, *under],
            [*own, *own],
        )
    elif profile.costs == "dated":
        yield from (["预算单位", "年度", *heads], ["预算单位", "年度", *under])
        yield from (
            [budget.unit if year < budget.year else "", f"{year}年", *own] for year in (budget.year - 1, budget.year)
        )
    elif profile.costs == "unit":
        yield from (["单位名称", *heads], ["单位名称", *under], ["合计", *own], [budget.unit, *own])
    elif profile.costs == "meetings":
        yield ["单位名称", "合计", "一般公共预算拨款安排的“三公”经费预算", *[None] * 5, "会议费", "培训费"]
        yield ["单位名称", "合计", "小计", *under[1:3], "公务用车购置及运行费", None, None, "会议费", "培训费"]
        yield ["单位名称", "合计", "小计", *under[1:], "会议费", "培训费"]
        yield from (
            [name, money(whole + 30_000, profile), *own, money(10_000, profile), money(20_000, profile)]
            for name in ("合计", budget.unit)
        )
    else:
        named = (
            "“三公”经费合计",
            "1.因公出国（境）费用",
            "2.公务接待费",
            "3.公务用车购置及运行费",
            "其中：公务用车购置费",
            "公务用车运行费",
        )
        yield ["项目", f"{budget.year}年预算数"]
        yield from ([name, text] for name, text in zip(named, own, strict=True))
