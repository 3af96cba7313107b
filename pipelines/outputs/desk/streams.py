"""Streams: the rows of an answer as CSV, JSON, Parquet or xlsx, piece by piece, so that no table has to be held whole.

Belongs here: writing each form. Does not belong here: which rows (tables), who carries them away (serving.desk).
"""

import csv
import io
import re
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

ROWS = 5000
"""Rows of a piece."""
MOST_IN_A_SHEET = 1_048_575
"""Rows that a sheet of Excel has beside its head."""
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,%]*$)")
"""Beginnings of a text that a spreadsheet would take for a formula; a signed number is none."""


class TooLong(Exception):
    """More rows than the form that is asked for can hold."""


def as_csv(answer: duckdb.DuckDBPyConnection) -> Iterator[bytes]:
    """UTF-8 with the mark that Excel asks for; a text that would be a formula there begins with an apostrophe."""
    yield b"\xef\xbb\xbf"
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([column[0] for column in answer.description])
    while rows := answer.fetchmany(ROWS):
        writer.writerows([_plain(value) for value in row] for row in rows)
        yield _taken(buffer)
    yield _taken(buffer)


def _plain(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8", "replace")


def as_json(answer: duckdb.DuckDBPyConnection) -> Iterator[bytes]:
    """A list of objects; the rows are texts of JSON already."""
    start = b"["
    while rows := answer.fetchmany(ROWS):
        yield start + b",\n".join(row[0].encode() for row in rows)
        start = b",\n"
    yield b"[]" if start == b"[" else b"]"


class _Outlet(io.RawIOBase):
    """A file that hands on what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self._written, self._place = bytearray(), 0

    def writable(self) -> bool:
        """It takes bytes."""
        return True

    def write(self, some: object) -> int:
        """Take bytes."""
        content = bytes(memoryview(some))  # type: ignore[arg-type]
        self._written += content
        self._place += len(content)
        return len(content)

    def tell(self) -> int:
        """How many bytes were taken in all."""
        return self._place

    def taken(self) -> bytes:
        """What was written since the last time."""
        some, self._written = bytes(self._written), bytearray()
        return some


def as_parquet(answer: duckdb.DuckDBPyConnection) -> Iterator[bytes]:
    """Parquet, a group of rows a piece."""
    outlet = _Outlet()
    batches = answer.to_arrow_reader(ROWS * 10)
    with pq.ParquetWriter(outlet, batches.schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_table(pa.Table.from_batches([batch]))
            yield outlet.taken()
    yield outlet.taken()


def as_xlsx(answer: duckdb.DuckDBPyConnection) -> Iterator[bytes]:
    """A sheet with its head; raises TooLong for more rows than a sheet has. Numbers are numbers, texts stay texts."""
    with tempfile.TemporaryFile() as file:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(file, options) as book:
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            for place, column in enumerate(answer.description):
                sheet.write_string(0, place, column[0], book.add_format({"bold": True}))
            row = 0
            while rows := answer.fetchmany(ROWS):
                for one in rows:
                    row += 1
                    if row > MOST_IN_A_SHEET:
                        raise TooLong
                    for place, value in enumerate(one):
                        _put(sheet, row, place, value)
        file.seek(0)
        while some := file.read(1 << 20):
            yield some


def _put(sheet: xlsxwriter.worksheet.Worksheet, row: int, place: int, value: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, place, float(value))
    elif value is not None:
        sheet.write_string(row, place, str(value))


FORMS: dict[str, tuple[str, Callable[[duckdb.DuckDBPyConnection], Iterator[bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "parquet": ("application/vnd.apache.parquet", as_parquet),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
"""How an address ends → its media type, and what writes it."""
