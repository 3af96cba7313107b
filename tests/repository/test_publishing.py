"""What is published is whole or not there: a file, a folder, the one before where making or switching fails."""

import os
from pathlib import Path

import pytest

from pipelines.publishing import beside


def standing(folder: Path) -> list[str]:
    """What stands in a folder but the locks of those who write there."""
    return [name for name in os.listdir(folder) if name != ".locks"]


def test_a_file_takes_the_place_of_the_one_before(tmp_path):
    place = tmp_path / "made" / "file"
    for text in ("one", "two"):
        with beside(place) as building:
            building.write_text(text, encoding="utf-8")
            assert not place.exists() or place.read_text(encoding="utf-8") == "one"
        assert place.read_text(encoding="utf-8") == text
    assert standing(place.parent) == ["file"]


def test_a_folder_takes_the_place_of_the_one_before_with_all_its_files(tmp_path):
    place = tmp_path / "folder"
    for name in ("one", "two"):
        with beside(place) as building:
            building.mkdir()
            (building / name).touch()
        assert os.listdir(place) == [name]
    assert standing(tmp_path) == ["folder"]


def test_an_error_while_making_leaves_the_one_before_and_nothing_else(tmp_path):
    place = tmp_path / "folder"
    place.mkdir()
    (place / "one").touch()
    with pytest.raises(RuntimeError, match="half"), beside(place) as building:
        building.mkdir()
        (building / "two").touch()
        raise RuntimeError("half made")
    assert os.listdir(place) == ["one"]
    assert standing(tmp_path) == ["folder"]


def test_a_switch_that_fails_brings_the_one_before_back(tmp_path):
    place = tmp_path / "folder"
    place.mkdir()
    (place / "one").touch()
    with pytest.raises(FileNotFoundError), beside(place):
        pass
    assert os.listdir(place) == ["one"]
    assert standing(tmp_path) == ["folder"]
