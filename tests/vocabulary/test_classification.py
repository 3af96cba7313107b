"""Printed code parts join to codes, and names find their codes."""

import pytest

from pipelines.vocabulary import classification
from pipelines.vocabulary.classification import class_by_name, contradicts, join_code, of_another_year


@pytest.mark.parametrize(
    ("parts", "previous", "code"),
    [
        (("2010601",), None, "2010601"),
        (("201", "06", "01"), None, "2010601"),
        (("201", "6", "1"), None, "2010601"),
        (("201", "06", ""), None, "20106"),
        (("201", "", ""), None, "201"),
        (("2010601", "", ""), None, "2010601"),
        (("301", "2"), None, "30102"),
        (("", "06", ""), "201", "20106"),
        (("", "", "01"), "20106", "2010601"),
        (("", "", "02"), "2010601", "2010602"),
        (("201", "20106", "2010601"), None, "2010601"),
        (("", "06", ""), None, None),
        (("20", "", ""), None, None),
        (("201", "", "01"), None, None),
        (("类", "款", "项"), None, None),
        (("", "", ""), "201", None),
    ],
)
def test_joins_code_parts(parts, previous, code):
    assert join_code(parts, previous) == code


def test_class_names_find_their_codes_by_name_of_the_year():
    assert class_by_name("社会保障和就业支出", 2024) == ("208", True)
    assert class_by_name("抗役特别国债安排的支出", 2023) == ("234", False)
    assert class_by_name("文化旅游体育与传", 2024) == ("207", False)
    assert class_by_name("完全不同的名称", 2023) is None
    assert class_by_name("一般公共", 2024) is None


def test_a_name_that_is_not_the_codes_is_a_contradiction():
    system = classification.functional()
    assert contradicts("2080505", "机关事业单位基本养老保险缴费支出", 2024, system) is None
    assert contradicts("2080505", "住房公积金", 2024, system).code == "2080505"
    assert contradicts("9999999", "无此科目", 2024, system) is None


def test_a_name_of_later_years_contradicts_nothing_before():
    """What a code was called in a year of which the reference has no name is not known, and no doubt."""
    of_later = classification.Code(
        code="2130599", name="其他衔接支出", first_year=2022, last_year=None, source="knowledge?"
    )
    system = {"2130599": (of_later,)}
    assert contradicts("2130599", "其他扶贫支出", 2019, system) is None
    assert contradicts("2130599", "其他扶贫支出", 2023, system) is of_later


def test_a_name_of_another_year_is_no_contradiction_but_is_noted_where_its_years_are_known():
    system = classification.functional()
    names = [("2100410", "突发公共卫生事件应急处理"), ("2100410", "突发公共卫生事件应急处置")]
    names += [("21208", "国有土地使用权出让收入及对应专项债务收入安排的支出"), ("20805", "行政事业单位离退休")]
    for code, name in names:
        assert all(contradicts(code, name, year, system) is None for year in (2018, 2022, 2025)), name
    assert of_another_year("20805", "行政事业单位离退休", 2025, system).last_year == 2019
    assert of_another_year("20805", "行政事业单位离退休", 2018, system) is None
    assert of_another_year("20805", "行政事业单位养老支出", 2025, system) is None
    assert of_another_year("2100410", "突发公共卫生事件应急处理", 2025, system) is None, "its years are not certain"
    assert of_another_year("20805", "住房公积金", 2025, system) is None


@pytest.mark.parametrize(
    ("code", "printed", "is_another"),
    [
        ("2080506", "费机支关出事业单位职业年金缴费支", False),
        ("2080599", "出其他行政事业单位养老支出", False),
        ("2080506", "机关事业单位职业年金补助", True),
    ],
)
def test_a_name_printed_over_by_its_neighbour_is_no_other_name(code, printed, is_another):
    found = contradicts(code, printed, 2025, classification.functional())
    assert (found is not None) == is_another
