"""docs/architecture.md is true: its picture, its packages, the way of an amount, the places where things are changed.

Every `path::name` in it is looked up by tests/repository/test_documents.py.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType

from pipelines.cli import summary
from pipelines.outputs.evidence import site
from pipelines.raw_files import raw_files
from pipelines.reading import batch, tasks
from pipelines.settings import PROJECT, Places
from pipelines.warehouse import build
from tests.support.desk import published
from tests.support.figures import figures
from tests.support.paper import layouts, paper
from tests.support.tools.named_places import names_within

PACKAGES = PROJECT / "pipelines"
TEXT = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The part of the document under a heading."""
    return TEXT.split(f"## {title}", 1)[1].split("\n## ", 1)[0]


def rows(title: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    table = re.search(r"(^\|.*\n)+", section(title), re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|\n").split(" | ")] for line in table[0].splitlines()[2:]]


def packages() -> set[str]:
    return {path.parent.name for path in PACKAGES.glob("*/__init__.py")}


def imported(package: str) -> set[str]:
    """The other packages that a package imports."""
    found = set()
    for path in (PACKAGES / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module] if node.module != "pipelines" else [f"pipelines.{n.name}" for n in node.names]
                found |= {name.split(".")[1] for name in names if name.startswith("pipelines.")}
    return (found & packages()) - {package}


def test_the_picture_shows_the_packages_and_no_other():
    picture = re.search(r"```mermaid\n(.*?)```", section("One picture"), re.DOTALL)[1]
    assert sorted(re.findall(r"(\w+)\[\"<b>(\w+)</b>", picture)) == [(name, name) for name in sorted(packages())]


def test_the_packages_have_the_charter_and_the_imports_that_are_told():
    told = {re.match(r"\[(\w+)\]", name)[1]: (charter, found) for name, charter, found in rows("The packages")}
    assert set(told) == packages()
    for name, (charter, found) in told.items():
        docstring = ast.get_docstring(ast.parse((PACKAGES / name / "__init__.py").read_text(encoding="utf-8")))
        assert charter == docstring, name
        assert set(re.findall(r"\w+", found)) == imported(name), name


def test_the_packages_stand_in_the_order_of_the_data():
    """As the import contracts have it: what is imported stands above."""
    order = [re.match(r"\[(\w+)\]", row[0])[1] for row in rows("The packages")]
    for name in order:
        assert imported(name) <= set(order[: order.index(name)]), name
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = [re.split(r" \| ", layer) for layer in contracts[0]["layers"]]
    level = {name: -number for number, layer in enumerate(layers) for name in layer}
    assert sorted(order, key=level.__getitem__) == order


def test_the_way_of_an_amount_is_the_way_it_goes(tmp_path: Path):
    """Every function named is called, step by step, when the report of the example is read, judged and shown."""
    steps = [names_within(row[1]) for row in rows("The way of one amount")]
    called = _called(lambda: _read_judge_and_show(tmp_path))
    assert [name for step in steps for name in step if name[0].endswith(".py") and name not in called] == []
    first = [called[step[0]] for step in steps if step and step[0] in called]
    assert len(first) > 10
    assert first == sorted(first)


def _called(work: Callable[[], None]) -> dict[tuple[str, str], int]:
    """(file, function) of the project called by `work` in this process → when first."""
    codes: dict[CodeType, int] = {}

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            codes.setdefault(frame.f_code, len(codes))

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    own = {code: when for code, when in codes.items() if code.co_filename.startswith(str(PACKAGES))}
    return {(Path(c.co_filename).relative_to(PROJECT).as_posix(), c.co_name): when for c, when in own.items()}


def _read_judge_and_show(folder: Path) -> None:
    """What a run does, in this process, with the misprinted report of docs/add-a-report.md."""
    layout = layouts.layout("shanghai_one_column")
    drawn = layouts.paper(figures.report(9, year=2023, unit="苏州市姑苏区样本教育局"), layout)
    drawn = published.misprinted(drawn, "支出决算表", "5,227.98", "5,272.98")
    places = Places(folder / "raw", folder / "warehouse")
    (places.raw / "2023").mkdir(parents=True)
    paper.draw(drawn, places.raw / "2023" / "教育局.pdf", layout.style)
    files = raw_files(places.raw)
    list(batch.read_all(files, places, 1))
    tasks.read(files[0], places)
    build.build(places, files, workers=0)
    assert any("5,227.97–5,227.99万元（疑为两位数字颠倒）" in line for line in summary.summary(places, "zh"))
    site.build(places)


def test_a_change_is_told_with_its_place_and_what_holds_it():
    changes = [row for row in rows("Where do I change") if not row[0].startswith("**")]
    assert len(changes) >= 20
    for change, place, held in changes:
        assert re.search(r"(pipelines|sql|expectations)/", place), change
        assert re.search(r"(tests|docs)/", held), change
