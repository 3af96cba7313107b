"""Text out of PDFs and file names is data: no SQL, HTML, Markdown or line of a log is made of it, from the PDF to the book."""

import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest
from pypdf.generic import NameObject, StreamObject

from pipelines.orchestration import reading_assets, run
from pipelines.outputs.evidence import site
from pipelines.raw_files import RawFile
from pipelines.reading import batch, refusals
from pipelines.settings import PROJECT, Places
from pipelines.warehouse import database
from tests.support.faults import odd_names
from tests.support.faults.damages import changing, fonts_changed
from tests.support.faults.damages.base import Base
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper
from tests.support.tools.html_page import OUTSIDE, Page

UNITS = (
    "样本市'; drop table star.dim_report; --局", "样本市样本<script>alert(1)</script>局", '样本市样本"><img src=x onerror=a()>局',
    "=样本市样本HYPERLINK局", "样本市样本|a|[x](javascript:a)`*_局", "样本市样本%s{{7*7}}{0}$(id)局",
)  # fmt: skip
LAYOUT = layouts.layout("shanghai_one_column")
FIRST_WORDS = ("[", "Reports:", "Amounts:", "Second opinion:", "Outcomes:", "Warehouse:", "  ")
"""How a line of our own begins."""


def printable(text: str) -> bool:
    return all(c.isprintable() or c == "\n" for c in text)


def write(places: Places) -> dict[str, str]:
    """Reports whose units are hostile, and copies under every odd name; file name → unit."""
    units = {}
    for number, unit in enumerate(UNITS):
        name = f"2024/{number}.pdf"
        path = places.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn = layouts.paper(figures.report(number, unit=unit), LAYOUT)
        paper.draw(drawn, path, LAYOUT.style)
        units[name] = unit
    for number, name in enumerate(odd_names.NAMES):
        path = places.raw / "2024" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"no PDF %d" % number)
    return units


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> tuple[Places, dict[str, str], str]:
    """A run over all of it, and what it printed."""
    folder = tmp_path_factory.mktemp("injected")
    places = Places(folder / "raw", folder / "warehouse")
    units = write(places)
    command = [sys.executable, "-m", "pipelines", "warehouse", "--raw", str(places.raw)]
    done = subprocess.run(
        [*command, "--warehouse", str(places.warehouse), "--workers", "2"],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return places, units, done.stdout


def test_sql_is_text(published):
    places, units, _ = published
    with database.connect(places.database) as connection:
        rows = dict(
            connection.execute(
                "select file, unit_name from star.dim_report join star.dim_unit using (unit_key)"
            ).fetchall()
        )
        files = {
            file
            for (file,) in connection.execute("select file from reading.report where status = 'quarantined'").fetchall()
        }
    assert rows == {name: read_report(places.raw / name, 2024).disclosure.unit for name in units}
    assert rows["2024/0.pdf"] == UNITS[0].replace(" ", "")
    hidden = sum(name.startswith(".") for name in odd_names.NAMES)
    assert len(files) == len(odd_names.NAMES) - hidden


def test_no_line_of_the_log_is_forged(published):
    _, _, printed = published
    assert printable(printed)
    assert [line for line in printed.splitlines() if not line.startswith(FIRST_WORDS)] == []
    assert len(re.findall(r"^Reports: ", printed, re.MULTILINE)) == 1


def test_no_markup_reaches_the_evidence_pages(published):
    places, _, _ = published
    site.build(places)
    seen = ""
    for path in places.book.rglob("*.html"):
        page = Page(path.read_text(encoding="utf-8"))
        seen += page.text
        assert [a["src"] for tag, a in page.elements if tag == "script"] == [
            ("../" if path.parent != places.book else "") + "book.js"
        ]
        assert not [name for _, a in page.elements for name in a if name.startswith("on")], path
        assert not [a for a in page.addresses if OUTSIDE.search(a)], path
    assert UNITS[1].replace("(", "（").replace(")", "）") in seen
    assert {p.name for p in places.warehouse.parent.iterdir()} == {"raw", "warehouse"}


def test_no_cell_of_the_ui_is_broken(published):
    """What Dagster shows is Markdown: a row a line, whatever a name holds."""
    places, _, _ = published
    with run.instance(places) as instance:
        found = instance.get_event_records(dg.EventRecordsFilter(dg.DagsterEventType.ASSET_MATERIALIZATION))
        told = [
            m
            for r in found
            for m in r.asset_materialization.metadata.values()
            if isinstance(m, dg.MarkdownMetadataValue)
        ]
    assert told
    for text in (value.value or "" for value in told):
        ours = r"\[打开 open\]\(http://127\.0\.0\.1:\d+/report/\w+\.html#\w+\)|`[A-Za-z]\w+`"
        lines = [re.sub(ours, "", line) for line in text.splitlines()]
        heading = lines.index("") if "" in lines else -1  # what stands above a table
        assert not any("|" in line for line in lines[: heading + 1]), text
        assert len({line.count("|") for line in lines[heading + 1 :]}) <= 1, text
        assert not re.search(r"[<>\[\]`]", "".join(lines)), text
        assert printable(text)


def test_progress_and_checks_print_a_line_each(tmp_path):
    done = batch.Progress(
        file=RawFile(Path("x"), "a\nb\x1b[2J.pdf", "0" * 64, "2024"), status="read",
        unit="样本\n[9/9] forged\x1b[31m\u202e局", pages=1, forms=1, amounts=1, reason="", seconds=0.1,
    )  # fmt: skip
    said = reading_assets.progress_line(done, 1, 1)
    assert printable(said.zh) and printable(said.en)
    assert "\n" not in said.zh + said.en
    path = tmp_path / "a\nReports: 9 read\x1b[31m'; --.pdf"
    paper.draw(layouts.paper(figures.report(3, unit=UNITS[1]), LAYOUT), path, LAYOUT.style)
    said = {}
    for form in ("text", "json"):
        command = [sys.executable, "-m", "pipelines", "check", str(path), "--format", form]
        said[form] = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert said[form].returncode in (0, 1), said[form].stderr
    assert printable(said["text"].stdout + said["text"].stderr)
    assert not any(line.startswith("Reports") for line in said["text"].stdout.splitlines())
    assert json.loads(said["json"].stdout)["file"] == str(path)


def test_letters_that_steer_a_terminal_are_no_letters(tmp_path):
    """A font may say that its glyphs are escapes or marks of direction: they are read as unreadable, not handed on."""
    layout = layouts.layout("university")
    path = paper.draw(layouts.paper(figures.report(2, university=True), layout), tmp_path / "a.pdf", layout.style)
    base = Base(path, path.read_bytes(), read_report(path, None))
    writer = changing.writer_of(base)
    for font in fonts_changed.fonts_of(base, writer):
        stream = StreamObject()
        pairs = b"".join(
            b"<%04x> <%s>\n" % (0x30 + d, code) for d, code in enumerate((b"001b", b"202e", b"200b", b"000a", b"d800"))
        )
        stream.set_data(
            b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n5 beginbfchar\n"
            + pairs
            + b"endbfchar endcmap end"
        )
        font[NameObject("/ToUnicode")] = writer._add_object(stream)
    path.write_bytes(changing.written(writer))
    reading = read_report(path, None)
    texts = [line.text for page in reading.document.pages for line in page.lines]
    texts += [cell.text for page in reading.document.pages for grid in page.grids for cell in grid.cells]
    assert texts and all(printable(text) for text in texts)


def test_a_fault_of_ours_that_quotes_a_file_is_logged_in_plain_letters(caplog):
    with caplog.at_level(logging.ERROR):
        try:
            raise ValueError("of\nthe\x1b[31m file")
        except ValueError as error:
            refusals.report_fault(Path("a\nb\x1b.pdf"), error)
    assert printable(caplog.text)
    assert "\x1b" not in caplog.text
