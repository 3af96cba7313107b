"""Every module says what it is, by its own name, what belongs in it and what does not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.settings import PROJECT

PACKAGE = PROJECT / "pipelines"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name not in ("__init__.py", "__main__.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_says_what_belongs_in_it(path):
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    name = re.sub(r"\W", "_", said.partition(":")[0].lower())
    assert name in (path.stem, f"{path.stem}s"), "the docstring begins with the name of the module"
    said = " ".join(said.split())
    assert "Belongs here: " in said
    assert "Does not belong here: " in said


def said_to_hold_it(path: Path) -> Iterator[str]:
    """The modules that a docstring names, in brackets, as those where what does not belong here is."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    part = re.split(r"\.\s+(?=[A-Z])", said.partition("Does not belong here:")[2])[0]
    for listed in re.findall(r"\(([a-z_.]+(?:, [a-z_.]+)*)\)", " ".join(part.split())):
        yield from (name for name in listed.split(", ") if name not in NO_MODULES)


NO_MODULES = ("templates", "sql", "zip", "docx", "messages.toml", "numbers.csv")
"""What such brackets hold besides: folders and files."""


def test_what_does_not_belong_here_is_where_the_docstring_says():
    """Beside the module, beside its package, or by the path from pipelines/ on: a stranger finds it."""

    def is_there(path: Path, name: str) -> bool:
        at = [folder.joinpath(*name.split(".")) for folder in (path.parent, path.parents[1], PACKAGE)]
        return any(one.is_dir() or one.with_suffix(".py").is_file() for one in at)

    named = [(path.relative_to(PACKAGE).as_posix(), name) for path in MODULES for name in said_to_hold_it(path)]
    assert len(named) > 500
    assert [(path, name) for path, name in named if not is_there(PACKAGE / path, name)] == []
