"""The Dagster graph: raw → reading → star → checks → suites, as a snapshot; a change of lineage shows as a diff."""

import json
import re
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from pipelines.orchestration import asset_checks, instance, output_assets, reading_assets, table_assets
from pipelines.orchestration.definitions import defs
from pipelines.orchestration.groups import GROUPS, owners
from pipelines.orchestration.suite_metadata import of_suite
from pipelines.settings import PROJECT, SQL
from pipelines.warehouse import database, identities, judging, suites
from pipelines.warehouse.judging import Judged, Result
from pipelines.warehouse.models import questions
from tests.studies import graph
from tests.support.desk.asking import PLACES

LINK = re.compile(r"\(/assets/([\w/]+)\)")


def test_graph_is_the_snapshot():
    """To accept a change on purpose: make docs"""
    assert graph.graph() == json.loads(graph.SNAPSHOT.read_text(encoding="utf-8"))


def test_lineage_leads_from_raw_to_every_suite():
    layer = defs.resolve_asset_graph()

    def ancestors(key: dg.AssetKey) -> set[dg.AssetKey]:
        parents = layer.get(key).parent_keys
        return set(parents).union(*(ancestors(parent) for parent in parents))

    for suite in suites.NAMES:
        found = {key.path[0] for key in ancestors(dg.AssetKey(["suites", suite]))}
        assert {"raw", "reading"} <= found
    assert found == {"raw", "reading", "reference", "star", "checks", "findings"}


def test_one_check_a_suite_over_all_years():
    layer = defs.resolve_asset_graph()
    checks = {key.asset_key.path[1]: key.name for key in layer.asset_check_keys if key.asset_key.path[0] == "suites"}
    families = {name: f"{family}_{name}" for family, (name, _, _) in identities.FAMILIES.items()}
    assert checks == families | {"reading": "own_reading", "star": "own_star"}
    assert {key.to_user_string() for key in layer.get_all_asset_keys() if layer.get(key).is_partitioned} == {
        "reading/shelf"
    }
    assert all(layer.get(key).description for key in layer.get_all_asset_keys())


def test_everything_has_an_owner():
    layer = defs.resolve_asset_graph()
    assert all(layer.get(key).owners for key in layer.get_all_asset_keys())
    assert {owner for name in GROUPS for owner in owners(name)} == {f"team:{team}" for team in set(GROUPS.values())}


def test_groups_are_listed_in_the_order_of_the_data():
    layer = defs.resolve_asset_graph()
    groups = {node.group_name for node in layer.asset_nodes}
    assert [name[3:] for name in sorted(groups)] == list(GROUPS)
    against = [
        (key.to_user_string(), parent.to_user_string())
        for key in layer.get_all_asset_keys()
        for parent in layer.get(key).parent_keys
        if layer.get(parent).group_name > layer.get(key).group_name
    ]
    assert against == []


def test_the_helper_tables_of_the_identities_stand_apart():
    layer = defs.resolve_asset_graph()
    inputs = {path.stem for path in (SQL / "checks" / "inputs").glob("*.sql") if "." not in path.stem}
    groups = {key: layer.get(key).group_name[3:] for key in layer.get_all_asset_keys() if key.path[0] == "checks"}
    assert {key.path[1] for key, group in groups.items() if group == "check_inputs"} == inputs
    assert groups[dg.AssetKey(["checks", "outcome"])] == "checks"


def test_jobs_say_what_a_person_wants_and_which_is_the_one_to_press():
    jobs = {job.name: job.description for job in defs.resolve_all_job_defs() if not job.name.startswith("__")}
    assert set(jobs) == {
        "update_warehouse", "read_one_year", "rebuild_warehouse", "check_again", "write_book", "write_export"
    }  # fmt: skip
    assert [name for name, said in jobs.items() if "The one to press" in said] == ["update_warehouse"]


def test_years_are_listed_in_order():
    with dg.DagsterInstance.ephemeral() as instance:
        for folders in (["2024"], ["2023", "2025"], ["unfiled"], ["2023"]):
            reading_assets.list_years(instance, folders)
        assert instance.get_dynamic_partitions("fiscal_year") == ["2023", "2024", "2025", "unfiled"]


def test_a_table_links_to_the_questions_that_read_it():
    layer = defs.resolve_asset_graph()
    said = layer.get(dg.AssetKey(["star", "fact_expenditure"])).description
    assert "(/assets/questions/spending_by_function)" in said
    links = {link for key in layer.get_all_asset_keys() for link in LINK.findall(layer.get(key).description)}
    assert {tuple(link.split("/")) for link in links} <= {tuple(key.path) for key in layer.get_all_asset_keys()}
    assert len(links) == len(questions(SQL))


BOOK = "http://127.0.0.1:3999"
FOUND = [
    {"unit_name": "甲局", "finding": "第3页：\n…", "report_id": "ab" * 32, "finding_id": "cd" * 8},
    {"unit_name": "乙局", "finding": "第4页", "report_id": "ab" * 32, "finding_id": "cd" * 8},
]


def judged(outcome: str, worst: str | None = None, waived: bool = False) -> Judged:
    """What came of the suite of the forms, of which the first expectation alone was looked at."""
    suite = suites.suite(PLACES, "within_form")
    found = [FOUND[0] | {"severity": worst, "waived": waived}, FOUND[1] | {"severity": "info", "waived": False}]
    year = {"identity_id": "W1-01", "evaluated": 3, "exact": 3, "violation": 0, "findings": 0, "worst": None}
    bad = {"fiscal_year": 2024, "evaluated": 2, "violation": 2, "findings": 1, "worst": None if waived else worst}
    years = [year | bad] * bool(worst) + [year | {"fiscal_year": 2023}]
    result = Result(suite.expectations[0], outcome, {}, found if outcome == judging.FAILS else [])
    return Judged(suite, [result], years)


@pytest.mark.parametrize(
    ("severity", "waived", "grade"),
    [
        ("fatal", False, dg.AssetCheckSeverity.ERROR),
        ("fatal", True, dg.AssetCheckSeverity.WARN),
        ("error", False, dg.AssetCheckSeverity.WARN),
    ],
)
def test_a_check_says_its_gravest_finding_and_links_to_its_picture(severity, waived, grade):
    told = asset_checks.check(judged(judging.FAILS, severity, waived), BOOK)
    assert (told.passed, told.severity, told.description) == (False, grade, "甲局 第3页： …")
    assert told.metadata["evidence"].value == f"{BOOK}/report/{'ab' * 8}.html?to=desk#{'cd' * 8}"
    assert "W1_01_T1_income_is_the_sum_of_sources" in told.metadata["failing"].value


def test_a_suite_has_a_table_of_identities_and_years():
    shown = of_suite(judged(judging.FAILS, "fatal"))
    head, _, row = [line for line in shown["by_year"].value.splitlines() if line.startswith("|")]
    assert [cell.strip() for cell in head.strip("|").split("|")] == ["check", "应当成立", "2023", "2024"]
    assert row.endswith("| 3 | 2 · **1 严重 fatal** |")
    assert (shown["judged"], shown["violations"], shown["worst"]) == (5, 2, "严重 Fatal")
    assert (shown["expectations"], shown["failed"], shown["not_judged"]) == (1, 1, 0)


def test_a_run_that_adds_a_report_tells_of_what_people_ask_and_it_changed(small):
    with database.open_published(small) as warehouse:
        before = table_assets.states(warehouse)
    assert {"star.dim_report", "star.fact_change", "findings.finding"} <= before.keys()
    assert not {"checks.term", "reading.amount", "questions.coverage"} & before.keys()
    counts = {table: rows for table, (rows, _) in before.items()} | {"checks.term": 1, "questions.coverage": None}
    assert table_assets.changed(counts, before, before) == {}
    after = before | {"star.dim_report": (9, None), "findings.finding": (before["findings.finding"][0], 1)}
    told = table_assets.changed(counts | {"star.dim_report": 9}, before, after)
    assert told == {"star.dim_report": 9, "findings.finding": before["findings.finding"][0]}


def test_a_suite_that_judged_nothing_is_not_passed():
    held = asset_checks.check(judged(judging.HOLDS), BOOK)
    assert (held.passed, held.description) == (True, suites.suite(PLACES, "within_form").description)
    silent = asset_checks.check(judged(judging.NOT_JUDGED), BOOK)
    assert (silent.passed, silent.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert "Nothing to judge" in silent.description


def test_a_book_that_the_command_line_writes_is_an_event(places):
    output_assets.record(places, "book", {"pages": 3})
    with instance.instance(places) as opened:
        event = opened.get_latest_materialization_event(dg.AssetKey("book"))
    assert event.asset_materialization.metadata["pages"].value == 3


def test_dg_check_defs_passes():
    dg_command = Path(sys.executable).with_name("dg")
    done = subprocess.run([dg_command, "check", "defs"], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
