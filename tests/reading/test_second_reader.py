"""The second opinion: what one reader misreads is a doubt about our reading, not a finding about the publisher."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from pipelines.cli import check
from pipelines.pdf import opening, plumber_reader, read_source
from pipelines.pdf.pages import Document, Line, Page
from pipelines.raw_files import raw_files
from pipelines.reading import batch, report, tasks
from pipelines.settings import Places
from pipelines.warehouse import build, database
from tests.support.desk.asking import PLACES
from tests.support.faults import mortal
from tests.support.figures import figures
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3, unit="样本市样本区民政局")
MISREAD = {
    "a figure of a form": ("收入决算表", "14,859.99", "74,859.99"),
    "a share in a sentence": ("第三部分", "75.51%", "15.51%"),
    "a word that no figure says": ("第四部分", "单位从同级财政", "按照本单位实际情况填列"),
}
"""What is misread: (line of the page it stands on, as printed, as read)."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Path:
    return paper.draw(layouts.paper(REPORT, LAYOUT), tmp_path_factory.mktemp("drawn") / "sound.pdf", LAYOUT.style)


def misreading(reader: Callable[..., Document], what: str) -> Callable[..., Document]:
    """A reader that sees something otherwise than it is printed."""
    where, printed, seen = MISREAD[what]

    def misread(page: Page) -> Page:
        if not any(line.text.startswith(where) for line in page.lines):
            return page
        lines = tuple(_misread(line, printed, seen) for line in page.lines)
        cells = [[replace(c, text=c.text.replace(printed, seen)) for c in grid.cells] for grid in page.grids]
        grids = tuple(replace(grid, cells=tuple(some)) for grid, some in zip(page.grids, cells, strict=True))
        return replace(page, lines=lines, grids=grids)

    def read(*arguments: object) -> Document:
        document = reader(*arguments)
        return replace(document, pages=tuple(misread(page) for page in document.pages))

    return read


def _misread(line: Line, printed: str, seen: str) -> Line:
    at = line.text.find(printed)
    if at < 0:
        return line
    spans = (*line.spans[:at], *[line.spans[at]] * len(seen), *line.spans[at + len(printed) :])
    return replace(line, text=line.text.replace(printed, seen), spans=spans)


def said(connection: duckdb.DuckDBPyConnection) -> tuple[int, list[tuple[str, str | None]], set[str]]:
    """How many findings, what is quarantined (scope, form), and the outcomes of the pages read twice."""
    findings = connection.execute("select count(*) from findings.finding").fetchone()[0]
    held = connection.execute("select scope, form from reading.quarantine order by all").fetchall()
    english = "select * from reading.quarantine where reason_zh = reason or remedy_zh = remedy"
    assert connection.execute(english).fetchall() == []
    twice = {one for (one,) in connection.execute("select outcome from reading.opinion").fetchall()}
    return findings, held, twice


@pytest.mark.parametrize("what", MISREAD)
def test_what_both_readers_see_is_a_finding(what, drawn, monkeypatch):
    for reader in (opening, plumber_reader):
        monkeypatch.setattr(reader, "read_document", misreading(reader.read_document, what))
    with check.desk(PLACES, drawn, processes=0) as warehouse:
        findings, held, twice = said(warehouse.connection)
    assert findings
    assert (held, twice) == ([], {"same"})


@pytest.mark.parametrize(
    ("what", "held"),
    [
        ("a figure of a form", [("table", "T2")]),
        ("a share in a sentence", [("page", None)]),
        ("a word that no figure says", []),
    ],
)
def test_what_one_reader_misreads_is_a_doubt(what, held, drawn, monkeypatch):
    monkeypatch.setattr(opening, "read_document", misreading(opening.read_document, what))
    with check.desk(PLACES, drawn, processes=0) as warehouse:
        findings, doubted, twice = said(warehouse.connection)
    assert (findings, doubted) == (0, held)
    assert "differs" in twice


def test_a_form_that_one_reader_alone_sees_is_in_doubt(drawn, monkeypatch):
    reader = opening.read_document

    def blind(content: bytes) -> Document:
        document = reader(content)
        return replace(
            document, pages=tuple(replace(p, grids=(), lines=()) if _shows(p) else p for p in document.pages)
        )

    monkeypatch.setattr(opening, "read_document", blind)
    with check.desk(PLACES, drawn, processes=0) as warehouse:
        findings, held, twice = said(warehouse.connection)
    assert (findings, held) == (0, [("table", "T6")])
    assert "differs" in twice


def _shows(page: Page) -> bool:
    return any(line.text == "一般公共预算财政拨款基本支出决算表" for line in page.lines) or any(
        "人员经费合计" in cell.text for grid in page.grids for cell in grid.cells
    )


@pytest.mark.parametrize(("place", "broken"), [(plumber_reader, "read_document"), (report, "_reconcile")])
def test_where_the_second_reader_fails_the_finding_stands(place, broken, drawn, monkeypatch):
    monkeypatch.setattr(opening, "read_document", misreading(opening.read_document, "a share in a sentence"))
    monkeypatch.setattr(place, broken, lambda *_: 1 / 0)
    with check.desk(PLACES, drawn, processes=0) as warehouse:
        findings, held, twice = said(warehouse.connection)
    assert findings
    assert (held, twice) == ([], {"not read"})


def test_a_second_reader_that_kills_its_process_costs_no_report(tmp_path, monkeypatch):
    raw = tmp_path / "raw" / "2024"
    raw.mkdir(parents=True)
    printed = layouts.paper(REPORT, LAYOUT)
    blocks = tuple(
        replace(b, text=b.text.replace("75.51%", "15.51%")) if hasattr(b, "text") else b for b in printed.blocks
    )
    paper.draw(replace(printed, blocks=blocks), raw / "twice.pdf", LAYOUT.style)
    places = Places(tmp_path / "raw", tmp_path / "warehouse")
    files = raw_files(places.raw)
    for task in ("read_twice", "read_alone"):
        monkeypatch.setattr(tasks, task, getattr(mortal, task))
    list(batch.read_all(files, places, 1))
    build.build(places, files, 1)
    with closing(database.connect(places.database)) as connection:
        findings, held, twice = said(connection)
    assert findings
    assert (held, twice) == ([], {"not read"})


def test_a_report_that_cannot_be_read_once_more_is_held_alone(drawn, tmp_path, monkeypatch):
    for name in ("never again.pdf", "sound.pdf"):
        (tmp_path / name).write_bytes(drawn.read_bytes())
    places = Places(tmp_path, tmp_path / "warehouse")
    for task in ("read_twice", "read_alone"):
        monkeypatch.setattr(tasks, task, getattr(mortal, task))
    done = batch.read_again({file: [4] for file in raw_files(places.raw)}, places, 1)
    assert {one.file.name: one.status for one in done} == {"never again.pdf": "quarantined", "sound.pdf": "read"}


def test_a_budget_has_a_second_opinion_too(monkeypatch):
    """It is registered, not read; its violations rest on pages as those of a final account do."""
    [budget] = PLACES.raw.glob("*/*部门预算.pdf")
    page = 8
    assert [o.outcome for o in report.read_twice(read_source(budget), 2024, [page]).opinions] == ["same"]

    def misread(*arguments: object) -> Document:
        document = read(*arguments)
        return replace(document, pages=tuple(replace(p, grids=p.grids[:-1]) for p in document.pages))

    read = plumber_reader.read_document
    monkeypatch.setattr(plumber_reader, "read_document", misread)
    found = report.read_twice(read_source(budget), 2024, [page])
    assert [o.outcome for o in found.opinions] == ["differs"]
    assert any(a.held for form in found.forms if page in form.pages for a in form.amounts)
