"""Two warehouses are compared row for row: what differs is told, and what does not is not."""

from pathlib import Path

import duckdb
import pytest

from tests.studies import compare

SAME = "create schema s; create table s.t as select * from (values (1, 'a'), (1, 'a'), (2, null)) as r(n, x);"


def database(path: Path, sql: str) -> Path:
    with duckdb.connect(str(path)) as connection:
        connection.execute(sql)
    return path


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("", []),
        ("alter table s.t add column code_version varchar; update s.t set code_version = 'x';", ["s.t: 0 rows only in the old, 0 only in the new; columns of one side: code_version"]),
        ("insert into s.t values (1, 'a')", ["s.t: 0 rows only in the old, 1 only in the new"]),
        ("update s.t set x = 'b' where n = 2", ["s.t: 1 rows only in the old, 1 only in the new"]),
        ("create table s.u as select 1 as n", ["s.u: only in the new"]),
        ("drop table s.t", ["s.t: only in the old"]),
        ("alter table s.t rename to u", ["s.t: only in the old", "s.u: only in the new"]),
    ],
)  # fmt: skip
def test_what_differs_is_told(sql, said, tmp_path):
    old, new = database(tmp_path / "old.duckdb", SAME), database(tmp_path / "new.duckdb", SAME + sql)
    assert [str(found) for found in compare.differences(old, new, {})] == said


def test_a_renamed_table_is_compared(tmp_path, capsys):
    old, new = database(tmp_path / "old", SAME), database(tmp_path / "new", SAME + "alter table s.t rename to u")
    assert compare.main(str(old), str(new), "s.t=s.u") == 0
    assert capsys.readouterr().out == "differing: 0\n"
