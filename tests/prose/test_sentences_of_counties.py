"""How pages of counties and their units say it: sides in one name, parts of a budget, bare names of a budget's items."""

import pytest

from pipelines.prose.disambiguation import fit
from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.sections import sections_of
from tests.support.desk.headed_claims import GENERAL, OVERALL, SPENDING, VISITS, facts_of, value
from tests.support.desk.paragraphs import claims, running

UP, DOWN = ("up", "prior_year"), ("down", "prior_year")
COSTS = "六、一般公共预算“三公”经费情况说明"
OTHER = "八、其他重要事项情况说明"


def money(subject: str, role: str, text: str, direction: str = "", base: str = "") -> tuple:
    return (subject, role, text, "万元", direction, base)


def percent(subject: str, role: str, text: str, direction: str = "", base: str = "") -> tuple:
    return (subject, role, text, "%", direction, base)


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (OVERALL, "2024年度收、支总计分别为50.00万元和60.00万元。", [value("income_grand_total", "50.00"), value("expenditure_grand_total", "60.00")]),
        (OVERALL, "与2023年相比，收、支总计各减少25.00，20.00万元，各下降33.33%、25.00%。", [
            money("income_grand_total", "change", "25.00", *DOWN), money("expenditure_grand_total", "change", "20.00", *DOWN),
            percent("income_grand_total", "growth", "33.33", *DOWN), percent("expenditure_grand_total", "growth", "25.00", *DOWN)]),
        (OVERALL, "与2023年相比，收、支总计各增加5万元，增长3%。", [money("grand_total", "change", "5", *UP), percent("grand_total", "growth", "3", *UP)]),
        (OVERALL, "与2023年相比，收、支总计各增加5万元、3%。", [money("grand_total", "change", "5", *UP)]),
        (GENERAL, "与2023年相比，一般公共预算财政拨款增加7.40万元，增长2.10%。", [
            money("general_budget", "change", "7.40", *UP), percent("general_budget", "growth", "2.10", *UP)]),
        (VISITS, "2024年我镇“三公”经费预算为14万元，其中：因公出国（境）费0万元，公务接待费6万元，公务用车运行维护费支出决算7万元。", [
            money("three_public", "budget", "14", "", "unstated"), money("abroad", "budget", "0", "", "unstated"),
            money("reception", "budget", "6", "", "unstated"), value("running", "7")]),
        (VISITS, "“三公”经费支出3.10万元，年初预算为4.00万元，差值为0.90万元。", [
            value("three_public", "3.10"), money("three_public", "budget", "4.00", "", "initial"), money("three_public", "change", "0.90", "", "initial_budget")]),
        (VISITS, "“三公”经费支出3.10万元，比上年预算数字下降35.40%，比上年决算数字下降34.20%。", [
            value("three_public", "3.10"), percent("three_public", "growth", "35.40", "down", "prior_budget"), percent("three_public", "growth", "34.20", *DOWN)]),
        (VISITS, "公务用车运行维护费支出决算5万元，比去年增加1.20万元，主要是下乡增加，车辆使用增加；公务接待费支出决算比预算无增减变化，比去年增加0.40万元。", [
            value("running", "5"), money("running", "change", "1.20", *UP), money("reception", "change", "0.40", *UP)]),
        (VISITS, "决算车辆运行维护费用3.10万元，比去年3.20万元少0.10万元，基本持平。", [
            value("running", "3.10"), money("running", "prior", "3.20"), money("running", "change", "0.10", *DOWN)]),
        (VISITS, "公务接待费支出8万元，同口径比2023年减少2万元，同口径比2023年下降20%。", [
            value("reception", "8"), money("reception", "change", "2", *DOWN), percent("reception", "growth", "20", *DOWN)]),
        (VISITS, "“三公”经费支出决算数比2023年减少51.20元，下降-81.70%。", [
            ("three_public", "change", "51.20", "元", "down", "prior_year"), percent("three_public", "growth", "81.70", *DOWN)]),
        (VISITS, "“三公”经费支出5万元，比上年增加-3万元，增长-37.50%。", [
            value("three_public", "5"), money("three_public", "change", "3", *DOWN), percent("three_public", "growth", "37.50", *DOWN)]),
        (VISITS, "公务用车购置及运维费30.10万元；公务用车运行费维护费20万元；公务用车维护费10万元。", [
            value("vehicles", "30.10"), value("running", "20"), value("running", "10")]),
        (VISITS, "公务用车保有量2辆，购置及运行维护费5万元，比上年减少1万元。", [
            ("vehicle_stock", "count", "2", "辆", "", ""), value("vehicles", "5"), money("vehicles", "change", "1", *DOWN)]),
        ("二、收入决算情况说明", "财政拨款收入80万元，占80%；非同级财政拨款收入20万元，占20%。", [
            value("income_fiscal", "80"), percent("income_fiscal", "share", "80", "", "unstated"),
            value("income_part", "20"), percent("income_part", "share", "20", "", "unstated")]),
        ("二、收入决算情况说明", "其他收入20万元，主要是捐赠款，占总收入的43.51%。", [
            value("income_other", "20"), percent("income_other", "share", "43.51", "", "income_total")]),
        (SPENDING, "项目支出20万元，其中：运转类项目支出15万元，占75%；特定目标类项目支出5万元，占25%。", [
            value("project", "20"), value("project_kind", "15"), percent("project_kind", "share", "75", "", "unstated"),
            value("project_kind", "5"), percent("project_kind", "share", "25", "", "unstated")]),
        (SPENDING, "项目支出20万元，占20%。", [value("project", "20"), percent("project", "share", "20", "", "unstated")]),
        (SPENDING, "项目支出20万元，占20%；工会活动安排30万元，占30%，比上年增加2万元，增长7.14%；基本支出50万元，占50%。", [
            value("project", "20"), percent("project", "share", "20", "", "unstated"), value("basic", "50"), percent("basic", "share", "50", "", "unstated")]),
        (SPENDING, "基本支出12万元，占一般公共预算支出的60%。", [value("basic", "12"), percent("basic", "share", "60", "", "general_budget")]),
    ],
)  # fmt: skip
def test_what_an_account_says(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


def test_an_amount_of_last_year_without_its_unit_is_doubted_and_the_change_behind_it_is_read():
    before, change = claims(VISITS, "“三公”经费支出2.00万元，较上年2.50减少0.50万元。")[1:]
    assert (before.role, before.doubts) == ("prior", ("unit is not printed",))
    assert (change.role, change.text, change.doubts) == ("change", "0.50", ())


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("2024年收入构成情况", "income"),
        ("2024年支出构成情况", "expenditure"),
        ("三、部门结转结余情况", "overall"),
    ],
)
def test_what_income_and_expenditure_are_made_of_is_a_section(heading, section):
    assert sections_of(running(heading, "2024年合计10万元。").sentences, FINAL_ACCOUNT)[1] == section


def said(*paragraphs: str) -> list[tuple]:
    """(subject, code or label, role, text, base) of each claim of a budget of 2026."""
    return [
        (c.subject, c.code or c.label, c.role, c.text, c.base) for c in claims(*paragraphs, year=2026, of_budget=True)
    ]


def test_a_name_before_the_word_for_its_budget_is_what_is_spent_on():
    assert said("二、部门收支总体情况", "（二）支出预算：2026年年初预算数90万元，其中：一般公共服务支出预算0万元，教育支出预算70万元，住房保障支出预算20万元。") == [
        ("expenditure_grand_total", "", "value", "90", ""), ("function", "201", "value", "0", ""), ("function", "205", "value", "70", ""), ("function", "221", "value", "20", ""),
    ]  # fmt: skip


def test_an_economic_class_of_basic_expenditure_and_of_projects_has_its_own_share_and_change():
    found = said(
        "五、一般公共预算支出情况说明",
        "1.基本支出预算800元，占一般公共预算支出的80%。其中：",
        "工资福利支出预算700元，占基本支出预算87.5%，同比减少100元。",
        "2.项目支出200元，占一般公共预算支出的20%。其中：",
        "商品和服务支出150元，占项目支出预算75%。",
    )
    assert found[2:5] == [
        ("economic", "301", "value", "700", ""), ("economic", "301", "share", "87.5", "basic"), ("economic", "301", "change", "100", "prior_budget")
    ]  # fmt: skip
    assert found[7:] == [("economic", "302", "value", "150", ""), ("economic", "302", "share", "75", "project")]


def test_a_bare_item_begins_a_sentence_and_its_halves_are_its_own():
    found = said(
        "五、一般公共预算支出情况说明",
        "（一）按支出功能分类科目划分。",
        "住房公积金90元，其中：基本支出90元，项目支出0元。",
        "（二）按支出结构分类划分。",
        "1.基本支出预算800元。",
    )
    assert [(c[0], c[1], c[3]) for c in found] == [
        ("function", "2210201", "90"), ("basic", "2210201", "90"), ("project", "2210201", "0"), ("basic", "", "800"),
    ]  # fmt: skip


def test_a_part_of_procurement_has_its_own_share_and_change():
    found = said(
        OTHER, "（二）政府采购预算安排情况说明。", "2026年政府采购预算100元，同比增加10元。其中：政府集中采购预算60元，占政府采购预算的60%，同比增加20元；分散采购40元，占政府采购预算的40%。"
    )  # fmt: skip
    assert found[2:] == [
        ("procurement_part", "政府集中采购", "value", "60", ""), ("procurement_part", "政府集中采购", "share", "60", "procurement"),
        ("procurement_part", "政府集中采购", "change", "20", "prior_budget"),
        ("procurement_part", "分散采购", "value", "40", ""), ("procurement_part", "分散采购", "share", "40", "procurement"),
    ]  # fmt: skip


def test_running_costs_beside_the_three_public_expenses_are_told_apart():
    assert said("一、“三公”经费安排情况", "2026年本部门机关运行经费安排31万元，比上年增加1万元。2026年“三公”经费2万元，比上年增加0.5万元。") == [
        ("running_costs", "", "value", "31", ""), ("running_costs", "", "change", "1", "prior_budget"),
        ("three_public", "", "value", "2", ""), ("three_public", "", "change", "0.5", "prior_budget"),
    ]  # fmt: skip


def test_costs_of_institutions_are_no_running_costs():
    found = said(
        OTHER,
        "（一）机关运行经费安排情况。",
        "下属单位事业运行经费总预算安排37元，其中：基本支出预算4元，项目支出预算33元。",
    )
    assert [(c[0], c[3]) for c in found] == [("institution_costs", "37"), ("basic", "4"), ("project", "33")]


def test_groups_and_persons_abroad_are_no_guests_and_a_rate_for_a_person_is_no_amount():
    found = said(
        COSTS,
        "因公出国（境）经费6万元。根据境外业务培训计划，拟安排出访3批次，计划出国（境）3人，预算费用2.0万元/人，共计6万元。",
    )
    assert [(c[0], c[3]) for c in found] == [
        ("abroad", "6"),
        ("abroad_groups", "3"),
        ("abroad_persons", "3"),
        ("abroad", "6"),
    ]


def test_an_amount_of_the_year_before_and_its_parts_in_a_budget():
    assert said(COSTS, "2026年“三公”经费预算总额为90万元，较2025年的95万元减少5万元。")[1:] == [
        ("three_public", "", "prior", "95", "prior_budget"), ("three_public", "", "change", "5", "prior_budget"),
    ]  # fmt: skip
    assert said(COSTS, "2025年度“三公”经费合计支出20万元，其中：公务接待12万元，公务用车运行费用8万元。") == [
        ("three_public", "", "prior", "20", ""), ("reception", "", "prior", "12", ""), ("running", "", "prior", "8", ""),
    ]  # fmt: skip


def test_what_an_income_is_made_of_is_named():
    found = said(
        "三、部门收支总体情况",
        "（一）收入预算。2026年收入预算数90万元，其中，一般公共预算拨款80万元（经费拨款70万元，纳入预算管理的非税收入拨款10万元）；上级单位补助收入10万元。",
    )
    assert [(c[0], c[1], c[3]) for c in found] == [
        ("income_grand_total", "", "90"), ("income_general_budget", "", "80"), ("income_part", "经费拨款", "70"),
        ("income_part", "纳入预算管理的非税收入拨款", "10"), ("income_superior", "", "10"),
    ]  # fmt: skip


def test_parts_of_what_was_to_be_bought_are_not_what_was_bought():
    found = facts_of(
        "（二）政府采购支出情况",
        "采购计划金额30万元，其中货物类20万元；服务类10万元。实际采购金额25万元，其中货物类17万元；服务类8万元。",
    )
    assert [(c[0], c[1], c[2]) for c in found] == [
        ("procurement", "budget", "30"), ("procurement_goods", "budget", "20"), ("procurement_services", "budget", "10"),
        ("procurement", "value", "25"), ("procurement_goods", "value", "17"), ("procurement_services", "value", "8"),
    ]  # fmt: skip


def test_what_was_bought_so_many_times_is_what_its_amounts_are_of():
    found = facts_of(
        "（二）政府采购支出情况",
        "实际采购金额25万元，其中货物类采购项目23个，采购计划金额共计20万元，实际采购金额共计17万元；服务类采购项目9个，实际采购金额共计8万元。",
    )
    assert [(c[0], c[1], c[2]) for c in found] == [
        ("procurement", "value", "25"), ("procurement_goods", "budget", "20"), ("procurement_goods", "value", "17"), ("procurement_services", "value", "8"),
    ]  # fmt: skip


def test_where_nothing_changed_the_part_is_what_did_not():
    text = "2024年度收入总计410.80万元，其中年初结转和结余0万元，较2023年增加0万元，增长0%；本年收入合计410.80万元，较2023年增加20万元，增长5.12%。"
    found = fit(claims("一、收入决算情况说明", text), (), running("一、收入决算情况说明", text))
    assert [(c.subject, c.role) for c in found[1:4]] == [
        ("opening", "value"),
        ("opening", "change"),
        ("opening", "growth"),
    ]


def test_a_class_named_with_its_level_and_the_income_of_a_budgets_appropriation():
    found = said("三、部门支出预算情况说明", "（一）文化旅游体育与传媒支出类科目85元，占支出总预算78.33%。")
    assert found[0] == ("function", "207", "value", "85", "")
    found = said(
        "四、财政拨款收支预算总体情况说明",
        "2026年财政拨款收支总预算90元。收入包括：一般公共预算拨款90元。财政拨款总收支较上年下降3.85%。",
    )
    assert [c[0] for c in found] == ["fiscal_grand_total", "income_general_budget", "fiscal_grand_total"]


def test_what_is_set_aside_for_running_cars_without_naming_them():
    found = said("一、公务用车购置及运行维护费", "2026年，安排运行维护费2万元，较上年预算持平。")
    assert [(c[0], c[3]) for c in found] == [("running", "2"), ("running", "持平")]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ("项目支出20万元。工会活动安排30万元。比上年增加2万元。", [("project", "20")]),
        ("项目支出20万元（其中：工会活动安排3万元），占20%。", [("project", "20"), ("project", "20")]),
        ("项目支出20万元，其中：工会活动安排3万元。比上年增加2万元。", [("project", "20"), ("project", "2")]),
    ],
)
def test_what_is_said_of_an_unknown_amount_is_not_said_of_the_topic_before_it(sentences, expected):
    assert [(c[0], c[2]) for c in facts_of(SPENDING, sentences)] == expected
