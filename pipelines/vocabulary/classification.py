"""Classifications: functional (功能分类 类/款/项) and economic (经济分类 类/款) codes with their names by year.

Belongs here: looking a code or a name up in reference/*.csv, joining printed code parts.
Does not belong here: what a report prints (forms) or the dimension tables (sql/star).
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from pipelines.settings import REFERENCE
from pipelines.vocabulary.text import squeeze

_TAIL = re.compile(r"(支出|费用|费)$")
_BRACKETS = re.compile(r"[()、,\"“”]")
_CUT_SHORT = 6
"""Characters of a name from which it may be a longer one that its cell has cut short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code with the name it has from first_year to last_year (None: open)."""

    code: str
    name: str
    first_year: int | None
    last_year: int | None
    source: str

    def covers(self, year: int | None) -> bool:
        """Whether the row is in force in a fiscal year."""
        if year is None:
            return True
        return (self.first_year or 0) <= year <= (self.last_year or 9999)


Codes = dict[str, tuple[Code, ...]]
"""Code → the names it has had."""


@cache
def functional() -> Codes:
    """Return the functional codes (3, 5, 7 digits) with all their names."""
    return _load("functional_classification.csv")


@cache
def economic() -> Codes:
    """Return the economic codes of department budgets (3 or 5 digits) with all their names."""
    return _load("economic_classification.csv", "部门预算经济分类")


def join_code(parts: Sequence[str], previous: str | None = None) -> str | None:
    """Join printed code parts: ('201', '6', '1') → '2010601'; a full code stands as it is.

    An empty first part inherits from the row above. None where the parts make no code of 3, 5 or 7 digits.
    """
    found = [(level, part) for level, part in enumerate(parts) if part]
    if not found or not all(part.isdecimal() for _, part in found):
        return None
    level, first = found[0]
    if len(found) == 1 and len(first) in (3, 5, 7) and (level == 0 or len(first) > 3):
        return first
    if level == 0 and len(first) == 3:
        code = first
    elif 0 < level < 3 and previous:
        code = previous[: 1 + 2 * level] + first.zfill(2)
    else:
        return None
    tail = found[1:]
    if [n for n, _ in tail] != list(range(level + 1, level + 1 + len(tail))):
        return None
    code += "".join(_tail(part, code) for _, part in tail)
    return code if len(code) in (3, 5, 7) else None


def _tail(part: str, code: str) -> str:
    return part[-2:] if len(part) > 2 and part.startswith(code) else part.zfill(2)


def is_named(code: str, name: str) -> bool:
    """Whether the reference gives a functional code this name in some year."""
    return any(_bare(row.name) == _bare(name) for row in functional().get(code, ()))


def contradicts(code: str, name: str, year: int | None, system: Codes) -> Code | None:
    """Return the row that gives this code another name in this year; None where names agree or none of the year is known."""
    rows = system.get(code, ())
    current = [row for row in rows if row.covers(year)]
    if not name or not current or any(_same(row.name, name) or _is_overprinted(row.name, name) for row in rows):
        return None
    return current[-1]


def of_another_year(code: str, name: str, year: int | None, system: Codes) -> Code | None:
    """Return the row of another year that gives this code this name, where none of this year does; uncertain rows aside."""
    rows = [row for row in system.get(code, ()) if _same(row.name, name)]
    certain = [row for row in rows if not row.source.endswith("?")]
    return certain[-1] if certain and not any(row.covers(year) for row in rows) else None


@cache
def class_by_name(name: str, year: int | None) -> tuple[str, bool] | None:
    """Find the 类 code of a printed class name, and whether the name is exactly one of its names.

    支出 at its end may be left out (国防). A name one slip away (抗役特别国债 …), or cut off by its cell (文化旅游体育与传), still finds its class,
    inexactly; None where nothing is near.
    """
    names = {_bare(row.name): row.code for row in _classes(year)}
    bare = _bare(name)
    if whole := next((one for one in (bare, bare + "支出") if one in names), None):
        return names[whole], True
    near = {names[one] for one in get_close_matches(bare, names, n=2, cutoff=0.85)}
    if not near and len(bare) >= _CUT_SHORT:
        near = {code for one, code in names.items() if one.startswith(bare)}
    return (near.pop(), False) if len(near) == 1 else None


def code_by_name(kind: str, name: str, above: str, year: int | None) -> str | None:
    """Find the code of a row that prints a name alone, by the code of the row above it: below it, beside it, or a new 类.

    kind: functional or economic. None where no code of that name stands there.
    """
    codes = _codes_of_names(kind, year).get(_bare(name), ())
    for start, length in ((above[:5], 7), (above[:3], 5), ("", 3)):
        found = [code for code in codes if len(code) == length and code.startswith(start) and (start or length == 3)]
        if len(found) == 1 and (length != 7 or len(above) >= 5):
            return found[0]
    return None


@cache
def _codes_of_names(kind: str, year: int | None) -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, rows in (functional() if kind == "functional" else economic()).items():
        for name in {_bare(row.name) for row in rows if row.covers(year)}:
            codes[name] = (*codes.get(name, ()), code)
    return codes


def _classes(year: int | None) -> list[Code]:
    rows = [row for code, rows in functional().items() if len(code) == 3 for row in rows]
    return sorted(rows, key=lambda row: row.covers(year))


def _same(one: str, other: str) -> bool:
    """Whether names are equal but for a trailing 支出, 费 or 费用, or for a name cut short by its cell."""
    shorter, longer = sorted((_TAIL.sub("", _bare(one)), _TAIL.sub("", _bare(other))), key=len)
    return shorter == longer or (len(shorter) >= _CUT_SHORT and longer.startswith(shorter))


def _is_overprinted(name: str, printed: str) -> bool:
    """Whether a printed name is the name with the end of a neighbouring cell's (支出, 费) printed over or before it."""
    name, printed = _bare(name), _bare(printed)
    if printed.lstrip("支出费") == name:
        return True
    strange = Counter(printed) - Counter(name)
    return (
        len(name) >= 6
        and name not in printed
        and not Counter(name) - Counter(printed)
        and set(strange) <= set("支出费")
    )


def _bare(name: str) -> str:
    return _BRACKETS.sub("", squeeze(name))


def _load(name: str, system: str | None = None) -> Codes:
    codes: dict[str, list[Code]] = {}
    with open(REFERENCE / name, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if system and row.get("system") != system:
                continue
            code = Code(
                code=row["code"],
                name=row["name"],
                first_year=_year(row["first_year"]),
                last_year=_year(row["last_year"]),
                source=row["source"],
            )
            codes.setdefault(code.code, []).append(code)
    return {code: tuple(rows) for code, rows in codes.items()}


def _year(text: str) -> int | None:
    return int(text) if text else None
