"""Waivers: what people have set aside, read from expectations/waivers.csv however a spreadsheet saved it.

Belongs here: encodings, separators, what a line must say, refusing it by its number. Does not belong here: which findings there
are, and what is written of a waiver (tables).
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_COLUMNS = ("finding_id", "reason", "who", "date")
_SEPARATORS = ",;\t"
_LARGEST = 5_000_000
"""Bytes of a file that is read: some 50,000 waivers. A larger one is no list that people keep."""


class NotReadable(Exception):
    """A list of waivers that cannot be read as one: which file, which line, what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding that a person has set aside: why, who and when, and the line of the file that says so."""

    finding_id: str
    reason: str
    who: str
    date: str
    line: int

    def __str__(self) -> str:
        return f"{self.reason} ({self.who}, {self.date})"


def read_waivers(expectations: Path) -> dict[str, Waiver]:
    """Read finding id → waiver. UTF-8, UTF-16 and GB 18030; separated by comma, semicolon or tab; raises NotReadable."""
    path = expectations / "waivers.csv"
    found: dict[str, Waiver] = {}
    for waiver in _waivers(path, _text(path)):
        if waiver.finding_id in found:
            first = found[waiver.finding_id].line
            raise _refusal(
                path, waiver.line, f"{waiver.finding_id} is set aside on line {first} already: keep one of the two"
            )
        found[waiver.finding_id] = waiver
    return found


def _text(path: Path) -> str:
    try:
        with open(path, "rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise NotReadable(f"{path} cannot be opened: {error.strerror}") from error
    if len(content) > _LARGEST:
        raise NotReadable(
            f"{path} is larger than {_LARGEST // 1_000_000} MB and so no list of waivers: look at the file"
        )
    return _decoded(path, content)


def _decoded(path: Path, content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    reached = 0
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            reached = max(reached, error.start)
    line = content.count(b"\n", 0, reached) + 1
    raise _refusal(path, line, "what is written there is neither UTF-8 nor GB 18030 (GBK): save the file as CSV UTF-8")


def _waivers(path: Path, text: str) -> Iterator[Waiver]:
    rows = _rows(path, text)
    _, heading = next(rows, (1, []))
    missing = [name for name in _COLUMNS if name not in heading]
    if missing:
        raise _refusal(path, 1, f"the heading lacks {', '.join(missing)}: it is to be {','.join(_COLUMNS)}")
    for line, cells in rows:
        if any(cells[len(heading) :]) or any(cell for name, cell in zip(heading, cells, strict=False) if not name):
            raise _refusal(
                path, line, "there are more cells than the heading has: put a reason with separators in it in quotes"
            )
        yield _waiver(path, line, dict(zip(heading, cells, strict=False)))


def _waiver(path: Path, line: int, said: Mapping[str, str]) -> Waiver:
    values = [said.get(name, "") for name in _COLUMNS]
    if empty := [name for name, value in zip(_COLUMNS, values, strict=True) if not value]:
        raise _refusal(path, line, f"{', '.join(empty)} is empty: a waiver has a finding, a reason, a name and a date")
    if not re.fullmatch(r"[0-9a-f]{16}", values[0]):
        raise _refusal(
            path,
            line,
            f"{values[0]!r} is no finding_id (16 of 0-9 and a-f); a spreadsheet makes numbers of some: see findings.finding",
        )
    finding_id, reason, who, date = values
    return Waiver(finding_id=finding_id, reason=reason, who=who, date=date, line=line)


def _rows(path: Path, text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the line each row begins on and its cells, without spaces around them and without rows that say nothing."""
    first = text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=first.count), strict=True)
    begins = 1
    try:
        for row in reader:
            cells = [cell.strip(" \t\r\n\u00a0\u3000\ufeff") for cell in row]
            if any(cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _refusal(path, begins, f"it cannot be taken apart into cells ({error}): look at the quotes") from error


def _refusal(path: Path, line: int, why: str) -> NotReadable:
    return NotReadable(f"{path} line {line}: {why}")
