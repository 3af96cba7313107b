"""Addresses: how a place is said where a page number would not do: the sheet and its range; table, row and column; paragraph; file and its page.

Belongs here: wording what reading.page and reading.address say. Does not belong here: which number stands where
(sql/findings/addresses.sql), the sentence around it (places, sentences).
"""

import re
from collections.abc import Mapping

from pipelines.vocabulary import Bilingual

_CELL = re.compile(r"表(\d+) R(\d+)C(\d+)")
_PAGE = re.compile(r"第(\d+)页")
_PARAGRAPH = re.compile(r"段(\d+)")

Sheets = Mapping[int, Mapping[str, str]]
"""Pages of a report with a name of their own: page → the name of the sheet, the member of an archive it is in (sql/findings/sheets.sql)."""


def page_words(page: int, sheet: str = "", address: str = "", member: str = "") -> Bilingual:
    """Return where something stands in Chinese and in English: 第7页, unless the file has a name for it: 工作表“收入决算表”B7.

    sheet: the name of its page, 第3页 where that is one of a file among several; address: its range, or table, row and cell, or paragraph; member: its file in an archive.
    """
    zh, en = _within(address if address != sheet else "")
    if paged := _PAGE.fullmatch(sheet):
        zh, en = sheet, f"page {paged[1]}"
    elif sheet:
        zh, en = f"工作表“{sheet}”{zh}", f"{en} of sheet “{sheet}”" if en else f"sheet “{sheet}”"
    if not zh:
        return f"第{page}页", f"page {page}"
    return (f"{member} {zh}", f"{en} in {member}") if member else (zh, en)


def _within(address: str) -> Bilingual:
    if cell := _CELL.fullmatch(address):
        table, row, column = cell.groups()
        return f"表{table}第{row}行第{column}列", f"table {table}, row {row}, column {column}"
    if paragraph := _PARAGRAPH.fullmatch(address):
        return f"第{paragraph[1]}段", f"paragraph {paragraph[1]}"
    return address, address
