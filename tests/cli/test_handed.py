"""Files that `check` is given together: the text and the tables of one account are one report, others are each their own."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from pipelines.cli import main
from pipelines.cli.handed import reports
from pipelines.pdf import read_source
from pipelines.reading import alone, parcels
from pipelines.reading.report import read_once
from pipelines.settings import Places
from tests.support.figures import figures
from tests.support.files import rewriting
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")


@pytest.fixture(scope="module")
def apart(tmp_path_factory) -> list[Path]:
    """A sound account in two files, its text and its tables, and a whole one beside it."""
    folder = tmp_path_factory.mktemp("apart")
    drawn = paper.draw(layouts.paper(figures.report(3), LAYOUT), folder / "whole.pdf", LAYOUT.style)
    document = read_once(read_source(drawn), None).document
    (folder / "说明.docx").write_bytes(
        rewriting.as_docx(replace(document, pages=tuple(page for page in document.pages if not page.grids)))
    )
    (folder / "附表.xlsx").write_bytes(
        rewriting.as_xlsx(replace(document, pages=tuple(page for page in document.pages if page.grids)))
    )
    return [folder / "说明.docx", drawn, folder / "附表.xlsx"]


@cache
def packed(path: Path) -> parcels.Parcel:
    """What is read of a file, once for all tests."""
    source = read_source(path)
    return parcels.pack(source.sha256, path.name, read_once(source, None), 0.0)


@pytest.fixture
def read(monkeypatch) -> list[Path]:
    """The files that were read, in this very process."""
    read: list[Path] = []

    def read_here(path, *_):
        read.append(path)
        return packed(path)

    monkeypatch.setattr(alone, "read_file", read_here)
    return read


def test_text_and_tables_are_one_report_and_what_is_whole_comes_first(apart, read, tmp_path):
    whole, joined = reports(apart, Places(tmp_path, tmp_path))
    assert (whole.path, whole.files, list(whole.parcels)) == (apart[1], (), [apart[1]])
    assert joined.shown == apart[0].parent / "说明.docx + 附表.xlsx"
    assert list(joined.files) == [apart[0], apart[2]]
    assert read == apart
    first, other = reports([apart[0], apart[1].parent / "none.pdf"], Places(tmp_path, tmp_path))
    assert [one.files for one in (first, other)] == [(), ()]


def test_they_are_checked_as_one(apart, read, tmp_path, monkeypatch):
    """Nothing of their own is held against the text alone: its tables are there, and the page leads to a file that stays."""
    said, page = io.StringIO(), tmp_path / "page.html"
    monkeypatch.setattr(
        "sys.argv", ["final-accounts", "check", str(apart[0]), str(apart[2]), "--html", str(page), "--format", "json"]
    )
    with redirect_stdout(said), redirect_stderr(io.StringIO()):
        assert main.main() == 0
    told = json.loads(said.getvalue())
    assert told["file"].endswith("说明.docx + 附表.xlsx")
    assert (told["findings"], told["reading"]["format"]) == ([], "zip")
    assert "%E8%AF%B4%E6%98%8E.docx" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("options", "why"), [((), "无法读取"), (("--pdf", "copy.pdf"), "批注副本")])
def test_what_is_refused_of_both_names_the_files_that_were_handed_in(apart, read, tmp_path, monkeypatch, options, why):
    """Neither the archive we made of them nor its folder: nobody knows these, and they are gone when the sentence is read."""
    files, said = [apart[0], apart[2]], io.StringIO()
    if not options:
        here = alone.read_file
        refused = replace(packed(apart[0]), status="quarantined", refusal="无法读取", remedy="look at the file")
        monkeypatch.setattr(alone, "read_file", lambda path, *_: here(path) if path in files else refused)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["final-accounts", "check", *map(str, files), *options, "--language", "zh"])
    with redirect_stdout(io.StringIO()), redirect_stderr(said):
        assert main.main() == 2
    [line] = [line for line in said.getvalue().splitlines() if why in line]
    assert line.startswith(f"{files[0]} + {files[1]}：")
