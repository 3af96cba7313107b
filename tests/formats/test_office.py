"""Word 97 documents through LibreOffice, a stand-in for it here (tests/studies/office.py asks the real one): what it is handed and denied."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines import office
from pipelines.formats import open_document
from pipelines.limits import Limits
from pipelines.pdf import Source, Unreadable, read_source
from pipelines.reading import converting, store, tools
from pipelines.reading.report import read_once
from pipelines.settings import Places
from tests.support.files import rewriting
from tests.support.files.archives import packed

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "WordDocument\0".encode("utf-16-le")


@pytest.fixture
def office_that(tmp_path, monkeypatch):
    """Put a program in the place of LibreOffice."""

    def does(*lines: str) -> Path:
        program = tmp_path / "bin" / "soffice.bin"
        program.parent.mkdir(exist_ok=True)
        program.write_text("\n".join(["#!/bin/sh", *lines]) + "\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(office, "program", lambda: program)
        return program

    return does


def test_a_document_is_converted_in_a_cage(office_that, tmp_path):
    folder = office_that(
        "cat document.doc > document.docx", 'echo leak > "$(dirname "$0")/leak"', "cat /*/* ~/../* >> seen"
    ).parent
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    assert office.convert(DOC) == DOC
    assert not (folder / "leak").exists()


def test_it_is_started_again_where_it_asks_for_it(office_that):
    office_that("[ -e once ] || { touch once; exit 81; }", "cat document.doc > document.docx")
    assert office.convert(DOC) == DOC


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("echo source file could not be loaded; exit 1", "source file could not be loaded"),
        ("ln -s /etc/passwd document.docx", "it made no docx"),
        ("sleep 60 & sleep 60", "longer than the time limit"),
    ],
)
def test_what_is_not_converted_is_told(line, why, office_that, monkeypatch):
    monkeypatch.setattr(office, "_PATIENCE", 1 / office.SECONDS)
    office_that(line)
    with pytest.raises(office.NotConverted, match=why):
        office.convert(DOC)


def test_a_document_is_read_as_what_it_was_converted_to(sample, tmp_path, office_that):
    places = Places(tmp_path / "raw", tmp_path / "warehouse")
    path = tmp_path / "说明.doc"
    path.write_bytes(DOC)
    (tmp_path / "bin").mkdir()
    some = replace(sample.document, pages=sample.document.pages[:2])
    (tmp_path / "bin" / "made.docx").write_bytes(rewriting.as_docx(some))
    office_that('cat "$(dirname "$0")/made.docx" > document.docx')
    source = read_source(path)
    converting.prepare(path, source.sha256, places)
    reading = read_once(converting.with_docx(source, places), None)
    assert (reading.document.format, reading.document.recognisers) == ("doc", "LibreOffice")
    assert reading.disclosure.unit == sample.disclosure.unit


def test_documents_in_an_archive_are_read_as_what_they_were_converted_to(sample, tmp_path, office_that):
    """The pictures of its pages are drawn from the same archive; one that is not converted is told."""
    places = Places(tmp_path / "raw", tmp_path / "warehouse")
    path = tmp_path / "公开.zip"
    tables = replace(sample.document, pages=tuple(page for page in sample.document.pages if page.grids))
    path.write_bytes(packed({"公开/说明.doc": DOC, "公开/附表.xlsx": rewriting.as_xlsx(tables), "b.doc": DOC + b"b"}))
    source = read_source(path)
    before = read_once(converting.with_docx(source, places), None)
    assert "no LibreOffice" in before.document.recognisers
    assert {page.member for page in before.document.pages} == {"公开/附表.xlsx"}
    (tmp_path / "bin").mkdir()
    texts = replace(sample.document, pages=tuple(page for page in sample.document.pages if not page.grids))
    (tmp_path / "bin" / "made.docx").write_bytes(rewriting.as_docx(texts))
    office_that('[ "$(tail -c 1 document.doc)" = b ] && exit 1; cat "$(dirname "$0")/made.docx" > document.docx')
    converting.prepare(path, source.sha256, places)
    reading = read_once(converting.with_docx(source, places), None)
    assert (reading.status, reading.disclosure.unit) == ("read", sample.disclosure.unit)
    assert reading.document.recognisers == "LibreOffice"
    assert [page.member for page in reading.document.pages][:1] == ["公开/说明.doc"]
    assert [doubt.reason for doubt in reading.doubts if doubt.detail == "b.doc"] == [
        "a Word 97 document that LibreOffice has not converted"
    ]
    assert len(open_document(places.converted(source.sha256).read_bytes()).pages) == len(reading.document.pages)


def test_one_that_was_refused_is_read_again_once_there_is_an_office(tmp_path, monkeypatch, office_that):
    monkeypatch.setattr(office, "program", lambda: None)
    source = Source("说明.doc", DOC, "0" * 64)
    places = Places(tmp_path / "raw", tmp_path)
    path = tmp_path / "year=2024" / f"{source.sha256}.parquet"
    store.write(path, source.sha256, read_once(source, None))
    assert store.is_current(path, Limits(), tools.readers(places))
    office_that("exit 1")
    assert not store.is_current(path, Limits(), tools.readers(places))
    with pytest.raises(Unreadable, match="has not converted"):
        open_document(DOC, converted=b"")
