"""A warehouse in a lake is, table for table, the one in a file; its lots have one writer each, and a killed writer changes nothing."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from pipelines.queries import Warehouse, quoted
from pipelines.raw_files import raw_files
from pipelines.settings import PROJECT, SQL, Lake, Places
from pipelines.warehouse import build, creation, database, freshness, lake, lake_publishing, lots
from pipelines.warehouse.filling import Contents
from pipelines.warehouse.models import questions
from pipelines.warehouse.survey import survey
from tests.support.cluster import servers
from tests.support.desk import oracle


@pytest.fixture(scope="module", params=["in files", "PostgreSQL and S3"])
def published(request, small, tmp_path_factory) -> Iterator[Places]:
    """The three reports of `small` once more, published in a lake, in lots of about one."""
    servers.skip_without()
    folder = tmp_path_factory.mktemp("lake")
    if request.param == "in files":
        yield publish(replace(small, lake=Lake(str(folder / "catalogue.ducklake"), f"{folder}/data/")))
        return
    with (
        servers.postgres() as found,
        servers.object_store(folder / "s3") as store,
        pytest.MonkeyPatch.context() as patched,
    ):
        for name, value in store.environment.items():
            patched.setenv(name, value)
        yield publish(replace(small, lake=Lake(f"postgres:{found}", f"s3://{servers.BUCKET}/warehouse/")))


def publish(places: Places) -> Places:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lots, "MOST", 1)
        build.build(places, raw_files(places.raw), 1)
    return places


def test_every_table_view_and_comment_is_that_of_the_file(published):
    with database.open_published(published) as warehouse:
        connection = warehouse.connection
        connection.execute(f"attach {quoted(str(published.database))} as whole (read_only)")
        connection.execute("use whole")
        said = warehouse.rows("lots/comments")
        connection.execute("use lake")
        names = [name for (name,) in connection.execute(oracle.TABLES).fetchall() if not name.startswith("lots.")]
        views = [one.table for one in questions(SQL)]
        assert len(names) > 50 and len(views) > 10
        labelled = connection.execute(
            "select schema_name || '.\"' || view_name || '\"' from duckdb_views() where database_name = 'lake' and schema_name = $named",
            {"named": creation.LABELLED},
        ).fetchall()
        assert len(labelled) == len(views)
        all_names = [*names, *views, *(name for (name,) in labelled)]
        found = [one for name in all_names for one in oracle.compare(connection, f"whole.{name}", f"lake.{name}")]
        assert found == []
        here = warehouse.rows("lots/comments")
        kept_otherwise = [one for one in said if one not in here]
        assert {one["of_table"].partition(".")[0] for one in kept_otherwise} <= {"stored"}, "how the file keeps some"


def test_what_is_published_is_not_made_again(published, monkeypatch):
    before = freshness.mark(published)
    monkeypatch.setattr(lake_publishing, "publish", None)
    monkeypatch.setattr(lots, "MOST", 1)
    build.build(published, raw_files(published.raw), 1)
    assert freshness.mark(published) != before, "the last step was made again"


def test_of_two_writers_of_one_lot_one_is_refused(published, monkeypatch):
    both, put = threading.Barrier(2), lots.put
    began: set[int] = set()

    def wait_and_put(*arguments) -> None:
        """Put while the other writer does, the first time."""
        is_first = threading.get_ident() not in began
        began.add(threading.get_ident())
        if is_first:
            both.wait(60)
        put(*arguments)
        if is_first:
            both.wait(60)

    monkeypatch.setattr(lots, "put", wait_and_put)
    said: list[str] = []

    def write(part: Warehouse) -> None:
        with lake.open_lake(published.lake, is_written=True) as own:
            target = Warehouse(own, published)
            reports = sorted({file.sha256 for file in raw_files(published.raw)})
            try:
                lake_publishing.publish(target, part, reports, "twice")
                said.append("published")
            except lake_publishing.LotTaken as refused:
                said.append(str(refused).partition(":")[0])

    if not published.lake.catalogue.startswith("postgres:"):
        pytest.skip("one process at a time writes where the catalogue is a DuckDB file")
    with judged(published) as first, judged(published) as second:
        writers = [threading.Thread(target=write, args=(part,)) for part in (first, second)]
        for one in writers:
            one.start()
        for one in writers:
            one.join()
    assert sorted(said) == ["another run has published some of these 3 reports meanwhile", "published"]
    test_every_table_view_and_comment_is_that_of_the_file(published)


@contextmanager
def judged(places: Places) -> Iterator[Warehouse]:
    """All reports as one lot, with the opinions that are on the shelf already."""
    files = raw_files(places.raw)
    contents = Contents(places=places, files=files, read=lambda _: (), given=survey(places, files).given)
    with lots.open_judged(contents) as part:
        yield part


KILLED = """
import os, sys
from pathlib import Path
from pipelines.raw_files import raw_files
from pipelines.settings import Lake, Places
from pipelines.warehouse import lake, lake_publishing, lots
from tests.cluster.test_lake import judged

places = Places(Path(sys.argv[1]), Path(sys.argv[2]), lake=Lake(*sys.argv[3:]))
put = lots.put
def put_and_die(*arguments):
    put(*arguments)
    os.kill(os.getpid(), 9)
lots.put = put_and_die
with judged(places) as part, lake.open_warehouse(places, is_written=True) as target:
    reports = sorted({file.sha256 for file in raw_files(places.raw)})
    lake_publishing.publish(target, part, reports, "killed")
"""


def test_a_killed_writer_changes_nothing_and_its_files_are_removed(published):
    with lake.open_lake(published.lake, is_written=True) as own:
        lake.drop_orphans(own, "0 seconds")
    arguments = [str(published.raw), str(published.warehouse), published.lake.catalogue, published.lake.data]
    done = subprocess.run([sys.executable, "-c", KILLED, *arguments], cwd=PROJECT, env=os.environ, check=False)
    assert done.returncode == -signal.SIGKILL
    test_every_table_view_and_comment_is_that_of_the_file(published)
    with lake.open_lake(published.lake, is_written=True) as own:
        assert lake.drop_orphans(own) == 0, "files of a day are left: their writer may be at work"
        assert lake.drop_orphans(own, "0 seconds") > 30
    test_every_table_view_and_comment_is_that_of_the_file(published)
