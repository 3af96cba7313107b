"""Outcomes and severities are called by one word a language (sql/reference/word.csv) wherever people read of them."""

import re

import pytest

from pipelines.settings import PROJECT
from pipelines.vocabulary import labels

SHOWN = ("pipelines/**/*.py", "pipelines/**/*.jinja", "pipelines/*.toml", "sql/**/*.sql", "sql/**/*.toml", "sql/reference/word.csv", "sql/reference/reason.csv",
         "expectations/*.json", "docs/*.md", "notebooks/*.py", "*.md")  # fmt: skip
OTHERS = {
    "exact": "相等|吻合|勾稽平衡|tied out",
    "rounding": "四舍五入|舍入误差|尾差|尾数差",
    "improbable": "可疑舍入|舍入可疑",
    "violation": "不平衡|不一致|违反勾稽|勾稽错误|mismatch|discrepanc|breach",
    "not_evaluable": "[不未][能可予](?:判断|判定|评价|评估)|无法(?:判定|评价|评估)|无从判断|unevaluable|inconclusive|can ?not be judged",
    "fatal": "致命|重大错误|严重错误|(?-i:[Cc]ritical)|blocker",
    "error": "major error|错误级",
    "warning": "警告|警示|告警",
    "info": "提醒级|信息级|informational",
}
"""Key → what else its word is called elsewhere, as an expression; never so in this project."""
REPORTED = ("CHANGELOG.md",)
"""Files that tell of words as they were."""


def others(text: str, expression: str) -> list[str]:
    """The other words a text has."""
    return re.findall(expression, text, re.IGNORECASE)


def test_every_outcome_and_severity_is_looked_for():
    assert set(OTHERS) == {*labels.keys("outcome"), *labels.keys("severity")}


@pytest.mark.parametrize("key", OTHERS)
def test_no_other_word_is_said_for_it(key):
    paths = {path for pattern in SHOWN for path in PROJECT.glob(pattern) if path.name not in REPORTED}
    assert len(paths) > 300
    said = {str(path.relative_to(PROJECT)): others(path.read_text(encoding="utf-8"), OTHERS[key]) for path in paths}
    assert {name: words for name, words in said.items() if words} == {}


@pytest.mark.parametrize(
    "said",
    ["判断2项，不能判断1项", "severity: critical", "The sum cannot be judged", "差额在四舍五入以内", "数字不一致"],
)
def test_another_word_is_seen(said):
    assert any(others(said, expression) for expression in OTHERS.values())
