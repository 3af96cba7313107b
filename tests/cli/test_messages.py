"""What commands say stands in messages.toml, once, in both languages, and each sentence of it is said."""

import ast
import logging
import re
import string
import sys
from collections.abc import Iterator

import pytest

from pipelines.cli import arguments as spoken_arguments
from pipelines.cli import ending, main, options
from pipelines.messages import NOTHING, Told, in_language, join, message
from pipelines.messages import _wordings as wordings
from pipelines.settings import PROJECT
from pipelines.warehouse import by_lots  # noqa: F401 - its errors are looked at

PIPELINES = PROJECT / "pipelines"

HAN = re.compile("[一-龥]")
BUILT = re.compile(r'message\(\s*f"(\w+_)\{')
"""Keys that are put together: a first part and a word of the warehouse."""
NAMES = ("extent_one", "on_page", "unexplained_on_page", "unjudged_on_page", "sum_page", "counted", "sum_outcome", "sum_held", "export_written", "in_brackets", "not_readable", "file_reason", "former",
         "ui_dagster", "extent_duty", "extent_line", "run_reading", "list_line", "as_said", "desk_as_said", "report_of")  # fmt: skip
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


def spoken(source: str) -> Iterator[str]:
    """The sentences that code says to a person itself: texts of several words, or Chinese, given to what prints, logs or refuses."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).split(".")[-1]
            given = [*node.args, *(one.value for one in node.keywords if one.arg in SAYING)]
            if name in SAYERS or any(one.arg in SAYING for one in node.keywords):
                yield from (
                    text
                    for one in given
                    for text in texts(one)
                    if HAN.search(text) or re.search(r"[a-z],? [a-z]", text)
                )


def texts(node: ast.expr) -> Iterator[str]:
    """The text of a constant or of what an f-string says between its values."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)


def told_classes() -> Iterator[str]:
    """The names of the errors that are told to a person."""
    pending = [Told]
    while pending:
        kind = pending.pop()
        pending += kind.__subclasses__()
        yield kind.__name__


SAYERS = {
    "print",
    "say",
    "info",
    "warning",
    "error",
    "exception",
    "critical",
    "SkipReason",
    "ArgumentTypeError",
    "OSError",
    *told_classes(),
}
SAYING = ("help", "skip_reason", "epilog")
OURS_ALONE = {
    ("seccomp.py", "the system calls of … are not known here"): "becomes what a cage lacks, which a warning quotes",
    ("build.py", "%s was read again: %s"): "a line for who asks Python for it: info is not shown",
    ("reader.py", "sheets were not taken apart: %r"): "the same",
} | {
    ("services.py", text): "the command ui gives it these arguments, no person does"
    for text in (
        "where the UI listens, a file descriptor", "where the evidence pages are served", "the same of the evidence pages",
        "the address at which a proxy shows the UI",
    )
}  # fmt: skip
"""Sentences that stand in code all the same, and why."""


def test_no_sentence_stands_in_code():
    """What is printed, logged, refused or helped with is asked for by its key; pages (the desk) say both languages at once."""
    paths = [path for path in PIPELINES.rglob("*.py") if "desk" not in path.parent.parts]
    found = {(path.name, text) for path in paths for text in spoken(path.read_text(encoding="utf-8"))}
    assert found == set(OURS_ALONE)


@pytest.mark.parametrize(
    "source",
    [
        'print("no report is left")', 'raise Refused(f"{a} is a folder")', '_LOG.warning("已停止", a)', 'add(help="say which")',
        'dg.SensorResult(skip_reason=f"in {a}: files are arriving")', 'dg.SkipReason("nothing has changed")',
    ],
)  # fmt: skip
def test_a_sentence_in_code_is_seen(source):
    assert len(list(spoken(source))) == 1
    assert not list(spoken('print(message("key", a=b)); raise Refused("key", name="a b c")'))


def test_what_of_ours_is_taken_for_a_fault_of_the_system_has_its_own_sentence():
    """Any other OSError of a run is said to be a folder that cannot be written to."""
    ours = [kind for kind in OSError.__subclasses__() if kind.__module__.startswith("pipelines.")]
    assert {"Damaged", "NotStarted", "Stopped"} <= {kind.__name__ for kind in ours}
    assert [kind for kind in ours if not issubclass(kind, Told)] == []


def test_a_value_is_put_in_by_language():
    said = message("file_reason", file="a.pdf", reason=("缺表", "form missing"))
    assert (said.zh, said.en, str(said)) == ("a.pdf：缺表", "a.pdf: form missing", "a.pdf: form missing")
    assert join([said, NOTHING], "；", "; ").of("zh") == "a.pdf：缺表；"
    assert message("file_reason", file="a.pdf", reason=OSError("one\n\n  two")).zh == "a.pdf：one two", (
        "a line a sentence"
    )
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
        (
            ["restore", "--warehouse", "nowhere"],
            "nowhere/previous 之下还没有旧库",
            "there is no former warehouse below ",
        ),
        (
            ["no-such-command"],
            "命令行参数有误：参数 command：不能是 'no-such-command'",
            "cannot be taken: argument command: invalid choice: ",
        ),
        (["check"], "命令行参数有误：缺少 file（", "cannot be taken: the following arguments are required: file ("),
        (
            ["check", "a.pdf", "--formt", "json"],
            "没有这样的参数：--formt json（",
            "unrecognized arguments: --formt json (",
        ),
        (["check", "a.pdf", "--html"], "参数 --html：要有一个值（", "argument --html: expected one argument ("),
        (["ui", "--port", "x"], "参数 --port：'x' 不是所要的 int（", "argument --port: invalid int value: 'x' ("),
        (
            ["warehouse", "--keep", "-3"],
            "参数 --keep：-3 不是不小于 0 的整数（",
            "argument --keep: -3 is no whole number of 0 or more (",
        ),
        (
            ["warehouse", "--workers", "0"],
            "参数 --workers：0 不是不小于 1 的整数（",
            "argument --workers: 0 is no whole number of 1 or more (",
        ),
        (
            ["warehouse", "--time-limit", "1.5"],
            "参数 --time-limit：1.5 不是不小于 1 的整数（",
            "argument --time-limit: 1.5 is no whole number of 1 or more (",
        ),
        (
            ["check", "a.pdf", "--previous", "."],
            ". 是文件夹：请指明上年报告的文件（--previous）",
            ". is a folder: name the file of last year's report (--previous)",
        ),
        (
            ["book", "--ver=3"],
            "参数 --verbose：不带值，却给了 '3'（",
            "argument --verbose: ignored explicit argument '3' (",
        ),
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


@pytest.mark.parametrize("command", ["", "warehouse", "restore", "book", "export", "check", "desk", "ui", "suites"])
def test_help_is_in_the_language_asked_for(command, capsys):
    for language, says, other in (
        ("zh", "显示这份帮助后结束", r"[a-z]{3,} [a-z]{2,} [a-z]{2,}"),
        ("en", "show this help", HAN),
    ):
        with pytest.raises(SystemExit):
            options.parser(language).parse_args([*command.split(), "--help"])
        said = capsys.readouterr().out
        assert says in said
        assert not re.search(other, said)


def test_what_argparse_says_that_nobody_knows_stands_as_it_is():
    assert spoken_arguments.fault("something new").zh == "something new"
