"""The examples of docs/export.md do what they say, run as they stand there over an export."""

import re
import shutil
import subprocess
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pytest

from pipelines.outputs.export import parquet
from pipelines.settings import PROJECT

BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.S)
LACKING = 77
IN_R = f"""
if (!all(c("reticulate", "dplyr") %in% rownames(installed.packages()))) quit(status = {LACKING})
%s |>
  write.csv(stdout(), row.names = FALSE)
"""
"""The example between what ends with LACKING where its packages are not there, and what prints its last value."""
TOTALS = """
    select unit_name, fiscal_year, sum(amount_yuan)::double as yuan
    from star.fact_expenditure join star.dim_unit using (unit_key)
    where scope = 'general_budget' group by all order by all
"""


@pytest.fixture(scope="module")
def place(small, tmp_path_factory) -> Path:
    """A folder in which a reader of the page would stand: with warehouse/ and .venv/."""
    parquet.build(small)
    place = tmp_path_factory.mktemp("reader")
    (place / "warehouse").symlink_to(small.warehouse)
    (place / ".venv").symlink_to(PROJECT / ".venv")
    return place


@pytest.fixture(scope="module")
def totals(small) -> list[tuple]:
    """What each unit spent a year out of the general budget, in 元, by the warehouse itself."""
    with duckdb.connect(small.database, read_only=True) as connection:
        return connection.sql(TOTALS).fetchall()


def examples(language: str) -> list[str]:
    return [
        code
        for name, code in BLOCK.findall((PROJECT / "docs" / "export.md").read_text(encoding="utf-8"))
        if name == language
    ]


def test_those_in_python_and_sql_read_all_rows(place, small, monkeypatch):
    monkeypatch.chdir(place)
    with duckdb.connect(small.database, read_only=True) as connection:
        rows = connection.table("star.fact_expenditure").shape[0]
    by_pandas, by_polars = examples("python")
    names: dict = {}
    exec(by_pandas, names)
    assert isinstance(names["spent"], pandas.DataFrame)
    assert len(names["spent"]) == rows
    exec(by_polars, names)
    assert isinstance(names["spent"], polars.LazyFrame)
    assert names["spent"].collect().height == rows
    (statement,) = examples("sql")
    assert duckdb.sql(statement).shape[0] == rows


def test_the_plan_of_arrow_gives_the_totals(place, totals):
    """The second example in R, by the same library from Python: open, filter, join, group, sum of decimals."""
    folder = place / "warehouse" / "export" / "star"
    spent, units = (ds.dataset(folder / name) for name in ("fact_expenditure", "dim_unit"))
    joined = spent.filter(pc.field("scope") == "general_budget").join(units, "unit_key").to_table()
    summed = joined.group_by(["unit_name", "fiscal_year"]).aggregate([("amount_yuan", "sum")])
    assert (
        sorted((unit, year, float(yuan)) for unit, year, yuan in zip(*summed.to_pydict().values(), strict=True))
        == totals
    )


def test_the_one_in_r_gives_the_totals(place, totals):
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed")
    code = IN_R.replace("%s", examples("r")[0].rstrip())
    done = subprocess.run([program, "-e", code], cwd=place, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode == LACKING:
        pytest.skip("R has no reticulate or no dplyr")
    assert done.returncode == 0, done.stderr
    lines = [line.replace('"', "").split(",") for line in done.stdout.splitlines()]
    assert lines[0] == ["unit_name", "fiscal_year", "yuan"]
    assert sorted((unit, int(year), float(yuan)) for unit, year, yuan in lines[1:]) == totals
