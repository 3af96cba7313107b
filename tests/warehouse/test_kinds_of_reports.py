"""What is judged in the prose and the tables of scores of institutes, hospitals and counties."""

from dataclasses import replace

import pytest

from pipelines.prose.score_tables import score_claims
from pipelines.reading.readings import Reading
from tests.support.desk.desk import filled, reading
from tests.support.desk.together import Together
from tests.support.figures import figures
from tests.support.paper import drafts, layouts

judged_together = Together()

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
HEADING = ["三级指标", "实际完成值", "分值", "得分"]
MONEY = ["年度资金总额", "90%", "10", "9.6"]
FIRST = [HEADING, MONEY, ["造林面积", "3", "50", "50"], ["成活率", "4", "40", "37"]]
SECOND = [HEADING, ["年度资金总额", "90%", "10", "9"], ["巡护人员", "5", "50", "50"], ["满意度", "6", "40", "38"]]


def scored(*tables: list[list[str]]) -> Reading:
    """A reading with tables of scores, one a page."""
    one = reading(REPORT, DISTRICT)
    claims = [c for c in one.prose.claims if not c.subject.startswith("score")]
    pages = [drafts.page(90 + n, [], drafts.grid(rows)) for n, rows in enumerate(tables)]
    made = score_claims(pages, 1 + max(c.order for c in claims), 1 + max(c.statement for c in claims))
    return replace(one, prose=replace(one.prose, claims=(*claims, *made)))


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [("96.6", "97", False), ("95.6", "97", True), ("96.6", "90", True)],
)
@judged_together
def test_every_table_of_scores_has_its_own_total(first, second, is_told):
    tables = [*FIRST, ["总分", "", "100", first]], [*SECOND, ["总分", "", "100", second]]
    assert ("N-22" in (yield scored(*tables)).violated) == is_told


@judged_together
def test_scores_without_that_of_the_money_are_not_added_up():
    money = [["项目资金", "执行率", "分值", ""], ["年度资金总额", "92.4%", "10", ""]]
    table = [*money, HEADING, *FIRST[2:], ["合计", "", "100", "96.24"]]
    assert "N-22" not in (yield scored(table)).violated


@pytest.mark.parametrize(("weight", "is_told"), [("40", False), ("30", True)])
@judged_together
def test_the_ten_points_of_the_execution_may_stand_where_nothing_is_read(weight, is_told):
    money = [["项目资金", "全年执行数", "分值", "执行率 得分", ""], ["年度资金总额", "4158.36", "10", "99.01% 9.9", ""],
             ["其中：财政拨款", "4158.36", "—", "", ""], ["其他资金", "0", "—", "", ""]]  # fmt: skip
    heading = ["三级指标", "年度指标值", "实际完成值", "分值", "得分"]
    table = [
        *money,
        heading,
        ["造林面积", "3", "3", "50", "50"],
        ["成活率", "4", "4", weight, "37"],
        ["总分", "", "", "100", "96.9"],
    ]
    assert ("N-22" in (yield scored(table)).violated) == is_told


@judged_together
def test_weights_are_not_added_up_where_a_row_prints_its_score_alone():
    table = [HEADING, ["年度资金总额", "90%", "", "9.6"], *FIRST[2:], ["总分", "", "100", "96.6"]]
    assert "N-22" not in (yield scored(table)).violated


@judged_together
def test_two_tables_of_which_one_has_no_total_are_not_added_up():
    assert "N-22" not in (yield scored(FIRST, [*SECOND, ["总分", "", "100", "97"]])).violated


@pytest.mark.parametrize(
    ("kept", "is_told"), [("填报说明：1.资产总额＝流动资产＋固定资产。", False), ("填报说明：本表由各部门填写。", True)]
)
@judged_together
def test_the_note_that_says_what_columns_are_made_of_is_no_text_of_the_blank_form(kept, is_told):
    words = ("2024年度机关运行经费支出337.53万元。", f"2024年度机关运行经费支出337.53万元。\n{kept}")
    assert ("S-06" in (yield reading(REPORT, DISTRICT, words)).violated) == is_told


@pytest.mark.parametrize(
    ("kept", "is_told"),
    [
        ("注：“科目编码”和“科目名称”为必填项。", True),
        ("（按“样本表”中实际发生的经济分类科目填写）", True),
        ("公务用车购置费与上年持平，主要原因是。", True),
        ("公务用车购置费与上年持平，主要原因是没有购置。", False),
    ],
)
@judged_together
def test_what_the_blank_form_asks_to_be_filled_in_is_told(kept, is_told):
    words = ("2024年度机关运行经费支出337.53万元。", f"2024年度机关运行经费支出337.53万元。\n{kept}")
    assert ("S-06" in (yield reading(REPORT, DISTRICT, words)).violated) == is_told


@pytest.mark.parametrize(
    ("group", "is_told"), [("行政事业单位养老支出", False), ("行政事业单位离退休", False), ("临时救助", True)]
)
@judged_together
def test_an_item_below_a_group_that_is_not_its_own_is_told(group, is_told):
    words = ("行政事业单位养老支出（款）", f"{group}（款）")
    assert ("N-33" in (yield reading(REPORT, DISTRICT, words)).violated) == is_told


def test_an_item_not_spoken_of_is_named_as_the_form_prints_it(tmp_path):
    one = reading(REPORT, DISTRICT)
    [code, *_] = sorted(
        {c.code for c in one.prose.claims if c.code and len(c.code) == 7 and c.section == "general_items"}
    )
    claims = tuple(c for c in one.prose.claims if c.code != code)
    forms = tuple(
        replace(f, amounts=tuple(replace(a, label="从前的名称") if a.code == code else a for a in f.amounts))
        for f in one.forms
    )
    connection = filled(tmp_path, [replace(one, forms=forms, prose=replace(one.prose, claims=claims))])
    [(note,)] = connection.execute(
        "select note from checks.outcome where identity_id = 'N-09' and outcome = 'violation'"
    ).fetchall()
    assert note == "从前的名称"


@judged_together
def test_items_told_together_are_held_against_none_of_their_rows():
    """Their sum is the amount of neither, and both are spoken of."""
    words = ("行政单位医疗（项）", "行政单位医疗（项）、公务员医疗补助（项）")
    assert not (yield reading(REPORT, DISTRICT, words)).violated & {"N-08", "N-09", "N-50"}


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("比上年增加（减少）10.00万元。", {"S-06"}), ("比上年减增加10.00万元。", {"S-08"}), ("比上年增加增加10.00万元。", {"S-08"}),
        ("增长的主要原因是人员增加增加工资。", set()),
        ("比上年增加10.00万元，增长3.05个百分点。", {"S-08"}), ("占比为12.50%，比上年增加3.05个百分点。", set()),
    ],
)  # fmt: skip
@judged_together
def test_a_choice_of_the_blank_form_is_told_once_and_a_word_said_twice_is_a_slip(added, told):
    words = ("2024年度机关运行经费支出337.53万元。", f"2024年度机关运行经费支出337.53万元，{added}")
    assert (yield reading(REPORT, DISTRICT, words)).violated & {"S-06", "S-08"} == told
