"""What a damage is: a function from a sound report to the bytes of a damaged one.

Belongs here: the sound report, where a figure belongs, how a module registers its kinds.
Does not belong here: any kind; the registry of all (the package itself).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from pipelines.forms.forms import Amount
from pipelines.reading.readings import Reading

Place = tuple[str, str, str, str, str]
"""A cell of a form: form, panel, line, code, column."""


@dataclass(frozen=True)
class Base:
    """A sound report: its file, bytes and reading; `shown` takes what a damage makes a cell print (None: nothing sure)."""

    path: Path
    content: bytes
    reading: Reading
    shown: dict[Place, str | None] = field(default_factory=dict)

    def figures(self) -> list[Amount]:
        """The numbers of its forms."""
        return [a for form in self.reading.forms for a in form.amounts if a.number and a.number.value]


def place(amount: Amount) -> Place:
    """Where a figure belongs, by what the form says and not by where it is printed."""
    return amount.form, amount.panel, amount.line or "", amount.code or "", amount.column or ""


Damage = Callable[[Base, Random], bytes]
Kind = tuple[str, Damage]
"""Group of a kind of damage, and its function."""


def registrar(kinds: dict[str, Kind]) -> Callable[[str], Callable[[Damage], Damage]]:
    """A decorator that notes a damage with its group in `kinds`, under its function's name."""

    def kind(group: str) -> Callable[[Damage], Damage]:
        def register(damage: Damage) -> Damage:
            kinds[damage.__name__.replace("_", " ")] = group, damage
            return damage

        return register

    return kind
