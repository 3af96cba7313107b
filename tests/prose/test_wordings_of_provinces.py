"""What departments of provinces without a real report here write: 福建, 浙江, 湖南, 河北, 广西, 湖北, 辽宁."""

import pytest

from pipelines.prose.discourse import Discourse
from pipelines.prose.grammars import BUDGET, FINAL_ACCOUNT
from pipelines.prose.item_names import ItemNames
from pipelines.prose.narrative import read_claims, without_rows
from pipelines.prose.sections import sections_of
from tests.support.desk.headed_claims import (
    BASIC,
    BOUGHT,
    FISCAL,
    GENERAL,
    INCOME,
    ITEM,
    ITEMS,
    OVERALL,
    RUNNING,
    SPENDING,
    VISITS,
    facts_of,
    value,
)
from tests.support.desk.paragraphs import claims, running


def value_of_cars(text: str) -> tuple:
    return ("vehicle_stock", "count", text, "辆", "", "")


REVIEWED = "五、预算绩效情况说明"


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (FISCAL, "财政拨款收、支总计8万元，与2023年相比增加1万元；主要原因是项目增加；与年初预算数6万元相比，增加2万元，增长33.33%。", [
            value("fiscal_grand_total", "8"), ("fiscal_grand_total", "change", "1", "万元", "up", "prior_year"),
            ("fiscal_grand_total", "budget", "6", "万元", "", "initial"),
            ("fiscal_grand_total", "change", "2", "万元", "up", "initial_budget"),
            ("fiscal_grand_total", "growth", "33.33", "%", "up", "initial_budget"),
        ]),
        (FISCAL, "财政拨款收入总计9万元，其中：本年收入8万元，年初结转和结余1万元。", [
            value("fiscal_grand_total", "9"), value("income_fiscal", "8"), value("opening", "1"),
        ]),
        (VISITS, "“三公”经费支出4万元，比全年预算的5万元下降20%；比上年的8万元下降50%。", [
            value("three_public", "4"), ("three_public", "budget", "5", "万元", "", "annual"),
            ("three_public", "growth", "20", "%", "down", "annual_budget"),
            ("three_public", "prior", "8", "万元", "", ""), ("three_public", "growth", "50", "%", "down", "prior_year"),
        ]),
        (VISITS, "“三公”经费支出4万元，较年初预算的5万元减少1万元。", [
            value("three_public", "4"), ("three_public", "budget", "5", "万元", "", "initial"),
            ("three_public", "change", "1", "万元", "down", "initial_budget"),
        ]),
        (VISITS, "公务接待费支出4万元，较预算的5万元减少1万元。", [
            value("reception", "4"), ("reception", "budget", "5", "万元", "", "unstated"),
            ("reception", "change", "1", "万元", "down", "budget"),
        ]),
        (INCOME, "本年收入合计9万元，其中：财政专户管理教育资金5万元，占55.56%；事业收入（不含专户管理教育资金）1万元，占11.11%；事业收入3万元。", [
            value("income_total", "9"), value("special_accounts", "5"), ("special_accounts", "share", "55.56", "%", "", "unstated"),
            value("income_operating_own", "1"), ("income_operating_own", "share", "11.11", "%", "", "unstated"),
            value("income_operating", "3"),
        ]),
        (SPENDING, "项目支出7元，占总支出的70%；上缴上级支出、经营支出、对附属单位补助支出共3元，占总支出的30%。", [
            value("project", "7", "元"), ("project", "share", "70", "%", "", "expenditure_total"),
            value("other_kinds", "3", "元"), ("other_kinds", "share", "30", "%", "", "expenditure_total"),
        ]),
        (INCOME, "财政拨款收入合计7万元；事业收入、经营收入和其他收入合计3万元，占30%。", [
            value("income_fiscal", "7"), value("other_kinds", "3"), ("other_kinds", "share", "30", "%", "", "unstated"),
        ]),
        (INCOME, "收入合计10万元，其中：其他收入合计3万元。", [value("income_total", "10"), value("income_other", "3")]),
        (SPENDING, "支出合计10万元，其中：项目支出合计3万元。", [value("expenditure_total", "10"), value("project", "3")]),
        (OVERALL, "收入总计和支出总计共40万元。", [value("grand_total", "40")]),
        (VISITS, "公务用车保有量4辆，单车运行维护费1.88万元。", [
            value_of_cars("4"), ("running", "mean", "1.88", "万元", "", ""),
        ]),
        (VISITS, "公务用车运行维护费支出3万元，其中：燃料费1.5万元；维修费1万元；过桥过路费0.2万元；保险费0.3万元。", [
            value("running", "3"), *(value("running_part", amount) for amount in ("1.5", "1", "0.2", "0.3")),
        ]),
        (VISITS, "公务用车运行维护费支出3万元，其中用于车辆燃料费、维修费、保险费等支出3万元。", [value("running", "3")]),
        (BASIC, "基本支出9万元。主要是为保障机构正常运转而发生的各项支出，其中：人员经费7万元，公用经费2万元。", [
            value("basic", "9"), value("personnel", "7"), value("public", "2"),
        ]),
        (BASIC, "基本支出9万元。主要是人员经费7万元。", [value("basic", "9"), value("reason", "7")]),
        (GENERAL, "2010301（行政运行）9万元，较上年决算数增加1万元，增长12.50%。", [
            value("function", "9"), ("function", "change", "1", "万元", "up", "prior_year"),
            ("function", "growth", "12.50", "%", "up", "prior_year"),
        ]),
        (ITEMS, f"{ITEM}年初预算4万元，支出决算5万元，较年初预算超支1万元。", [
            ("function", "budget", "4", "万元", "", "initial"), value("function", "5"),
            ("function", "change", "1", "万元", "up", "initial_budget"),
        ]),
        (REVIEWED, "组织对2024年度1个政府性基金预算项目支出开展绩效自评。", [
            ("self_evaluated_projects", "count", "1", "个", "", ""),
        ]),
    ],
)  # fmt: skip
def test_amounts_and_their_subjects(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


@pytest.mark.parametrize(
    ("printed", "label", "code"),
    [
        ("（一）2010301（行政运行）", "行政运行", "2010301"),
        ("（二）2010302（一般行政管理事务）", "一般行政管理事务", "2010302"),
        ("3.2010350-事业运行", "事业运行", "2010350"),
        (
            "（四）2010399（其他政府办公厅（室）及相关机构事务支出）",
            "其他政府办公厅(室)及相关机构事务支出",
            "2010399",
        ),
    ],
)
def test_an_item_is_its_code_and_its_name_in_brackets(printed, label, code):
    [said] = claims(GENERAL, f"{printed}9万元。")
    assert (said.subject, said.label, said.code, said.text) == ("function", label, code, "9")


def test_a_heading_may_stand_before_its_text_on_the_same_line():
    found = claims(
        "七、“三公”经费支出决算情况说明",
        "公务接待费3万元。",
        "（一）机关运行经费支出情况：2024年度机关运行经费支出9万元。",
        "（二）政府采购支出情况：2024年度政府采购支出总额4万元。",
        "（三）国有资产占用情况：截至2024年12月31日，本部门共有车辆6辆。",
    )
    assert [(c.section, c.subject, c.text) for c in found] == [
        ("three_public", "reception", "3"),
        ("running_costs", "running_costs", "9"),
        ("procurement", "procurement", "4"),
        ("assets", "cars", "6"),
    ]
    told = running(
        "（一）机关运行经费支出情况",
        "机关运行经费支出9万元。",
        "五、名词解释",
        "十、“三公”经费：指因公出国（境）费和公务接待费。",
        "十一、机关运行经费情况：指日常公用经费。",
    )
    assert sections_of(told.sentences, FINAL_ACCOUNT)[-2:] == ["glossary", "glossary"]
    told = running(GENERAL, "1.公务接待费：全年3万元。")
    assert set(sections_of(told.sentences, FINAL_ACCOUNT)) == {"general_budget"}


def test_matters_without_headings_are_told_apart_by_how_their_paragraph_begins():
    """A paragraph that names the next matter only in passing stays where it is."""
    found = claims(
        "四、其他重要事项",
        "2024年度机关运行经费支出9万元。",
        "2024年度政府采购支出总额4万元，其中：货物支出3万元。",
        "截至2024年12月31日，本部门共有车辆6辆。",
    )
    assert [(c.section, c.subject, c.text) for c in found] == [
        ("running_costs", "running_costs", "9"),
        ("procurement", "procurement", "4"),
        ("procurement", "procurement_goods", "3"),
        ("assets", "cars", "6"),
    ]
    [first, _] = claims(
        RUNNING,
        "机关运行经费支出9万元。",
        "主要是机关本级日常办公、会议、培训、差旅、维修和物业管理，以及纳入其中的政府采购支出等增加2万元。",
    )
    assert first.section == "running_costs"
    assert [c.section for c in claims(BOUGHT, "2024年度政府采购支出总额4万元。")] == ["procurement"]


def test_a_rating_is_of_the_number_behind_it_where_one_is_there():
    """21个项目自评等级为“优”的19个: 19 are rated, of 21; without a number behind it the one before it is."""
    words = "21个项目自评等级为“优”的19个，“良”的2个。"
    assert [(c.subject, c.text, c.label) for c in claims(REVIEWED, words)] == [
        ("self_evaluated_projects", "21", ""), ("rated", "19", "优"), ("rated", "2", "良"),
    ]  # fmt: skip
    words = "3个项目自评结果为优秀，2个项目自评结果为良好。"
    assert [(c.subject, c.text, c.label) for c in claims(REVIEWED, words)] == [
        ("rated", "3", "优秀"),
        ("rated", "2", "良好"),
    ]


def test_a_band_of_scores_is_no_score():
    assert [c.text for c in claims(REVIEWED, "自评得分90分以上的14个。") if c.subject == "score"] == []
    assert [c.text for c in claims(REVIEWED, "自评得分80分至90分的1个。") if c.subject == "score"] == []
    assert [c.text for c in claims(REVIEWED, "自评得分90分。") if c.subject == "score"] == ["90"]


def test_a_mean_may_name_the_costs_it_is_of():
    [_, mean] = claims(VISITS, "公务用车保有量为4辆，平均每辆运行维护费2.58万元。")
    assert (mean.subject, mean.role, mean.doubts) == ("running", "mean", ())


def test_an_item_whose_name_ends_in_its_spending_twice_is_that_item():
    words = "1.社会保障和就业支出（类）9万元。主要用于机关事业单位基本养老保险缴费支出支出7万元。"
    assert [(c.subject, c.text, c.code) for c in claims(ITEMS, words)] == [
        ("function", "9", "208"), ("function", "7", "2080505"),
    ]  # fmt: skip


def test_a_row_of_a_table_that_was_not_read_claims_nothing():
    """It is no sentence without a unit; a sentence on its page stays one."""
    told = running(OVERALL, "三、其他收入 1,234.56", "收入总计9万元，年末结转和结余0.00", "支出合计5.00万元。")
    discourse = Discourse(names=ItemNames(2024, ()), year=2024, grammar=FINAL_ACCOUNT)
    found = read_claims(told, sections_of(told.sentences, FINAL_ACCOUNT), {}, discourse)
    assert [c.text for c in found] == ["1,234.56", "9", "5.00"]
    assert [c.text for c in without_rows(found, told, {1})] == ["9", "5.00"]
    assert without_rows(found, told, {2}) == found
    followed = running(
        OVERALL, "12 十二、农林水支出 44 2,131.00 2,131.00", "13 十三、交通运输支出 45"
    )  # two numbers meet at the end of the first row
    found = read_claims(followed, sections_of(followed.sentences, FINAL_ACCOUNT), {}, discourse)
    assert found
    assert without_rows(found, followed, {1}) == []


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (VISITS, "其中：公务用车购置费2万元，购置1辆；运行维护费3万元，保有量7辆。", [
            value("purchase", "2"), ("vehicles_purchased", "count", "1", "辆", "", ""), value("running", "3"), value_of_cars("7"),
        ]),
        (VISITS, "公务接待费1万元，接待5批41人，批均0.2万元，人均243.9元。", [
            value("reception", "1"), ("reception_batches", "count", "5", "批次", "", ""), ("reception_persons", "count", "41", "人", "", ""),
            ("reception_per_batch", "mean", "0.2", "万元", "", ""), ("reception", "mean", "243.9", "元", "", ""),
        ]),
        (VISITS, "本单位组团1个，参加其他单位组团2个。", [("abroad_groups_part", "count", "1", "个", "", ""), ("abroad_groups_part", "count", "2", "个", "", "")]),
        (VISITS, "“三公”经费支出4万元，比2023年减少1万元。节约2万元。", [
            value("three_public", "4"), ("three_public", "change", "1", "万元", "down", "prior_year"),
            ("three_public", "change", "2", "万元", "down", ""), # saved against what is not said
        ]),
        (BOUGHT, "面向中小企业采购4万元，其中小微企业3万元。", [value("procurement_sme", "4"), value("procurement_micro", "3")]),
        (OVERALL, "本年收入5万元，年初结转1万元。", [value("income_total", "5"), value("opening", "1")]),
        (INCOME, "本年收入5万元，比上年增加1万元，增长25%，主要原因是门诊量变动：门急诊36.52万人次，同比增长5.3%。", [
            value("income_total", "5"), ("income_total", "change", "1", "万元", "up", "prior_year"),
            ("income_total", "growth", "25", "%", "up", "prior_year"), ("reason", "count", "36.52", "万人次", "", ""), ("reason", "rate", "5.3", "%", "", ""),
        ]),
        (OVERALL, "收、支总计各增加5万元，增长25%，主要原因是演出场次由86场增至102场。", [
            ("grand_total", "change", "5", "万元", "up", "prior_year"), ("grand_total", "growth", "25", "%", "up", "prior_year"),
            ("reason", "count", "86", "场", "", ""), ("reason", "count", "102", "场", "", ""),
        ]),
        (INCOME, "本年收入5万元，主要原因是新增在职3人，比上年增加1万元，增长25%。", [
            value("income_total", "5"),
            ("income_total", "change", "1", "万元", "up", "prior_year"), ("income_total", "growth", "25", "%", "up", "prior_year"),
        ]),
    ],
)  # fmt: skip
def test_what_more_provinces_write(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


@pytest.mark.parametrize(
    ("words", "rated"),
    [
        ("绩效自评结果为：优11个、良2个。", [("11", "优"), ("2", "良")]),
        ("9个项目中8个达到“优”等次，1个为“良”。", [("8", "优"), ("1", "良")]),
        ("2个项目等级为优，1个为良。", [("2", "优"), ("1", "良")]),
        ("其中评为优的8个，良的1个，差的0个。", [("8", "优"), ("1", "良"), ("0", "差")]),
        ("其中被评定为“优”的8个，“良”的1个。", [("8", "优"), ("1", "良")]),
    ],
)
def test_a_rating_stands_before_its_number_or_behind_it(words, rated):
    assert [(c.text, c.label) for c in claims(REVIEWED, words) if c.subject == "rated"] == rated


def test_a_group_of_the_class_spoken_of_is_named_bare():
    """天津 writes class, group and items by their bare names: 1.“…”，（1）“…”，其中“…”."""
    words = (
        "1.“社会保障和就业支出”年初预算9万元，支出决算8万元。",
        "（1）“行政事业单位养老支出”7万元，与2023年度相比减少1万元。主要用于：“事业单位离退休”3万元。",
    )
    assert [(c.role, c.text, c.code) for c in claims(ITEMS, *words)] == [
        ("budget", "9", "208"), ("value", "8", "208"), ("value", "7", "20805"), ("change", "1", "20805"), ("value", "3", "2080502"),
    ]  # fmt: skip


def test_a_part_of_a_budget_begins_behind_the_label_of_its_last_table():
    """海南: the table of targets is the last of the forms; what follows is no evaluation."""
    told = running(
        "项目支出绩效信息表", "单位名称：某市交通运输局单位：元第三部分某市交通运输局2021年部门预算情况说明",
        "一、2021年财政拨款收支预算情况的总体说明", "2021年财政拨款收支总预算9万元。",
    )  # fmt: skip
    assert sections_of(told.sentences, BUDGET)[-1] == "fiscal_overall"
