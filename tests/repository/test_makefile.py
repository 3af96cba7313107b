"""`make help` names every target a person calls, each with a line."""

import re
import subprocess

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
