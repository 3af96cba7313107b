"""What 机构运行信息表 prints beside the three public expenses: counts, running costs, vehicles, procurement (重庆, 云南)."""

from collections.abc import Mapping
from dataclasses import replace

import duckdb
import pytest

from pipelines.forms.form_set import read_forms
from pipelines.forms.layout import lay_out
from pipelines.reading.readings import Reading
from tests.support.desk.desk import filled, reading, report_id
from tests.support.figures import figures
from tests.support.paper import layouts
from tests.support.paper.drafts import grid, page

MONEY = [
    ["一、“三公”经费支出", "—", "—"], ["（一）支出合计", "5.98", "5.26"], ["1.因公出国（境）费", "3.17", "2.87"],
    ["2.公务用车购置及运行维护费", "1.19", "1.11"], ["（1）公务用车购置费", "", ""], ["（2）公务用车运行维护费", "1.19", "1.11"],
    ["3.公务接待费", "1.62", "1.28"], ["（1）国内接待费", "—", "1.28"], ["其中：外事接待费", "—", "0.20"], ["（2）国（境）外接待费", "—", ""],
]  # fmt: skip
"""As the drawn report's T7 has them."""
OPERATION = [
    ["（二）相关统计数", "—", "—"], ["1.因公出国（境）团组数（个）", "—", "2"], ["2.因公出国（境）人次数（人）", "—", "5"],
    ["3.公务用车购置数（辆）", "—", "0"], ["4.公务用车保有量（辆）", "—", "4"], ["5.国内公务接待批次（个）", "—", "12"],
    ["其中：外事接待批次（个）", "—", "1"], ["6.国内公务接待人次（人）", "—", "96"], ["其中：外事接待人次（人）", "—", "6"],
    ["7.国（境）外公务接待批次（个）", "—", ""], ["8.国（境）外公务接待人次（人）", "—", ""],
    ["二、机关运行经费", "—", "337.53"], ["（一）行政单位", "—", "330.00"], ["（二）参照公务员法管理事业单位", "—", "7.53"],
    ["三、国有资产占用情况", "—", "—"], ["（一）车辆数合计（辆）", "—", "4"], ["1.副部（省）级及以上领导用车", "—", ""],
    ["2.主要领导干部用车", "—", "1"], ["3.机要通信用车", "—", "2"], ["8.其他用车", "—", "1"], ["（二）单价100万元（含）以上设备（不含车辆）（台，套）", "—", "0"],
    ["四、政府采购支出信息", "—", "—"], ["（一）政府采购支出合计", "—", "2895.89"], ["1.政府采购货物支出", "—", "1234.45"],
    ["2.政府采购工程支出", "—", "1159.38"], ["3.政府采购服务支出", "—", "502.06"], ["（二）政府采购授予中小企业合同金额", "—", "2115.45"],
    ["其中：授予小微企业合同金额", "—", "1418.41"],
]  # fmt: skip
WRONG = [
    ("1.因公出国（境）团组数（个）", "3", {"N-59"}),
    ("1.因公出国（境）团组数（个）", "7", {"N-59", "W7-04"}),
    ("2.因公出国（境）人次数（人）", "50", {"N-59"}),
    ("3.公务用车购置数（辆）", "1", {"N-59"}),
    ("4.公务用车保有量（辆）", "6", {"N-59"}),
    ("5.国内公务接待批次（个）", "21", {"N-59"}),
    ("6.国内公务接待人次（人）", "69", {"N-59"}),
    ("其中：外事接待批次（个）", "7", {"W7-04"}),
    ("其中：外事接待人次（人）", "97", {"W7-04"}),
    ("（一）行政单位", "331.00", {"W7-03"}),
    ("3.机要通信用车", "3", {"W7-03"}),
    ("（一）车辆数合计（辆）", "5", {"N-59", "W7-03"}),
    ("2.政府采购工程支出", "1158.38", {"N-17", "W7-03"}),
    ("（二）政府采购授予中小企业合同金额", "3115.45", {"N-17", "W7-04"}),
    ("其中：授予小微企业合同金额", "2418.41", {"N-17", "W7-04"}),
]
"""Row, what is printed instead, the identities that tell it."""


ABROAD = {"5.国内公务接待批次（个）": "11", "7.国（境）外公务接待批次（个）": "1"}
"""12 batches, as the prose says: 11 of them at home."""


def with_form(changed: Mapping[str, str], unit: str = "样本市样本局") -> Reading:
    """Return the drawn reading with 机构运行信息表 instead of its T7; changed: row → what is printed in place of what is right."""
    rows = [["项目", "预算数", "决算数"], *([n, b, changed.get(n, f)] for n, b, f in (*MONEY, *OPERATION))]
    [own] = read_forms(lay_out([page(1, ["机构运行信息表", "单位：万元"], grid(rows))]), 2024).forms
    assert not own.doubts
    sound = reading(figures.report(3), layouts.layout("shanghai_one_column"))
    [before] = [form for form in sound.forms if form.key == "T7"]
    moved = tuple(replace(a, page=before.amounts[0].page) for a in own.amounts)
    form = replace(before, amounts=moved)
    forms = tuple(form if one is before else one for one in sound.forms)
    return replace(sound, forms=forms, disclosure=replace(sound.disclosure, unit=unit))


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """The report as it is right, then once for each thing wrong."""
    wrong = [with_form({label: printed}, f"样本市第{n}样本局") for n, (label, printed, _) in enumerate(WRONG)]
    return filled(tmp_path_factory.mktemp("operation"), [*wrong, with_form({}), with_form(ABROAD, "样本市外事局")])


def violated(connection: duckdb.DuckDBPyConnection, number: int) -> set[str]:
    query = "select distinct identity_id from checks.violation where report_id = ?"
    return {key for (key,) in connection.execute(query, [report_id(number)]).fetchall()}


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_what_is_wrong_in_the_form_is_told(warehouse, number):
    right = violated(warehouse, len(WRONG))
    assert violated(warehouse, number) - right == WRONG[number][2]


def test_what_is_right_is_judged_and_not_told(warehouse):
    query = """
        select identity_id, count(*) from checks.term where report_id = ? and identity_id in ('N-59', 'W7-03', 'W7-04') and side = 'total'
        group by identity_id order by identity_id"""
    judged = warehouse.execute(query, [report_id(len(WRONG))]).fetchall()
    assert judged == [("N-59", 7), ("W7-03", 3), ("W7-04", 7)]
    assert not violated(warehouse, len(WRONG)) & {"N-59", "W7-03", "W7-04", "N-17"}


def test_guests_received_abroad_may_be_counted_with_the_others(warehouse):
    assert "N-59" not in violated(warehouse, len(WRONG) + 1)
