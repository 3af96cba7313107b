"""Other money: what the “三公”经费 of fiscal money do not hold: 救护车运行费 X 由事业收入列支.

Belongs here: whether a number, by the words of its clause, is paid from money that is not fiscal. Does not belong here: what the number is
about (subjects), what it asserts (assertions).
"""

import re

from pipelines.prose.quantities import Quantity

PAID_OTHERWISE = "paid from money that is not fiscal"
"""The doubt of an amount beside the fiscal ones that it is no part of."""
_OF_FISCAL_MONEY = (
    "three_public", "abroad", "vehicles", "purchase", "running", "reception", "reception_domestic", "reception_foreign", "cars_kind",
)  # fmt: skip
"""Subjects that the form of the “三公”经费 tells of fiscal money alone."""
_OTHER = r"(?:事业|经营|医疗|其他)收入|自有资金|自筹资金|非财政拨款(?:资金)?|单位资金"
_PAID = r"(?:资金)?(?:中|里)?(?:列支|开支|支付|承担|解决|负担)"
_SPENT = re.compile(rf"(?:(?:{_OTHER})(?:{_PAID}|支出|安排)|全口径)(?!.*财政拨款)")
"""What other money was spent on goes on to the end of its sentence, unless it comes back to fiscal money."""
_BEHIND = re.compile(
    rf"[^,;。\d]{{0,6}}[,(]?(?:均|全部|系|是)?(?:从|由|在|用|使用|通过)(?:本单位|单位|本院|本校)?(?:{_OTHER}){_PAID}"
)


def paid_otherwise(subject: str, text: str, quantity: Quantity) -> tuple[str, ...]:
    """Return the doubt of an amount of a sentence (text), about a subject told of fiscal money, that other money paid."""
    if subject not in _OF_FISCAL_MONEY or quantity.kind != "money":
        return ()
    is_spent = _SPENT.search(text[: quantity.start]) or _BEHIND.match(text, quantity.whole)
    return (PAID_OTHERWISE,) if is_spent else ()
