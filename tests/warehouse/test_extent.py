"""How far a report was checked: nothing counted twice or lost, every identity under a duty, every form of the set told."""

import csv

import pytest

from pipelines.settings import REFERENCE, SQL
from pipelines.vocabulary import labels
from pipelines.warehouse import database, identities


@pytest.fixture(scope="module")
def warehouse(small):
    with database.open_published(small) as opened:
        yield opened.connection


def test_every_instance_is_counted_once(warehouse):
    counted = warehouse.execute(
        "select report_id, sum(judged), sum(not_judged), sum(violations) from checks.extent group by all"
    )
    outcomes = """select report_id, count(*) filter (outcome != 'not_evaluable'), count(*) filter (outcome = 'not_evaluable'),
        count(*) filter (outcome = 'violation') from checks.outcome group by all"""
    assert sorted(counted.fetchall()) == sorted(warehouse.execute(outcomes).fetchall())
    reasons = "select sum(not_judged), sum(list_sum(map_values(reasons))) from checks.extent"
    assert len(set(warehouse.execute(reasons).fetchone())) == 1


def test_every_number_read_is_told_under_its_form_or_section(warehouse):
    """One row at least for what was printed, whether an identity looks at it or not."""
    cells = "select report_id, form, count(*) from reading.amount where mark = 'number' group by all"
    told = "select distinct report_id, form, numbers from checks.extent where form is not null and numbers > 0"
    assert sorted(warehouse.execute(told).fetchall()) == sorted(warehouse.execute(cells).fetchall())
    claims = "select report_id, section, count(value) from reading.claim group by all having count(value) > 0"
    said = "select distinct report_id, section, numbers from checks.extent where section is not null and numbers > 0"
    assert sorted(warehouse.execute(said).fetchall()) == sorted(warehouse.execute(claims).fetchall())


def test_every_form_of_the_set_is_told_whether_read_or_not(warehouse):
    due = "select report_id, form, status from checks.form_status where status not in ('not in this table set', 'no tables')"
    told = "select distinct report_id, form, status from checks.extent where duty not in ('completeness', 'across_tables') and status is not null"
    assert set(warehouse.execute(due).fetchall()) <= set(warehouse.execute(told).fetchall())


def test_every_identity_has_one_duty_and_every_duty_and_section_words(warehouse):
    with open(REFERENCE / "duty.csv", encoding="utf-8", newline="") as file:
        listed = [(row["about"], row["key"], row["duty"]) for row in csv.DictReader(file)]
    assert len({(about, key) for about, key, _ in listed}) == len(listed)
    assert {duty for *_, duty in listed} == set(labels.keys("duty"))
    assert {key for about, key, _ in listed if about == "family"} == set(identities.FAMILIES)
    known = {i.identity_id for i in identities.identities(SQL)}
    assert {key for about, key, _ in listed if about == "identity"} <= known
    assert warehouse.execute("select count(*) from checks.extent where duty is null").fetchone() == (0,)
    sections = {section for (section,) in warehouse.execute("select distinct section from reading.claim").fetchall()}
    with open(
        REFERENCE.parents[1] / "pipelines/vocabulary/wordings/sections.csv", encoding="utf-8", newline=""
    ) as file:
        sections |= {row["section"] for row in csv.DictReader(file)}
    assert sections <= set(labels.keys("section"))


def test_a_section_counts_under_the_duty_it_belongs_to(warehouse):
    found = dict(
        warehouse.execute(
            "select section, list(distinct duty order by duty) from checks.extent where numbers > 0 and section is not null group by section"
        ).fetchall()
    )
    assert "procurement" in found["procurement"]
    assert "three_public" in found["three_public"]
    assert "prose" in found["income"]
    forms = dict(
        warehouse.execute(
            "select form, list(distinct duty) from checks.extent where form = 'T7' group by form"
        ).fetchall()
    )
    assert "tables" not in forms["T7"]
