"""Former warehouses are kept, so many and no more, and one is put back whole, with the note of what it was made of."""

import shutil
import sys
from dataclasses import replace

import duckdb
import pytest

from pipelines import publishing
from pipelines.cli import main
from pipelines.limits import Limits
from pipelines.orchestration import update
from pipelines.raw_files import RawFile
from pipelines.settings import Places
from pipelines.warehouse import freshness, previous

COLUMNS = "report_id varchar, file varchar, status varchar, unit_name varchar, fiscal_year integer, kind varchar, level varchar"


def files(reports: int) -> list[RawFile]:
    return [RawFile(None, f"{number}.pdf", f"hash {number}", "2024") for number in range(reports)]


def publish(places: Places, reports: int) -> None:
    """Publish a warehouse with nothing but so many reports, and note what it is made of."""
    with publishing.beside(places.database) as building:
        with duckdb.connect(building) as connection:
            connection.execute("create schema reading")
            connection.execute(f"create table reading.report ({COLUMNS})")
            for file in files(reports):
                connection.execute(
                    "insert into reading.report values (?, ?, 'read', null, null, null, null)", [file.sha256, file.name]
                )
        previous.keep(places)
    freshness.keep(places, files(reports), Limits())


def count(places: Places) -> int:
    with duckdb.connect(places.database, read_only=True) as connection:
        return connection.execute("select count(*) from reading.report").fetchone()[0]


def kept(places: Places) -> list[tuple[int, int]]:
    """Number and reports of each former warehouse."""
    return [(one.number, one.count_reports()) for one in previous.formers(places)]


@pytest.fixture
def five(places) -> Places:
    """The fifth warehouse, of five reports."""
    for reports in range(1, 6):
        publish(places, reports)
    return places


def test_three_are_kept_and_a_reader_keeps_what_it_has(five):
    with duckdb.connect(five.database, read_only=True) as reader:
        publish(five, 6)
        assert reader.execute("select count(*) from reading.report").fetchone() == (5,)
    assert (count(five), kept(five)) == (6, [(5, 5), (4, 4), (3, 3)])
    assert sorted(path.name for path in five.previous.iterdir()) == ["3", "4", "5"]
    assert sorted(path.name for path in (five.previous / "5").iterdir()) == ["final_accounts.duckdb", "made_of.json"]


def test_fewer_are_kept_where_somebody_says_so(five):
    publish(replace(five, keep=1), 6)
    assert kept(five) == [(5, 5)]
    publish(replace(five, keep=0), 7)
    assert (count(five), kept(five)) == (7, [])


def test_the_last_is_put_back_with_its_note_and_the_other_is_kept(five):
    assert previous.restore(five).number == 4
    assert (count(five), kept(five)) == (4, [(5, 5), (3, 3), (2, 2)])
    assert freshness.is_current(five, files(4), Limits())
    assert not freshness.is_current(five, files(5), Limits())
    previous.restore(five)
    assert (count(five), freshness.is_current(five, files(5), Limits())) == (5, True)
    previous.restore(five, 2)
    assert (count(five), freshness.is_current(five, files(2), Limits())) == (2, True)


def test_one_without_a_note_is_not_taken_for_made_and_judged(five):
    (five.previous / "4" / "made_of.json").unlink()
    previous.restore(five)
    assert not five.note.exists()
    assert not freshness.is_current(five, files(5), Limits())


def test_a_run_that_was_under_way_makes_no_note_of_the_one_put_back(five):
    places = replace(five, raw=five.raw)
    made_of = freshness.fingerprint(places, [], Limits())
    done = update.Batch(made_of=made_of, limits=Limits(), database=freshness.mark(places), is_known=True)
    previous.restore(places)
    before = places.note.read_bytes()
    update._note(places, done)
    assert places.note.read_bytes() == before
    update._note(places, replace(done, database=freshness.mark(places)))
    assert freshness.is_current(places, [], Limits())


def test_a_run_that_then_publishes_nothing_leaves_no_former_that_is_the_published_one(five):
    before = kept(five)
    with pytest.raises(RuntimeError), publishing.beside(five.database):
        previous.keep(five)
        raise RuntimeError("no switch")
    assert (count(five), kept(five)) == (5, before[:2])
    publish(five, 6)
    assert kept(five)[0] == (6, 5)


def test_a_disk_without_second_names_keeps_copies(five, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(previous.os, "link", refuse)
    publish(five, 6)
    assert kept(five) == [(5, 5), (4, 4), (3, 3)]
    previous.restore(five)
    assert count(five) == 5


def test_what_is_none_or_broken_is_not_put_back(five, places):
    for number, said in ((9, "a former warehouse 9 is not below"), (4, "cannot be opened, what is published stays")):
        (five.previous / "4" / five.database.name).write_bytes(b"half a file")
        with pytest.raises(previous.NotRestored, match=said):
            previous.restore(five, number)
        assert count(five) == 5


def test_nothing_is_made_where_there_is_nothing_to_put_back(places):
    with pytest.raises(previous.NotRestored, match="there is no former warehouse below"):
        previous.restore(places)
    assert not places.warehouse.exists()


def test_a_link_in_the_place_of_the_folder_is_refused(five, tmp_path):
    (tmp_path / "elsewhere" / "1").mkdir(parents=True)
    shutil.rmtree(five.previous)
    five.previous.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="is a link"):
        publish(five, 6)
    assert (count(five), (tmp_path / "elsewhere" / "1").exists()) == (5, True)


def call(monkeypatch, places: Places, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["final-accounts", "restore", "--warehouse", str(places.warehouse), *arguments])
    return main.main()


def test_the_command_lists_and_puts_back(five, monkeypatch, capsys):
    assert call(monkeypatch, five, "--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["4", "3", "2"]
    assert all(" made 20" in line for line in lines)
    assert "  3 reports  " in lines[1]
    assert call(monkeypatch, five, "3") == 0
    assert "is former warehouse 3 again" in capsys.readouterr().out
    assert count(five) == 3
    assert call(monkeypatch, five, "77") == 2
    assert capsys.readouterr().err.startswith("a former warehouse 77 is not below")


def test_the_command_says_where_none_is_kept(places, monkeypatch, capsys):
    assert call(monkeypatch, places, "--list") == 0
    assert capsys.readouterr().out.startswith("No former warehouse is kept below")
    assert call(monkeypatch, places) == 2


@pytest.mark.parametrize("keep", ["many", "-1"])
def test_a_number_that_is_none_is_refused(keep, places, monkeypatch, capsys):
    monkeypatch.setenv("FINAL_ACCOUNTS_KEEP", keep)
    assert call(monkeypatch, places) == 2
    assert capsys.readouterr().err.startswith(f"FINAL_ACCOUNTS_KEEP is '{keep}'")
