"""A corpus on the desk: random reports with what stands beside them (last year's, the units', an earlier version).

Belongs here: families of cases such that every identity has something to judge somewhere, and their readings.
Does not belong here: errors put into them (tests/support/faults) or what should follow (tests/studies/mutation.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.reading.readings import Reading
from tests.support.desk import desk
from tests.support.desk.rare_rows import with_rare_rows
from tests.support.figures import figures
from tests.support.paper import layouts, prose
from tests.support.paper.layout import Layout

FULL = [one for one in layouts.LAYOUTS if not one.missing and one.table_set != "university"]
UNIVERSITY = layouts.layout("university")
_FINAL = r"支出决算为([\d.]+)万元"
_STOCK = r"公务用车保有量(\d+)辆"


@dataclass(frozen=True)
class Case:
    """A report as printed: its figures, layout, (old, new) texts of the narrative, and form rows few publishers print."""

    report: figures.Report
    layout: Layout
    replaced: tuple[tuple[str, str], ...] = ()
    rare_rows: bool = False

    def reading(self) -> Reading:
        """The reading a perfect reader makes of it."""
        reading = desk.reading(self.report, self.layout, *self.replaced)
        if not self.rare_rows:
            return reading
        return replace(reading, forms=tuple(with_rare_rows(form, reading.prose.claims) for form in reading.forms))

    def items(self) -> list[str]:
        """The paragraphs of its narrative that speak of one item each."""
        blocks = prose.narrative(self.report, self.layout)
        return [block.text for block in blocks if "（项）" in block.text and "年初预算为" in block.text]


def family(seed: int, mark: str = "") -> list[Case]:
    """The cases that belong together: a department and its units, two years, two versions, or one report alone.

    `mark` tells apart families of the same figures by their units' names.
    """
    drawn = (_department, _years, _plain_years, _renamed_years, _university, _versions, _alone, _years)
    return drawn[seed % len(drawn)](seed, f"样本市样本{seed}{mark}局")


def _layout(seed: int) -> Layout:
    return FULL[seed // 8 % len(FULL)]


def _department(seed: int, name: str) -> list[Case]:
    names = (f"{name}（本级）", name.removesuffix("局") + "服务中心")
    year = 2019 + seed % 7
    drawn = [figures.report(seed + 5 * i, year, unit) for i, unit in enumerate(names)]
    units = tuple(replace(unit, level="单位", members=()) for unit in drawn)
    whole = Case(figures.department(name, units), _layout(seed))
    return [replace(whole, replaced=_by_unit(whole)), *(Case(unit, _layout(seed)) for unit in units)]


def _years(seed: int, name: str) -> list[Case]:
    first = Case(figures.report(seed, 2019 + seed % 6, name), _layout(seed))
    second = Case(figures.next_year(first.report), _layout(seed + 8))
    return [replace(first, replaced=_of_the_full_year(first)), replace(second, replaced=_of_both_years(first, second))]


def _plain_years(seed: int, name: str) -> list[Case]:
    first = figures.report(seed, 2019 + seed % 6, name, plain=True)
    return [Case(first, _layout(seed)), Case(figures.next_year(first), _layout(seed))]


def _renamed_years(seed: int, name: str) -> list[Case]:
    """Two years between which a 项 of state capital got another code."""
    first = Case(figures.report(seed, 2020, name), _layout(seed))
    return [first, Case(figures.next_year(first.report), _layout(seed))]


def _university(seed: int, name: str) -> list[Case]:
    report = figures.report(seed, 2019 + seed % 7, name.removesuffix("局") + "大学", university=True)
    return [Case(report, UNIVERSITY, rare_rows=True)]


def _versions(seed: int, name: str) -> list[Case]:
    case = Case(figures.report(seed, 2019 + seed % 7, name), _layout(seed))
    return [case, case]


def _alone(seed: int, name: str) -> list[Case]:
    case = Case(figures.report(seed, 2019 + seed % 7, name, plain=seed % 3 == 0), _layout(seed), rare_rows=True)
    return [replace(case, replaced=(*_said_twice(case), *_of_the_costs(case)))]


def _of_the_full_year(case: Case) -> tuple[tuple[str, str], ...]:
    """One item within its budget compares with 全年预算, which a supplement makes; another does not say of which budget; a third says that it is within."""
    within = [text for text in case.items() if "决算数小于" in text and _budget(text) > 50][:3]
    changes = (_supplemented, lambda t: t.replace("完成年初预算的", "完成预算的"), _said_to_be_within)
    return tuple((text, change(text)) for text, change in zip(within, changes, strict=False))


def _said_to_be_within(text: str) -> str:
    """The item's budget said again as what it did not exceed."""
    final = f"支出决算为{_named(_FINAL, text)}万元"
    return text.replace(final, f"{final}，控制在年初预算{_budget(text)}万元以内")


def _of_both_years(first: Case, second: Case) -> tuple[tuple[str, str], ...]:
    """How many points the share of 基本支出 is up or down against the year before, as both years print it."""
    (_, before), (said, now) = (_basic_share(case.report) for case in (first, second))
    points = now - before
    turned = "提高" if points > 0 else "下降"
    return ((said, f"{said}，所占比重比上年{turned}{abs(points)}个百分点"),) if points else ()


def _basic_share(report: figures.Report) -> tuple[str, Decimal]:
    """What the prose says of the share of 基本支出 in all expenditure, and the share."""
    basic, total = (report.yuan("T3", column, "total") for column in ("basic", "total"))
    share = prose.percent(basic, total)
    return f"基本支出{prose.wan(basic)}，占{share}", Decimal(share.removesuffix("%"))


def _supplemented(text: str) -> str:
    budget = _budget(text)
    more = f"年初预算为{budget}万元，年中追加预算10.00万元，全年预算为{budget + 10}万元，"
    return text.replace(f"年初预算为{budget}万元，", more)


def _budget(text: str) -> Decimal:
    """年初预算 in 万元."""
    return Decimal(_named(r"年初预算为([\d.]+)万元", text))


def _named(pattern: str, text: str) -> str:
    """What the first group of a pattern finds in a text; raises IndexError where the text has no such place."""
    return re.findall(pattern, text)[0]


def _said_twice(case: Case) -> tuple[tuple[str, str], ...]:
    """One item stands twice, once for each of two units."""
    for whole in case.items():
        amount = Decimal(_named(_FINAL, whole))
        if amount > 2:
            head = whole.partition("。")[0]
            return ((whole, f"{head}。支出决算为{amount - 1}万元。{head}。支出决算为1.00万元。"),)
    return ()


def _of_the_costs(case: Case) -> tuple[tuple[str, str], ...]:
    """Running costs are compared with their budget of 10 万元 less; the vehicles there are, told by types."""
    texts = [block.text for block in prose.narrative(case.report, case.layout)]
    costs = [text for text in texts if re.fullmatch(r"\d+年度机关运行经费支出[\d.]+万元。", text)]
    vehicles = [text for text in texts if "公务用车保有量" in text]
    return (
        *((text, _compared(text)) for text in costs),
        *((text, _by_types(text)) for text in vehicles if int(_named(_STOCK, text))),
    )


def _compared(text: str) -> str:
    budget = Decimal(_named(r"支出([\d.]+)万元", text)) - 10
    return f"{text[:-1]}，比年初预算数{budget}万元增加10.00万元，增长{prose.percent(Decimal(10), budget)}。"


def _by_types(text: str) -> str:
    stock = int(_named(_STOCK, text))
    return f"{text}共有公务用车{stock}辆，其中：轿车{stock - 1}辆、越野车1辆、载客汽车0辆。"


def _by_unit(case: Case) -> tuple[tuple[str, str], ...]:
    """The first item that both units have stands twice, with the amount of each."""
    for whole in case.items():
        head = whole.partition("。")[0]
        own = [
            text
            for unit in case.report.units
            for text in Case(unit, case.layout).items()
            if f"{head}。".partition(".")[2] in text
        ]
        if len(own) == len(case.report.units) > 1:
            amounts = [_named(_FINAL, text) for text in own]
            return ((whole, "".join(f"{head}。支出决算为{amount}万元。" for amount in amounts)),)
    return ()


def families(seeds: range, mark: str = "") -> Iterator[list[Case]]:
    """The families of these seeds."""
    return (family(seed, mark) for seed in seeds)
