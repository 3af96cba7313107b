"""The narrative of a drawn report (决算情况说明) with the figures of its tables.

Belongs here: short sentences of our own around the statutory terms; amounts are printed in 万元 without separators.
Does not belong here: tables (tests/support/paper/forms.py), the order of the parts (tests/support/paper/layouts.py).
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from tests.support.figures import codes
from tests.support.figures.cells import PERSONNEL_CLASSES
from tests.support.figures.figures import Report, amount_text
from tests.support.paper.blocks import Heading, Paragraph, Text
from tests.support.paper.headers import numeral
from tests.support.paper.layout import Layout

INCOMES = {
    "fiscal": "财政拨款收入",
    "superior": "上级补助收入",
    "operating": "事业收入",
    "business": "经营收入",
    "subordinate": "附属单位上缴收入",
    "other": "其他收入",
}
SPENDINGS = {
    "basic": "基本支出",
    "project": "项目支出",
    "remitted": "上缴上级支出",
    "business": "经营支出",
    "subsidy": "对附属单位补助支出",
}
SECTIONS = (
    "收入支出决算总体情况说明",
    "收入决算情况说明",
    "支出决算情况说明",
    "财政拨款收入支出决算总体情况说明",
    "一般公共预算财政拨款支出决算情况说明",
    "一般公共预算财政拨款基本支出决算情况说明",
    "财政拨款“三公”经费支出决算情况说明",
    "政府性基金预算财政拨款收入支出决算情况说明",
    "国有资本经营预算财政拨款收入支出决算情况说明",
    "其他重要事项的情况说明",
)
UNIVERSITY_SECTIONS = (
    "高等学校收支决算总表说明",
    "高等学校收入决算表说明",
    "高等学校支出决算表说明",
    "高等学校财政拨款支出决算表说明",
)


def wan(yuan: Decimal) -> str:
    """An amount of 元 as the prose prints it: 1234.56万元."""
    return f"{amount_text(yuan, thousands=False)}万元"


def percent(part: Decimal, whole: Decimal) -> str:
    """`part` of `whole` in percent with two decimals, rounded half-up."""
    return f"{(100 * part / whole).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def section_titles(report: Report, layout: Layout) -> list[str]:
    """The headings of the narrative, numbered."""
    return [f"{numeral(i)}、{name}" for i, name in enumerate(_sections(layout), start=1)]


def _sections(layout: Layout) -> tuple[str, ...]:
    return UNIVERSITY_SECTIONS if layout.table_set == "university" else SECTIONS


def narrative(report: Report, layout: Layout) -> Iterator[Text]:
    """The whole narrative part."""
    university = layout.table_set == "university"
    fourth = _university_fiscal if university else _fiscal
    tellers = (_overall, _income, _spending, fourth, _general, _basic, _visits, _fund, _capital, _other)
    for heading, teller in zip(section_titles(report, layout), tellers, strict=False):
        yield Heading(heading)
        for item in teller(report):
            yield item if isinstance(item, Heading) else Paragraph(item)


def compared(report: Report, form: str, column: str, line: str, panel: str = "") -> str:
    """The clause that compares an amount with last year's report, "" where there is none."""
    if report.previous is None:
        return ""
    new, old = (r.yuan(form, column, line, panel=panel) for r in (report, report.previous))
    if new == old or not old:
        return ""
    up = new > old
    words = ("增加", "增长") if up else ("减少", "下降")
    return f"，比{report.year - 1}年度{words[0]}{wan(abs(new - old))}，{words[1]}{percent(abs(new - old), old)}"


def _overall(report: Report) -> Iterator[str]:
    total = report.yuan("T1", "amount", "income_grand_total", panel="left")
    clause = compared(report, "T1", "amount", "income_grand_total", "left")
    yield f"{report.unit}{report.year}年度收、支总计{wan(total)}{clause}。"


def _parts(report: Report, form: str, names: dict[str, str]) -> str:
    total = report.yuan(form, "total", "total")
    amounts = {name: report.yuan(form, column, "total") for column, name in names.items()}
    return "；".join(f"{name}{wan(amount)}，占{percent(amount, total)}" for name, amount in amounts.items() if amount)


def _income(report: Report) -> Iterator[str]:
    total = report.yuan("T2", "total", "total")
    clause = compared(report, "T2", "total", "total")
    yield f"{report.year}年度本年收入合计{wan(total)}{clause}，其中：{_parts(report, 'T2', INCOMES)}。"


def _spending(report: Report) -> Iterator[str]:
    total = report.yuan("T3", "total", "total")
    clause = compared(report, "T3", "total", "total")
    yield f"{report.year}年度本年支出合计{wan(total)}{clause}，其中：{_parts(report, 'T3', SPENDINGS)}。"


def _fiscal(report: Report) -> Iterator[str]:
    total = report.yuan("T4", "amount", "income_grand_total", panel="left")
    clause = compared(report, "T4", "amount", "income_grand_total", "left")
    yield f"{report.year}年度财政拨款收、支总计{wan(total)}{clause}。"


def _university_fiscal(report: Report) -> Iterator[str]:
    total, basic, project = (report.yuan("U4", column, "total") for column in ("total", "basic", "project"))
    yield (
        f"学校{report.year}年度财政拨款支出总计为{wan(total)}，"
        f"其中基本支出{wan(basic)}，占总支出的{percent(basic, total)}；"
        f"项目支出{wan(project)}，占总支出的{percent(project, total)}。具体包括："
    )
    items = [c for c in report.form("U4") if c.column == "total" and len(c.code) == 7]
    for number, cell in enumerate(items, start=1):
        yield f"{number}.{cell.label}（{cell.code}），{report.year}年度决算数为{wan(cell.yuan)}。"


def _general(report: Report) -> Iterator[str | Heading]:
    total, spent = report.yuan("T5", "total", "total"), report.yuan("T3", "total", "total")
    yield Heading("（一）一般公共预算财政拨款支出决算总体情况", 3)
    yield f"{report.year}年度一般公共预算财政拨款支出{wan(total)}，占本年支出合计的{percent(total, spent)}。"
    yield Heading("（二）一般公共预算财政拨款支出决算结构情况", 3)
    rows = {c.code: c for c in report.form("T5") if c.column == "total" and len(c.code) == 3}
    told = "；".join(f"{c.label}（类）{wan(c.yuan)}，占{percent(c.yuan, total)}" for c in rows.values())
    yield f"{report.year}年度一般公共预算财政拨款支出{wan(total)}，主要用于以下方面：{told}。"
    yield Heading("（三）一般公共预算财政拨款支出决算具体情况", 3)
    items = [c for c in report.form("T5") if c.column == "total" and len(c.code) == 7]
    if all(cell.code in report.budgets for cell in items) and any(report.budgets.values()):
        budget = sum((report.budgets[c.code] for c in items), Decimal(0))
        yield f"{report.year}年度一般公共预算财政拨款支出{_outturn(total, budget)}"
    for number, cell in enumerate(items, start=1):
        yield f"{number}.{_path(report, cell.code)}。{_outturn(cell.yuan, report.budgets.get(cell.code))}"


def _path(report: Report, code: str) -> str:
    """A functional item by its names: 教育支出（类）普通教育（款）小学教育（项）."""
    names = (codes.functional_name(code[:length], report.year) for length in (3, 5, 7))
    return "".join(f"{name}（{level}）" for name, level in zip(names, "类款项", strict=True))


def _outturn(final: Decimal, budget: Decimal | None) -> str:
    """The sentence on a final amount and its year's opening budget, in 元."""
    if budget is None:
        return f"支出决算为{wan(final)}。"
    if not budget:
        return f"年初预算为0万元，支出决算为{wan(final)}，决算数大于年初预算数的主要原因是年中追加预算。"
    told = f"年初预算为{wan(budget)}，支出决算为{wan(final)}，完成年初预算的{percent(final, budget)}"
    if amount_text(final) == amount_text(budget):
        return f"{told}，决算数等于年初预算数。"
    word, reason = ("大于", "工作任务增加") if final > budget else ("小于", "厉行节约、压缩开支")
    return f"{told}，决算数{word}年初预算数的主要原因是{reason}。"


def _basic(report: Report) -> Iterator[str]:
    total = report.yuan("T6", "amount", "total")
    people, public = (report.yuan("T6", "amount", line) for line in ("personnel_total", "public_total"))
    names = {
        kind: "、".join(c.label for c in report.form("T6") if len(c.code) == 5 and amount_text(c.yuan) != "0.00" and kind == (c.code[:3] in PERSONNEL_CLASSES))
        for kind in (True, False)
    }  # fmt: skip
    yield (
        f"{report.year}年度一般公共预算财政拨款基本支出{wan(total)}，"
        f"其中：人员经费{wan(people)}，主要包括：{names[True]}；公用经费{wan(public)}，主要包括：{names[False]}。"
    )


def _visits(report: Report) -> Iterator[str]:
    budget, final = (report.yuan("T7", f"{phase}_total") for phase in ("budget", "final"))
    if not budget and not final:
        yield f"{report.unit}{report.year}年度没有财政拨款“三公”经费支出。"
        return
    yield (
        f"{report.year}年度“三公”经费财政拨款支出预算为{wan(budget)}，支出决算为{wan(final)}，"
        f"完成预算的{percent(final, budget)}。"
    )
    names = {"abroad": "因公出国（境）费", "vehicles": "公务用车购置及运行维护费", "reception": "公务接待费"}
    told = "；".join(f"{name}支出决算为{wan(report.yuan('T7', f'final_{item}'))}" for item, name in names.items())
    parts = {"purchase": "公务用车购置费", "running": "公务用车运行维护费"}
    cars = "，".join(f"{name}{wan(report.yuan('T7', f'final_{item}'))}" for item, name in parts.items())
    yield f"其中：{told}。公务用车购置及运行维护费中，{cars}。"
    yield from _visit_details(report, final, names)


VEHICLES = 4


def _visit_details(report: Report, final: Decimal, names: dict[str, str]) -> Iterator[str]:
    """Shares, counts and means of the three public expenses."""
    if final:
        amounts = {name: report.yuan("T7", f"final_{item}") for item, name in names.items()}
        told = "；".join(f"{name}支出决算{wan(amount)}，占{percent(amount, final)}" for name, amount in amounts.items())
        yield f"“三公”经费财政拨款支出决算中，{told}。"
    groups, people = (2, 5) if report.yuan("T7", "final_abroad") else (0, 0)
    yield f"全年安排因公出国（境）团组{groups}个、累计{people}人次。"
    stock, bought = VEHICLES * report.bodies, 1 if report.yuan("T7", "final_purchase") else 0
    mean = (report.yuan("T7", "final_running") / stock / 10_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
    yield f"全年购置公务用车{bought}辆。年末公务用车保有量{stock}辆，车均运行维护费{mean}万元。国内公务接待12批次、96人次。"
    yield "“三公”经费包括本部门所属行政单位1个、事业单位1个。"


def _balance(report: Report, form: str, fund: str) -> Iterator[str]:
    if report.is_empty(form):
        yield f"{report.unit}{report.year}年度没有{fund}收入和支出。"
        return
    opening, income, total, closing = (
        report.yuan(form, column, "total") for column in ("opening", "income", "total", "closing")
    )
    yield (
        f"{report.year}年度{fund}年初结转和结余{wan(opening)}，本年收入{wan(income)}，"
        f"本年支出{wan(total)}，年末结转和结余{wan(closing)}。"
    )


def _fund(report: Report) -> Iterator[str]:
    yield from _balance(report, "T8", "政府性基金预算财政拨款")


def _capital(report: Report) -> Iterator[str]:
    yield from _balance(report, "T9", "国有资本经营预算财政拨款")


def _other(report: Report) -> Iterator[str | Heading]:
    total, goods, works, services, small, micro = (
        report.yuan("B12", "amount", line) for line in ("total", "goods", "works", "services", "sme", "micro")
    )
    yield Heading("（一）机关运行经费支出情况", 3)
    clause = _against_last_year(report)
    yield f"{report.year}年度机关运行经费支出{wan(report.yuan('T6', 'amount', 'public_total'))}{clause}。"
    yield Heading("（二）政府采购支出情况", 3)
    yield (
        f"{report.year}年度政府采购支出总额{wan(total)}，其中：政府采购货物支出{wan(goods)}、政府采购工程支出{wan(works)}、"
        f"政府采购服务支出{wan(services)}。"
        f"授予中小企业合同金额{wan(small)}，占政府采购支出总额的{percent(small, total)}，"
        f"其中：授予小微企业合同金额{wan(micro)}，占政府采购支出总额的{percent(micro, total)}。"
    )
    services = report.yuan("B13", "amount", "total")
    yield Heading("（三）政府购买服务支出情况", 3)
    yield f"{report.year}年度政府购买服务支出{wan(services)}。"
    yield Heading("（四）国有资产占有使用情况", 3)
    many = report.bodies
    kinds = f"主要领导干部用车{many}辆、机要通信用车{2 * many}辆、其他用车{many}辆"
    yield (
        f"截至{report.year}年12月31日，{report.unit}共有车辆{VEHICLES * many}辆，其中：{kinds}。"
        "单价100万元（含）以上设备（不含车辆）0台（套）。"
    )
    yield from _performance(report)


def _against_last_year(report: Report) -> str:
    """The clause that names last year's running costs and the change."""
    if report.previous is None:
        return ""
    new, old = (r.yuan("T6", "amount", "public_total") for r in (report, report.previous))
    if new == old or not old:
        return ""
    words = ("增加", "增长") if new > old else ("减少", "下降")
    return f"，比上年决算数{wan(old)}{words[0]}{wan(abs(new - old))}，{words[1]}{percent(abs(new - old), old)}"


def _performance(report: Report) -> Iterator[str | Heading]:
    """Projects by procedure and rating, and the scores of one of them."""
    whole, many = report.yuan("T3", "project", "total"), report.bodies
    part = (whole / 5).quantize(Decimal(100))
    yield Heading("（五）预算绩效管理情况", 3)
    yield (
        f"{report.year}年度评价项目{10 * many}个，占部门项目总数的100%，涉及金额{wan(whole)}。采用普通程序评价项目{2 * many}个，评价金额{wan(part)}。"
        f"简易程序评价项目{8 * many}个，评价金额{wan(whole - part)}。"
    )
    yield f"绩效自评项目{10 * many}个（其中，绩效评级为“优”的项目{8 * many}个；绩效评级为“良”的项目{2 * many}个）。"
    yield "该项目预算资金100.00万元，实际支出资金92.50万元，资金执行率92.50%。"
    yield "该项目评价总分100分，评价得分88.93分。"
    for name, weight, score, rate in SCORES:
        yield f"{name}方面。该指标分值{weight}分，评价得分{score}分，得分率为{rate}%。"


SCORES = (
    ("项目决策", "10", "8.23", "82.30"),
    ("项目过程", "20", "18.50", "92.50"),
    ("项目产出", "40", "37.30", "93.25"),
    ("项目绩效", "30", "24.90", "83.00"),
)


GLOSSARY = (
    "财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
    "事业收入：指事业单位开展专业业务活动及辅助活动取得的收入。",
    "其他收入：指单位取得的除上述收入以外的各项收入。",
    "年初结转和结余：指以前年度支出预算未执行完毕、结转到本年仍按原规定用途继续使用的资金。",
    "基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
    "项目支出：指在基本支出之外为完成特定任务和事业发展目标所发生的支出。",
    "“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。",
)


def glossary(report: Report) -> Iterator[Text]:
    """名词解释."""
    items = [c for c in report.form("T5") if c.column == "total" and len(c.code) == 7]
    for number, text in enumerate((*GLOSSARY, *(_explained(report, cell.code) for cell in items[:2])), start=1):
        yield Paragraph(f"{number}.{text}")


def _explained(report: Report, code: str) -> str:
    """The entry of the glossary on a functional item."""
    return f"{_path(report, code)}：反映单位用于这方面的支出。"
