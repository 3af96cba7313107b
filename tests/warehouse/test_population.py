"""The residents of regions: the census's own sums hold, and each row is of a region there is."""

import csv

import pytest

from pipelines.settings import SQL

PROVINCES = 1_409_778_724
"""Residents of the 31 provinces in 2020: all but the armed forces of 1,411,778,724 (第七次全国人口普查公报 第二号)."""


def rows(name: str) -> list[dict[str, str]]:
    with open(SQL / "reference" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def residents() -> dict[str, int]:
    return {row["code"]: int(row["population"]) for row in rows("population") if row["year"] == "2020"}


def test_the_provinces_add_up_to_the_country(residents):
    provinces = [code for code in residents if code.endswith("0000")]
    assert len(provinces) == 31
    assert sum(residents[code] for code in provinces) == PROVINCES


@pytest.mark.parametrize("city", ["110000", "310000"])
def test_the_districts_of_a_city_add_up_to_it(city, residents):
    districts = [code for code in residents if code[:2] == city[:2] and code != city]
    assert len(districts) == 16
    assert sum(residents[code] for code in districts) == residents[city]


def test_each_row_has_a_region_in_force_and_says_where_it_is_published():
    named = {row["code"]: row["name"] for row in rows("administrative_divisions") if not row["last_year"]}
    assert {row["code"]: row["name"] for row in rows("population")}.items() <= named.items()
    assert all("第七次" in row["source"] for row in rows("population") if row["year"] == "2020")
