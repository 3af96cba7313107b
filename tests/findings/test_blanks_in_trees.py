"""A branch whose total is blank beside its items, or whose items are all blank beside their total, is told where the column is filled elsewhere."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipelines.findings import tables
from pipelines.forms import Amount
from pipelines.reading.readings import Reading
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.figures import figures
from tests.support.paper import layouts

SOUND = desk.reading(figures.report(41, unit="样本市样本局"), layouts.layout("shanghai_one_column"))


def printed(reading: Reading, shown: Mapping[str, Amount | None]) -> Reading:
    """The reading in which cells show what others do; nothing where there is none."""

    def anew(amount: Amount) -> Amount:
        if amount.key not in shown:
            return amount
        other = shown[amount.key]
        return replace(
            amount, text=other.text if other else "", mark=other.mark if other else "blank", number=other.number if other else None
        )  # fmt: skip

    return replace(reading, forms=tuple(replace(f, amounts=tuple(anew(a) for a in f.amounts)) for f in reading.forms))


def alone_in(reading: Reading, form: str, column: str, blank: str) -> tuple[Amount, Amount]:
    """The cell of the only item of a 款 that has an amount in one column, and its blank cell in another one."""
    [found] = [f for f in reading.forms if f.key == form]
    cells = {(a.code or "", a.column): a for a in found.amounts}
    for (code, key), own in cells.items():
        others = [c for c, _ in cells if c.startswith(code[:5]) and c not in (code, code[:5])]
        empty = [cells.get((one, blank)) for one in (code, code[:5])]
        if (
            len(code) == 7
            and key == column
            and own.number
            and own.number.value
            and not others
            and all(e and not e.number for e in empty)
        ):
            return own, cells[code, blank]
    raise LookupError(f"no such item in {form}")


def findings(folder: Path, reading: Reading) -> list[tuple[list[str], str]]:
    connection = desk.filled(folder, [reading])
    tables.write(asked(connection))
    return connection.execute("select identities, sentence_zh from findings.finding").fetchall()


def test_an_amount_in_the_next_column_is_told_where_its_group_has_none_there(tmp_path: Path):
    own, beside = alone_in(SOUND, "T3", "basic", "project")
    [(identities, sentence)] = findings(tmp_path, printed(SOUND, {own.key: None, beside.key: own}))
    assert "W3-02" in identities
    assert f"印为空白，按报告其他各数应为{own.text}" in sentence or "（疑串列：" in sentence


def test_a_column_that_is_filled_in_totals_alone_says_nothing_of_the_items(tmp_path: Path):
    [form] = [f for f in SOUND.forms if f.key == "T3"]
    items = {a.key: None for a in form.amounts if a.code and a.column in ("basic", "project")}
    assert not [one for one in findings(tmp_path, printed(SOUND, items)) if "W3-02" in one[0]]
