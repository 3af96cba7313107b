"""The daemon running for real: a PDF put into raw/ arrives in the star, and its year is judged, by nobody's hand.

A run that failed is told of and tried again, and a year judged again, as the buttons of the UI do (tests/studies/load.py measures them).
"""

from pathlib import Path

import psutil

from pipelines.settings import Places
from pipelines.warehouse import database
from tests.studies import load
from tests.support.figures import figures
from tests.support.paper import layouts, paper
from tests.support.tools import daemon

LAYOUT = layouts.layout("shanghai_one_column")
CHECKS = """
query ($name: String!) { assetCheckExecutions(
    assetKey: {path: ["suites", "within_form"]}, checkName: $name, limit: 10
) { status evaluation { success } } }
"""


def put(places: Places, name: str, seed: int, year: int, unit: str) -> None:
    """Draw a report aside and move it in, as a download that is whole."""
    path = places.raw / name
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}")
    paper.draw(layouts.paper(figures.report(seed, year, unit), LAYOUT), aside, LAYOUT.style)
    aside.rename(path)


def reports(places: Places) -> list[tuple[str, int]]:
    if not places.database.exists():
        return []
    with database.connect(places.database) as connection:
        return connection.execute(
            "select unit_name, fiscal_year from star.dim_report join star.dim_unit using (unit_key) order by all"
        ).fetchall()


def test_a_pdf_put_into_raw_arrives(places, tmp_path: Path):
    with daemon.desk(places, tmp_path / "log") as desk:
        assert desk.runs() == []
        put(places, "2024/a.pdf", 1, 2024, "样本市样本区民政局")
        done = daemon.wait(lambda: [run for run in desk.runs() if run["endTime"]], daemon.LONG, "no run ended")
        [run] = done
        assert (run["jobName"], run["status"]) == ("update_warehouse", "SUCCESS"), desk.log.read_text(encoding="utf-8")[
            -3000:
        ]
        tags = {tag["key"]: tag["value"] for tag in run["tags"]}
        assert (tags["years"], tags["dagster/sensor_name"]) == ("2024", "arrivals")
        assert reports(places) == [("样本市样本区民政局", 2024)]
        [judged] = desk.ask(CHECKS, name="W_within_form")["assetCheckExecutions"]
        assert judged["evaluation"] == {"success": True}
        failed, again = load.fail_and_try_again(desk, places, daemon.LONG)
        assert (failed["status"], again["status"]) == ("FAILURE", "SUCCESS")
        assert [run["status"] for run in load.backfill(desk, ["2024"], daemon.LONG)] == ["SUCCESS"]
        daemon.wait(places.failures.exists, daemon.LONG, "nobody was told of the failed run")
        assert "no report below" in places.failures.read_text(encoding="utf-8")
        assert "ASSET_CHECK_EVALUATION" not in desk.log.read_text(encoding="utf-8"), "the terminal shows every check"
        handed = [path for path in (places.dagster / "storage").rglob("*") if path.is_file()]
        assert [path for path in handed if path.suffix == ".json"]
        assert [path for path in handed if path.read_bytes().startswith(b"\x80")] == [], "a pickle"
        processes = desk.processes()
        before = desk.log.read_text(encoding="utf-8")
    assert [process for process in processes if process.is_running() and process.status() != psutil.STATUS_ZOMBIE] == []
    assert desk.status == 130
    assert desk.log.read_text(encoding="utf-8").removeprefix(before).splitlines()[-1:] == ["Stopped."]
