"""Item names: the codes of functional items by their names, in the classification and in a report's own tables.

Belongs here: finding the code of a name. Does not belong here: the ways a text names an item (named_items), the
classification itself (vocabulary.classification).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from pipelines.forms import Form
from pipelines.vocabulary import classification, squeeze

_MARKS = re.compile(r"[()、,\"“”]")
_TAIL = re.compile(r"((?:支出)+|费用|费)$")
_LEVELS = re.compile(r"(?P<class>.+?)类[,、—-]?(?P<group>.+?)款[,、—-]?(?P<item>.+?)项(?:支出)?")
"""An item's names in a row, the level behind each."""
_WITH_ITEMS = ("T1", "T2", "T3", "T4", "T5", "T8", "T9", "U4", "B5", "P1", "P2", "P3", "P4", "P5", "P8", "P9", "PU4")
"""Forms whose rows are functional items."""
_ITEM = 7
"""Digits of the code of an item."""
_OF_BASIC = ("T6", "U6")
"""Forms whose rows are economic items."""


class ItemNames:
    """Finds the code of a name: in a report's own tables first, then in the classification of its fiscal year.

    economic: codes of the economic items of which its forms print an amount that is not zero.
    """

    def __init__(self, year: int | None, forms: Sequence[Form]):
        self.year = year
        self._printed: dict[str, set[str]] = {}
        for amount in (a for form in forms if form.key in _WITH_ITEMS for a in form.amounts):
            if amount.code and amount.line in (None, "class"):
                self._printed.setdefault(bare_name(amount.label), set()).add(amount.code)
        basic = (a for form in forms if form.key in _OF_BASIC for a in form.amounts)
        self.economic = frozenset(a.code for a in basic if a.code and a.number and a.number.value)
        self._own = set[str]().union(*self._printed.values())
        self._in_force = _in_force(year)
        self._found: dict[tuple[str, int, str, str, str], str | None] = {}

    def find(self, name: str, digits: int, class_name: str = "", group_name: str = "", parent: str = "") -> str | None:
        """Return the code of `digits` digits with a name, under a class and a group ("" for any), or below `parent`."""
        asked = name, digits, class_name, group_name, parent
        if asked not in self._found:
            self._found[asked] = self._find(*asked)
        return self._found[asked]

    def _find(self, name: str, digits: int, class_name: str, group_name: str, parent: str) -> str | None:
        if levels := _LEVELS.fullmatch(name):
            class_name, group_name = class_name or levels["class"], group_name or levels["group"]
        codes = {c for c in self._candidates(name) if len(c) == digits}
        if not codes and digits == _ITEM:
            codes = set(_by_group(self.year).get(bare_name(name), ()))
        for wanted, above in ((group_name, 5), (class_name, 3)):
            if wanted and digits > above:
                codes = {c for c in codes if bare_name(wanted) in self._names(c[:above])} or codes
        below = {c for c in codes if parent and c.startswith(parent)}
        codes = (below & self._own) or (codes & self._own) or below or codes
        codes = (codes & self._in_force) or codes
        return next(iter(codes)) if len(codes) == 1 else None

    def find_by_path(self, path: str) -> str | None:
        """Return the code of the item whose class, group and own name stand in a row: 农林水支出扶贫行政运行."""
        if code := items_by_path(self.year).get(bare_name(path)):
            return code
        whole = _bare_path(path)
        codes = {
            code
            for code in self._own
            if len(code) == 7
            for names in product(*(self._names(above) for above in (code[:3], code[:5], code)))
            if _bare_path("".join(names)) == whole
        }
        return codes.pop() if len(codes) == 1 else None

    def knows(self, name: str, digits: int) -> bool:
        """Whether any code of `digits` digits has the name."""
        return any(len(code) == digits for code in self._candidates(name))

    def _candidates(self, name: str) -> set[str]:
        levels = _LEVELS.fullmatch(name)
        own = levels["item"] if levels else name
        for bare in (
            bare_name(own),
            bare_name(f"{own}支出"),
        ):  # 职业年金缴费(项)支出: its own 支出 stands behind its level
            years = (_by_name(self.year), _by_name(None))
            if codes := self._printed.get(bare, set()).union(*(year.get(bare, set()) for year in years)):
                return codes
        return set()

    def _names(self, code: str) -> set[str]:
        named = {bare_name(row.name) for row in classification.functional().get(code, ())}
        return named | {label for label, codes in self._printed.items() if code in codes}


@lru_cache(maxsize=20_000)
def bare_name(name: str) -> str:
    """Return a name as names are compared: without brackets, quotes and a trailing 支出 (said twice too), 费 or 费用; 与 is 和."""
    return _TAIL.sub("", _MARKS.sub("", squeeze(name)).replace("与", "和"))


def _bare_path(path: str) -> str:
    """Return names in a row as they are compared: their own 支出 left out, wherever one of them ends."""
    return bare_name(path).replace("支出", "")


@cache
def _in_force(year: int | None) -> frozenset[str]:
    """Return the codes that the classification of a year has."""
    return frozenset(c for c, rows in classification.functional().items() if any(row.covers(year) for row in rows))


@cache
def _by_name(year: int | None) -> Mapping[str, set[str]]:
    """Return bare name → the codes that have it in a year (None: ever)."""
    found: dict[str, set[str]] = {}
    for code, rows in classification.functional().items():
        for row in rows:
            if year is None or row.covers(year):
                found.setdefault(bare_name(row.name), set()).add(code)
    return found


@cache
def _by_group(year: int | None) -> Mapping[str, set[str]]:
    """Return the bare name of a group and an item in a row (人大事务行政运行) → the codes of such items in a year."""
    found: dict[str, set[str]] = {}
    for code, rows in classification.functional().items():
        above = classification.functional().get(code[:5], ())
        for row, group in product(rows, above if len(code) == _ITEM else ()):
            if (row.covers(year) and group.covers(year)) if year else True:
                found.setdefault(bare_name(group.name + row.name), set()).add(code)
    return found


@cache
def items_by_path(year: int | None) -> Mapping[str, str]:
    """Return the names of class, group and item in a row → the item's code, where only one item has them."""
    rows = classification.functional()
    current = {code: [row.name for row in found if year is None or row.covers(year)] for code, found in rows.items()}
    found: dict[str, set[str]] = {}
    for code in (code for code in rows if len(code) == 7):
        for names in product(current.get(code[:3], ()), current.get(code[:5], ()), current[code]):
            found.setdefault(bare_name("".join(names)), set()).add(code)
    return {path: codes.pop() for path, codes in found.items() if len(codes) == 1}
