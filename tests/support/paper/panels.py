"""The forms with panels side by side (T1, T4, T6, B9) and the small ones (T7, B12, B13).

Belongs here: their rows and headers in every variant of the layouts.
Does not belong here: forms by functional code (tests/support/paper/forms.py), amounts (tests/support/figures/figures.py).
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from tests.support.figures.cells import PERSONNEL_CLASSES, PROCUREMENT_LABELS, Cell
from tests.support.figures.figures import Report
from tests.support.paper.headers import Path, header_rows, numeral
from tests.support.paper.layout import Layout
from tests.support.paper.paper import Box, Row
from tests.support.paper.texts import cell_text, has_place


class Built(NamedTuple):
    """A table to be drawn: rows of the header, rows of the body, weights of the columns' widths."""

    header: tuple[Row, ...]
    body: tuple[Row, ...]
    widths: tuple[float, ...]


class Entry(NamedTuple):
    """A row of one panel: its printed label, line and code, as the cells have them."""

    label: str = ""
    line: str = ""
    code: str = ""


INCOME_LABELS = {
    "general_budget": "一、一般公共预算财政拨款收入",
    "government_fund": "二、政府性基金预算财政拨款收入",
    "state_capital": "三、国有资本经营预算财政拨款收入",
    "superior": "四、上级补助收入",
    "operating": "五、事业收入",
    "business": "六、经营收入",
    "subordinate": "七、附属单位上缴收入",
    "other": "八、其他收入",
}
UNIVERSITY_INCOME_LABELS = {
    "fiscal": "一、财政拨款收入",
    "within_government_fund": "其中：政府性基金预算财政拨款",
    "superior": "二、上级补助收入",
    "operating": "三、事业收入",
    "business": "四、经营收入",
    "subordinate": "五、附属单位上缴收入",
    "other": "六、其他收入",
    "within_donation": "其中：捐赠收入",
}
FUND_LABELS = {
    "general_budget": "一、一般公共预算财政拨款",
    "government_fund": "二、政府性基金预算财政拨款",
    "state_capital": "三、国有资本经营预算财政拨款",
}


class _Texts:
    """Looks up printed texts of a form by panel, line, code and column."""

    def __init__(self, report: Report, layout: Layout, form: str) -> None:
        self.cells = [cell for cell in report.form(form) if has_place(cell, layout)]
        self.text = {(c.panel, c.line, c.code, c.column): cell_text(report, c, layout) for c in self.cells}

    def box(self, layout: Layout, panel: str, line: str, code: str = "", column: str = "amount") -> Box:
        return Box(self.text.get((panel, line, code, column), ""), layout.amount_align)


def overall(report: Report, layout: Layout, form: str) -> Built:
    """T1 in two panels."""
    university = layout.table_set == "university"
    texts = _Texts(report, layout, form)
    upper_left = [(label, line) for line, label in (UNIVERSITY_INCOME_LABELS if university else INCOME_LABELS).items()]
    lower_left = [
        ("本年收入合计", "income_total"),
        ("使用非财政拨款结余（含专用结余）", "surplus_used"),
        ("上年结转和结余" if university else "年初结转和结余", "opening"),
        ("合计" if university else "总计", "income_grand_total"),
    ]
    lower_right = [
        ("本年支出合计", "expenditure_total"),
        ("结余分配", "surplus_allocated"),
        ("年末结转和结余", "closing"),
        ("合计" if university else "总计", "expenditure_grand_total"),
    ]
    left = [Entry(label, line) for label, line in upper_left]
    right = _classes(texts.cells)
    left += [Entry()] * (len(right) - len(left))
    left += [Entry(label, line) for label, line in lower_left]
    right += [Entry(label, line) for label, line in lower_right]
    return _two_panels(layout, texts, left, right, ("amount",), [("支出", "决算数")])


def _classes(cells: Iterable[Cell]) -> list[Entry]:
    found = {cell.code: cell.label for cell in cells if cell.line == "class"}
    return [Entry(f"{numeral(i)}、{label}", "class", code) for i, (code, label) in enumerate(found.items(), start=1)]


def fiscal_overall(report: Report, layout: Layout, form: str) -> Built:
    """T4 in two panels, the right one with a column per fund."""
    texts = _Texts(report, layout, form)
    left = [Entry(label, line) for line, label in FUND_LABELS.items()]
    right = _classes(texts.cells)
    left += [Entry()] * (len(right) - len(left))
    left += [Entry("本年收入合计", "income_total"), Entry("年初财政拨款结转和结余", "opening")]
    left += [Entry(label, f"opening_{line}") for line, label in FUND_LABELS.items()]
    left += [Entry("总计", "income_grand_total")]
    right += [Entry("本年支出合计", "expenditure_total"), Entry("年末财政拨款结转和结余", "closing")]
    right += [Entry()] * 3 + [Entry("总计", "expenditure_grand_total")]
    heads = [("支出", "合计"), *(("支出", label[2:]) for label in FUND_LABELS.values())]
    return _two_panels(layout, texts, left, right, ("total", *FUND_LABELS), heads)


def _two_panels(
    layout: Layout,
    texts: _Texts,
    left: Sequence[Entry],
    right: Sequence[Entry],
    columns: Sequence[str],
    heads: Sequence[Path],
) -> Built:
    numbered = layout.line_numbers
    body = []
    for index, ((label, line, _), (name, row, code)) in enumerate(zip(left, right, strict=True), start=1):
        body.append(
            (
                Box(label, _label_align(label)),
                *((Box(str(index), "center"),) if numbered else ()),
                texts.box(layout, "left", line),
                Box(name, _label_align(name)),
                *((Box(str(index + len(left)), "center"),) if numbered else ()),
                *(texts.box(layout, "right", row, code, column) for column in columns),
            )
        )
    return Built(tuple(_panel_header(layout, heads)), tuple(body), _panel_widths(numbered, len(columns)))


def _label_align(label: str) -> str:
    return "center" if label in ("总计", "合计", "本年收入合计", "本年支出合计") else "left"


def _panel_header(layout: Layout, heads: Sequence[Path]) -> list[Row]:
    """收入 and 支出 over 项目, 行次 and amounts; a 栏次 row counts the amount columns."""
    university = layout.table_set == "university"
    number: list[str] = ["行次"] if layout.line_numbers else []
    left, right = layout.panel_heads
    paths: list[Path] = [(left, name) for name in ("项目", *number, "决算数")]
    paths += [(right, name) for name in ("项目（按功能分类）" if university else "项目", *number)]
    paths += [(right, *path[1:]) for path in heads]
    rows = header_rows(paths)
    if layout.column_numbers or university:
        blank = (Box(),) if layout.line_numbers else ()
        counts = tuple(Box(str(i), "center") for i in range(2, 2 + len(heads)))
        rows.append((Box("栏次", "center"), *blank, Box("1", "center"), Box("栏次", "center"), *blank, *counts))
    return rows


def _panel_widths(numbered: bool, columns: int) -> tuple[float, ...]:
    number = (0.5,) if numbered else ()
    return (3.2, *number, 1.4, 3.0, *number, *(1.4 for _ in range(columns)))


def economic(report: Report, layout: Layout, form: str) -> Built:
    """T6 or B9: personnel at the left, public money in one or two panels beside it."""
    texts = _Texts(report, layout, form)
    rows = [(cell.code, cell.label) for cell in texts.cells if cell.code]
    personnel = [row for row in rows if row[0][:3] in PERSONNEL_CLASSES]
    public = [row for row in rows if row[0][:3] not in PERSONNEL_CLASSES]
    blocks = [personnel, public]
    if layout.basic_panels == 3:
        half = max(len(personnel), (len(public) + 1) // 2)
        blocks = [personnel, public[:half], public[half:]]
    body = [
        tuple(box for entry in line for box in _economic_boxes(layout, texts, entry)) for line in zip_longest(*blocks)
    ]
    lead = _economic_lead(layout)
    if not rows:
        body = [(Box(),) * (len(lead) + 1) * len(blocks)] * 4
    body.append(_economic_totals(layout, texts, len(blocks)))
    if layout.basic_total:
        span = len(blocks) * (len(lead) + 1) - 1
        body.append((Box("合计", "center", colspan=span), texts.box(layout, "", "total")))
    widths = {"one": (1.2, 2.8), "two": (0.6, 0.5, 2.8), "glued": (3.4,)}[layout.basic_code]
    return Built(tuple(_economic_header(layout, len(blocks))), tuple(body), (*widths, 1.4) * len(blocks))


def _economic_lead(layout: Layout) -> tuple[Path, ...]:
    name: Path = ("科目名称",)
    if layout.basic_code == "two":
        return (("经济分类", "科目编码", "类"), ("经济分类", "科目编码", "款"), name)
    return (("经济分类\n科目编码",), name) if layout.basic_code == "one" else (("项目",),)


def _economic_header(layout: Layout, blocks: int) -> list[Row]:
    paths = [*_economic_lead(layout), ("决算数",)]
    if layout.basic_panels == 2:
        return header_rows(paths * 2)
    groups = ["人员经费"] + ["公用经费"] * (blocks - 1)
    return header_rows([(group, *path) for group in groups for path in paths])


def _economic_boxes(layout: Layout, texts: _Texts, entry: tuple[str, str] | None) -> tuple[Box, ...]:
    width = len(_economic_lead(layout))
    if entry is None:
        return (Box(),) * (width + 1)
    code, name = entry
    lead = {
        "one": (Box(code), Box(name)),
        "two": (Box(code[:3], "center"), Box(code[3:], "center"), Box(name)),
        "glued": (Box(code + name),),
    }[layout.basic_code]
    return (*lead, texts.box(layout, "", "", code))


def _economic_totals(layout: Layout, texts: _Texts, blocks: int) -> Row:
    width = len(_economic_lead(layout))
    return (
        Box("人员经费合计", "center", colspan=width),
        texts.box(layout, "", "personnel_total"),
        Box("公用经费合计", "center", colspan=width + (blocks - 2) * (width + 1)),
        texts.box(layout, "", "public_total"),
    )


VISIT_PATHS: dict[str, Path] = {
    "total": ("合计",),
    "abroad": ("因公出国（境）费",),
    "vehicles": ("公务用车购置及运行维护费", "小计"),
    "purchase": ("公务用车购置及运行维护费", "公务用车购置费"),
    "running": ("公务用车购置及运行维护费", "公务用车运行维护费"),
    "reception": ("公务接待费",),
}
VISIT_ROWS = {
    "total": "合计",
    "abroad": "1.因公出国（境）费",
    "vehicles": "2.公务用车购置及运行维护费",
    "purchase": "其中：（1）公务用车购置费",
    "running": "（2）公务用车运行维护费",
    "reception": "3.公务接待费",
}
PHASES = (("budget", "预算数"), ("final", "决算数"))


def visits(report: Report, layout: Layout, form: str) -> Built:
    """T7 as pairs under each item, as two blocks of six, or with the items as rows."""
    texts = _Texts(report, layout, form)
    if layout.three_public == "vertical":
        body = [
            (Box(name), *(texts.box(layout, "", "", "", f"{phase}_{item}") for phase, _ in PHASES))
            for item, name in VISIT_ROWS.items()
        ]
        return Built(tuple(header_rows([("项目",), ("预算数",), ("决算数",)])), tuple(body), (3, 1.5, 1.5))
    if layout.three_public == "subtotal":
        return _by_phase(layout, texts)
    if layout.three_public == "blocks":
        order = [(f"{phase}_{item}", (name, *path)) for phase, name in PHASES for item, path in VISIT_PATHS.items()]
    else:
        top = "财政拨款“三公”经费"
        order = [
            (f"{phase}_{item}", (top, path[0], path[-1], name))
            for item, path in VISIT_PATHS.items()
            for phase, name in PHASES
        ]
    row = tuple(texts.box(layout, "", "", "", column) for column, _ in order)
    return Built(tuple(header_rows([path for _, path in order])), (row,), (1.0,) * len(order))


def _by_phase(layout: Layout, texts: _Texts) -> Built:
    """T7 with a row a phase, 小计 right under the three public expenses."""
    items = {item: ("小计",) if item == "total" else path for item, path in VISIT_PATHS.items()}
    paths: list[Path] = [("项目",), *(("财政拨款安排的“三公”经费", *path) for path in items.values())]
    body = [
        (Box(name), *(texts.box(layout, "", "", "", f"{phase}_{item}") for item in items)) for phase, name in PHASES
    ]
    return Built(tuple(header_rows(paths)), tuple(body), (1.5, *(1.0 for _ in items)))


def services(report: Report, layout: Layout, form: str) -> Built:
    """B12 and B13: a list of lines with one amount each."""
    texts = _Texts(report, layout, form)
    if form == "B12":
        lines = [(Box(label), texts.box(layout, "", line)) for line, label in PROCUREMENT_LABELS.items()]
        return Built(tuple(header_rows([("项目",), ("决算数",)])), tuple(lines), (3, 1.5))
    rows: list[Row] = [(Box(c.code), Box(c.label), texts.box(layout, "", "", c.code)) for c in texts.cells if c.code]
    rows.append((Box("合计", "center", colspan=2), texts.box(layout, "", "total")))
    header = header_rows([("支出功能分类科目编码",), ("科目名称",), ("政府购买服务金额",)])
    return Built(tuple(header), tuple(rows), (1.5, 3, 1.5))
