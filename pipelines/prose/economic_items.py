"""Economic items: those of the economic classification (经济分类) that the prose names, and their codes.

Belongs here: the ways such an item is written (by its full name, with its code). Does not belong here: functional items (named_items),
which sections name economic items (section_items), what is said of one (claims).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipelines.prose.item_names import ItemNames, bare_name
from pipelines.prose.named_items import Item, clean, either
from pipelines.vocabulary import Code, classification, squeeze

_ECONOMIC_CODED = re.compile(r"(?P<item>[一-龥]{2,20}(?:\([一-龥]{1,6}\))?)[(（](?P<code>[35]\d{2}(?:\d{2})?)[)）]")
_WITHIN_NAME = re.compile(r"(?![括有中为和及与是含即])[一-龥]$")
"""Words that go on without a break into the name of an economic item, which is then the end of a longer one."""
_LEVELS = 3
"""Digits of an economic class."""


def economic(text: str, names: ItemNames) -> Iterator[Item]:
    """Yield the economic items (经济分类) a text names by their full name; of several that have it the one the forms print, else without code."""
    for match in _economic_pattern().finditer(text):
        rows = _economic_names()[_economic_key(match[0])]
        current = [row for row in rows if row.covers(names.year)] or rows
        codes = {row.code for row in current}
        printed = codes & names.economic
        if not printed and _WITHIN_NAME.search(text, 0, match.start()) and all(len(code) > _LEVELS for code in codes):
            continue  # the end of a project's name: 疫情防控物资储备
        codes = printed or codes
        yield Item(start=match.start(), end=match.end(), label=match[0], code=codes.pop() if len(codes) == 1 else None)


def economic_by_code(text: str) -> Iterator[Item]:
    """Yield the economic items a text names with their codes, of departments (301) or of governments (501)."""
    for match in _ECONOMIC_CODED.finditer(text):
        yield Item(start=match.start(), end=match.end(), label=clean(match["item"]), code=match["code"])


@cache
def _economic_names() -> Mapping[str, list[Code]]:
    found: dict[str, list[Code]] = {}
    for rows in classification.economic().values():
        for row in rows:
            found.setdefault(_economic_key(row.name), []).append(row)
    return found


def _economic_key(name: str) -> str:
    """Return an economic item's name as it is compared: 对个人和家庭(的)补助 is one name with and without 的, 商品和服务 is 商品与服务, 工资福利 is 工资和福利."""
    return bare_name(name).replace("的", "").replace("与", "和").replace("工资和福利", "工资福利")


@cache
def _economic_pattern() -> re.Pattern[str]:
    names = {squeeze(row.name) for rows in classification.economic().values() for row in rows}
    return re.compile(
        either(
            names
            | {name.replace("的", "") for name in names}
            | {name.replace("和", "与") for name in names}
            | {name.replace("工资福利", "工资和福利") for name in names}
        )
    )
