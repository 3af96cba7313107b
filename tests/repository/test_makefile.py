"""`make help` names every target a person calls, each with a line."""

import re
import subprocess
import sys

from pipelines.settings import PROJECT


def test_help_has_a_line_for_every_target_and_no_other():
    text = (PROJECT / "Makefile").read_text(encoding="utf-8")
    [phony] = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    recipe = ["make", "--no-print-directory", "help"]
    said = subprocess.run(recipe, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()
    lines = dict(line.split(maxsplit=1) for line in said)
    assert sorted(lines) == sorted(phony.split())
    targets = re.findall(r"^([a-z]\w*):", text, re.MULTILINE)
    assert sorted(targets) == sorted(lines)


def test_what_reads_scans_is_not_installed_for_a_python_without_it(tmp_path):
    """A Python that says it is 3.13 stands in the environment; one that says 3.12 gets as far as the packages."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "installed").touch()
    for minor, said in ((13, "asks for Python 3.11 or 3.12"), (12, "packages of requirements-ocr.lock")):
        python = tmp_path / "bin" / "python"
        changed = f"import sys; sys.version_info = (3, {minor}); exec(sys.argv[1])"
        python.write_text(f'#!/bin/sh\n[ "$1" = -c ] && exec {sys.executable} -c "{changed}" "$2"\nexit 1\n')
        python.chmod(0o755)
        recipe = ["make", "-o", f"{tmp_path}/installed", "ocr", f"VENV={tmp_path}", "UV="]
        done = subprocess.run(recipe, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert (done.returncode, said in done.stdout + done.stderr) == (2, True), done
