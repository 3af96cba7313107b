"""docs/glossary.md has each term once, in both languages, and each is a word of code, SQL and documents."""

import csv
import re
from collections import Counter
from functools import cache

import pytest

from pipelines.settings import PROJECT, REFERENCE

GLOSSARY = PROJECT / "docs" / "glossary.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| term |")
]
TERMS = {row[0]: row[1] for row in ROWS}
SOURCES = ("pipelines/**/*.py", "pipelines/**/*.csv", "sql/**/*.sql", "sql/**/*.csv", "docs/*.md")


@cache
def spoken() -> str:
    """All code, SQL and documents but the glossary, names written with blanks: table_set is spoken of as table set."""
    paths = {path for pattern in SOURCES for path in PROJECT.glob(pattern)} - {GLOSSARY}
    return re.sub(r"[_\s]+", " ", " ".join(path.read_text(encoding="utf-8") for path in sorted(paths))).lower()


def test_each_term_is_defined_once_in_both_languages():
    assert len(ROWS) > 70
    assert [row for row in ROWS if len(row) != 4] == []
    for column in (0, 1):
        assert [word for word, count in Counter(row[column].lower() for row in ROWS).items() if count > 1] == []
    assert [term for term, chinese in TERMS.items() if not re.search("[一-龥]", chinese)] == []


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_used(term):
    word = re.escape(term.replace("_", " ").lower())
    assert len(re.findall(rf"\b{word}(?:s|es)?\b", spoken())) >= 3, f"{term} is hardly used: drop it, or say it"


def test_outcomes_and_severities_are_called_in_chinese_as_on_the_evidence_pages():
    with open(REFERENCE / "word.csv", encoding="utf-8", newline="") as file:
        words = [(row["domain"], row["key"], row["zh"]) for row in csv.DictReader(file)]
    outcomes = {key: chinese for domain, key, chinese in words if domain == "outcome"}
    assert {key: TERMS[key] for key in outcomes} == outcomes
    [severity] = [row[2] for row in ROWS if row[0] == "severity"]
    assert all(f"{key} {chinese}" in severity for domain, key, chinese in words if domain == "severity")
