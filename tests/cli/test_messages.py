"""What commands say stands in messages.toml, once, in both languages, and each sentence of it is said."""

import logging
import re
import string
import sys

import pytest

from pipelines.cli import ending, main
from pipelines.messages import NOTHING, Told, in_language, join, message
from pipelines.messages import _wordings as wordings
from pipelines.settings import PROJECT

PIPELINES = PROJECT / "pipelines"

HAN = re.compile("[一-龥]")
BUILT = re.compile(r'message\(\s*f"(\w+_)\{')
"""Keys that are put together: a first part and a word of the warehouse."""
NAMES = ("extent_one", "counted", "sum_outcome", "sum_held", "export_written", "in_brackets", "not_readable", "file_reason", "former",
         "ui_dagster", "extent_duty", "run_reading", "list_line", "as_said")  # fmt: skip
"""Sentences that hardly say a word: what they put together is said in both languages."""


def values(text: str) -> set[str]:
    """The values a sentence wants."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", wordings())
def test_a_sentence_says_the_same_in_both_languages(key):
    wording = wordings()[key]
    assert set(wording) == {"zh", "en"}
    assert values(wording["zh"]) == values(wording["en"])
    assert not HAN.search(wording["en"])
    assert key in NAMES or HAN.search(wording["zh"])


def test_each_sentence_is_said_somewhere():
    code = "\n".join(path.read_text(encoding="utf-8") for path in PIPELINES.rglob("*.py"))
    built = tuple(BUILT.findall(code))
    said = set(re.findall(r"[\"'](\w+)[\"']", code))
    assert [key for key in wordings() if key not in said and not key.startswith(built)] == []


@pytest.mark.parametrize("package", ["cli", "orchestration", "serving"])
def test_no_sentence_stands_in_code(package):
    """What is printed or refused is asked for by its key."""
    spoken = re.compile(r'(?:print|say|Refused|NotReadable|NotUsable|Taken|LOG\.info)\(\s*f?"[^"]* ')
    texts = {str(path): path.read_text(encoding="utf-8") for path in (PIPELINES / package).rglob("*.py")}
    assert {path: found for path, text in texts.items() if (found := spoken.findall(text))} == {}


def test_a_value_is_put_in_by_language():
    said = message("file_reason", file="a.pdf", reason=("缺表", "form missing"))
    assert (said.zh, said.en, str(said)) == ("a.pdf：缺表", "a.pdf: form missing", "a.pdf: form missing")
    assert join([said, NOTHING], "；", "; ").of("zh") == "a.pdf：缺表；"
    with pytest.raises(KeyError):
        message("file_reason", file="a.pdf")


def test_what_is_told_has_both_languages():
    told = Told("no_such_file", file="a.pdf")
    assert (in_language(told, "zh"), in_language(told, "en")) == ("a.pdf：没有这个文件", "a.pdf: no such file")
    assert (str(told), in_language(OSError("full"), "zh")) == ("a.pdf: no such file", "full")


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["warehouse", "--raw", "no-such-folder"], "no-such-folder 不是文件夹：", "no-such-folder is not a folder: "),
        (["check", "none.pdf"], "none.pdf：没有这个文件", "none.pdf: no such file"),
        (["check", "a.pdf", "b.pdf", "--html", "c.html"], "只用于一份报告", "are of one report"),
        (["book", "--warehouse", "nowhere"], "不存在：请先运行", "is not there: run"),
        (["restore", "--warehouse", "nowhere"], "旧库 不在 ", "a former warehouse is not below "),
        (["no-such-command"], "命令行参数有误：", "the arguments cannot be taken: "),
    ],
)
def test_a_refusal_is_said_in_the_language_asked_for(arguments, zh, en, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for language, said in (("zh", zh), ("en", en)):
        monkeypatch.setattr(sys, "argv", ["final-accounts", *arguments, "--language", language])
        try:
            status = main.main()
        except SystemExit as refused:
            status = refused.code
        assert status == 2
        assert said in capsys.readouterr().err.splitlines()[-1]


def test_a_warning_is_said_in_the_language_of_the_command(capsys, monkeypatch):
    monkeypatch.setattr(logging, "lastResort", logging.StreamHandler(sys.stderr))
    record = logging.makeLogRecord(
        {"msg": message("waiting", holder="process 1", place="a"), "levelno": logging.WARNING}
    )
    for language, said in (("zh", "等待 process 1，它正在写 a"), ("en", "waiting for process 1, which writes to a")):
        ending.warn_in(language)
        logging.lastResort.emit(record)
        assert capsys.readouterr().err == f"{said}\n"
    assert record.getMessage() == "waiting for process 1, which writes to a"
