"""Publishers: what departments might publish next, drawn at random: final accounts, budgets, files that cannot be read, with errors.

Belongs here: departments with their units, years in any order, the errors of publishers. Does not belong here: files and where they lie
(sequences), figures that fit together (figures, budgets).
"""

from dataclasses import replace
from decimal import Decimal
from random import Random

from pipelines.doubts import Doubt
from pipelines.forms.forms import Form
from pipelines.reading import refusals
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number, read_number
from tests.support.desk import desk
from tests.support.figures import figures
from tests.support.paper import budgets, layouts

LAYOUT = layouts.layout("all_in_yuan")
DEPARTMENTS = ("上海市长宁区样本民政局", "苏州市姑苏区样本教育局")
UNITS = (
    *(f"{name}{part}" for name in DEPARTMENTS for part in ("", "第一中心", "（本级）")),
    "上海市静安区样本档案局", "北京市东城区样本水务局", "样本大学",
)  # fmt: skip
YEARS = (2021, 2022, 2023, 2024)


class Publishers:
    """The departments of a sequence; what they published before decides what they publish next."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._drawn: dict[str, figures.Report] = {}
        self._nameless: list[budgets.Budget] = []

    def draw(self) -> Reading:
        """A new report, of any unit and year, an error of its publisher in every second."""
        kind = self.random.random()
        if kind < 0.06:
            return refusals.refuse(
                "neither a PDF nor an Excel, Word or OFD file, a web page or a zip of them",
                "put the report itself here",
            )
        if kind < 0.3:
            return self.spoilt(self._budget())
        one = self.spoilt(self._final())
        return with_unknown_code(one) if kind > 0.96 else one

    def spoilt(self, one: Reading) -> Reading:
        """A report with one amount printed wrong, as every second is."""
        if not one.forms or self.random.random() < 0.5:
            return one
        number = self.random.choice([n for n, form in enumerate(one.forms) if form.amounts] or [0])
        amounts = list(one.forms[number].amounts)
        places = [place for place, amount in enumerate(amounts) if amount.number and amount.number.value]
        if not places:
            return one
        place = self.random.choice(places)
        text = f"{self.random.randrange(1000, 9_999_999):,}.00"
        printed = read_number(text)
        amounts[place] = replace(amounts[place], text=text, mark=printed.mark, number=printed.number)
        forms = list(one.forms)
        forms[number] = replace(forms[number], amounts=tuple(amounts))
        return replace(one, forms=tuple(forms))

    def _final(self) -> Reading:
        unit, year = self.random.choice(UNITS), self.random.choice(YEARS)
        one = desk.reading(self._figures(unit, year), LAYOUT)
        level = "单位" if unit not in DEPARTMENTS else self.random.choice(("部门", None))
        return replace(one, disclosure=replace(one.disclosure, unit=unit, level=level))

    def _figures(self, unit: str, year: int) -> figures.Report:
        """The figures of a unit and year: those of the year before carried on, those of a department its units' sum, or any."""
        key = f"{unit} {year}"
        below = [
            self._drawn[f"{name} {year}"]
            for name in UNITS
            if name.startswith(unit) and name != unit and f"{name} {year}" in self._drawn
        ]
        if unit in DEPARTMENTS and below and self.random.random() < 0.6:
            self._drawn[key] = figures.department(unit, tuple(below))
        elif before := self._drawn.get(f"{unit} {year - 1}"):
            self._drawn[key] = figures.next_year(before)
        else:
            self._drawn[key] = figures.report(self.random.randrange(1000), year, unit)
        return self._drawn[key]

    def _budget(self) -> Reading:
        """The forms of a budget, some without the unit's name, or a text that states the totals of such forms."""
        if self._nameless and self.random.random() < 0.4:
            return self._text(self.random.choice(self._nameless))
        unit, year = self.random.choice(UNITS), self.random.choice(YEARS)
        times = self.random.randrange(1, 50)
        general = {code: (basic * times, project) for code, (basic, project) in budgets.SAMPLE.general.items()}
        drawn = replace(budgets.SAMPLE, unit=unit, year=year, general=general)
        one = budgets.reading(drawn, budgets.sheets(drawn, self.random.choice(("shanghai", "wuxi"))))
        if self.random.random() < 0.6:
            return replace(one, disclosure=replace(one.disclosure, unit=unit, year=year, kind="budget"))
        self._nameless.append(drawn)
        said = replace(one.disclosure, unit=None, year=year, kind="budget", level=None)
        return replace(one, status="quarantined", disclosure=said, doubts=(*one.doubts, _doubt("it names no unit")))

    def _text(self, budget: budgets.Budget) -> Reading:
        """The text of a budget whose forms name no unit: it has no forms, and states their totals."""
        told = desk.reading(figures.report(3), LAYOUT)
        both, basic = sum(budget.total("general", "fund")), budget.total("general", "fund")[0]
        money = [claim for claim in told.prose.claims if claim.role == "value" and claim.counted_in == "万元"]
        claims = [
            replace(claim, number=Number(Decimal(yuan) / 10_000, 2))
            for claim, yuan in zip(money, (both, basic, both - basic), strict=False)
        ]
        said = replace(told.disclosure, unit=budget.unit, year=budget.year, kind="budget")
        prose = replace(told.prose, claims=tuple(claims))
        kept = (_doubt("a budget without tables"),)
        return replace(told, status="registered", forms=(), disclosure=said, prose=prose, doubts=kept)


def _doubt(reason: str) -> Doubt:
    return Doubt(scope="report", page=None, reason=reason, detail="", remedy="look", held=True)


def with_unknown_code(one: Reading) -> Reading:
    """A report that prints one function under a code that no classification has (unknown_code), in all its forms."""
    known, unknown = unknown_code(one)

    def renumber(form: Form) -> Form:
        amounts = (replace(amount, code=unknown) if amount.code == known else amount for amount in form.amounts)
        return replace(form, amounts=tuple(amounts))

    return replace(one, forms=tuple(map(renumber, one.forms)))


def unknown_code(one: Reading) -> tuple[str, str]:
    """The code of a report's last function, and one of the same group that no classification has."""
    known = max(amount.code for form in one.forms for amount in form.amounts if amount.code and len(amount.code) == 7)
    return known, f"{known[:5]}97"
