"""What a command may write to: an input is never overwritten, by whichever name, and no other kind of file is."""

import os
import sys
from pathlib import Path

import pytest

from pipelines.cli import main, targets
from pipelines.cli.ending import Refused
from pipelines.settings import Places


def named(folder: Path, way: str) -> tuple[Path, Path]:
    """A report, and another name for it."""
    report = folder / "report.html"
    report.write_bytes(b"%PDF-1.4 a report")
    other = folder / "other.html"
    if way == "a symbolic link":
        other.symlink_to(report)
    if way == "a hard link":
        os.link(report, other)
    return report, report if way == "its own name" else other


@pytest.mark.parametrize("way", ["its own name", "a symbolic link", "a hard link"])
@pytest.mark.parametrize("which", ["report", "last year's"])
def test_a_page_is_never_written_over_a_report(way, which, tmp_path, capsys, monkeypatch):
    report, target = named(tmp_path, way)
    before = {path: path.lstat().st_ino for path in (report, target)}
    asked = [str(report)] if which == "report" else [str(tmp_path / "none.pdf"), "--previous", str(report)]
    monkeypatch.setattr(sys, "argv", ["final-accounts", "check", *asked, "--html", str(target)])
    assert main.main() == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{target} is the report itself")
    assert report.read_bytes() == b"%PDF-1.4 a report"
    assert {path: path.lstat().st_ino for path in (report, target)} == before


@pytest.mark.parametrize("name", ["page.pdf", "page.json", "page", "page.html.csv", "folder.html", "none/page.html"])
def test_a_page_goes_to_an_html_file_alone(name, tmp_path):
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(Refused, match=r"--html\)$"):
        targets.refuse_page(tmp_path / name, [])
    targets.refuse_page(tmp_path / "page.HTML", [tmp_path / "none.pdf"])


@pytest.mark.parametrize("way", ["its own name", "a symbolic link", "a hard link"])
def test_a_copy_is_never_written_over_a_report(way, tmp_path):
    report, target = tmp_path / "report.pdf", tmp_path / "other.pdf"
    report.write_bytes(b"%PDF-1.4 a report")
    if way == "a symbolic link":
        target.symlink_to(report)
    if way == "a hard link":
        os.link(report, target)
    with pytest.raises(Refused, match="is the report itself"):
        targets.refuse_copy(report if way == "its own name" else target, [report], b"%ours")


def test_a_copy_goes_to_a_pdf_of_ours_or_to_none(tmp_path):
    other, ours = tmp_path / "other.pdf", tmp_path / "ours.pdf"
    other.write_bytes(b"%PDF-1.4 another report")
    ours.write_bytes(b"%PDF-1.4 a copy\n%ours\n")
    for target in (other, tmp_path / "page.html", tmp_path / "none" / "copy.pdf"):
        with pytest.raises(Refused, match=r"\(--pdf\)$"):
            targets.refuse_copy(target, [], b"%ours")
    targets.refuse_copy(ours, [], b"%ours")
    targets.refuse_copy(tmp_path / "new.PDF", [], b"%ours")


def test_several_reports_have_no_page_and_no_last_year(tmp_path, capsys, monkeypatch):
    for option in ("--html", "--pdf", "--previous"):
        monkeypatch.setattr(sys, "argv", ["final-accounts", "check", "a.pdf", "b.pdf", option, "c.html"])
        assert main.main() == 2
        assert (
            capsys.readouterr().err
            == "These are several reports; an evidence page, a marked copy and a comparison with last year are of one report:"
            " name one file, or those of one disclosure (its text, its tables)\n"
        )


def test_a_target_is_as_it_was_until_the_new_one_is_whole(tmp_path):
    target, linked = tmp_path / "page.html", tmp_path / "linked"
    linked.write_text("mine", encoding="utf-8")
    target.symlink_to(linked)
    with pytest.raises(ZeroDivisionError), targets.whole(target) as page:
        page.write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert (target.read_text(encoding="utf-8"), sorted(tmp_path.iterdir())) == ("mine", [linked, target])
    with targets.whole(target) as page:
        page.write_text("whole", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "mine"
    assert (target.read_text(encoding="utf-8"), linked.read_text(encoding="utf-8")) == ("whole", "mine")
    assert target.stat().st_mode & 0o777 == 0o666 & ~targets._mask()


@pytest.mark.parametrize(
    ("raw", "warehouse"),
    [("a", "a"), ("a", "a/b"), ("a/book", "a"), ("a/export/b", "a"), ("a/reading", "a"), ("a/dagster", "a")],
)
def test_reports_and_what_is_made_of_them_lie_apart(raw, warehouse, tmp_path):
    with pytest.raises(Refused, match="choose another"):
        targets.refuse_folders(Places(tmp_path / raw, tmp_path / warehouse))


@pytest.mark.parametrize(("raw", "warehouse"), [("a", "b"), ("a/raw", "a"), ("a", "ab")])
def test_other_folders_may_lie_where_they_like(raw, warehouse, tmp_path):
    targets.refuse_folders(Places(tmp_path / raw, tmp_path / warehouse))


@pytest.mark.parametrize("command", ["warehouse", "book", "export", "ui"])
def test_every_command_with_folders_refuses_them(command, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["final-accounts", command, "--raw", str(tmp_path), "--warehouse", str(tmp_path)])
    assert main.main() == 2
    assert "lies in" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
