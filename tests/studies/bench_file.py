"""The published file measured: `python -m tests.studies.bench_file REPORTS FOLDER` draws so many readings, fills, packs, and writes docs/performance.md anew.

Belongs here: KiB a report by table, of the filled database and of the file it is published as; what questions of a unit and of a year take.
Does not belong here: how it is packed (pipelines.warehouse.packing), what is written of the figures (bench_document).
"""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

import duckdb

from pipelines.findings import tables
from pipelines.queries import Warehouse
from pipelines.settings import DOCS
from pipelines.warehouse import filling, packing, sources
from pipelines.warehouse.database import building_settings, connect
from tests.studies import bench_document
from tests.support.desk import shelves

_BLOCK = 2**18
_DEAREST = 8


def measure(reports: int, folder: Path) -> dict:
    """Draw, fill and pack, and look at both files."""
    places, files = shelves.draw(folder, reports)
    whole, start = folder / "filled.duckdb", time.process_time()
    with duckdb.connect(whole, config=building_settings(reports)) as connection:
        warehouse = Warehouse(connection, places)
        filling.fill(warehouse, files)
        sources.close_shelf(connection)
        tables.write(warehouse)
        filled = time.process_time()
        packing.pack(warehouse, places.database)
    seconds = {"filled": filled - start, "packed": time.process_time() - filled}
    return {"reports": reports, "seconds": seconds} | look_at(whole, places.database)


def look_at(filled: Path, packed: Path) -> dict:
    """KiB a report of both files, by table, and ms of questions."""
    sizes = {name: kib(path) for name, path in (("filled", filled), ("packed", packed))}
    return {"kib": sizes, "answers_ms": answers(packed)}


def kib(database: Path) -> dict[str, float]:
    """Table → KiB a report, of the dearest and of all others; blocks that several columns share are theirs by bytes."""
    with connect(database) as connection:
        names = connection.execute("select schema_name || '.' || table_name from duckdb_tables()").fetchall()
        reports = connection.execute("select count(*) from reading.report").fetchall()[0][0]
        blocks: dict[int, list[tuple[int, str]]] = defaultdict(list)
        found: dict[str, float] = defaultdict(float)
        for (name,) in names:
            sql = f"select block_id, block_offset, len(additional_block_ids) from pragma_storage_info('{name}') where persistent and block_id >= 0"
            for block, offset, more in connection.execute(sql).fetchall():
                blocks[block].append((offset, name))
                found[name] += (more or 0) * _BLOCK
    for parts in blocks.values():
        parts.sort()
        for (offset, name), end in zip(parts, [*(offset for offset, _ in parts[1:]), _BLOCK], strict=True):
            found[name] += end - offset
    dearest = dict(sorted(found.items(), key=lambda one: -one[1])[:_DEAREST])
    dearest["all others"] = sum(found.values()) - sum(dearest.values())
    return {name: size / 1024 / reports for name, size in (dearest | {"file": database.stat().st_size}).items()}


def answers(database: Path) -> dict[str, list[float | None]]:
    """Question → ms of the processor of its answer for a unit and for a year, hot, on one thread; None where it has no such column."""
    with connect(database) as connection:
        connection.execute("set threads = 1")
        [(unit, year)] = connection.execute(
            "select unit_name, fiscal_year from star.dim_report join star.dim_unit using (unit_key) order by report_id limit 1"
        ).fetchall()
        views = connection.execute(
            "select view_name from duckdb_views() where schema_name = 'questions' order by 1"
        ).fetchall()
        return {
            name: [
                _hot(connection, name, column, value) for column, value in (("unit_name", unit), ("fiscal_year", year))
            ]
            for (name,) in views
        }


def _hot(connection: duckdb.DuckDBPyConnection, name: str, column: str, value: object) -> float | None:
    """The median of three answers after the first, fetched as people's tools and the desk's downloads do: as Arrow."""
    if column not in connection.sql(f"from questions.{name}").columns:
        return None
    seconds = []
    for _ in range(4):
        start = time.process_time()
        connection.execute(f"select * from questions.{name} where {column} = ?", [value]).to_arrow_table()
        seconds.append(time.process_time() - start)
    return median(seconds[1:]) * 1000


def keep(figures: dict) -> None:
    """Write the figures beside the others, and the page anew."""
    path = DOCS / "performance.json"
    kept = json.loads(path.read_text(encoding="utf-8")) | {"file": figures}
    path.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    (DOCS / "performance.md").write_text(bench_document.page(kept), encoding="utf-8")


if __name__ == "__main__":
    keep(measure(int(sys.argv[1]), Path(sys.argv[2])))
