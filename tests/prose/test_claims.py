"""What single sentences say: the wording table of traps.md, elisions, contradictions, and what is no claim."""

from decimal import Decimal

import pytest

from pipelines.vocabulary.form_wordings import rows
from tests.support.desk.headed_claims import (
    ASSETS,
    BASIC,
    BOUGHT,
    FUND,
    GENERAL,
    INCOME,
    ITEM,
    ITEMS,
    OVERALL,
    RUNNING,
    VISITS,
    facts_of,
    value,
)
from tests.support.desk.paragraphs import claims


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (OVERALL, "2024年度收、支总计1,234.56万元。", [value("grand_total", "1,234.56")]),
        (OVERALL, "收入支出总计1234.56万元。", [value("grand_total", "1234.56")]),
        (OVERALL, "收入支出总计1234.56（万元），收入支出总计7.00(万元)。", [value("grand_total", "1234.56"), value("grand_total", "7.00")]),
        (OVERALL, "收、支总计各是1234.56,1234.56万元。", [value("income_grand_total", "1234.56"), value("expenditure_grand_total", "1234.56")]),
        (OVERALL, "收入总计12.34万元，支出总计12.34万元。", [value("income_grand_total", "12.34"), value("expenditure_grand_total", "12.34")]),
        (OVERALL, "总收入12万元，其中本年收入10万元；总支出12万元，其中本年支出11万元。", [value("income_grand_total", "12"), value("income_total", "10"), value("expenditure_grand_total", "12"), value("expenditure_total", "11")]),
        (OVERALL, "收入总计12万元，其中年初结转和结余2万元；本年收入合计10万元。", [value("income_grand_total", "12"), value("opening", "2"), value("income_total", "10")]),
        (OVERALL, "收入总计12万元、支出总计12万元，与2023年度相比，各增加1万元。", [value("income_grand_total", "12"), value("expenditure_grand_total", "12"), ("grand_total", "change", "1", "万元", "up", "prior_year")]),
        (INCOME, "用事业基金弥补收支差额10万元；使用非财政拨款结余（含专用结余）5万元；上年结转和结余3.2万元。", [value("surplus_used", "10"), value("surplus_used", "5"), value("opening", "3.2")]),
        (INCOME, "财政拨款收入10万元（其中：一般公共预算8万元，政府性基金预算2万元），占收入合计90%。", [value("income_fiscal", "10"), value("income_general_budget", "8"), value("income_government_fund", "2"), ("income_fiscal", "share", "90", "%", "", "income_total")]),
        (BASIC, "基本支出105.58万元。其中：人员经费95.36万元，主要包括：基本工资、奖金；公用经费10.22万元。", [value("basic", "105.58"), value("personnel", "95.36"), value("public", "10.22")]),
        (FUND, "本年收入200万元，本年支出150万元，其中：基本支出0万元、项目支出150万元。", [value("income_government_fund", "200"), value("government_fund", "150"), value("government_fund_basic", "0"), value("government_fund_project", "150")]),
        (VISITS, "公务用车购置及运行费5万元；公车购置费2万元、公车运行费3万元。", [value("vehicles", "5"), value("purchase", "2"), value("running", "3")]),
        (RUNNING, "机关运行经费支出184.65万元，比2023年度增加2.55万元，增长1.40%。", [value("running_costs", "184.65"), ("running_costs", "change", "2.55", "万元", "up", "prior_year"), ("running_costs", "growth", "1.40", "%", "up", "prior_year")]),
        (RUNNING, "日常公用经费支出，合计28.32万元。", [value("running_costs", "28.32")]),
        (BOUGHT, "政府采购金额（以合同签订为准）为251.25万元，其中：货物采购金额4.79万元。", [value("procurement", "251.25"), value("procurement_goods", "4.79")]),
        (BOUGHT, "授予小微企业合同金额1万元，占授予中小企业合同金额的50%。", [value("procurement_micro", "1"), ("procurement_micro", "share", "50", "%", "", "procurement_sme")]),
        (BOUGHT, "授予小微企业合同金额1万元，占政府采购支出总额的50%。", [value("procurement_micro", "1"), ("procurement_micro", "share", "50", "%", "", "procurement")]),
    ],
)  # fmt: skip
def test_amounts_and_their_subjects(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


@pytest.mark.parametrize(
    ("clause", "direction", "base"),
    [
        ("比上年增加3万元", "up", "prior_year"), ("与2023年度相比，增加3万元", "up", "prior_year"),
        ("较上年决算数减少3万元", "down", "prior_year"), ("较2023年度决算数减少3万元", "down", "prior_year"),
        ("比2023年度决算数增加3万元", "up", "prior_year"), ("同比增加3万元", "up", "prior_year"),
        ("按同口径同比减少3万元", "down", "prior_year"), ("与上年相比降低3万元", "down", "prior_year"),
        ("比2024年年初预算增加3万元", "up", "initial_budget"), ("比年初预算数减少3万元", "down", "initial_budget"),
        ("比全年预算减少3万元", "down", "annual_budget"), ("与2023年度预算相比减少3万元", "down", "prior_budget"),
    ],
)  # fmt: skip
def test_comparison_bases(clause, direction, base):
    assert facts_of(GENERAL, f"一般公共预算财政拨款支出100万元，{clause}。") == [
        value("general_budget", "100"),
        ("general_budget", "change", "3", "万元", direction, base),
    ]


@pytest.mark.parametrize(
    ("clause", "word", "direction"),
    [
        ("与2023年持平", "持平", "same"), ("与上年决算数一致", "一致", "same"),
        ("较上年无变化", "无变化", "same"), ("与上年相比无增减变化", "无增减变化", "same"), ("与上年保持不变", "不变", "same"),
        ("较上年零增长", "零增长", "same"),
    ],
)  # fmt: skip
def test_comparisons_without_a_number(clause, word, direction):
    found = claims(GENERAL, f"一般公共预算财政拨款支出100万元，{clause}。")
    assert [(c.role, c.text, c.direction, c.base) for c in found[1:]] == [("direction", word, direction, "prior_year")]


@pytest.mark.parametrize(
    ("clause", "base", "direction"),
    [
        ("决算数大于预算数", "budget", "above"), ("决算数小于年初预算数的主要原因是厉行节约", "initial_budget", "below"),
        ("决算数等于预算数", "budget", "equal"), ("决算数与全年预算数持平", "annual_budget", "same"),
        ("支出决算数小于全年预算数", "annual_budget", "below"),
    ],
)  # fmt: skip
def test_final_against_budget_without_a_number(clause, base, direction):
    found = claims(ITEMS, f"{ITEM}支出决算为4.19万元，{clause}。")
    assert [(c.subject, c.code, c.role, c.direction, c.base) for c in found[1:]] == [
        ("function", "2050202", "direction", direction, base)
    ]


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("1、教育支出（类）普通教育（款）小学教育（项）。", "小学教育"),
        ("“教育支出（类）普通教育（款）小学教育（项）”", "小学教育"),
        ("1.教育支出（205类）普通教育（02款）小学教育（02项）。", "小学教育"),
        ("教育支出(类)普通教育(款)小学教育(项):", "小学教育"),
        ("1.小学教育（2050202），", "小学教育"),
        ("2050202小学教育", "小学教育"),
        ("教育（类）普通教育（款）小学教育（项）：", "小学教育"),
    ],
)
@pytest.mark.parametrize("verb", ["支出决算为", "支出决算", "当年支出决算为", "决算", "决算数为", "2024年度决算数为"])
def test_items_and_their_verbs(item, label, verb):
    [claim] = claims(ITEMS, f"{item}{verb}4.19万元。")
    assert (claim.subject, claim.label, claim.code, claim.role, claim.text) == (
        "function", label, "2050202", "value", "4.19",
    )  # fmt: skip


def test_the_same_item_named_twice_gives_two_statements():
    found = claims(ITEMS, ITEM, "支出决算为1万元。", ITEM.replace("1.", "2."), "支出决算为2万元。")
    assert [(c.code, c.text) for c in found] == [("2050202", "1"), ("2050202", "2")]
    assert found[0].statement != found[1].statement


def test_a_bare_item_belongs_to_the_group_named_before():
    found = claims(ITEMS, "1.一般公共服务支出（类）财政事务（款）行政运行（项）。支出决算为1万元。", "2.信息化建设（项）。支出决算为2万元。")  # fmt: skip
    assert [c.code for c in found] == ["2010601", "2010607"]


@pytest.mark.parametrize(
    ("sentence", "text", "base"),
    [
        ("年初预算为10万元，支出决算为8万元，完成年初预算的80%。", "80", "initial"),
        ("全年预算为10万元，支出决算为8万元，完成全年预算数的80.0%。", "80.0", "annual"),
        ("年初预算数为10万元，支出决算为8万元，完成预算的80%。", "80", "unstated"),
        ("预算为10万元，支出决算为8万元，为预算的80%。", "80", "unstated"),
        ("支出8万元，完成全年预算10万元的80%。", "80", "annual"),
        ("支出决算为8万元，完成预算80%。", "80", "unstated"),
    ],
)
def test_completion_and_its_budget(sentence, text, base):
    found = claims(ITEMS, ITEM, sentence)
    assert [(c.text, c.base) for c in found if c.role == "completion"] == [(text, base)]


@pytest.mark.parametrize(
    ("heading", "sentence", "text", "doubt"),
    [
        (ITEMS, f"{ITEM}支出决算为4.19。", "4.19", "unit is not printed"),
        (ITEMS, f"{ITEM}支出0.39万，主要用于办学。", "0.39", "元 is not printed after 万"),
        (GENERAL, "一般公共预算财政拨款支出100万元，占76.23。", "76.23", "% is not printed"),
        (GENERAL, "一般公共预算财政拨款支出100万元，比上年增加3万元，增长13.95。", "13.95", "% is not printed"),
        (GENERAL, "一般公共预算财政拨款支出100万元，下降（增长）27.78%。", "27.78", "direction is not resolved"),
        (GENERAL, "一般公共预算财政拨款支出100万元，比上年减增加3万元。", "3", "direction is not resolved"),
        (GENERAL, "一般公共预算财政拨款支出减少为0.00万元，与2023年持平。", "0.00", "says to what, not by how much"),
        (GENERAL, "一般公共预算财政拨款支出减少为0.00万元，与2023年持平。", "持平", "says both a change and no change"),
        (ITEMS, f"{ITEM}支出决算为4万元，决算数大小于预算数。", "小于", "direction is not resolved"),
        (ITEMS, f"{ITEM}支出决算为4万元，决算数小于预算数（或与预算数持平）。", "小于", "direction is not resolved"),
        (VISITS, "公务接待费XX万元，完成预算的XX%。", "XX", "template residue"),
        (VISITS, "公务接待费12,34.56万元。", "12", "its digits are parted as no number is"),
        (VISITS, "公务接待费12,34.56万元。", "34.56", "its digits are parted as no number is"),
        (VISITS, "公务接待费1.234.56万元。", "56", "its digits are parted as no number is"),
    ],
)
def test_what_is_elided_or_contradictory_is_a_claim_in_doubt(heading, sentence, text, doubt):
    found = [c for c in claims(heading, sentence) if c.text == text]
    assert found
    assert all(doubt in c.doubts for c in found)


@pytest.mark.parametrize("first", ["比年初预算减少6.20万元；", "比预算数增加6.20万元，"])
def test_a_change_by_the_budget_and_none_by_last_year_contradict_nothing(first):
    found = claims(ITEMS, f"{ITEM}支出决算为154.00万元，{first}与上年持平。")
    [same] = [c for c in found if c.text == "持平"]
    assert (same.base, same.doubts) == ("prior_year", ())


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("支出决算与年初预算相同", "initial_budget"),
        ("与上年决算数相同", "prior_year"),
        ("与上年相同口径相比有所变化", None),
    ],
)
def test_the_same_as_a_budget_or_as_last_year(words, base):
    found = claims(ITEMS, f"{ITEM}年初预算20.00万元，支出决算20.00万元，{words}。")
    assert [c.base for c in found if c.role == "direction"] == ([base] if base else [])


def test_fuel_repair_and_insurance_are_parts_of_running_the_vehicles():
    found = claims(
        VISITS, "公务用车运行维护费中，公务用车加油5.20万元，公务用车维修4.10万元，公务用车其他支出1.00万元。"
    )
    assert [(c.subject, c.label, c.text) for c in found] == [
        ("running_part", "公务用车加油", "5.20"), ("running_part", "公务用车维修", "4.10"), ("running_part", "公务用车其他支出", "1.00"),
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["四、财政拨款支出决算总体情况说明", "八、政府性基金预算支出情况说明"])
def test_an_item_whose_name_begins_like_a_purpose_is_no_reason(heading):
    name = "用于残疾人事业的彩票公益金支出"
    found = claims(
        heading,
        "政府性基金预算财政拨款支出30.00万元，主要用于以下方面：",
        f"{name}30.00万元，比上年减少2.00万元，下降6.25%。",
    )
    assert [(c.label, c.role, c.text) for c in found[1:]] == [
        (name, "value", "30.00"),
        (name, "change", "2.00"),
        (name, "growth", "6.25"),
    ]


def test_the_year_of_an_initial_budget_may_want_its_年():
    found = claims(VISITS, "公务接待费3.00万元。与2024年初预算相比减少1.00万元，下降25.00%；与2023年相比持平。")
    assert [(c.text, c.role, c.base) for c in found[1:]] == [
        ("1.00", "change", "initial_budget"), ("25.00", "growth", "initial_budget"), ("持平", "direction", "prior_year"),
    ]  # fmt: skip


def test_counts_of_the_three_public_expenses():
    found = claims(
        VISITS,
        "因公出国（境）费支出1万元，全年安排团组2个、累计5人次。",
        "公务用车购置费20万元，购置（更新）1辆，车均购置费20万元。年末公务用车保有量3辆，车均运行维护费0.52万元。",
        "公务接待费3万元，国内公务接待221批次，1768人。其中：外宾接待2批次、9人次。批次为520个，接待人次为4200人。",
    )
    told = [(c.subject, c.role, c.text) for c in found if c.role in ("count", "mean")]
    assert told == [
        ("abroad_groups", "count", "2"), ("abroad_persons", "count", "5"), ("vehicles_purchased", "count", "1"),
        ("purchase", "mean", "20"), ("vehicle_stock", "count", "3"), ("running", "mean", "0.52"),
        ("reception_batches", "count", "221"), ("reception_persons", "count", "1768"),
        ("reception_foreign_batches", "count", "2"), ("reception_foreign_persons", "count", "9"),
        ("reception_batches", "count", "520"), ("reception_persons", "count", "4200"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        (
            "公务接待费0.3万元。共接待国内来访团组3个，来宾15人次。国外来访团组0个，来宾0人次。",
            {"reception_batches": ["3"], "reception_persons": ["15"], "reception_foreign_batches": ["0"], "reception_foreign_persons": ["0"]},
        ),
        (
            "公务接待费0.3万元。国（境）外接待0批次、0人次；国内接待2批次、9人次。",
            {"reception_batches": ["2"], "reception_persons": ["9"], "reception_foreign_batches": ["0"], "reception_foreign_persons": ["0"]},
        ),
        (
            "公务接待费0.3万元，主要用于接待党政代表团，其中：接待批次1次、接待15人次、陪同5人。",
            {"reception_batches": ["1"], "reception_persons": ["15"], "reception_companions": ["5"]},
        ),
        (
            "公务用车运行维护费5万元。年末公务用车保有量为9辆，其中1辆待报废。",
            {"vehicle_stock": ["9"], "vehicles_disposed": ["1"]},
        ),
        ("公务用车运行维护费5万元。现有1辆公务用车待报废，公务用车保有量8辆。", {"vehicle_stock": ["8"], "vehicles_disposed": ["1"]}),
        ("公务用车运行维护费5万元。公务用车保有量9辆（不含待报废车辆2辆）。", {"vehicle_stock": ["9"], "vehicles_disposed": ["2"]}),
        ("公务用车运行维护费5万元。公务用车保有量9辆，实有待报废车辆2辆。", {"vehicle_stock": ["9"], "vehicles_disposed": ["2"]}),
    ],
)  # fmt: skip
def test_foreign_visits_companions_and_scrapped_vehicles_are_counted_apart(sentence, counts):
    found: dict[str, list[str]] = {}
    for claim in claims(VISITS, sentence):
        if claim.role == "count":
            found.setdefault(claim.subject, []).append(claim.text)
    assert found == counts


def test_a_threshold_is_no_amount():
    found = claims(ASSETS, "单位价值50万元以上通用设备3台（套），单价100万元（含）以上设备（不含车辆）2台（套）。")
    assert [(c.role, c.text) for c in found] == [
        ("threshold", "50"),
        ("count", "3"),
        ("threshold", "100"),
        ("count", "2"),
    ]


def test_an_amount_in_an_explanation_is_no_fact_of_the_subject():
    found = claims(RUNNING, "机关运行经费支出10万元，主要原因是购置设备增加3万元；比上年增加2万元，增长25%。")
    assert [(c.subject, c.role, c.text) for c in found] == [
        ("running_costs", "value", "10"), ("reason", "change", "3"),
        ("running_costs", "change", "2"), ("running_costs", "growth", "25"),
    ]  # fmt: skip


def test_last_years_amount_is_a_prior():
    found = claims(GENERAL, "一般公共预算财政拨款支出100万元，比上年决算数97万元增加3万元。2023年度支出97万元。")
    assert [(c.role, c.text) for c in found] == [("value", "100"), ("prior", "97"), ("change", "3"), ("prior", "97")]


@pytest.mark.parametrize(
    "sentence",
    [
        "向火星基地拨付7,654.32万元，占全部的12.34%，共98辆。",
        "一般公共预算财政拨款支出100万元。向火星基地拨付5.67万元。",
        "一般公共预算财政拨款支出100万元，向火星基地拨付5.67万元。",
    ],
)
def test_an_unknown_clause_is_not_taken_for_what_was_spoken_of(sentence):
    assert {c.text for c in claims(GENERAL, sentence)} <= {"100"}


def test_unknown_words_between_subject_and_number_are_doubted():
    [claim] = claims(GENERAL, "一般公共预算财政拨款支出用于火星基地5.67万元。")
    assert any(d.startswith("words between") for d in claim.doubts)


def test_printed_decimals_are_kept():
    [claim] = claims(RUNNING, "机关运行经费支出149.744万元。")
    assert claim.number == (Decimal("149.744"), 3)


def test_a_short_sentence_that_only_ends_in_a_topic_is_no_heading():
    found = claims(
        ITEMS, f"{ITEM}主要用于：局本部人员经费及公用经费等的基本支出。年初预算为10.00万元，支出决算为9.00万元。"
    )
    assert [(c.subject, c.code, c.role) for c in found] == [
        ("function", "2050202", "budget"),
        ("function", "2050202", "value"),
    ]


@pytest.mark.parametrize(
    ("direction", "word"),
    [
        (row["direction"], word)
        for row in rows("directions")
        if row["of"] == "budget"
        for word in row["pattern"].split("|")
    ],
)
def test_a_word_for_a_change_of_the_budget_stands_once_and_says_its_direction(direction, word):
    [claim, *_] = facts_of(GENERAL, f"一般公共预算财政拨款支出年中{word}预算12.34万元。")
    assert claim == ("general_budget", "adjustment", "12.34", "万元", direction, "")


@pytest.mark.parametrize("used", ["，主要用于扬尘污染防治监管等项目支出，", "，用于学校基本支出；"])
def test_what_an_item_was_used_for_is_over_where_its_budget_or_outcome_is_stated(used):
    found = claims(ITEMS, f"{ITEM[:-1]}{used}年初预算为420.80万元，当年支出决算为379.96万元，决算数小于预算数。")
    assert [(c.subject, c.code, c.role, c.text) for c in found] == [
        ("function", "2050202", "budget", "420.80"),
        ("function", "2050202", "value", "379.96"),
        ("function", "2050202", "direction", "小于"),
    ]


def test_a_class_in_quotation_marks_needs_no_expenditure_in_its_name():
    found = claims("（二）一般公共预算财政拨款支出决算结构情况", "1.“一般公共服务”306.90万元，占1.61%。")
    assert [(c.subject, c.code, c.role) for c in found] == [("function", "201", "value"), ("function", "201", "share")]


def test_a_heading_that_ends_in_a_word_for_situation_sets_the_topic():
    found = claims(VISITS, "2．公务用车购置费支出情况说明。", "2022年度安排为急救中心购置公务用车5辆，预算136.48万元。")
    assert [(c.subject, c.role) for c in found] == [("vehicles_purchased", "count"), ("purchase", "budget")]


def test_the_direction_a_reason_is_given_for_is_a_claim():
    found = claims(VISITS, "公务接待费与2023年度持平。", "公务接待费减少的主要原因是厉行节约。")
    assert [(c.subject, c.role, c.direction) for c in found] == [
        ("reception", "direction", "same"),
        ("reception", "direction", "down"),
    ]


@pytest.mark.parametrize(("said", "whole"), [
    ("局机关共有车辆1辆，下属单位共有车辆3辆，合计4辆。", {"4"}), ("局机关共有车辆1辆，所属事业单位共有车辆3辆。", set()),
    ("本部门共有车辆4辆，其中局机关共有车辆1辆、所属事业单位共有车辆3辆。", {"4"}), ("本部门共有车辆4辆，单价100万元以上设备0台。", {"4"}),
])  # fmt: skip
def test_vehicles_of_several_offices_are_parts_of_what_all_have(said, whole):
    assert {c.text for c in claims(ASSETS, said) if c.subject == "cars"} == whole


def test_goods_works_and_services_within_what_small_firms_were_given_are_of_that():
    said = "授予中小企业合同金额9万元，占政府采购支出总额的90%，其中：货物4万元、工程3万元、服务2万元。"
    assert [(c.subject, c.text) for c in claims(BOUGHT, f"政府采购支出总额10万元。{said}")[-3:]] == [
        ("procurement_goods_sme", "4"), ("procurement_works_sme", "3"), ("procurement_services_sme", "2"),
    ]  # fmt: skip


def test_a_sentence_of_the_other_fund_is_of_that_fund_whatever_the_heading():
    of_fund = "政府性基金预算财政拨款年初结转和结余7万元，本年收入20万元，本年支出17万元。"
    of_capital = "2024年度国有资本经营预算财政拨款年初结转和结余1万元，本年收入6万元，本年支出5万元。"
    for said in (
        of_fund + of_capital,
        of_capital + of_fund,
        f"{of_fund[:-1]}，{of_capital}",
        f"{of_capital[:-1]}；{of_fund}",
    ):
        found = {(c.section, c.subject): c.text for c in claims(FUND, said)}
        assert found == {
            ("government_fund", "opening"): "7", ("government_fund", "income_government_fund"): "20", ("government_fund", "government_fund"): "17",
            ("state_capital", "opening"): "1", ("state_capital", "income_state_capital"): "6", ("state_capital", "state_capital"): "5",
        }  # fmt: skip
