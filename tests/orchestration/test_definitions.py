"""The Dagster graph: raw → reading → star → checks → suites, as a snapshot; a change of lineage shows as a diff."""

import json
import re
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pandas as pd

from pipelines.orchestration import asset_checks
from pipelines.orchestration.definitions import defs
from pipelines.orchestration.groups import GROUPS
from pipelines.settings import PROJECT, SQL
from pipelines.warehouse import identities, suites
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


def test_one_check_per_identity_and_all_described():
    layer = defs.resolve_asset_graph()
    families = {dg.AssetKey(["suites", name]): family for family, (name, _, _) in identities.FAMILIES.items()}
    names = {(families[k.asset_key], k.name) for k in layer.asset_check_keys if k.asset_key in families}
    assert names == {(i.family, i.check_name) for i in identities.identities(SQL)}
    assert all(layer.get(key).description for key in layer.get_all_asset_keys())


def test_groups_are_listed_in_the_order_of_the_data():
    groups = {node.group_name for node in defs.resolve_asset_graph().asset_nodes}
    assert [name[3:] for name in sorted(groups)] == list(GROUPS)


def test_the_helper_tables_of_the_identities_stand_apart():
    layer = defs.resolve_asset_graph()
    inputs = {path.stem for path in (SQL / "checks" / "inputs").glob("*.sql") if "." not in path.stem}
    groups = {key: layer.get(key).group_name[3:] for key in layer.get_all_asset_keys() if key.path[0] == "checks"}
    assert {key.path[1] for key, group in groups.items() if group == "check_inputs"} == inputs
    assert groups[dg.AssetKey(["checks", "outcome"])] == "checks"


def test_a_table_links_to_the_questions_that_read_it():
    layer = defs.resolve_asset_graph()
    said = layer.get(dg.AssetKey(["star", "fact_expenditure"])).description
    assert "(/assets/questions/spending_by_function)" in said
    links = {link for key in layer.get_all_asset_keys() for link in LINK.findall(layer.get(key).description)}
    assert {tuple(link.split("/")) for link in links} <= {tuple(key.path) for key in layer.get_all_asset_keys()}
    assert len(links) == len(questions(SQL))


def test_a_check_says_its_first_finding_and_links_to_its_picture():
    book = "http://127.0.0.1:3999"
    suite = suites.suite(PLACES, "within_form")
    expectation = suite.expectations[0]
    found = {
        "unit_name": ["甲局", "乙局"],
        "finding": ["第3页：\n…", "第4页"],
        "report_id": ["ab" * 32] * 2,
        "finding_id": ["cd" * 8] * 2,
    }
    failed = suites.Result(expectation, suites.FAILS, {"violation": 2}, pd.DataFrame(found))
    told = asset_checks.check(suite, failed, book)
    assert told.description == "甲局 第3页： …（另有 1 处 / and 1 more）"
    assert told.metadata["evidence"].value == f"{book}/report/{'ab' * 8}.html#{'cd' * 8}"
    assert told.severity == dg.AssetCheckSeverity.WARN
    for severity, waived, grade in (
        ("fatal", False, dg.AssetCheckSeverity.ERROR),
        ("fatal", True, dg.AssetCheckSeverity.WARN),
        ("error", False, dg.AssetCheckSeverity.WARN),
    ):
        graded = pd.DataFrame(found | {"severity": [severity, "info"], "waived": [waived, False]})
        result = suites.Result(expectation, suites.FAILS, {"violation": 2}, graded)
        assert asset_checks.check(suite, result, book).severity == grade
    holds = suites.Result(expectation, suites.HOLDS, {"violation": 0}, pd.DataFrame(found).head(0))
    held = asset_checks.check(suite, holds, book)
    assert (held.description, set(held.metadata)) == (expectation.description, {"violation", "severity", "outcome"})
    nothing = suites.Result(expectation, suites.NOT_JUDGED, {}, pd.DataFrame(found).head(0))
    silent = asset_checks.check(suite, nothing, book)
    assert (silent.passed, silent.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert "Nothing to judge" in silent.description


def test_dg_check_defs_passes():
    dg_command = Path(sys.executable).with_name("dg")
    done = subprocess.run([dg_command, "check", "defs"], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
