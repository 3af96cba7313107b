"""The table of the three public expenses (三公) as publishers vary it."""

import pytest

from pipelines.forms.form_set import read_forms
from pipelines.forms.forms import Form
from pipelines.forms.layout import lay_out
from tests.support.paper.drafts import grid, page, read

TITLE = ["财政拨款“三公”经费支出决算表", "单位：万元"]


def columns(form: Form) -> dict[str | None, str]:
    return {a.column: a.text for a in form.amounts if a.mark == "number" and not a.held}


def test_parts_of_reception_do_not_claim_to_be_reception():
    rows = [["项目", "预算数", "决算数"], ["合计", "9.00", "5.00"], ["1.因公出国（境）费", "—", "—"]]
    rows += [["2.公务用车购置及运行维护费", "4.00", "2.00"], ["（1）公务用车购置费", "—", "—"]]
    rows += [["（2）公务用车运行维护费", "4.00", "2.00"], ["3.公务接待费", "5.00", "3.00"]]
    rows += [
        ["（1）国内接待费", "5.00", "2.50"],
        ["其中：外事接待费", "—", "0.20"],
        ["（2）国（境）外接待费", "—", "0.50"],
    ]
    [form] = read(page(1, TITLE, grid(rows[:8])))
    assert not form.doubts
    found = columns(form)
    assert (found["final_reception"], found["final_reception_domestic"]) == ("3.00", "2.50")
    [with_foreign] = read(page(1, TITLE, grid(rows[:7] + rows[9:])))
    assert columns(with_foreign)["final_reception_overseas"] == "0.50"


def test_travel_stands_beside_meetings_and_training():
    """重庆 prints 差旅费 in its form of 机构运行信息."""
    rows = [
        ["项目", "预算数", "决算数"],
        ["合计", "9.00", "5.00"],
        ["3.公务接待费", "9.00", "5.00"],
        ["四、差旅费", "—", "117.16"],
    ]
    [form] = read(page(1, TITLE, grid(rows)))
    assert not form.doubts
    assert columns(form)["final_travel"] == "117.16"


def test_phases_may_be_rows():
    head = [["项目", "合计", "因公出国（境）费", "公务用车运行维护费", "公务接待费"]]
    rows = [["2024年预算数", "9.00", "1.00", "4.00", "4.00"], ["2024年决算数", "6.00", "0.00", "4.00", "2.00"]]
    [form] = read(page(1, TITLE, grid(head + rows)))
    assert not form.doubts
    assert columns(form) == {
        "budget_total": "9.00", "budget_abroad": "1.00", "budget_running": "4.00", "budget_reception": "4.00",
        "final_total": "6.00", "final_abroad": "0.00", "final_running": "4.00", "final_reception": "2.00",
    }  # fmt: skip


@pytest.mark.parametrize("fund", ["", "一般公共预算"], ids=["no_fund", "fund_whose_name_says_预算"])
@pytest.mark.parametrize("first", [0, 1], ids=["under_their_name", "name_outside_the_rules"])
def test_a_subtotal_right_under_the_three_public_expenses_is_their_total(first, fund):
    """The 预算 in the name of a fund is no phase: the rows say which amounts are the budget and which the final."""
    top, vehicles = f"{fund}财政拨款安排的“三公”经费", "公务用车购置及运行维护费"
    head = [["项目", top, top, top, top, "会议费"]]
    head += [["项目", "小计", "因公出国（境）费用", vehicles, vehicles, "会议费"]]
    head += [["项目", "小计", "因公出国（境）费用", "小计", "公务用车购置费", "会议费"]]
    rows = [["预算数", "9.00", "1.00", "8.00", "3.00", "2.00"], ["决算数", "6.00", "", "6.00", "2.00", "1.00"]]
    [form] = read(page(1, TITLE, grid(head[first:] + rows)))
    assert not form.doubts
    found = columns(form)
    assert (found["budget_total"], found["budget_vehicles"], found["budget_purchase"]) == ("9.00", "8.00", "3.00")
    assert (found["final_total"], found["final_vehicles"], found["final_conference"]) == ("6.00", "6.00", "1.00")


@pytest.mark.parametrize("alone", [False, True], ids=["three_public_has_no_sum", "three_public_has_its_own"])
def test_a_sum_with_meetings_and_training_is_no_total_of_the_three_public_expenses(alone):
    """江苏 prints 合计 over 三公, 会议费 and 培训费 together."""
    top, own = "财政拨款“三公”经费、会议费和培训费", "“三公”经费"
    first = "小计" if alone else "因公出国（境）费"
    head = [
        ["项目", top, top, top, top, top],
        ["项目", "合计", own, own, "会议费", "培训费"],
        ["项目", "合计", first, "公务接待费", "会议费", "培训费"],
    ]
    rows = [["预算数", "19.00", "4.00", "4.00", "7.00", "8.00"], ["决算数", "12.00", "3.00", "3.00", "4.00", "5.00"]]
    [form] = read(page(1, TITLE, grid(head + rows)))
    assert not form.doubts
    found = columns(form)
    assert (found["budget_grand_total"], found["final_grand_total"], found["final_conference"]) == (
        "19.00",
        "12.00",
        "4.00",
    )
    assert found.get("final_total") == ("3.00" if alone else None)


def test_rows_that_do_not_say_their_phase_are_held():
    """A left column without its rule was not read: which row is the budget is then not known."""
    head = [["合计", "因公出国（境）费", "公务接待费"]]
    rows = [["9.00", "1.00", "8.00"], ["6.00", "1.00", "5.00"]]
    [form] = read(page(1, TITLE, grid(head + rows)))
    assert {a.held for a in form.amounts} == {True}
    twice = [["合计", "公务接待费", "合计", "公务接待费"], ["9.00", "—", "6.00", "5.00"]]
    [form] = read(page(1, TITLE, grid(twice)))
    assert {a.held for a in form.amounts} == {True}
    [alone] = read(page(1, TITLE, grid(head + rows[1:])))
    assert columns(alone)["final_total"] == "6.00"


def test_running_costs_procurement_and_counts_beside_the_three_public_expenses():
    rows = [["项目", "行次", "预算数", "决算数"], ["一、“三公”经费支出", "1", "—", "—"]]
    rows += [["（一）支出合计", "2", "9.00", "5.00"], ["3.公务接待费", "3", "9.00", "5.00"]]
    rows += [["（二）相关统计数", "4", "—", "—"], ["5.国内公务接待批次（个）", "5", "—", "12"]]
    rows += [["二、机关运行经费", "6", "—", "30.00"], ["（一）行政单位", "7", "—", "30.00"]]
    rows += [["1.副部（省）级及以上领导用车", "8", "—", "1"], ["（一）政府采购支出合计", "9", "—", "8.00"]]
    rows += [["1.政府采购货物支出", "10", "—", "8.00"], ["二、不知名的支出", "11", "—", "7.00"]]
    [form] = read(page(1, ["机构运行信息表", "单位：万元"], grid(rows)))
    assert form.key == "U7"
    assert [
        f.key for f in read_forms(lay_out([page(1, ["机构运行信息表", "单位：万元"], grid(rows))]), 2024).forms
    ] == ["T7"]
    assert [d.detail for d in form.doubts if d.held] == ["二、不知名的支出 — 7.00"]
    found = columns(form)
    assert (found["final_operating_costs"], found["final_procurement"]) == ("30.00", "8.00")
    assert found["final_procurement_goods"] == "8.00"
    assert {a.text for a in form.amounts if a.column == "count" and a.mark == "number"} == {"12", "1"}


def test_a_number_too_wide_for_its_column_is_doubted():
    [form] = read(page(1, TITLE, grid([["项目", "预算数", "决算数"], ["合计", "9.00", "####"]])))
    assert [d.reason for d in form.doubts] == ["not a clean number: ####"]


def test_a_subtotal_is_of_the_heading_above_it():
    part = ["公务接待费", "公务接待费", None]
    head = [
        ["合计", "公务用车购置及运行维护费", None, *part[1:]],
        [None, "小计", "公务用车运行维护费", "小计", "国内接待费"],
    ]
    [form] = read(
        page(1, TITLE, grid([["合计", *head[0][1:]], ["合计", *head[1][1:]], ["9.00", "4.00", "4.00", "5.00", "5.00"]]))
    )
    assert not form.doubts
    assert columns(form) == {
        "final_total": "9.00", "final_vehicles": "4.00", "final_running": "4.00", "final_reception": "5.00",
        "final_reception_domestic": "5.00",
    }  # fmt: skip


def test_rows_of_units_are_within_the_total_row():
    head = ["单位名称", "决算数", None], ["单位名称", "合计", "公务接待费"]
    rows = [["合计", "5.00", "5.00"], ["桂江市民政局", "5.00", "5.00"]]
    [form] = read(page(1, TITLE, grid([*head, *rows])))
    assert not form.doubts
    assert {(a.column, a.within) for a in form.amounts if a.label == "合计"} == {
        ("final_total", False),
        ("final_reception", False),
    }
    assert {a.within for a in form.amounts if a.label != "合计"} == {True}


def test_counts_beside_their_names_below_the_money():
    rows = [["合计", "公务接待费", "会议费", "培训费"], ["9.00", "3.00", "4.00", "2.00"]]
    rows += [["国内公务接待批次（个）", None, "12", None], ["相关说明", None, "本年减少", None]]
    [form] = read(page(1, TITLE, grid(rows)))
    assert [(a.label, a.text, a.counted_in) for a in form.amounts if a.column == "count"] == [
        ("国内公务接待批次(个)", "12", "个")
    ]
    assert columns(form)["final_conference"] == "4.00"


def test_a_count_below_the_money_is_read_once():
    """Two readings of one cell have one id, and no warehouse takes that."""
    rows = [["合计", "公务接待费", "会议费", "培训费"], ["9.00", "3.00", "4.00", "2.00"]]
    [form] = read(page(1, TITLE, grid([*rows, ["国内公务接待批次（个）", None, None, "12"]])))
    assert [(a.column, a.label, a.text) for a in form.amounts if (a.row, a.column_number) == (1, 3)] == [
        ("count", "国内公务接待批次(个)", "12")
    ]
    assert columns(form)["final_training"] == "2.00"


def test_a_bare_sum_is_what_it_adds_up_to():
    head = ["合计", "公务接待费", "会议费", "培训费"]
    [wide] = read(page(1, TITLE, grid([head, ["9.00", "3.00", "4.00", "2.00"]])))
    assert columns(wide)["final_grand_total"] == "9.00"
    for total in ("3.00", "8.00"):
        [narrow] = read(page(1, TITLE, grid([head, [total, "3.00", "4.00", "2.00"]])))
        assert columns(narrow)["final_total"] == total


def test_budget_above_and_final_below_one_heading_are_two_phases():
    """江苏 prints the heading twice, below a line 预算数 and below a line 决算数; the blocks need not have the same columns."""
    items = ["“三公”经费合计", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费", "会议费"]
    block = [["预算数", None, None, None, None, None], items, ["19.00", "3.00", "", "12.00", "4.00", "7.00"]]
    block += [["决算数", None, None, None, None, None], items, ["11.00", "", "", "8.00", "3.00", "5.00"]]
    [form] = read(page(1, TITLE, grid(block)))
    assert not form.doubts
    assert columns(form) == {
        "budget_total": "19.00", "budget_abroad": "3.00", "budget_running": "12.00", "budget_reception": "4.00",
        "budget_conference": "7.00", "final_total": "11.00", "final_running": "8.00", "final_reception": "3.00",
        "final_conference": "5.00",
    }  # fmt: skip
    split = [[*row[:5], row[5], None] for row in block[:3]] + [[*row[:4], row[4], None, row[5]] for row in block[3:]]
    split[0], split[3] = ["预算数", *[None] * 6], ["决算数", *[None] * 6]
    [apart] = read(page(1, TITLE, grid(split)))
    assert columns(apart) == columns(form)
    for named in (("年初预算金额", "决算金额"), ("预算支出", "决算支出")):
        again = [[named[row[0] == "决算数"] if row[0] in ("预算数", "决算数") else row[0], *row[1:]] for row in block]
        assert columns(read(page(1, TITLE, grid(again)))[0]) == columns(form)


def test_a_heading_that_names_item_and_phase_in_one_is_both():
    """江苏 2019 prints 会议费支出决算 on one level, and “三公”经费支出决算 over the others."""
    top, vehicles = "“三公”经费支出决算", "公务用车购置及运行维护费"
    head = [
        [top, top, top, top, "会议费支出决算", "培训费支出决算"],
        ["合计", vehicles, vehicles, "公务接待费", "会议费支出决算", "培训费支出决算"],
        ["合计", "小计", "公务用车运行维护费", "公务接待费", "会议费支出决算", "培训费支出决算"],
    ]
    [form] = read(page(1, TITLE, grid([*head, ["9.00", "6.00", "6.00", "3.00", "4.00", "2.00"]])))
    assert not form.doubts
    assert columns(form) == {
        "final_total": "9.00", "final_vehicles": "6.00", "final_running": "6.00", "final_reception": "3.00",
        "final_conference": "4.00", "final_training": "2.00",
    }  # fmt: skip
