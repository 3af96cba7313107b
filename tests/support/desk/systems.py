"""Small systems of amounts and identities, written by hand, and the stories their violations tell.

Belongs here: printed amounts, sums over them, a table of two rows and their sum.
Does not belong here: systems out of a warehouse (tests/studies/measure_suspects.py), what should be found (tests/findings/test_suspects.py).
"""

from decimal import Decimal

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Printed, Quotient, Term, sum_demands
from pipelines.findings.localization.story import Story, Violation
from pipelines.findings.localization.suspects import stories

HALF = Decimal("0.005")


def amount(name: str, value: str, form: str = "T3", row: int = 0, column: int = 0, report: str = "r") -> Printed:
    """A number printed with two decimals in 元."""
    return Printed(
        amount_id=name,
        report_id=report,
        value=Decimal(value),
        half=HALF,
        text=value,
        counted_in="元",
        decimals=2,
        form=form,
        panel="",
        row=row,
        column=column,
        name=f"{form} {name}",
    )


def equation(printed: dict[str, Printed], identity: str, total: str, *parts: str, relation: str = "=") -> list[Term]:
    """total = Σ parts."""
    sides = [("total", total), *(("part", part) for part in parts)]
    values = {a: None if printed[a].is_blank else printed[a].value for _, a in sides}
    return [
        Term(
            identity_id=identity,
            instance="",
            relation=relation,
            side=side,
            weight=1,
            amount_id=a,
            value=values[a],
            half=HALF,
        )
        for side, a in sides
    ]


def system(amounts: list[Printed], sums: dict[str, tuple[str, ...]], quotients: tuple[Quotient, ...] = ()) -> System:
    """The system of identity → (total, part, …)."""
    printed = {a.amount_id: a for a in amounts}
    terms = [term for identity, (total, *parts) in sums.items() for term in equation(printed, identity, total, *parts)]
    return System(report_id="r", printed=printed, sums=tuple(sum_demands(terms)), quotients=quotients)


def stories_in(one: System) -> list[Story]:
    """The stories of a system whose violations are its broken instances."""
    return stories(one, [Violation(*key, "error") for key in one.broken])


def table(*texts: str) -> list[Printed]:
    """Two rows and their sum in three columns, the first the sum of the others: a0 a1 a2 / b0 b1 b2 / t0 t1 t2."""
    names = [row + column for row in "abt" for column in "012"]
    return [
        amount(name, text, row="abt".index(name[0]), column=int(name[1]))
        for name, text in zip(names, texts, strict=True)
    ]


GRID = {
    "row a": ("a0", "a1", "a2"), "row b": ("b0", "b1", "b2"), "row t": ("t0", "t1", "t2"),
    "column 0": ("t0", "a0", "b0"), "column 1": ("t1", "a1", "b1"), "column 2": ("t2", "a2", "b2"),
}  # fmt: skip
