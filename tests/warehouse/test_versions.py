"""Which file of a disclosure is current follows a stated order; a person can pin one, and every run says what it holds back."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from pipelines.cli import summary
from pipelines.lists import NotReadable
from pipelines.pdf.pages import Document
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile
from pipelines.reading import store
from pipelines.reading.readings import Reading
from pipelines.settings import SQL, Places
from pipelines.warehouse import build, guard
from pipelines.warehouse.versions import read_pins
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.desk.budgets.forms_and_prose import TOLD
from tests.support.figures import figures
from tests.support.paper import budgets, layouts
from tests.support.paper.budgets import Sheet

REPORT = figures.report(3, 2024, "苏州市姑苏区样本教育局")
IDS = ["a" * 64, "b" * 64, "c" * 64]
EARLY, LATE = "D:20250801090000+08'00'", "D:20250901"


@pytest.fixture(scope="module")
def one() -> Reading:
    return desk.reading(REPORT, layouts.layout("shanghai_one_column"))


def held_back(folder: Path, one: Reading, *told: tuple[str, str | None, int], pins: str = "") -> tuple[list, list[str]]:
    """The (file, is current, what decides) of versions of one report, and what a run says of them.

    told: as of versions_of.
    """
    warehouse = versions_of(folder, one, told, pins)
    rows = warehouse.connection.execute(
        "select file, version.is_current, decided_by from star.version as version join star.dim_report using (report_id) order by file"
    ).fetchall()
    lines = [
        *summary._cut(warehouse, "summary/versions", summary._version_line, "star.version"),
        *summary._cut(warehouse, "summary/idle_pins", summary._idle_pin_line, "raw.pin"),
    ]
    return rows, [line.en for line in lines]


def versions_of(folder: Path, one: Reading, told: Sequence[tuple[str, str | None, int]], pins: str) -> Warehouse:
    """A warehouse of versions of one disclosure; told: date in the PDF, edition of the cover, minute of arrival, each of another file."""
    expectations = folder / "expectations"
    expectations.mkdir()
    (expectations / "versions.csv").write_text(f"report_id,reason,who,date\n{pins}", encoding="utf-8")
    places = Places(folder / "raw", folder, sql=SQL, expectations=expectations)
    places.raw.mkdir()
    files = []
    for report_id, (created, edition, minute) in zip(IDS, told, strict=False):
        file = RawFile(places.raw / f"{report_id[0]}.pdf", f"{report_id[0]}.pdf", report_id, "2024")
        file.path.write_bytes(b"")
        os.utime(file.path, (1_760_000_000 + 60 * minute,) * 2)
        disclosure = replace(one.disclosure, edition=edition)
        store.write(
            places.reading(file),
            report_id,
            replace(one, disclosure=disclosure, document=Document(producer="desk", created=created, pages=())),
        )
        files.append(file)
    warehouse = Warehouse(duckdb.connect(), places)
    build.fill(warehouse, files)
    return warehouse


@pytest.mark.parametrize(
    ("told", "current", "decided_by", "said"),
    [
        ([(EARLY, None, 2), (LATE, None, 1)], "b.pdf", "date", "its PDF is of 2025-08-01 01:00, that one's of 2025-09-01 00:00"),
        ([(LATE, None, 1), (EARLY, "更正版", 2)], "b.pdf", "edition", "its cover says —, that one's 更正版"),
        ([("", None, 2), (LATE, None, 1)], "a.pdf", "arrival", "not every version has a date in its PDF; it arrived on 2025-10-09 08:54"),
        ([(LATE, None, 1), ("", None, 2)], "b.pdf", "arrival", "not every version has a date in its PDF; it arrived on 2025-10-09 08:54"),
        ([(LATE, None, 1), (LATE, None, 1)], "b.pdf", "file", "nothing but the names of the files tells them apart"),
    ],
)  # fmt: skip
def test_what_the_document_says_then_its_date_then_its_arrival(told, current, decided_by, said, one, tmp_path):
    rows, lines = held_back(tmp_path, one, *told)
    assert {file: is_current for file, is_current, _ in rows} == {file: file == current for file, *_ in rows}
    [(behind, why)] = [(file, why) for file, is_current, why in rows if not is_current]
    assert why == decided_by
    [line] = lines
    assert line.startswith(f"  version held back: {behind}: {REPORT.unit} 2024 is taken from {current}; ")
    assert said in line


def test_a_person_pins_a_version(one, tmp_path):
    pins = f"{IDS[0][:12]},财政局来函确认,审计员,2026-11-27\n{'d' * 12},旧,审计员,2026-11-27\n"
    rows, lines = held_back(tmp_path, one, (EARLY, None, 1), (LATE, "更正版", 2), (EARLY, None, 3), pins=pins)
    assert [(file, is_current, why) for file, is_current, why in rows] == [
        ("a.pdf", True, None), ("b.pdf", False, "pin"), ("c.pdf", False, "pin"),
    ]  # fmt: skip
    assert lines[0].endswith("is taken from a.pdf; a person has pinned that: 财政局来函确认 (审计员, 2026-11-27)")
    assert lines[2:] == [
        "  pins nothing: dddddddddddd (line 3 of versions.csv, 审计员): no such report, or another pin of its disclosure"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("report_id,reason\n", "line 1: the heading lacks who, date"),
        ("report_id,reason,who,date\n1.2E+15,一,审计员,1\n", r"line 2: '1.2E\+15' is no report_id"),
        (f"report_id,reason,who,date\n{IDS[0]},,审计员,1\n", "line 2: reason is empty"),
        (f"report_id;reason;who;date\n{IDS[0]};一;审计员;1\n{IDS[0][:20]};二;审计员;2\n", f"line 3: {IDS[0][:20]} is pinned on line 2 already"),
    ],
)  # fmt: skip
def test_what_pins_nothing_it_could_mean_is_refused_by_its_line(content, said, tmp_path):
    (tmp_path / "versions.csv").write_bytes(content.encode("gbk"))
    with pytest.raises(NotReadable, match=f"versions.csv {said}"):
        read_pins(tmp_path)


def test_versions_are_of_one_disclosure_though_one_does_not_say_its_level(tmp_path: Path, one: Reading):
    silent = replace(one, disclosure=replace(one.disclosure, level=None))
    found = desk.filled(tmp_path, [one, silent])
    assert found.execute("select count(*), count(*) filter (is_current) from star.dim_report").fetchone() == (2, 1)
    assert list(guard.failures(asked(found))) == []


def test_a_text_without_tables_holds_no_tables_back(tmp_path: Path, one: Reading):
    """决算说明.pdf that is newer than the whole report."""
    whole, text = (replace(one, document=replace(one.document, created=created)) for created in (EARLY, LATE))
    found = desk.filled(tmp_path, [whole, replace(text, forms=())])
    rows = found.execute(
        "select form_count > 0, version.is_current, decided_by from star.dim_report join star.version as version using (report_id) order by all"
    ).fetchall()
    assert rows == [(False, False, "forms"), (True, True, None)]


@pytest.mark.parametrize(
    ("told", "pinned", "current", "said"),
    [
        ([(EARLY, 2), (LATE, 1)], "", "b", "its PDF is of 2025-08-01 01:00, that one's of 2025-09-01 00:00"),
        ([("", 2), (LATE, 1)], "", "a", "it arrived on 2025-10-09 08:54"),
        ([(LATE, 1), ("", 2)], "", "b", "it arrived on 2025-10-09 08:54"),
        ([(LATE, 1), (LATE, 1)], "", "b", "nothing but the names of the files tells them apart"),
        ([(EARLY, 2), (LATE, 1)], "a", "a", "a person has pinned that: 财政局来函确认"),
    ],
)
def test_files_of_a_budget_follow_the_order_of_those_of_a_final_account(told, pinned, current, said, tmp_path: Path):
    budget = budgets.reading(
        replace(budgets.SAMPLE, year=2024), [Sheet(key="P1", title="部门收支总表", unit="万元", rows=TOLD)]
    )
    pins = f"{pinned * 12},财政局来函确认,审计员,2026-11-27\n" if pinned else ""
    warehouse = versions_of(tmp_path, budget, [(created, None, minute) for created, minute in told], pins)
    [line] = summary._cut(warehouse, "summary/versions", summary._version_line, "star.version")
    assert f" is taken from {current}.pdf; " in line.en
    assert said in line.en
    query = "select left(report_id, 1) from star.dim_budget where is_current"
    assert warehouse.connection.execute(query).fetchall() == [(current,)]
    assert list(warehouse.rows("summary/idle_pins")) == []
