"""A rate printed in a form can be what is wrong: it has no money unit, and was taken for a blank cell."""

from dataclasses import replace
from pathlib import Path

from pipelines.findings import tables
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.paper.budgets import SAMPLE, Sheet, reading


def test_a_wrong_rate_of_change_is_told_and_not_the_two_years(tmp_path: Path):
    rows = [
        ["科目编码", "科目名称", "2023年执行数", "2024年预算数", None, None, "2024年预算数比2023年执行数", None],
        ["科目编码", "科目名称", "2023年执行数", "小计", "基本支出", "项目支出", "增减额", "增减%"],
        ["2130211", "动植物保护", "7573.58", "6428.00", "", "6428.00", "-1145.58", "-6.13"],
        ["合计", None, "7573.58", "6428.00", "", "6428.00", "-1145.58", "-15.13"],
    ]
    sheet = Sheet(key="P5", title="一般公共预算支出表", unit="万元", rows=rows)
    connection = desk.filled(tmp_path, [reading(replace(SAMPLE, year=2024), [sheet])])
    tables.write(asked(connection))
    found = connection.execute(
        "select identities, sentence_zh from findings.finding where list_contains(identities, 'PV-02')"
    )
    [(identities, sentence)] = found.fetchall()
    assert identities == ["PV-02"]
    assert "动植物保护 2024年预算数比2023年执行数/增减%：印为-6.13%，按报告其他各数应为-15.13%" in sentence


def test_of_a_change_printed_without_its_sign_the_sign_is_told(tmp_path: Path):
    """It is one number to change, and the two years are right; it was taken for one that is never below zero."""
    rows = [
        ["科目编码", "科目名称", "2023年执行数", "2024年预算数", None, None, "2024年预算数比2023年执行数", None],
        ["科目编码", "科目名称", "2023年执行数", "小计", "基本支出", "项目支出", "增减额", "增减%"],
        ["2130211", "动植物保护", "7573.58", "6428.00", "", "6428.00", "1145.58", "-15.13"],
        ["合计", None, "7573.58", "6428.00", "", "6428.00", "-1145.58", "-15.13"],
    ]
    sheet = Sheet(key="P5", title="一般公共预算支出表", unit="万元", rows=rows)
    connection = desk.filled(tmp_path, [reading(replace(SAMPLE, year=2024), [sheet])])
    tables.write(asked(connection))
    query = "select sentence_zh from findings.finding where list_contains(identities, 'PV-01')"
    [(sentence,)] = connection.execute(query).fetchall()
    assert "增减额：印为1145.58万元，按报告其他各数应为-1,145.5" in sentence
    assert "正负号有误" in sentence
