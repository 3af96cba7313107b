"""Prose errors: sentences that say something wrong, leave something out or name it as nobody does.

Belongs here: one error of words in the narrative of a case. Does not belong here: misprinted numbers (injections), errors of forms
(form_errors), of forms beside the prose (contradictions).
"""

import re
from dataclasses import replace
from decimal import Decimal

from pipelines.reading.readings import Reading
from tests.support.desk.corpus import Case
from tests.support.paper import prose


def rewritten(case: Case, *pairs: tuple[str, str]) -> Reading | None:
    """The reading with texts of its narrative in place of others; None where one of these is not in it."""
    told = "".join(block.text for block in (*prose.narrative(case.report, case.layout), *prose.glossary(case.report)))
    if not all(old in told for old, _ in pairs):
        return None
    return replace(case, replaced=(*case.replaced, *pairs)).reading()


def said_before(told: str, said: str):
    """A sentence more, before others that begin with `told`."""
    return lambda case: rewritten(case, (told, said.format(last=case.report.year - 1) + told))


def from_zero(rate: str):
    """A growth from zero at some rate."""

    def change(case: Case) -> Reading | None:
        told = f"{case.report.year}年度政府购买服务支出"
        previous = case.report.year - 1
        return rewritten(
            case,
            (
                told,
                f"{case.report.year}年度政府购买服务支出5.00万元，比{previous}年度增加5.00万元，增长{rate}%。{told}",
            ),
        )

    return change


def item_unspoken(case: Case) -> Reading | None:
    """An item less in the narrative."""
    items = case.items()
    return rewritten(case, (items[0], "。")) if len(items) > 3 and not case.replaced else None


def share_of_all(case: Case) -> Reading | None:
    """The share of a class of T5 taken of all expenditure."""
    report = case.report
    whole, general = report.yuan("T3", "total", "total"), report.yuan("T5", "total", "total")
    cell = next(
        (c for c in report.form("T5") if c.column == "total" and len(c.code) == 3 and c.yuan * 20 > general), None
    )
    if cell is None or whole <= general * Decimal("1.05") or case.layout.table_set == "university":
        return None
    wrong = (100 * cell.yuan / whole).quantize(Decimal("0.01"))
    right = (100 * cell.yuan / general).quantize(Decimal("0.01"))
    told = f"{cell.label}（类）{(cell.yuan / 10_000).quantize(Decimal('0.01'))}万元，占"
    reading = rewritten(case, (f"{told}{right}%", f"{told}{wrong}%"))
    shares = [c.number for c in reading.prose.claims if c.role == "share" and c.number] if reading else []
    return reading if any(share.value == wrong for share in shares) else None


def annual(case: Case) -> Reading | None:
    """完成年初预算 said to be of 全年预算."""
    item = next((text for text in case.items() if "完成年初预算的" in text), None)
    return (
        rewritten(case, (item, item.replace("完成年初预算的", "完成全年预算的")))
        if item and not case.replaced
        else None
    )


def item_unknown(case: Case) -> Reading | None:
    """An item under a name that no code belongs to."""
    items = case.items()
    wanted = re.sub(r"（款）[^（]+（项）", "（款）不详事务（项）", items[0]) if len(items) > 3 else ""
    return rewritten(case, (items[0], wanted)) if wanted and not case.replaced else None


def item_said_again(case: Case) -> Reading | None:
    """An item whose heading gives a cent more than its sentence."""
    found = next((m for text in case.items() if (m := re.search(r"支出决算为([\d.]+)万元", text))), None)
    if found is None or case.replaced:
        return None
    item, final = found.string, Decimal(found[1])
    return rewritten(case, (item, item.replace("（项）。", f"（项）{final + Decimal('0.01')}万元。")))


def items_exchanged(case: Case) -> Reading | None:
    """Two items under each other's numbers."""
    items = case.items()
    if len(items) < 4 or case.replaced:
        return None
    bodies = [item.partition(".")[2] for item in items[:2]]
    return rewritten(case, (items[0], f"1.{bodies[1]}"), (items[1], f"2.{bodies[0]}"))


def fund_item(case: Case) -> Reading | None:
    """An item of a fund that is not what the fund's expenditure is."""
    if case.report.is_empty("T8"):
        return None
    name = "其他支出（类）彩票公益金安排的支出（款）用于社会福利的彩票公益金支出（项）"
    return rewritten(case, ("，年末结转和结余", f"，其中：{name}0.01万元，年末结转和结余"))


def visits_uncounted(case: Case) -> Reading | None:
    """Reception without how many came."""
    if case.layout.table_set == "university" or not case.report.yuan("T7", "final_reception"):
        return None
    return rewritten(case, ("国内公务接待12批次、96人次。", ""))


def older_name(case: Case) -> Reading | None:
    """A group by the name it had before."""
    told = ("行政事业单位养老支出（款）", "行政事业单位离退休（款）")
    return rewritten(case, told) if case.report.year > 2019 else None


def visits_changed(told: str):
    """What is said of the three public expenses against last year."""

    def change(case: Case) -> Reading | None:
        if not case.report.yuan("T7", "final_reception"):
            return None
        return said_before("全年安排因公出国", told)(case)

    return change
