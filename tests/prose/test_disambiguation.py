"""Every reading of an ambiguous claim is tried, and the one the figures bear out is stored."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from pipelines.forms.forms import Amount, Form
from pipelines.prose.disambiguation import fit
from pipelines.prose.economic_items import economic
from pipelines.prose.item_names import ItemNames
from pipelines.prose.named_items import items
from pipelines.vocabulary import Number
from tests.support.desk.paragraphs import claims, running

INCOME = "二、收入决算情况说明"
FISCAL = "四、财政拨款收入支出决算总体情况说明"
SPENDING = "三、支出决算情况说明"
OVERALL = "一、收入支出决算总体情况说明"
ITEMS = "（三）一般公共预算财政拨款支出决算具体情况"
BOUGHT = "（二）政府采购支出情况"
VISITS = "七、财政拨款“三公”经费支出决算情况说明"


def fitted(role: str, *paragraphs: str) -> list[tuple]:
    return [
        (c.text, c.base, c.fitted, c.fits) for c in fit(claims(*paragraphs), (), running(*paragraphs)) if c.role == role
    ]


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("占政府采购支出总额的39.33%", ("39.33", "procurement", "procurement", True)),
        ("占授予中小企业合同金额的90.33%", ("90.33", "procurement_sme", "procurement_sme", True)),
        ("占政府采购支出总额的90.33%", ("90.33", "procurement", "procurement_sme", True)),
        ("占授予中小企业合同金额的39.33%", ("39.33", "procurement_sme", "procurement", True)),
        ("占39.33%", ("39.33", "unstated", "procurement", True)),
        ("占政府采购支出总额的40.33%", ("40.33", "procurement", None, False)),
    ],
)
def test_both_denominators_of_the_share_for_small_firms_are_tried(share, expected):
    told = f"政府采购支出总额3408.23万元。授予中小企业合同金额1483.82万元，其中：授予小微企业合同金额1340.35万元，{share}。"
    assert fitted("share", BOUGHT, told) == [expected]


def test_the_total_of_another_section_may_be_the_denominator():
    told = (SPENDING, "本年支出合计457,676.75万元。", FISCAL, "财政拨款支出总计237,100.00万元，其中基本支出199,015.13万元，占总支出的83.94%。")  # fmt: skip
    assert fitted("share", *told) == [("83.94", "expenditure_total", "fiscal_expenditure", True)]


@pytest.mark.parametrize(("base", "share"), [("“三公”经费的", "40.84"), ("", "40.84")])
def test_nothing_is_a_share_of_a_balance_that_it_happens_to_fit(base, share):
    """40.84% is of the three public expenses, and wrong; of what the year opens with, 54.68, it would be right."""
    told = (OVERALL, "年初结转和结余54.68万元。", VISITS, f"“三公”经费支出56.50万元，其中：因公出国（境）费22.34万元，占{base}{share}%。")  # fmt: skip
    [(_, _, whole, fits)] = fitted("share", *told)
    assert (whole, fits) == (None, False)


@pytest.mark.parametrize(
    ("said", "base", "fits"),
    [
        ("完成年初预算的95.89%", "initial", "annual"),
        ("完成全年预算的95.89%", "annual", "annual"),
        ("完成预算的95.89%", "unstated", "annual"),
    ],
)
def test_both_phases_of_the_budget_are_tried(said, base, fits):
    told = f"一般公共预算财政拨款支出年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，{said}。"
    assert fitted("completion", ITEMS, told) == [("95.89", base, fits, True)]


def test_a_completion_that_fits_no_budget_says_so():
    told = "一般公共预算财政拨款支出年初预算为100.00万元，全年预算为200.00万元，支出决算为90.00万元，完成年初预算的91.00%。"
    assert fitted("completion", ITEMS, told) == [("91.00", "initial", None, False)]


def test_a_rate_without_anything_to_compare_is_not_judged():
    assert fitted(
        "completion", ITEMS, "1.教育支出（类）普通教育（款）小学教育（项）。支出决算为90万元，完成预算的91%。"
    ) == [("91", "unstated", None, None)]


def test_rounding_is_interval_arithmetic_and_no_guess():
    told = "本年收入合计3.00万元，其中：财政拨款收入1.00万元，占{}%。"
    fits = {text: fitted("share", INCOME, told.format(text))[0][3] for text in ("33", "33.3", "33.33", "33.62", "33.7")}
    assert fits == {"33": True, "33.3": True, "33.33": True, "33.62": False, "33.7": False}


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        ("较2023年增加25万元，增长33.33%", "income_grand_total"),
        ("较2023年增加25万元，增长500%", "opening"),
        ("较2023年增加25万元，增长77%", "opening"),
    ],
)
def test_a_change_behind_a_part_is_the_whole_s_where_it_fits_the_whole_alone(change, subject):
    """收入总计 100 was 75 before (33.33 %), 年初结转 30 was 5 (500 %); a rate that fits neither stays where it stands."""
    told = (OVERALL, f"收入总计100万元，其中年初结转和结余30万元，{change}。")
    found = [(c.subject, c.role) for c in fit(claims(*told), (), running(*told))][2:]
    assert found == [(subject, "change"), (subject, "growth")]


def test_an_item_of_a_name_that_many_have_is_the_one_of_the_reports_own_tables():
    """其他群众团体事务支出（项） stands before 行政运行（项）: that of its 款 is in no form of the report."""
    printed = SimpleNamespace(code="2060101", line=None, label="行政运行")
    names = ItemNames(2024, [SimpleNamespace(key="T5", amounts=[printed])])
    assert names.find("行政运行", 7, parent="20129") == "2060101"
    assert ItemNames(2024, ()).find("行政运行", 7, parent="20129") == "2012901"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("行政事业单位离退休(款)机关事业单位职业年金缴费(项)支出5万元", "2080506"),  # 支出 stands behind its level
        ("1.人大事务行政运行(项)支出5万元", "2010101"),  # its group before it, without a level
        ("法院(款)一般行政事务管理(项)支出5万元", None),
    ],
)
def test_an_item_is_known_without_its_last_word_and_behind_its_group(told: str, code: str | None):
    assert [item.code for item in items(told, ItemNames(2019, ()), None)][-1] == code


def test_a_bare_name_behind_its_group_is_the_item():
    names = ItemNames(2021, ())
    told = "(5)残疾人事业(款)残疾人康复1,103.43万元"
    assert [(i.label, i.code) for i in items(told, names, None)] == [("残疾人康复", "2081104")]
    assert [(i.label, i.code) for i in items("残疾人事业(款)支出决算5万元", names, None)] == [("残疾人事业", "20811")]
    assert [(i.label, i.code) for i in items("残疾人事业(款)用于康复5万元", names, None)] == [("残疾人事业", "20811")]


def test_names_of_class_group_and_item_in_a_row_are_one_item():
    """宁夏 marks the last of them alone: 农林水支出扶贫行政运行（项）; a name its forms print counts as one of the classification."""
    printed = [SimpleNamespace(code=code, line=None, label=label) for code, label in (("2130598", "本地扶贫支出"),)]
    names = ItemNames(2019, [SimpleNamespace(key="T5", amounts=printed)])
    assert [i.code for i in items("1、农林水支出扶贫行政运行(项)", names, None)] == ["2130501"]
    assert [i.code for i in items("2、农林水支出扶贫本地扶贫支出(项)", names, None)] == ["2130598"]
    assert [i.code for i in items("3、农林水支出扶贫无此支出(项)", names, None)] == [None]


@pytest.mark.parametrize(
    ("words", "said", "grand", "fits"),
    [
        ("财政拨款收入总计", "80", "100", "income_total"),
        ("收入总计", "80", "100", "income_total"),
        ("财政拨款收入总计", "100", "100", None),
        ("财政拨款收入总计", "82", "100", None),
        ("财政拨款收、支总计", "80", "100", None),
        ("财政拨款收入总计、支出总计均为", "80", "100", None),
        ("财政拨款收入总计", "80", "180", None),
    ],
)
def test_fiscal_income_is_that_of_the_year_where_the_form_has_it_so(words, said, grand, fits):
    """T4 has 本年收入合计 80 and 年初结转 20; where its own 总计 is wrong the words are not turned to hide it."""
    lines = {"income_total": "80", "opening": "20", "income_grand_total": grand}
    cells = [
        SimpleNamespace(
            form="T4", panel="left", column="amount", line=line, held=False, counted_in="万元", number=Number(Decimal(text), 0)
        )
        for line, text in lines.items()
    ]  # fmt: skip
    paragraphs = (FISCAL, f"{words}{said}万元，支出总计90万元。")
    found = fit(claims(*paragraphs), [SimpleNamespace(key="T4", amounts=cells)], running(*paragraphs))
    assert [c.fitted for c in found if c.subject == "fiscal_grand_total" and c.text == said] == [fits]


@pytest.mark.parametrize(
    ("income", "words", "said", "subject"),
    [
        ("财政拨款收入总计100万元，", "支出总计", "100", "fiscal_grand_total"),
        (
            "财政拨款收入决算总计100万元，",
            "支出决算总计",
            "101",
            "fiscal_grand_total",
        ),  # a misprint is one of the grand total
        ("财政拨款收入总计100万元。", "财政拨款支出总计", "100", "fiscal_grand_total"),
        ("财政拨款收入总计100万元，", "支出总计", "90", "fiscal_expenditure"),
        ("财政拨款收入总计100万元，", "支出合计", "90", "fiscal_expenditure"),
        ("", "财政拨款支出总计", "90", "fiscal_expenditure"),
        (
            "财政拨款收入总计80万元，",
            "支出总计",
            "90",
            "fiscal_expenditure",
        ),  # which means 本年收入合计, as 支出总计 does then
        ("", "财政拨款总支出", "100", "fiscal_grand_total"),
        ("", "财政拨款总支出", "90", "fiscal_expenditure"),
        ("", "财政拨款总支出", "103", "fiscal_expenditure"),
    ],
)
def test_a_total_of_spending_beside_the_grand_total_of_income_is_the_grand_total(income, words, said, subject):
    """T4 has 本年收入合计 80, 年初结转 20 and 本年支出合计 90, 年末结转 10."""
    lines = (
        ("left", "amount", "income_total", "80"), ("left", "amount", "opening", "20"), ("left", "amount", "income_grand_total", "100"),
        ("right", "total", "expenditure_total", "90"), ("right", "total", "closing", "10"), ("right", "total", "expenditure_grand_total", "100"),
    )  # fmt: skip
    cells = [
        SimpleNamespace(
            form="T4", panel=panel, column=column, line=line, held=False, counted_in="万元", number=Number(Decimal(text), 0)
        )
        for panel, column, line, text in lines
    ]  # fmt: skip
    paragraphs = (FISCAL, f"{income}{words}{said}万元，较上年增加10万元。")
    found = fit(claims(*paragraphs), [SimpleNamespace(key="T4", amounts=cells)], running(*paragraphs))
    assert [(c.subject, c.role) for c in found][-2:] == [(subject, "value"), (subject, "change")]


@pytest.mark.parametrize("said", ["100", "103"])
def test_a_total_that_holds_what_is_left_is_the_grand_total(said):
    """广东: 财政拨款总支出A，其中本年财政拨款支出B，年末财政拨款结转和结余C: B is not what A is held against, misprinted or not."""
    told = (FISCAL, f"财政拨款总支出{said}万元，其中本年财政拨款支出90万元，年末财政拨款结转和结余10万元。")
    found = fit(claims(*told), [], running(*told))
    assert [c.subject for c in found if c.text == said] == ["fiscal_grand_total"]
    assert [c.subject for c in found if c.text == "90"] == ["fiscal_expenditure"]


def _spent(total: str, general: str, fund: str) -> SimpleNamespace:
    """A form T4 whose 本年支出合计 is that of all funds, of the general budget and of government funds."""
    cells = [
        SimpleNamespace(
            form="T4", panel="right", column=column, line="expenditure_total", held=False, counted_in="万元", number=Number(Decimal(text), 0)
        )
        for column, text in (("total", total), ("general_budget", general), ("government_fund", fund))
    ]  # fmt: skip
    return SimpleNamespace(key="T4", amounts=cells)


@pytest.mark.parametrize(
    ("words", "said", "subject"),
    [
        ("财政拨款支出", "90", "fiscal_expenditure"),
        ("财政拨款支出", "60", "general_budget"),
        ("财政拨款支出", "93", "general_budget"),
        ("一般公共预算财政拨款支出", "90", "general_budget"),
    ],
)
def test_fiscal_spending_below_the_general_budget_is_of_all_funds_where_it_has_their_amount(words, said, subject):
    told = (
        "五、一般公共预算财政拨款支出决算情况说明",
        f"2024年度{words}{said}万元，占本年支出合计的100%，与上年相比增加10万元。",
    )
    found = fit(claims(*told), [_spent("90", "60", "30")], running(*told))
    assert {c.subject for c in found} == {subject}


def test_a_structure_of_all_fiscal_spending_is_not_that_of_the_general_budget():
    told = ("（三）财政拨款支出决算结构情况", "2024年度财政拨款支出90万元，主要用于以下方面：教育支出（类）支出60万元，占66.67%；城乡社区支出（类）支出30万元，占33.33%。")  # fmt: skip
    both = {total: fit(claims(*told), [_spent(total, "60", "30")], running(*told)) for total in ("90", "95")}
    sections = {total: {c.section for c in found if c.subject == "function"} for total, found in both.items()}
    assert sections == {"90": {"fiscal_overall"}, "95": {"general_structure"}}


def test_spending_behind_the_income_of_a_fund_is_of_the_fund_where_its_form_has_it():
    told = (FISCAL, "1.政府性基金预算财政拨款本年收入31万元，比上年增加1万元；本年支出{}万元，比上年增加2万元。")
    subjects = {}
    for said in ("30", "90", "27"):
        paragraphs = (told[0], told[1].format(said))
        found = fit(claims(*paragraphs), [_spent("90", "60", "30")], running(*paragraphs))
        subjects[said] = [c.subject for c in found][2:]
    assert subjects == {
        "30": ["government_fund"] * 2,
        "90": ["fiscal_expenditure"] * 2,
        "27": ["fiscal_expenditure"] * 2,
    }


def test_a_fund_without_money_has_spent_nothing_and_fiscal_spending_is_not_meant():
    told = (FISCAL, "3.国有资本经营预算财政拨款本年收入0万元，与上年持平；本年支出{}万元，与上年持平。")
    subjects = {}
    for said in ("0", "3"):
        paragraphs = (told[0], told[1].format(said))
        found = fit(claims(*paragraphs), [_spent("90", "60", "30")], running(*paragraphs))
        subjects[said] = [c.subject for c in found][2:]
    assert subjects == {"0": ["state_capital"] * 2, "3": ["fiscal_expenditure"] * 2}


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("减少25万元，下降20%", "income_grand_total"),  # of 100
        ("减少20万元，下降20%", "income_total"),  # of 80
        ("减少20万元，下降21%", "income_total"),  # of neither: the words stand
    ],
)
def test_the_change_of_this_years_income_is_of_the_total_whose_growth_it_has(said, subject):
    """T1 has 本年收入合计 80 and 收入总计 100; 今年收入 is said of either (辽宁)."""
    cells = [
        SimpleNamespace(
            form="T1", panel="left", column="amount", line=line, held=False, counted_in="万元", number=Number(Decimal(text), 0)
        )
        for line, text in (("income_total", "80"), ("income_grand_total", "100"))
    ]  # fmt: skip
    paragraphs = (OVERALL, "（一）收入总计100万元，包括：", f"与上年相比，今年收入{said}。")
    found = fit(claims(*paragraphs), [SimpleNamespace(key="T1", amounts=cells)], running(*paragraphs))
    assert [(c.subject, c.role) for c in found[1:]] == [(subject, "change"), (subject, "growth")]


def test_of_several_economic_items_of_one_name_it_is_the_one_the_form_has_an_amount_of():
    """办公设备购置 is 30902 and 31002; both, or neither, in T6 leaves the name without a code."""

    def code_of(*printed: tuple[str, str]) -> list[str | None]:
        amounts = [SimpleNamespace(code=code, number=Number(Decimal(text), 2)) for code, text in printed]
        names = ItemNames(2024, [SimpleNamespace(key="T6", amounts=amounts)])
        return [item.code for item in economic("办公设备购置", names)]

    assert code_of(("30902", "0.00"), ("31002", "7.92")) == ["31002"]
    assert code_of(("30902", "7.92")) == ["30902"]
    assert code_of(("30902", "1.00"), ("31002", "7.92")) == [None]
    assert code_of() == [None]


@pytest.mark.parametrize(
    ("whole", "part", "words", "expected"),
    [
        ("支出决算为190.00万元", "支出决算为110.00万元", "决算数大于年初预算数", ""),  # wrong of the class, right of its only item
        ("支出决算为210.00万元", "支出决算为110.00万元", "决算数大于年初预算数", "205"),
        ("支出决算为190.00万元", "支出决算为90.00万元", "决算数大于年初预算数", "205"),  # wrong of both: the publisher's error
        ("支出决算为190.00万元", "支出决算为110.00万元", "教育支出决算数大于年初预算数", "205"),
        ("支出决算为190.00万元", "支出决算为60.00万元；成人教育（项）年初预算为10.00万元，支出决算为11.00万元", "决算数大于年初预算数", "205"),
    ],
)  # fmt: skip
def test_a_comparison_behind_a_whole_and_its_only_part_is_of_the_one_it_fits(whole, part, words, expected):
    text = f"1.教育支出（类）年初预算为200.00万元，{whole}。其中：高等教育（项）年初预算为100.00万元，{part}。{words}的主要原因是追加预算。"
    [found] = [c for c in fit(claims(ITEMS, text), (), running(ITEMS, text)) if c.role == "direction"]
    assert (found.subject, found.code or "") == ("function", expected)


def _with_totals(**totals: str) -> Form:
    """A form of income and expenditure with these totals."""
    amounts = tuple(_total(row, line, text) for row, (line, text) in enumerate(totals.items()))
    return Form(key="T1", title="T1", counted_in="万元", pages=(1,), status="filled", amounts=amounts)


def _total(row: int, line: str, text: str) -> Amount:
    return Amount(
        form="T1", page=1, box=(0.0, 0.0, 1.0, 1.0), panel="right", row=row, column_number=3, label=line, code=None, line=line,
        column="amount", heading="决算数", within=False, text=text, mark="number", number=Number(Decimal(text), 2), counted_in="万元",
        held=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "total", "fits"),
    [
        ("457676.75", "expenditure_total", True),
        ("569496.54", "grand_total", True),
        ("457677.65", "expenditure_total", False),
        ("569469.54", "grand_total", False),
        ("457676750000.00", "expenditure_total", False),
        ("123456.78", None, False),
    ],
)
def test_a_misprinted_total_is_held_against_the_one_it_was_meant_for(printed, total, fits):
    """支出总计 may be that of the year or that of all: two digits swapped in one leave it nearer to it than to the other."""
    form = _with_totals(expenditure_total="457676.75", income_grand_total="569496.54")
    told = (SPENDING, f"学校各项支出总计{printed}万元。")
    [claim] = [c for c in fit(claims(*told), (form,), running(*told)) if c.role == "value"]
    assert (claim.subject, claim.fitted, claim.fits) == ("expenditure_grand_total", total, fits)


SHARES = "财政拨款支出总计237,100.00万元，其中基本支出199,015.13万元，占总支出的83.94%；项目支出{project}万元，占总支出的{share}%；其中基本建设支出6,894.90万元，占总支出的2.91%。"


@pytest.mark.parametrize(
    ("project", "share", "fits"),
    [("38,084.87", "16.06", True), ("38,084.87", "18.06", False), ("38,084.87", "8.32", False), ("36,044.87", "16.06", False)],
)  # fmt: skip
def test_shares_said_in_the_same_words_are_of_the_same_whole(project, share, fits):
    """占总支出的83.94% is of the fiscal spending; so is the next share, though 8.32% would be right of all spending."""
    told = (SPENDING, "本年支出合计457,676.75万元。", FISCAL, SHARES.format(project=project, share=share))
    found = fitted("share", *told)
    assert [(whole, is_right) for _, _, whole, is_right in found[:2]] == [
        ("fiscal_expenditure", True),
        ("fiscal_expenditure", fits),
    ]
