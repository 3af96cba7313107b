"""What departments of provinces without a real report here write: 福建, 浙江, 湖南, 河北, 广西, 湖北, 辽宁."""

import pytest

from pipelines.prose.sections import sections_of
from tests.support.desk.headed_claims import (
    BASIC,
    BOUGHT,
    FISCAL,
    GENERAL,
    ITEM,
    ITEMS,
    RUNNING,
    VISITS,
    facts_of,
    value,
)
from tests.support.desk.paragraphs import claims, running

REVIEWED = "五、预算绩效情况说明"


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (FISCAL, "财政拨款收、支总计8万元，与2023年相比增加1万元；主要原因是项目增加；与年初预算数6万元相比，增加2万元，增长33.33%。", [
            value("fiscal_grand_total", "8"), ("fiscal_grand_total", "change", "1", "万元", "up", "prior_year"),
            ("fiscal_grand_total", "budget", "6", "万元", "", "initial"),
            ("fiscal_grand_total", "change", "2", "万元", "up", "initial_budget"),
            ("fiscal_grand_total", "growth", "33.33", "%", "up", "initial_budget"),
        ]),
        (FISCAL, "财政拨款收入总计9万元，其中：本年收入8万元，年初结转和结余1万元。", [
            value("fiscal_grand_total", "9"), value("income_fiscal", "8"), value("opening", "1"),
        ]),
        (VISITS, "“三公”经费支出4万元，比全年预算的5万元下降20%；比上年的8万元下降50%。", [
            value("three_public", "4"), ("three_public", "budget", "5", "万元", "", "annual"),
            ("three_public", "growth", "20", "%", "down", "annual_budget"),
            ("three_public", "prior", "8", "万元", "", ""), ("three_public", "growth", "50", "%", "down", "prior_year"),
        ]),
        (VISITS, "“三公”经费支出4万元，较年初预算的5万元减少1万元。", [
            value("three_public", "4"), ("three_public", "budget", "5", "万元", "", "initial"),
            ("three_public", "change", "1", "万元", "down", "initial_budget"),
        ]),
        (VISITS, "公务接待费支出4万元，较预算的5万元减少1万元。", [
            value("reception", "4"), ("reception", "budget", "5", "万元", "", "unstated"),
            ("reception", "change", "1", "万元", "down", "budget"),
        ]),
        (VISITS, "公务用车运行维护费支出3万元，其中：燃料费1.5万元；维修费1万元；过桥过路费0.2万元；保险费0.3万元。", [
            value("running", "3"), *(value("running_part", amount) for amount in ("1.5", "1", "0.2", "0.3")),
        ]),
        (VISITS, "公务用车运行维护费支出3万元，其中用于车辆燃料费、维修费、保险费等支出3万元。", [value("running", "3")]),
        (BASIC, "基本支出9万元。主要是为保障机构正常运转而发生的各项支出，其中：人员经费7万元，公用经费2万元。", [
            value("basic", "9"), value("personnel", "7"), value("public", "2"),
        ]),
        (BASIC, "基本支出9万元。主要是人员经费7万元。", [value("basic", "9"), value("reason", "7")]),
        (GENERAL, "2010301（行政运行）9万元，较上年决算数增加1万元，增长12.50%。", [
            value("function", "9"), ("function", "change", "1", "万元", "up", "prior_year"),
            ("function", "growth", "12.50", "%", "up", "prior_year"),
        ]),
        (ITEMS, f"{ITEM}年初预算4万元，支出决算5万元，较年初预算超支1万元。", [
            ("function", "budget", "4", "万元", "", "initial"), value("function", "5"),
            ("function", "change", "1", "万元", "up", "initial_budget"),
        ]),
        (REVIEWED, "组织对2024年度1个政府性基金预算项目支出开展绩效自评。", [
            ("self_evaluated_projects", "count", "1", "个", "", ""),
        ]),
    ],
)  # fmt: skip
def test_amounts_and_their_subjects(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


@pytest.mark.parametrize(
    ("printed", "label", "code"),
    [
        ("（一）2010301（行政运行）", "行政运行", "2010301"),
        ("（二）2010302（一般行政管理事务）", "一般行政管理事务", "2010302"),
        ("3.2010350-事业运行", "事业运行", "2010350"),
        (
            "（四）2010399（其他政府办公厅（室）及相关机构事务支出）",
            "其他政府办公厅(室)及相关机构事务支出",
            "2010399",
        ),
    ],
)
def test_an_item_is_its_code_and_its_name_in_brackets(printed, label, code):
    [said] = claims(GENERAL, f"{printed}9万元。")
    assert (said.subject, said.label, said.code, said.text) == ("function", label, code, "9")


def test_a_heading_may_stand_before_its_text_on_the_same_line():
    found = claims(
        "七、“三公”经费支出决算情况说明",
        "公务接待费3万元。",
        "（一）机关运行经费支出情况：2024年度机关运行经费支出9万元。",
        "（二）政府采购支出情况：2024年度政府采购支出总额4万元。",
        "（三）国有资产占用情况：截至2024年12月31日，本部门共有车辆6辆。",
    )
    assert [(c.section, c.subject, c.text) for c in found] == [
        ("three_public", "reception", "3"),
        ("running_costs", "running_costs", "9"),
        ("procurement", "procurement", "4"),
        ("assets", "cars", "6"),
    ]
    told = running(
        "（一）机关运行经费支出情况",
        "机关运行经费支出9万元。",
        "五、名词解释",
        "十、“三公”经费：指因公出国（境）费和公务接待费。",
        "十一、机关运行经费情况：指日常公用经费。",
    )
    assert sections_of(told.sentences)[-2:] == ["glossary", "glossary"]
    told = running(GENERAL, "1.公务接待费：全年3万元。")
    assert set(sections_of(told.sentences)) == {"general_budget"}


def test_matters_without_headings_are_told_apart_by_how_their_paragraph_begins():
    """A paragraph that names the next matter only in passing stays where it is."""
    found = claims(
        "四、其他重要事项",
        "2024年度机关运行经费支出9万元。",
        "2024年度政府采购支出总额4万元，其中：货物支出3万元。",
        "截至2024年12月31日，本部门共有车辆6辆。",
    )
    assert [(c.section, c.subject, c.text) for c in found] == [
        ("running_costs", "running_costs", "9"),
        ("procurement", "procurement", "4"),
        ("procurement", "procurement_goods", "3"),
        ("assets", "cars", "6"),
    ]
    [first, _] = claims(
        RUNNING,
        "机关运行经费支出9万元。",
        "主要是机关本级日常办公、会议、培训、差旅、维修和物业管理，以及纳入其中的政府采购支出等增加2万元。",
    )
    assert first.section == "running_costs"
    assert [c.section for c in claims(BOUGHT, "2024年度政府采购支出总额4万元。")] == ["procurement"]
