"""北京市东城区科学技术和信息化局 2023: the published figures, set again in Beijing's tables.

Belongs here: the amounts that the published prose states (万元), the tables they determine, and short sentences of our
own with the same figures. The published rounding is kept: the 项 add to 10,898.36 where 10,898.35 is stated.
Does not belong here: anything the source does not say. It gives no economic classification, so T6 stays empty; it gives
balances only in total, so B5 has the total row only; purchased services are known in total only.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tests import codes, figures, layouts
from tests.figures import Amounts, Cell, Report
from tests.headers import numeral
from tests.leaves import ZERO
from tests.paper import Block, Heading, Line, PageBreak, Paper, Paragraph, Style, Table

UNIT = "北京市东城区科学技术和信息化局"
CENTRE = "北京市东城区信息中心（北京市东城区中小企业服务中心）"
YEAR = 2023
TOTAL, BASIC, PROJECT = Decimal("10898.35"), Decimal("1729.89"), Decimal("9168.46")
BALANCE, GRAND_TOTAL = Decimal("26.72"), Decimal("10925.07")
CLASS_TOTALS = {
    "201": ("3900.51", "35.79"),
    "206": ("5290.17", "48.54"),
    "208": ("223.01", "2.05"),
    "210": ("137.31", "1.26"),
    "221": ("244.24", "2.24"),
    "229": ("1103.12", "10.12"),
}
ITEMS: tuple[tuple[str, str, str], ...] = (
    ("2013799", "3900.51", "增加3900.51万元，增长100%。主要原因：追加信创专项工程项目"),
    ("2060101", "608.31", "增加45.68万元，增长8.12%"),
    ("2060199", "517.02", "增加27.74万元，增长5.67%"),
    ("2060702", "115.87", "减少25.63万元，下降18.11%。主要原因：压缩项目支出"),
    ("2060799", "30.63", "减少5.45万元，下降15.11%。主要原因：压缩项目支出"),
    ("2069999", "4018.34", "增加515.16万元，增长14.71%。主要原因：增加政务网运维费446.12万元"),
    ("2080501", "37.56", "增加23.03万元。主要原因：一次性抚恤金和补发津补贴"),
    ("2080502", "4.54", "增加2.55万元。主要原因：补发津补贴"),
    ("2080505", "64.71", "减少4.43万元，下降6.41%"),
    ("2080505", "55.96", "减少0.31万元，下降0.55%"),
    ("2080506", "32.27", "减少2.3万元，下降6.65%"),
    ("2080506", "27.98", "减少0.15万元，下降0.53%"),
    ("2101101", "73.65", "减少3.63万元，下降4.70%"),
    ("2101102", "63.66", "增加3.58万元，增长5.96%"),
    ("2210201", "61.23", "减少2.09万元，下降3.30%"),
    ("2210201", "53.04", "增加4.11万元，增长8.40%"),
    ("2210203", "73.27", "增加3.05万元，增长4.34%"),
    ("2210203", "56.69", ""),
    ("2299999", "1103.12", "追加"),
)
LAYOUT = layouts.Layout(
    "dongcheng",
    table_set="beijing",
    form_numbers=True,
    capital_columns=3,
    zero_forms=("T7", "B12"),
)


def basic_items() -> set[int]:
    """Indexes of the items that are basic expenditure (基本支出): the only subset that adds to the stated 1729.89."""
    amounts = [int(Decimal(amount) * 100) for _, amount, _ in ITEMS]
    sums = [(0, 0)]
    for index, amount in enumerate(amounts):
        sums += [(total + amount, chosen | 1 << index) for total, chosen in sums]
    (found,) = [chosen for total, chosen in sums if total == int(BASIC * 100)]
    return {index for index in range(len(ITEMS)) if found >> index & 1}


def items() -> dict[str, Amounts]:
    """Expenditure by 项 in 元: the items of both units under one code."""
    basic = basic_items()
    result: dict[str, Amounts] = {}
    for index, (code, text, _) in enumerate(ITEMS):
        row = result.setdefault(code, {"total": ZERO, "basic": ZERO, "project": ZERO})
        for column in ("total", "basic" if index in basic else "project"):
            row[column] += Decimal(text) * 10_000
    return {code: {**row, "fiscal": row["total"]} for code, row in result.items()}


def _published(cell: Cell) -> Cell:
    """A sum of items replaced by the total that the source states for it."""
    stated = {"total": TOTAL, "fiscal": TOTAL, "basic": BASIC, "project": PROJECT}
    if cell.line == "total":
        return replace(cell, yuan=stated.get(cell.column, ZERO) * 10_000)
    only_child = cell.code in ("20137", "20805", "21011", "22102", "22999")
    if cell.yuan and (len(cell.code) == 3 or only_child):
        whole = Decimal(CLASS_TOTALS[cell.code[:3]][0]) * 10_000
        if abs(whole - cell.yuan) <= 100:
            return replace(cell, yuan=whole)
    return cell


def report() -> Report:
    """The report as cells in 元."""
    members = ((UNIT, "行政单位"), (CENTRE, "全额拨款事业单位"))
    return Report(UNIT, YEAR, "科技和信息化", members, tuple(_cells()), {})


def _cells() -> Iterator[Cell]:
    rows = items()
    yield from _balanced("T1")
    for form in ("T2", "T3", "T5"):
        columns = {"T2": ("total", "fiscal", *figures.INCOMES), "T3": ("total", *figures.SPENDINGS)}
        yield from map(_published, figures.tree(form, rows, columns.get(form, ("total", "basic", "project")), YEAR))
    yield from _balanced("T4")
    known = {"opening": BALANCE, "income": TOTAL, "total": TOTAL, "basic": BASIC, "project": PROJECT, "closing": BALANCE}
    for form in ("B5", "T8", "T9"):
        for column, amount in known.items():
            value = amount * 10_000 if form == "B5" else ZERO
            yield Cell(form, "", "total", "", "合计", column, value)
    yield from figures.economic("T6", {}, every=True)
    yield from figures.economic("B9", {}, every=False)
    yield from _small_forms()


def _balanced(form: str) -> Iterator[Cell]:
    """T1 or T4: one income, one balance, six classes, all of it general budget."""
    left = {"general_budget": TOTAL, "income_total": TOTAL, "opening": BALANCE, "income_grand_total": GRAND_TOTAL}
    left |= {"opening_general_budget": BALANCE} if form == "T4" else {}
    for line, amount in left.items():
        yield Cell(form, "left", line, "", "", "amount", amount * 10_000)
    right = {"expenditure_total": TOTAL, "closing": BALANCE, "expenditure_grand_total": GRAND_TOTAL}
    columns = ("amount",) if form == "T1" else ("total", "general_budget", "government_fund", "state_capital")
    for column in columns:
        paid = column in ("amount", "total", "general_budget")
        for code, name in codes.classes(YEAR):
            amount = Decimal(CLASS_TOTALS.get(code, ("0",))[0]) if paid else ZERO
            yield Cell(form, "right", "class", code, name, column, amount * 10_000)
        for line, total in right.items():
            yield Cell(form, "right", line, "", "", column, total * 10_000 if paid else ZERO)


def _small_forms() -> Iterator[Cell]:
    cars = {"budget": Decimal("2.72"), "final": Decimal("1.04")}
    for phase, amount in cars.items():
        for item in ("total", "abroad", "vehicles", "purchase", "running", "reception"):
            value = amount * 10_000 if item in ("total", "vehicles", "running") else ZERO
            yield Cell("T7", "", "", "", "", f"{phase}_{item}", value)
    bought = ("3408.23", "478.06", "0", "2930.17", "1483.82", "1340.35")
    for line, text in zip(figures.PROCUREMENT_LABELS, bought, strict=True):
        yield Cell("B12", "", line, "", figures.PROCUREMENT_LABELS[line], "amount", Decimal(text) * 10_000)
    yield Cell("B13", "", "total", "", "合计", "amount", Decimal("3268.45") * 10_000)


NOTES = {
    "一般公共预算财政拨款收入支出决算表": "注：分科目的年初、年末结转和结余未在决算说明中列出，本表只列合计。",
    "一般公共预算财政拨款基本支出决算表": "注：决算说明未列出经济分类科目的金额，本表未填列。",
    "政府购买服务决算公开情况表": "注：决算说明只列出合计。",
}


def paper(style: Style) -> Paper:
    """The report in Beijing's order: tables, explanation, other matters, evaluation."""
    told = report()
    layout = replace(LAYOUT, style=style)
    tables = tuple(_with_note(block) for block in layouts.tables(told, layout))
    blocks: list[Block] = [PageBreak(), Line("目  录", "center")]
    blocks += [Line(f"{part} {YEAR}年度{name}") for part, name in PARTS[:1]]
    blocks += [Line(f"{numeral(i)}、{block.title}") for i, block in enumerate(tables[1::2], 1)]
    blocks += [Line(f"{part} {YEAR}年度{name}") for part, name in PARTS[1:]]
    blocks += layouts.headed(Heading(f"第一部分 {YEAR}年度部门决算报表", 1), tables)
    for (part, name), section in zip(PARTS[1:], (explanation(), other_matters(), evaluation()), strict=True):
        blocks += [PageBreak(), Heading(f"{part} {YEAR}年度{name}", 1), *section]
    return Paper(f"{UNIT}{YEAR}年度部门决算", ("北京市东城区", "科学技术和信息化局", f"{YEAR}年度部门决算"), tuple(blocks))


PARTS = (
    ("第一部分", "部门决算报表"),
    ("第二部分", "部门决算说明"),
    ("第三部分", "其他重要事项的情况说明"),
    ("第四部分", "部门绩效评价情况"),
)


def _with_note(block: Block) -> Block:
    if isinstance(block, Table) and block.title in NOTES:
        return replace(block, notes=(NOTES[block.title],))
    return block


def explanation() -> Iterator[Block]:
    """第二部分."""
    yield Heading("一、部门基本情况")
    yield Paragraph(f"{UNIT}主管本区的科技和信息化工作。所属行政单位1个：{UNIT}；全额拨款事业单位1个：{CENTRE}。")
    yield Heading("二、收入支出决算总体情况说明")
    yield Paragraph("2023年度收、支总计10925.07万元，比上年增加2834.31万元，增长35.03%。")
    yield Heading("（一）收入决算说明", 3)
    yield Paragraph(
        "2023年度本年收入合计10898.35万元，比上年增加2851.38万元，增长35.43%，其中：财政拨款收入10898.35万元，"
        "占收入合计的100%。"
    )
    yield Heading("（二）支出决算说明", 3)
    yield Paragraph(
        "2023年度本年支出合计10898.35万元，比上年增加2834.31万元，增长35.15%，其中：基本支出1729.89万元，"
        "占支出合计的15.87%；项目支出9168.46万元，占支出合计的84.13%。"
    )
    yield Heading("三、财政拨款收入支出决算总体情况说明")
    yield Paragraph("2023年度财政拨款收、支总计10925.07万元，比上年增加2834.31万元，增长35.03%。")
    yield from _general()
    yield Heading("五、政府性基金预算财政拨款支出决算情况说明")
    yield Paragraph("本年度未安排政府性基金预算财政拨款收支。")
    yield Heading("六、国有资本经营预算财政拨款收支情况")
    yield Paragraph("本年度未安排国有资本经营预算财政拨款收支。")
    yield Heading("七、财政拨款基本支出决算情况说明")
    yield Paragraph("2023年度使用一般公共预算财政拨款安排基本支出1729.89万元，使用政府性基金财政拨款安排基本支出0万元。")


def _general() -> Iterator[Block]:
    names = dict(codes.classes(YEAR))
    yield Heading("四、一般公共预算财政拨款支出决算情况说明")
    yield Heading("（一）一般公共预算财政拨款支出决算总体情况", 3)
    shares = "；".join(
        f"{names[code]}{amount}万元，占本年财政拨款支出的{share}%" for code, (amount, share) in CLASS_TOTALS.items()
    )
    yield Paragraph(f"2023年度一般公共预算财政拨款支出10898.35万元，按大类分：{shares}。")
    yield Heading("（二）一般公共预算财政拨款支出决算具体情况", 3)
    for number, (code, amount, change) in enumerate(ITEMS, start=1):
        path = "".join(
            f"{codes.functional_name(code[:length], YEAR)}（{level}）"
            for length, level in zip((3, 5, 7), "类款项", strict=True)
        )
        clause = f"比2023年年初预算{change}" if change else "与2023年年初预算持平"
        clause = "主要是追加人才服务和产业发展保障资金" if change == "追加" else clause
        yield Paragraph(f"{number}.{path}。2023年度决算{amount}万元，{clause}。")


def other_matters() -> Iterator[Block]:
    """第三部分."""
    yield Heading("一、“三公”经费财政拨款决算情况")
    yield Paragraph(
        "“三公”经费包括所属1个行政单位、1个事业单位。2023年度“三公”经费财政拨款决算数1.04万元，"
        "比2023年度年初预算2.72万元减少1.68万元。其中："
    )
    yield Paragraph("1.因公出国（境）费用。2023年度决算数0万元，与年初预算数0万元持平。")
    yield Paragraph("2.公务接待费。2023年度决算数0万元，与年初预算数0万元持平。")
    yield Paragraph(
        "3.公务用车购置及运行维护费。2023年度决算数1.04万元，比年初预算数2.72万元减少1.68万元。其中，公务用车购置费0万元，"
        "购置0辆；公务用车运行维护费决算数1.04万元，比年初预算数2.72万元减少1.68万元，公务用车保有量2辆，"
        "车均运行维护费0.52万元。"
    )
    yield Heading("二、机关运行经费支出情况")
    yield Paragraph("2023年度日常公用经费支出合计28.32万元，比上年增加7.71万元，增长37.41%。")
    yield Heading("三、政府采购支出情况")
    yield Paragraph(
        "2023年度政府采购支出总额3408.23万元，其中：政府采购货物支出478.06万元，政府采购工程支出0万元，"
        "政府采购服务支出2930.17万元。授予中小企业合同金额1483.82万元，占政府采购支出总额的43.54%，"
        "其中：授予小微企业合同金额1340.35万元，占政府采购支出总额的39.33%。"
    )
    yield Heading("四、国有资产占用情况")
    yield Paragraph(
        "截止2023年12月31日，固定资产总额1178.80万元，其中：汽车2辆，34.77万元；单价100万元以上的设备0台（套），0万元。"
    )
    yield Heading("五、政府购买服务支出说明")
    yield Paragraph("2023年度政府购买服务决算3268.45万元。")
    yield Heading("六、专业名词解释")
    yield Paragraph("1.基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。")
    yield Paragraph("2.项目支出：指在基本支出之外为完成特定行政任务或事业发展目标所发生的支出。")


def evaluation() -> Iterator[Block]:
    """第四部分; the date of 2022 in the last sentence is the source's own."""
    yield Heading("一、绩效评价工作开展情况")
    yield Paragraph(
        "2024年对2023年度部门项目支出实施绩效评价，评价项目50个，占部门项目总数的100%，涉及金额9168.46万元。"
        "其中普通程序评价项目1个，评价金额149.74万元，得分88.93分，级别为“良”；简易程序评价项目49个，"
        "评价金额9018.72万元，评价等级均为“优秀”。"
    )
    yield Heading("二、东城区互联网云平台运行维护服务项目")
    yield Paragraph(
        "该项目预算批复资金149.994万元，财政局拨款149.744万元。截至2022年12月31日，实际到位资金149.744万元，"
        "实际支出资金149.744万元，项目资金执行率100%。"
    )
    yield Paragraph("评价得分：项目决策8.23分，项目过程18.50分，项目产出37.30分，项目绩效24.90分，综合得分88.93分。")
