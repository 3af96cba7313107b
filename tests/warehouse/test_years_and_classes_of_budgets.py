"""What a budget says of years, of increases and of blank forms, and the classes of its balances (PN-33, PN-34, PN-35, PN-36, PN-15, PC-30)."""

from dataclasses import replace

import pytest

from pipelines.reading.readings import Reading
from tests.support.desk import paragraphs
from tests.support.desk.together import Together
from tests.support.paper.budgets import SAMPLE, Sheet, Text, reading

judged_together = Together()

BUDGET = replace(SAMPLE, year=2024)
CLASSES: list[Text] = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["208", "社会保障和就业支出", "2.00", "2.00", ""],
    ["214", "交通运输支出", "7.00", "7.00", ""],
    ["合计", None, "9.00", "9.00", ""],
]
COSTS: list[Text] = [
    ["“三公”经费预算数", None, None, None, None, None],
    ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", None, None],
    [None, None, None, "小计", "购置费", "运行费"],
]


def budget(*drawn: tuple[str, str, list[Text]]) -> Reading:
    return reading(BUDGET, [Sheet(key=key, title=title, unit="万元", rows=rows) for key, title, rows in drawn])


def saying(*said: str, one: Reading | None = None) -> Reading:
    spoken = one or budget(("P3", "部门支出总表", CLASSES))
    return replace(spoken, prose=paragraphs.prose_of_budget(*said, year=2024))


def balance(on: str) -> list[Text]:
    heads: list[Text] = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"]]
    first: list[Text] = [
        ["一、一般公共预算拨款收入", "7.00", "一、交通运输支出", "7.00"],
        ["二、事业收入", "2.00", on, "2.00"],
    ]
    ends: list[Text] = [
        ["本年收入合计", "9.00", "本年支出合计", "9.00"],
        ["收入总计", "9.00", "支出总计", "9.00"],
    ]
    return [*heads, *first, *ends]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("比2024年预算增加1.00万元", {"violation"}),
        ("与2024年预算数持平", {"violation"}),
        ("比2023年预算增加1.00万元", {"exact"}),
        ("比2023年预算执行数减少1.00万元", {"exact"}),
        ("为2024年预算的重点", {"not_evaluable"}),
    ],
)
@judged_together
def test_a_budget_is_compared_with_a_year_before_it(said: str, expected: set[str]):
    sentence = f"2024年，样本市统计局收入预算9.00万元，其中：财政拨款收入9.00万元，{said}。"
    assert (yield saying("预算编制说明", sentence)).all_of("PN-33") == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2023年1月1日-2023年12月31日", {"violation"}),
        ("2024年1月1日-2024年12月31日", {"exact"}),
        ("2022年至2026年", {"exact"}),
        ("第一季度审价，第二季度支付尾款。", {"not_evaluable"}),
    ],
)
@judged_together
def test_a_project_of_the_budget_does_not_end_before_its_year(period: str, expected: set[str]):
    one = saying("项目经费情况说明", "五、实施周期", period, "六、年度预算安排")
    assert (yield one).all_of("PN-33") == expected


@pytest.mark.parametrize(("amount", "outcome"), [("0", "violation"), ("1.50", "exact"), ("5.00", "not_evaluable")])
@judged_together
def test_an_increase_is_no_more_than_what_it_led_to(amount: str, outcome: str):
    said = f"政府性基金拨款支出预算{amount}万元，比2023年预算增加1.00万元。"
    assert (yield saying("预算编制说明", said)).all_of("PN-34") == {outcome}


@pytest.mark.parametrize(
    ("note", "outcome"),
    [
        ("注：本部门2024年无“三公”经费和机关运行经费预算，故本表为空表。", "violation"),
        ("注：本表反映“三公”经费预算。", "not_evaluable"),
    ],
)
@judged_together
def test_a_form_with_money_is_not_said_to_be_blank(note: str, outcome: str):
    rows = [*COSTS, ["3.00", "0", "1.00", "2.00", "0", "2.00"]]
    one = saying("“三公”经费预算表", note, one=budget(("P7", "“三公”经费和机关运行经费预算表", rows)))
    assert (yield one).all_of("PN-15") == {outcome}


@pytest.mark.parametrize(
    ("on", "expected"), [("二、一般公共服务支出", {"exact", "violation"}), ("二、社会保障和就业支出", {"exact"})]
)
@judged_together
def test_the_classes_of_the_balance_are_those_of_the_form(on: str, expected: set[str]):
    one = budget(("P1", "部门收支总表", balance(on)), ("P3", "部门支出总表", CLASSES))
    assert (yield one).all_of("PC-30") == expected


@pytest.mark.parametrize(("why", "outcome"), [("减少", "violation"), ("增加", "exact")])
@judged_together
def test_the_reason_of_an_increase_is_of_an_increase(why: str, outcome: str):
    said = f"2024年收入预算9.00万元，比上年增加1.00万元，增长12.50%，{why}的主要原因是业务量变化。"
    assert (yield saying("二、收入预算情况说明", said)).all_of("PN-35") == {outcome}


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("医疗卫生与计划生育支出（210类）", "violation"),
        ("卫生健康支出（210类）", "exact"),
        ("卫生健康支出（类）", "exact"),
    ],
)
@judged_together
def test_classes_are_called_as_in_the_year_of_the_budget(name: str, outcome: str):
    said = f"{name}行政事业单位医疗（11款）行政单位医疗（01项）2.00万元，主要用于医疗保险。"
    one = saying("五、一般公共预算支出情况说明", said)
    assert (yield one).all_of("PN-36") == {outcome}


@judged_together
def test_a_name_whose_last_year_is_not_sure_is_not_called_old():
    """农业资源保护修复与利用 was replaced in 2022, by a source that is not sure of the year."""
    said = "农林水支出（类）农业农村（款）农业资源保护修复与利用（项）2.00万元，主要用于农业资源保护。"
    one = saying("五、一般公共预算支出情况说明", said)
    assert (yield one).all_of("PN-36") == {"exact"}
