"""Budget columns: which of several columns of names and codes the rows of a budget's table go by.

Belongs here: one classification chosen, the others set aside. Does not belong here: what one column is (vocabulary.form_wordings), panels of
a table (headers), what rows mean (row_meanings).
"""

import re
from collections.abc import Sequence

_OF_UNIT = re.compile(r"单位名称\([^)]*\)$")
"""The heading of the names of units, which may stand above items too."""


def settle_kinds(paths: Sequence[tuple[str, ...]], kinds: Sequence[str]) -> list[str]:
    """Decide which columns of names and codes the rows of each panel go by: one classification, the others are aside."""
    kinds = _units_alone(paths, kinds)
    beside = "ordinal" if "unit" in kinds else "unit"
    settled = [beside if kind == "unit_code" else kind for kind in kinds]
    start = 0
    for end in range(1, len(settled) + 1):
        if end == len(settled) or (kinds[end - 1] == "amount" and kinds[end] != "amount"):
            _settle_panel(paths, settled, range(start, end))
            start = end
    return settled


def _units_alone(paths: Sequence[tuple[str, ...]], kinds: Sequence[str]) -> list[str]:
    """Return the kinds, a name 单位名称（科目） beside the number of a unit and no code of an item as that of a unit (四川)."""
    if "unit_code" not in kinds or {"code", "unit"} & set(kinds):
        return list(kinds)
    is_unit = [
        kind == "name" and bool(_OF_UNIT.search("/".join(path))) for path, kind in zip(paths, kinds, strict=True)
    ]
    return ["unit" if own else kind for own, kind in zip(is_unit, kinds, strict=True)]


def _settle_panel(paths: Sequence[tuple[str, ...]], kinds: list[str], panel: range) -> None:
    headings = {n: "/".join(paths[n]) for n in panel}
    text = [n for n in panel if kinds[n] in ("code", "name", "aside")]
    own = [n for n in text if kinds[n] != "aside"]
    if not own:
        for n in text:
            kinds[n] = "name"
        return
    if any("功能" in headings[n] for n in own):
        for n in own:
            if "经济" in headings[n]:
                kinds[n] = "aside"
    seen: set[str] = set()
    for n in own:
        is_second = kinds[n] == "code" or "aside" in seen
        if {"code", "name"} <= seen and is_second and kinds[n] in ("code", "name"):
            kinds[n] = "aside"
        seen.add(kinds[n])
