"""Outlines: of which row of a list each row is a part (合计, 货物, 单位, 项目类别, 项目), where a list prints no classification.

Belongs here: levels of the rows by what is printed (the word of the row, the column it begins in, the length of a unit's number),
rows that are told apart by their sums. Does not belong here: amounts below one another that add up (nested_sums), what a row means
(budget_rows), whether a sum holds (sql/checks).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pipelines.forms.nested_sums import is_sum, nested
from pipelines.forms.rows import PrintedRow
from pipelines.vocabulary import read_money_cell

_HIGHEST = {"total": 0, "expenditure_total": 0, "goods": 1, "works": 1, "services": 1}
"""Lines above all other rows of a list: 合计, of a balance 一、部门预算, and the three kinds of procurement (货物、工程、服务)."""
_OTHERS = 2
_ORDINALS = tuple(
    map(re.compile, (r"[一二三四五六七八九十]+、", r"\([一二三四五六七八九十]+\)", r"\d+[、.]", r"\(\d+\)"))
)
"""Numbers of points, highest first: 一、 (一) 1、 (1)."""
_OF_ONE_NUMBER = 2
"""Sums of a column that one wrong number fails: its own, and the one it is a part of."""
_COLUMNS_OF_TWO_LEVELS = 2
_LEFT = 3
"""Rows that a column leaves for the next ones to tell: more are no exception, and equal amounts among them fit by chance."""
_BORNE_OUT = 5
"""Sums that hold for each that fails where levels as printed are believed, and not whatever else adds up by chance."""


class _Level(NamedTuple):
    """How high a row stands, the lowest number highest: by its line, the number of its point, where its words begin."""

    line: int
    ordinal: int
    begins: tuple[int, int]


Amounts = Sequence[Sequence[Decimal]]
"""The amounts of each row, column by column."""
Parents = Sequence[int | None]
"""For each row the place of the row it is a part of."""


def with_parents(rows: Sequence[PrintedRow], whole: str = "total") -> list[PrintedRow]:
    """Return the rows of a list, each with the number of the row it is a part of; without where that cannot be told.

    A row is part of the nearest row above it of a higher level; 合计 (whole: its line) is the highest wherever it stands. Where so not all sums hold,
    and no other order of the rows below one another gives them, those that fail are the publisher's if they are few; where they are
    many, levels were taken wrongly.
    """
    amounts = amounts_of(rows)
    total = next((n for n, row in enumerate(rows) if row.line == whole), None)
    by_print, *by_kind = (_by_levels(rows, levels, whole, total) for levels in _levels(rows))
    tried = (_told_apart(amounts, by_print), *by_kind)
    parents = min(tried, key=lambda one: len(_failing(amounts, one)))
    failing = _failing(amounts, parents)
    if failing and total is not None and not (parents != tried[0] and _is_borne_out(amounts, parents, failing)):
        alone = _told_apart(amounts, [None if n == total else total for n in range(len(rows))])
        parents, failing = (parents, failing) if _failing(amounts, alone) else (alone, {})
    untold = _untold(amounts, parents, failing)
    return [
        row if above is None or above in untold or not row.label else replace(row, part_of=rows[above].number)
        for row, above in zip(rows, parents, strict=True)
    ]


def with_parents_to_total(rows: Sequence[PrintedRow]) -> list[PrintedRow]:
    """Return the rows of a panel of a balance (收支总表), those above its 本年支出合计 as a list that begins with the sum of all of them.

    Rows by economic classification may also end in that sum.
    """
    totals = [n for n, row in enumerate(rows) if row.line == "expenditure_total"]
    if len(totals) == 1 and any(row.line == "within_economic" for row in rows[: totals[0]]):
        end = totals[0] + 1
        return [*with_parents(rows[:end], "expenditure_total"), *rows[end:]]
    end = totals[1] if totals[:1] == [0] and len(totals) > 1 else 0
    return [*with_parents(rows[:end]), *rows[end:]]


def amounts_of(rows: Sequence[PrintedRow]) -> list[tuple[Decimal, ...]]:
    """Return the amounts of rows in each column of money of any of them; 0 for a blank, for what is no number, where a row has no cell."""
    columns = sorted({cell.number for row in rows for cell in row.cells})
    printed = [{cell.number: read_money_cell(cell.text).printed.number for cell in row.cells} for row in rows]
    return [tuple(number.value if (number := row.get(column)) else Decimal(0) for column in columns) for row in printed]


def _by_levels(rows: Sequence[PrintedRow], levels: Sequence[_Level], whole: str, total: int | None) -> list[int | None]:
    """Return for each row the place of the row above it by what is printed, None for 合计 and what has none."""
    open_rows: list[int] = []
    parents: list[int | None] = []
    for n, row in enumerate(rows):
        if row.line == whole:
            parents.append(None)
            continue
        while open_rows and levels[open_rows[-1]] >= levels[n]:
            open_rows.pop()
        parents.append(open_rows[-1] if open_rows else total)
        open_rows.append(n)
    return parents


def _levels(rows: Sequence[PrintedRow]) -> Iterator[list[_Level]]:
    """Yield how high each row stands; where rows begin in three columns or more, also so that those before the innermost are of one level.

    A project with several kinds of expenditure is named beside the first of them alone: 审判经费 维修费, then 会议费 below it.
    """
    found = [_level(row) for row in rows]
    yield found
    begun = {level.begins for level in found if level.line == _OTHERS}
    if len(begun) > _COLUMNS_OF_TWO_LEVELS:
        yield [level._replace(begins=(int(level.begins == max(begun)), 0)) for level in found]


def _is_borne_out(amounts: Amounts, parents: Parents, failing: Mapping[int, Sequence[int]]) -> bool:
    """Whether what fails is what one wrong number fails, and far more sums hold."""
    failed = Counter(column for columns in failing.values() for column in columns)
    summed = sum(1 for above in _parts(parents) for whole in amounts[above] if whole)
    return max(failed.values()) <= _OF_ONE_NUMBER and summed - failed.total() >= _BORNE_OUT * failed.total()


def _level(row: PrintedRow) -> _Level:
    ordinal = next((n for n, pattern in enumerate(_ORDINALS) if pattern.match(row.label)), len(_ORDINALS))
    return _Level(_HIGHEST.get(row.line or "", _OTHERS), ordinal, row.begins)


def _told_apart(amounts: Amounts, parents: Parents) -> list[int | None]:
    """Return the parents with rows of one level put below one another where only so they add up to the row above them.

    The first column in which they do tells it: in another a number may be wrong. A few rows without an amount there are told by the next.
    """
    found = list(parents)
    for above, parts in _parts(parents).items():
        columns = [c for c, value in enumerate(amounts[above]) if value]
        if any(is_sum(amounts[above][c], [amounts[n][c] for n in parts]) for c in columns):
            continue
        told: set[int] = set()
        for column in columns:
            filled = [n for n in parts if amounts[n][column]]
            if told.issuperset(filled):
                continue
            if uppers := nested([amounts[n][column] for n in filled], amounts[above][column]):
                for part, upper in zip(filled, uppers, strict=True):
                    if part not in told:
                        found[part] = above if upper is None else filled[upper]
                told.update(filled)
                if len(parts) - len(told) > _LEFT:
                    break
    return found


def _parts(parents: Parents) -> dict[int, list[int]]:
    """Return place of a row → places of its parts."""
    found: dict[int, list[int]] = defaultdict(list)
    for n, above in enumerate(parents):
        if above is not None:
            found[above].append(n)
    return found


def _failing(amounts: Amounts, parents: Parents) -> dict[int, list[int]]:
    """Return place of a row → the columns in which its parts do not add up to it; only those that have some."""
    found = {
        above: [
            c for c, whole in enumerate(amounts[above]) if whole and not is_sum(whole, [amounts[n][c] for n in parts])
        ]
        for above, parts in _parts(parents).items()
    }
    return {above: columns for above, columns in found.items() if columns}


def _untold(amounts: Amounts, parents: Parents, failing: Mapping[int, Sequence[int]]) -> set[int]:
    """Return the rows whose parts cannot be told: all where no more sums hold than fail, else some of those that fail.

    These are all where one number is not enough for them, and what lacks money in more columns than one: a row below it may be withheld (涉密),
    beside which one number may be wrong. A column in which all sums hold shows that the parts are these.
    """
    parts = _parts(parents)
    summed = Counter(column for above in parts for column, whole in enumerate(amounts[above]) if whole)
    columns = Counter(column for fails in failing.values() for column in fails)
    if 2 * len(failing) >= len(parts) and 2 * columns.total() >= summed.total() and summed.keys() <= columns.keys():
        return set(parts)
    if max(columns.values(), default=0) > _OF_ONE_NUMBER:
        return set(failing)
    lacking = {
        above: [c for c in fails if sum(amounts[n][c] for n in parts[above]) < amounts[above][c]]
        for above, fails in failing.items()
    }
    return {
        above for above, fails in lacking.items()
        if len(fails) > 1 or (fails and len(failing[above]) > 1 and not _is_moved(amounts, above, parts[above], failing[above]))
    }  # fmt: skip


def _is_moved(amounts: Amounts, above: int, parts: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether what lacks in a column is over in others: printed in the wrong one, and not withheld."""
    moved = [sum((amounts[n][c] for c in columns), Decimal(0)) for n in (above, *parts)]
    return is_sum(moved[0], moved[1:])
