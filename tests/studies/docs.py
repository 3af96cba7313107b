"""Writes docs/questions.md and docs/dictionary.md from a warehouse of the samples in raw/ (`make docs`).

Belongs here: building that warehouse, what is written where. Does not belong here: the documents (questions, data_dictionary).
"""

import tempfile
from pathlib import Path

import duckdb

from pipelines.outputs.documents import data_dictionary, questions
from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import DOCS, PROJECT, Places
from pipelines.warehouse import build
from tests.support.desk.asking import asked

DOCUMENTS = (data_dictionary, questions)
"""The modules that each write one document from a warehouse."""


def samples(folder: Path) -> duckdb.DuckDBPyConnection:
    """A published warehouse of the samples in raw/, built in `folder` and opened as anybody opens it."""
    places = Places(PROJECT / "raw", folder)
    files = raw_files(places.raw)
    list(batch.read_all(files, places, 2))
    build.build(places, files, workers=2)
    return duckdb.connect(str(places.database), read_only=True)


def main() -> None:
    """Write all documents."""
    with tempfile.TemporaryDirectory() as folder, samples(Path(folder)) as connection:
        for one in DOCUMENTS:
            (DOCS / one.NAME).write_text(one.document(asked(connection)), encoding="utf-8")
            print(f"docs/{one.NAME}")


if __name__ == "__main__":
    main()
