"""Parts: files of one disclosure of which each is half a report: running text without its tables, tables without their text.

Belongs here: what of a reading says that, which parts belong together. Does not belong here: reading them as one (joining).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyarrow as pa

from pipelines.forms import plain_unit
from pipelines.raw_files import RawFile
from pipelines.reading import store

_TOTALS = 3
"""Totals of the tables that a text has to state where one of the two does not say its unit or year (Beijing's 报表)."""
_BALANCES = {"final": ("T1", "T4"), "budget": ("P1", "P3", "P4", "P12")}
"""Forms whose named rows (本年收入合计, 总计 …) are totals that a text states."""
_PARTS_OF_TOTALS = ("class", "unit")
"""Rows of the balances that are no totals: of a class (类), of a unit, and those within another (within_…)."""
_STATED = ("value", "budget")
_COLUMNS = ("status", "unit_name", "fiscal_year", "kind", "level", "edition", "format", "forms", "claims", "amounts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Half of a disclosure: what it says of itself, where it does; forms: none of a text; values: totals, 元, or what is stated."""

    file: RawFile
    kind: str | None
    unit: str | None
    year: int | None
    level: str | None
    is_adjusted: bool
    forms: tuple[str, ...]
    values: tuple[tuple[float, float], ...]

    def as_value(self) -> dict[str, object]:
        """As JSON knows it; the file aside."""
        names = ("kind", "unit", "year", "level", "is_adjusted", "forms", "values")
        return {name: getattr(self, name) for name in names}

    @classmethod
    def of(cls, file: RawFile, value: Mapping) -> Self:
        """What as_value made of it."""
        forms, values = tuple(value["forms"]), tuple((float(v), float(h)) for v, h in value["values"])
        return cls(**{**value, "file": file, "forms": forms, "values": values})


def part_in(file: RawFile, content: bytes) -> Part | None:
    """As part_of, of a reading that was packed and not kept."""
    return part_of(file, pa.BufferReader(content)) if content else None


def part_of(file: RawFile, reading: Path | pa.BufferReader) -> Part | None:
    """Tell by the reading of a file which half of a disclosure it is; None where it is whole, or none."""
    try:
        row = store.columns(reading, *_COLUMNS).to_pylist()[0]
    except store.UNREADABLE:
        return None
    row["claims"] = [
        one for one in row["claims"] if one["sentence"] is not None
    ]  # of targets and scores tables speak too
    if row["kind"] not in (*_BALANCES, None) or row["format"] == "zip" or bool(row["forms"]) == bool(row["claims"]):
        return None
    values = {(float(one["value_yuan"]), float(one["half_step_yuan"])) for one in _stated(row) or _totals(row)}
    return Part(
        file=file, kind=row["kind"], unit=plain_unit(row["unit_name"]), year=row["fiscal_year"], level=row["level"],
        is_adjusted="调整" in (row["edition"] or ""), forms=tuple(sorted({form["form"] for form in row["forms"]})),
        values=tuple(sorted(values)),
    )  # fmt: skip


def _stated(row: Mapping) -> list[Mapping]:
    """Return the amounts of money that a text says are so much this year."""
    return [one for one in row["claims"] if one["value_yuan"] and one["role"] in _STATED and not one["doubts"]]


def _totals(row: Mapping) -> list[Mapping]:
    """Return the totals that tables print."""
    forms = _BALANCES.get(row["kind"], _BALANCES["final"])
    printed = (one for one in row["amounts"] if one["form"] in forms and one["value_yuan"] and not one["is_held"])
    return [
        one for one in printed
        if one["line"] and one["line"] not in _PARTS_OF_TOTALS and not one["line"].startswith("within_")
    ]  # fmt: skip


def belonging(parts: Sequence[Part | None]) -> Iterator[list[Part]]:
    """Yield a text with its tables, where nothing they say contradicts and no other text could be meant.

    Each of the tables has forms that the others have not.
    """
    texts = [part for part in parts if part and not part.forms]
    of_text: dict[str, list[Part]] = {}
    for one in (part for part in parts if part and part.forms):
        meant = [text for text in texts if _go_together(text, one)]
        if len(meant) == 1:
            of_text.setdefault(meant[0].file.sha256, []).append(one)
    for text in texts:
        tables = sorted(of_text.get(text.file.sha256, ()), key=lambda part: part.file.name)
        forms = [form for part in tables for form in part.forms]
        if tables and len(set(forms)) == len(forms):
            yield [text, *tables]


def _go_together(text: Part, tables: Part) -> bool:
    """Whether both say the same unit and year, or, where one does not say them, the text states totals of the tables."""
    named = ((getattr(text, name), getattr(tables, name)) for name in ("kind", "unit", "year", "level"))
    if text.is_adjusted != tables.is_adjusted or any(one and other and one != other for one, other in named):
        return False
    if text.unit and text.year and (tables.unit, tables.year) == (text.unit, text.year):
        return True
    stated = {value for value, _ in tables.values if any(abs(value - said) <= half for said, half in text.values)}
    return len(stated) >= _TOTALS
