"""Confirmations: what people have read in held cells of forms, as expectations/confirmed.csv says it.

Belongs here: what a line of that list must say. Does not belong here: how the file is read (lists), which cells are held
(reading), what a confirmed one is from then on (sql/reading/amount.sql).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipelines.lists import read_list, refusal
from pipelines.messages import message
from pipelines.vocabulary import read_number, squeeze

_COLUMNS = ("amount_id", "name", "text", "who", "date")
_BLANK = ("空白", "blank")
"""What is written for a cell in which nothing is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A held cell that a person has looked at: what is printed there, who and when, and the line that says so.

    name: what its row is called, so that a line never falls on another cell once a report is read anew; mark: number, blank or
    dash; value, decimals: of a number.
    """

    amount_id: str
    name: str
    text: str
    mark: str
    value: Decimal | None
    decimals: int | None
    who: str
    date: str
    line: int


def read_confirmations(expectations: Path) -> list[Confirmation]:
    """Read what is confirmed, in the order of the file; nothing where there is none. Raises NotReadable (pipelines.lists)."""
    path = expectations / "confirmed.csv"
    if not path.exists():
        return []
    found: dict[str, Confirmation] = {}
    for line, said in read_list(path, _COLUMNS):
        amount_id = said["amount_id"]
        if not re.fullmatch(r"[0-9a-f]{16}-\S+", amount_id):
            raise refusal(path, line, message("confirmed_no_amount_id", said=amount_id))
        if amount_id in found:
            raise refusal(path, line, message("confirmed_twice", said=amount_id, line=found[amount_id].line))
        text = "" if said["text"] in _BLANK else said["text"]
        printed = read_number(text)
        if printed.mark not in ("number", "dash", "blank"):
            raise refusal(path, line, message("confirmed_no_number", said=said["text"]))
        found[amount_id] = Confirmation(
            amount_id=amount_id, name=squeeze(said["name"]), text=text, mark=printed.mark,
            value=printed.number.value if printed.number else None,
            decimals=printed.number.decimals if printed.number else None,
            who=said["who"], date=said["date"], line=line,
        )  # fmt: skip
    return list(found.values())
