"""Which reports are meant by the files, folders and patterns that `check` is given."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from pipelines.cli.ending import Refused
from pipelines.cli.named_files import named_files


def _zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "")
    return out.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REPORTS = {
    "2023/表.XLSX": _zipped("xl/workbook.xml"),
    "2023/附表.xls": "<table><tr><td>收入".encode(),
    "2024/没有扩展名": b"%PDF-1.7",
    "2024/说明.docx": _zipped("word/document.xml"),
    "2024/公开.rar": _zipped("附表.xls"),
    "旧.doc": _OLE.ljust(512, b"\0") + "WordDocument\0".encode("utf-16-le"),
    "旧表.dat": _OLE.ljust(512, b"\0") + "Workbook\0".encode("utf-16-le"),
    "断.pdf": "下载中断".encode(),
    "断.xlsx": b"",
}
"""Files that are reports by their bytes, or were meant to be by their names."""
_OTHERS = {"名单.csv": "单位,年度".encode(), "2024/图.png": b"\x89PNG\r\n\x1a\n"}
_UNSEEN = {"说明.md": b"%PDF-1.7", ".隐藏.pdf": b"%PDF-1.7", ".svn/a.pdf": b"%PDF-1.7"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in (_REPORTS | _OTHERS | _UNSEEN).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def _names(folder: Path, *named: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in named_files([folder / one for one in named], "en")]


def test_a_folder_stands_for_every_file_of_a_kind_that_is_read(folder, capsys):
    assert _names(folder, "") == sorted(_REPORTS)
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(": neither a PDF nor")[0] for line in said] == sorted(str(folder / name) for name in _OTHERS)


def test_a_pattern_stands_for_the_same_each_once(folder, capsys):
    """`**` matches a folder and what is in it."""
    assert sorted(_names(folder, "**")) == sorted({*_REPORTS, "说明.md"})
    assert len(capsys.readouterr().err.splitlines()) == len(_OTHERS)
    assert _names(folder, "20*/*表*") == ["2023/表.XLSX", "2023/附表.xls"]


def test_a_file_that_is_named_is_taken_whatever_it_is(folder, capsys):
    assert _names(folder, "名单.csv", "没有") == ["名单.csv", "没有"]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("named", "said"), [("*.csv", "no report matches {}"), ("图", "{}: no report (PDF, ")])
def test_nothing_to_check_is_refused(named, said, folder):
    (folder / "图").mkdir()
    (folder / "图" / "a.png").write_bytes(b"\x89PNG")
    with pytest.raises(Refused) as told:
        _names(folder, named)
    assert str(told.value).startswith(said.format(folder / named))


def test_a_folder_that_cannot_be_listed_is_refused(folder, monkeypatch):
    scan = os.scandir

    def refuse(path):
        if Path(path).name == "2023":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(Refused, match=r"2023 cannot be listed: Permission denied"):
        _names(folder, "")
