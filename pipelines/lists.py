"""Lists: the small CSV files that people keep (waivers.csv, versions.csv), read however a spreadsheet saved them.

Belongs here: encodings, separators, headings, empty rows, refusing a file by its line. Does not belong here: what a list says
(findings.waivers, warehouse.versions).
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.messages import Message, Told, message

_SEPARATORS = ",;\t"
_LARGEST = 5_000_000
"""Bytes of a file that is read: some 50,000 rows. A larger one is no list that people keep."""


class NotReadable(Told):
    """A list that cannot be read as one: which file, which line, what to do."""


def read_list(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line each row begins on and its cells by column; other columns are left aside, empty rows too.

    UTF-8, UTF-16 and GB 18030; separated by comma, semicolon or tab. Raises NotReadable where the file cannot be opened or
    taken apart, its heading lacks one of the columns, or a cell of them is empty.
    """
    rows = _rows(path, _text(path))
    _, heading = next(rows, (1, []))
    if missing := [name for name in columns if name not in heading]:
        why = message("list_lacks", missing=", ".join(missing), columns=",".join(columns))
        raise refusal(path, 1, why)
    for line, cells in rows:
        if any(cells[len(heading) :]) or any(cell for name, cell in zip(heading, cells, strict=False) if not name):
            raise refusal(path, line, message("list_more_cells"))
        said = dict(zip(heading, cells, strict=False))
        if empty := [name for name in columns if not said.get(name)]:
            why = message("list_empty_cell", empty=", ".join(empty), columns=", ".join(columns))
            raise refusal(path, line, why)
        yield line, {name: said[name] for name in columns}


def refusal(path: Path, line: int, why: Message) -> NotReadable:
    """Say which line of which list is refused, and why."""
    return NotReadable("list_line", path=path, line=line, why=why)


def _text(path: Path) -> str:
    try:
        with open(path, "rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise NotReadable("list_not_opened", path=path, error=error.strerror) from error
    if len(content) > _LARGEST:
        raise NotReadable("list_too_large", path=path, size=_LARGEST // 1_000_000)
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
    raise refusal(path, line, message("list_encoding"))


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
        raise refusal(path, begins, message("list_quotes", error=error)) from error
