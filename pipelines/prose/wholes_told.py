"""Wholes told: the whole of a share with its amount between 占 and 的: 支出 X，占本年支出合计 Y 的 P%.

Belongs here: whether an amount is such a whole. Does not belong here: what the share is of (roles), what is spoken of behind it
(sentence_reader).
"""

import re

from pipelines.prose.quantities import Quantity

_WHOLE = re.compile(r"^[,;(]?约?(占(?![^,;。]*预算(?:数|总额|安排)?的?$)[^,;。%\d]{2,30})$")
_OF_IT = re.compile(r"的(?:比重为|比例为)?\d[\d,.]*%")


def whole_of_share(words: str, quantity: Quantity, rest: str) -> str:
    """Return the words that name a whole, with 占, where a number behind them is its amount and the share follows; else ""."""
    named = _WHOLE.match(words) if quantity.kind == "money" and _OF_IT.match(rest) else None
    return named[1] if named else ""
