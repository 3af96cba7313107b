"""Contradictions: what a report says in one place and not, or otherwise, in another: forms, prose, tables of scores, its units.

Belongs here: one such error in a reading. Does not belong here: errors of forms alone (form_errors), of the prose alone (prose_errors).
"""

from dataclasses import replace
from decimal import Decimal

from pipelines.doubts import Doubt
from pipelines.forms.forms import Amount
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk.corpus import Case
from tests.support.faults.form_errors import is_filled, with_cells
from tests.support.faults.prose_errors import rewritten, said_before

OTHER_UNIT = "样本市另一单位"


def zero_left_blank(case: Case) -> Reading | None:
    """No travel abroad, of which T7 prints the budget as 0.00 and the outcome not at all."""
    reading, zero = case.reading(), Number(Decimal("0.00"), 2)
    told = [
        c for c in reading.prose.claims if c.section == "three_public" and c.subject == "abroad" and c.role == "value"
    ]
    if not told or not any(is_filled(a) for f in reading.forms if f.key == "T7" for a in f.amounts):
        return None

    def change(amount: Amount) -> Amount:
        if amount.column == "final_abroad":
            return replace(amount, number=None, text="", mark="blank")
        return replace(amount, number=zero, mark="number") if amount.column == "budget_abroad" else amount

    claims = tuple(replace(c, number=zero) if c in told else c for c in reading.prose.claims)
    reading = with_cells(reading, "T7", change)
    return replace(reading, prose=replace(reading.prose, claims=claims))


def unit_evaluated(case: Case) -> Reading | None:
    """A table that evaluates the whole unit, with another outcome than form T3."""
    reading = case.reading()
    amounts = (a for form in reading.forms if form.key == "T3" for a in form.amounts)
    total = next((a for a in amounts if (a.line, a.column) == ("total", "total")), None)
    claims = reading.prose.claims
    model = next((c for c in claims if c.section == "performance" and c.number), None)
    if total is None or total.number is None or model is None:
        return None
    number = Number(total.number.value + 100, total.number.decimals)
    cell = replace(
        model, order=len(claims), span=None, statement=max(c.statement for c in claims) + 1, subject="unit_money",
        label="总额", role="value", base="", direction="", text=f"{number.value}", number=number,
        counted_in=total.counted_in, doubts=(), fitted=None, fits=None,
    )  # fmt: skip
    return replace(reading, prose=replace(reading.prose, claims=(*claims, cell)))


def project_evaluated(case: Case) -> Reading | None:
    """The summary of a project whose outcome its table gives otherwise."""
    said = "甲项目绩效自评综述：全年预算数100.00万元，执行数90.00万元，完成预算的90.00%。"
    reading = said_before("绩效自评项目", said)(case)
    if reading is None:
        return None
    claims = reading.prose.claims
    model = next(c for c in claims if c.section == "performance" and c.number)
    cells = [
        replace(
            model, order=len(claims) + n, span=None, statement=max(c.statement for c in claims) + 1, subject="project_money",
            label="甲项目", role=role, base=base, direction="", text=text, number=Number(Decimal(text), 2), counted_in="万元",
            doubts=(), fitted=None, fits=None,
        )
        for n, (role, base, text) in enumerate([("budget", "annual", "100.00"), ("value", "", "95.00")])
    ]  # fmt: skip
    return replace(reading, prose=replace(reading.prose, claims=(*claims, *cells)))


def form_without_note(case: Case) -> Reading | None:
    """A blank T9 that neither its page nor the prose explains."""
    if not case.report.is_empty("T9") or case.layout.table_set == "university":
        return None
    reading = rewritten(case, ("没有国有资本经营预算财政拨款收入和支出。", "国有资本经营预算情况见附表。"))
    if reading is None or not any(f.key == "T9" for f in reading.forms):
        return None
    return replace(reading, forms=tuple(replace(f, status="empty") if f.key == "T9" else f for f in reading.forms))


def class_without_form(case: Case) -> Reading | None:
    """A report without T5 whose structure gives a class otherwise than its items."""
    report = case.report
    cell = next((c for c in report.form("T5") if c.column == "total" and len(c.code) == 3 and c.yuan > 0), None)
    if cell is None or case.layout.table_set == "university" or case.replaced:
        return None
    wan = (cell.yuan / 10_000).quantize(Decimal("0.01"))
    reading = rewritten(case, (f"{cell.label}（类）{wan}万元，占", f"{cell.label}（类）{wan + 1}万元，占"))
    return reading and replace(reading, forms=tuple(form for form in reading.forms if form.key != "T5"))


def total_without_form(case: Case) -> Reading | None:
    """A report without T3 whose expenditure is not the sum of the natures said behind it."""
    if case.layout.table_set == "university" or case.replaced:
        return None
    wan = (case.report.yuan("T3", "total", "total") / 10_000).quantize(Decimal("0.01"))
    reading = rewritten(case, (f"年度本年支出合计{wan}万元", f"年度本年支出合计{wan + 1}万元"))
    return reading and replace(reading, forms=tuple(form for form in reading.forms if form.key != "T3"))


def sides_without_form(case: Case) -> Reading | None:
    """A report without T1 whose income and expenditure in total are not equal."""
    if case.layout.table_set == "university" or case.replaced:
        return None
    wan = (case.report.yuan("T1", "amount", "income_grand_total", panel="left") / 10_000).quantize(Decimal("0.01"))
    said = f"年度收入总计{wan}万元，支出总计{wan + 1}万元"
    reading = rewritten(case, (f"年度收、支总计{wan}万元", said))
    return reading and replace(reading, forms=tuple(form for form in reading.forms if form.key != "T1"))


def unit_unreported(case: Case) -> Reading | None:
    """One more unit named as the department's own, of which there is no report."""
    reading = case.reading()
    if not case.report.units:
        return None
    members = (*reading.prose.members, replace(reading.prose.members[0], name=f"{OTHER_UNIT}局"))
    return replace(reading, prose=replace(reading.prose, members=members))


def doubted(case: Case, scope: str, reason: str) -> Reading:
    """The reading with a note that something printed in it contradicts another place."""
    reading = case.reading()
    return replace(
        reading,
        doubts=(
            *reading.doubts,
            Doubt(scope=scope, page=1, reason=reason, detail="", remedy="look at the page", held=False),
        ),
    )
