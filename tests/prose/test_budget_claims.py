"""What the prose of a budget says: 预算 is its amount, what it is compared with is read per sentence."""

import pytest

from pipelines.prose.grammars import BUDGET, FINAL_ACCOUNT
from pipelines.prose.sections import sections_of
from pipelines.vocabulary.form_wordings import HERE, rows
from tests.support.desk.paragraphs import claims, running

YEAR = 2026


def said(*paragraphs):
    """(subject, label where it is an item, role, text, direction, base) of each claim of a budget of these paragraphs."""
    return [
        (c.subject, c.code or "", c.role, c.text, c.direction, c.base)
        for c in claims(*paragraphs, year=YEAR, of_budget=True)
    ]


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("比上年", "prior_budget"), ("与上年相比", "prior_budget"), ("较2025年年初预算", "prior_budget"), ("比2025年预算", "prior_budget"),
        ("比上年执行数", "prior_execution"), ("比2025年预算执行数", "prior_execution"), ("比2025年当年执行数", "prior_execution"),
        ("与上年全年预算数相比", "prior_annual_budget"), ("比2026年预算", "budget"), ("比2019年", "other_year"),
    ],
)  # fmt: skip
def test_what_a_budget_is_compared_with_stands_in_its_sentence(words, base):
    assert said("二、收入预算情况说明", f"2026年收入预算100万元，{words}增加3万元，增长3.1%。") == [
        ("income_grand_total", "", "value", "100", "", ""),
        ("income_grand_total", "", "change", "3", "up", base),
        ("income_grand_total", "", "growth", "3.1", "up", base),
    ]


@pytest.mark.parametrize(
    ("words", "subject"),
    [("政府性基金", "government_fund"), ("国有资本经营", "state_capital"), ("一般公共", "general_budget")],
)
def test_the_appropriation_of_the_year_is_that_of_its_fund(words, subject):
    """浙江: 政府性基金预算当年拨款规模变化情况."""
    found = said(
        f"（七）关于2026年{words}预算情况说明", f"样本局2026年{words}预算当年拨款9万元，比上年执行数增加1万元。"
    )
    assert [(c[0], c[2], c[3]) for c in found] == [(subject, "value", "9"), (subject, "change", "1")]


def test_one_document_uses_both_bases():
    found = said(
        "（三）一般公共预算当年拨款具体使用情况",
        "一般公共服务支出（类）信访事务（款）行政运行（项）10万元，比上年执行数减少2万元。",
        "（七）一般公共预算“三公”经费预算情况说明",
        "2026年“三公”经费预算数为5万元，比上年预算数增加1万元。",
    )
    assert [(c[0], c[2], c[5]) for c in found] == [
        ("function", "value", ""), ("function", "change", "prior_execution"),
        ("three_public", "value", ""), ("three_public", "change", "prior_budget"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "prior", "base"),
    [
        ("比2025年年初预算数80万元", "80", "prior_budget"),
        ("比上年预算数80万元", "80", "prior_budget"),
        ("比2025年执行数80万元", "80", "prior_execution"),
    ],
)
def test_the_amount_of_the_year_before_is_printed_beside_the_change(words, prior, base):
    assert said("二、收入预算情况说明", f"2026年度收入预算100万元，{words}增加20万元，增长25%。")[1:] == [
        ("income_grand_total", "", "prior", prior, "", base),
        ("income_grand_total", "", "change", "20", "up", base),
        ("income_grand_total", "", "growth", "25", "up", base),
    ]


def test_items_of_shanghai_say_execution_and_plan():
    found = said(
        "2026年部门预算编制说明",
        "1、公共安全支出（204类）司法（06款）行政运行（01项）1672.67万元。主要用于：行政单位的基本支出。"
        "2025年当年预算执行数为1690.69万元，2026年预算安排1672.67万元，比2025年预算执行数减少1.07%。",
    )
    assert found == [
        ("function", "2040601", "value", "1672.67", "", ""),
        ("function", "2040601", "prior", "1690.69", "", "prior_execution"),
        ("function", "2040601", "value", "1672.67", "", ""),
        ("function", "2040601", "growth", "1.07", "down", "prior_execution"),
    ]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("江苏省某厅2019年度收入、支出预算总计100万元。", "grand_total"), ("本部门2026年收支总预算100万元。", "grand_total"),
        ("2026年财政拨款收支总预算100万元。", "fiscal_grand_total"), ("本年收入预算合计100万元。", "income_total"),
        ("收入预算总计100万元。", "income_grand_total"), ("2026年某局部门预算支出100万元。", "expenditure_grand_total"),
        ("财政拨款支出预算100万元。", "fiscal_expenditure"), ("一般公共预算拨款支出预算100万元。", "general_budget"),
        ("一般公共预算当年拨款100万元。", "general_budget"), ("一般公共预算拨款100万元。", "income_general_budget"),
        ("财政专户管理资金收入100万元。", "special_accounts"), ("单位预留机动经费预算数为100万元。", "reserve"),
        ("其他资金收入100万元。", "other_funds"), ("增人增资100万元。", "new_staff"), ("年终结转结余100万元。", "closing"),
        ("2026年委托业务费预算100万元。", "commissioned"), ("项目支出预算数为100万元。", "project"),
    ],
)  # fmt: skip
def test_totals_and_sources_of_a_budget(sentence, subject):
    assert said("一、收支预算总体情况说明", sentence) == [(subject, "", "value", "100", "", "")]


def test_shares_of_a_budget_are_no_completions():
    found = said("三、支出预算情况说明", "（一）基本支出。", "基本支出预算63万元，占本年支出预算63.43%。")
    assert found == [
        ("basic", "", "value", "63", "", ""),
        ("basic", "", "share", "63.43", "", "expenditure_total"),
    ]


def test_targets_assets_and_what_is_reserved_for_small_enterprises():
    assert said(
        "（四）绩效目标设置情况",
        "2026年政策和项目全面实施绩效目标管理，涉及预算项目3个，预算资金235万元，其中财政拨款230万元。",
    ) == [
        ("targeted_projects", "", "count", "3", "", ""),
        ("targeted_projects", "", "value", "235", "", ""),
        ("targeted_projects", "", "value", "230", "", ""),
    ]
    assert said("十四、预算绩效目标设置情况说明", "2026年本部门共0个项目实行绩效目标管理，涉及财政性资金合计0万元。") == [
        ("targeted_projects", "", "count", "0", "", ""), ("targeted_projects", "", "value", "0", "", ""),
    ]  # fmt: skip
    assert said(
        "三、政府采购预算情况",
        "政府采购预算9万元，其中：货物类采购预算4万元，工程类采购预算0万元，服务类采购预算5万元。"
        "面向中小企业预留政府采购项目预算金额8万元，其中，预留给小型和微型企业的政府采购项目预算为7万元。",
    ) == [
        (subject, "", "value", text, "", "")
        for subject, text in (
            ("procurement", "9"), ("procurement_goods", "4"), ("procurement_works", "0"), ("procurement_services", "5"),
            ("reserved_sme", "8"), ("reserved_micro", "7"),
        )
    ]  # fmt: skip


def test_economic_items_are_named_with_their_codes():
    assert said(
        "七、一般公共预算拨款支出明细情况说明",
        "（三）支出按经济科目分类的明细情况",
        "（1）工资福利支出（301）10万元，较上年增加2万元（25%）。",
    ) == [
        ("economic", "301", "value", "10", "", ""),
        ("economic", "301", "change", "2", "up", "prior_budget"),
        ("economic", "301", "growth", "25", "up", "prior_budget"),
    ]


def test_a_list_by_economic_class_is_no_glossary():
    """…经济分类的类级科目说明 heads a list of amounts; 科目说明 alone explains names."""
    listed = (
        "3、支出按经济科目分类的明细情况", "（2）按照政府预算支出经济分类的类级科目说明。", "2026年本部门当年一般公共预算支出30万元，其中：",
        "机关资本性支出（一）（503）10万元，较上年减少2万元，原因是项目减少；",
    )  # fmt: skip
    assert said("七、一般公共预算拨款支出明细情况说明", *listed) == [
        ("general_budget", "", "value", "30", "", ""),
        ("economic", "503", "value", "10", "", ""),
        ("economic", "503", "change", "2", "down", "prior_budget"),
    ]
    assert said("第四部分 科目说明", "机关资本性支出（一）（503）：指10万元以上的支出。") == []


def test_a_reason_that_a_part_changed_is_a_change_of_the_part():
    """What explains a total goes on being of the total; words that name no part are the reason's, without 主要是."""
    total, words = (
        "一、收支预算总体情况",
        "主要是基本支出增加4万元，项目支出减少90万元，因公赴港澳经费减少3万元，一是纳入预算管理的7万元不再安排。",
    )
    found = claims(total, f"支出比2025年减少86万元，{words}", year=YEAR, of_budget=True)
    assert [(c.subject, c.label, c.role, c.text, c.direction, c.base) for c in found] == [
        ("expenditure_grand_total", "", "change", "86", "down", "prior_budget"),
        ("basic", "", "change", "4", "up", "prior_budget"),
        ("project", "", "change", "90", "down", "prior_budget"),
        ("reason", "因公赴港澳经费", "change", "3", "down", ""),
        ("reason", "纳入预算管理", "value", "7", "", ""),
    ]
    bound = said(total, "2026年支出预算9万元，主要是未有单价100万元以上设备购置计划。")[-1]
    assert bound == ("reason", "", "threshold", "100", "", "")


def test_an_item_named_behind_主要是_with_its_code_is_what_its_amount_is_of():
    found = said(
        "五、关于一般公共预算支出表的说明",
        "其他事务方面的支出规模较大，主要是2014099其他信访事务支出，2026年预算数为36万元，占部门支出总额的22.00%，主要用于新建场所。",
        "减少较为明显的项级支出科目为2014050事业运行，2026年预算数3为万元，比2025年执行减少21万元，减少87.50%。",
    )
    assert found == [
        ("function", "2014099", "value", "36", "", ""),
        ("function", "2014099", "share", "22.00", "", "unstated"),
        ("function", "2014050", "value", "3", "", ""),
        ("function", "2014050", "change", "21", "down", "prior_execution"),
        ("function", "2014050", "growth", "87.50", "down", "prior_execution"),
    ]


def test_a_comparison_goes_on_behind_a_bracket_and_behind_the_last_part():
    found = said(
        "二、“三公”经费安排情况",
        "“三公”经费12万元。公务用车购置及运行维护费9万元（公务用车购置费0万元，比上年增加0万元；公务用车运行维护费9万元，比上年减少2万元。）比上年减少2万元。",
    )
    assert [c[0] for c in found] == [
        "three_public",
        "vehicles",
        "purchase",
        "purchase",
        "running",
        "running",
        "vehicles",
    ]
    for compared, last in [("比上年减少2万元，下降18.2%", ["vehicles", "vehicles"]), ("与上年持平", ["vehicles"])]:
        found = said(
            "二、“三公”经费安排情况",
            f"公务用车购置及运行维护费9万元（其中：公务用车购置费0万元，比上年减少2万元；公务用车运行维护费9万元，与上年持平），{compared}；公务接待费1万元。",
        )
        assert [c[0] for c in found] == [
            "vehicles", "purchase", "purchase", "running", "running", *last, "reception",
        ]  # fmt: skip
    found = said(
        "三、财政拨款情况说明",
        "一般公共预算财政拨款支出9万元，比2025年增加3万元。其中：基本支出5万元，项目支出4万元，主要用于创新。比2025年增加1万元，主要原因是新增事项。",
    )
    assert [c[0] for c in found] == ["general_budget", "general_budget", "basic", "project", "project"]


def test_sections_of_a_budget_by_meaning():
    text = running(
        "名词解释", "（二）事业收入：指事业单位取得的收入。", "2026年部门预算编制说明", "2026年收入预算9万元。",
        "2026年度单位预算情况说明一、预算收支总体情况", "收入预算9万元。", "（二）收入预算情况说明（详见表1-3）", "收入预算9万元。",
        "三、2026年主要工作任务及目标", "全年开行85列。", "六、委托业务费安排情况", "安排委托业务费9万元。",
    )  # fmt: skip
    found = dict(zip((s.text for s in text.sentences), sections_of(text.sentences, BUDGET), strict=True))
    assert found["2026年收入预算9万元。"] == "overall"
    assert found["全年开行85列。"] == "plans"
    assert found["安排委托业务费9万元。"] == "commissioned"
    assert sections_of(text.sentences, FINAL_ACCOUNT)[0] == "glossary"
    assert [s for s in found.values() if s == "income"]


def test_a_final_account_knows_none_of_it():
    found = claims("二、收入预算情况说明", "2026年收入预算100万元，比上年执行数增加3万元。", year=YEAR)
    assert "prior_execution" not in {claim.base for claim in found}


def test_the_items_of_fiscal_money_are_a_section_of_their_own():
    text = running(
        "2026年单位预算编制说明",
        "2026年收入预算9万元。",
        "财政拨款支出主要内容如下：",
        "1．“卫生健康支出”科目4万元，主要用于缴费。",
    )
    found = dict(zip((s.text for s in text.sentences), sections_of(text.sentences, BUDGET), strict=True))
    assert found["2026年收入预算9万元。"] == "overall"
    assert found["1.“卫生健康支出”科目4万元,主要用于缴费。"] == "fiscal_overall"
    assert ("function", "210", "value", "4", "", "") in said(
        "2026年单位预算编制说明", "财政拨款支出主要内容如下：", "1．“卫生健康支出”科目4万元，主要用于缴费。"
    )


def test_what_comes_from_last_year_is_of_its_fund_and_no_income_of_the_year():
    assert said(
        "二、收入预算情况说明", "本年一般公共预算收入8万元，占80%；上年结转结余的一般公共预算收入2万元，占20%。"
    )[2:] == [
        ("opening_of_fund", "", "value", "2", "", ""),
        ("opening_of_fund", "", "share", "20", "", "unstated"),
    ]


@pytest.mark.parametrize("path", sorted(HERE.glob("*.csv")), ids=lambda path: path.stem)
def test_a_comma_in_a_pattern_is_quoted(path):
    assert all(None not in row and None not in row.values() for row in rows(path.stem))


def test_nothing_to_spend_or_to_count_prints_no_unit():
    found = claims(
        "一、“三公”经费预算情况说明",
        "公务用车购置为0，与上年持平。",
        "五、国有资产占有使用情况",
        "机要通信用车为0、其他用车2辆。",
        of_budget=True,
    )
    assert [(c.subject, c.text, c.counted_in) for c in found if c.role in ("value", "count")] == [
        ("purchase", "0", "万元"), ("cars_kind", "0", "辆"), ("cars_kind", "2", "辆"),
    ]  # fmt: skip


def test_a_heading_that_leads_its_paragraph_begins_its_section():
    found = said(
        "六、其他重要事项的情况说明",
        "（二）“三公”经费预算：2026年“三公”经费预算数为0.50万元。",
        "（四）政府采购情况：2026年政府采购预算总额7万元，其中，货物类采购预算1万元；服务类采购预算6万元。",
        "（五）国有资产占用使用及新增资产配置情况：截至2025年12月底，单位价值50万元以上设备3台。",
    )
    assert [c[:2] + c[2:4] for c in found] == [
        ("three_public", "", "value", "0.50"), ("procurement", "", "value", "7"), ("procurement_goods", "", "value", "1"),
        ("procurement_services", "", "value", "6"), ("equipment", "", "threshold", "50"), ("equipment", "", "count", "3"),
    ]  # fmt: skip


def test_hebei_says_income_and_expenditure_below_the_overall_arrangement():
    found = said(
        "二、部门预算安排的总体情况",
        "1、收入说明",
        "2026年预算收入90万元，其中：一般公共预算收入80万元，基金预算收入10万元，国有资本经营预算收入0万元。",
        "2、支出说明",
        "2026年支出预算90万元，其中基本支出50万元；项目支出40万元。",
    )
    assert [claim[0] for claim in found] == [
        "income_grand_total", "income_general_budget", "income_government_fund", "income_state_capital", "expenditure_grand_total", "basic", "project",
    ]  # fmt: skip


def test_运维费_is_of_vehicles_and_not_of_what_was_said_before():
    found = said(
        "四、“三公”经费预算情况",
        "1、因公出国（境）费。2026年安排0万元。",
        "2、公务用车购置及运维费。2026年安排6万元，其中公务用车购置费0万元，公务用车运维费6万元。",
    )
    assert [(claim[0], claim[3]) for claim in found] == [
        ("abroad", "0"),
        ("vehicles", "6"),
        ("purchase", "0"),
        ("running", "6"),
    ]


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("五、一般公共预算当年拨款情况说明", "general_budget"),
        ("四、财政拨款收支预算情况的总体说明", "income_general_budget"),
    ],
)
def test_the_general_budget_is_named_by_its_section(heading, subject):
    """新疆: 一般公共预算拨款合计X; 广西, 黑龙江: 其中：一般公共预算拨款X."""
    assert said(heading, "其中：一般公共预算拨款80万元。") == [(subject, "", "value", "80", "", "")]


def test_income_and_expenditure_together_are_overall():
    """河南: 收入支出预算总体情况说明 was taken for 支出预算."""
    found = claims("一、收入支出预算总体情况说明", "2026年收入总计90万元，支出总计90万元。", year=YEAR, of_budget=True)
    assert {claim.section for claim in found} == {"overall"}


def test_a_section_of_projects_ends_that_of_the_fund_before_it():
    """湖北: 十、项目支出安排情况 stands behind 国有资本经营预算; its projects were taken for those of state capital."""
    found = claims(
        "九、国有资本经营预算支出安排情况", "2026年国有资本经营预算支出7万元。",
        "十、项目支出安排情况", "2026年项目支出预算90万元，其中：本年一般公共预算80万元，国有资本经营预算7万元，单位资金3万元。",
        year=YEAR, of_budget=True,
    )  # fmt: skip
    assert [(claim.section, claim.text) for claim in found] == [("state_capital", "7")]


def test_public_expenses_as_a_kind_of_project_are_not_all_projects():
    """湖北: 汇总预算情况 tells 人员类项目支出 and 公用经费项目支出, which are basic expenditure."""
    found = claims(
        "二、2026年汇总预算情况", "（一）2026年收入预算90万元，其中：", "1、财政拨款80万元；", "2、单位资金收入10万元。",
        "（二）2026年支出预算90万元，其中：", "1、人员类项目支出70万元；", "2、公用经费项目支出20万元。",
        year=YEAR, of_budget=True,
    )  # fmt: skip
    assert [(claim.section, claim.subject, claim.text) for claim in found] == [
        ("overall", "income_grand_total", "90"), ("overall", "income_fiscal", "80"), ("overall", "other_funds", "10"),
        ("overall", "expenditure_grand_total", "90"), ("overall", "project_kind", "70"), ("overall", "project_kind", "20"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["无变动", "没有变动", "无增减变动", "无变化"])
def test_what_has_not_changed_is_the_same(words: str):
    """西藏: 与上年相比无变动."""
    found = claims("二、“三公”经费安排情况", f"公务接待费2万元，与上年相比{words}。", year=YEAR, of_budget=True)
    assert [(claim.role, claim.direction, claim.base) for claim in found] == [
        ("value", "", ""),
        ("direction", "same", "prior_budget"),
    ]


def test_vehicles_of_other_types_are_a_kind():
    """四川: 其他车型; 型 stood between the kind and its number."""
    words = "部门现有公务用车31辆，其中：轿车9辆，越野车8辆，小型载客汽车10辆，其他车型4辆。"
    found = claims("五、“三公”经费财政拨款预算安排情况说明", words, year=YEAR, of_budget=True)
    assert [(claim.text, claim.doubts) for claim in found if claim.subject == "cars_kind"] == [
        ("9", ()), ("8", ()), ("10", ()), ("4", ()),
    ]  # fmt: skip


def test_units_and_their_projects_are_told_by_name():
    found = said(
        "第三部分 部门预算支出具体情况",
        "样本市统计局（本级）预算10.00万元，包括在职人员经费7.00万元、项目支出3.00万元。", "1.统计管理项目2.00万元，主要包括：统计日常管理业务。", "2.专项普查预算1.00万元。",
    )  # fmt: skip
    assert [(subject, value) for subject, _, _, value, _, _ in found] == [
        ("unit_total", "10.00"), ("personnel", "7.00"), ("project", "3.00"), ("named_project", "2.00"), ("named_project", "1.00"),
    ]  # fmt: skip


def test_points_about_natures_and_funds_are_no_projects():
    assert [
        subject
        for subject, *_ in said(
            "三、支出预算情况说明", "1.基本支出3.00万元。", "2.项目支出2.00万元。", "3.上缴上级支出1.00万元。"
        )
    ] == ["basic", "project", "remitted"]


def test_purchased_services_told_among_the_matters_of_procurement_are_none_of_it():
    bought, services = (
        "政府采购预算总额9.00万元，其中：政府采购货物预算7.00万元，政府采购服务预算2.00万元。",
        "政府购买服务预算2.00万元。",
    )
    found = claims(
        "六、其他重要事项",
        f"（一）政府采购情况：2024年{bought}",
        f"（二）政府购买服务情况：2024年{services}",
        of_budget=True,
    )
    assert [claim.subject for claim in found] == [
        "procurement",
        "procurement_goods",
        "procurement_services",
        "purchased_services",
    ]
