"""A unit is a name and a level: a department and its 本级 are two, however the 本级 is written."""

from dataclasses import replace

import duckdb
import pytest

from pipelines.findings import tables
from pipelines.reading.readings import Reading
from pipelines.warehouse import creation
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.figures import figures
from tests.support.paper import layouts

NAME = "上海市长宁区样本民政局"
LAYOUT = layouts.layout("all_in_yuan")


def published(report: figures.Report, level: str | None, name: str = NAME) -> Reading:
    """A reading of a report whose cover names the unit and says the level."""
    one = desk.reading(report, LAYOUT)
    return replace(one, disclosure=replace(one.disclosure, unit=name, level=level))


@pytest.fixture(scope="module")
def both(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """A department over its 本级 and a centre in 2024, the 本级 under the department's name; in 2023 under a name of its own."""
    own, centre = figures.report(11, 2023, NAME), figures.report(12, 2024, f"{NAME}第一中心")
    now = figures.next_year(own)
    whole = figures.department(NAME, (now, centre))
    told = [
        published(own, "单位", f"{NAME}（本级）"), published(whole, "部门"), published(now, "单位"), published(centre, "单位", centre.unit),
    ]  # fmt: skip
    connection = desk.filled(tmp_path_factory.mktemp("both"), told)
    tables.write(asked(connection))
    creation.answer(asked(connection))
    return connection


def test_a_department_and_its_own_unit_are_two_units(both):
    rows = both.execute("select unit_name, level from star.dim_unit where has_report order by all").fetchall()
    assert rows == [(NAME, "部门"), (f"{NAME}第一中心", "单位"), (f"{NAME}（本级）", "单位")]
    parents = both.execute(
        "select unit.unit_name, parent.unit_name from star.dim_unit as unit"
        " join star.dim_unit as parent on parent.unit_key = unit.parent_unit_key where unit.has_report order by all"
    ).fetchall()
    assert parents == [(f"{NAME}第一中心", NAME), (f"{NAME}（本级）", NAME)]


def test_each_is_current_and_has_its_own_last_year(both):
    rows = both.execute(
        "select unit_name, fiscal_year, version, is_current from star.dim_report join star.dim_unit using (unit_key) order by all"
    ).fetchall()
    assert rows == [
        (NAME, 2024, 1, True), (f"{NAME}第一中心", 2024, 1, True), (f"{NAME}（本级）", 2023, 1, True), (f"{NAME}（本级）", 2024, 1, True),
    ]  # fmt: skip
    beside = both.execute("select relation, count(*) from checks.related_report group by all order by all").fetchall()
    assert beside == [("prior_year", 1), ("units", 2)], (
        "last year's 本级 beside this year's, both units beside the department"
    )


def test_no_answer_adds_a_department_to_its_own_unit(both):
    doubled = both.execute(
        "select unit_name, fiscal_year, scope, count(*) from questions.basic_and_project group by all having count(*) > 1"
    ).fetchall()
    assert doubled == []
    assert both.execute(
        "select count(distinct unit_name) from questions.basic_and_project where fiscal_year = 2024"
    ).fetchone() == (3,)
    units = both.execute("select unit_name, published from questions.units_of_department order by all").fetchall()
    assert units == [(f"{NAME}第一中心", "已公开"), (f"{NAME}（本级）", "已公开")]
    coverage = both.execute(
        "select unit_name, level, status from questions.coverage where fiscal_year = 2024 and status = '已公开' order by all"
    ).fetchall()
    assert coverage == [
        (NAME, "部门", "已公开"),
        (f"{NAME}第一中心", "单位", "已公开"),
        (f"{NAME}（本级）", "单位", "已公开"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ((NAME, "部门"), (NAME, None), True), ((NAME, "部门"), (NAME, "单位"), False), ((NAME, "单位"), (f"{NAME}（本级）", "部门"), True),
        ((f"{NAME}本级", "单位"), (f"{NAME}(机关本级)", "单位"), True), ((f"{NAME}（汇总）", "部门"), (NAME, "部门"), True),
        ((f"{NAME}（汇总）", "部门"), (f"{NAME}（本级）", "单位"), False),
        (("中共江苏省委办公厅", "部门"), ("江苏省委办公厅", "部门"), True), (("中共样本区委党校", "部门"), ("样本区党校", "部门"), False),
    ],
)  # fmt: skip
def test_what_makes_two_reports_those_of_one_unit(one, other, alike, both):
    keys = both.execute("select unit_key(?, ?), unit_key(?, ?)", [*one, *other]).fetchone()
    assert (keys[0] == keys[1]) == alike


def test_a_unit_whose_accounts_are_in_the_own_ones_is_not_missing(tmp_path):
    units = tuple(figures.report(seed, 2024, f"{NAME}{name}") for seed, name in ((7, ""), (8, "第二中心")))
    whole = published(figures.department(NAME, units), "部门")
    members = tuple(replace(one, is_merged=one.name.endswith("中心")) for one in whole.prose.members)
    whole = replace(whole, prose=replace(whole.prose, members=members))
    connection = desk.filled(tmp_path, [whole, published(units[0], "单位")])
    tables.write(asked(connection))
    creation.answer(asked(connection))
    shown = connection.execute(
        "select unit_name, published from questions.units_of_department where department = ? order by all", [NAME]
    )
    assert shown.fetchall() == [(f"{NAME}第二中心", "并入本级"), (f"{NAME}（本级）", "已公开")]
    coverage = connection.execute("select status from questions.coverage where unit_name = ?", [f"{NAME}第二中心"])
    assert coverage.fetchall() == [("并入本级",)]
    missing = connection.execute(
        "select distinct outcome from checks.outcome where identity_id = 'U-04' and outcome != 'not_evaluable'"
    ).fetchall()
    assert missing == [("exact",)]
