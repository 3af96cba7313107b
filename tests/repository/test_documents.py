"""What the documents name is there: links with their headings, files, folders, modules."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.settings import PROJECT

DOCUMENTS = [*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md"), PROJECT / "raw" / "README.md"]
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
_PATH = re.compile(r"(?<![\w/.…-])(?:pipelines|sql|tests|docs|expectations|notebooks|\.ci)/[\w./*\[\],{}-]*[\w*/]")
_MODULE = re.compile(r"`(\w+\.(?:py|sql|csv|toml|json))`")


def anchors(path: Path) -> set[str]:
    """The headings and marks of a document as links name them."""
    text = path.read_text(encoding="utf-8")
    marks = set(re.findall(r'<a id="([^"]+)">', text))
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return marks | {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def missing(path: Path, text: str) -> Iterator[str]:
    """What a text, standing where a document stands, names and what is not there."""
    for target, anchor in _LINK.findall(text):
        if re.match(r"\w+:", target):
            continue
        linked = (path.parent / target).resolve() if target else path
        if not linked.exists() or (anchor and anchor not in anchors(linked)):
            yield f"{target}#{anchor}"
    plain = _LINK.sub("]", _FENCED.sub("", text))
    for name in _PATH.findall(plain):
        if not any(PROJECT.glob(name.rstrip("/"))):
            yield name
    for name in _MODULE.findall(plain):
        if not any(any((PROJECT / folder).rglob(name)) for folder in ("pipelines", "sql", "tests", "expectations")):
            yield name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_what_a_document_names_is_there(path):
    assert list(missing(path, path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    ["[a](no-such.md)", "[a](add-a-report.md#no-such-heading)", "see pipelines/no_such.py", "`no_such.py`", "(sql/no/*.sql)"],
)  # fmt: skip
def test_what_is_not_there_is_seen(text):
    assert len(list(missing(PROJECT / "docs" / "x.md", text))) == 1
