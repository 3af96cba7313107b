"""Heads: the comment lines at the top of an SQL file, which say what it makes or asserts.

Belongs here: reading them, naming file and line where one is wrong.
Does not belong here: which keys a head has and what is made of them (models, identities).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipelines.messages import Told

_LINE = re.compile(r"-- (\w+): (\S.*)")


class BadHead(Told, ValueError):
    """A head that does not say what it must; one sentence that begins with file and line."""


def refusal(path: Path, line: int, fault: str) -> BadHead:
    """Say which line of which file is wrong, and how."""
    return BadHead("bad_head", path=path, line=line, fault=fault)


@dataclass(frozen=True, slots=True)
class Key:
    """What `-- key: value` may say. words: the values allowed, any text where there are none; a list is written word, word."""

    is_required: bool = False
    is_list: bool = False
    words: Collection[str] = ()


def table_head(sql: str) -> tuple[str, dict[str, str]]:
    """The head of a table's SELECT: its description (the first line) and column → comment."""
    lines = [line for line in sql.split("\n") if line.startswith("--")]
    columns = {m[1]: m[2] for line in lines[1:] if (m := _LINE.fullmatch(line))}
    return lines[0].removeprefix("-- ").strip(), columns


def entry(path: Path, keys: Mapping[str, Key]) -> dict[str, str]:
    """The head of a file: key → value, "" for keys it does not name.

    The head ends at the first line that is no comment. Raises BadHead at a line of it that is not `-- key: value`, a key
    unknown, written twice or missing, and a word not allowed.
    """
    found: dict[str, str] = {}
    for line, key, value in _lines(path):
        if key not in keys:
            raise refusal(path, line, f"a line of the head begins with -- and one of {', '.join(keys)}, and a colon")
        if key in found:
            raise refusal(path, line, f"{key} is said twice")
        for word in split_list(value) if keys[key].is_list else (value,):
            if keys[key].words and word not in keys[key].words:
                raise refusal(path, line, f"{key} is one of {', '.join(keys[key].words)}, not {word!r}")
        found[key] = value
    if missing := [name for name, key in keys.items() if key.is_required and name not in found]:
        raise refusal(path, 1, f"the head lacks {', '.join(missing)}")
    return dict.fromkeys(keys, "") | found


def split_list(value: str) -> tuple[str, ...]:
    """Split a list, written word, word."""
    return tuple(value.split(", ")) if value else ()


def has_entry(path: Path, keys: Mapping[str, Key]) -> bool:
    """Whether the first line of a file is a line of a head."""
    return next((key in keys for _, key, _ in _lines(path)), False)


class _Line(NamedTuple):
    """A comment line of a head: its number, key and value; key "" where it is no `-- key: value`."""

    number: int
    key: str
    value: str


def _lines(path: Path) -> Iterator[_Line]:
    """Each comment line before the SELECT."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.startswith("--"):
            return
        found = _LINE.fullmatch(line)
        yield _Line(number, found[1], found[2]) if found else _Line(number, "", line)
