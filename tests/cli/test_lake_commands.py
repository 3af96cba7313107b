"""What is of files alone says so where the warehouse is in a lake, and touches no file."""

import argparse

import pytest

from pipelines.cli import carrying, ending, restore
from pipelines.settings import Lake, Places

ASKED = argparse.Namespace(statement=None)


@pytest.mark.parametrize(
    "command",
    [
        lambda places: restore.put_back(places, None, "en"),
        lambda places: restore.list_formers(places, "en"),
        lambda places: carrying.answer(places, ASKED),
    ],
)
def test_a_command_of_files_is_refused(tmp_path, command):
    places = Places(tmp_path / "raw", tmp_path, lake=Lake("postgres:host=db", "s3://lake/"))
    places.database.write_bytes(b"of a former time")
    with pytest.raises(ending.Refused, match=r"lake \(postgres:host=db\)"):
        command(places)
    assert [path.name for path in tmp_path.iterdir()] == [places.database.name]
