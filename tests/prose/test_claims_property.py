"""Any combination of subject, verb, amount, comparison and punctuation the grammar says it knows reads back exactly."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.desk.paragraphs import claims

SUBJECTS = {
    ("一、收入支出决算总体情况说明", "收、支总计"): "grand_total",
    ("一、收入支出决算总体情况说明", "收入支出总计"): "grand_total",
    ("二、收入决算情况说明", "本年收入合计"): "income_total",
    ("二、收入决算情况说明", "财政拨款收入合计"): "income_fiscal",
    ("二、收入决算情况说明", "事业收入"): "income_operating",
    ("二、收入决算情况说明", "上年结转和结余"): "opening",
    ("三、支出决算情况说明", "本年支出合计"): "expenditure_total",
    ("三、支出决算情况说明", "项目支出"): "project",
    ("三、支出决算情况说明", "对附属单位补助支出"): "subsidy",
    ("四、财政拨款收入支出决算总体情况说明", "财政拨款收、支总计"): "fiscal_grand_total",
    ("五、一般公共预算财政拨款支出决算情况说明", "一般公共预算财政拨款支出"): "general_budget",
    ("五、一般公共预算财政拨款支出决算情况说明", "财政拨款支出"): "general_budget",
    ("五、一般公共预算财政拨款支出决算情况说明", "社会保障与就业支出"): "function",
    ("六、一般公共预算财政拨款基本支出决算情况说明", "一般公共预算财政拨款基本支出"): "basic",
    ("七、财政拨款“三公”经费支出决算情况说明", "“三公”经费财政拨款"): "three_public",
    ("七、财政拨款“三公”经费支出决算情况说明", "公务用车运行维护费"): "running",
    ("七、财政拨款“三公”经费支出决算情况说明", "公务接待费"): "reception",
    ("七、财政拨款“三公”经费支出决算情况说明", "公务车运行维护费"): "running",
    ("七、财政拨款“三公”经费支出决算情况说明", "因公出国（境）费"): "abroad",
    ("八、政府性基金预算财政拨款收入支出决算情况说明", "政府性基金预算财政拨款支出"): "government_fund",
    ("（一）机关运行经费支出情况", "机关运行经费"): "running_costs",
    ("（三）一般公共预算财政拨款支出决算具体情况", "1.教育支出（类）普通教育（款）小学教育（项）。"): "function",
}
VERBS = ["", "支出决算为", "决算数为", "为", "共计", "支出", "决算", "支出决算", "决算数", "全年支出"]
UNITS = ["万元", "元", "亿元", " 万元", "万 元"]
BASES = {
    "比上年": "prior_year", "与2023年度相比，": "prior_year", "较2023年度决算数": "prior_year", "同比": "prior_year",
    "比上年决算数": "prior_year", "较2023年": "prior_year", "与上年相比，": "prior_year", "与上年度决算数相比，": "prior_year",
    "与年初预算数相比": "initial_budget", "较年初预算数": "initial_budget",
    "比2024年年初预算": "initial_budget", "比年初预算数": "initial_budget", "较全年预算数": "annual_budget",
}  # fmt: skip
TURNS = {
    "上涨": "up",
    "降低了": "down",
    "压减": "down",
    "增加": "up",
    "增长": "up",
    "减少": "down",
    "下降": "down",
    "降低": "down",
    "上升": "up",
}
COMMAS = ["，", ",", "。", "；"]

amounts = st.builds(
    lambda digits, decimals, thousands: f"{Decimal(digits).scaleb(-decimals):{',' if thousands else ''}.{decimals}f}",
    st.integers(1, 10**9), st.sampled_from([0, 1, 2, 3, 6]), st.booleans(),
)  # fmt: skip
percents = st.builds(lambda n, d: f"{Decimal(n).scaleb(-d):.{d}f}", st.integers(0, 30000), st.sampled_from([0, 1, 2]))


@settings(max_examples=300)
@given(
    subject=st.sampled_from(sorted(SUBJECTS)),
    verb=st.sampled_from(VERBS),
    amount=amounts,
    unit=st.sampled_from(UNITS),
    base=st.sampled_from(sorted(BASES)),
    turn=st.sampled_from(sorted(TURNS)),
    change=amounts,
    growth=percents,
    percent=st.sampled_from(["%", " %", "％"]),
    comma=st.sampled_from(COMMAS),
    end=st.sampled_from(["。", "；", ""]),
)
def test_what_the_grammar_knows_reads_back(
    subject, verb, amount, unit, base, turn, change, growth, percent, comma, end
):
    heading, name = subject
    sentence = f"2024年度{name}" if name[0] != "1" else name
    sentence += f"{verb}{amount}{unit}{comma}{base}{turn}{change}{unit}{comma}{turn}{growth}{percent}{end}"
    found = claims(heading, sentence)
    plain = unit.replace(" ", "")
    assert [(c.subject, c.role, c.text, c.counted_in, c.direction, c.base, c.doubts) for c in found] == [
        (SUBJECTS[subject], "value", amount, plain, "", "", ()),
        (SUBJECTS[subject], "change", change, plain, TURNS[turn], BASES[base], ()),
        (SUBJECTS[subject], "growth", growth, "%", TURNS[turn], BASES[base], ()),
    ]
    assert [c.number for c in found] == [
        (Decimal(t.replace(",", "")), len(t.partition(".")[2])) for t in (amount, change, growth)
    ]
