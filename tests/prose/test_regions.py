"""Sound prose as the regions write it: every number is read as its annotation says, and none is left unexplained."""

import pytest

from pipelines.settings import PROJECT
from tests.support.desk.annotated_prose import read_annotated, split_annotations

REGIONS = sorted((PROJECT / "tests" / "golden" / "regions").glob("*.txt"))


def test_the_regions_are_there():
    assert len(REGIONS) >= 27


@pytest.mark.parametrize("path", REGIONS, ids=lambda path: path.stem)
def test_every_number_is_read_as_it_is_meant(path):
    compared = read_annotated(path)
    assert compared.read == compared.wanted
    assert compared.unexplained == []


def test_an_annotation_says_subject_role_direction_and_base():
    plain, wanted = split_annotations(
        ["收入1，335.93{income_total}万元，增加2{. c+}万元，占3{basic s=income_total}%。"]
    )
    assert plain == ["收入1，335.93万元，增加2万元，占3%。"]
    assert [(fact.text, fact.subject, fact.role, fact.direction, fact.base) for fact in wanted] == [
        ("1,335.93", "income_total", "value", "", ""),
        ("2", "income_total", "change", "up", "prior_year"),
        ("3", "basic", "share", "", "income_total"),
    ]
