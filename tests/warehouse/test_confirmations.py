"""Confirmations: a held cell that a person has looked at counts as printed, and no other cell does."""

from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest

from pipelines.lists import NotReadable
from pipelines.queries import Warehouse
from pipelines.reading.schema import SCHEMA
from pipelines.settings import SQL, Places
from pipelines.warehouse import sources
from pipelines.warehouse.confirmations import read_confirmations

HEAD = "amount_id,name,text,who,date\n"
ID = "0123456789abcdef-p7-T3-r1-c2"


def amount(key: str, text: str, **others) -> dict:
    return {
        "amount_id": key, "page": 7, "form": "T3", "panel": "", "row": 1, "column_number": 2, "row_label": "城乡 社区",
        "heading": "合计", "column_key": "total", "text": text, "mark": "doubtful", "counted_in": "万元", "is_held": True, **others,
    }  # fmt: skip


def amounts(tmp_path, confirmed: str, *rows: dict) -> dict[str, tuple]:
    """What reading.amount says of cells whose page 7 was read off a picture: text, value in 元, half step, held, origin, who."""
    (tmp_path / "confirmed.csv").write_text(HEAD + confirmed, encoding="utf-8")
    pages = [{"page": 7, "origin": "ocr"}, {"page": 8, "origin": "text"}]
    shelf = pa.Table.from_pylist([{"report_id": "x", "amounts": list(rows), "pages": pages}], SCHEMA)
    with duckdb.connect() as connection:
        places = Places(tmp_path, tmp_path, expectations=tmp_path)
        connection.execute("create schema raw; create schema reading")
        connection.register("shelf", shelf)
        connection.execute("create table reading.shelf as select * from shelf")
        sources._list_confirmations(Warehouse(connection, places))
        sources.define_macros(Warehouse(connection, places))
        asked = (SQL / "reading" / "amount.sql").read_text(encoding="utf-8")
        columns = "amount_id, text, value_yuan, half_step_yuan, is_held, origin, confirmed_by"
        return {key: rest for key, *rest in connection.execute(f"select {columns} from ({asked})").fetchall()}


def test_a_confirmed_cell_is_what_the_person_read(tmp_path):
    found = amounts(tmp_path, f'{ID},城乡社区,"1,234.50",王,2026-11-27\n', amount(ID, "1,23450"))
    assert found == {ID: ["1,234.50", Decimal("12345000.0000"), Decimal("50.000000"), False, "ocr", "王, 2026-11-27"]}


def test_a_line_stands_for_no_cell_of_another_name_and_for_none_that_is_sure(tmp_path):
    said = f"{ID},教育支出,1.00,王,2026-11-27\n{ID}0,城乡社区,2.00,王,2026-11-27\n"
    sure = amount(f"{ID}0", "3.00", is_held=False, mark="number", page=8)
    found = amounts(tmp_path, said, amount(ID, "x"), sure)
    assert found[ID] == ["x", None, None, True, "ocr", None]
    assert found[f"{ID}0"] == ["3.00", None, None, False, "table", None]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("T3,城乡社区,1.00,王,2026", "amount_id"),
        (f"{ID},城乡社区,一百,王,2026", "nothing that a cell prints"),
        (f"{ID},城乡社区,1.00,王,2026\n{ID},城乡社区,2.00,王,2026", "confirmed on line 2 already"),
    ],
)
def test_what_confirms_nothing_is_refused_by_its_line(tmp_path, line, why):
    (tmp_path / "confirmed.csv").write_text(HEAD + line + "\n", encoding="utf-8")
    with pytest.raises(NotReadable, match=why):
        read_confirmations(tmp_path)


def test_a_cell_confirmed_as_blank(tmp_path):
    (tmp_path / "confirmed.csv").write_text(f"{HEAD}{ID},城乡社区,空白,王,2026\n", encoding="utf-8")
    [one] = read_confirmations(tmp_path)
    assert (one.text, one.mark, one.value) == ("", "blank", None)


def test_without_a_list_nothing_is_confirmed(tmp_path):
    assert read_confirmations(tmp_path) == []
