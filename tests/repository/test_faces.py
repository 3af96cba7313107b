"""What one package takes from another stands in its public face (its __init__.pyi), and nothing stands there that nobody takes."""

import ast
import importlib
from collections.abc import Iterator

import pytest

from pipelines.settings import PROJECT

PACKAGES = ("pdf", "ocr", "vocabulary", "forms", "prose", "reading", "findings", "warehouse")
"""Packages with a face; outputs has three packages of its own, orchestration and cli are imported by none below them."""


def imports() -> Iterator[tuple[str, ast.ImportFrom]]:
    """The package a file lies in ("" for a module of the top) and what it imports from pipelines."""
    for path in sorted((PROJECT / "pipelines").rglob("*.py")):
        parts = path.relative_to(PROJECT / "pipelines").parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("pipelines."):
                yield parts[0] if len(parts) > 1 else "", node


def face(package: str) -> set[str]:
    """The names of a package's face."""
    stub = ast.parse((PROJECT / "pipelines" / package / "__init__.pyi").read_text(encoding="utf-8"))
    return {alias.name for node in ast.walk(stub) if isinstance(node, ast.ImportFrom) for alias in node.names}


def modules(package: str) -> set[str]:
    """Modules and folders of a package."""
    return {path.stem for path in (PROJECT / "pipelines" / package).iterdir()}


@pytest.mark.parametrize("package", PACKAGES)
def test_others_take_from_the_face_alone(package):
    taken = set()
    for owner, node in imports():
        if owner == package or node.module.split(".")[1] != package:
            continue
        names = {alias.name for alias in node.names}
        # a function of its module's own name (models.models) cannot stand in the face, where the module does
        beside = set() if node.module == f"pipelines.{package}" else names - modules(package)
        assert not beside, (
            f"{owner} imports {sorted(beside)} from {node.module}: put it in pipelines/{package}/__init__.pyi"
        )
        taken |= names
    assert face(package) <= taken


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_of_a_face_is_there(package):
    module = importlib.import_module(f"pipelines.{package}")
    assert face(package)
    for name in face(package):
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError):
        module.nothing_of_that_name  # noqa: B018
