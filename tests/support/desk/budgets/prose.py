"""Budget prose on the desk: claims that say what the forms of a budget say, and how they differ from last year's.

Belongs here: claims of one budget, beside the one of the year before. Does not belong here: its figures and forms (figures, forms),
the reader of prose (pipelines.prose).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from pipelines.forms.forms import Form
from pipelines.prose.claims import Claim
from pipelines.reading.readings import NO_PROSE, Reading
from pipelines.vocabulary.numbers import Number

CENT = Decimal("0.01")
WORKS = {"goods": "procurement_goods", "works": "procurement_works", "services": "procurement_services"}
KINDS = {"personnel": ("301", "303"), "public": ("302", "310")}
FUNDS = ("general_budget", "government_fund", "state_capital")
COSTS = {
    "budget_total": "three_public", "budget_abroad": "abroad", "budget_purchase": "purchase", "budget_running": "running", "budget_reception": "reception",
}  # fmt: skip


@dataclass
class Speech:
    """Claims as they are said, each statement a number further."""

    claims: list[Claim] = field(default_factory=list)
    statement: int = 0

    def say(
        self,
        section: str,
        subject: str,
        role: str,
        value: Decimal,
        counted_in: str = "万元",
        direction: str = "",
        base: str = "",
        code: str | None = None,
    ) -> None:
        """Say one number of the statement that is going on, with two decimals."""
        number, order = Number(value.quantize(CENT), 2), len(self.claims)
        self.claims.append(Claim(
            order=order, page=1, box=(0.0, 10.0 * order, 9.0, 10.0 * order + 9), span=None, statement=self.statement, section=section, subject=subject,
            label="", code=code, role=role, direction=direction, base=base, text=str(number.value), number=number, counted_in=counted_in,
        ))  # fmt: skip

    def compare(self, section: str, subject: str, now: Decimal, then: Decimal, prints_both: bool) -> None:
        """Say an amount, its change and its growth, and last year's amount if both are printed."""
        self.statement += 1
        direction = "up" if now > then else "down"
        self.say(section, subject, "value", now)
        if prints_both:
            self.say(section, subject, "prior", then, base="prior_budget")
        self.say(section, subject, "change", abs(now - then), direction=direction, base="prior_budget")
        self.say(section, subject, "growth", 100 * abs(now - then) / then, "%", direction, "prior_budget")


class Cell(NamedTuple):
    """An amount of a form, in 万元."""

    line: str
    column: str
    code: str | None
    value: Decimal


def cells(forms: dict[str, Form], key: str) -> Iterator[Cell]:
    """Each amount of a form that is no part."""
    for a in forms[key].amounts:
        if a.number and not a.within:
            yield Cell(a.line or "", a.column or "", a.code, a.number.value / (1 if a.counted_in == "万元" else 10_000))


def wuxi_speech(forms: dict[str, Form], before: dict[str, Form] | None) -> tuple[Claim, ...]:
    """What the prose says of procurement, running costs, shares, basic expenditure and its classes, projects with targets, vehicles, and beside last year's forms of totals, costs and items."""
    speech = Speech()
    for line, _, _, value in sorted(cells(forms, "P12"), key=lambda cell: cell[0] != "total"):
        speech.say("procurement", WORKS.get(line, "procurement"), "value", value)
    speech.statement += 1
    speech.say(
        "running_costs", "running_costs", "value", next(v for line, _, _, v in cells(forms, "P14") if line == "total")
    )
    total, general = (
        next(v for line, _, _, v in cells(forms, "P1") if line == of) for of in ("income_total", "general_budget")
    )
    speech.statement += 1
    speech.say("income", "income_total", "value", total)
    speech.statement += 1
    speech.say("income", "income_general_budget", "value", general)
    speech.say("income", "income_general_budget", "share", 100 * general / total, "%", base="unstated")
    _of_funds(speech, forms)
    speech.statement += 1
    speech.say(
        "basic",
        "basic",
        "value",
        next(v for line, column, _, v in cells(forms, "P6") if (line, column) == ("total", "amount")),
    )
    classes = {code: v for _, column, code, v in cells(forms, "P6") if column == "amount" and code and len(code) == 3}
    for code, value in classes.items():
        speech.statement += 1
        speech.say("basic", "economic", "value", value, code=code)
    for subject, codes in KINDS.items():
        speech.statement += 1
        speech.say("basic", subject, "value", sum((v for code, v in classes.items() if code in codes), Decimal(0)))
    for subject, key in {"government_fund": "P8", "state_capital": "P9"}.items():
        speech.statement += 1
        own = next(v for line, column, _, v in cells(forms, key) if (line, column) == ("total", "total"))
        speech.say(subject, subject, "value", own)
    speech.statement += 1
    projects = next(v for line, column, _, v in cells(forms, "P3") if (line, column) == ("total", "project"))
    speech.say("performance", "targeted_all", "value", projects)
    for subject, vehicles in (("cars", 7), ("cars_kind", 4), ("cars_kind", 3)):
        speech.statement += 1
        speech.say("assets", subject, "count", Decimal(vehicles), "辆")
    if before:
        _beside(speech, forms, before)
    return tuple(speech.claims)


def _of_funds(speech: Speech, forms: dict[str, Form]) -> None:
    """Say the fiscal income of P1 and fiscal expenditure, each with the funds that it is of behind it."""
    funds = [(line, v) for line, _, _, v in cells(forms, "P1") if line in FUNDS]
    for section, whole, part in (("income", "income_fiscal", "income_"), ("overall", "fiscal_expenditure", "")):
        speech.statement += 1
        speech.say(section, whole, "value", sum((v for _, v in funds), Decimal(0)))
        for line, value in funds:
            speech.statement += 1
            speech.say(section, f"{part}{line}", "value", value)


def _beside(speech: Speech, forms: dict[str, Form], before: dict[str, Form]) -> None:
    now, then = ({line: v for line, _, _, v in cells(of, "P1")} for of in (forms, before))
    speech.compare("overall", "grand_total", now["income_grand_total"], then["income_grand_total"], False)
    speech.compare("overall", "income_grand_total", now["income_grand_total"], then["income_grand_total"], True)
    speech.compare(
        "overall", "expenditure_grand_total", now["expenditure_grand_total"], then["expenditure_grand_total"], False
    )
    costs, past = ({column: v for _, column, _, v in cells(of, "P7")} for of in (forms, before))
    for column, subject in COSTS.items():
        speech.compare("three_public", subject, costs[column], past[column], False)


def _said(section: str, subject: str, code: str | None, yuan: Decimal, order: int) -> Claim:
    """What the prose of a budget says of a cell, in 万元 with two decimals."""
    number = Number((yuan / 10_000).quantize(Decimal("0.01")), 2)
    return Claim(
        order=order, page=1, box=(0.0, 10.0 * order, 9.0, 10.0 * order + 9), span=None, statement=order, section=section, subject=subject,
        label="", code=code, role="value", direction="", base="", text=str(number.value), number=number, counted_in="万元",
    )  # fmt: skip


def with_prose(found: Reading) -> Reading:
    """The reading with prose that states the totals of P1, the items of P5 and the costs of P7."""
    sections = {"P1": "overall", "P5": "general_items", "P7": "three_public"}
    claims: list[Claim] = []
    for amount in (a for f in found.forms if f.key in sections for a in f.amounts if a.number and not a.within):
        column, line = amount.column or "", amount.line or ""
        subject = {
            "P1": line if line.endswith("grand_total") and column == "amount" else "",
            "P5": "function" if amount.code and column == "total" else "",
            "P7": COSTS.get(column, ""),
        }[amount.form]
        if subject and amount.number:
            yuan = amount.number.value * (10_000 if amount.counted_in == "万元" else 1)
            claims.append(_said(sections[amount.form], subject, amount.code, yuan, len(claims)))
    return replace(found, prose=replace(NO_PROSE, claims=tuple(claims)))
