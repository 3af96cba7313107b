"""What a sentence under a heading claims, in the short form in which tests write it down.

Belongs here: headings of the sections as reports print them, and claims as plain tuples.
Does not belong here: paragraphs as lines of a page (tests/support/desk/paragraphs.py), what a sentence should claim (tests/prose).
"""

from tests.support.desk.paragraphs import claims

OVERALL = "一、收入支出决算总体情况说明"
INCOME = "二、收入决算情况说明"
SPENDING = "三、支出决算情况说明"
FISCAL = "四、财政拨款收入支出决算总体情况说明"
GENERAL = "五、一般公共预算财政拨款支出决算情况说明"
ITEMS = "（三）一般公共预算财政拨款支出决算具体情况"
BASIC = "六、一般公共预算财政拨款基本支出决算情况说明"
VISITS = "七、“三公”经费支出决算情况说明"
FUND = "八、政府性基金预算财政拨款收入支出决算情况说明"
RUNNING = "（一）机关运行经费支出情况"
BOUGHT = "（二）政府采购支出情况"
ASSETS = "（三）国有资产占有使用情况"
ITEM = "1.教育支出（类）普通教育（款）小学教育（项）。"


def facts_of(heading: str, sentence: str, year: int = 2024) -> list[tuple]:
    """(subject, role, text, unit, direction, base) of each claim."""
    return [
        (c.subject, c.role, c.text, c.counted_in, c.direction, c.base) for c in claims(heading, sentence, year=year)
    ]


def fact(subject: str, role: str, text: str, unit: str = "万元", direction: str = "", base: str = "") -> tuple:
    """A claim as facts_of gives it."""
    return (subject, role, text, unit, direction, base)


def value(subject: str, text: str, unit: str = "万元") -> tuple:
    """An amount, as facts_of gives it."""
    return fact(subject, "value", text, unit)
