"""Points of a list of items that go by no name of the classification, names with their levels in other brackets or none, amounts said roughly."""

import pytest

from tests.support.desk.headed_claims import FUND, GENERAL, ITEMS, SPENDING, VISITS, facts_of, value
from tests.support.desk.paragraphs import claims, prose_of_budget

WHOLE = "2024年度一般公共预算财政拨款支出年初预算为100万元，支出决算为120万元，完成年初预算的120%。"
SAID = "年初预算为50万元，支出决算为55万元，完成年初预算的110%。"
NAMES = ("一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行")
LEFT = "年初结转和结余87.01万元，本年收入270.06万元，本年支出251.73万元，年末结转和结余69.34万元。"


@pytest.mark.parametrize("name", ["关工委工作经费", "幼儿资助", "党建工作项目支出", "教育类支出"])
@pytest.mark.parametrize("after", ["", "。"])
def test_amounts_of_a_point_of_unknown_name_are_of_nothing_named_before(name, after):
    lines = (f"1.{name}{after}", SAID) if after else (f"1.{name}{SAID}",)
    named = [(c.subject, c.text) for c in claims(ITEMS, WHOLE, *lines) if c.subject != "project"]
    assert {text for subject, text in named if subject == "general_budget"} == {"100", "120"}


def test_a_point_of_unknown_name_is_told_by_that_name_and_what_follows_is_its_own():
    found = claims(ITEMS, WHOLE, "1.关工委工作经费。", SAID, "2.行政运行（2010301）。", "支出决算为65万元。")
    assert [(c.subject, c.label, c.code, c.text) for c in found[3:]] == [
        *(("unknown_item", "关工委工作经费", None, text) for text in ("50", "55", "110")),
        ("function", "行政运行", "2010301", "65"),
    ]


def test_a_budget_whose_name_is_unknown_is_not_of_what_was_spoken_of():
    found = claims(ITEMS, WHOLE, f"关工委工作经费{SAID}")
    assert {(c.subject, c.label) for c in found[3:]} == {("unknown_item", "关工委工作经费")}


@pytest.mark.parametrize("heading", ["1.总体情况。", "（一）按支出功能分类", "（二）具体情况说明"])
def test_a_heading_that_says_how_leaves_what_is_spoken_of(heading):
    assert {c.subject for c in claims(ITEMS, WHOLE, heading, SAID)} == {"general_budget"}


@pytest.mark.parametrize(
    "item",
    [
        "1.{}〔类〕{}〔款〕{}〔项〕。", "1.{}【类】{}【款】{}【项】。", "1.{}［类］{}［款］{}［项］。", "1.{}类{}款{}项。", "1.{}类{}款{}项",
        "1.{}（类）—{}（款）—{}（项）。", "1.{}（类级科目）{}（款级科目）{}（项级科目）。",
    ],
)  # fmt: skip
def test_items_with_their_levels_in_other_brackets_or_none(item):
    found = claims(ITEMS, WHOLE, item.format(*NAMES), SAID)
    assert {(c.subject, c.code) for c in found[3:]} == {("function", "2010301")}


def test_brackets_are_told_as_they_are_printed():
    [first, *_] = claims(ITEMS, "教育支出〔类〕普通教育〔款〕小学教育〔项〕支出决算为55万元。")
    assert (first.code, first.text) == ("2050202", "55")


@pytest.mark.parametrize("said", ["约55万元", "近55万元", "50余万元", "50多万元", "55万元左右", "大约为55万元"])
def test_an_amount_said_roughly_is_held_against_nothing(said):
    [claim] = claims(GENERAL, f"一般公共预算财政拨款支出{said}。")
    assert "is said to be about so much" in claim.doubts


@pytest.mark.parametrize("said", ["节约5万元", "达到5万元", "附近，支出5万元"])
def test_words_that_hold_one_of_about_say_nothing_of_the_kind(said):
    assert not any("about" in doubt for c in claims(VISITS, f"公务接待费比上年{said}。") for doubt in c.doubts)


@pytest.mark.parametrize("words", ["较上年收入", "与上年相比", "较上年"])
def test_a_comparison_behind_a_list_that_ends_with_what_is_left_is_not_of_that(words):
    assert not [c for c in claims(FUND, f"政府性基金预算财政拨款{LEFT}{words}增加170.06万元。") if c.role == "change"]


def test_such_a_comparison_that_names_its_side_is_of_it():
    found = facts_of(FUND, f"政府性基金预算财政拨款{LEFT}收入较上年增加170.06万元。")
    assert found[-1] == ("income_government_fund", "change", "170.06", "万元", "up", "prior_year")
    whole = facts_of(SPENDING, "本年支出合计100万元，其中：基本支出60万元；项目支出40万元。较上年增加50万元。")
    assert whole[0] == value("expenditure_total", "100")
    assert whole[-1][:2] == ("expenditure_total", "change")


COSTS = "“三公”经费支出预算为9万元，支出决算为8万元。因公出国（境）费支出预算为5万元，支出决算为4万元；"


@pytest.mark.parametrize(
    "said",
    [
        "公车改革补贴支出预算为2万元，支出决算为1万元，完成预算的50%，占“三公”经费支出的12.5%，比上年减少3万元，下降75%。",
        "公车改革补贴支出预算为2万元，支出决算为1万元，与上年持平。",
    ],
)
def test_what_follows_a_budget_of_unknown_name_is_not_of_what_was_named_before(said):
    whole = len(claims(VISITS, f"{COSTS[:-1]}。"))
    assert [(c.subject, c.role, c.text) for c in claims(VISITS, COSTS + said)[whole:]] == []


def test_a_heading_of_an_unknown_cost_begins_what_is_not_of_the_cost_before():
    found = claims(
        VISITS, "1.因公出国（境）费。", "支出决算为4万元。", "2.公车改革补贴。", "支出决算为1万元，与上年持平。"
    )
    assert [(c.subject, c.text) for c in found] == [("abroad", "4"), ("unknown_item", "1"), ("unknown_item", "持平")]


def test_the_growth_behind_a_change_of_unknown_name_is_not_of_the_part_before():
    found = facts_of(SPENDING, "本年支出合计100万元，其中：基本支出增加10万元，增长20%；其他杂项款增加5万元，增长9%。")
    assert [(subject, role, text) for subject, role, text, *_ in found] == [
        ("expenditure_total", "value", "100"), ("basic", "change", "10"), ("basic", "growth", "20"),
    ]  # fmt: skip


@pytest.mark.parametrize(("whole", "is_known"), [
    ("专项资金", False), ("上级下达资金", False), ("支出总额", True), ("整个支出", True), ("合计", True), ("部门支出总额", True), ("", True), ("总额", True),
])  # fmt: skip
def test_a_share_of_something_unknown_is_held_against_nothing(whole, is_known):
    of = f"占{whole}的60%" if whole else "占60%"
    [share] = [c for c in claims(SPENDING, f"本年支出合计100万元，其中：基本支出60万元，{of}。") if c.role == "share"]
    assert (share.doubts == ()) is is_known


def test_the_spending_on_a_thing_named_is_not_all_spending():
    said = prose_of_budget(
        "五、2024年一般公共预算支出情况说明",
        "2024年本部门一般公共预算城市建设款预算支出129.04万元，与上年相比增加4.20万元。",
        year=2024,
    )
    assert said.claims == ()
    whole = prose_of_budget("五、2024年一般公共预算支出情况说明", "2024年本部门一般公共预算支出129.04万元。", year=2024)
    assert [c.subject for c in whole.claims] == ["general_budget"]
