"""Units side by side at the desk, and one over its years: the figures of the charts, one scale each, what is chosen."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from starlette.testclient import TestClient

from pipelines.outputs.desk import compare
from pipelines.serving.desk.application import app
from pipelines.serving.desk.asking import asked
from pipelines.serving.guard import names
from pipelines.settings import Places
from pipelines.warehouse import database
from tests.support.desk import published


@pytest.fixture(scope="module")
def desk(small: Places) -> Iterator[TestClient]:
    with TestClient(app(small, names(3002)), base_url="http://127.0.0.1:3002") as client:
        yield client


@pytest.fixture(scope="module")
def keys(small: Places) -> dict[str, str]:
    """Unit name → its key."""
    with database.connect(small.database) as connection:
        found = "select distinct unit_name, unit_key from star.dim_report join star.dim_unit using (unit_key)"
        return dict(connection.execute(found).fetchall())


def test_two_units_stand_side_by_side_on_one_scale(small, keys):
    with asked(small) as warehouse:
        shown = compare.compare(warehouse, [keys[published.EDUCATION], keys[published.CIVIL]], "", 2024)
        told = warehouse.connection.execute(
            "select unit_key, sum(amount_yuan) from star.fact_expenditure where scope = 'all_funds' and fiscal_year = 2024 group by 1"
        ).fetchall()
    assert [one.name for one in shown.members] == [published.EDUCATION, published.CIVIL], "in the order asked for"
    [total] = [one for one in shown.charts if one.title[1] == "Spending in total"]
    [group] = total.groups
    sums = dict(told)
    assert [bar.yuan for bar in group.bars] == [sums[keys[published.EDUCATION]], sums[keys[published.CIVIL]]]
    longest = max(group.bars, key=lambda bar: bar.yuan or 0)
    assert longest.length == "100.00"
    [other] = [bar for bar in group.bars if bar is not longest]
    assert Decimal(other.length) == round(other.yuan / longest.yuan * 100, 2)
    titles = {one.title[1] for one in shown.charts}
    assert {"Spending by class", "Three public expenses: final", "Running costs"} <= titles
    growth = {one.name: row["growth_percent"] for one, row in shown.growth}
    assert len(growth) == 2
    assert growth[published.CIVIL] is not None
    assert all(
        row["per_one_yuan"] * row["count"] == pytest.approx(row["spent_yuan"], abs=row["count"])
        for _, row in shown.per_one
    )
    assert {row["item_en"] for _, row in (*shown.per_one, *shown.per_head)} >= {"Running costs", "Reception"}
    assert {(one.name, row["measure"]) for one, row in shown.per_head} == {
        (published.EDUCATION, "居民"),
        (published.CIVIL, "居民"),
    }


def test_one_unit_alone_is_shown_over_its_years_and_several_in_their_latest(small, keys):
    with asked(small) as warehouse:
        alone = compare.compare(warehouse, [keys[published.CIVIL]], "", None)
        both = compare.compare(warehouse, list(keys.values()), "", None)
        none = compare.compare(warehouse, [keys[published.EDUCATION]], "", 2023)
    assert [(one.year, one.called[0]) for one in alone.members] == [(2023, "2023"), (2024, "2024")]
    assert {one.year for one in both.members} == {2024}
    assert (none.members, none.charts) == ((), ())


def test_units_are_offered_by_a_part_of_their_name_and_those_chosen_stay(desk, keys):
    page = desk.get("/compare", params={"name": "教育", "unit": keys[published.CIVIL]}).text
    assert f'value="{keys[published.CIVIL]}" checked' in page
    assert f'value="{keys[published.EDUCATION]}">' in page
    assert page.count('type="checkbox"') == 2
    assert "没有这样的单位" in desk.get("/compare", params={"name": "没有"}).text


def test_each_chart_has_its_table_and_hostile_values_stay_text(desk, keys):
    page = desk.get("/compare", params={"unit": list(keys.values())}).text
    charts = re.findall(r'<figure class="chart">.*?</figure>', page, re.DOTALL)
    assert len(charts) >= 4
    assert all('<td class="number">' in one and "<svg" in one for one in charts)
    assert " style=" not in page
    many = desk.get("/compare", params={"unit": [*keys.values(), *map(str, range(9))]}).text
    assert "其余未列" in many
    assert "其余未列" not in page
    hostile = desk.get("/compare", params={"unit": "'; drop table x", "name": "<script>", "year": "abcd"})
    assert hostile.status_code == 200
    assert "<script>" not in hostile.text


def test_units_are_told_apart_by_a_sign_of_the_page_s_language(desk, keys):
    asked_for = {"unit": [keys[published.EDUCATION], keys[published.CIVIL]], "year": "2024"}
    page = desk.get("/compare", params=asked_for).text
    assert '<span class="zh" lang="zh-CN">；</span><span class="en" lang="en">; </span><a href="/unit/' in page
