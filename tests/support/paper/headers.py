"""Stacked table headers from the paths of their columns, and Chinese numerals.

Belongs here: turning paths such as ("本年支出", "基本支出") into header rows with spans.
Does not belong here: which columns a form has (tests/support/paper/forms.py, tests/support/paper/panels.py).
"""

from collections.abc import Sequence

from tests.support.paper.paper import Box, Row

Path = tuple[str, ...]
DIGITS = ("", *"一二三四五六七八九")


def numeral(number: int) -> str:
    """1 as 一, 26 as 二十六 (below 100)."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十") + DIGITS[ones]


def header_rows(paths: Sequence[Path]) -> list[Row]:
    """Header rows for columns with these paths.

    Neighbours with the same beginning join; a short path reaches down to the last row; a name repeated in a path
    is one box over several rows, as in ("三公", "合计", "合计", "预算数").
    """
    depth = max(len(path) for path in paths)
    return [tuple(_level(paths, level, depth)) for level in range(depth)]


def _level(paths: Sequence[Path], level: int, depth: int) -> list[Box]:
    boxes = []
    start = 0
    while start < len(paths):
        path = paths[start]
        end = start + 1
        if level < len(path):
            while end < len(paths) and paths[end][: level + 1] == path[: level + 1]:
                end += 1
            if level == 0 or path[level] != path[level - 1]:
                boxes.append(Box(path[level], "center", colspan=end - start, rowspan=_reach(path, level, depth)))
        start = end
    return boxes


def _reach(path: Path, level: int, depth: int) -> int:
    end = level + 1
    while end < len(path) and path[end] == path[level]:
        end += 1
    return (depth if end == len(path) else end) - level
