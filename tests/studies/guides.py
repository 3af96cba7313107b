"""Follows README and the guides of docs/ step by step in a copy of the project and writes what each step says (`make guides`).

Belongs here: the copy a stranger would have cloned, running the steps, putting their output into the text.
Does not belong here: the guides (docs/), the documents written from a warehouse (tests/studies/docs.py).

A step is a fenced block: `sh` runs as it stands, `console` holds commands after `$ ` with their output, `sql` is asked of
the warehouse and its rows stand below as a table. A line `…` in an output stands for any number of lines; seconds, how
many tests passed, in which order workers had read the reports, and the folder of the copy are not compared.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection
from itertools import groupby, pairwise
from pathlib import Path

import duckdb

from pipelines.settings import DATABASE, PROJECT

CHAINS = (
    ("README.md", "docs/add-a-report.md", "docs/read-an-outcome.md"),
    ("docs/add-a-wording.md",),
    ("docs/add-an-identity.md",),
)
"""Documents whose steps are followed one after the other in one clone."""
_BLOCK = re.compile(r"^```(sh|console|sql)\n(.*?)^```\n(?:\n((?:\|[^\n]*\n)+))?", re.MULTILINE | re.DOTALL)
_TIME = re.compile(r"\d+(\.\d+)? ?s\b( \(\d+:\d\d:\d\d\))?")
_COUNT = re.compile(r"\b\d+ (passed|skipped|deselected)\b")
"""Of a test run; how many failed is compared."""
_READ = re.compile(r"^\[\d+(/\d+\]) ")
"""A report that was read: whichever of several workers is done first prints the first line."""
_FRAME = re.compile(r"^=+ | =+$")
PLAIN = PROJECT / "tests" / "support" / "tools" / "plain_install"
"""The folder that hides the extra which reads scans: a guide says what somebody sees who has installed what it says, and no more."""
_MAKE = """make() { command make --no-print-directory --old-file .venv/installed --old-file .venv/dev --old-file .venv/notebook "$@"; }
"""
_GIT = ("git", "-c", "user.name=guide", "-c", "user.email=guide@example.org", "-c", "core.quotePath=false")


def clone(folder: Path) -> Path:
    """The project as a clone of git in `folder`, with the packages this test runs with; returns the folder.

    Files that are changed or new and not yet committed are in it as they are.
    """
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in (name for name in names if name and (PROJECT / name).exists()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(PROJECT / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    for step in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "as cloned"]):
        subprocess.run([*_GIT, *step], cwd=folder, env=_environment(), check=True)
    return folder


def followed(text: str, folder: Path) -> str:
    """The text of a guide after its steps were done in a clone; raises AssertionError where a step cannot be done."""
    return _BLOCK.sub(lambda block: _done(block, folder), text)


def run(command: str, folder: Path) -> str:
    """What a shell command prints in a clone, both streams together; nothing is installed."""
    done = subprocess.run(
        ["bash", "-c", _MAKE + command], cwd=folder, env=_environment(), text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace",
    )  # fmt: skip
    assert done.returncode in (0, 1), f"{command} ends with {done.returncode}: {done.stdout}"
    return done.stdout.replace(str(folder), "…")


def _environment() -> dict[str, str]:
    own = ("FINAL_ACCOUNTS_", "DAGSTER_", "GIT_", "PYTEST_", "MAKE", "PYTHONPATH")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return inherited | {"FINAL_ACCOUNTS_LANGUAGE": "en", "PYTHONPATH": str(PLAIN)}


def _done(block: re.Match[str], folder: Path) -> str:
    kind, text, table = block.groups()
    if kind == "sh":
        run(text, folder)
        return block[0]
    if kind == "sql":
        found = _table(text, folder)
        return block[0] if table is None and found is None else f"```sql\n{text}```\n\n{found}"
    steps = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)[1:]
    said = [f"$ {command}\n{_said(run(command, folder), old)}" for command, old in zip(*[iter(steps)] * 2, strict=True)]
    return f"```console\n{''.join(said)}```\n"


def _said(new: str, old: str) -> str:
    """The output as the guide has it where it says the same, else the new one whole."""
    new = "".join(f"{line}\n" for line in new.rstrip().splitlines())
    return old if _same(new.splitlines(), old.splitlines()) else new


def _same(new: list[str], old: list[str]) -> bool:
    """Whether the lines of a guide are those printed, in their order, with more of them only where it has `…`."""
    new, old = (_in_order([_plain(line) for line in lines]) for lines in (new, old))
    parts = _parts(old)
    if len(parts) == 1:
        return new == old
    first, *middle, last = parts
    if new[: len(first)] != first or new[len(new) - len(last) :] != last:
        return False
    rest = new[len(first) : len(new) - len(last)]
    for part in middle:
        at = next((n for n in range(len(rest)) if rest[n : n + len(part)] == part), None)
        if at is None:
            return False
        rest = rest[at + len(part) :]
    return True


def _plain(line: str) -> str:
    """A line without what differs from run to run."""
    return _FRAME.sub("", _COUNT.sub(r"0 \1", _TIME.sub("0 s", line.rstrip())))


def _in_order(lines: list[str]) -> list[str]:
    """The lines with those of reports that were read one after the other sorted, without their numbers."""
    runs = groupby(lines, lambda line: bool(_READ.match(line)))
    return [
        line for are_read, run in runs for line in (sorted(_READ.sub(r"[\1 ", one) for one in run) if are_read else run)
    ]


def _parts(lines: list[str]) -> list[list[str]]:
    cuts = [-1, *(n for n, line in enumerate(lines) if line == "…"), len(lines)]
    return [lines[start + 1 : end] for start, end in pairwise(cuts)]


def _table(sql: str, folder: Path) -> str:
    with duckdb.connect(str(folder / "warehouse" / DATABASE), read_only=True) as connection:
        found = connection.sql(sql)
        rows = [found.columns, ["---"] * len(found.columns), *found.fetchall()]
    return "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")


def main(names: Collection[str]) -> None:
    """Write anew the chains that hold one of the names, or all."""
    with tempfile.TemporaryDirectory() as temporary:
        for number, chain in enumerate(c for c in CHAINS if not names or set(names) & set(c)):
            folder = clone(Path(temporary) / str(number))
            for name in chain:
                path = PROJECT / name
                path.write_text(followed(path.read_text(encoding="utf-8"), folder), encoding="utf-8")
                print(name, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
