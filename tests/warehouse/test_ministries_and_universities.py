"""What final accounts of ministries and of their universities say in their own way: judged where it can be wrong, silent where it is true."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.vocabulary.numbers import Number
from tests.support.desk.desk import filled, reading, violated
from tests.support.figures import figures
from tests.support.paper import layouts

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
VISITS = "国内公务接待12批次、96人次。"
ITEM = "13.住房保障支出（类）住房改革支出（款）购房补贴（项）。"


def violations(folder, *words: tuple[str, str]) -> set[str]:
    return violated(filled(folder, [reading(REPORT, DISTRICT, *words)]))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("其中：外事接待支出1.00万元，接待90批次、1200人次；国内公务接待支出0.28万元，接待4批次、51人次。", set()),
        ("国内公务接待支出0.28万元，接待4批次、51人次；外宾接待90批次、1200人次。", set()),
        ("国内公务接待4批次（其中：外事接待9批次），国内公务接待51人次（其中：外事接待60人次）。", {"N-51"}),
        ("公务接待4批次、51人次，接待外宾9批次、60人次。", {"N-51"}),
    ],
)
def test_guests_from_abroad_are_among_those_at_home_where_it_is_said(said, told, tmp_path):
    """A ministry of foreign affairs receives more guests from abroad than at home: 外事接待 X；国内公务接待 Y are beside one another."""
    assert violations(tmp_path, (VISITS, said)) & {"N-51"} == told


def test_a_total_score_above_its_weight_is_told_once(tmp_path):
    """The row 总分 of a form of scores: that it is above 100 is that it is above its weight."""
    one = reading(REPORT, DISTRICT)
    [of_process] = {c.statement for c in one.prose.claims if c.subject == "score_part" and c.text == "18.50"}
    printed = {"weight": Number(Decimal(100), 0), "score": Number(Decimal("104.5"), 1)}
    claims = tuple(
        replace(c, subject="score", text=str(printed[c.role].value), number=printed[c.role])
        if c.statement == of_process and c.role in printed
        else c
        for c in one.prose.claims
    )
    told = violated(filled(tmp_path, [replace(one, prose=replace(one.prose, claims=claims))]))
    assert told & {"I-05", "N-46"} == {"N-46"}


def test_an_item_that_has_no_name_of_the_year_is_not_called_old(tmp_path):
    """职业高中教育 left the classification without another name of its code: there is nothing to say it should be."""
    words = (
        ITEM,
        f"13.教育支出（类）职业教育（款）职业高中教育（项）。年初预算为34.63万元，支出决算为35.33万元。{ITEM}",
    )
    assert "N-36" not in violations(tmp_path, words)
