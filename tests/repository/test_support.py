"""Where the tests keep what they share: nothing imports a test, and tests/support makes things and judges none."""

import ast
from collections.abc import Iterator
from pathlib import Path

from pipelines.settings import PROJECT

TESTS = PROJECT / "tests"


def parsed(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(PROJECT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imported(module: ast.Module) -> set[str]:
    """The names a module imports, anywhere in it: a.b of `import a.b`, a and a.b of `from a import b`."""
    names = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return names


def test_no_test_is_imported():
    """What two tests need stands in tests/support, where the next one finds it."""
    seen = 0
    for name, module in parsed(TESTS):
        for other in imported(module):
            assert not (other.startswith("tests.") and other.rpartition(".")[2].startswith("test_")), (name, other)
            seen += other.startswith("tests.support.")
    assert seen > 100


def test_support_asserts_nothing_and_knows_no_test():
    """It raises what says why it cannot make a thing; what should be so, a test says. It needs nothing that needs it."""
    kinds = {path.name for path in TESTS.iterdir() if path.is_dir()} - {"support"}
    for name, module in parsed(TESTS / "support"):
        assert not any(isinstance(node, ast.Assert) for node in ast.walk(module)), name
        names = imported(module)
        assert not {one for one in names if one.split(".")[0] == "pytest" or one == "typing.TYPE_CHECKING"}, name
        assert not {one for one in names if one.startswith("tests.") and one.split(".")[1] in kinds}, name
