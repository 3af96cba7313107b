"""A warehouse that would shrink without anybody having said so is not published, and what leaves it is named."""

import shutil
import sys
from dataclasses import replace

import pytest

from pipelines.cli import main, summary
from pipelines.limits import Limits
from pipelines.lists import NotReadable
from pipelines.orchestration import run
from pipelines.orchestration.table_assets import show_tables
from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import KEPT, Places
from pipelines.warehouse import build, freshness, open_published, previous, shrinking
from pipelines.warehouse.shrinking import Report, gone


def report(number: int, **other: object) -> Report:
    named = {"report_id": f"hash {number}", "file": f"2024/{number}.pdf", "unit_name": f"unit {number}"}
    return Report(**{"is_known": True, "fiscal_year": 2024, "kind": "final", "level": "部门", **named, **other})


BEFORE = [report(1), report(2), report(3, unit_name=None), report(4, is_known=False)]


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (BEFORE, []),
        (BEFORE[1:], [1]),
        ([report(1, file="2024/renamed.pdf", unit_name=None), *BEFORE[1:]], []),
        ([report(1, report_id="new", unit_name="another"), *BEFORE[1:]], []),
        ([report(1, report_id="new", file="2024/new.pdf"), *BEFORE[1:]], []),
        ([report(1, report_id="new", is_known=False), *BEFORE[1:]], [1]),
        ([report(1, is_known=False), *BEFORE[1:]], []),
        ([report(1, report_id="new", file="2023/1.pdf", fiscal_year=2023), *BEFORE[1:]], [1]),
        ([*BEFORE[:2], report(5, unit_name=None)], [3]),
        (BEFORE[:3], []),
        ([report(9)], [1, 2, 3]),
    ],
    ids=["as it was", "taken away", "renamed", "another in its place", "a new version elsewhere", "something unreadable in its place",
         "the same bytes are held now", "another year of the unit", "two that name no unit", "what was held", "all"],
)  # fmt: skip
def test_what_is_gone(now, left):
    assert [one.report_id for one in gone(BEFORE, now)] == [f"hash {number}" for number in left]


@pytest.fixture(scope="module")
def three(small, tmp_path_factory) -> Places:
    """Three published reports, in places that may be changed."""
    folder = tmp_path_factory.mktemp("three")
    shutil.copytree(small.raw, folder / "raw")
    shutil.copytree(small.warehouse, folder / "warehouse")
    return Places(folder / "raw", folder / "warehouse")


def test_a_report_of_three_leaves_only_where_somebody_says_so(three, monkeypatch):
    monkeypatch.setattr(build, "_guard", lambda _: None)  # the suites, which ask nothing of what is gone
    before = freshness.mark(three)
    (three.raw / "2024/教育局.pdf").unlink()
    files = raw_files(three.raw)
    named = rf"^1 of the 3 published reports are gone from {three.raw}: 2024/教育局.pdf\. Nothing is published; .* with --shrink"
    with pytest.raises(shrinking.Shrunk, match=named):
        build.build(three, files, 1)
    assert freshness.mark(three) == before
    assert previous.formers(three) == []
    build.build(three, files, 1, may_shrink=True)
    assert "  gone since the last warehouse: 2024/教育局.pdf: 苏州市姑苏区样本教育局 2024" in list(
        summary.summary(three)
    )
    [former] = previous.formers(three)
    assert (former.number, former.count_reports(), freshness.mark(former.places)) == (1, 3, before)
    with open_published(three) as warehouse:
        [(_, shown)] = show_tables(warehouse, {"reading.report": 2})
    assert "2024/教育局.pdf" in shown["gone"].value


def test_a_run_hands_on_that_reports_may_leave(places, monkeypatch):
    (places.raw / "a.pdf").write_text("no PDF", encoding="utf-8")
    asked = []

    def refuse(*given: object) -> None:
        asked.append(given[-1])
        raise shrinking.Shrunk("and_others", count=1)

    monkeypatch.setattr(build, "build", refuse)
    for leave in (False, True):
        with pytest.raises(shrinking.Shrunk, match="and 1 more"):
            run.run(places, 1, may_shrink=leave)
    assert asked == [False, True]


def test_the_command_says_it_in_a_sentence_and_takes_leave_by_its_option(places, monkeypatch, capsys):
    asked = []

    def shrink(places: Places, workers: int, limits: Limits, may_shrink: bool) -> None:
        asked.append((places.keep, may_shrink))
        raise shrinking.Shrunk("and_others", count=1)

    monkeypatch.setattr(run, "run", shrink)
    for options in ([], ["--shrink", "--keep", "7"]):
        told = ["final-accounts", "warehouse", "--raw", str(places.raw), "--warehouse", str(places.warehouse), *options]
        monkeypatch.setattr(sys, "argv", told)
        assert main.main() == 2
        assert capsys.readouterr().err == " and 1 more\n"
    assert asked == [(KEPT, False), (7, True)]


def test_files_that_are_no_reports_any_more_publish_nothing(three, tmp_path):
    """An empty raw folder is not all that is empty: Thumbs.db alone, and PDFs cut to nothing, are no reports."""
    places = Places(tmp_path, three.warehouse)
    (tmp_path / "Thumbs.db").write_bytes(b"\xd0\xcf")
    before = freshness.mark(three)
    list(batch.read_all(raw_files(tmp_path), places, 1))
    with pytest.raises(
        shrinking.NoReports,
        match=r"none of the files below .* \(Thumbs.db: neither a PDF.*\)\. Nothing is published; the last",
    ):
        build.build(places, raw_files(tmp_path), 1, may_shrink=True)
    assert freshness.mark(three) == before


def test_the_first_run_over_an_empty_folder_says_one_sentence(places, monkeypatch, capsys):
    told = ["final-accounts", "warehouse", "--raw", str(places.raw), "--warehouse", str(places.warehouse)]
    monkeypatch.setattr(sys, "argv", told)
    assert main.main() == 2
    said = f"there is no report below {places.raw}: put PDFs into {places.raw}/<year>/. Nothing is published.\n"
    assert capsys.readouterr() == ("", said)


def test_a_list_of_waivers_that_is_none_stops_the_run_before_it_begins(places, tmp_path):
    (tmp_path / "waivers.csv").write_text("finding_id,reason\n", encoding="utf-8")
    (places.raw / "a.pdf").write_text("no PDF", encoding="utf-8")
    with pytest.raises(NotReadable, match=r"waivers\.csv line 1: the heading lacks who, date"):
        run.run(replace(places, expectations=tmp_path), 1)
    assert not places.readings.exists()


def test_a_last_warehouse_that_cannot_be_asked_is_no_reason_to_stop(places, caplog):
    places.warehouse.mkdir()
    places.database.write_bytes(b"half a file")
    assert shrinking._published(places) == []
    assert f"what has left since {places.database} is not known" in caplog.text


def test_nothing_is_gone_from_the_first_warehouse(small):
    with open_published(small) as warehouse:
        assert warehouse.ask("summary/gone").fetchall() == []
    assert not [line for line in summary.summary(replace(small)) if "gone" in line]
