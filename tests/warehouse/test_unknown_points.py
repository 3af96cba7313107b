"""What is said of an item by a name of no classification is a misprint of nothing."""

import pytest

from tests.support.desk.desk import filled, reading, violated
from tests.support.figures import figures
from tests.support.paper import layouts

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
SECOND = "2.文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）。"


@pytest.mark.parametrize("heading", [
    "2.群团组织工作经费。", "2.行政运行科目。", "2.文化旅游体育与传媒支出〔类〕文化和旅游〔款〕行政运行〔项〕。", "2.文化旅游体育与传媒支出类文化和旅游款行政运行项。",
])  # fmt: skip
def test_a_point_of_another_name_than_the_classification_violates_nothing(heading, tmp_path):
    assert violated(filled(tmp_path, [reading(REPORT, DISTRICT, (SECOND, heading))])) == set()


def test_a_rough_budget_is_held_against_nothing(tmp_path):
    exact, rough = "支出预算为5.98万元，支出决算为5.26万元", "支出预算约6万元，支出决算为5.26万元"
    assert violated(filled(tmp_path, [reading(REPORT, DISTRICT, (exact, rough))])) == set()


def test_a_fund_below_a_heading_that_does_not_name_it_is_not_the_fund_before(tmp_path):
    heading = "九、国有资本经营预算财政拨款收入支出决算情况说明"
    assert violated(filled(tmp_path, [reading(REPORT, DISTRICT, (heading, "九、有关情况的说明"))])) == set()
