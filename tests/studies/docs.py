"""Writes docs/questions.md and docs/dictionary.md from a warehouse of the samples in raw/ (`make docs`).

Belongs here: building that warehouse, what is written where. Does not belong here: the documents (questions, data_dictionary).
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb

from pipelines.outputs.documents import data_dictionary, questions
from pipelines.raw_files import RawFile, raw_files, year_folders
from pipelines.reading import batch, joining
from pipelines.settings import DOCS, LEFT, PROJECT, Places
from pipelines.warehouse import build
from tests.support.desk.asking import asked

DOCUMENTS = (data_dictionary, questions)
"""The modules that each write one document from a warehouse."""


def samples(folder: Path) -> duckdb.DuckDBPyConnection:
    """A published warehouse of the samples in raw/, built in `folder` and opened as anybody opens it."""
    places = Places(PROJECT / "raw", folder, scans=LEFT)  # the same documents with the recognisers and without
    files = raw_files(places.raw)
    list(batch.read_all(files, places, 2))
    build.build(places, joined_files(places, files), workers=2)
    return duckdb.connect(str(places.database), read_only=True)


def joined_files(places: Places, files: Sequence[RawFile]) -> list[RawFile]:
    """Files that have been read, those of one final account that lie apart as one, as the main job takes them."""
    for folder in year_folders(places.raw):
        list(joining.read_joined([file for file in files if file.folder == folder], places, 1))
    return joining.joined(places, files)


def main() -> None:
    """Write all documents."""
    with tempfile.TemporaryDirectory() as folder, samples(Path(folder)) as connection:
        for one in DOCUMENTS:
            (DOCS / one.NAME).write_text(one.document(asked(connection)), encoding="utf-8")
            print(f"docs/{one.NAME}")


if __name__ == "__main__":
    main()
