"""What institutes, courts, colleges, hospitals and towns write: amounts below zero, parts of parts, names in quotation marks."""

import pytest

from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.sections import sections_of
from pipelines.reading.number_rules import explain_in_sections, explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.headed_claims import (
    ASSETS,
    FISCAL,
    FUND,
    INCOME,
    OVERALL,
    RUNNING,
    VISITS,
    fact,
    facts_of,
    value,
)
from tests.support.desk.paragraphs import claims, running

SCORES = "（四）预算绩效管理工作开展情况"


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (FISCAL, "按功能分类：国防支出（类）2万元，占20%；农林水支出（类）-6.45万元，占-0.09%。", [
            value("function", "2"), ("function", "share", "20", "%", "", "unstated"),
            value("function", "-6.45"), ("function", "share", "-0.09", "%", "", "unstated"),
        ]),
        (FISCAL, "农林水支出-6.45万元，占-0.09%。", [value("function", "-6.45"), ("function", "share", "-0.09", "%", "", "unstated")]),
        (FISCAL, "财政拨款收支总计9万元。其中：一般公共预算财政拨款收支总计8万元，政府性基金预算财政拨款收支总计1万元。", [
            value("fiscal_grand_total", "9"), value("fund_grand_total", "8"), value("fund_grand_total", "1"),
        ]),
        (OVERALL, "其他收入9万元。其中，非同级财政拨款5万元，利息收入1万元。", [
            value("income_other", "9"), value("income_part", "5"), value("income_part", "1"),
        ]),
        (INCOME, "事业收入9万元，其中教育收费4万元，科研事业收入5万元，事业收入比上年增加1万元。", [
            value("income_operating", "9"), value("education_fees", "4"), value("income_part", "5"),
            fact("income_operating", "change", "1", direction="up", base="prior_year"),
        ]),
        (INCOME, "事业收入9万元，其中：门诊收入4万元，住院收入5万元。", [
            value("income_operating", "9"), value("income_part", "4"), value("income_part", "5"),
        ]),
        (RUNNING, "机关运行经费支出决算9万元（其中：一般公共预算支出8万元；政府性基金预算支出1万元）。", [
            value("running_costs", "9"), value("expense_of_fund", "8"), value("expense_of_fund", "1"),
        ]),
        (FUND, "政府性基金预算财政拨款支出3万元，主要用于以下方面：城乡社区支出2万元，占66.67%；其他支出1万元，占33.33%。", [
            value("government_fund", "3"), value("function", "2"), fact("function", "share", "66.67", "%", "", "unstated"),
            value("function", "1"), fact("function", "share", "33.33", "%", "", "unstated"),
        ]),
        (ASSETS, "固定资产账面原值9万元，净值4万元；无形资产净值3万元。", [
            value("fixed_assets", "9"), value("asset_part", "4"), value("asset_part", "3"),
        ]),
        (SCORES, "开展绩效自评项目9个，涉及预算金额80万元，其中：“优”7个，“良”2个，平均得分94分。开展财政项目绩效评价2个，涉及金额20万元。", [
            fact("self_evaluated_projects", "count", "9", "个"), value("self_evaluated_projects", "80"), fact("rated", "count", "7", "个"),
            fact("rated", "count", "2", "个"), fact("self_evaluated_projects", "mean", "94", "分"), fact("evaluated_projects", "count", "2", "个"),
            value("evaluated_projects", "20"),
        ]),
        (SCORES, "评价项目14个，其中评价得分在90分以上的12个，80分（含）至90分的2个。", [
            fact("evaluated_projects", "count", "14", "个"),
        ]),
        (FUND, "本年支出3万元。主要用于城乡社区（类）支出2万元，占66.67%；其他（类）支出1万元，占33.33%。", [
            value("government_fund", "3"), value("function", "2"), ("function", "share", "66.67", "%", "", "unstated"),
            value("function", "1"), ("function", "share", "33.33", "%", "", "unstated"),
        ]),
        (VISITS, "公务用车费7万元，占“三公”经费支出的70%。", [value("vehicles", "7"), ("vehicles", "share", "70", "%", "", "three_public")]),
        (VISITS, "公务用车运行费9万元，主要用于环卫巡查，其中：燃料费7万元；维修费2万元。", [
            value("running", "9"), value("running_part", "7"), value("running_part", "2"),
        ]),
        (ASSETS, "共有车辆8辆，其中：特种专业技术用车6辆（救护车5辆、校车1辆）、其他用车2辆。", [
            ("cars", "count", "8", "辆", "", ""), ("cars_kind", "count", "6", "辆", "", ""), ("cars_part", "count", "5", "辆", "", ""),
            ("cars_part", "count", "1", "辆", "", ""), ("cars_kind", "count", "2", "辆", "", ""),
        ]),
        (ASSETS, "共有车辆8辆，其中：特种专业技术用车6辆，其中救护车5辆；其他用车2辆。", [
            ("cars", "count", "8", "辆", "", ""), ("cars_kind", "count", "6", "辆", "", ""), ("cars_part", "count", "5", "辆", "", ""),
            ("cars_kind", "count", "2", "辆", "", ""),
        ]),
    ],
)  # fmt: skip
def test_what_a_sentence_says(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "label", "code"),
    [
        ("4.公共安全支出（类）法院（款）“两庭”建设（项）支出4万元。", "“两庭”建设", "2040506"),
        ("4.“公共安全支出”（类）“法院”（款）“案件审判”（项）支出4万元。", "案件审判", "2040504"),
        ("主要用于城乡社区（类）支出4万元。", "城乡社区", "212"),
    ],
)
def test_the_name_of_an_item(sentence, label, code):
    [claim] = claims("（三）一般公共预算财政拨款支出决算具体情况", sentence, year=2024)
    assert (claim.label, claim.code) == (label, code)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("公开02表（财决03-1表）", "number of a table, figure or annex"),
        ("GK05表", "number of a table, figure or annex"),
        ("编制部门：某某局 表5 单位：万元", "number of a table, figure or annex"),
        ("绩效自评详见附表（附表12-附表14）。", "figure, table or annex that is referred to"),
    ],
)
def test_the_number_of_a_table_is_explained(words, rule):
    assert {found for _, found in explain_numbers(running(words), number_rules("final")).by_offset.values()} == {rule}


def test_what_a_court_has_done_is_explained_and_is_no_word_of_its_units():
    """江苏 prints 主要工作完成情况 behind the units: cases, and rates that no form has."""
    text = running(
        "二、部门机构设置及决算单位构成情况",
        "内设机构包括立案庭。",
        "三、2024年度主要工作完成情况",
        "受理案件1,206件，结案数同比分别上升5.2%、4.8%，人均31.4件。",
    )
    sections = sections_of(text.sentences, FINAL_ACCOUNT)
    assert sections == ["units", "units", "profile", "profile"]
    explained = explain_in_sections(text, sections, explain_numbers(text, number_rules("final"))).by_offset
    rules = [found.rule for place, found in sorted(explained.items()) if place > text.text.index("案件")]
    work, rate = "count that describes the unit (单位概况)", "share or growth in a report of the year's work"
    assert rules == [work, rate, rate, work]


def test_the_area_of_houses_is_said_without_a_doubt():
    [area] = claims(ASSETS, "房屋建筑面积1,206.5平方米。")
    assert (area.label, area.text, area.doubts) == ("房屋", "1,206.5", ())


def test_vehicles_may_be_counted_without_a_verb_and_in_a_list_are_of_a_kind():
    [alone] = claims(ASSETS, "公务用车3辆。")
    *_, kind = claims(ASSETS, "共有车辆5辆，其中：公务用车3辆。")
    assert [(one.subject, one.text) for one in (alone, kind)] == [("cars", "3"), ("cars_kind", "3")]


def test_square_metres_may_stand_in_brackets():
    area, value = claims(ASSETS, "单位共有房屋1,206.50（平方米），价值312.36万元。")
    assert [(one.label, one.role, one.text, one.doubts) for one in (area, value)] == [
        ("房屋", "count", "1,206.50", ()),
        ("房屋", "value", "312.36", ()),
    ]
