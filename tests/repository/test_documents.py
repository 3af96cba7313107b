"""What the documents name is there: links with their headings, files, folders, modules, names within a file."""

import pytest

from pipelines.settings import PROJECT
from tests.support.tools.named_places import missing

DOCUMENTS = [*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md"), PROJECT / "raw" / "README.md"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_what_a_document_names_is_there(path):
    assert list(missing(path, path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "[a](no-such.md)", "[a](add-a-report.md#no-such-heading)", "see pipelines/no_such.py", "`no_such.py`", "(sql/no/*.sql)",
        "pipelines/settings.py::NoSuch", "sql/reference/form.csv::T0",
    ],
)  # fmt: skip
def test_what_is_not_there_is_seen(text):
    assert len(list(missing(PROJECT / "docs" / "x.md", text))) == 1
