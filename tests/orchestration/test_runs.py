"""The main job again and again: what it reads, what it publishes, what a reader sees meanwhile."""

import logging
import multiprocessing
import subprocess
import sys

import dagster as dg
import duckdb
import pytest

from pipelines.cli import summary
from pipelines.limits import Limits
from pipelines.orchestration import progress, run, update
from pipelines.raw_files import raw_files
from pipelines.reading import batch, store, tasks, worker, workers
from pipelines.settings import PROJECT, Places
from pipelines.vocabulary import labels
from pipelines.vocabulary.text import one_line
from pipelines.warehouse import build as warehouse
from pipelines.warehouse import database, shrinking, suites
from tests.support.faults import mortal
from tests.support.figures import figures
from tests.support.paper import layouts, paper
from tests.support.paper.blocks import PageBreak, Paper, Paragraph


def draw(places: Places, name: str, seed: int, year: int = 2024, unit: str = "") -> None:
    layout = layouts.layout("shanghai_one_column")
    path = places.raw / name
    path.parent.mkdir(parents=True, exist_ok=True)
    paper.draw(layouts.paper(figures.report(seed, year=year, unit=unit), layout), path, layout.style)


def read(places: Places) -> list[str]:
    """Read what is new; the names of the files read."""
    return [done.file.name for done in batch.read_all(raw_files(places.raw), places, 1)]


def star(places: Places) -> dict[str, list]:
    """Every star table, row for row."""
    with database.connect(places.database) as connection:
        tables = connection.execute("select table_name from duckdb_tables() where schema_name = 'star'").fetchall()
        return {name: connection.execute(f"select * from star.{name} order by all").fetchall() for (name,) in tables}


def build(places: Places, may_shrink: bool = False) -> dict[str, list]:
    warehouse.build(places, raw_files(places.raw), 1, may_shrink=may_shrink)
    return star(places)


def test_second_run_reads_nothing_and_yields_the_same_star(places):
    draw(places, "2024/a.pdf", 1, unit="样本市样本区民政局")
    draw(places, "2023/b.pdf", 2, year=2023, unit="样本市样本区教育局")
    assert sorted(read(places)) == ["2023/b.pdf", "2024/a.pdf"]
    first = build(places)
    assert read(places) == []
    assert build(places) == first


def test_a_budget_beside_the_accounts_is_registered_and_the_run_goes_on(places):
    draw(places, "2024/a.pdf", 1, unit="样本市样本区民政局")
    told = ("一、收入支出预算总体情况", *["2024年度收、支总计500.00万元，比2023年度增加20.00万元，增长4.17%。"] * 3)
    budget = Paper("", ("样本市样本区教育局", "2024年度", "部门预算"), (PageBreak(), *map(Paragraph, told)))
    paper.draw(budget, places.raw / "2024/b.pdf")
    assert sorted(read(places)) == ["2024/a.pdf", "2024/b.pdf"]
    assert len(build(places)["dim_report"]) == 1
    with database.connect(places.database) as connection:
        assert connection.execute("select status from reading.report where kind = 'budget'").fetchall() == [
            ("registered",)
        ]
        told = "select count(*) from reading.token join reading.report using (report_id) where report.kind = 'budget' and token.kind = 'claim'"
        assert connection.execute(told).fetchone()[0] > 0


def test_a_reading_that_cannot_be_stored_costs_one_report(places, monkeypatch):
    draw(places, "2024/unstorable.pdf", 1, unit="样本市样本区民政局")
    draw(places, "2024/b.pdf", 2, unit="样本市样本区教育局")
    monkeypatch.setattr(tasks, "read_text", mortal.read)
    assert sorted(read(places)) == ["2024/b.pdf", "2024/unstorable.pdf"]
    assert len(build(places)["dim_report"]) == 1
    assert held(places)["2024/unstorable.pdf"].startswith("our reader failed on it (KeyError")


def held(places: Places) -> dict[str, str]:
    """The reason of each report that is held."""
    with database.connect(places.database) as connection:
        rows = connection.execute("select file, reason from reading.quarantine where scope = 'report'").fetchall()
    return dict(rows)


def test_what_a_report_does_to_its_process_costs_one_report(places, monkeypatch):
    """A report that hangs, eats memory or ends its process (the PDF library is C) is held with the reason, alone."""
    names = ("a", "greedy", "hanging", "killed", "m", "mortal", "z")
    for number, name in enumerate(names):
        draw(places, f"2024/{name}.pdf", number, unit=f"样本市样本区第{number}局")
    monkeypatch.setattr(tasks, "read_text", mortal.read)
    files, limits = raw_files(places.raw), Limits(10, 600)
    done = {p.file.name: p.status for p in batch.read_all(files, places, 2, limits)}
    lost = {f"2024/{name}.pdf" for name in names if len(name) > 1}
    assert done == {file.name: "quarantined" if file.name in lost else "read" for file in files}
    assert len(build(places)["dim_report"]) == 3
    assert held(places) == {
        "2024/greedy.pdf": "reading it took more memory than the limit: 600 MiB",
        "2024/hanging.pdf": "reading it took longer than the time limit: 10 s",
        "2024/killed.pdf": "the process that read it died: SIGKILL",
        "2024/mortal.pdf": "the process that read it died: exit status 139",
    }
    assert all(labels.reason(reason)[0] != reason for reason in held(places).values())
    assert batch.pending(files, places, limits) == []
    assert [f.name for f in batch.pending(files, places, Limits(11, 600))] == ["2024/greedy.pdf", "2024/hanging.pdf"]


def test_a_worker_that_cannot_be_started_holds_no_report(places, monkeypatch):
    """A fault of the machine is not a report's: the run stops and says so, and the next one reads them all."""
    draw(places, "2024/a.pdf", 1)
    monkeypatch.setattr(worker, "work", None)
    with pytest.raises(workers.NotStarted, match="cannot be started"):
        list(batch.read_all(raw_files(places.raw), places, 2))
    assert [file.name for file in batch.pending(raw_files(places.raw), places)] == ["2024/a.pdf"]


def test_a_run_given_up_leaves_no_process(places, monkeypatch):
    for number, name in enumerate(("a", "b", "hanging")):
        draw(places, f"2024/{name}.pdf", number, unit=f"样本市样本区第{number}局")
    monkeypatch.setattr(tasks, "read_text", mortal.read)
    running = batch.read_all(raw_files(places.raw), places, 2)
    assert next(running).status == "read"
    running.close()
    assert multiprocessing.active_children() == []


def test_added_report_is_read_alone_and_a_removed_one_disappears(places):
    draw(places, "2024/a.pdf", 1, unit="样本市样本区民政局")
    read(places)
    alone = build(places)
    draw(places, "2024/b.pdf", 2, unit="样本市样本区教育局")
    assert read(places) == ["2024/b.pdf"]
    assert len(build(places)["dim_report"]) == 2
    (places.raw / "2024/b.pdf").unlink()
    assert read(places) == []
    assert build(places, may_shrink=True) == alone


def test_new_code_version_reads_all_again(places, monkeypatch):
    draw(places, "2024/a.pdf", 1)
    read(places)
    monkeypatch.setattr(store, "code_version", lambda: "another")
    assert read(places) == ["2024/a.pdf"]


def test_damaged_reading_is_made_again(places):
    draw(places, "2024/a.pdf", 1)
    read(places)
    [file] = raw_files(places.raw)
    places.reading(file).write_bytes(b"half a file")
    assert read(places) == ["2024/a.pdf"]


def test_open_reader_keeps_working_while_a_run_publishes(places):
    draw(places, "2024/a.pdf", 1, unit="样本市样本区民政局")
    read(places)
    build(places)
    with duckdb.connect(places.database, read_only=True) as reader:
        before = reader.execute("select count(*) from star.fact_income").fetchone()
        draw(places, "2024/b.pdf", 2, unit="样本市样本区教育局")
        read(places)
        other = subprocess.run(
            [sys.executable, "-c", "import sys\nfrom pathlib import Path\nfrom pipelines.raw_files import raw_files\nfrom pipelines.settings import Places\n"
             "from pipelines.warehouse.build import build\n"
             "places = Places(Path(sys.argv[1]), Path(sys.argv[2]))\nbuild(places, raw_files(places.raw), 1)",
             str(places.raw), str(places.warehouse)],
            cwd=PROJECT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert other.returncode == 0, other.stderr
        assert reader.execute("select count(*) from star.fact_income").fetchone() == before
    assert len(star(places)["dim_report"]) == 2
    assert [p.name for p in places.warehouse.glob(".final*")] == []


def test_nothing_is_published_when_our_own_reading_fails_its_suite(places, monkeypatch):
    draw(places, "2024/a.pdf", 1, unit="样本市样本区民政局")
    read(places)
    before = build(places)
    broken = suites.Expectation(
        name="never",
        severity="fatal",
        description="can not hold",
        query="select 1 as one",
        definition={"type": "expect_table_row_count_to_equal", "kwargs": {"value": 0}},
    )
    monkeypatch.setattr(
        suites, "suite", lambda _, name: suites.Suite(name=name, description="", blocking=True, expectations=(broken,))
    )
    with pytest.raises(warehouse.NotPublished, match="can not hold"):
        build(places)
    monkeypatch.undo()
    assert star(places) == before


def test_main_job_ends_green_with_a_bad_file_among_good_ones(places, capsys, caplog, monkeypatch):
    monkeypatch.setattr(progress.LOG, "handlers", [])  # a command run before in this process shows the lines
    draw(places, "2024/good.pdf", 1, unit="样本市样本区民政局")
    (places.raw / "2024/bad.pdf").write_text("no PDF", encoding="utf-8")
    (places.raw / "2024/README.md").write_text("a note is no report", encoding="utf-8")
    caplog.set_level(logging.INFO, progress.LOG.name)
    places.warehouse.mkdir()
    places.note.write_text('{"code": "of another version"}', encoding="utf-8")
    run.run(places, 2)
    said = [record.getMessage() for record in caplog.records if record.name == progress.LOG.name]
    assert said[0] == update.OTHER_CODE.en
    assert any("2024/bad.pdf  quarantined  neither a PDF" in line for line in said[1:3])
    assert said[3:] == [
        "[build] the star from all readings, judged by the identities",
        "[checks] the suites, over all years",
    ]
    assert capsys.readouterr().out == ""
    text = "\n".join(summary.summary(places))
    assert "Reports: 1 quarantined, 1 read" in text
    assert "quarantine: 2024/bad.pdf: neither a PDF" in text
    assert "0 violation" in text
    assert text.endswith(str(places.database))
    key = dg.AssetCheckKey(dg.AssetKey(["suites", "reading"]), "own_reading")
    with run.instance(places) as instance:
        [record] = instance.event_log_storage.get_asset_check_execution_history(key, limit=1)
    evaluation = record.event.dagster_event.asset_check_evaluation_data
    assert (evaluation.passed, evaluation.partition, evaluation.metadata["failed"].value) == (False, None, 1)
    assert "| `quarantine_empty` |" in evaluation.metadata["by_expectation"].value
    assert "neither a PDF" in evaluation.metadata["failing"].value
    assert (evaluation.blocking, evaluation.severity) == (True, dg.AssetCheckSeverity.WARN)


def test_an_empty_raw_folder_leaves_the_last_warehouse(places):
    draw(places, "2024/a.pdf", 1, unit="样本市样本区民政局")
    read(places)
    before = build(places)
    (places.raw / "2024/a.pdf").unlink()
    with pytest.raises(shrinking.NoReports, match="there is no report below"):
        run.run(places, 1)
    assert star(places) == before


def test_file_names_cannot_forge_a_line():
    assert one_line("a\nReports: 9 read\x1b[31m.pdf") == "a?Reports: 9 read?[31m.pdf"


def test_command_line_says_what_is_wrong_with_a_missing_folder(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "pipelines", "warehouse", "--raw", str(tmp_path / "none"), "--warehouse", str(tmp_path)],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "is not a folder" in done.stderr
