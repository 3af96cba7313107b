"""What a terminal is shown: a bar a step with what is done of it, lines above it where they are wanted, colours of findings."""

import io
import logging
import re

import pytest
from rich.console import Console

from pipelines.cli import bar, colours
from pipelines.cli.ending import Refused
from pipelines.cli.targets import refuse_page
from pipelines.messages import Message
from pipelines.ticks import LOG, tick, ticking


def shown(is_verbose: bool, language: str = "zh") -> str:
    """What a terminal shows of three reports read and one line of the run."""
    console = Console(file=io.StringIO(), force_terminal=True, width=120, color_system=None)
    with bar.shown(language, is_verbose, console):
        for number in range(1, 4):
            tick("reading", number, 3, Message(f"第{number}份", f"report {number}"))
        LOG.info(Message("建库", "build"))
        assert list(ticking("tables", ["a", "b"])) == ["a", "b"]
    return console.file.getvalue()


def test_a_step_has_a_bar_with_what_is_done_of_it():
    said = shown(is_verbose=False)
    assert "读取报告" in said
    assert "3/3" in said
    assert "建立各表" in said
    assert "2/2" in said
    assert "建库" in said
    assert "第1份" not in said
    assert "making tables" in shown(is_verbose=False, language="en")


def test_a_line_a_report_where_more_is_wanted():
    said = shown(is_verbose=True)
    assert [said.count(f"第{number}份") for number in (1, 2, 3)] == [1, 1, 1]


def test_nothing_is_left_behind():
    before = LOG.level, list(LOG.handlers)
    shown(is_verbose=False)
    assert (LOG.level, LOG.handlers) == before


def test_ticks_are_no_lines_where_nobody_shows_them(caplog):
    with caplog.at_level(logging.INFO, LOG.name):
        tick("book", 1, 2)
        tick("reading", 1, 2, Message("一", "one"))
    assert [record.getMessage() for record in caplog.records] == ["one"]


def test_a_page_that_cannot_be_written_is_refused_before_anything_is_read(tmp_path, monkeypatch):
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    with pytest.raises(Refused, match=r"no file can be written in .*: Permission denied; name another file \(--html\)"):
        refuse_page(tmp_path / "page.html", [])


@pytest.mark.parametrize(("severity", "word"), [("fatal", "严重"), ("error", "error")])
def test_a_severity_has_its_colour_and_its_word(severity, word):
    line = f"a.pdf:3: {word} W1-01: 第3页 {word}。"
    shown = colours.coloured(line, word, severity)
    assert re.sub(r"\x1b\[[\d;]*m", "", shown) == line
    assert shown.count("\x1b[") == 2
    assert shown.startswith("a.pdf:3: \x1b[")


def test_no_colours_but_on_a_terminal_and_where_nobody_refuses_them(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert not colours.are_wanted()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert colours.are_wanted()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours.are_wanted()
