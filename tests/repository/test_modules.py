"""Every module says what it is, by its own name, what belongs in it and what does not."""

import ast
import re

import pytest

from pipelines.settings import PROJECT

MODULES = sorted(
    path for path in (PROJECT / "pipelines").rglob("*.py") if path.name not in ("__init__.py", "__main__.py")
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PROJECT / "pipelines").as_posix())
def test_a_module_says_what_belongs_in_it(path):
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    name = re.sub(r"\W", "_", said.partition(":")[0].lower())
    assert name in (path.stem, f"{path.stem}s"), "the docstring begins with the name of the module"
    said = " ".join(said.split())
    assert "Belongs here: " in said
    assert "Does not belong here: " in said
