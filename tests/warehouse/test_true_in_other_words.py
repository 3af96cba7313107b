"""True sentences in the words of another office violate nothing; with a wrong number in them they do."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.findings import tables
from pipelines.queries import Warehouse
from pipelines.reading.readings import Reading
from pipelines.settings import Places
from tests.support.desk.budgets.forms_and_prose import BALANCE, budget_of
from tests.support.desk.desk import filled, reading, report_id
from tests.support.desk.together import Together
from tests.support.figures import figures
from tests.support.paper import layouts

judged_together = Together()

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.next_year(figures.report(3))
INCOME = "其中：财政拨款收入16548.11万元，占81.83%；"
FISCAL = "2025年度财政拨款收、支总计17013.85万元，"
GENERAL = "2025年度一般公共预算财政拨款支出11974.47万元，占本年支出合计的61.90%。"
TOTALS = "江州市云溪区文化和旅游局2025年度收、支总计21558.73万元，"
VISITS = "2025年度“三公”经费财政拨款支出预算为26.97万元，支出决算为21.77万元，完成预算的80.73%。"
PUBLIC = "公用经费733.14万元，"
ITEM = "年初预算为3814.27万元，"
SPENT = "2025年度本年支出合计19343.43万元，"
PROJECT = "项目支出12131.20万元，"
BOUGHT = "政府采购服务支出944.35万元。"
RATED = "绩效自评项目10个（其中，"
RUNNING = "2025年度机关运行经费支出733.14万元，比上年决算数337.53万元增加395.61万元，增长117.21%。"
WHOLE = "2025年度一般公共预算财政拨款支出年初预算为9114.28万元，"
ABROAD = "全年安排因公出国（境）团组2个、累计5人次。"
ADDED = "年初预算为0万元，支出决算为2306.92万元，决算数大于年初预算数的主要原因是年中追加预算。"

TRUE = [
    (INCOME, f"{INCOME}上级补助收入、事业收入和其他收入共3674.33万元，占18.17%；"),
    (INCOME, f"{INCOME}非财政拨款收入3674.33万元，占18.17%；"),
    (INCOME, f"{INCOME}事业收入和其他收入2191.88万元，占10.84%；"),
    (FISCAL, f"其中：上年结转465.74万元（其中一般公共预算192.20万元、政府性基金预算269.34万元、国有资本经营预算4.20万元）。{FISCAL}"),
    (FISCAL, f"年末结转和结余454.78万元，其中：一般公共预算财政拨款年末结转和结余304.45万元，政府性基金预算139.83万元，国有资本经营预算10.51万元。{FISCAL}"),
    (GENERAL, f"{GENERAL[:-1]}，占财政拨款支出16559.07万元的72.31%。"),
    (GENERAL, "2025年度一般公共预算财政拨款支出11974.47万元，占本年支出合计19343.43万元的61.90%，比上年增加3711.74万元，增长44.92%。"),
    (TOTALS, "江州市云溪区文化和旅游局2025年度收、支总计（不含年初结转和结余1307.19万元）20251.54万元。2025年度收、支总计21558.73万元，"),
    (VISITS, f"{VISITS}2024年“三公”经费预算5.98万元，决算5.26万元，完成预算的87.96%。"),
    (PUBLIC, "公用经费（含资本性支出77.90万元）733.14万元，"),
    (ITEM, f"{ITEM}比上年年初预算3700.00万元增加114.27万元，"),
    (TOTALS, f"{TOTALS[:-1]}。其中，局机关收、支总计15000.00万元，区文化馆收、支总计6558.73万元。2025年度收、支总计21558.73万元，"),
    (SPENT, f"{SPENT}其中：本级支出14343.43万元，其中：基本支出4677.22万元，项目支出9666.21万元；所属单位支出5000.00万元，其中：基本支出2000.00万元，项目支出3000.00万元。{SPENT}其中："),
    (GENERAL, f"{GENERAL[:-1]}，其中：区本级8974.47万元，占74.95%；所属单位3000.00万元，占25.05%。"),
    (PROJECT, "项目支出12131.20万元（含上年结转项目支出500.00万元），"),
    (BOUGHT, f"{BOUGHT}其中，授予中小企业的货物、工程、服务合同金额分别为1200.00万元、700.00万元和551.21万元。"),
    (RATED, f"其中90分以上8个，80-90分2个。{RATED}"),
    (VISITS, f"{VISITS}全口径“三公”经费支出23.77万元，其中财政拨款支出21.77万元。"),
    (WHOLE, f"{WHOLE}占年初总预算的57.00%，"),
    (ABROAD, "全年安排因公出国（境）团组2个，其中本单位组织1个、参加其他单位组织1个；累计5人次，其中本单位组织4人次、参加其他单位组织1人次。"),
    (RUNNING, "2025年度机关运行经费支出733.14万元，其中：会议费22.73万元，培训费46.23万元，比上年决算数增加395.61万元，增长117.21%。"),
]  # fmt: skip
WRONG = [
    ("N-06", GENERAL, f"{GENERAL[:-1]}，占财政拨款支出16559.07万元的92.31%。"),
    ("N-10", PUBLIC, "公用经费（含资本性支出77.90万元）753.14万元，"),
    ("N-03", INCOME, f"{INCOME}事业收入和其他收入2191.88万元，占20.84%；"),
]
BUDGET = [
    *BALANCE,
    ["一、财政拨款收入", "9.00", "一、教育支出", "8.00"],
    ["本年收入合计", "9.00", "本年支出合计", "8.00"],
    ["", "", "结转下年", "1.00"],
    ["收入总计", "9.00", "支出总计", "9.00"],
]


def drawn(number: int, old: str, new: str) -> Reading:
    """The report with other words, of a unit of its own."""
    one = reading(REPORT, DISTRICT, (old, new))
    return replace(one, disclosure=replace(one.disclosure, unit=f"江州市{figures.in_letters(number)}文化局"))


def violations(folder: Path, sentences: list[tuple[str, str]]) -> list[set[str]]:
    """What each sentence violates, in a report of its own."""
    connection = filled(folder, [drawn(number, old, new) for number, (old, new) in enumerate(sentences)])
    found = connection.execute("select report_id, identity_id from checks.violation").fetchall()
    return [{key for report, key in found if report == report_id(number)} for number in range(len(sentences))]


def test_true_sentences_violate_nothing(tmp_path):
    assert dict(zip(TRUE, violations(tmp_path, TRUE), strict=True)) == {one: set() for one in TRUE}


def test_a_wrong_number_in_such_sentences_is_told(tmp_path):
    found = violations(tmp_path, [(old, new) for _, old, new in WRONG])
    assert [key for (key, *_), told in zip(WRONG, found, strict=True) if key not in told] == []


@pytest.mark.parametrize(("said", "outcome"), [("8.00", "exact"), ("9.00", "exact"), ("8.50", "violation")])
@judged_together
def test_expenditure_of_a_budget_may_be_said_without_what_goes_to_the_next_year(said, outcome):
    text = ("三、支出预算情况说明", f"2024年支出预算{said}万元。")
    assert (yield budget_of(("P1", "部门收支预算总表", BUDGET), said=text))["PN-01"] == {outcome}


BY_USE = [
    ["收入", None, "支出", None, None, None], ["收入", None, "功能分类", None, "支出用途", None],
    ["项目名称", "金额", "功能科目名称", "金额", "项目名称", "金额"],
    ["一、财政拨款", "100.00", "一、公共安全支出", "100.00", "一、基本支出", "60.00"],
    ["1.一般公共预算", "100.00", "", "", "二、项目支出", "30.00"],
    ["", "", "", "", "三、单位预留机动经费", "10.00"],
    ["当年收入小计", "100.00", "", "", "当年支出小计", "100.00"],
    ["收入合计", "100.00", "", "", "支出合计", "100.00"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "reserve", "outcome"),
    [("100.00", "10.00", "exact"), ("100.50", "10.00", "violation"), ("100.00", "11.00", "violation")],
)
@judged_together
def test_expenditure_of_a_budget_that_is_totalled_by_its_use_alone_is_held_against_that_total(said, reserve, outcome):
    """江苏: 支出合计 and 单位预留机动经费 stand in the panel of 支出用途, which restates the classes beside it."""
    text = (
        "三、支出预算情况说明",
        f"江苏省样本厅本年支出预算合计{said}万元，其中：基本支出60.00万元，项目支出30.00万元，单位预留机动经费{reserve}万元。",
    )
    assert outcome in (yield budget_of(("P1", "收支预算总表", BY_USE), said=text))["PN-01"]


def sentences(folder: Path, old: str, new: str) -> str:
    """The findings of a report with other words, in Chinese."""
    connection = filled(folder, [drawn(0, old, new)])
    tables.write(Warehouse(connection, Places(folder / "raw", folder)))
    return "".join(told for (told,) in connection.execute("select sentence_zh from findings.finding").fetchall())


@pytest.mark.parametrize(("base", "said"), [("比年初预算", "年初预算数为零"), ("比上年", "上年数为零")])
def test_what_is_zero_is_said(base, said, tmp_path):
    words = f"年初预算为0万元，支出决算为2306.92万元，{base}增加2306.92万元，增长100%。"
    assert f"增长100%”：{said}，" in sentences(tmp_path, ADDED, words)


def test_a_year_before_that_only_the_increase_makes_zero_is_said_to_be_that(tmp_path):
    """增加额 misprinted as the amount: the year before is not zero, and nobody says that it is."""
    words = "年初预算为0万元，支出决算为2306.92万元，比上年增加2306.92万元，增长50%。"
    assert "“增长50%”：增加额就是本年数，上年数为零，算不出50%" in sentences(tmp_path, ADDED, words)


def test_an_increase_that_is_more_than_a_part_is_told_of_the_whole(tmp_path):
    words = f"{RUNNING[:22]}，其中：会议费22.73万元，比上年决算数增加395.61万元，增长147.21%。"
    assert "机关运行经费“增长147.21%”：印为147.21%" in sentences(tmp_path, RUNNING, words)


@pytest.mark.parametrize(("share", "outcome"), [("50.00", "exact"), ("60.00", "violation")])
@judged_together
def test_a_share_of_the_grand_total_that_the_form_alone_prints_is_of_that(share, outcome):
    text = ("三、支出预算情况说明", f"基本支出4.50万元，占支出总预算的{share}%。")
    assert (yield budget_of(("P1", "部门收支预算总表", BUDGET), said=text))["PN-09"] == {outcome}


def test_a_change_misprinted_as_nothing_does_not_make_its_rate_wrong(tmp_path):
    """Increases of 0 and 5 for 50 and 5: the rate of 25% is right, and follows from the 50 that the sum demands."""
    text = (
        "八、“三公”经费安排情况说明",
        "2024年“三公”经费预算300.00万元，比上年增加55.00万元，增长22.45%。其中：因公出国（境）费250.00万元，比上年增加0.00万元，增长25.00%；"
        "公务用车购置及运行费30.00万元，比上年增加5.00万元，增长20.00%；公务接待费20.00万元，比上年增加0.00万元，增长0.00%。",
    )
    connection = filled(tmp_path, [budget_of(("P1", "部门收支预算总表", BUDGET), said=text)])
    tables.write(Warehouse(connection, Places(tmp_path / "raw", tmp_path)))
    accused = connection.execute("select split_part(amount_id, '-n', 2), low_yuan from findings.suspect").fetchall()
    told = "".join(one for (one,) in connection.execute("select sentence_zh from findings.finding").fetchall())
    assert "因公出国（境）费“比上年增加0.00万元" in told and "“增长25.00%”：印为" not in told
    assert len({number for number, _ in accused}) == 1
