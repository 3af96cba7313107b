"""Sheet values: a table as a sheet holds it, its numbers with the decimals they are shown with.

Belongs here: the values. Does not belong here: which tables there are (wide_tables, form_sheets), writing them (workbook).
"""

from dataclasses import dataclass
from decimal import Decimal

MONEY = "（元）"
"""How the heading of a column of amounts ends."""


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A number with the decimals it is shown with."""

    value: Decimal
    decimals: int


Cell = NumberCell | str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: title, what it is about, headings, rows; the first `fixed` columns stay in sight."""

    title: str
    about: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fixed: int


def decimals_of(step: Decimal | None) -> int:
    """The decimals of an amount in 元 whose last printed digit is worth `step`: 100 元 and 1 元 none, 0.01 元 two."""
    return max(0, -step.normalize().adjusted()) if step else 2
