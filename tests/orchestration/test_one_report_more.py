"""What a run costs in which one report is new and has a violation: processes started, libraries loaded."""

import json
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from pipelines.orchestration.instance import instance
from pipelines.settings import PROJECT, Places
from pipelines.warehouse import suites
from tests.support.desk.published import LAYOUT, reworded
from tests.support.figures import figures
from tests.support.paper import layouts, paper

CHECKED = dg.DagsterEventType.ASSET_CHECK_EVALUATION.value
COMMAND = """
import json, sys
from pipelines.cli import main
from pipelines.reading.worker import Worker

if __name__ == "__main__":
    started, start = [], Worker.__init__

    def counted(worker, *arguments):
        started.append(1)
        start(worker, *arguments)

    Worker.__init__ = counted
    status = main.main()
    print(json.dumps({"status": status, "started": len(started), "loaded": [name for name in sys.modules if "." not in name]}))
"""


def drawn(folder: Path, seed: int, unit: str, misprint: tuple[str, str] | None = None) -> None:
    printed = layouts.paper(figures.report(seed, unit=unit), LAYOUT)
    path = folder / "2024" / f"{unit}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    paper.draw(reworded(printed, *misprint) if misprint else printed, path, LAYOUT.style)


@pytest.fixture(scope="module")
def runs(tmp_path_factory) -> list[dict]:
    """What a first run of three reports took, and one with a fourth that misprints a share."""
    folder = tmp_path_factory.mktemp("more")
    (folder / "command.py").write_text(COMMAND, encoding="utf-8")
    for seed in (1, 2, 4):
        drawn(folder / "raw", seed, f"样本市样本区第{seed}局")
    found = [run(folder)]
    drawn(folder / "raw", 3, "样本市样本区民政局", ("75.51%", "15.51%"))
    return [*found, run(folder)]


def run(folder: Path) -> dict:
    command = [sys.executable, folder / "command.py", "warehouse", "--raw", folder / "raw", "--warehouse", folder / "w"]
    done = subprocess.run([*command, "--language", "en"], cwd=PROJECT, capture_output=True, text=True, check=True)
    return {"said": done.stdout, **json.loads(done.stdout.splitlines()[-1]), **history(folder)}


def history(folder: Path) -> dict:
    """What the last run told Dagster: its events, the assets with new tables, the suites that were checked."""
    with instance(Places(folder / "raw", folder / "w")) as opened:
        [last] = opened.get_runs(limit=1)
        events = [entry.dagster_event for entry in opened.all_logs(last.run_id) if entry.dagster_event]
    tables = {"/".join(event.asset_key.path) for event in events if event.is_step_materialization}
    checked = [event.asset_check_evaluation_data for event in events if event.event_type_value == CHECKED]
    return {"events": len(events), "tables": tables, "checked": {one.asset_key.path[1] for one in checked}}


def test_one_process_reads_what_is_new_and_reads_its_pages_again(runs):
    _, more = runs
    assert "1 of 4 reports can have changed" in more["said"]
    assert "Second opinion: 2 pages read again" in more["said"]
    assert more["started"] == 1


def test_it_tells_dagster_of_what_it_changed_and_of_every_check(runs):
    first, more = runs
    suites_told = {f"suites/{name}" for name in suites.NAMES}
    assert suites_told | {"findings/waiver", "checks/term"} <= first["tables"]
    assert {"suites/prose", "suites/within_form", "findings/finding", "star/fact_income"} <= more["tables"]
    assert {"suites/budgets", "suites/units", "suites/star", "findings/waiver"}.isdisjoint(more["tables"])
    assert {*suites.NAMES} <= more["checked"]
    assert more["events"] < 66


def test_it_loads_neither_a_reader_nor_what_judges_where_all_is_new(runs):
    first, more = runs
    heavy = {"numpy", "pandas", "scipy", "great_expectations", "pdfplumber", "pypdfium2"}
    assert heavy.intersection(more["loaded"]) == set()
    assert {"pandas", "great_expectations"} <= set(first["loaded"])
    assert first["status"] == 0
