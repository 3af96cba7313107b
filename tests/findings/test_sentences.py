"""What a finding says of its suspects and of quotients: nothing twice, no number blamed that may be right."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.findings import accusations, comparisons
from pipelines.findings.accusations import Twin
from pipelines.findings.localization.error_patterns import Slip
from pipelines.findings.localization.story import Story, Suspect, SuspectSet, Violation
from pipelines.findings.places import Place, Source
from pipelines.findings.sentences import LeadText, sentences
from pipelines.vocabulary import Interval


def place(name: str, text: str, counted_in: str = "万元", page: int = 3, form: str = "") -> Place:
    return Place(page=page, name=name, text=text, counted_in=counted_in, decimals=2, form=form)


def suspect(amount_id: str, printed: str, should: str) -> Suspect:
    exact = Decimal(should)
    return Suspect(amount_id, Decimal(printed), Interval(exact, exact), Slip("unknown"))


ROWS = {
    "a": place("支出表 甲 基本支出", "1.00", form="支出表"),
    "b": place("支出表 乙 基本支出", "1.00", form="支出表"),
    "c": place("“支出决算为2.00万元”", "2.00", page=9),
}


def test_suspects_that_print_the_same_and_should_be_the_same_are_told_once():
    zh, en = accusations.accusing([[suspect("a", "10000", "50000"), suspect("b", "10000", "50000")]], ROWS, {})
    assert zh == "第3页 支出表 甲 基本支出、乙 基本支出：均印为1.00万元，按报告其他各数应为5.00万元"
    assert en == (
        "page 3, 支出表 甲 基本支出 and 乙 基本支出: 1.00万元 is printed in each, the other numbers of the report give 5.00万元"
    )


def test_where_a_number_should_stand_a_blank_is_called_one():
    blank = {"a": place("支出表 甲 基本支出", "", form="支出表")}
    zh, en = accusations.accusing([[suspect("a", "0", "50000")]], blank, {})
    assert zh == "第3页 支出表 甲 基本支出：印为空白，按报告其他各数应为5.00万元"
    assert en == "page 3, 支出表 甲 基本支出: nothing is printed, the other numbers of the report give 5.00万元"


def test_of_sets_of_several_numbers_not_each_number_is_called_the_wrong_one():
    sets = [[suspect("a", "10000", "50000"), suspect("b", "10000", "60000")], [suspect("c", "20000", "70000")]]
    zh, _ = accusations.accusing(sets, ROWS, {})
    assert zh.startswith("以下各组中有一组的数有误，报告本身无从区分：（1）第3页 支出表 甲 基本支出：印为1.00万元，")
    assert "；（2）第9页 “支出决算为2.00万元”" in zh


def test_a_number_that_ends_a_quoted_clause_is_not_said_twice():
    twins = {"a": Twin(ROWS["c"], Decimal(20000), "N-08")}
    zh, en = accusations.accusing([[suspect("a", "10000", "20000")]], ROWS, twins)
    assert zh.endswith("印为1.00万元，而第9页写“支出决算为2.00万元”")
    assert en.endswith("1.00万元 is printed, while page 9 says “支出决算为2.00万元”")


def test_how_far_the_last_digit_is_off_is_told_from_the_number_that_is_quoted():
    """Rounding may hide a part of it; who reads both numbers sees all of it."""
    off = Suspect("a", Decimal(10000), Interval(Decimal(10200), Decimal(10400)), Slip("rounding_plug"))
    alone, _ = accusations.accusing([[off]], ROWS, {})
    assert alone.endswith("按报告其他各数应为1.02–1.04万元（末位差0.02万元）")
    zh, en = accusations.accusing([[off]], ROWS, {"a": Twin(ROWS["c"], Decimal(10300), "PN-11")})
    assert zh.endswith("（末位差0.03万元）")
    assert en.endswith("(the last digit is off by 0.03万元)")


def test_how_far_the_last_digit_is_off_is_told_of_the_printed_digits():
    """A number printed with more digits is rounded first: 91.234971 is 91.23, and 91.24 is one off, not 0.005029."""
    one = place("“收入91.24万元”", "91.24")
    finer = replace(place("收支总表 收入", "91.234971", page=9), decimals=6)
    off = Suspect("a", Decimal(912400), Interval(Decimal(912349), Decimal(912350)), Slip("rounding_plug"))
    zh, _ = accusations.accusing([[off]], {"a": one}, {"a": Twin(finer, Decimal("912349.71"), "PN-01")})
    assert zh.endswith("而第9页 收支总表 收入为91.234971万元（末位差0.01万元）")


def test_project_expenditure_is_no_project_whose_name_is_left_out():
    numbers = (
        place("项目支出", "13.22", "%"), place("项目支出“比上年减少12.00万元”", "12.00"), place("项目支出“项目支出43.00万元”", "43.00"),
    )  # fmt: skip
    zh, _ = comparisons.quotient(numbers, Decimal("21.82"))
    assert zh == "第3页 项目支出为13.22%，而按项目支出“比上年减少12.00万元”与项目支出“项目支出43.00万元”计算为21.82%"


def test_a_quotient_names_its_project_once():
    table = "“设备采购”项目自评表"
    numbers = (
        place(f"{table}执行率", "1000", "%"), place(f"{table}全年执行数", "400"), place(f"{table}全年预算数", "400"),
    )  # fmt: skip
    zh, _ = comparisons.quotient(numbers, Decimal(100))
    assert zh == "第3页 “设备采购”项目自评表执行率为1000%，而按全年执行数的400万元与全年预算数的400万元计算为100.00%"


def test_the_explanation_of_a_budget_is_no_other_report():
    """Its file has no tables and no version; a later version of the tables has both."""
    tables = Source(report_id="b", year=2019, unit_name="江苏省样本局", level="", version=1)
    explanation = replace(tables, report_id="a", level="部门", version=None)
    assert (explanation.zh(tables), explanation.en(tables)) == ("情况说明", "the explanation (情况说明)")
    assert (tables.zh(explanation), tables.en(explanation)) == ("报表", "the tables (报表)")
    assert replace(tables, report_id="c", version=2).zh(tables) == "2019年第2版报告"
    assert replace(explanation, year=2018).zh(tables) == "2018年部门报告"


def test_the_report_of_another_level_is_named_in_the_language_of_the_sentence():
    own = Source(report_id="a", year=2026, unit_name="江苏省样本局", level="单位", version=1)
    other = Source(report_id="b", year=2026, unit_name="江苏省样本局", level="部门", version=1)
    assert own.zh(other) == "2026年单位报告"
    assert own.en(other) == "the report of 2026 (unit)"


def test_numbers_of_one_clause_are_told_by_the_clause_once():
    """The kinds of vehicles stand in one clause: it is quoted once, and no number of it is picked out."""
    cars = place("“共有车辆4辆”", "4", "辆", page=18)
    kinds = [place("“其中：机要通信用车1辆、应急保障用车2辆”", text, "辆", page=18) for text in "12"]
    places = {"cars": cars, "one": kinds[0], "two": kinds[1]}
    sides = comparisons.Sides(
        stated_ids=("cars",), expected_ids=("one", "two"), limit=None, stated=Decimal(4), expected=Decimal(3), reason="",
        is_unexplained=False,
    )  # fmt: skip
    zh, en = comparisons.differing(sides, places, is_balanced=False)
    assert zh == (
        "第18页 “共有车辆4辆”，而第18页 “其中：机要通信用车1辆、应急保障用车2辆”，算得3.00辆，差1.00辆；报告本身无法判断哪一个有误"
    )
    assert "(“其中" not in en and en.count("其中") == 1
    assert "(page 18) gives 3.00辆" in en


def test_a_clause_in_which_several_things_are_named_is_quoted_once():
    clause = "“其中：货物预算1.00万元、工程预算2.00万元”"
    parts = {
        name: place(f"{name}{clause}", text)
        for name, text in (("政府采购货物支出", "1.00"), ("政府采购工程支出", "2.00"))
    }
    places = {"all": place("政府采购支出“预算总额4.00万元”", "4.00"), **parts}
    sides = comparisons.Sides(
        stated_ids=("all",), expected_ids=tuple(parts), limit=None, stated=Decimal(40000), expected=Decimal(30000), reason="",
        is_unexplained=False,
    )  # fmt: skip
    zh, en = comparisons.differing(sides, places, is_balanced=False)
    assert zh == (
        f"第3页 政府采购支出“预算总额4.00万元”，而第3页 {clause}，算得3.00万元，差1.00万元；报告本身无法判断哪一个有误"
    )
    assert f"while {clause} (page 3) gives 3.00万元" in en


def test_two_clauses_of_one_wording_are_no_clause_of_two_numbers():
    said = "“比上年增加2.00万元”"
    places = {name: place(f"{name}{said}", "2.00") for name in ("财政拨款支出", "一般公共预算支出", "政府性基金支出")}
    whole, *parts = places
    sides = comparisons.Sides(
        stated_ids=(whole,), expected_ids=tuple(parts), limit=None, stated=Decimal(20000), expected=Decimal(40000), reason="",
        is_unexplained=False,
    )  # fmt: skip
    zh, _ = comparisons.differing(sides, places, is_balanced=False)
    assert zh.startswith(
        f"第3页 财政拨款支出{said}，而第3页 一般公共预算支出{said}、第3页 政府性基金支出{said}，算得4.00万元"
    )


def test_a_number_below_zero_is_said_to_be_so():
    sides = comparisons.Sides(
        stated_ids=(), expected_ids=("one",), limit=Decimal(0), stated=Decimal(0), expected=Decimal(-64500), reason="",
        is_unexplained=False,
    )  # fmt: skip
    zh, en = comparisons.exceeding("I-01", sides, {"one": place("支出决算表 农业 项目支出", "-6.45")})
    assert zh == "第3页 支出决算表 农业 项目支出为-6.45万元，小于0"
    assert en == "-6.45万元 (支出决算表 农业 项目支出, page 3) is below zero"


def growth(rate: Suspect, change: Suspect, quotient: str) -> tuple[Story, LeadText]:
    """A growth that does not follow from the change and the amount beside it, of which the rate is suspected first."""
    story = Story(
        key="k", report_id="r", lead=Violation("N-02", "n1", "error"), symptoms=(), is_only=False, is_capped=False, is_between=False,
        is_balanced=False, sets=(SuspectSet(1, 1, 1.0, (rate,)), SuspectSet(2, 1, 1.03, (change,))),
    )  # fmt: skip
    lead = LeadText(
        identity_id="N-02", zh="规则", en="rule", note="", page=3, amounts=("rate", "change", "value"), quotient=Decimal(quotient),
        relation="=", sides=None, fault=None, sheets={},
    )  # fmt: skip
    return story, lead


def test_of_a_rate_and_its_change_that_are_both_off_by_the_last_digit_neither_is_accused():
    """362.41 for 362.47: the rate of 13.64% beside it is right, and alone it is off by its last digit too."""
    places = {
        "rate": place("增长", "13.64", "%"),
        "change": place("增加", "362.41"),
        "value": place("收、支总计", "3020.55"),
    }
    rate = Suspect("rate", Decimal("13.64"), Interval(Decimal("13.628"), Decimal("13.639")), Slip("rounding_plug"))
    change = Suspect("change", Decimal(3624100), Interval(Decimal(3624285), Decimal(3626735)), Slip("rounding_plug"))
    story, lead = growth(rate, change, "13.63")
    zh, _ = sentences(story, [lead], places, {})
    assert "报告本身无法判断哪一个有误" in zh and "应为" not in zh
    farther = SuspectSet(2, 1, 1.03, (replace(change, slip=Slip("unknown")),))
    borne_out = SuspectSet(2, 1, 1.1, (change,))
    for other in (farther, borne_out):
        assert "应为" in sentences(replace(story, sets=(story.sets[0], other)), [lead], places, {})[0]


def test_of_a_rate_and_a_change_that_no_form_bears_out_neither_is_accused():
    """增加346.79万元 for 326.79, 增长9.29%: the rate is right, and held by fewer identities."""
    places = {"rate": place("增长", "9.29", "%"), "change": place("增加", "346.79"), "value": place("支出", "3843.28")}
    rate = Suspect("rate", Decimal("9.29"), Interval(Decimal("9.91"), Decimal("9.92")), Slip("unknown"))
    change = Suspect("change", Decimal(3467900), Interval(Decimal(3265000), Decimal(3269000)), Slip("unknown"))
    story, lead = growth(rate, change, "9.92")
    assert "报告本身无法判断哪一个有误" in sentences(story, [lead], places, {})[0]
    borne_out = SuspectSet(2, 1, 1.1, (change,))
    farther = SuspectSet(2, 1, 1.03, (replace(change, implied=Interval(Decimal(3281000), Decimal(3284000))),))
    for other in (borne_out, farther):
        assert "应为" in sentences(replace(story, sets=(story.sets[0], other)), [lead], places, {})[0]


@pytest.mark.parametrize(("rate", "is_open"), [("100", True), ("100.00", True), ("90", False), ("1100", False)])
def test_a_growth_from_nothing_is_not_accused_where_its_amount_may_be_wrong(rate: str, is_open: bool):
    """支出188.01万元 for 181.01, 增加181.01万元, 增长100%: what grew from nothing is said to grow by 100%."""
    places = {
        "rate": place(f"“增长{rate}%”", rate, "%"),
        "change": place("增加", "181.01"),
        "value": place("支出", "188.01"),
    }
    stated = Suspect("rate", Decimal(rate), Interval(Decimal(2584), Decimal(2588)), Slip("unknown"))
    change = Suspect("change", Decimal(1810100), Interval(Decimal(940000), Decimal(940100)), Slip("unknown"))
    story, lead = growth(stated, change, "2585.86")
    zh, _ = sentences(story, [lead], places, {})
    assert ("报告本身无法判断哪一个有误" in zh, "应为" in zh) == (is_open, not is_open)


def test_no_amount_is_accused_where_its_share_may_be_cut_off_instead_of_rounded():
    """63.72% printed as 63%: the amount is suspected first, as fewer identities hold it, and the share by its last digit."""
    places = {
        "share": place("占本年收入", "63", "%"), "part": place("财政拨款收入", "159.30"), "whole": place("本年收入合计", "250.00"),
    }  # fmt: skip
    amount = Suspect("part", Decimal(1593000), Interval(Decimal(1562500), Decimal(1587500)), Slip("unknown"))
    cut_off = Suspect("share", Decimal(63), Interval(Decimal("63.22"), Decimal("64.22")), Slip("rounding_plug"))
    story = Story(
        key="k", report_id="r", lead=Violation("N-03", "n1", "error"), symptoms=(), is_only=False, is_capped=False, is_between=False,
        is_balanced=False, sets=(SuspectSet(1, 1, 1.0, (amount,)), SuspectSet(2, 1, 1.1, (cut_off,))),
    )  # fmt: skip
    lead = LeadText(
        identity_id="N-03", zh="规则", en="rule", note="", page=3, amounts=("share", "part", "whole"), quotient=Decimal("63.72"),
        relation="=", sides=None, fault=None, sheets={},
    )  # fmt: skip
    zh, _ = sentences(story, [lead], places, {})
    assert "报告本身无法判断哪一个有误" in zh and "应为" not in zh
    told = replace(story, sets=(SuspectSet(1, 1, 1.0, (replace(amount, slip=Slip("digits_swapped")),)), story.sets[1]))
    assert "应为" in sentences(told, [lead], places, {})[0]
    guessed = "也可能是同一勾稽中的其他数有误"
    assert guessed in sentences(told, [lead], places, {})[0]
    assert guessed not in sentences(replace(told, sets=told.sets[:1]), [lead], places, {})[0]


def _sum_story(*sets: SuspectSet) -> tuple[Story, LeadText]:
    """A sum of two numbers that fails alone, and the changes that would mend it."""
    sides = comparisons.Sides(
        stated_ids=("all",), expected_ids=("one", "other"), limit=None, stated=Decimal(9901300), expected=Decimal(6901300), reason="",
        is_unexplained=False,
    )  # fmt: skip
    story = Story(
        key="k", report_id="r", lead=Violation("PN-18", "n1", "error"), symptoms=(), is_only=False, is_capped=False, is_between=False,
        is_balanced=False, sets=sets,
    )  # fmt: skip
    lead = LeadText(
        identity_id="PN-18", zh="规则", en="rule", note="", page=3, amounts=("all", "one", "other"), quotient=None, relation="=", sides=sides,
        fault=None, sheets={},
    )  # fmt: skip
    return story, lead


SUMMED = {
    "all": place("基本支出", "990.13"), "one": place("人员经费", "631.80"), "other": place("公用经费", "58.33"),
}  # fmt: skip


def test_of_the_numbers_of_a_sum_none_is_accused_only_because_fewer_identities_hold_it():
    """增加303.45万元 for 303.54 beside 0 last year: nothing but an inequality holds the change, and nothing the 0."""
    first = SuspectSet(1, 1, 1.0, (suspect("other", "583300", "3583300"),))
    second = SuspectSet(2, 1, 1.02, (suspect("one", "6318000", "9318000"),))
    story, lead = _sum_story(first, second)
    assert "报告本身无法判断哪一个有误" in sentences(story, [lead], SUMMED, {})[0]
    borne_out = SuspectSet(2, 1, 1.1, second.suspects)
    assert "应为" in sentences(replace(story, sets=(first, borne_out)), [lead], SUMMED, {})[0]


@pytest.mark.parametrize(("slip", "is_open"), [("digit_lost", True), ("row_slipped", True), ("digits_swapped", False)])
def test_a_slip_that_a_difference_of_one_digit_fits_by_chance_accuses_no_number(slip: str, is_open: bool):
    """631.80 for 931.80: 58.33 would have lost the digit 3 as well, and is right."""
    lost = replace(suspect("other", "583300", "3583300"), slip=Slip(slip))
    one_digit = suspect("one", "6318000", "9318000")
    story, lead = _sum_story(SuspectSet(1, 1, 1.0, (lost,)), SuspectSet(2, 1, 1.0, (one_digit,)))
    zh = sentences(story, [lead], SUMMED, {})[0]
    assert ("报告本身无法判断哪一个有误" in zh) is is_open
    assert ("也可能是同一勾稽中的其他数有误" in zh) is not is_open
    farther = suspect("one", "6318000", "9518000")
    story, lead = _sum_story(SuspectSet(1, 1, 1.0, (lost,)), SuspectSet(2, 1, 1.0, (farther,)))
    assert "也可能是同一勾稽中的其他数有误" in sentences(story, [lead], SUMMED, {})[0]


def test_of_groups_of_many_numbers_none_is_told_as_the_wrong_one():
    """A total of 人员经费 that its own rows give, another form gives otherwise: any row could be meant, and so could the other form."""
    places = {key: place(f"总表 {key} 人员经费", "30.00", form="总表") for key in "abcde"}
    places["other"] = place("基本支出表 合计 人员经费", "20.00", page=9)
    sides = comparisons.Sides(
        stated_ids=("a",), expected_ids=("other",), limit=None, stated=Decimal(300000), expected=Decimal(200000), reason="",
        is_unexplained=False,
    )  # fmt: skip
    groups = [tuple(suspect(key, "300000", "200000") for key in keys) for keys in ("abc", "ade")]
    story = Story(
        key="k", report_id="r", lead=Violation("PC-08", "personnel", "error"), symptoms=(Violation("PC-08", "public", "error"),),
        is_only=False, is_capped=False, is_between=False, is_balanced=False, sets=tuple(SuspectSet(1, 3, 3.0, one) for one in groups),
    )  # fmt: skip
    lead = LeadText(
        identity_id="PC-08", zh="规则", en="rule", note="", page=3, amounts=("a", "other"), quotient=None, relation="=", sides=sides,
        fault=None, sheets={},
    )  # fmt: skip
    zh, _ = sentences(story, [lead, lead], places, {})
    assert zh == (
        "第3页 总表 a 人员经费印为30.00万元，而第9页 基本支出表 合计 人员经费为20.00万元，差10.00万元；"
        "报告本身无法判断哪一个有误，另有1处勾稽随之不符。规则（PC-08）。"
    )
    few = replace(story, sets=tuple(SuspectSet(1, 2, 2.0, one[:2]) for one in groups))
    assert "以下各组中有一组的数有误" in sentences(few, [lead, lead], places, {})[0]


def test_one_sum_that_fails_alone_accuses_no_several_numbers():
    """A part that the prose leaves out: total and parts agree with their forms, and one sum fails."""
    both = (suspect("one", "6318000", "9318000"), suspect("other", "583300", "3583300"))
    story, lead = _sum_story(SuspectSet(1, 2, 2.2, both))
    assert "报告本身无法判断哪一个有误" in sentences(story, [lead], SUMMED, {})[0]
    again = replace(story, symptoms=(Violation("PN-18", "n2", "error"),))
    assert "以下各处均有误" in sentences(again, [lead, lead], SUMMED, {})[0]


def test_a_sum_that_holds_once_a_change_goes_the_other_way_accuses_no_number():
    sets = SuspectSet(1, 1, 1.0, (suspect("one", "1500000", "0"),))
    story, lead = _sum_story(sets)
    turned = replace(story, symptoms=(Violation("PN-34", "n1", "error"),))
    assert "报告本身无法判断哪一个有误" in sentences(turned, [lead, lead], SUMMED, {})[0]
    of_a_form = SUMMED | {"one": place("人员经费", "150.00", form="表")}
    assert "应为0.00万元" in sentences(turned, [lead, lead], of_a_form, {})[0]


def test_where_a_row_may_be_left_out_its_neighbour_is_not_accused():
    """An item of T2 that is not there: the only other one of its 款 would do, in both columns."""
    sets = SuspectSet(1, 1.5, 1.6, (suspect("one", "6318000", "9318000"), suspect("other", "6318000", "9318000")))
    story, lead = _sum_story(sets)
    columns = [Violation("W2-02", f"T2 21011 {column}", "fatal") for column in ("total", "fiscal")]
    alike = replace(story, lead=columns[0], symptoms=(columns[1],))
    assert "报告本身无法判断哪一个有误，另有1处" in sentences(alike, [lead, lead], SUMMED, {})[0]
    elsewhere = replace(alike, symptoms=(Violation("C-12", "2101101 total", "error"),))
    assert "应为" in sentences(elsewhere, [lead, lead], SUMMED, {})[0]


def test_a_sum_that_fails_alone_beside_a_blank_may_lack_what_is_not_printed():
    blank = SUMMED | {"other": place("公用经费", "")}
    sets = (
        SuspectSet(1, 1, 1.0, (suspect("one", "6318000", "9318000"),)),
        SuspectSet(2, 1, 1.3, (suspect("other", "0", "3000000"),)),
    )
    story, lead = _sum_story(*sets)
    assert "报告本身无法判断哪一个有误" in sentences(story, [lead], blank, {})[0]


def test_of_more_groups_than_are_listed_the_first_is_not_told_as_the_wrong_one():
    """An amount that slipped a column takes from both totals what any item of both columns may: the right row may not be in the list."""
    sets = [
        SuspectSet(n, 2, 2.0 + n, (suspect(one, "6318000", "6018000"), suspect("all", "1", "2")))
        for n, one in enumerate(("one", "other"), 1)
    ]
    story, lead = _sum_story(*sets)
    story = replace(story, symptoms=(Violation("PN-18", "n2", "error"),), is_capped=True)
    assert "报告本身无法判断哪一个有误，另有1处勾稽随之不符" in sentences(story, [lead, lead], SUMMED, {})[0]
    assert "以下各处均有误" in sentences(replace(story, is_capped=False), [lead, lead], SUMMED, {})[0]
    slipped = tuple(replace(one, slip=Slip("column_slipped", "other")) for one in sets[0].suspects)
    telling = replace(story, sets=(replace(sets[0], suspects=slipped), sets[1]))
    assert "以下各处均有误" in sentences(telling, [lead, lead], SUMMED, {})[0]


def test_words_that_quote_the_prose_are_not_quoted_once_more():
    story = Story(
        key="k", report_id="r", lead=Violation("B-08", "n1", "info"), symptoms=(), is_only=True, is_capped=False, is_between=False,
        is_balanced=False, sets=(),
    )  # fmt: skip
    lead = LeadText(
        identity_id="B-08", zh="规则", en="rule", note="公务员医疗补助“年初预算为35.65万元”", page=3, amounts=(), quotient=None, relation="<=",
        sides=None, fault=None, sheets={},
    )  # fmt: skip
    assert sentences(story, [lead], {}, {})[0] == "第3页：公务员医疗补助“年初预算为35.65万元”。规则（B-08）。"
    plain = sentences(story, [replace(lead, note="年初预算")], {}, {})[0]
    assert plain == "第3页：“年初预算”。规则（B-08）。"
