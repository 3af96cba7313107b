"""A lake whose server does not answer is told at once, in one sentence, without the password of its address."""

import sys

import pytest

from pipelines.cli import main

pytest.importorskip("duckdb_extension_postgres_scanner", reason="asks PostgreSQL: the extra `cluster`")

ADDRESS = "postgres:host=/nowhere dbname=accounts password=s3cret"


@pytest.mark.parametrize("command", ["warehouse", "book"])
def test_a_lake_that_cannot_be_reached_is_told_before_anything_is_done(command, places, monkeypatch, capsys):
    (places.raw / "2024").mkdir()
    (places.raw / "2024" / "a.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.setenv("FINAL_ACCOUNTS_LAKE", ADDRESS)
    monkeypatch.setenv("FINAL_ACCOUNTS_LAKE_DATA", str(places.warehouse / "data"))
    arguments = [command, "--raw", str(places.raw), "--warehouse", str(places.warehouse), "--language", "en"]
    monkeypatch.setattr(sys, "argv", ["final-accounts", *arguments])
    assert main.main() == 2
    said = capsys.readouterr()
    [line] = said.err.splitlines()
    assert line.startswith("the catalogue that FINAL_ACCOUNTS_LAKE names cannot be reached: ")
    assert said.out == ""
    assert "s3cret" not in line
    assert not places.warehouse.exists()
