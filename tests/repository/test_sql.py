"""`make sql`: the terminal tool opens the published warehouse read-only; its lock is as strict as ours and reads our DuckDB."""

import re
import subprocess

import pytest

from pipelines.settings import DATABASE, PROJECT
from tests.studies import docs

TOOL = PROJECT / ".venv" / "sql" / "bin"


def locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z][\w.-]*)==(\S+)", (PROJECT / name).read_text(encoding="utf-8"), re.M))


def test_its_lock_is_hashed_and_has_the_duckdb_that_writes_the_warehouse():
    text = (PROJECT / "requirements-sql.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?://|--index|--find-links|@ file", text)
    assert len(locked("requirements-sql.lock")) == len(re.findall(r"^\S.*==\S+.*\\\n    --hash=sha256:", text, re.M))
    assert locked("requirements-sql.lock")["duckdb"] == locked("requirements.lock")["duckdb"]


def test_nothing_but_make_sql_installs_it():
    assert "harlequin" not in locked("requirements.lock")
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"^\S+:.*\$\(SQL\)/installed", makefile, re.M) == ["sql: $(SQL)/installed"]


def test_without_a_warehouse_it_says_what_to_do(tmp_path):
    if not TOOL.exists():
        pytest.skip("needs the terminal tool: make sql once")
    recipe = ["make", "--silent", "sql", f"WAREHOUSE={tmp_path}"]
    done = subprocess.run(recipe, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == f"{tmp_path}/{DATABASE} is not there: run make warehouse first"


def test_it_reads_the_questions_and_refuses_to_write(tmp_path):
    """hsql is the same tool without its screen."""
    if not TOOL.exists():
        pytest.skip("needs the terminal tool: make sql once")
    docs.samples(tmp_path).close()

    def run(sql: str) -> subprocess.CompletedProcess:
        command = [TOOL / "hsql", "--adapter", "duckdb", "--read-only", "--csv", "-c", sql, tmp_path / DATABASE]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    found = run("select 单位, 机关运行经费（元） from 提问.机关运行经费 where 年度 = 2022")
    assert found.stdout.splitlines() == ["单位,机关运行经费（元）", "苏州市姑苏区样本文化和旅游局,4123900.00"]
    refused = run("delete from star.dim_unit")
    assert refused.returncode != 0
    assert "read-only" in refused.stderr + refused.stdout
