"""What is judged of sentences that templates of final accounts allow: items told twice, kinds of units, guests from abroad, scores told again."""

from dataclasses import replace

import pytest

from pipelines.prose.score_tables import score_claims
from pipelines.reading.readings import Reading
from tests.support.desk import paragraphs
from tests.support.desk.desk import reading
from tests.support.desk.together import Together
from tests.support.figures import figures
from tests.support.paper import drafts, layouts

judged_together = Together()

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
ITEMS = "（三）一般公共预算财政拨款支出决算具体情况"
UNITS = "（二）机构设置"
VISITS = "七、财政拨款“三公”经费支出决算情况说明"
WHOLE = "一般公共预算财政拨款支出年初预算为{}万元，支出决算为50.00万元，完成年初预算的100.00%。其中："
NAMES = (
    "统计信息事务（款）专项普查活动（项）",
    "群众团体事务（款）一般行政管理事务（项）",
    "组织事务（款）一般行政管理事务（项）",
)
KINDS = ("行政单位1个：江州市云溪区园林局", "全额拨款事业单位3个：公园一处、公园二处、苗圃")
COUNTED = "“三公”经费包括本单位所属1个行政单位、{}个事业单位。"
ABROAD = "全年安排因公出国"
VISITED = "国内公务接待12批次、96人次。"
HEAD = ["评价内容", "分值", "评价得分"]


def saying(*said: str) -> Reading:
    """A report whose prose is no more than this."""
    one = reading(REPORT, DISTRICT)
    return replace(one, prose=replace(one.prose, claims=tuple(paragraphs.claims(*said))))


def items(whole: str, *told: tuple[str, str]) -> Reading:
    """Items whose amount stands beside their name and after their budget: budget and final of each."""
    said = [
        f"{n}、一般公共服务支出（类）{name}{final}万元。主要用于：日常工作。年初预算为{budget}万元，支出决算为{final}万元。"
        for n, (name, (budget, final)) in enumerate(zip(NAMES, told, strict=True), 1)
    ]
    return saying(ITEMS, WHOLE.format(whole), *said)


@pytest.mark.parametrize(
    ("whole", "last", "outcomes"),
    [
        ("50.00", ("20.00", "20.00"), {"exact"}),
        ("50.00", ("25.00", "20.00"), {"violation"}),
        ("50.00", ("20.00", "25.00"), {"not_evaluable"}),
    ],
)
@judged_together
def test_an_item_whose_amount_stands_beside_its_name_is_one_item(whole, last, outcomes):
    assert (yield items(whole, ("18.00", "18.00"), ("12.00", "12.00"), last)).all_of("B-07") == outcomes


@pytest.mark.parametrize(
    ("whole", "last", "is_accused"),
    [("61.50", "20.00", False), ("50.00", "25.00", True), ("50.00", "0.00", True)],
)
@judged_together
def test_where_the_listed_budgets_are_less_than_their_total_no_number_is_accused(whole, last, is_accused):
    """An item with a budget of which nothing was spent may not be listed; where one is, all are."""
    one = items(whole, ("18.00", "18.00"), ("12.00", "32.00"), ("7.00", "0.00")) if last == "0.00" else items(whole, ("18.00", "18.00"), ("12.00", "12.00"), (last, "20.00"))  # fmt: skip
    told = yield one
    violated = "select amount_ids from checks.outcome where report_id = $report and identity_id = 'B-07' and outcome = 'violation'"
    [(amounts,)] = told.ask(violated)
    assert bool([amount for amount in amounts or () if amount]) == is_accused


@pytest.mark.parametrize(
    ("kinds", "counted", "outcomes"),
    [
        (KINDS, 3, {"exact"}),
        (KINDS, 4, {"violation", "exact"}),
        ((*KINDS, "参照公务员法管理的事业单位1个：绿化监察队"), 4, {"not_evaluable"}),
        ((*KINDS, "自收自支事业单位2个：医院、宾馆"), 5, {"exact", "not_evaluable"}),
    ],
)
@judged_together
def test_units_of_several_kinds_are_compared_where_one_number_says_them_all(kinds, counted, outcomes):
    assert (yield saying(UNITS, *kinds, VISITS, COUNTED.format(counted))).all_of("N-29") == outcomes


@pytest.mark.parametrize(
    ("visits", "is_told"),
    [
        ("主要用于调研及外宾接待，公务接待12批次、96人次，其中：接待外宾1批次、6人次。", False),
        ("国（境）外公务接待1批次、6人次。", True),
        ("其中：接待外宾1批次、6人次。", True),
    ],
)
@judged_together
def test_guests_from_abroad_do_not_hide_the_others(visits, is_told):
    assert ("N-43" in (yield reading(REPORT, DISTRICT, (VISITED, visits))).violated) == is_told


@pytest.mark.parametrize(("score", "is_told"), [("37.4", False), ("34.7", True)])
@judged_together
def test_a_score_in_a_table_and_in_a_sentence_is_the_same(score, is_told):
    said = paragraphs.claims("一、绩效评价工作开展情况", f"项目产出方面。该指标分值40分，评价得分{score}分。")
    rows = [HEAD, ["项目决策", "60", "55.00"], ["项目产出", "40", "37.40"], ["综合得分", "100", "92.40"]]
    one = reading(REPORT, DISTRICT)
    made = score_claims([drafts.page(90, [], drafts.grid(rows))], len(said), 1 + max(c.statement for c in said))
    told = yield replace(one, prose=replace(one.prose, claims=(*said, *made)))
    assert ("N-27" in told.violated) == is_told


@pytest.mark.parametrize(
    ("domestic", "foreign", "outcome"),
    [("1.28", "0.35", "exact"), ("0.93", "0.35", "violation"), ("1.28", "0.00", "exact")],
)
@judged_together
def test_receptions_at_home_that_include_guests_from_abroad_are_all(domestic, foreign, outcome):
    told = f"公务接待费支出1.28万元。其中：国内公务接待支出{domestic}万元（含外宾接待支出{foreign}万元）。{VISITED}"
    assert outcome in (yield reading(REPORT, DISTRICT, (VISITED, told))).all_of("N-56")


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("公务接待费比2023年度决算数减少1.00万元。", False),
        ("公务接待费比2022年度决算数减少1.00万元。", True),
        ("公务接待费与2024年度相比减少1.00万元。", True),
        ("公务接待费比2024年度预算数减少1.00万元。", False),
        ("公务接待费比2022年度减少1.00万元，比2023年度减少2.00万元。", False),
        ("公务接待费比2019年度减少1.00万元。", False),
        ("参与2022年增殖放流活动。", False),
        ("2022年公务接待费减少。", False),
    ],
)
@judged_together
def test_the_year_compared_with_is_the_year_before(words, is_told):
    told = f"公务接待费比2023年度决算数持平。因公出国（境）费比2023年度决算数持平。{words}{ABROAD}"
    assert ("N-61" in (yield reading(REPORT, DISTRICT, (ABROAD, told))).violated) == is_told


@judged_together
def test_a_report_that_never_names_the_year_before_is_not_judged_by_it():
    assert (
        "N-61"
        not in (
            yield reading(
                REPORT,
                DISTRICT,
                (ABROAD, f"公务接待费比2022年度决算数持平。{ABROAD}"),
                ("比2023年", "比上年"),
                ("与2023年", "与上年"),
            )
        ).violated
    )
