"""The paper of 北京市东城区科学技术和信息化局 2023: Beijing's tables, and short sentences of our own.

Belongs here: the order of the parts and the sentences, with the published amounts and percentages, and with the two
defects of the source: a growth of 100% from zero, and a date of 2022 in the evaluation.
Does not belong here: the amounts of the tables (tests/support/figures/dongcheng.py).
"""

from collections.abc import Iterator
from dataclasses import replace

from tests.support.figures import codes
from tests.support.figures.dongcheng import CENTRE, CLASS_TOTALS, ITEMS, LAYOUT, UNIT, YEAR, report
from tests.support.paper import layouts
from tests.support.paper.blocks import Block, Heading, Line, PageBreak, Paper, Paragraph, Style, Table
from tests.support.paper.headers import numeral

NOTES = {
    "一般公共预算财政拨款收入支出决算表": "注：分科目的年初、年末结转和结余未在决算说明中列出，本表只列合计。",
    "一般公共预算财政拨款基本支出决算表": "注：决算说明未列出经济分类科目的金额，本表未填列。",
    "政府购买服务决算公开情况表": "注：决算说明只列出合计。",
}


def paper(style: Style) -> Paper:
    """The report in Beijing's order: tables, explanation, other matters, evaluation."""
    figures = report()
    layout = replace(LAYOUT, style=style)
    tables = tuple(_with_note(block) for block in layouts.tables(figures, layout))
    titles = [block.title for block in tables if isinstance(block, Table)]
    blocks: list[Block] = [PageBreak(), Line("目  录", "center")]
    blocks += [Line(f"{part} {YEAR}年度{name}") for part, name in PARTS[:1]]
    blocks += [Line(f"{numeral(i)}、{title}") for i, title in enumerate(titles, 1)]
    blocks += [Line(f"{part} {YEAR}年度{name}") for part, name in PARTS[1:]]
    blocks += layouts.headed(Heading(f"第一部分 {YEAR}年度部门决算报表", 1), tables)
    for (part, name), section in zip(PARTS[1:], (explanation(), other_matters(), evaluation()), strict=True):
        blocks += [PageBreak(), Heading(f"{part} {YEAR}年度{name}", 1), *section]
    cover = ("北京市东城区", "科学技术和信息化局", f"{YEAR}年度部门决算")
    return Paper(f"{UNIT}{YEAR}年度部门决算", cover, tuple(blocks))


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
    yield from _nothing_else()


def _nothing_else() -> Iterator[Block]:
    yield Heading("五、政府性基金预算财政拨款支出决算情况说明")
    yield Paragraph("本年度未安排政府性基金预算财政拨款收支。")
    yield Heading("六、国有资本经营预算财政拨款收支情况")
    yield Paragraph("本年度未安排国有资本经营预算财政拨款收支。")
    yield Heading("七、财政拨款基本支出决算情况说明")
    yield Paragraph(
        "2023年度使用一般公共预算财政拨款安排基本支出1729.89万元，使用政府性基金财政拨款安排基本支出0万元。"
    )


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
    yield from _visits()
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


def _visits() -> Iterator[Block]:
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
