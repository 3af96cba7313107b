"""Held cells: holding a cell of a form takes judgements away, and never changes one that is left.

`python -m tests.studies.held_cells WAREHOUSE RAW [ROUNDS]` does it with cells drawn from the readings of a warehouse, as they are
and with an error in each form, and prints a line a round.
Belongs here: drawing cells, holding them, comparing outcomes. Does not belong here: reports and their readings (tests/support).
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import duckdb

from pipelines.queries import Warehouse
from pipelines.raw_files import raw_files
from pipelines.settings import Places
from pipelines.warehouse import build, sources
from tests.support.desk import desk

Instance = tuple[str, str, str]
"""Identity, report, instance."""
HOW = {
    "hidden": "is_held = true",
    "unclean": "is_held = true, mark = 'doubtful', text = '12,3', value = null, value_yuan = null",
    "elsewhere": "is_held = true, may_be_elsewhere = true",
}
"""How a cell is held: the page may not show it; it is no clean number; its row or its column is not known."""
PROSE_ALONE = {"N-50", "N-53", "N-60"}
"""Identities that hold the prose against itself where the form it speaks of was not read."""
_MEMBERS = """
select identity_id, report_id, instance, amount_id from checks.term where amount_id is not null
union select identity_id, report_id, instance, unnest(amount_ids) from checks.ratio
"""
_CELLS = "select report_id, form, amount_id from checks.form_amount where value_yuan is not null and not starts_with(form, 'P') order by all"
_TOUCHING = """
select amount_id, lag(amount_id) over along, lead(amount_id) over along, lag(amount_id) over down, lead(amount_id) over down
from reading.amount
window along as (partition by report_id, form, row order by column_number),
    down as (partition by report_id, form, panel, column_number order by row)
"""


@dataclass(frozen=True, kw_only=True)
class Round:
    """What held cells did to the instances that were judged before.

    silenced: those no longer judged; needless: identity → how many of them have none of the cells as a term; changed: instances
    that came out otherwise, with both outcomes; in_spite: those judged with a held cell as a term; violations: those left.
    """

    held: int
    judged: int
    silenced: int
    needless: Counter[str]
    changed: Sequence[tuple[Instance, object, object]]
    in_spite: Sequence[Instance]
    violations: int


def hold(connection: duckdb.DuckDBPyConnection, how: str, cells: set[str], moved: Iterable[str] = ()) -> Round:
    """Hold cells, judge, and tell what became of the instances judged before.

    moved: amounts that are read wrong beside them.
    """
    before, members = _judged(connection), connection.execute(_MEMBERS).fetchall()
    with spoilt(connection, moved):
        _update(connection, HOW[how], cells)
        desk.rejudge(connection)
        after, left = _judged(connection), connection.execute(_MEMBERS).fetchall()
    lost = before.keys() - after.keys()
    return Round(
        held=len(cells), judged=len(before), silenced=len(lost), needless=Counter(key for key, *_ in lost - _of(members, cells)),
        changed=[
            (key, before.get(key), one)
            for key, one in after.items()
            if before.get(key) != one and (key in before or key[0] not in PROSE_ALONE or "violation" in one)
        ],
        in_spite=sorted(_of(left, cells) & after.keys()), violations=sum("violation" in one for one in after.values()),
    )  # fmt: skip


@contextmanager
def spoilt(connection: duckdb.DuckDBPyConnection, amounts: Iterable[str]) -> Iterator[None]:
    """Print 1234.56 元 more in these cells, until the end; the checks stay as they were last made."""
    depth = connection.execute("select count(*) from duckdb_tables() where starts_with(table_name, 'kept_')").fetchone()
    kept = f"kept_{depth[0]}"
    connection.execute(f"create temp table {kept} as from reading.amount")
    _update(connection, "value_yuan = value_yuan + 1234567.89", set(amounts))
    try:
        yield
    finally:
        connection.execute(f"create or replace table reading.amount as from {kept}")
        connection.execute(f"drop table {kept}")


def draw(connection: duckdb.DuckDBPyConnection, random: Random) -> set[str]:
    """One cell with a number of each form of each final account."""
    forms: dict[tuple[str, str], list[str]] = {}
    for report, form, amount in connection.execute(_CELLS).fetchall():
        forms.setdefault((report, form), []).append(amount)
    return {random.choice(cells) for cells in forms.values()}


def touching(connection: duckdb.DuckDBPyConnection, cells: set[str]) -> set[str]:
    """The cells beside these, in their rows and in their columns."""
    found = connection.execute(_TOUCHING).fetchall()
    return {other for amount, *others in found if amount in cells for other in others if other} - cells


def _judged(connection: duckdb.DuckDBPyConnection) -> dict[Instance, tuple[object, ...]]:
    """Instance → how it came out; of one that is a sum and a quotient, both."""
    query = (
        "select identity_id, report_id, instance, outcome, stated, expected, bound from checks.outcome"
        " where outcome != 'not_evaluable' order by all"
    )
    found: dict[Instance, tuple[object, ...]] = {}
    for row in connection.execute(query).fetchall():
        found[row[:3]] = (*found.get(row[:3], ()), *row[3:])
    return found


def _of(members: Iterable[tuple[str, str, str, str]], cells: set[str]) -> set[Instance]:
    return {(identity, report, instance) for identity, report, instance, amount in members if amount in cells}


def _update(connection: duckdb.DuckDBPyConnection, what: str, cells: set[str]) -> None:
    connection.execute(f"update reading.amount set {what} where list_contains(?, amount_id)", [sorted(cells)])


def _filled(warehouse: Path, raw: Path) -> duckdb.DuckDBPyConnection:
    """The readings of a warehouse, judged in memory."""
    connection = duckdb.connect()
    places = Places(raw, warehouse)
    build.fill(Warehouse(connection, places), [file for file in raw_files(raw) if places.reading(file).is_file()])
    sources.close_shelf(connection)
    return connection


def main(arguments: Sequence[str]) -> None:
    """Print a line a round."""
    connection = _filled(Path(arguments[0]), Path(arguments[1]))
    for seed in range(int(arguments[2]) if len(arguments) > 2 else 4):
        for wrong in (set(), draw(connection, Random(-seed - 1))):
            desk.rejudge(connection)
            cells = draw(connection, Random(seed)) - wrong
            for how in HOW:
                moved = touching(connection, cells) if how == "unclean" else set()
                with spoilt(connection, wrong):
                    desk.rejudge(connection)
                    one = hold(connection, how, cells, moved)
                print(
                    seed,
                    len(wrong),
                    how,
                    f"held {one.held} judged {one.judged} silenced {one.silenced} needless {one.needless.total()}",
                )
                print(
                    f"  violations left {one.violations} changed {one.changed[:5]} in spite {one.in_spite[:5]}",
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])
