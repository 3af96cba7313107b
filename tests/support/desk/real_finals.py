"""The real final accounts as a warehouse on the desk, and the sentences of their findings as text.

Belongs here: which of the real reports are final accounts, filling them with their findings. Does not belong here: skipping
where they are not there (tests/conftest.py), the written snapshot (tests/studies/sentences.py).
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from pipelines.findings import tables
from tests.support import real_reports
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.files.reading import read_report

FINALS = (
    "宜川", "石泉", "文化和旅游局2025", "生态环境局2025", "国家信访局", "卫生健康委员会", "改动版", "社会工作部", "东城", "西南大学",
)  # fmt: skip
"""Part of the file's name, in the order in which they are filled."""


def fill(folder: Path, find: Callable[[str], Path]) -> duckdb.DuckDBPyConnection:
    """Read them and fill a warehouse in memory, with findings; find: part of a name → file."""
    connection = desk.filled(folder, [read_report(find(part), None) for part in FINALS])
    tables.write(asked(connection))
    return connection


def report_of(report_id: str) -> str:
    """The part of the name of the report that has this id on the desk."""
    return FINALS[[desk.report_id(number) for number in range(len(FINALS))].index(report_id)]


def sentences(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Yield the lines of the snapshot: each report by its file name, then its findings by page, in Chinese and in English."""
    for number, part in enumerate(FINALS):
        rows = connection.execute(
            "select page, severity, sentence_zh, sentence_en from findings.finding where report_id = ?"
            " order by page nulls first, sentence_zh",
            [desk.report_id(number)],
        ).fetchall()
        yield f"# {real_reports.called(part).name}: {len(rows)}"
        for page, severity, zh, en in rows:
            yield from ("", f"{page or '-'} {severity}", zh, en)
        yield ""
