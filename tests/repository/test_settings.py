"""Settings are one value handed down: only the rim, which is the commands and what Dagster loads, asks the environment."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.orchestration.resources import Settings
from pipelines.settings import BOOK_URL, KEPT, PROJECT, NotUnderstood, Places, places_of

RIM = ("cli/", "orchestration/definitions.py")
"""Where the environment may be asked, below pipelines/."""
TELLING = {"ocr/engines.py"}
"""Where it is asked nothing, but a library is told something that it takes from nowhere else."""


def asks_environment(code: str) -> bool:
    """Whether code names os.environ or os.getenv, in whichever spelling, bytes and writing too."""
    names = {"environ", "environb", "getenv", "getenvb", "putenv", "unsetenv"}
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and node.attr in names:
            return True
        if isinstance(node, ast.ImportFrom) and node.module == "os" and names & {alias.name for alias in node.names}:
            return True
    return False


@pytest.mark.parametrize(
    ("code", "asks"),
    [
        ("import os\nx = os.environ['A']", True),
        ("import os as system\nsystem.getenv('A')", True),
        ("from os import environ as e", True),
        ("import os\nos.environ['A'] = 'b'", True),
        ("# os.environ\nimport os\nos.getpid()\nenvironment = {}", False),
    ],
)
def test_asking_the_environment_is_seen(code, asks):
    assert asks_environment(code) == asks


def test_only_the_rim_asks_the_environment():
    root = PROJECT / "pipelines"
    asking = {
        path.relative_to(root).as_posix() for path in root.rglob("*.py") if asks_environment(path.read_text("utf-8"))
    }
    assert {name for name in asking if not name.startswith(RIM)} == TELLING
    assert "orchestration/definitions.py" in asking


CHOSEN = {"SQL", "EXPECTATIONS", "TEMPLATES", "DOCS"}
"""The project's own places: what Places has by default, and nothing else knows."""


def knows_places(code: str) -> set[str]:
    """The project's own places that code takes from the settings."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom) and node.module == "pipelines.settings":
            found |= CHOSEN & {alias.name for alias in node.names}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "settings":
            found |= CHOSEN & {node.attr}
    return found


def test_no_module_knows_the_places_it_is_not_given():
    assert knows_places("from pipelines.settings import SQL, Places") == {"SQL"}
    assert knows_places("from pipelines import settings\nsettings.DOCS") == {"DOCS"}
    root = PROJECT / "pipelines"
    found = {p.relative_to(root).as_posix(): knows_places(p.read_text(encoding="utf-8")) for p in root.rglob("*.py")}
    assert {name: places for name, places in found.items() if places} == {}


def test_places_are_those_the_environment_names_and_the_projects_own():
    assert places_of({}) == Places(PROJECT / "raw", PROJECT / "warehouse", book_url=BOOK_URL)
    named = {"FINAL_ACCOUNTS_RAW": "/a", "FINAL_ACCOUNTS_WAREHOUSE": "b", "FINAL_ACCOUNTS_BOOK_URL": "https://book"}
    assert places_of(named) == Places(Path("/a"), Path("b").resolve(), book_url="https://book")
    assert places_of(dict.fromkeys(named, "")) == places_of({})
    assert (places_of({}).keep, places_of({"FINAL_ACCOUNTS_KEEP": "0"}).keep) == (KEPT, 0)
    assert (places_of({}).scans, places_of({"FINAL_ACCOUNTS_SCANS": "left"}).scans) == ("read", "left")
    with pytest.raises(NotUnderstood):
        places_of({"FINAL_ACCOUNTS_SCANS": "none"})


def test_dagster_hands_on_the_very_places():
    places = Places(
        Path("/a"), Path("/b"), sql=Path("/c"), expectations=Path("/d"), templates=Path("/e"), book_url="https://book",
        scans="left",
    )  # fmt: skip
    assert Settings.of(places).places == places
    assert (Settings.of(places).on_failure, Settings.of(places, "tee x").on_failure) == ("", "tee x")


def test_what_dagster_loads_has_the_settings_of_its_environment(tmp_path):
    code = (
        "import dagster as dg\nfrom pipelines.orchestration.definitions import defs\n"
        "with dg.build_resources(defs.resources) as given:\n"
        "    s = given.settings\n    print(s.raw, s.warehouse, s.book_url, s.on_failure, sep='\\n')"
    )
    told = {
        "RAW": str(tmp_path / "a"),
        "WAREHOUSE": str(tmp_path / "b"),
        "BOOK_URL": "https://book",
        "ON_FAILURE": "cat",
    }
    environment = os.environ | {f"FINAL_ACCOUNTS_{name}": value for name, value in told.items()}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == list(told.values())
