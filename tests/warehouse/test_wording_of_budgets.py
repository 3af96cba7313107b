"""Words of budgets are judged as those of final accounts are: what is left of the blank form, punctuation, units, years, names, comparisons."""

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from pipelines.doubts import Doubt
from pipelines.findings import tables
from pipelines.reading.readings import Reading
from tests.support.desk import desk, paragraphs
from tests.support.desk.asking import asked
from tests.support.desk.budgets.figures import figures
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.desk.together import Together
from tests.support.figures.figures import in_letters

judged_together = Together()

NUMBERS = count()
UNIT = "样本市样本局"
HEADING = "第四部分 财政拨款“三公”经费预算情况"
RECEPTION = "公务接待费较2023年年初预算增加{change}万元，主要用于接待。"


def saying(*said: str, doubt: str = "") -> Reading:
    """A budget with this prose, of a unit of its own, which stands where UNIT is said; doubt: what its reading noted of page 4."""
    unit = f"样本市样本{in_letters(next(NUMBERS))}局"
    sound = shanghai(figures(1, unit, 2024))
    noted = Doubt(
        scope="identity", page=4, reason=doubt.replace(UNIT, unit), detail="", remedy="look at the page", held=False
    )
    spoken = paragraphs.prose_of_budget(*(text.replace(UNIT, unit) for text in said), year=2024)
    return replace(sound, prose=spoken if said else sound.prose, doubts=(noted,) if doubt else ())


@pytest.mark.parametrize(
    ("said", "identity"),
    [
        ("公用经费主要包括（不涉及的不列）：办公费。", "PS-06"),
        ("商品和服务支出占基本支出预算%，主要用于办公。", "PS-06"),
        ("会议费预算较上年增加万元，主要用于年会。", "PS-06"),
        ("2024年财政拨款主要用于信息化建设。。", "PS-07"),
        ("会议费预算3.00为万元，主要用于年会。", "PS-08"),
        ("支出较上一度无变化。", "PS-08"),
        ("会议费预算较上年减少1.00万元,下降3.05个百分点。", "PS-08"),
        ("“教育支出”科目3.00万元，主要用于主要用于职工培训。", "PS-08"),
        ("样本市样本局样本市样本局2024年政策和项目全面实施绩效目标管理。", "PS-08"),
    ],
)
@judged_together
def test_slips_in_the_text_of_a_budget_are_told(said: str, identity: str):
    assert (yield saying("一、预算情况说明", said)).violated == {identity}


@pytest.mark.parametrize(
    "said",
    [
        "“教育支出”科目3.00万元，主要用于职工培训。",
        "样本市样本局2024年政策和项目全面实施绩效目标管理。",
        "12.样本市样本局样本市样本局办公楼维修项目绩效目标",
        "（一）样本市样本局样本市样本局2024年项目全面实施绩效目标管理。",  # a heading and its text, set as one
    ],
)
@judged_together
def test_sound_words_of_a_budget_are_not_told(said: str):
    assert (yield saying("一、预算情况说明", said)).violated == set()


@pytest.mark.parametrize(
    ("doubt", "told"),
    [
        ("table title says year 2023, the report goes by 2024", {"PS-02"}),
        ("heading says unit 另一市样本局, the report goes by 样本市样本局", {"PS-03"}),
    ],
)
@judged_together
def test_another_year_or_unit_in_a_title_of_a_budget_is_told(doubt: str, told: set[str]):
    assert (yield saying(doubt=doubt)).violated == told


def test_years_of_several_titles_are_listed_without_quotation_marks(tmp_path):
    one = saying(doubt="table title says year 2023, the report goes by 2024")
    other = replace(one.doubts[0], reason="table title says year 2022, the report goes by 2024")
    connection = desk.filled(tmp_path, [replace(one, doubts=(*one.doubts, other))])
    tables.write(asked(connection))
    [(told,)] = connection.execute("select sentence_zh from findings.finding").fetchall()
    assert "表名写作2022、2023年度，报告为2024年度" in told


@judged_together
def test_the_year_that_the_running_text_speaks_of_is_no_title():
    noted = Doubt(
        scope="identity", page=None, reason="running text says year 2023, the report goes by 2024", detail="2023",
        remedy="look at the page", held=False,
    )  # fmt: skip
    assert (yield replace(saying(), doubts=(noted,))).violated == set()


@pytest.mark.parametrize(("change", "told"), [("0.00", {"PN-30"}), ("1.00", {"PN-30"})])
@judged_together
def test_a_cost_is_not_said_to_be_less_that_did_not_fall(change: str, told: set[str]):
    later = "2024年公务接待费预算数比2023年减少的主要原因是厉行节约。"
    assert (yield saying(HEADING, RECEPTION.format(change=change) + later)).violated == told


@judged_together
def test_a_comparison_said_twice_alike_is_not_told():
    later = "2024年公务接待费预算数比2023年增加的主要原因是接待增多。"
    assert (yield saying(HEADING, RECEPTION.format(change="1.00") + later)).violated == set()


@pytest.mark.parametrize(("word", "told"), [("下降", set()), ("增长", {"PN-30"})])
@judged_together
def test_a_reason_that_says_the_word_of_a_change_of_nothing_again_is_no_contradiction(word: str, told: set[str]):
    said = f"会议费预算0.00万元。与2023年预算相比，减少0.00万元，下降0%。{word}的原因是少开会议。"
    assert (yield saying(HEADING, said)).violated == told


@pytest.mark.parametrize(("rate", "told"), [("127.27", {"PN-81"}), ("100.00", set())])
@judged_together
def test_no_budget_grows_from_zero_by_another_rate_than_the_usual_one(rate: str, told: set[str]):
    said = f"会议费预算9.00万元，比2023年预算增加9.00万元，增长{rate}%。"
    assert (yield saying(HEADING, said)).violated == told


def test_what_is_quoted_of_a_slip_is_a_whole_clause(tmp_path: Path):
    clause = "本单位没有使用政府性基金预算财政拨款和国有资本经营预算财政拨款安排的支出"
    connection = desk.filled(tmp_path, [saying("一、预算情况说明", f"2024年，{clause}。。")])
    query = "select note from checks.outcome where identity_id = 'PS-07' and outcome = 'violation'"
    assert connection.execute(query).fetchall() == [(f"{clause}。。",)]
