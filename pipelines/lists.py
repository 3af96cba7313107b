"""Lists: the small CSV files that people keep (waivers.csv, versions.csv), read however a spreadsheet saved them.

Belongs here: encodings, separators, headings, empty rows, refusing a file by its line. Does not belong here: what a list says
(findings.waivers, warehouse.versions).
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

_SEPARATORS = ",;\t"
_LARGEST = 5_000_000
"""Bytes of a file that is read: some 50,000 rows. A larger one is no list that people keep."""


class NotReadable(Exception):
    """A list that cannot be read as one: which file, which line, what to do."""


def read_list(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line each row begins on and its cells by column; other columns are left aside, empty rows too.

    UTF-8, UTF-16 and GB 18030; separated by comma, semicolon or tab. Raises NotReadable where the file cannot be opened or
    taken apart, its heading lacks one of the columns, or a cell of them is empty.
    """
    rows = _rows(path, _text(path))
    _, heading = next(rows, (1, []))
    if missing := [name for name in columns if name not in heading]:
        raise refusal(path, 1, f"the heading lacks {', '.join(missing)}: it is to be {','.join(columns)}")
    for line, cells in rows:
        if any(cells[len(heading) :]) or any(cell for name, cell in zip(heading, cells, strict=False) if not name):
            raise refusal(
                path, line, "there are more cells than the heading has: put a reason with separators in it in quotes"
            )
        said = dict(zip(heading, cells, strict=False))
        if empty := [name for name in columns if not said.get(name)]:
            raise refusal(path, line, f"{', '.join(empty)} is empty: each row has {', '.join(columns)}")
        yield line, {name: said[name] for name in columns}


def refusal(path: Path, line: int, why: str) -> NotReadable:
    """Say which line of which list is refused, and why."""
    return NotReadable(f"{path} line {line}: {why}")


def _text(path: Path) -> str:
    try:
        with open(path, "rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise NotReadable(f"{path} cannot be opened: {error.strerror}") from error
    if len(content) > _LARGEST:
        raise NotReadable(
            f"{path} is larger than {_LARGEST // 1_000_000} MB and so no list that people keep: look at the file"
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
    raise refusal(path, line, "what is written there is neither UTF-8 nor GB 18030 (GBK): save the file as CSV UTF-8")


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
        raise refusal(path, begins, f"it cannot be taken apart into cells ({error}): look at the quotes") from error
