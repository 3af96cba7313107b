"""The hooks before a commit run what `make lint` runs, in its order, and fetch nothing."""

import re
import subprocess

import yaml

from pipelines.settings import PROJECT


def hooks() -> list[dict]:
    [local] = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert local["repo"] == "local"
    return local["hooks"]


def linted() -> list[str]:
    """The commands of `make lint`, as make would run them."""
    recipe = [
        "make",
        "--no-print-directory",
        "--old-file",
        ".venv/installed",
        "--old-file",
        ".venv/dev",
        "--dry-run",
        "lint",
    ]
    said = subprocess.run(recipe, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    return re.sub(r"\\\n\s*", " ", said).splitlines()


def test_hooks_and_make_lint_name_the_same_commands():
    assert [hook["entry"] for hook in hooks()] == linted()


def test_hooks_run_programs_of_the_venv_on_the_whole_project():
    """A hook of another language would build an environment of its own, from the network."""
    for hook in hooks():
        assert hook["language"] == "system", hook["id"]
        assert hook["entry"].startswith(".venv/bin/"), hook["id"]
        assert hook["pass_filenames"] is False, hook["id"]
    names = [hook["id"] for hook in hooks()]
    assert len(set(names)) == len(names)
