"""Row slips: what clerks do to the rows and columns of forms: exchange, shift, leave out, type twice, miscode, count in another unit.

Belongs here: drawing such slips in the forms of a report. Does not belong here: the places typed (retyping), slips of the prose (text_slips).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from random import Random

from pipelines.forms import Amount, Form
from pipelines.pdf.pages import Cell
from pipelines.reading.readings import Reading
from pipelines.vocabulary import squeeze
from tests.support.faults.retyping import Row, Slip, Typed

Rows = Sequence[Sequence[Amount]]


def _rows(form: Form) -> list[list[Amount]]:
    """The rows of a form that hold an amount, each from left to right; none of it held."""
    rows: dict[tuple[str, int], list[Amount]] = defaultdict(list)
    for amount in form.amounts:
        rows[amount.panel, amount.row].append(amount)
    found = [sorted(row, key=lambda a: a.column_number) for row in rows.values()]
    return [row for row in found if any(_value(a) for a in row) and not any(a.held for a in row)]


def _value(amount: Amount) -> bool:
    return bool(amount.number and amount.number.value)


def typed(amount: Amount, new: str) -> Typed:
    """An amount with another text in its cell."""
    old = amount.text if amount.number else ""
    return Typed(page=amount.page, box=amount.box, new=new, is_cell=True, old=old, counted_in=amount.counted_in)


def _where(row: Sequence[Amount]) -> str:
    return f"{row[0].form} {row[0].label} {row[0].code or ''} r{row[0].row}"


def exchanged(form: Form, random: Random) -> Iterator[Slip]:
    """Amounts of a row beside the name of the next, and the other way about."""
    items = [row for row in _rows(form) if row[0].code]
    for one, other in pairwise(items):
        if len(one) != len(other) or len(one[0].code or "") != len(other[0].code or ""):
            continue
        pairs = [(a, b) for a, b in zip(one, other, strict=True) if a.text != b.text]
        if pairs and all(a.column_number == b.column_number for a, b in pairs):
            cells = [cell for a, b in pairs for cell in (typed(a, b.text), typed(b, a.text))]
            yield Slip(kind="01 rows exchanged", typed=tuple(cells), told=f"{_where(one)} ↔ {_where(other)}")


def shifted(form: Form, random: Random) -> Iterator[Slip]:
    """The amounts of a row one column further to the right, behind its total."""
    for row in _rows(form):
        parts = row[1:]
        if len(parts) > 1 and row[0].code and _value(parts[0]) and not _value(parts[-1]):
            texts = ["", *(a.text for a in parts[:-1])]
            cells = [typed(a, text) for a, text in zip(parts, texts, strict=True) if a.text != text]
            if cells and all(_value(a) or text for a, text in zip(parts, texts, strict=True) if a.text != text):
                yield Slip(kind="02 column shifted", typed=tuple(cells), told=_where(row))


def left_out(form: Form, random: Random) -> Iterator[Slip]:
    """A functional row that is not there while all totals stay."""
    for row in _rows(form):
        if row[0].code and len(row[0].code) == 7:
            yield Slip(
                kind="03a row left out", typed=(Row(page=row[0].page, box=row[0].box, copies=0),), told=_where(row)
            )


def twice(form: Form, random: Random) -> Iterator[Slip]:
    """A functional row that is printed twice."""
    for row in _rows(form):
        if row[0].code and len(row[0].code) in (5, 7):
            cells = tuple((row[0].page, a.box) for a in row)
            again = Row(page=row[0].page, box=row[0].box, copies=2)
            yield Slip(kind="03b row twice", typed=(again,), wrong=cells, told=_where(row))


def miscoded(form: Form, reading: Reading) -> Iterator[Slip]:
    """A row with the code, or the name, of another one of its level."""
    cells = _row_cells(reading)
    items = [row for row in _rows(form) if row[0].code]
    for one in items:
        own = one[0].code or ""
        others = [r for r in items if len(r[0].code or "") == len(own) and (r[0].code or "")[:3] != own[:3]]
        beside = cells.get((one[0].page, one[0].box), [])
        code = next((c for c in beside if squeeze(c.text) == one[0].code), None)
        name = next((c for c in beside if c.text and squeeze(c.text) == squeeze(one[0].label)), None)
        wrong = tuple((a.page, a.box) for a in one)
        for other in others[-1:]:
            if code:
                cell = Typed(page=one[0].page, box=code.box, new=other[0].code or "", is_cell=True)
                yield Slip(kind="04a other code", typed=(cell,), wrong=wrong, told=f"{_where(one)} → {other[0].code}")
            if name:
                cell = Typed(page=one[0].page, box=name.box, new=other[0].label, is_cell=True)
                yield Slip(kind="04b other name", typed=(cell,), wrong=wrong, told=f"{_where(one)} → {other[0].label}")
        if code and one[0].code and len(one[0].code) == 7:
            new = one[0].code[:5] + f"{(int(one[0].code[5:]) + 1) % 100:02}"
            cell = Typed(page=one[0].page, box=code.box, new=new, is_cell=True)
            yield Slip(kind="04c code one off", typed=(cell,), wrong=wrong, told=f"{_where(one)} → {new}")


def _row_cells(reading: Reading) -> dict[tuple[int, tuple], list[Cell]]:
    found: dict[tuple[int, tuple], list[Cell]] = {}
    for page in reading.document.pages:
        for grid in page.grids:
            by_row: dict[int, list[Cell]] = defaultdict(list)
            for cell in grid.cells:
                by_row[cell.row].append(cell)
            found |= {(page.number, cell.box): by_row[cell.row] for cell in grid.cells}
    return found


def without_part(form: Form, random: Random) -> Iterator[Slip]:
    """The amount of a part that is not printed: a blank cell."""
    for row in _rows(form):
        for amount in row[1:]:
            if _value(amount) and len([a for a in row[1:] if _value(a)]) > 1:
                told = f"{_where(row)} {amount.heading} {amount.text}"
                yield Slip(kind="12a part blank", typed=(typed(amount, ""),), told=told)


def other_unit(form: Form, reading: Reading) -> Iterator[Slip]:
    """A form that says 万元 over amounts in 元, or the other way about: the word above one of its pages."""
    wrong = tuple((a.page, a.box) for a in form.amounts)
    for page in reading.document.pages:
        if page.number not in form.pages:
            continue
        for line in page.lines:
            text = "".join(squeeze(c)[:1] or " " for c in line.text)
            if (match := re.search(r"单位\s*:\s*(万元|元)", text)) and len(line.spans) == len(line.text):
                new = "元" if match[1] == "万元" else "万元"
                box = (
                    line.spans[match.start(1)][0], line.box[1], line.spans[match.end(1) - 1][1], line.box[3],
                )  # fmt: skip
                cell = Typed(page=page.number, box=box, new=new, is_cell=False)
                yield Slip(kind="05a unit of a form", typed=(cell,), wrong=wrong, told=f"{form.key} {match[1]} → {new}")


def _pointed(text: str, random: Random) -> str | None:
    bare = text.replace(",", "")
    if not re.fullmatch(r"-?\d{2,}\.\d\d", bare):
        return None
    at = bare.index(".") + random.choice((-1, 1))
    digits = bare.replace(".", "")
    new = digits[:at] + "." + digits[at:]
    return new if re.fullmatch(r"-?\d+\.\d+", new) else None


def pointed(form: Form, random: Random) -> Iterator[Slip]:
    """A decimal point a digit too far to the left or right."""
    for row in _rows(form):
        for amount in row:
            if _value(amount) and (new := _pointed(squeeze(amount.text), random)):
                yield Slip(
                    kind="06a point displaced", typed=(typed(amount, new),), told=f"{_where(row)} {amount.text} → {new}"
                )


def comma(form: Form, random: Random) -> Iterator[Slip]:
    """A comma a digit too far, or where the decimal point belongs."""
    for row in _rows(form):
        for amount in row:
            bare = squeeze(amount.text).replace(",", "")
            if _value(amount) and re.fullmatch(r"\d{4,}\.\d\d", bare):
                at = len(bare) - 6
                news = (
                    bare[: at - 1] + "," + bare[at - 1 :],
                    f"{int(bare[:-3]):,},{bare[-2:]}",
                    f"{bare[:at]}.{bare[at:]}",
                )
                new = random.choice(news)
                yield Slip(
                    kind="06b comma misplaced", typed=(typed(amount, new),), told=f"{_where(row)} {amount.text} → {new}"
                )


def minus_lost(form: Form, random: Random) -> Iterator[Slip]:
    """A change below zero that is printed without its sign."""
    for row in _rows(form):
        for amount in row:
            if amount.number and amount.number.value < 0:
                new = re.sub(r"[-−－()（）]", "", amount.text)
                yield Slip(
                    kind="10a minus lost", typed=(typed(amount, new),), told=f"{_where(row)} {amount.text} → {new}"
                )


def slips(reading: Reading, random: Random) -> Iterator[Slip]:
    """Every slip that the forms of a report have a place for."""
    plain: tuple[Callable[[Form, Random], Iterator[Slip]], ...] = (
        exchanged, shifted, left_out, twice, without_part, pointed, comma, minus_lost,
    )  # fmt: skip
    for form in reading.forms:
        for kind in plain:
            yield from kind(form, random)
        yield from miscoded(form, reading)
        yield from other_unit(form, reading)
