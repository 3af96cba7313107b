"""What final accounts of ministries and of their universities say in their own way: judged where it can be wrong, silent where it is true."""

from dataclasses import replace

import pytest

from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import read_number
from tests.support.desk.desk import filled, reading
from tests.support.desk.together import Together
from tests.support.figures import figures
from tests.support.paper import layouts

judged_together = Together()

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
VISITS = "国内公务接待12批次、96人次。"
ITEM = "13.住房保障支出（类）住房改革支出（款）购房补贴（项）。"
AGAIN = f"14.{ITEM[3:]}年初预算为{{budget}}万元，支出决算为35.33万元。"


def saying(*words: tuple[str, str]) -> Reading:
    return reading(REPORT, DISTRICT, *words)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("其中：外事接待支出1.00万元，接待90批次、1200人次；国内公务接待支出0.28万元，接待4批次、51人次。", set()),
        ("国内公务接待支出0.28万元，接待4批次、51人次；外宾接待90批次、1200人次。", set()),
        ("国内公务接待4批次（其中：外事接待9批次），国内公务接待51人次（其中：外事接待60人次）。", {"N-51"}),
        ("公务接待4批次、51人次，接待外宾9批次、60人次。", {"N-51"}),
    ],
)
@judged_together
def test_guests_from_abroad_are_among_those_at_home_where_it_is_said(said, told):
    """A ministry of foreign affairs receives more guests from abroad than at home: 外事接待 X；国内公务接待 Y are beside one another."""
    assert (yield saying((VISITS, said))).violated & {"N-51"} == told


@pytest.mark.parametrize(("domestic", "told"), [("0.28", set()), ("0.82", {"N-56"})])
@judged_together
def test_receptions_told_from_abroad_first_add_up(domestic, told):
    words = f"公务接待费支出1.28万元，其中：外事接待支出1.00万元；国内公务接待支出{domestic}万元。{VISITS}"
    assert (yield saying((VISITS, words))).violated == told


@pytest.mark.parametrize(("budget", "told"), [("34.63", set()), ("43.63", {"N-27"})])
@judged_together
def test_an_item_named_again_with_all_that_is_printed_of_it_has_one_budget(budget, told):
    assert (yield saying((ITEM, f"{AGAIN.format(budget=budget)}{ITEM}"))).violated & {"N-27"} == told


def of_all(**printed: str) -> Reading:
    """A reading whose scores of 项目过程 are those of all: role → what is printed."""
    one = reading(REPORT, DISTRICT)
    [of_process] = {c.statement for c in one.prose.claims if c.subject == "score_part" and c.text == "18.50"}
    claims = tuple(
        replace(c, subject="score", text=printed[c.role], number=read_number(printed[c.role]).number)
        if c.statement == of_process and c.role in printed
        else c
        for c in one.prose.claims
    )
    return replace(one, prose=replace(one.prose, claims=claims))


@judged_together
def test_a_total_score_above_its_weight_is_told_once():
    """The row 总分 of a form of scores: that it is above 100 is that it is above its weight."""
    told = (yield of_all(weight="100", score="104.5")).violated
    assert told & {"I-05", "N-46"} == {"N-46"}


@pytest.mark.parametrize(("rate", "told"), [("89.4", set()), ("98.4", {"N-22"})])
@judged_together
def test_the_rate_of_all_scores_is_judged_too(rate, told):
    assert (yield of_all(weight="100", score="89.4", rate=rate)).violated == told


@judged_together
def test_an_item_that_has_no_name_of_the_year_is_not_called_old():
    """职业高中教育 left the classification without another name of its code: there is nothing to say it should be."""
    words = (
        ITEM,
        f"13.教育支出（类）职业教育（款）职业高中教育（项）。年初预算为34.63万元，支出决算为35.33万元。{ITEM}",
    )
    assert "N-36" not in (yield saying(words)).violated


def class_below(one: Reading) -> Reading:
    """The reading of a university whose T1 prints the amount of 卫生健康支出 in the row below."""
    [form] = [f for f in one.forms if f.key == "T1"]
    health, energy = (next(a for a in form.amounts if a.code == code) for code in ("210", "211"))
    moved = {
        health: replace(health, text=energy.text, mark=energy.mark, number=energy.number),
        energy: replace(energy, text=health.text, mark=health.mark, number=health.number),
    }
    anew = replace(form, amounts=tuple(moved.get(a, a) for a in form.amounts))
    return replace(one, forms=tuple(anew if f is form else f for f in one.forms))


@judged_together
def test_a_class_in_the_wrong_row_of_a_university_is_told():
    """A university has no T4 and no T5; its T1 and T3 are held against each other all the same."""
    sound = reading(figures.report(3, university=True), layouts.layout("university"))
    assert (yield sound).violated == set()
    assert "C-18" in (yield class_below(sound)).violated


TOTALS = "江州大学2024年度收、支总计13385.04万元。"
CHANGED = (
    "学校2024年度收入总计13119.08万元，与2023年度相比，增加{total}万元，增长{growth}%。其中：财政拨款收入增加500.00万元，上级补助收入与2023年度持平，"
    "事业收入减少20.00万元，经营收入增加10.00万元，附属单位上缴收入增加5.00万元{other}。"
)
OTHER = "，其他收入减少45.00万元"


@pytest.mark.parametrize(
    ("total", "growth", "other", "told"),
    [
        ("450.00", "3.55", OTHER, set()),
        ("540.00", "4.29", OTHER, {"N-49"}),
        ("400.00", "3.14", OTHER, set()),
        ("540.00", "4.29", "", set()),
        ("450.00", "3.55", OTHER.replace("减少", "增加"), {"N-49"}),
    ],
)
@judged_together
def test_the_changes_of_all_sources_of_a_university_are_the_change_of_its_income(total, growth, other, told):
    """What is 400.00 beside parts of 450.00 may lack a source that last year alone had; where one is not named, nothing is judged."""
    words = CHANGED.format(total=total, growth=growth, other=other)
    university = reading(figures.report(3, university=True), layouts.layout("university"), (TOTALS, f"{TOTALS}{words}"))
    assert (yield university).violated == told


@pytest.mark.parametrize(("donated", "told"), [("44.20", set()), ("4,420.00", {"W2-03"})])
@judged_together
def test_donations_are_within_other_income(donated, told):
    """T1 of a university prints 其中：捐赠收入 below 其他收入."""
    one = reading(figures.report(3, university=True), layouts.layout("university"))
    [form] = [f for f in one.forms if f.key == "T1"]
    [other] = [a for a in form.amounts if a.line == "other"]
    rows = tuple(replace(a, row=a.row + 1) if a.row > other.row else a for a in form.amounts)
    within = replace(other, row=other.row + 1, line="within_donation", text=donated, number=read_number(donated).number)
    forms = tuple(replace(f, amounts=(*rows, within)) if f is form else f for f in one.forms)
    assert (yield replace(one, forms=forms)).violated == told


INCOME = "2024年度本年收入合计13119.08万元，其中："


def test_the_income_of_a_university_is_judged_wherever_it_is_said(tmp_path):
    """收入总计 below its own heading is 本年收入合计 once more."""
    words = (INCOME, "学校2024年度收入总计13119.08万元，其中：")
    connection = filled(tmp_path, [reading(figures.report(3, university=True), layouts.layout("university"), words)])
    judged = "select outcome from checks.outcome where identity_id = 'N-01' and contains(instance, 'income_total')"
    assert connection.execute(judged).fetchall() == [("exact",)]
