"""True sentences in the words of another office violate nothing; with a wrong number in them they do."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.reading.readings import Reading
from tests.support.desk.budgets.outcomes import BALANCE, outcomes
from tests.support.desk.desk import filled, reading, report_id
from tests.support.figures import figures
from tests.support.paper import layouts

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.next_year(figures.report(3))
INCOME = "其中：财政拨款收入16548.11万元，占81.83%；"
FISCAL = "2025年度财政拨款收、支总计17013.85万元，"
GENERAL = "2025年度一般公共预算财政拨款支出11974.47万元，占本年支出合计的61.90%。"
TOTALS = "江州市云溪区文化和旅游局2025年度收、支总计21558.73万元，"
VISITS = "2025年度“三公”经费财政拨款支出预算为26.97万元，支出决算为21.77万元，完成预算的80.73%。"
PUBLIC = "公用经费733.14万元，"
ITEM = "年初预算为3814.27万元，"

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
def test_expenditure_of_a_budget_may_be_said_without_what_goes_to_the_next_year(said, outcome, tmp_path):
    text = ("三、支出预算情况说明", f"2024年支出预算{said}万元。")
    assert outcomes(tmp_path, ("P1", "部门收支预算总表", BUDGET), said=text)["PN-01"] == {outcome}
