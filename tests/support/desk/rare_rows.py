"""Rows and columns that few publishers print, put into the forms of a reading.

Belongs here: the rows of a form as such a publisher would print them. Does not belong here: which cases have them (corpus).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.forms.forms import Amount, Form
from pipelines.prose.claims import Claim
from pipelines.vocabulary.numbers import Number, to_yuan
from tests.support.figures.cells import PERSONNEL_CLASSES

_HALVES = ("personnel_total", "public_total")
_SPENT = {"running_costs": "operating_costs", "procurement": "procurement"} | {
    f"procurement_{part}": f"procurement_{part}" for part in ("goods", "works", "services", "sme", "micro")
}
"""Subjects of the prose → items of the form of the unit's operation."""


def with_rare_rows(form: Form, claims: Sequence[Claim]) -> Form:
    """Return a form with what few print, as the claims have it.

    T1 with a panel by nature (基本支出, of which 人员, 公用); T6 with these two as columns; T7 as 机构运行信息表, with counts, running costs and
    procurement; U4 with its 合计 row once more at the end.
    """
    if form.key == "T1":
        pattern = next(a for a in form.amounts if a.line == "income_total")
        rows = ((900, "basic", 500), (901, "within_basic", 300), (902, "within_basic", 200))
        return replace(form, amounts=form.amounts + tuple(_nature(pattern, form.counted_in, *row) for row in rows))
    if form.key == "T6":
        return replace(form, amounts=tuple(_in_columns(form.amounts)))
    if form.key == "T7" and form.amounts:
        return replace(form, amounts=form.amounts + tuple(_operation(form, claims)))
    if form.key == "U4":
        again = tuple(replace(a, row=999) for a in form.amounts if a.line == "total")
        return replace(form, amounts=form.amounts + again)
    return form


def _operation(form: Form, claims: Sequence[Claim]) -> Iterator[Amount]:
    """The rows of 机构运行信息表 below the three public expenses; of all running costs the administrative units have what a third of them leaves."""
    pattern = next(a for a in form.amounts if a.column == "final_total")
    told = {(c.section, c.subject, c.label): c for c in claims if c.role in ("count", "value") and c.number}
    for row, claim in enumerate(told.values(), 900):
        blank = replace(pattern, row=row, label=claim.subject, heading="决算数", text=claim.text, number=claim.number)
        is_of_assets = claim.subject.startswith("cars")
        if claim.role == "count" and claim.section == ("assets" if is_of_assets else "three_public"):
            counted = replace(blank, column="count", line=claim.subject, counted_in=claim.counted_in)
            yield replace(counted, mark="number")
        elif claim.role == "value" and claim.subject in _SPENT:
            yield from _spent(blank, claim, form.counted_in)


def _spent(blank: Amount, claim: Claim, unit: str) -> Iterator[Amount]:
    """The row of an amount of money the prose says, of running costs with its two parts."""
    said = claim.number.value if claim.number else Decimal(0)
    whole = said * to_yuan(Decimal(1), claim.counted_in) / to_yuan(Decimal(1), unit)
    third = (whole / 3).quantize(Decimal("0.01"))
    rows = [(_SPENT[claim.subject], whole)]
    if claim.subject == "running_costs":
        rows += [("operating_costs_administrative", whole - third), ("operating_costs_public", third)]
    for more, (item, value) in enumerate(rows):
        row = blank.row + 100 * more
        yield replace(blank, row=row, column=f"final_{item}", text=f"{value}", mark="number", number=Number(value, 2))


def _in_columns(amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The rows of T6 in one panel, each with the columns 合计, 人员经费, 公用经费, the row 合计 first; blank where a half has nothing."""
    halves = {
        a.line: replace(a, column=f"within_{a.line.removesuffix('_total')}", line="total")
        for a in amounts
        if a.line in _HALVES
    }
    rows = {a.code: a for a in amounts if a.code}
    if set(halves) != set(_HALVES):
        yield from amounts
        return
    for code, whole in ({"": _sum_of([*halves.values()])} | dict(sorted(rows.items()))).items():
        row = len(code) and 1 + sorted(rows).index(code)
        yield replace(whole, panel="", row=row, column="amount", column_number=2)
        for number, (line, half) in enumerate(halves.items(), 3):
            of_half = half if not code else whole if (line == _HALVES[0]) == (code[:3] in PERSONNEL_CLASSES) else None
            found = of_half or replace(whole, text="", mark="blank", number=None)
            yield replace(
                found,
                panel="",
                row=row,
                line=whole.line,
                code=whole.code,
                label=whole.label,
                column=half.column,
                column_number=number,
                within=True,
            )


def _sum_of(halves: Sequence[Amount]) -> Amount:
    """The row 合计 of these."""
    numbers = [half.number for half in halves if half.number]
    total = Number(sum((n.value for n in numbers), Decimal(0)), max((n.decimals for n in numbers), default=2))
    return replace(halves[0], label="合计", text=f"{total.value}", mark="number", number=total)


def _nature(pattern: Amount, unit: str, row: int, line: str, wan: int) -> Amount:
    value = Decimal(wan) * to_yuan(Decimal(1), "万元") / to_yuan(Decimal(1), unit)
    number = Number(value.quantize(Decimal("0.01")), pattern.number.decimals if pattern.number else 2)
    return replace(pattern, panel="third", row=row, line=line, within=True, number=number, text=str(value))
