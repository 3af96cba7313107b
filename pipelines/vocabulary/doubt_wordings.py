"""Doubt wordings: what a doubt and its remedy are called in Chinese (wordings/doubts.csv).

Belongs here: finding the sentence of the list that an English one is made by, and its values in it. Does not belong here: any
wording itself (CSV), when something is doubtful and its English sentence (the stage that sees it), words of the pages (labels).
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pipelines.vocabulary import labels
from pipelines.vocabulary.form_wordings import rows

WORDS = ("why", "what", "where", "held")
"""Kinds of words that a sentence names in braces and that are in the list themselves; any other value stays as it is."""


class _Sentence(NamedTuple):
    """A sentence as it is made: what an English one matches, in which the values are named, and the Chinese."""

    pattern: re.Pattern[str]
    chinese: str


def reason_in_chinese(reason: str) -> str:
    """Return the reason of a doubt in Chinese; the reason itself where the list has none."""
    return _in_chinese("reason", reason) or reason


def remedy_in_chinese(remedy: str) -> str:
    """Return what a person can do about a doubt in Chinese; the remedy itself where the list has none."""
    return _in_chinese("remedy", remedy) or remedy


def reason(english: str) -> labels.Bilingual:
    """Return the reason of a doubt in both languages."""
    return reason_in_chinese(english), english


def remedy(english: str) -> labels.Bilingual:
    """Return what a person can do about a doubt in both languages."""
    return remedy_in_chinese(english), english


def _in_chinese(kind: str, english: str) -> str | None:
    for sentence in _sentences(kind):
        if match := sentence.pattern.fullmatch(english):
            values = match.groupdict()
            words = {name: _in_chinese(name, value) for name, value in values.items() if name in WORDS}
            if None not in words.values():
                return sentence.chinese.format_map(values | words | _form_named(values))
    return None


def _form_named(values: Mapping[str, str]) -> dict[str, str]:
    """Return the name of the form whose key a sentence has, with the key, where it has one."""
    return {"form": f"{labels.form(values['form'])[0]}（{values['form']}）"} if "form" in values else {}


@cache
def _sentences(kind: str) -> tuple[_Sentence, ...]:
    """Return the sentences of a kind; those that name no value first, then those with the longest text of their own."""
    listed = [row for row in rows("doubts") if row["kind"] == kind]
    by_text = sorted(listed, key=lambda row: ("{" in row["en"], -len(re.sub(r"\{\w+\}", "", row["en"]))))
    return tuple(_Sentence(_pattern(row["en"]), row["zh"]) for row in by_text)


def _pattern(english: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", english)
    named = (f"(?P<{part}>.*?)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    return re.compile("".join(named), re.DOTALL)
