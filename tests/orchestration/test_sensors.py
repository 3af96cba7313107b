"""What starts an update while nobody is there: raw/ looked at, a run asked for, a failure told of, the settings kept."""

import hashlib
import json
import os
import time
import traceback
from datetime import UTC, date, datetime
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.events import EngineEventData

from pipelines.orchestration import failure_notices, raw_folder, season, sensors, update
from pipelines.orchestration import instance as instances
from pipelines.orchestration.resources import Settings
from pipelines.raw_files import RawFile, raw_files
from pipelines.reading import batch, changing
from pipelines.settings import PROJECT, Places
from pipelines.warehouse import build


def put(places: Places, name: str, content: str = "no PDF") -> None:
    path = places.raw / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


class Looks:
    """The sensor, again and again, its cursor kept between two looks."""

    def __init__(self, instance: dg.DagsterInstance, settings: Settings) -> None:
        self.instance, self.settings, self.cursor = instance, settings, None

    def look(self) -> tuple[list[str], str]:
        """The folders a run is asked for, and why none is."""
        with dg.build_sensor_context(instance=self.instance, cursor=self.cursor) as context:
            result = sensors.arrivals(context, settings=self.settings)
        self.cursor = result.cursor
        asked = [
            request.run_config["ops"]["read_reports"]["config"]["folders"] for request in result.run_requests or ()
        ]
        assert len(asked) <= 1
        return (asked[0] if asked else []), (
            result.skip_reason.skip_message.partition(" / ")[2] if result.skip_reason else ""
        )


@pytest.fixture
def looks(places):
    with dg.DagsterInstance.ephemeral() as instance:
        yield Looks(instance, Settings.of(places))


def settled(looks: Looks) -> list[str]:
    """The folders asked for once the files have stopped arriving."""
    first, why = looks.look()
    assert first == []
    assert why.startswith("files are arriving in ")
    return looks.look()[0]


def test_one_run_is_asked_for_the_years_that_changed(places, looks):
    put(places, "2023/a.pdf")
    put(places, "2024/b.pdf")
    assert settled(looks) == ["2023", "2024"]
    assert looks.look() == ([], "nothing has changed")
    put(places, "2024/c.pdf")
    assert settled(looks) == ["2024"]
    put(places, "2023/a.pdf", "another text")
    assert settled(looks) == ["2023"]
    (places.raw / "2024/b.pdf").unlink()
    put(places, "d.pdf")
    assert settled(looks) == ["2024", "unfiled"]
    put(places, "2024/README.md")
    assert looks.look() == ([], "nothing has changed")


def test_a_folder_that_is_emptied_is_asked_for_and_an_empty_raw_is_not(places, looks):
    put(places, "2023/a.pdf")
    put(places, "2024/b.pdf")
    assert settled(looks) == ["2023", "2024"]
    (places.raw / "2023/a.pdf").unlink()
    assert settled(looks) == ["2023"]
    (places.raw / "2024/b.pdf").unlink()
    assert [looks.look()[0], looks.look()[0]] == [[], []]
    assert looks.look()[1].endswith("the last warehouse stays")


def test_files_that_keep_arriving_are_waited_for(places, looks):
    for number in range(3):
        put(places, "2024/a.pdf", "x" * number)
        assert looks.look() == ([], "files are arriving in 2024")
    assert looks.look()[0] == ["2024"]


def test_a_file_that_is_copied_slowly_is_read_whole_or_held(places, looks):
    """A writer that rests as long as the sensor waits has a half file looked at: it is held, and the whole one read after it."""
    content = next((PROJECT / "raw").glob("2023/北京市东城区*.pdf")).read_bytes()
    parts = [content[start : start + len(content) // 4 + 1] for start in range(0, len(content), len(content) // 4 + 1)]
    path = places.raw / "2023" / "report.pdf"
    path.parent.mkdir()

    def append(part: bytes) -> None:
        with open(path, "ab") as file:
            file.write(part)

    def read(files: list[RawFile]) -> tuple[str, int]:
        [done] = batch.read_all(files, places, 1)
        return done.status, done.amounts

    for part in parts[:2]:
        append(part)
        assert looks.look() == ([], "files are arriving in 2023")
    assert looks.look()[0] == ["2023"]
    listed = raw_files(places.raw)
    append(parts[2])  # it comes while the run begins
    assert read(listed) == ("quarantined", 0)
    append(parts[3])
    assert settled(looks) == ["2023"]
    assert [file.sha256 for file in raw_files(places.raw)] == [hashlib.sha256(content).hexdigest()]
    status, amounts = read(raw_files(places.raw))
    assert (status, amounts > 100) == ("read", True)
    assert changing.as_read(raw_files(places.raw), places) == raw_files(places.raw)


def test_no_clock_hides_a_file_and_none_has_all_read_again(places, looks, monkeypatch):
    """Times of change lie ahead after a clock was set back, behind where who copies keeps them; zones differ between runs."""
    put(places, "2023/a.pdf", "one text")
    put(places, "2024/b.pdf")
    ahead = time.time_ns() + 86_400_000_000_000
    os.utime(places.raw / "2023/a.pdf", ns=(ahead, ahead))
    assert settled(looks) == ["2023", "2024"]
    before = raw_files(places.raw)
    for zone in ("Asia/Shanghai", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        monkeypatch.setattr(time, "time", lambda: 0.0)
        assert (raw_files(places.raw), looks.look()[0]) == (before, [])
        monkeypatch.undo()
    time.tzset()
    path, stamp = places.raw / "2023/a.pdf", (places.raw / "2023/a.pdf").stat().st_ctime_ns
    path.write_text("two text", encoding="utf-8")  # as long, in the same file, with the same time of change
    while path.stat().st_ctime_ns == stamp:  # the system's clock has not ticked yet
        os.utime(path, ns=(ahead, ahead))
    os.utime(path, ns=(ahead, ahead))
    assert settled(looks) == ["2023"]
    assert [file.name for file in set(raw_files(places.raw)) - set(before)] == ["2023/a.pdf"]
    put(places, "2022/old.pdf", "an old file")
    os.utime(places.raw / "2022/old.pdf", ns=(0, 0))
    assert settled(looks) == ["2022"]


def test_what_changes_while_an_update_is_under_way_is_asked_for_after_it(places, looks):
    put(places, "2024/a.pdf")
    run = looks.instance.create_run_for_job(update.update, status=dg.DagsterRunStatus.STARTED)
    looks.look()
    assert looks.look() == ([], "an update is under way; what has changed is asked for after it")
    looks.instance.report_run_failed(run)
    assert looks.look()[0] == ["2024"]


def test_a_warehouse_made_of_these_files_asks_for_nothing(places, looks, monkeypatch):
    put(places, "2024/a.pdf")
    monkeypatch.setattr(sensors.freshness, "is_current", lambda *_: True)
    looks.look()
    assert looks.look() == ([], "the warehouse is made of these files")
    assert looks.look() == ([], "nothing has changed")
    assert isinstance(sensors.season(settings=Settings.of(places)), dg.SkipReason)
    monkeypatch.undo()


def test_a_cursor_of_another_version_is_as_none():
    assert raw_folder.watch('{"years": []}') == raw_folder.watch("[") == raw_folder.watch(None) == raw_folder.Watch()


def test_the_season_is_off_and_in_the_time_of_its_publishers():
    assert sensors.season.execution_timezone == "Asia/Shanghai"
    assert sensors.season.default_status == dg.DefaultScheduleStatus.STOPPED
    months, hour = sensors.season.cron_schedule.split()[3], sensors.season.cron_schedule.split()[1]
    assert (months, hour) == ("7-11", "5")
    assert sensors.arrivals.default_status == sensors.failures.default_status == dg.DefaultSensorStatus.RUNNING


def test_a_missing_season_shows(small, monkeypatch):
    """A unit that published 2023 and not 2024 is missed from December 2025 on; when nobody published, the check fails too."""
    assert [season.latest_ended(date(2025, month, 30)) for month in (7, 11, 12)] == [2023, 2023, 2024]
    for day, passed, missing in (
        (date(2025, 12, 1), True, 0),
        (date(2026, 12, 1), False, 2),
        (date(2030, 1, 1), False, 0),
    ):
        monkeypatch.setattr(season, "today", lambda day=day: day)
        [told] = sensors.season_watch(settings=Settings.of(small)).asset_events
        assert (told.passed, told.metadata["missing"].value) == (passed, missing)
        assert told.severity == dg.AssetCheckSeverity.WARN


def test_the_machine_is_given_another_chance_and_our_own_checks_are_not():
    from pipelines.orchestration.reading_assets import retrying

    with pytest.raises(dg.RetryRequested) as caught, retrying(3):
        raise OSError("no space left")
    assert caught.value.max_retries == 2
    with pytest.raises(OSError, match="no space left"), retrying(1):
        raise OSError("no space left")
    with pytest.raises(build.NotPublished), retrying(3):
        raise build.NotPublished("suite_fails", suite="star", year=2024, reasons="a suite fails", failing="")


def notice(error: str = "NotPublished: a\nb") -> failure_notices.Notice:
    return failure_notices.Notice(f"{datetime.now(UTC):%F %T}", "update_warehouse", "1234", error)


def test_a_failure_is_kept_and_handed_on(places, tmp_path):
    places.warehouse.mkdir()
    sent = tmp_path / "sent.json"
    failure_notices.send(places, notice(), f"tee {sent}")
    kept = places.failures.read_text(encoding="utf-8")
    assert json.loads(kept)["error"] == "NotPublished: a?b"
    assert sent.read_text(encoding="utf-8") == kept


def test_a_notice_is_not_written_through_a_link(places, tmp_path):
    places.warehouse.mkdir()
    theirs = tmp_path / "theirs"
    theirs.touch()
    places.failures.symlink_to(theirs)
    with pytest.raises(OSError, match=r"failures\.jsonl"):
        failure_notices.send(places, notice(), "")
    assert theirs.read_bytes() == b""


@pytest.mark.parametrize(("command", "said"), [("false", "exit status 1"), ("no-such-command", "cannot be run")])
def test_a_command_that_takes_no_notice_is_told(places, command, said):
    places.warehouse.mkdir()
    with pytest.raises(failure_notices.NotSent, match=said):
        failure_notices.send(places, notice(), command)
    assert len(places.failures.read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize(
    ("command", "said"),
    [("false s3cret", "exit status 1"), ("no-such-command s3cret", "cannot be run"), ("tail -f /dev/null s3cret", "did not end")],
)  # fmt: skip
def test_how_a_command_is_called_is_never_said(places, monkeypatch, command, said):
    """It may hold a secret."""
    monkeypatch.setattr(failure_notices, "_SECONDS", 0.5)
    places.warehouse.mkdir()
    with pytest.raises(failure_notices.NotSent, match=said) as caught:
        failure_notices.send(places, notice(), command)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))


def test_a_failed_run_is_told_of_with_its_cause(places, tmp_path):
    places.warehouse.mkdir()
    sent = tmp_path / "sent.json"
    settings = Settings.of(places, on_failure=f"tee {sent}")
    with dg.DagsterInstance.ephemeral() as instance:
        done = update.update.execute_in_process(
            instance=instance, resources={"settings": settings}, raise_on_error=False
        )
        context = dg.build_run_status_sensor_context(
            sensor_name="failures", dagster_event=done.get_run_failure_event(), dagster_instance=instance,
            dagster_run=done.dagster_run,
        )  # fmt: skip
        sensors.failures(context.for_run_failure(), settings=settings)
    [line] = places.failures.read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert (told["job"], told["run"]) == (update.NAME, done.run_id)
    assert json.loads(sent.read_text(encoding="utf-8")) == told
    assert told["error"].startswith("read_reports: ")
    assert f"there is no report below {places.raw}" in told["error"]


def touch(file: Path, when: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    os.utime(file, (when, when))


def test_a_book_and_an_export_that_are_there_are_written_anew_after_a_run(places):
    """Those that nobody has made are not made, and none is made twice."""
    jobs = {name: dg.define_asset_job(f"write_{name}") for name in ("book", "export")}
    renewal = sensors.renewal_of(jobs)
    assert renewal.default_status is dg.DefaultSensorStatus.RUNNING

    def asked() -> set[str | None]:
        told = renewal(settings=Settings.of(places))
        return set() if isinstance(told, dg.SkipReason) else {request.job_name for request in told}

    assert asked() == set()
    touch(places.database, 2)
    assert asked() == set()
    touch(places.book / "index.html", 1)
    assert asked() == {"write_book"}
    touch(places.export / "datapackage.json", 1)
    assert asked() == {"write_book", "write_export"}
    touch(places.book / "index.html", 3)
    assert asked() == {"write_export"}


FORMER = "telemetry:\n  enabled: false\nnux:\n  enabled: false\n"


def test_two_runs_queue_and_an_older_settings_file_is_brought_up_to_date(places):
    home = places.warehouse / "dagster"
    home.mkdir(parents=True)
    (home / "dagster.yaml").write_text(FORMER, encoding="utf-8")
    with instances.instance(places) as instance:
        assert instance.get_concurrency_config().run_queue_config.max_concurrent_runs == 1
        assert instance.run_retries_max_retries == 1
        assert instance.run_monitoring_enabled
    (home / "dagster.yaml").write_text(f"# ours\n{FORMER}", encoding="utf-8")
    with instances.instance(places):
        assert (home / "dagster.yaml").read_text(encoding="utf-8") == f"# ours\n{FORMER}"


def test_settings_are_not_written_through_a_link(places, tmp_path):
    places.dagster.mkdir(parents=True)
    theirs = tmp_path / "theirs"
    theirs.write_text(FORMER, encoding="utf-8")
    (places.dagster / "dagster.yaml").symlink_to(theirs)
    instances.instance(places).dispose()
    assert theirs.read_text(encoding="utf-8") == FORMER
    assert "run_retries" in (places.dagster / "dagster.yaml").read_text(encoding="utf-8")


def test_a_run_whose_process_was_killed_does_not_keep_its_turn(places):
    with instances.instance(places) as instance:
        dead, alive = (instance.create_run_for_job(update.update, status=dg.DagsterRunStatus.STARTED) for _ in range(2))
        for run, pid in ((dead, 2**22 + 1), (alive, os.getpid())):
            instance.report_engine_event("Executing steps", run, EngineEventData.in_process(pid))
        instances.end_abandoned(instance)
        assert instance.get_run_by_id(dead.run_id).status == dg.DagsterRunStatus.FAILURE
        assert instance.get_run_by_id(alive.run_id).status == dg.DagsterRunStatus.STARTED
