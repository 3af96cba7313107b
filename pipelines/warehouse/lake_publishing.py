"""Lake publishing: lots put into a lake by many writers side by side, a transaction each, and the last step over all of them.

Belongs here: who may write a lot, its transaction, the last one. Does not belong here: what is put (lots), opening a lake (lake).

A lake knows no unique keys: two writers that both insert the same reports for the first time would both succeed. So each claims its
reports first, in a transaction of its own, and takes all claims of them away in the one that publishes: of two writers one sees the
other's claim, and both take the same file of claims away, which DuckLake lets one of them do. It also refuses who inserts into a table from which
another has deleted meanwhile, whichever rows: a writer whose claim still stands tries again, one whose claim is gone is refused.
"""

import logging
import secrets
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from pipelines.messages import Told
from pipelines.queries import Warehouse, only_row, quoted
from pipelines.warehouse import lake, lots, shrinking, sources
from pipelines.warehouse.creation import answer

_LOG = logging.getLogger(__name__)
_LEDGER, _CLAIMS = "lots.report", "lots.claim"
"""Which lot a report was published with; who is about to publish it."""
_TRIES, _WAIT = 20, 0.5
"""Times a transaction is tried where others meet it, and seconds by which each wait is longer than the last."""
_SAID = "批次台账：每份报告随哪一批发布 / Ledger of lots: with which lot each report was published."


class LotTaken(Told):
    """Another writer has published the same reports meanwhile; nothing of this one's was published."""


class LakeBusy(Told):
    """Other writers met each try of a transaction; nothing of it was published."""


def lay_out(target: Warehouse, empty: Warehouse) -> None:
    """Make the tables of a lake that has none; of one with other columns, as another version of the program left it, they are made anew."""
    with _transaction(target.connection):
        if (there := _columns(target.connection)) and not _columns(empty.connection).items() <= there.items():
            for table in there:
                target.connection.execute(f"drop table {table}")
        lots.lay_out(target, empty)
        target.connection.execute("create schema if not exists lots")
        target.connection.execute(f"create table if not exists {_LEDGER} (report_id varchar, lot varchar)")
        target.connection.execute(f"create table if not exists {_CLAIMS} (report_id varchar, writer varchar)")
        target.connection.execute(f"comment on table {_LEDGER} is {quoted(_SAID)}")


def is_published(target: Warehouse, reports: Collection[str], lot: str) -> bool:
    """Whether exactly these reports were published as this lot, by its digest."""
    known = target.connection.execute(f"select report_id from {_LEDGER} where lot = $lot", {"lot": lot}).fetchall()
    return {report for (report,) in known} == set(reports)


def publish(target: Warehouse, part: Warehouse, reports: Collection[str], lot: str) -> None:
    """Put the rows of a lot in the place of its reports' old ones, in one transaction; raises LotTaken, with nothing changed.

    part: filled from these reports. lot: the digest of what it was made of.
    """
    connection, writer = target.connection, secrets.token_hex(8)
    ids = pa.table({"report_id": pa.array(sorted(reports), pa.string())})
    claims = ids.append_column("writer", pa.array([writer] * len(ids)))  # noqa: F841 - read by name
    made = ids.append_column("lot", pa.array([lot] * len(ids)))  # noqa: F841 - read by name
    of_lot = "where report_id in (select report_id from ids)"
    for _ in _tries(f"insert of {len(ids)} claims"):
        with _again():
            connection.execute(f"insert into {_CLAIMS} from claims")
            break
    for _ in _tries(f"publishing {len(ids)} reports"):
        with _again(), _transaction(connection):
            own = connection.execute(f"select count(*) from {_CLAIMS} where writer = $writer", {"writer": writer})
            if only_row(own)[0] < len(ids):
                raise LotTaken("lot_taken", reports=len(ids))
            connection.execute(f"delete from {_CLAIMS} {of_lot}")
            connection.execute(f"delete from {_LEDGER} {of_lot}")
            lots.put(target, part, reports)
            connection.execute(f"insert into {_LEDGER} from made")
            return


def _tries(what: str) -> Iterator[None]:
    """So many tries, with a wait before each but the first that grows and differs from other writers'; raises LakeBusy after the last."""
    for number in range(_TRIES):
        time.sleep(_WAIT * number * (0.5 + secrets.randbelow(1000) / 1000))
        yield
    raise LakeBusy("lake_busy", what=what, tries=_TRIES)


@contextmanager
def _again() -> Iterator[None]:
    """Let a transaction that met another one's be tried again."""
    try:
        yield
    except duckdb.TransactionException as error:
        _LOG.debug("to be tried again: %s", error)


def finish(
    target: Warehouse, empty: Warehouse, given: Mapping[str, pa.Table], reports: Collection[str], may_shrink: bool
) -> dict[str, int | None]:
    """Take out the reports that are gone, make the tables of all reports and the views that answer questions; returns table → rows.

    Raises as lots.finish and shrinking.check do; then all is as it was.
    """
    connection = target.connection
    before = shrinking.reports(target)
    gone = target.ask("lots/gone", reports=sorted(reports)).to_arrow_table()
    connection.register("gone", gone)
    with _transaction(connection):
        lots.drop(target, "gone")
        connection.execute(f"delete from {_LEDGER} where report_id in (select report_id from gone)")
        sources.define_macros(target)
        lots.finish(target, empty, given)
        shrinking.check(target, may_shrink, before)
        counts = lots.count_rows(target)
        counts |= answer(target)
    connection.unregister("gone")
    lake.drop_orphans(connection)
    return counts


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Table → its columns."""
    found = connection.execute(
        "select schema_name || '.' || table_name, list(column_name order by column_index) from duckdb_columns()"
        " where database_name = current_database() and table_name in (select table_name from duckdb_tables()) group by all"
    )
    return dict(found.fetchall())


@contextmanager
def _transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of it or nothing."""
    connection.execute("begin")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        try:
            connection.execute("rollback")
        except duckdb.TransactionException:  # a commit that failed has rolled back
            _LOG.debug("nothing to roll back")
        raise
