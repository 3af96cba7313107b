"""How something is drawn into the cells of figures.

Belongs here: choosing cells, drawing in them, noting what they show then.
Does not belong here: a kind of damage.
"""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from pypdf import PdfWriter

from pipelines.forms.forms import Amount
from tests.support.faults.damages.base import Base, place
from tests.support.faults.damages.changing import add, writer_of, written


def number(random: Random) -> str:
    """An amount of 0.10 to 1,000.00, as printed."""
    return f"{random.randrange(10, 100_000) / 100:,.2f}"


def another(random: Random, text: str) -> str:
    """A digit that a number does not have, or has less than others."""
    return min(random.sample("123456789", 9), key=text.count)


def in_cells(
    base: Base, random: Random, drawn: Callable[..., str], blank: bool = False, shows: str = "the old"
) -> bytes:
    """Draw something in up to three cells of figures (or blank cells): drawn(x, y, width, height, place of the old text).

    shows: what the cell shows then: the old, the new, nothing sure.
    """
    writer = writer_of(base)
    found = upright(base, writer, blank)
    for amount in random.sample(found, min(len(found), random.choice((1, 3)))):
        page = writer.pages[amount.page - 1]
        height = float(page.mediabox.height)
        x0, top, x1, bottom = amount.box
        operators = drawn(x0, height - bottom, x1 - x0, bottom - top, old_text(amount, height, random))
        add(writer, page, operators)
        if shows != "the old":
            base.shown[place(amount)] = re.findall(r"\((.*?)\) Tj", operators)[-1] if shows == "the new" else None
    return written(writer)


def upright(base: Base, writer: PdfWriter, blank: bool) -> list[Amount]:
    """The cells with a number (or the blank ones) on pages that are neither turned nor shifted."""
    amounts = [a for form in base.reading.forms for a in form.amounts if (a.mark == "blank") == blank]
    pages = [writer.pages[a.page - 1] for a in amounts]
    return [
        a for a, page in zip(amounts, pages, strict=True)
        if (blank or (a.number and a.number.value)) and not page.rotation and not any(page.mediabox[:2])
    ]  # fmt: skip


class OldText(NamedTuple):
    """Where the text of a cell stands, in points from the lower left corner of the page, and what it is."""

    left: float
    base_line: float
    right: float
    text: str


def old_text(amount: Amount, height: float, random: Random) -> OldText:
    """The text of a cell as it is most likely printed: to the right, or now and then in the middle."""
    x0, top, x1, bottom = amount.box
    width, base_line = 4.5 * len(amount.text), height - (top + bottom) / 2 - 3
    if random.random() < 0.7:
        return OldText(max(x0, x1 - 2 - width), base_line, max(x0, x1 - 2), amount.text)
    middle = (x0 + x1) / 2
    return OldText(middle - width / 2, base_line, middle + width / 2, amount.text)
