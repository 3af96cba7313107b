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
