"""Only the command line prints; the library logs, and the lines of a run are records that the rim shows."""

import ast
import logging
import subprocess
import sys

import pytest

from pipelines.orchestration import progress
from pipelines.settings import PROJECT

OUTPUT = ("cli/", "orchestration/progress.py", "serving/household.py", "findings/localization/silence.py")
"""Where standard output may be touched, below pipelines/: the commands, the lines of a run, what hands on what the services
say, what mutes a library.
"""


def refused(name: str) -> bool:
    """Whether `make lint` refuses a print in a module of that name."""
    command = [sys.executable, "-m", "ruff", "check", "--output-format", "concise", "--stdin-filename", name, "-"]
    done = subprocess.run(command, cwd=PROJECT, input="print()\n", capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return "T201" in done.stdout


def test_lint_lets_only_the_commands_print():
    assert not refused("pipelines/cli/any.py")
    for place in ("any.py", "orchestration/any.py", "warehouse/any.py", "outputs/evidence/any.py"):
        assert refused(f"pipelines/{place}")


def writes(code: str) -> bool:
    """Whether code touches standard output or standard error."""
    names = {"stdout", "stderr", "__stdout__", "__stderr__"}
    return any(isinstance(node, ast.Attribute) and node.attr in names and isinstance(node.value, ast.Name)
               and node.value.id == "sys" for node in ast.walk(ast.parse(code)))  # fmt: skip


def test_nothing_else_writes_to_standard_output():
    assert writes("import sys\nsys.stderr.write('a')")
    root = PROJECT / "pipelines"
    found = {p.relative_to(root).as_posix() for p in root.rglob("*.py") if writes(p.read_text(encoding="utf-8"))}
    assert {name for name in found if not name.startswith(OUTPUT)} == set()


@pytest.fixture
def unshown():
    """The logger of progress as it is before anybody asked for its lines."""
    before, progress.LOG.handlers = progress.LOG.handlers, []
    level = progress.LOG.level
    progress.LOG.setLevel(logging.NOTSET)
    yield
    progress.LOG.handlers = before
    progress.LOG.setLevel(level)


def test_the_lines_of_a_run_are_shown_once_where_they_are_asked_for(unshown, capsys):
    progress.LOG.info("[1/2] nobody asked")
    progress.show("en")
    progress.show("en")
    progress.LOG.info("[2/2] 100% of %s")
    assert capsys.readouterr() == ("[2/2] 100% of %s\n", "")
