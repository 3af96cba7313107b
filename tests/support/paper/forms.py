"""Turns the cells of a form into the table that a layout prints.

Belongs here: titles, headers, the order of rows and columns, panels side by side, notes under a table.
Does not belong here: amounts (tests/support/figures/figures.py), the layout options (tests/support/paper/layouts.py), ink (tests/support/paper/paper.py).
"""

from collections.abc import Sequence

from tests.support.figures.cells import Cell
from tests.support.figures.figures import MAY_BE_EMPTY, Report
from tests.support.paper import panels
from tests.support.paper.headers import Path, header_rows
from tests.support.paper.layout import Layout
from tests.support.paper.paper import Box, Row, Table
from tests.support.paper.texts import cell_text, has_place

TITLES = {
    "T1": "收入支出决算总表",
    "T2": "收入决算表",
    "T3": "支出决算表",
    "T4": "财政拨款收入支出决算总表",
    "T5": "一般公共预算财政拨款支出决算表",
    "T6": "一般公共预算财政拨款基本支出决算表",
    "T7": "财政拨款“三公”经费支出决算表",
    "T8": "政府性基金预算财政拨款收入支出决算表",
    "T9": "国有资本经营预算财政拨款收入支出决算表",
    "B5": "一般公共预算财政拨款收入支出决算表",
    "B9": "政府性基金预算财政拨款基本支出决算表",
    "B12": "政府采购情况表",
    "B13": "政府购买服务决算公开情况表",
    "U4": "高等学校财政拨款支出决算表",
}
UNIVERSITY_TITLES = {"T1": "高等学校收支决算总表", "T2": "高等学校收入决算表", "T3": "高等学校支出决算表"}
MEANING = {
    "T1": "本年度的总收支和年末结转结余",
    "T2": "本年度取得的各项收入",
    "T3": "本年度各项支出",
    "T4": "本年度财政拨款总收支和年末结转结余",
    "T5": "本年度一般公共预算财政拨款支出",
    "T6": "本年度一般公共预算财政拨款基本支出明细",
    "T7": "本年度“三公”经费支出预决算",
    "T8": "本年度政府性基金预算财政拨款收入支出及结转和结余",
    "T9": "本年度国有资本经营预算财政拨款收入支出及结转和结余",
}
NOTHING = {
    "T7": "财政拨款“三公”经费支出",
    "T8": "政府性基金预算财政拨款收入和支出",
    "T9": "国有资本经营预算财政拨款收入和支出",
    "B9": "政府性基金预算财政拨款基本支出",
    "B13": "政府购买服务支出",
}
BALANCE: tuple[tuple[str, Path], ...] = (
    ("opening", ("年初结转和结余",)),
    ("income", ("本年收入",)),
    ("total", ("本年支出", "小计")),
    ("basic", ("本年支出", "基本支出")),
    ("project", ("本年支出", "项目支出")),
    ("closing", ("年末结转和结余",)),
)
COLUMNS: dict[str, tuple[tuple[str, Path], ...]] = {
    "T2": (
        ("total", ("本年收入合计",)),
        ("fiscal", ("财政拨款收入",)),
        ("superior", ("上级补助收入",)),
        ("operating", ("事业收入",)),
        ("business", ("经营收入",)),
        ("subordinate", ("附属单位上缴收入",)),
        ("other", ("其他收入",)),
    ),
    "T3": (
        ("total", ("本年支出合计",)),
        ("basic", ("基本支出",)),
        ("project", ("项目支出",)),
        ("remitted", ("上缴上级支出",)),
        ("business", ("经营支出",)),
        ("subsidy", ("对附属单位补助支出",)),
    ),
    "T5": (("total", ("合计",)), ("basic", ("基本支出",)), ("project", ("项目支出",))),
    "U4": (
        ("total", ("本年支出", "合计")),
        ("basic", ("本年支出", "基本支出")),
        ("project", ("本年支出", "项目支出", "小计")),
        ("capital_construction", ("本年支出", "项目支出", "其中：基本建设资金支出")),
    ),
    "T8": BALANCE,
    "T9": BALANCE,
    "B5": BALANCE,
}
SUB_HEADERS = {"total": "合计", "basic": "基本支出", "project": "项目支出"}
FEES = (("operating", ("事业收入", "金额")), ("education_fees", ("事业收入", "其中：教育收费")))
PORTRAIT = ("T1", "T5", "T6", "B9", "B12", "B13")


def title(report: Report, layout: Layout, form: str) -> str:
    """The title of a form, as in the table of contents."""
    if layout.table_set == "university" and form in UNIVERSITY_TITLES:
        return UNIVERSITY_TITLES[form]
    if form == "T9" and layout.capital_columns == 3:
        return "国有资本经营预算财政拨款支出决算表"
    return TITLES[form]


def _printed_title(report: Report, layout: Layout, form: str, number: int) -> str:
    plain = title(report, layout, form)
    return {
        "plain": plain,
        "numbered": f"表{number}：{plain}",
        "brackets": f"《{plain}》",
        "year": f"{report.year}年度{plain}",
    }[layout.titles]


def table(report: Report, layout: Layout, form: str, number: int) -> Table:
    """The form as the `number`-th table of the report."""
    if form in COLUMNS:
        built = _functional(report, layout, form)
    elif form in ("T6", "B9"):
        built = panels.economic(report, layout, form)
    else:
        builder = {"T1": panels.overall, "T4": panels.fiscal_overall, "T7": panels.visits}.get(form, panels.services)
        built = builder(report, layout, form)
    return Table(
        title=_printed_title(report, layout, form, number),
        above=_above(report, layout, form, number),
        header=built.header,
        body=built.body,
        widths=built.widths,
        notes=_notes(report, layout, form),
        landscape=layout.all_landscape or form not in PORTRAIT,
        width=0.8 if form in ("B12", "B13") else 1.0,
    )


def _above(report: Report, layout: Layout, form: str, number: int) -> tuple[tuple[str, str], ...]:
    unit = layout.unit_of(form)
    if layout.form_numbers:
        return (("", f"公开{number:02d}表"), (f"部门：{report.unit}", f"金额单位：{unit}"))
    if layout.table_set == "university":
        return ((f"单位名称：{report.unit}", f"单位：{unit}"),)
    return (("", f"单位：{unit}"),)


def _notes(report: Report, layout: Layout, form: str) -> tuple[str, ...]:
    if form in MAY_BE_EMPTY and report.is_empty(form):
        return (f"说明：{report.unit}本年度没有{NOTHING[form]}，故本表无数据。",)
    return (f"注：本表反映部门{MEANING[form]}情况。",) if form in MEANING else ()


Columns = Sequence[tuple[str, Path]]


def _columns(layout: Layout, form: str) -> Columns:
    columns = list(COLUMNS[form])
    if form == "T2" and layout.table_set == "university":
        columns[3:4] = FEES
    if form == "T9" and layout.capital_columns == 3:
        return [(key, (path[-1] if key != "total" else "合计",)) for key, path in columns[2:5]]
    if form in ("T8", "T9") and layout.fund_header == "in_total_row":
        return [(key, path[:1]) for key, path in columns]
    return columns


def _code_style(layout: Layout, form: str) -> str:
    return "merged" if form == "U4" else layout.code


def _total_style(layout: Layout, form: str) -> str:
    """Where 合计 stands; a university prints it twice in its fourth form."""
    if form == "U4":
        return "header_and_last"
    return layout.general_total if form == "T5" and layout.general_total else layout.total


def _functional(report: Report, layout: Layout, form: str) -> panels.Built:
    """A form by functional code: codes and names, then amounts."""
    columns = _columns(layout, form)
    code = _code_style(layout, form)
    lead = 2 if code == "one" else 4
    rows: dict[tuple[str, str], dict[str, Cell]] = {}
    for cell in report.form(form):
        rows.setdefault((cell.line, cell.code), {})[cell.column] = cell
    totals = _amounts(report, layout, columns, rows.pop(("total", "")), total=True)
    body = [
        (*_code_boxes(code, key), Box(row["total"].label), *_amounts(report, layout, columns, row))
        for (_, key), row in rows.items()
    ]
    if report.is_empty(form):
        body = [(Box(),) * (lead + len(columns))] * 4
    header = _functional_header(layout, form, code, columns)
    header, body = _with_total(layout, _total_style(layout, form), lead, columns, header, body, totals)
    widths = (1.4, 3.2) if code == "one" else (0.6, 0.6, 0.6, 3.0)
    return panels.Built(tuple(header), tuple(body), (*widths, *(1.4 for _ in columns)))


def _amounts(
    report: Report, layout: Layout, columns: Columns, row: dict[str, Cell], total: bool = False
) -> tuple[Box, ...]:
    boxes = []
    for key, _ in columns:
        if has_place(row[key], layout):
            boxes.append(Box(cell_text(report, row[key], layout), layout.amount_align))
        else:
            boxes.append(
                Box({"total": "合计", "basic": "基本支出", "project": "项目支出"}[key] if total else "", "center")
            )
    return tuple(boxes)


def _code_boxes(style: str, code: str) -> tuple[Box, ...]:
    parts = (code[:3], code[3:5], code[5:7])
    if style == "padded":
        return tuple(Box(part, "center") for part in parts)
    if style == "bare":
        return tuple(Box(part.lstrip("0"), "center") for part in parts)
    if style == "first":
        return (Box(code), Box(), Box())
    return (Box(code, colspan=3),) if style == "merged" else (Box(code),)


def _functional_header(layout: Layout, form: str, code: str, columns: Columns) -> list[Row]:
    in_header = _total_style(layout, form).startswith("header")
    if code == "one":
        plain = layout.table_set == "university"
        lead: list[Path] = (
            [("科目编码",), ("科目名称",)] if plain else [("项目", "功能分类\n科目编码"), ("项目", "科目名称")]
        )
    else:
        group: Path = ("项目", "功能分类", "科目编码")
        lead = [group if in_header else (*group, part) for part in "类款项"] + [("项目", "科目名称")]
    phase = (layout.phase_line,) if layout.phase_line and form in ("T2", "T3") else ()
    return header_rows([*lead, *((*path, *phase) for _, path in columns)])


def _with_total(
    layout: Layout, style: str, lead: int, columns: Columns, header: list[Row], body: list[Row], totals: tuple[Box, ...]
) -> tuple[list[Row], list[Row]]:
    """Put the 合计 row, and the 栏次 row if there is one, where the layout has them."""
    numbers = tuple(Box(str(i), "center") for i in range(1, len(columns) + 1))
    if style == "header_and_last":
        body = [*body, (Box(colspan=3), Box("合计", "center"), *totals)]
    if style.startswith("header") and lead == 4:
        span = 2 if layout.column_numbers else 1
        parts = tuple(Box(part, "center", rowspan=span) for part in "类款项")
        if layout.column_numbers:
            return [*header, (*parts, Box("栏次", "center"), *numbers), (Box("合计", "center"), *totals)], body
        return [*header, (*parts, Box("合计", "center"), *totals)], body
    if layout.column_numbers:
        header = [*header, (Box("栏次", "center", colspan=lead), *numbers)]
    if style == "last_no_code":
        return header, [*body, (*(Box() for _ in range(lead - 1)), Box("合计"), *totals)]
    total_row = (Box("合计", "center", colspan=lead), *totals)
    in_total_row = any(box.text == "基本支出" for box in totals)
    return header, [*body, total_row] if style == "last" and not in_total_row else [total_row, *body]
