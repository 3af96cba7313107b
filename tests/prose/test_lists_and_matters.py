"""What goes on over several numbers or sentences: 分别 of a list, amounts listed in a year or a budget, parts of groups, matters of one paragraph."""

import pytest

from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.sections import sections_of
from tests.support.desk.headed_claims import ASSETS, BASIC, BOUGHT, INCOME, VISITS, fact, facts_of, value
from tests.support.desk.paragraphs import claims, running

UP, DOWN = ("up", "prior_year"), ("down", "prior_year")
OTHER = "四、其他重要事项的情况说明"


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        # the amounts of the sentence before, in their order
        (VISITS, "公务接待费7万元，公务用车运行维护费9万元。与上年相比，分别减少2万元、3万元。", [
            value("reception", "7"), value("running", "9"), fact("reception", "change", "2", "万元", *DOWN), fact("running", "change", "3", "万元", *DOWN)]),
        # without the whole that they are parts of
        (INCOME, "本年收入合计50万元，其中：财政拨款收入30万元、事业收入20万元。与上年相比分别增加6万元、减少4万元。", [
            value("income_total", "50"), value("income_fiscal", "30"), value("income_operating", "20"),
            fact("income_fiscal", "change", "6", "万元", *UP), fact("income_operating", "change", "4", "万元", *DOWN)]),
        # amounts, then their rates
        (VISITS, "公务接待费7万元，公务用车运行维护费9万元，分别比上年减少2万元、3万元，下降22.22%、25%。", [
            value("reception", "7"), value("running", "9"), fact("reception", "change", "2", "万元", *DOWN), fact("running", "change", "3", "万元", *DOWN),
            fact("reception", "growth", "22.22", "%", *DOWN), fact("running", "growth", "25", "%", *DOWN)]),
        # whose they are is not said
        (VISITS, "公务接待费7万元，公务用车运行维护费9万元，因公出国（境）费1万元，公务用车购置费0万元。与上年相比，分别减少2万元、3万元。", [
            value("reception", "7"), value("running", "9"), value("abroad", "1"), value("purchase", "0")]),
    ],
)  # fmt: skip
def test_whose_the_numbers_of_a_list_are(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


def test_a_change_of_a_list_belongs_to_the_statement_of_its_amount():
    found = claims(VISITS, "公务接待费7万元，公务用车运行维护费9万元。与上年相比，分别减少2万元、3万元。")
    assert [c.statement for c in found[2:]] == [c.statement for c in found[:2]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2023年度“三公”经费支出决算中，公务接待费7万元，公务用车运行维护费9万元。", [fact("reception", "prior", "7"), fact("running", "prior", "9")]),
        ("2023年决算中，公务接待费7万元，公务用车运行维护费9万元；2024年决算中，公务接待费6万元，公务用车运行维护费8万元。", [
            fact("reception", "prior", "7"), fact("running", "prior", "9"), value("reception", "6"), value("running", "8")]),
        ("2024年“三公”经费预算中，公务接待费7万元，公务用车运行维护费9万元。", [
            fact("reception", "budget", "7", base="unstated"), fact("running", "budget", "9", base="unstated")]),
        ("2024年“三公”经费年初预算中，公务接待费7万元，实际支出6万元。", [fact("reception", "budget", "7", base="initial"), value("reception", "6")]),
        ("2024年一般公共预算中，公务接待费7万元。", [value("reception", "7")]),
        # of a change without words of its own
        ("“三公”经费10万元，较上年减少2万元（16.67%）。", [
            value("three_public", "10"), fact("three_public", "change", "2", "万元", *DOWN), fact("three_public", "growth", "16.67", "%", *DOWN)]),
        ("因公出国（境）费0万元，比上年增加0万元，0%。", [
            value("abroad", "0"), fact("abroad", "change", "0", "万元", *UP), fact("abroad", "growth", "0", "%", *UP)]),
        # behind a bracket the whole is compared
        ("公务用车购置及运行维护费28万元（公务用车购置费10万元，公务用车运行维护费18万元），较上年无增减；公务接待费1万元。", [
            value("vehicles", "28"), value("purchase", "10"), value("running", "18"), fact("vehicles", "direction", "无增减", "", "same", "prior_year"), value("reception", "1")]),
        ("公务接待费0万元。较上年度决算数无增加或减少。", [value("reception", "0"), fact("reception", "direction", "无增加或减少", "", "same", "prior_year")]),
    ],
)  # fmt: skip
def test_what_a_number_takes_from_the_words_before_it(sentence, expected):
    assert facts_of(VISITS, sentence) == expected


def test_a_budget_of_another_year_is_doubtful():
    [said] = claims(VISITS, "2025年“三公”经费预算中，公务接待费7万元。")
    assert (said.role, said.doubts) == ("budget", ("says 2025",))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("组织出国团组2个，参加其他单位组织的出国团组1个，全年因公出国（境）团组共计3个，累计5人次。", [("part", "2"), ("part", "1"), ("whole", "3")]),
        ("派出出国（境）团组9个，其中：出国（境）考察团组4个，出国（境）培训团组3个，参加各类会议团组2个，累计出国（境）20人次。", [
            ("whole", "9"), ("part", "4"), ("part", "3"), ("part", "2")]),
        ("组织出国团组2个，参加其他单位组织的出国团组0个。", [("whole", "2"), ("whole", "0")]),
        ("组织出国团组0个，参加其他单位组织的出国团组2个。", [("part", "0"), ("whole", "2")]),
        ("组织出国团组0个，参加其他单位组织的出国团组0个。", [("whole", "0"), ("whole", "0")]),
    ],
)  # fmt: skip
def test_which_groups_abroad_are_all_of_them(sentence, expected):
    subjects = {"whole": "abroad_groups", "part": "abroad_groups_part"}
    found = [c for c in claims(VISITS, sentence) if c.subject not in ("abroad_persons",)]
    assert [(c.subject, c.text) for c in found] == [(subjects[key], text) for key, text in expected]


def test_persons_of_a_meeting_are_none_of_a_training_nor_abroad():
    assert facts_of(VISITS, "举办会议3次，参加会议100人次，培训80人次。")[1:] == [
        fact("meeting_persons", "count", "100", "人次"), fact("training_persons", "count", "80", "人次"),
    ]  # fmt: skip
    assert facts_of(VISITS, "参加国际会议团组2个，累计出国（境）4人次。")[-1] == fact(
        "abroad_persons", "count", "4", "人次"
    )


def test_other_matters_told_in_one_paragraph_are_told_apart():
    told = running(
        OTHER,
        "机关运行经费支出9万元，比上年减少1万元。政府采购支出总额8万元，其中：政府采购货物支出8万元。共有车辆3辆。主要是政府采购支出减少。",
    )
    assert sections_of(told.sentences, FINAL_ACCOUNT) == ["other", "running_costs", "procurement", "assets", "assets"]
    assert ("procurement", "value", "8", "万元", "", "") in facts_of(
        OTHER, "机关运行经费支出9万元。政府采购支出总额8万元。"
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("（二）政府采购支出4.12亿元，其中：货物类3.36亿元。", ["procurement", "procurement_goods"]),
        ("（三）截至2024年12月31日，本部门房屋面积1204.00平方米，其中办公用房860.00平方米；共有车辆1辆。", ["asset_part", "cars"]),
        ("（四）根据市财政局预算绩效管理工作要求，我部门对4个项目支出开展了绩效自评，涉及金额9万元。", ["self_evaluated_projects", "self_evaluated_projects"]),
    ],
)  # fmt: skip
def test_other_matters_without_headings_are_told_apart_by_how_they_begin(sentence, expected):
    found = claims(OTHER, "（一）机关运行经费支出9万元。", sentence)
    assert [c.subject for c in found[1:]] == expected


def test_without_a_heading_a_sentence_within_a_paragraph_may_say_what_it_is_about():
    found = claims(
        "“三公”经费包括因公出国（境）费和公务接待费。2024年“三公”经费预算合计9万元。其中：因公出国（境）费5万元；公务接待费4万元，与上年持平。",
        of_budget=True,
    )
    assert [(c.subject, c.role) for c in found] == [
        ("three_public", "value"), ("abroad", "value"), ("reception", "value"), ("reception", "direction"),
    ]  # fmt: skip


def test_kinds_of_equipment_and_sources_of_purchases_have_names():
    found = claims(ASSETS, "固定资产原值80万元，其中：通用设备50万元，专用设备30万元，单价50万元以上通用设备1台。")
    assert [(c.subject, c.label, c.role) for c in found[1:]] == [
        ("asset_part", "通用设备", "value"), ("asset_part", "专用设备", "value"), ("equipment", "", "threshold"), ("equipment", "", "count"),
    ]  # fmt: skip
    found = claims(
        BOUGHT, "按资金类型，一般公共预算拨款7万元，财政专户管理的资金2万元，上年结转结余资金1万元。", of_budget=True
    )
    assert [(c.subject, c.label) for c in found] == [
        ("procurement_part", name) for name in ("一般公共预算拨款", "财政专户管理的资金", "上年结转结余资金")
    ]


def test_several_numbers_of_one_kind_without_names_have_no_subject():
    assert facts_of(BASIC, "基本支出9万元，分别用于人员和公用，分别为5万元、4万元、1万元。") == [value("basic", "9")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("公务接待费由2023年的12万元减少到10万元，公务用车运行维护费由8万元下降至7万元。", [
            fact("reception", "prior", "12"), value("reception", "10"), fact("running", "prior", "8"), value("running", "7")]),
        ("公务接待费减少2万元，原因是：接待批次由上年的12批次减少到10批次，人次由130人次减少到98人次。", [
            fact("reception", "change", "2", "万元", *DOWN), fact("reception_batches", "prior", "12", "批次"), fact("reception_batches", "count", "10", "批次"),
            fact("reception_persons", "prior", "130", "人次"), fact("reception_persons", "count", "98", "人次")]),
        ("公务用车保有量由年初的5辆减少到3辆。", [fact("vehicle_stock", "prior", "5", "辆"), fact("vehicle_stock", "count", "3", "辆")]),
        ("国内公务接待经费由12万元、8万元两部分组成。", [value("reception_domestic", "12"), value("reception_domestic", "8")]),
        # a growth below zero; a part that a bracket includes
        ("公务接待费9万元，同比负增长10%。", [value("reception", "9"), fact("reception", "growth", "10", "%", *DOWN)]),
        ("公务用车购置及运行费42万元（包括购置费9万元、运行费33万元）。", [value("vehicles", "42"), value("purchase", "9"), value("running", "33")]),
    ],
)  # fmt: skip
def test_what_was_and_what_is(sentence, expected):
    found = facts_of(VISITS, sentence)
    assert [one if one[1] != "change" else (*one[:5], "prior_year") for one in found] == expected


def test_headings_within_a_paragraph_and_persons_sent_abroad_to_be_trained():
    found = claims(
        VISITS,
        "2024年“三公”经费8万元。其中：1、因公出国（境）费用。2024年预算数3万元。计划用于业务交流。2、公务接待费。2024年预算数5万元。",
        of_budget=True,
    )
    assert [(c.subject, c.text) for c in found] == [("three_public", "8"), ("abroad", "3"), ("reception", "5")]
    [persons] = claims(
        VISITS, "因公出国（境）费用用于考察和由上级部门组织的专业培训等工作，共计安排12人次。", of_budget=True
    )
    assert persons.subject == "abroad_persons"
