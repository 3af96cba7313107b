"""A run with nothing new: the warehouse stands, and neither Dagster nor Great Expectations is started to find that out."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from pipelines.cli import summary
from pipelines.limits import Limits
from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import PROJECT, Places
from pipelines.warehouse import build, freshness
from tests.studies import cut_off

START = """
import sys
from pipelines.cli.main import main
sys.argv = ["pipelines", "warehouse", "--raw", sys.argv[1], "--warehouse", sys.argv[2]]
status = main()
print(sorted({"dagster", "great_expectations"} & sys.modules.keys()))
sys.exit(status)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Places:
    """A warehouse of one report, noted as made."""
    places = Places(tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("warehouse"))
    cut_off.draw(places, "a", 1)
    files = raw_files(places.raw)
    list(batch.read_all(files, places, 1))
    build.build(places, files, 1)
    freshness.keep(places, files, Limits())
    return places


def test_it_stands_until_something_changes(made, monkeypatch, tmp_path):
    files = raw_files(made.raw)
    assert freshness.is_current(made, files, Limits())
    assert not freshness.is_current(made, [], Limits())
    assert not freshness.is_current(made, [replace(files[0], sha256="0" * 64)], Limits())
    assert not freshness.is_current(made, [replace(files[0], name="2023/a.pdf")], Limits())
    assert not freshness.is_current(made, files, Limits(seconds=1))
    assert not freshness.is_current(Places(made.raw, tmp_path), files, Limits())
    changed = tmp_path / "model.sql"
    changed.write_text("select 1", encoding="utf-8")
    monkeypatch.setattr(freshness, "_sources", lambda _: [freshness._Source(str(changed), 0, 0, 0)])
    assert not freshness.is_current(made, files, Limits())


@pytest.mark.parametrize("damage", ["a bit", "a block", "cut off", "a log beside it"])
def test_a_damaged_warehouse_is_told_by_the_next_run(made, caplog, damage):
    """Also where the disk says that nobody has touched it; a copy of it brought back is the one that was made."""
    content, stat = made.database.read_bytes(), made.database.stat()
    log = made.database.with_name(f"{made.database.name}.wal")
    half = len(content) // 2
    damaged = {
        "a bit": content[:half] + bytes([content[half] ^ 4]) + content[half + 1 :],
        "a block": content[:half] + bytes(byte ^ 255 for byte in content[half : half + 64]) + content[half + 64 :],
        "cut off": content[:half],
        "a log beside it": content,
    }
    if damage == "a log beside it":
        log.touch()
    made.database.write_bytes(damaged[damage])
    os.utime(made.database, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert not freshness.is_current(made, raw_files(made.raw), Limits())
    [line] = [record.getMessage() for record in caplog.records]
    assert line == f"{made.database} is damaged, or another program wrote to it: it is built again from the readings"
    log.unlink(missing_ok=True)
    made.database.unlink()
    made.database.write_bytes(content)
    assert freshness.is_current(made, raw_files(made.raw), Limits())
    assert len(caplog.records) == 1


def test_nothing_new_starts_neither_dagster_nor_great_expectations(made):
    command = [sys.executable, "-c", START, str(made.raw), str(made.warehouse)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    first, *_, last = done.stdout.splitlines()
    assert (done.returncode, first[:11], last) == (0, "Nothing new", "[]"), done.stderr


def test_a_long_list_is_cut_and_says_where_the_rest_is(made, monkeypatch):
    monkeypatch.setattr(summary, "SHOWN", 0)
    told = list(summary.summary(made))
    assert "  … and 1 more in star.dim_report" in told
