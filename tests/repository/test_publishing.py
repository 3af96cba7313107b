"""What is published is whole or not there: a file, a folder, the one before where making or switching fails."""

import errno
import os
import sys
from pathlib import Path

import pytest

from pipelines import publishing
from pipelines.cli import main
from pipelines.publishing import beside, turn, write_file


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


def planted(link: Path, target: Path) -> Path:
    """A link in the place of something we write, and the file of somebody that it leads to."""
    link.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("theirs", encoding="utf-8")
    link.symlink_to(target)
    return target


def test_no_lock_is_written_through_a_link(tmp_path):
    place = tmp_path / "folder" / "made"
    theirs = planted(place.parent / ".locks" / "made.holder", tmp_path / "theirs")
    with turn(place):
        assert theirs.read_text(encoding="utf-8") == "theirs"
    (place.parent / ".locks" / "other").symlink_to(tmp_path / "not there")
    with pytest.raises(OSError, match="other"), turn(place.with_name("other")):
        pass
    assert not (tmp_path / "not there").exists()


def test_a_folder_of_locks_that_is_a_link_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".locks").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"\.locks is a link, and runs write there: remove it"), turn(tmp_path / "made"):
        pass
    assert os.listdir(tmp_path / "elsewhere") == []


def test_what_is_made_is_not_written_through_a_link(tmp_path, monkeypatch):
    """The name of a folder can be guessed: the place and the number of the process; that of a file cannot."""
    place, name = tmp_path / "folder" / "made", f".made.{os.getpid()}"
    monkeypatch.setattr(publishing, "partial_of", lambda path: path.with_name(name))
    theirs = planted(place.with_name(name), tmp_path / "theirs")
    with pytest.raises(FileExistsError):
        write_file(place, b"ours")
    assert theirs.read_text(encoding="utf-8") == "theirs"
    monkeypatch.undo()
    write_file(place, b"ours")
    assert (theirs.read_text(encoding="utf-8"), place.read_bytes()) == ("theirs", b"ours")
    theirs = planted(place.with_name(name), tmp_path / "theirs")
    with beside(place) as building:
        assert not building.is_symlink()
        assert building.parent.stat().st_mode & 0o077 == 0
        building.write_bytes(b"more")
    assert (theirs.read_text(encoding="utf-8"), place.read_bytes()) == ("theirs", b"more")
    assert standing(place.parent) == ["made"]


def test_a_link_to_a_folder_in_the_way_is_removed_and_not_what_it_leads_to(tmp_path):
    place, theirs = tmp_path / "folder" / "made", tmp_path / "theirs"
    place.parent.mkdir()
    theirs.mkdir()
    (theirs / "file").touch()
    place.with_name(".made.1").symlink_to(theirs)
    with beside(place) as building:
        building.touch()
    assert (standing(place.parent), os.listdir(theirs)) == (["made"], ["file"])


def test_signs_in_a_name_are_only_signs(tmp_path):
    """What lies beside is never mistaken for what a killed run left."""
    (tmp_path / ".w1.1").mkdir()
    with beside(tmp_path / "w[1]") as building:
        building.mkdir()
    with beside(tmp_path / "w[1]") as building:
        building.mkdir()
    assert sorted(standing(tmp_path)) == [".w1.1", "w[1]"]


def freeze(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system refuse to write below a folder, as of a disk that is read-only: to root too."""
    make, open_file = os.mkdir, os.open

    def refused(path: str | os.PathLike[str]) -> None:
        if Path(path).is_relative_to(folder):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    def mkdir(path: str | os.PathLike[str], *mode: int, **where: int) -> None:
        if not Path(path).exists():
            refused(path)
        make(path, *mode, **where)

    def opened(path: str | os.PathLike[str], flags: int, *mode: int, **where: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            refused(path)
        return open_file(path, flags, *mode, **where)

    monkeypatch.setattr(os, "mkdir", mkdir)
    monkeypatch.setattr(os, "open", opened)


@pytest.mark.parametrize("had_locks", [False, True])
def test_a_folder_that_takes_no_lock_is_told_by_its_name(had_locks, tmp_path, monkeypatch, capsys):
    """A read-only disk: nothing is waited for, and the command says which folder it is in a line."""
    if had_locks:
        with turn(tmp_path / "made"):
            pass
    former = tmp_path / "previous" / "1"
    former.mkdir(parents=True)
    (former / "final_accounts.duckdb").touch()
    freeze(tmp_path, monkeypatch)
    with pytest.raises(OSError, match=r"Read-only file system: .*\.locks"), turn(tmp_path / "made"):
        pass
    monkeypatch.setattr(sys, "argv", ["final-accounts", "restore", "--warehouse", str(tmp_path)])
    assert main.main() == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{tmp_path} cannot be written to: ")
    assert "Read-only file system" in line


def test_only_what_nobody_writes_any_more_is_abandoned(tmp_path, monkeypatch):
    """A shelf may be shared: a living process of this host writes, another host may, unless its file is a day old."""
    place = tmp_path / "made"
    own = publishing.partial_of(place)
    assert publishing.partial_of(place) != own
    assert not publishing.is_abandoned(own)
    monkeypatch.setattr(publishing.psutil, "pid_exists", lambda pid: pid != os.getpid())
    assert publishing.is_abandoned(own)
    monkeypatch.setattr(publishing.socket, "gethostname", lambda: "another~host")
    theirs = publishing.partial_of(place)
    monkeypatch.undo()
    theirs.touch()
    assert not publishing.is_abandoned(theirs)
    os.utime(theirs, (0, 0))
    assert publishing.is_abandoned(theirs)
    assert not publishing.is_abandoned(own), "what is gone meanwhile is not our business"
