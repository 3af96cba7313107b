"""The command as it is called: its name, its version, its help, the same by both ways in."""

import importlib
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from pipelines.cli import main, options
from pipelines.settings import PROJECT


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipelines", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_the_installed_command_is_the_module():
    [(name, target)] = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "scripts"
    ].items()
    module, function = target.split(":")
    assert (name, getattr(importlib.import_module(module), function)) == ("final-accounts", main.main)


def test_the_installation_has_the_command():
    command = [Path(sys.executable).with_name("final-accounts"), "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == run("--version").stdout


def test_it_says_its_version():
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"final-accounts {version('final-accounts-warehouse')}\n"


def test_the_language_may_stand_before_the_command():
    done = run("--language", "zh", "check", "no-such-file.pdf")
    assert (done.returncode, done.stderr) == (2, "no-such-file.pdf：没有这个文件\n")
    assert run("--language=en", "check", "no-such-file.pdf").stderr == "no-such-file.pdf: no such file\n"


@pytest.mark.parametrize("shell", options.SHELLS)
def test_it_completes_its_commands_and_their_options_in_a_shell(shell):
    done = run("--print-completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(word in done.stdout for word in ("warehouse", "restore", "previous", "final-accounts"))


def test_help_calls_it_by_the_installed_name():
    assert run("--help").stdout.startswith("usage: final-accounts ")
    assert run("check", "--help").stdout.startswith("usage: final-accounts check ")


def test_a_command_returns_its_exit_status(monkeypatch, capsys):
    """An installed script hands the value to sys.exit, as __main__ does."""
    monkeypatch.setattr(sys, "argv", ["final-accounts", "warehouse", "--raw", "no-such-folder"])
    assert main.main() == 2
    assert "no-such-folder is not a folder" in capsys.readouterr().err


def test_a_command_that_is_none_is_refused():
    with pytest.raises(SystemExit) as refused:
        options.parser().parse_args(["no-such-command"])
    assert refused.value.code == 2
