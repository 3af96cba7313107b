"""Budgets drawn: one coherent budget, its forms as rows of text in the set of a place, as pages and as readings.

Belongs here: figures that fit together, and how Shanghai and the cities of Jiangsu print them. Does not belong here: final
accounts (figures, layouts), what a test expects.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.forms import identify, lay_out, read_forms
from pipelines.forms.disclosure import Disclosure
from pipelines.pdf.pages import Document, Page
from pipelines.reading.readings import Reading
from pipelines.vocabulary import classification
from tests.support.figures.cells import PERSONNEL_CLASSES
from tests.support.paper import drafts
from tests.support.paper.headers import numeral

Text = list[str | None]


@dataclass(frozen=True, kw_only=True)
class Budget:
    """A budget: functional leaf → (basic, project) of the general budget or of the government fund; economic leaf → basic; in 元."""

    unit: str
    year: int
    level: str = "部门"
    general: dict[str, tuple[int, int]]
    fund: dict[str, tuple[int, int]]
    economic: dict[str, int]
    three_public: tuple[int, int, int, int]
    """出国, 接待, 购置, 运行, in 元."""

    def sums(self, *scopes: str) -> dict[str, tuple[int, int]]:
        """Every code of the scopes and those above it → (basic, project)."""
        found: dict[str, tuple[int, int]] = {}
        for scope in scopes:
            for leaf, (basic, project) in getattr(self, scope).items():
                for code in (leaf[:3], leaf[:5], leaf):
                    before = found.get(code, (0, 0))
                    found[code] = (before[0] + basic, before[1] + project)
        return dict(sorted(found.items()))

    def total(self, *scopes: str) -> tuple[int, int]:
        """(basic, project) of all leaves of the scopes."""
        leaves = [amounts for scope in scopes for amounts in getattr(self, scope).values()]
        return sum(basic for basic, _ in leaves), sum(project for _, project in leaves)


SAMPLE = Budget(
    unit="上海市静安区样本科学技术协会",
    year=2024,
    general={
        "2060101": (3_141_500, 0), "2060702": (0, 812_300), "2060799": (0, 265_000),
        "2080505": (402_100, 0), "2101101": (251_300, 0), "2210201": (510_900, 0),
    },
    fund={"2296003": (0, 120_000)},
    economic={"30101": 1_204_300, "30102": 1_500_000, "30108": 402_100, "30110": 251_300, "30113": 510_900, "30201": 187_200, "30211": 250_000},
    three_public=(30_000, 4_500, 0, 25_500),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A form as printed: its title, money unit and rows of text; None goes on from the cell to its left."""

    key: str
    title: str
    unit: str
    rows: list[Text]


def sheets(budget: Budget, place: str) -> list[Sheet]:
    """The forms of a budget in the set of a place: shanghai or wuxi."""
    return list(_shanghai(budget) if place == "shanghai" else _wuxi(budget))


def pages(budget: Budget, drawn: Sequence[Sheet], label: str | None = None) -> list[Page]:
    """The forms as pages, each on its own, with a cover before them; label: what stands before the unit's name, "" for no name."""
    cover = drafts.page(1, [budget.unit, f"{budget.year}年度", f"{budget.level}预算"])
    named = f"{label or budget.level + '：'}{budget.unit} " if label != "" else ""
    return [
        cover,
        *(
            drafts.page(
                number, [sheet.title, f"{named}单位：{sheet.unit}"] if sheet.title else [], drafts.grid(sheet.rows)
            )
            for number, sheet in enumerate(drawn, start=2)
        ),
    ]


def reading(budget: Budget, drawn: Sequence[Sheet], label: str | None = None) -> Reading:
    """What is read from a budget's pages."""
    layout = lay_out(pages(budget, drawn, label))
    said: Disclosure = identify(layout, budget.year)
    found = read_forms(layout, said.year, said.kind)
    return Reading(
        status="registered", disclosure=said, document=Document(producer="desk", created=f"D:{budget.year}", pages=()), forms=found.forms, doubts=(*said.doubts, *found.doubts)
    )  # fmt: skip


def _yuan(amount: int) -> str:
    return f"{amount:,}" if amount else ""


def _wan(amount: int) -> str:
    return f"{Decimal(amount) / 10_000:,.2f}" if amount else ""


def item_name(code: str, year: int) -> str:
    """The name of a functional item, or of an economic one (30…), in a year."""
    system = classification.economic() if code.startswith("30") else classification.functional()
    rows = system[code]
    return next((row.name for row in rows if row.covers(year)), rows[-1].name)


def _class(place: int, code: str, year: int) -> str:
    return f"{numeral(place + 1)}、{item_name(code, year)}"


def _shanghai(budget: Budget) -> Iterator[Sheet]:
    """Nine forms in 元 but the last: codes in three columns, 合计 last."""
    year, both = budget.year, sum(budget.total("general", "fund"))
    general, fund = sum(budget.total("general")), sum(budget.total("fund"))
    classes = [code for code in budget.sums("general", "fund") if len(code) == 3]

    def split(code: str) -> list[str]:
        return [code[:3], code[3:5], code[5:]]

    def functional(*scopes: str) -> list[Text]:
        rows: list[Text] = [
            [*split(c), item_name(c, year), _yuan(b + p), _yuan(b), _yuan(p)]
            for c, (b, p) in budget.sums(*scopes).items()
        ]
        basic, project = budget.total(*scopes)
        return [*rows, ["合计", None, None, None, _yuan(basic + project), _yuan(basic), _yuan(project)]]

    heads: list[Text] = [["类", "款", "项", "功能分类科目名称", "合计", "基本支出", "项目支出"]]
    balance: list[Text] = [["本年收入", None, "本年支出", None], ["项目", "预算数", "项目", "预算数"]]
    left = [("一、财政拨款收入", both), ("1. 一般公共预算资金", general), ("2. 政府性基金", fund), ("二、其他收入", 0)]
    for n in range(max(len(classes), len(left))):
        name, amount = left[n] if n < len(left) else ("", 0)
        code = classes[n] if n < len(classes) else None
        spent = _yuan(sum(budget.sums("general", "fund")[code])) if code else ""
        balance.append([name, _yuan(amount), _class(n, code, year) if code else "", spent])
    balance.append(["收入总计", _yuan(both), "支出总计", _yuan(both)])
    yield Sheet(key="P1", title=f"{year}年部门财务收支预算总表", unit="元", rows=balance)
    income: list[Text] = [["类", "款", "项", "功能分类科目名称", "合计", "财政拨款收入", "其他收入"]]
    income += [
        [*split(c), item_name(c, year), _yuan(b + p), _yuan(b + p), ""]
        for c, (b, p) in budget.sums("general", "fund").items()
    ]
    yield Sheet(
        key="P2",
        title=f"{year}年部门收入预算总表",
        unit="元",
        rows=[*income, ["合计", None, None, None, _yuan(both), _yuan(both), ""]],
    )
    yield Sheet(key="P3", title=f"{year}年部门支出预算总表", unit="元", rows=[*heads, *functional("general", "fund")])
    yield Sheet(key="P4", title=f"{year}年部门财政拨款收支预算总表", unit="元", rows=_fiscal(budget, classes))
    for key, name, scope in (("P5", "一般公共预算", "general"), ("P8", "政府性基金预算", "fund")):
        yield Sheet(
            key=key, title=f"{year}年部门{name}支出功能分类预算表", unit="元", rows=[*heads, *functional(scope)]
        )
    economic: list[Text] = [["类", "款", "经济分类科目名称", "合计", "人员经费", "公用经费"]]
    for group in sorted({code[:3] for code in budget.economic}):
        inside = {c: a for c, a in budget.economic.items() if c.startswith(group)}
        for code, amount in ((group, sum(inside.values())), *inside.items()):
            halves = [_yuan(amount), ""] if group in PERSONNEL_CLASSES else ["", _yuan(amount)]
            economic.append([code[:3], code[3:], item_name(code, year), _yuan(amount), *halves])
    personnel = sum(a for c, a in budget.economic.items() if c.startswith(PERSONNEL_CLASSES))
    basic = sum(budget.economic.values())
    economic.append(["合计", None, None, _yuan(basic), _yuan(personnel), _yuan(basic - personnel)])
    yield Sheet(key="P6", title=f"{year}年部门一般公共预算基本支出部门预算经济分类预算表", unit="元", rows=economic)
    abroad, reception, purchase, running = budget.three_public
    costs: list[Text] = [
        ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", None, None, "机关运行经费预算数"],
        ["合计", "因公出国（境）费", "公务接待费", "小计", "购置费", "运行费", "机关运行经费预算数"],
        [
            *map(
                _wan,
                (sum(budget.three_public), abroad, reception, purchase + running, purchase, running, basic - personnel),
            )
        ],
    ]
    yield Sheet(key="P7", title=f"{year}年部门“三公”经费和机关运行经费预算表", unit="万元", rows=costs)


def _fiscal(budget: Budget, classes: Sequence[str]) -> list[Text]:
    general, fund = sum(budget.total("general")), sum(budget.total("fund"))
    rows: list[Text] = [
        ["财政拨款收入", None, "财政拨款支出", None, None, None],
        ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算"],
    ]
    left = [("一、一般公共预算资金", general), ("二、政府性基金", fund)]
    for n, code in enumerate(classes):
        name, amount = left[n] if n < len(left) else ("", 0)
        own, other = (sum(budget.sums(scope).get(code, (0, 0))) for scope in ("general", "fund"))
        named = _class(n, code, budget.year)
        rows.append([name, _yuan(amount), named, _yuan(own + other), _yuan(own), _yuan(other)])
    return [*rows, ["收入总计", _yuan(general + fund), "支出总计", _yuan(general + fund), _yuan(general), _yuan(fund)]]


def _wuxi(budget: Budget) -> Iterator[Sheet]:
    """Forms in 万元: codes in one column, 合计 first, income by unit; fiscal appropriation beside the general budget."""
    year, both = budget.year, sum(budget.total("general", "fund"))
    yield Sheet(
        key="P2", title="收入总表", unit="万元",
        rows=[["部门代码", "部门名称", "合计", "一般公共预算", "政府性基金预算"], ["", "合计", _wan(both), _wan(sum(budget.total("general"))), _wan(sum(budget.total("fund")))],
              ["328", budget.unit, _wan(both), _wan(sum(budget.total("general"))), _wan(sum(budget.total("fund")))]],
    )  # fmt: skip
    scopes = (
        ("P3", "支出总表", ("general", "fund")),
        ("PU4", "财政拨款支出表（功能科目）", ("general", "fund")),
        ("P5", "一般公共预算支出表", ("general",)),
    )
    for key, title, scope in scopes:
        basic, project = budget.total(*scope)
        rows: list[Text] = [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["", "合计", _wan(basic + project), _wan(basic), _wan(project)],
        ]
        rows += [[c, item_name(c, year), _wan(b + p), _wan(b), _wan(p)] for c, (b, p) in budget.sums(*scope).items()]
        yield Sheet(key=key, title=title, unit="万元", rows=rows)
    yield Sheet(
        key="P12", title="政府采购支出表", unit="万元",
        rows=[["采购品目大类", "采购品目名称", "总计"], ["合计", "", "3.00"], ["货物", "", "1.00"], ["", "台式计算机", "1.00"], ["服务", "", "2.00"], ["", "物业管理服务", "2.00"]],
    )  # fmt: skip
