"""Tables of scores: the indicator is the label, 其中 rows are within, one total, rates, tables that go over a page."""

from pipelines.pdf.pages import Page
from pipelines.prose.score_tables import score_claims
from tests.support.paper import drafts

HEADING = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")
ROW = ("产出指标", "数量指标", "培训人数", "≥300人", "366人", "6", "5.5", "")


def page(*rows: tuple[str, ...], number: int = 1) -> Page:
    """A page with one grid."""
    return drafts.page(number, [], drafts.grid([list(row) for row in rows]))


def facts(*pages: Page) -> list[tuple[str, str, str, str]]:
    return [(c.subject, c.label, c.role, c.text) for c in score_claims(pages, 0, 0)]


def test_the_indicator_is_the_label_and_not_what_was_reached():
    assert facts(page(HEADING, ROW)) == [
        ("score_part", "培训人数", "weight", "6"),
        ("score_part", "培训人数", "score", "5.5"),
    ]


def test_the_money_of_the_project_is_a_part_and_what_is_within_it_is_none():
    heading = ("项目资金", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    total = ("", "年度资金总额：", "9", "10", "8", "10", "80%", "8")
    within = ("", "其中：财政拨款", "9", "10", "8", "10", "80%", "8")
    found = facts(page(heading, total, within))
    assert found == [("score_part", "年度资金总额", "weight", "10"), ("score_part", "年度资金总额", "score", "8")]


def test_a_table_has_one_total():
    found = facts(
        page(HEADING, ROW, ("总分", "", "", "", "", "100", "98", ""), ("合计", "", "", "", "", "100", "98", ""))
    )
    assert [one for one in found if one[0] == "score"] == [
        ("score", "总分", "weight", "100"),
        ("score", "总分", "score", "98"),
    ]


def test_rates_are_read_where_a_score_stands_beside_them():
    heading = ("一级指标", "分值", "得分", "得分率")
    assert facts(page(heading, ("决策", "20", "17.90", "89.50%"), ("过程", "—", "—", "10%"))) == [
        ("score_part", "决策", "weight", "20"),
        ("score_part", "决策", "score", "17.90"),
        ("score_part", "决策", "rate", "89.50"),
    ]


def test_a_rate_of_execution_is_no_rate_of_scores():
    heading = ("任务名称", "完成情况", "分值", "执行率", "得分")
    assert [one[2] for one in facts(page(heading, ("学前教育", "完成", "0.58", "97.74%", "0.58")))] == [
        "weight", "completion", "score",
    ]  # fmt: skip


def test_a_table_goes_on_at_the_head_of_the_next_page_until_its_total():
    more = ("效益指标", "社会效益", "满意率", "≥95%", "100%", "10", "9", "")
    total = ("总分", "", "", "", "", "100", "98", "")
    first, second, third = page(HEADING, ROW), page(more, total, number=2), page(more, number=3)
    assert facts(first, second, third)[2:] == [
        ("score_part", "满意率", "weight", "10"), ("score_part", "满意率", "score", "9"),
        ("score", "总分", "weight", "100"), ("score", "总分", "score", "98"),
    ]  # fmt: skip
    assert facts(second) == []
    assert len(facts(first, third)) == len(facts(first))


def test_points_may_have_their_unit():
    assert facts(page(("三级指标", "分值", "得分"), ("培训人数", "30分", "28.5分"))) == [
        ("score_part", "培训人数", "weight", "30"), ("score_part", "培训人数", "score", "28.5"),
    ]  # fmt: skip


def test_the_weight_of_the_money_is_read_where_only_its_execution_is_scored_beside_it():
    heading = ("项目资金", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "")
    money = ("", "年度资金总额", "9", "10", "8", "10", "80%", "")
    assert facts(page(heading, money, HEADING, ROW))[0] == ("score_part", "年度资金总额", "weight", "10")


def test_weights_of_no_scores_are_left():
    assert facts(page(("任务名称", "完成情况", "分值", "执行率"), ("学前教育", "完成", "60", "97.74%"))) == []


def test_the_sum_of_the_money_of_all_tasks_is_none_of_its_parts():
    heading = ("任务名称", "完成情况", "分值", "执行率", "得分")
    rows = (
        ("学前教育", "完成", "4", "97%", "4"),
        ("职业教育", "完成", "6", "99%", "6"),
        ("金额合计", "", "10", "98%", "10"),
    )
    assert [one[1] for one in facts(page(heading, *rows)) if one[2] == "weight"] == ["学前教育", "职业教育"]


def test_indicators_may_stand_in_columns():
    """一级指标 决策 过程 合计 above rows of 分值 and 得分: a table of an evaluation report (绩效评价报告)."""
    table = page(
        ("一级指标", "决策", "过程", "合计"),
        ("分值", "40", "60", "100"),
        ("得分", "35", "50", "85"),
        ("得分率", "87.5%", "83.33%", "85%"),
    )
    assert facts(table, page(("项目", "20", "9"), number=2)) == [
        ("score_part", "决策", "weight", "40"), ("score_part", "决策", "score", "35"), ("score_part", "决策", "rate", "87.5"),
        ("score_part", "过程", "weight", "60"), ("score_part", "过程", "score", "50"), ("score_part", "过程", "rate", "83.33"),
        ("score", "合计", "weight", "100"), ("score", "合计", "score", "85"), ("score", "合计", "rate", "85"),
    ]  # fmt: skip
