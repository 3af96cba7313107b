"""The language of what commands say: asked for, or that of the locale."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.cli import check, check_lines
from pipelines.messages import language_of


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "zh_CN.UTF-8", "FINAL_ACCOUNTS_LANGUAGE": "en"}, "en"),
        ({"LANG": "en_GB.UTF-8", "FINAL_ACCOUNTS_LANGUAGE": "fr"}, "en"),
    ],
)
def test_the_language_of_a_locale(environment, language):
    assert language_of(environment) == language


def test_a_line_has_the_sentence_of_the_language():
    one = check.Found(
        finding_id="f",
        page=3,
        sheet=None,
        severity="error",
        identities=["N-28"],
        sentence_zh="中文。",
        sentence_en="English.",
        is_waived=False,
    )
    assert list(check_lines.lines(Path("a.pdf"), [one])) == ["a.pdf:3: 错误 N-28: 中文。"]
    assert list(check_lines.lines(Path("a.pdf"), [one], "en")) == ["a.pdf:3: error N-28: English."]
    sheet = replace(one, sheet="收入决算表")
    assert list(check_lines.lines(Path("a.xls"), [sheet], "en")) == ["a.xls:收入决算表: error N-28: English."]
