"""Sentences in the budgets of sisters of known cities: lists of parts that a comparison follows, purchases, uses, shares."""

from pipelines.prose.grammars import BUDGET
from pipelines.prose.sections import sections_of
from tests.support.desk.paragraphs import claims, running


def said(*paragraphs, year=2024):
    """(subject, role, text, direction) of each claim of a budget of these paragraphs."""
    return [(c.subject, c.role, c.text, c.direction) for c in claims(*paragraphs, year=year, of_budget=True)]


def test_a_comparison_behind_parts_listed_in_one_go_is_of_the_whole():
    """西安."""
    found = said(
        "（一）收支预算总体情况",
        "2024年本部门预算收入90万元，其中一般公共预算拨款收入80万元、上年结转10万元，较上年增加5万元，主要原因是变化；"
        "2024年本部门预算支出90万元，其中一般公共预算拨款支出80万元、上年结转支出10万元，与上年持平。",
    )
    assert ("income_grand_total", "change", "5", "up") in found
    assert found[-1] == ("expenditure_grand_total", "direction", "持平", "same")
    of_part = said("（一）收支预算总体情况", "收入预算90万元，其中：事业收入80万元；其他收入10万元，比上年增加5万元。")
    assert of_part[-1] == ("income_other", "change", "5", "up")


def test_uses_of_official_cars_are_parts_and_what_is_compared_behind_them_is_not():
    """北京."""
    found = said(
        "四、“三公”经费财政拨款预算情况说明",
        "公务用车运行维护费2024年预算数20万元，其中：公务用车加油8万元，公务用车维修7万元，公务用车其他支出5万元，与2023年年初预算数20万元持平。",
    )
    assert [(subject, role) for subject, role, *_ in found] == [
        ("running", "value"), ("running_part", "value"), ("running_part", "value"), ("running_part", "value"),
        ("running", "prior"), ("running", "direction"),
    ]  # fmt: skip


def test_the_year_before_behind_a_use_is_no_reason():
    """北京."""
    found = said(
        "四、“三公”经费财政拨款预算情况说明",
        "2.公务接待费。2024年预算数2.1万元，主要用于接待考察，与2023年年初预算数2.1万元持平。",
    )
    assert found == [
        ("reception", "value", "2.1", ""),
        ("reception", "prior", "2.1", ""),
        ("reception", "direction", "持平", "same"),
    ]


def test_what_was_bought_the_year_before_is_a_reason():
    """广州."""
    found = said(
        "二、“三公”经费安排情况", "公务用车购置费9万元，比上年减少9万元，主要原因是更换公务用车，比2023年更换4辆减少。"
    )
    assert {subject for subject, role, text, _ in found if text == "4"} <= {"reason"}


def test_personnel_and_public_in_a_list_of_uses_are_parts_of_basic_expenditure():
    """长沙."""
    found = said(
        "四、一般公共预算拨款支出",
        "（一）基本支出：2024年本部门基本支出预算36万元，主要是为保障正常运转而发生的各项支出，包括用于基本工资、津贴补贴等人员经费32万元"
        "以及办公费、印刷费、水电费等公用经费4万元。",
    )
    assert [(subject, text) for subject, _, text, _ in found] == [("basic", "36"), ("personnel", "32"), ("public", "4")]


def test_purchases_of_the_year_and_those_still_to_be_paid_are_parts():
    """深圳."""
    found = said(
        "第四部分 政府采购预算情况",
        "某院政府采购项目纳入2024年部门预算共计21.5万元，其中包括2024年当年政府采购项目指标20.5万元和2024年待支付以前年度政府采购项目指标1万元。",
    )
    assert found == [
        ("procurement", "value", "21.5", ""),
        ("procurement_part", "value", "20.5", ""),
        ("procurement_part", "value", "1", ""),
    ]


def test_projects_by_name_and_all_projects_under_targets():
    """深圳."""
    heads = ("第三部分 部门预算支出具体情况", "第六部分 部门预算绩效管理情况")
    assert said(heads[0], "3.基本公共卫生服务23万元，主要用于公共卫生。")[0][:3] == ("named_project", "value", "23")
    assert ("named_project", "value", "23", "") not in said(heads[0], "3.基本支出23万元。")
    for name in ("财政拨款", "公用设施", "国有资产管理", "人员培训"):
        assert said(heads[0], f"3.{name}项目预算23万元，主要用于公共卫生。")[0][:3] == ("named_project", "value", "23")
    assert ("named_project", "value", "23", "") not in said(heads[0], "3.人员类项目支出23万元。")
    found = said(heads[1], "2024年某院所有项目均纳入部门预算绩效管理，涉及预算资金73万元，设置6个项目绩效目标。")
    assert found[0][:3] == ("targeted_all", "value", "73")


def test_current_money_of_each_fund_is_told():
    """烟台."""
    found = said(
        "二、财政拨款收支情况",
        "2024年财政拨款收入预算84万元，其中：一般公共预算当年拨款75万元，占89.29%；政府性基金预算当年拨款4万元，占4.76%；上年结转5万元，占5.95%。",
    )
    assert ("income_government_fund", "value", "4", "") in found


def test_a_share_of_what_leaves_something_out_is_of_no_known_total():
    """江苏: 占四本预算资金（基本支出除外）总额的比例."""
    found = claims(
        "十五、预算绩效目标设置情况说明",
        "2024年度，本单位整体支出纳入绩效目标管理，涉及四本预算资金440万元；本单位共5个项目纳入绩效目标管理，涉及四本预算资金合计106万元，占四本预算资金（基本支出除外）总额的比例为100%。",
        year=2024,
        of_budget=True,
    )
    assert [c.base for c in found if c.role == "share"] == ["unstated"]


def test_a_list_announced_at_the_end_of_a_paragraph_is_of_what_it_names():
    """上海: a unit with money of its own tells its fiscal expenditure class by class."""
    text = running(
        "2024年单位预算编制说明",
        "财政拨款收入支出减少的主要原因是项目变化。财政拨款支出主要内容如下：",
        "1.“教育支出”科目5万元，主要用于培训。",
    )
    assert sections_of(text.sentences, BUDGET)[-1] == "fiscal_overall"


def test_the_third_chapter_of_chongqing_is_of_fiscal_money():
    text = running(
        "二、部门收支总体情况", "收入9万元。", "三、部门预算情况说明", "2024年一般公共预算财政拨款收入8万元。"
    )
    assert sections_of(text.sentences, BUDGET)[-1] == "fiscal_overall"


def test_special_accounts_and_services_are_sources_of_their_own():
    """长沙: 财政专户管理事业收入 was taken for 事业收入, and 事业单位经营服务收入 was not known."""
    found = said(
        "三、部门收支总体情况",
        "2024年本部门收入预算9万元，其中，一般公共预算拨款6万元，财政专户管理事业收入1万元，事业单位经营服务收入1万元，事业收入1万元。",
    )
    assert [subject for subject, *_ in found[-3:]] == ["special_accounts", "income_business", "income_operating"]


def test_what_is_carried_over_within_the_sources_is_told():
    """重庆."""
    found = said("二、部门收支总体情况", "上述收入包括2023年结转并编制到2024年年初预算的结转金额，共计186.00万元。")
    assert found == [("opening", "value", "186.00", "")]


def test_cars_to_be_provided_are_bought():
    """长沙."""
    found = said(
        "（五）国有资产占用使用及新增资产配置情况", "2024年拟新增配备公务用车1辆，新增配备单位价值50万元以上设备2台。"
    )
    assert [(subject, text) for subject, role, text, _ in found if role == "count"] == [
        ("vehicles_purchased", "1"),
        ("equipment", "2"),
    ]
