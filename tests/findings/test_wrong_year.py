"""A sentence with this year's amounts and last year's year is told (S-02); one that tells last year's is none."""

import pytest

from pipelines.findings import tables
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.figures import figures
from tests.support.paper import layouts

REPORT, LAYOUT = figures.report(41, unit="样本市样本局"), layouts.layout("shanghai_one_column")
THIS, LAST = f"{REPORT.year}年度", f"{REPORT.year - 1}年度"
SPENT = REPORT.yuan("T5", "total", "total") / 10000
SAID = f"一般公共预算财政拨款支出{SPENT:.2f}万元，主要用于以下方面："
TOTAL = REPORT.yuan("T1", "income_grand_total", "amount") / 10000


def found(tmp_path, old: str, new: str) -> list[tuple[list[str], str, str]]:
    """What is found of a report whose prose says something else."""
    connection = desk.filled(tmp_path, [desk.reading(REPORT, LAYOUT, (old, new))])
    tables.write(asked(connection))
    return connection.execute("select identities, sentence_zh, sentence_en from findings.finding").fetchall()


def test_the_year_left_of_last_years_report_is_told_where_the_amounts_are_this_years(tmp_path):
    [(identities, sentence, english)] = found(tmp_path, f"{THIS}{SAID}", f"{LAST}{SAID}")
    assert identities == ["S-02"]
    assert f"说明“{LAST}一般公共预算财政拨款支出{SPENT:.2f}万元”（其中" in sentence
    assert f"个数与本年各表相同）写作{LAST}，报告为{THIS}" in sentence
    assert f"{REPORT.year - 1} is written, the report is of {REPORT.year}" in english


@pytest.mark.parametrize(
    "said",
    [
        f"{LAST}一般公共预算财政拨款支出1234.56万元，其中：基本支出1000.11万元，项目支出234.45万元。",
        f"{LAST}一般公共预算财政拨款支出{SPENT:.2f}万元。",  # one number may be the same in two years
        f"{LAST}一般公共预算财政拨款支出{SPENT:.2f}万元，其中：基本支出1000.11万元。",
        f"{LAST}一般公共预算财政拨款支出{SPENT:.2f}万元，财政拨款收入{TOTAL:.2f}万元，与上年持平。",
        f"{LAST}支出{SPENT:.2f}万元，收入{TOTAL:.2f}万元，{THIS}支出{SPENT:.2f}万元。",
    ],
)
def test_what_is_said_of_last_year_is_no_wrong_year(said, tmp_path):
    told = found(tmp_path, f"{THIS}{SAID}", f"{said}{THIS}{SAID}")
    assert [one for one in told if "S-02" in one[0]] == []
