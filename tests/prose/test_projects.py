"""Evaluated projects: each is a subject by its name, with its money, its rate, its score and its indicators."""

import pytest

from tests.support.desk.paragraphs import claims

EVALUATION = "（三）预算绩效情况说明"


def facts(*sentences: str) -> list[tuple[str, str, str, str]]:
    return [(c.subject, c.label, c.role, c.text) for c in claims(EVALUATION, *sentences)]


@pytest.mark.parametrize("tail", ["项目绩效自评综述", "项目自评综述", "项目综述"])
def test_a_summary_names_the_project_of_its_money_and_of_its_score(tail):
    summary = f"6.桂江市血站设备购置（进口部分）{tail}：项目自评得分为94.7分。全年预算数为536.20万元，执行数为413.57万元，完成预算的77.1%。"
    name = "桂江市血站设备购置(进口部分)"
    assert facts(summary) == [
        ("score", name, "score", "94.7"),
        ("project_money", name, "budget", "536.20"),
        ("project_money", name, "value", "413.57"),
        ("project_money", name, "completion", "77.1"),
    ]


@pytest.mark.parametrize("head", ["“良种补贴”项目", "1.“良种补贴”项目，", "其中，“良种补贴”项目"])
def test_a_project_in_quotes_is_named_without_综述(head):
    """内蒙古, behind how many projects were evaluated."""
    all_of_them = "本部门对2023年度项目支出开展绩效自评，共涉及项目23个，资金900.00万元。"
    assert facts(all_of_them, f"{head}全年预算数为320.00万元，执行数为298.40万元，完成预算的93.3%，自评得分97.3分。")[
        2:
    ] == [
        ("project_money", "良种补贴", "budget", "320.00"),
        ("project_money", "良种补贴", "value", "298.40"),
        ("project_money", "良种补贴", "completion", "93.3"),
        ("score", "良种补贴", "score", "97.3"),
    ]
    several = facts("“甲”“乙”等5个项目全年预算数为320.00万元。")
    assert [label for _, label, *_ in several if label in ("甲", "乙")] == []


def test_indicators_of_a_project_are_counts_and_rates():
    found = facts(
        "1.采血项目绩效自评综述：全年预算数为5万元。", "采血总量84.71吨，比去年同期增加0.91%；综合满意度为98%。"
    )
    assert found[1:] == [
        ("indicator", "采血总量", "count", "84.71"),
        ("indicator", "采血总量", "growth", "0.91"),
        ("indicator", "综合满意度", "rate", "98"),
    ]


def test_basic_and_project_expenditure_of_a_whole_are_told_apart():
    found = facts(
        "部门全年预算数90.00万元，其中，基本支出预算数50.00万元，项目支出预算数40.00万元。",
        "资金总体支出80.00万元，其中，基本支出45.00万元，项目支出35.00万元。",
    )
    assert [(label, text) for _, label, _, text in found] == [
        ("部门全年预算数", "90.00"), ("基本支出预算数", "50.00"), ("项目支出预算数", "40.00"),
        ("资金总体支出", "80.00"), ("基本支出", "45.00"), ("项目支出", "35.00"),
    ]  # fmt: skip


def test_money_of_项目_alone_is_that_of_the_project_named_above():
    found = facts("1.桂江市科普项目。", "评价得分83.06。", "项目批复预算50.00万元，全年实际支出45.00万元。")
    assert [(label, text) for _, label, _, text in found[1:]] == [("桂江市科普", "50.00"), ("桂江市科普", "45.00")]


def test_a_point_that_is_a_name_names_the_project():
    assert facts("1.2021年桂江市高龄老人补贴资金项目。", "评价得分83.06，综合评价等级为“B”。") == [
        ("score", "2021年桂江市高龄老人补贴资金", "score", "83.06")
    ]


def test_the_department_as_a_whole_is_scored_too():
    found = facts("部门整体支出自评得分99.5，全年预算数2,495.55万元，执行数2074.01万元，完成预算的83.11%。")
    assert [one[:2] for one in found] == [("score", "部门整体支出"), *[("project_money", "部门整体支出")] * 3]


def test_another_heading_ends_the_project():
    assert facts("1.采血项目绩效自评综述：全年预算数为5万元。", "（四）评价结果", "评价得分85分。")[-1][:2] == (
        "score",
        "",
    )


@pytest.mark.parametrize("level", ["一级", "二级", "专项资金", "市级"])
def test_numbers_of_projects_are_counts(level):
    assert facts(f"本部门反映核酸检测等82个{level}项目的绩效自评结果，涉及预算资金5.29万元。")[0][:4:2] == (
        "self_evaluated_projects", "count",
    )  # fmt: skip
