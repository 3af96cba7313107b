"""How pages of offices and their units say it: what an amount consists of, economic classes of all funds, other money, some of the projects, vehicles of several buyers."""

import pytest

from tests.support.desk.paragraphs import claims

INCOME, SPENT, ITEMS = "二、收入决算情况说明", "三、支出决算情况说明", "五、一般公共预算财政拨款支出决算具体情况"
BASIC = "六、一般公共预算财政拨款基本支出决算情况说明"
COSTS, EVALUATED, BOUGHT = "七、“三公”经费支出决算情况说明", "十二、预算绩效情况说明", "九、政府采购支出情况"


def said(*paragraphs: str, of_budget: bool = False) -> list[tuple[str, str, str, str]]:
    """(subject, label, role, text) of each claim of a report of 2024."""
    return [(c.subject, c.label, c.role, c.text) for c in claims(*paragraphs, year=2024, of_budget=of_budget)]


def doubtful(*paragraphs: str) -> dict[str, tuple[str, ...]]:
    """The doubts of each claim of a final account of 2024, by its text."""
    return {c.text: c.doubts for c in claims(*paragraphs, year=2024)}


def test_what_is_compared_behind_what_an_amount_consists_of_is_the_amount():
    told = "1.财政拨款收入310万元，为本级财政取得的拨款，包括一般公共预算财政拨款290万元和政府性基金预算财政拨款20万元。较上年决算数减少12万元，下降3.73%。"
    assert said(INCOME, told)[-2:] == [("income_fiscal", "", "change", "12"), ("income_fiscal", "", "growth", "3.73")]


def test_an_item_below_a_class_of_which_nothing_was_said_is_what_the_next_sentence_compares():
    found = said(
        ITEMS,
        "1.教育支出（类）反映学校的支出。",
        "其中：小学教育（项）年初预算为40万元，支出决算为44万元。决算数大于年初预算数的主要原因是追加预算。",
    )
    assert [f[:3] for f in found] == [("function", "小学教育", role) for role in ("budget", "value", "direction")]


def test_final_accounts_tell_what_they_spent_of_all_funds_by_economic_classes():
    told = "基本支出80万元中，工资福利支出60万元，占75%，较上年增加5万元；商品和服务支出20万元，占25%。"
    assert said(SPENT, told) == [
        ("basic", "", "value", "80"), ("economic", "工资福利支出", "value", "60"), ("economic", "工资福利支出", "share", "75"),
        ("economic", "工资福利支出", "change", "5"), ("economic", "商品和服务支出", "value", "20"), ("economic", "商品和服务支出", "share", "25"),
    ]  # fmt: skip
    listed = "基本支出中，人员经费66万元，包括工资福利支出60万元、对个人和家庭的补助6万元；公用经费14万元，包括商品和服务支出12万元、资本性支出2万元。"
    assert [f[:2] for f in said(SPENT, listed)] == [
        ("personnel", ""), ("economic", "工资福利支出"), ("economic", "对个人和家庭的补助"),
        ("public", ""), ("economic", "商品和服务支出"), ("economic", "资本性支出"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "told", "subject"),
    [
        (
            COSTS,
            "“三公”经费支出12万元，包括因公出国（境）费、公务接待费、公务用车运行维护费，比上年减少1万元。",
            "three_public",
        ),
        (
            COSTS,
            "“三公”经费支出12万元，包括因公出国（境）费、公务接待费、公务用车运行维护费，与上年持平。",
            "three_public",
        ),
        (
            COSTS,
            "“三公”经费（因公出国（境）费、公务接待费、公务用车购置及运行维护费）支出12万元，比上年减少1万元。",
            "three_public",
        ),
        (COSTS, "“三公”经费支出12万元。“三公”经费（因公出国（境）费、公务接待费）支出与上年持平。", "three_public"),
        (INCOME, "本年收入12万元，由财政拨款收入、事业收入和其他收入组成，较上年减少1万元。", "income_total"),
        (SPENT, "本年支出12万元，包括基本支出、项目支出，比上年减少1万元。", "expenditure_total"),
        (COSTS, "“三公”经费12万元（含因公出国（境）费、公务接待费），比上年减少1万元。", "three_public"),
    ],
)
@pytest.mark.parametrize("of_budget", [False, True])
def test_what_is_but_listed_is_not_what_the_number_or_the_comparison_is_of(heading, told, subject, of_budget):
    found = said(heading, told, of_budget=of_budget)
    assert [(f[0].replace("_grand", ""), f[2]) for f in found] == [
        (subject, "value"),
        (subject, "direction" if "持平" in told else "change"),
    ]


def test_a_share_behind_what_an_amount_consists_of_is_the_amount_s():
    assert said(SPENT, "基本支出80万元，包括人员经费和公用经费，占66.7%。")[-1] == ("basic", "", "share", "66.7")


@pytest.mark.parametrize("heading", [SPENT, BASIC])
@pytest.mark.parametrize("use", ["包括", "为保障机构正常运转的"])
@pytest.mark.parametrize("of_budget", [False, True])
def test_classes_that_are_but_listed_are_not_what_is_compared(heading, use, of_budget):
    found = said(heading, f"基本支出70万元，{use}工资福利支出、商品和服务支出，比上年增加20万元。", of_budget=of_budget)
    assert found == [("basic", "", "value", "70"), ("basic", "", "change", "20")]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("公务用车运行维护费9万元。另有从事业收入列支的公务用车运行维护费12万元。", "12"),
        ("公务接待费9万元。另外，接待费12万元由自有资金支付。", "12"),
        ("公务接待费9万元，均从医疗收入中列支。", "9"),
        ("单位自有资金支出公务用车运行维护费26万元，其中业务用车2辆运行维护费12万元。", "12"),
    ],
)
def test_money_that_is_not_fiscal_is_in_doubt_beside_the_three_public_expenses(told, text):
    assert "paid from money that is not fiscal" in doubtful(COSTS, told)[text]


def test_fiscal_money_is_in_no_doubt():
    assert not any(
        doubtful(
            COSTS, "公务用车运行维护费9万元，由财政拨款列支。", "从事业收入列支接待费，财政拨款列支接待费3万元。"
        ).values()
    )


@pytest.mark.parametrize(
    "told", ["对24个项目开展绩效自评，其中12个为政府性基金项目。", "对24个项目开展绩效自评，其中含12个政府性基金项目。"]
)
def test_some_of_the_projects_are_not_all_of_them(told):
    assert said(EVALUATED, told) == [("self_evaluated_projects", "", "count", "24")]


def test_projects_that_are_rated_are_counted():
    assert said(EVALUATED, "对16个项目开展绩效自评，其中14个项目自评等级为“优”，2个项目自评等级为“良”。") == [
        ("self_evaluated_projects", "", "count", "16"), ("rated", "优", "count", "14"), ("rated", "良", "count", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("公务用车保有量8辆，其中新能源汽车2辆。", [("vehicle_stock", "8")]),
        ("2024年末，使用财政拨款开支运行维护费的车辆8辆。", [("vehicle_stock", "8")]),
        ("全年出国（境）团组1个3人次（含随团1人次）。", [("abroad_groups", "1"), ("abroad_persons", "3")]),
        ("召开会议4个，其中三类会议2个。", [("meetings", "4")]),
        ("国内公务接待12批次（含外事接待2批次）。", [("reception_batches", "12"), ("reception_foreign_batches", "2")]),
        (
            "公务用车保有量8辆，其中：轿车3辆，越野车5辆。",
            [("vehicle_stock", "8"), ("cars_kind", "3"), ("cars_kind", "5")],
        ),
    ],
)
def test_some_of_what_was_counted_are_not_all_of_it(told, expected):
    assert [(subject, text) for subject, _, _, text in said(COSTS, told)] == expected


def test_what_an_amount_fell_to_in_a_year_that_is_named():
    found = said(COSTS, "公务接待费由2023年的3万元减少到2024年的2万元，减少1万元。")
    assert found == [("reception", "", role, text) for role, text in (("prior", "3"), ("value", "2"), ("change", "1"))]


def test_a_budget_of_zero_that_explains_is_no_amount_of_something_unknown():
    told = "年初预算为0万元，支出决算为86万元，因年初预算数为0，无法计算百分比，决算数大于年初预算数的主要原因是追加。"
    found = said(ITEMS, "1.教育支出（类）普通教育（款）小学教育（项）。", told)
    assert [f[2] for f in found] == ["budget", "value", "direction"]


def test_points_count_no_projects():
    told = "对“甲路保洁”“乙河养护”“丙园维护”3个项目开展重点评价，得分分别为92.5分、90分、88.4分。"
    assert said(EVALUATED, told) == [("evaluated_projects", "", "count", "3")]


def test_a_part_is_no_part_of_the_name_of_a_project():
    told = "部门整体支出绩效自评得分93分，其中甲路保洁项目得分90分。"
    assert [f[1] for f in said(EVALUATED, told)] == ["部门整体支出", "甲路保洁"]


def test_vehicles_that_several_bought_are_parts_each():
    assert said(COSTS, "全年更新购置公务用车3辆，其中局机关购置1辆、支队购置2辆。")[0] == (
        "vehicles_purchased",
        "",
        "count",
        "3",
    )
    found = said(COSTS, "局机关购置5台车；支队购置2台车；甲站购置1台车。")
    assert found == [("vehicles_purchased_part", "", "count", n) for n in ("5", "2", "1")]
    assert said(COSTS, "公务用车购置费20万元，购置公务用车1辆。")[-1] == ("vehicles_purchased", "", "count", "1")


def test_vehicles_for_business_are_a_kind_of_those_kept():
    found = said(COSTS, "年末公务用车保有量38辆，其中：公务用车4辆，执勤执法用车34辆。")
    assert found[1:] == [("cars_kind", "公务用车", "count", "4"), ("cars_kind", "执勤执法用车", "count", "34")]


def test_a_unit_may_be_cut_short_behind_hundreds_of_millions():
    assert doubtful(COSTS, "“三公”经费4亿元，其中：公务接待费0.7亿。") == {
        "4": (),
        "0.7": ("元 is not printed after 亿",),
    }


def test_a_plan_of_procurement_is_its_budget():
    assert said(BOUGHT, "2024年政府采购计划120万元，实际采购118万元。") == [
        ("procurement", "", "budget", "120"), ("procurement", "", "value", "118"),
    ]  # fmt: skip


def test_other_matters_behind_the_evaluation_of_a_budget():
    found = said(
        "六、部门预算绩效管理情况", "纳入绩效管理的项目涉及资金90万元。", "七、其他需要说明情况",
        "2024年样本局机关运行经费财政拨款预算52万元，比2023年减少2万元。", "截至2023年12月31日，样本局占有使用国有资产价值90万元，共有车辆11辆。",
        of_budget=True,
    )  # fmt: skip
    assert found[1:] == [
        ("running_costs", "", "value", "52"),
        ("running_costs", "", "change", "2"),
        ("cars", "", "count", "11"),
    ]


def test_what_is_left_of_the_general_budget_is_no_income_of_the_year():
    told = "收入包括：本年一般公共预算拨款收入300万元、上年结转一般公共预算拨款收入7万元；支出包括：教育支出307万元。"
    found = said("四、财政拨款收支预算情况说明", "2024年财政拨款收支总预算307万元。", told, of_budget=True)
    assert found[1:3] == [
        ("income_general_budget", "", "value", "300"),
        ("opening_of_fund", "一般公共预算", "value", "7"),
    ]


def test_an_outline_of_income_and_spending_is_no_outline_of_the_unit():
    told = "2024年本部门收入预算36万元，比上年增加2万元；支出预算36万元。"
    assert [f[0] for f in said("二、部门收支概况", told, of_budget=True)] == [
        "income_grand_total",
        "income_grand_total",
        "expenditure_grand_total",
    ]


def test_what_the_general_budget_of_a_budget_consists_of():
    told = "财政拨款收入59万元，其中：一般公共预算财政拨款59万元（本级财力58万元，专项收入1万元）。"
    assert said("二、财政拨款收入情况", told, of_budget=True)[2:] == [
        ("income_part", "本级财力", "value", "58"),
        ("income_part", "专项收入", "value", "1"),
    ]


def test_what_is_called_money_for_vehicles():
    assert said("五、“三公”经费预算情况", "2023年公务用车经费执行数10万元。", of_budget=True) == [
        ("vehicles", "", "prior", "10")
    ]


def test_a_score_belongs_to_the_part_that_is_named_right_before_it():
    """决策分值10分，得分9分: neither is the score of all, which stands before."""
    assert said(EVALUATED, "综合得分93分。其中决策分值10分，得分9分；产出指标分值40分，得分37分。") == [
        ("score", "", "score", "93"), ("score_part", "决策", "weight", "10"), ("score_part", "决策", "score", "9"),
        ("score_part", "产出", "weight", "40"), ("score_part", "产出", "score", "37"),
    ]  # fmt: skip
    assert said(EVALUATED, "决策得分9分，过程得分18分。") == [
        ("score_part", "决策", "score", "9"), ("score_part", "过程", "score", "18"),
    ]  # fmt: skip
