"""Files of one disclosure that lie apart in raw/ are one report; those that contradict, or could be of several, are not."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.pdf import read_source
from pipelines.prose.claims import Claim
from pipelines.raw_files import RawFile, raw_files
from pipelines.reading import batch, joining, store
from pipelines.reading.parts import Part, belonging, part_of
from pipelines.reading.report import read_once
from pipelines.settings import Places
from pipelines.vocabulary.numbers import Number
from tests.support.files import rewriting


def read(files, places, *_):
    for file in batch.pending(files, places):
        store.write(places.reading(file), file.sha256, read_once(read_source(file.path), file.year))
    return iter(())


@pytest.fixture
def places(sample, tmp_path, monkeypatch) -> Places:
    monkeypatch.setattr(batch, "read_more", read)
    folder = tmp_path / "raw" / "2024"
    folder.mkdir(parents=True)
    document = sample.document
    texts = replace(document, pages=tuple(page for page in document.pages if not page.grids))
    tables = replace(document, pages=tuple(page for page in document.pages if page.grids))
    (folder / "说明.docx").write_bytes(rewriting.as_docx(texts))
    (folder / "附表.xlsx").write_bytes(rewriting.as_xlsx(tables))
    return Places(tmp_path / "raw", tmp_path / "warehouse")


def test_two_files_of_one_account_are_one_report(places, sample):
    files = raw_files(places.raw)
    read(files, places)
    list(joining.read_joined(files, places, 1))
    [one] = joining.joined(places, files)
    assert (one.name, one.folder) == ("2024/说明.docx + 附表.xlsx", "2024")
    assert places.source(one.sha256, one.name) == one.path
    row = store.pq.read_table(places.reading(one), partitioning=None).to_pylist()[0]
    assert (row["status"], row["unit_name"], row["format"]) == ("read", sample.disclosure.unit, "zip")
    assert len(row["forms"]) == len(sample.forms)
    assert row["claims"]
    assert one.path.stat().st_mtime == pytest.approx(max(file.path.stat().st_mtime for file in files))
    list(joining.read_joined(files, places, 1))
    assert joining.joined(places, files) == [one]
    assert joining.joined(places, files[:1]) == files[:1]  # its other half was taken away


def test_a_folder_whose_files_were_read_and_not_joined_is_known(places):
    files = raw_files(places.raw)
    read(files, places)
    assert joining.unlisted(places, files) == {"2024"}
    list(joining.read_joined(files, places, 1))
    assert joining.unlisted(places, files) == set()


def test_what_tables_of_targets_and_scores_say_makes_no_text(places):
    """Tables whose cells are claims were taken for a whole report, and no longer joined with their text."""
    files = raw_files(places.raw)
    [table] = [file for file in files if file.name.endswith("xlsx")]
    content = read_once(read_source(table.path), table.year)
    cell = Claim(
        order=0, page=1, box=(0.0, 0.0, 1.0, 1.0), span=None, statement=1, section="performance", subject="target_money", label="",
        code=None, role="budget", direction="", base="", text="1.00", number=Number(Decimal("1.00"), 2), counted_in="万元",
    )  # fmt: skip
    assert content.prose is not None
    spoken = replace(content, prose=replace(content.prose, claims=(cell,)))
    store.write(places.reading(table), table.sha256, spoken)
    one = part_of(table, Path(places.reading_path(table)))
    assert one is not None
    assert "T1" in one.forms


def part(name: str, forms: tuple[str, ...] = (), unit: str | None = "局", values=(), level=None) -> Part:
    file = RawFile(Path(name), name, name, "2024")
    said = tuple((float(value), 50.0) for value in values)
    return Part(file=file, kind="final", unit=unit, year=2024, level=level, is_adjusted=False, forms=forms, values=said)


def named(*parts: Part | None) -> list[list[str]]:
    return [[part.file.name for part in group] for group in belonging(parts)]


def test_what_belongs_together():
    text = part("说明", values=(100, 200, 300.4))
    assert named(text, None, part("表2", ("T2",)), part("表1", ("T1",))) == [["说明", "表1", "表2"]]
    assert named(text, part("表1", ("T1",)), part("表1改", ("T1",))) == []
    assert named(text, part("说明改"), part("表1", ("T1",))) == []
    assert named(text, part("表1", ("T1",), unit="厅")) == []
    assert named(replace(text, level="部门"), part("表1", ("T1",), level="单位")) == []
    assert named(text, part("表1", ("T1",), unit=None, values=(100, 200, 300))) == [["说明", "表1"]]
    assert named(text, part("表1", ("T1",), unit=None, values=(100, 200, 400))) == []
    tables = replace(part("表1", ("P1",)), kind="budget")
    assert named(replace(text, kind="budget"), tables) == [["说明", "表1"]]
    assert named(text, tables) == []
    assert named(replace(text, kind="budget"), replace(tables, is_adjusted=True)) == []
