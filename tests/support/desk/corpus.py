"""A corpus on the desk: random reports with what stands beside them (last year's, the units', an earlier version).

Belongs here: families of cases such that every identity has something to judge somewhere, and their readings.
Does not belong here: errors put into them (tests/support/faults/injections.py) or what should follow (tests/studies/mutation.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.forms.forms import Amount, Form
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number, to_yuan
from tests.support.desk import desk
from tests.support.figures import figures
from tests.support.figures.cells import PERSONNEL_CLASSES
from tests.support.paper import layouts, prose
from tests.support.paper.layout import Layout

FULL = [one for one in layouts.LAYOUTS if not one.missing and one.table_set != "university"]
UNIVERSITY = layouts.layout("university")
_HALVES = ("personnel_total", "public_total")
_FINAL = r"支出决算为([\d.]+)万元"


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
        return replace(reading, forms=tuple(_with_rare_rows(form) for form in reading.forms))

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
    return [replace(first, replaced=_of_the_full_year(first)), Case(figures.next_year(first.report), _layout(seed + 8))]


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
    return [replace(case, replaced=_said_twice(case))]


def _of_the_full_year(case: Case) -> tuple[tuple[str, str], ...]:
    """One item within its budget compares with 全年预算, which a supplement makes; another does not say of which budget."""
    within = [text for text in case.items() if "决算数小于" in text and _budget(text) > 50][:2]
    found = []
    for text, change in zip(within, (_supplemented, lambda t: t.replace("完成年初预算的", "完成预算的")), strict=False):
        found.append((text, change(text)))
    return tuple(found)


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


def _with_rare_rows(form: Form) -> Form:
    """T1 with a panel by nature (基本支出, of which 人员, 公用); T6 with these two as columns; U4 with its 合计 row once more at the end."""
    if form.key == "T1":
        pattern = next(a for a in form.amounts if a.line == "income_total")
        rows = ((900, "basic", 500), (901, "within_basic", 300), (902, "within_basic", 200))
        return replace(form, amounts=form.amounts + tuple(_nature(pattern, form.counted_in, *row) for row in rows))
    if form.key == "T6":
        return replace(form, amounts=tuple(_in_columns(form.amounts)))
    if form.key == "U4":
        again = tuple(replace(a, row=999) for a in form.amounts if a.line == "total")
        return replace(form, amounts=form.amounts + again)
    return form


def _in_columns(amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The rows of T6 in one panel, each with the columns 合计, 人员经费, 公用经费, the row 合计 first; blank where a half has nothing."""
    halves = {
        a.line: replace(a, column=f"within_{a.line.removesuffix('_total')}", line="total")
        for a in amounts
        if a.line in _HALVES
    }
    rows = {a.code: a for a in amounts if a.code}
    if set(halves) != set(_HALVES):
        yield from amounts
        return
    for code, whole in ({"": _sum_of([*halves.values()])} | dict(sorted(rows.items()))).items():
        row = len(code) and 1 + sorted(rows).index(code)
        yield replace(whole, panel="", row=row, column="amount", column_number=2)
        for number, (line, half) in enumerate(halves.items(), 3):
            of_half = half if not code else whole if (line == _HALVES[0]) == (code[:3] in PERSONNEL_CLASSES) else None
            found = of_half or replace(whole, text="", mark="blank", number=None)
            yield replace(
                found,
                panel="",
                row=row,
                line=whole.line,
                code=whole.code,
                label=whole.label,
                column=half.column,
                column_number=number,
                within=True,
            )


def _sum_of(halves: Sequence[Amount]) -> Amount:
    """The row 合计 of these."""
    numbers = [half.number for half in halves if half.number]
    total = Number(sum((n.value for n in numbers), Decimal(0)), max((n.decimals for n in numbers), default=2))
    return replace(halves[0], label="合计", text=f"{total.value}", mark="number", number=total)


def _nature(pattern: Amount, unit: str, row: int, line: str, wan: int) -> Amount:
    value = Decimal(wan) * to_yuan(Decimal(1), "万元") / to_yuan(Decimal(1), unit)
    number = Number(value.quantize(Decimal("0.01")), pattern.number.decimals if pattern.number else 2)
    return replace(pattern, panel="third", row=row, line=line, within=True, number=number, text=str(value))


def families(seeds: range, mark: str = "") -> Iterator[list[Case]]:
    """The families of these seeds."""
    return (family(seed, mark) for seed in seeds)
