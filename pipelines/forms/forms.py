"""Forms: which statutory table a printed table is, and what each of its money cells means.

Belongs here: recognizing a form by title and columns, its money unit, the meaning of rows and columns, amounts.
Does not belong here: geometry (tables, headers), wordings (CSV), comparing forms with each other (sql/checks).
Source of the forms: 财政部部门决算公开 forms 公开01表–09表, the ministry-university set and Beijing's additions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipelines.doubts import Doubt
from pipelines.forms.headers import Headed, read_header
from pipelines.forms.row_meanings import read_rows
from pipelines.forms.rows import PrintedRow, strip_ordinal
from pipelines.forms.tables import Table
from pipelines.pdf.pages import Box
from pipelines.vocabulary import classification, form_wordings
from pipelines.vocabulary.money_cells import printed_text, read_money_cell
from pipelines.vocabulary.numbers import Number
from pipelines.vocabulary.text import squeeze

_UNIT = re.compile(r"(?:单位|金额)[:：]?\(?(?:人民币)?(亿元|万元|千元|元)|[（(](亿元|万元|千元|元)[)）]")
_UNIT_TAIL = re.compile(r"(金额)?单位[:：].*$|(编制)?(部门|单位)(名称)?[:：].*$|公开\d+表")
UNKNOWN_TITLE = "a table of codes and amounts under a title not known"
_UNKNOWN = re.compile(r"^[^,。;:、]{3,40}(?<!预算)表$")
_CODE = re.compile(r"^\d{3}(\d{2}){0,2}$")
_CODED_ROWS = 3
"""Rows with a classification code that make a table one of a final account."""
_TITLE_EDGE = re.compile(r"[《》“”\"']|\((续|续表)\)$|(?<=表)\(.*\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One money cell of a form: where it stands, what it means, what is printed.

    box in points on `page`; row, column_number: its place in the form, from 0. line and code say what the row means,
    column what the column does; either may be None in a held row. within: a 其中 part of a neighbour, never added.
    mark: what the cell shows (vocabulary.numbers.Printed); number: in `unit` (元, 万元 …; "" where none is printed), None
    unless mark is number. held: the reading is in doubt, the amount stays outside the star.
    """

    form: str
    page: int
    box: Box
    panel: str
    row: int
    column_number: int
    label: str
    code: str | None
    line: str | None
    column: str | None
    heading: str
    within: bool
    text: str
    mark: str
    number: Number | None
    unit: str
    held: bool

    @property
    def key(self) -> str:
        """Its key within the report, the end of reading.amount.amount_id: page, form, panel, row, column."""
        return f"p{self.page:03d}-{self.form}{self.panel[:1]}-r{self.row:03d}-c{self.column_number:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A recognized form with its amounts; status: filled, declared_empty (a note says so), empty.

    repeats: page and box of the cells of rows that a later page prints again.
    """

    key: str
    title: str
    unit: str
    pages: tuple[int, ...]
    status: str
    amounts: tuple[Amount, ...]
    doubts: tuple[Doubt, ...] = field(default=())
    repeats: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Unloaded:
    """A table known by its title that the star does not load (`rows` none in wordings/forms.csv), and its cells' places."""

    title: str
    places: tuple[tuple[int, Box], ...]


def read_form(table: Table, year: int | None) -> Form | Unloaded | Doubt | None:
    """Read a table as a form; a Doubt where it claims to be one and is not readable; None for a table nobody knows."""
    headed = read_header(table)
    title, key = _recognize(table, headed)
    if key is None:
        return _unreadable(table, title) if title else _under_unknown_title(table, headed, year)
    wording = next(w for w in form_wordings.forms() if w.form == key)
    if wording.rows == "none":
        return Unloaded(title, tuple((row.page, cell.box) for row in table.rows for cell in row.cells))
    unit = _unit(table, headed)
    rows = list(read_rows(key, wording.rows, headed, year))
    amounts = tuple(_amounts(key, unit, wording.rows in ("free", "phases"), rows))
    amounts, clashes = _hold_clashes(amounts)
    doubts = [*clashes, *(d for d in (_row_doubt(row) for row in rows) if d), *_cell_doubts(amounts, rows)]
    if unit is None:
        doubts.append(_no_unit(table, title))
    return Form(
        key=key,
        title=title,
        unit=unit or "",
        pages=_pages(table),
        status=_status(table, headed, amounts),
        amounts=amounts,
        doubts=tuple(doubts),
        repeats=tuple((row.page, cell.box) for row in headed.repeats for cell in row.cells),
    )


def title_of(text: str) -> str:
    """A line above a table as a bare title: no quotes, unit, number or brackets after 表."""
    bare = squeeze(text)
    for pattern in (_UNIT_TAIL, _TITLE_EDGE, _TITLE_EDGE):
        bare = pattern.sub("", bare)
    return bare


def _recognize(table: Table, headed: Headed) -> tuple[str, str | None]:
    """The title and form key; ('', None) if no line above is a form's title; (title, None) if columns disagree."""
    titles = [title_of(t) for t in (*headed.inner_titles, *(line.text for line in reversed(table.above)))]
    headings = [c.heading for c in headed.columns if c.kind == "amount"]
    for title in titles[:8]:
        named = [w for w in form_wordings.forms() if w.title.search(title)]
        fitting = [w.form for w in named if _fits(w, headings)]
        if fitting:
            return title, fitting[0]
        if named and "决算" in title and len(headings) > 1:
            return title, None
    return _by_columns(headed, headings)


def _fits(wording: form_wordings.FormWording, headings: Sequence[str]) -> bool:
    keys = {form_wordings.column_key(wording.form, h) for h in headings}
    return set(wording.needs) <= keys


def _by_columns(headed: Headed, headings: Sequence[str]) -> tuple[str, str | None]:
    """A table without a title is still known where its columns belong to one form alone."""
    joined = " ".join(headings)
    marks = {"T2": ("上级补助", "财政拨款"), "T3": ("上缴上级", "基本支出"), "T7": ("接待", "出国")}
    found = [key for key, words in marks.items() if all(word in joined for word in words)]
    has_codes = any(c.kind == "code" for c in headed.columns)
    return (f"({found[0]})", found[0]) if len(found) == 1 and (has_codes or found == ["T7"]) else ("", None)


def _unit(table: Table, headed: Headed) -> str | None:
    texts = [line.text for line in reversed(table.above)]
    texts += [*headed.inner_titles, *(c.heading for c in headed.columns)]
    return next((m[1] or m[2] for t in texts if (m := _UNIT.search(squeeze(t)))), None)


def _status(table: Table, headed: Headed, amounts: Sequence[Amount]) -> str:
    if any(a.number and a.number.value for a in amounts):
        return "filled"
    notes = squeeze("".join([*headed.notes, *(line.text for line in (*table.below, *table.above))]))
    if form_wordings.says("empty_form", notes):
        return "declared_empty"
    return "filled" if any(a.mark == "number" for a in amounts) else "empty"


def _amounts(key: str, unit: str | None, free: bool, rows: Sequence[PrintedRow]) -> Iterator[Amount]:
    for row in rows:
        known = free or row.code or row.line
        for cell in row.cells:
            read = read_money_cell(cell.text)
            printed, own_unit = read.printed, read.unit or unit
            held = row.held or own_unit is None or not known or cell.column is None or printed.mark == "doubtful"
            yield Amount(
                form=key, page=row.page, box=cell.box, panel=row.panel, row=row.number, column_number=cell.number,
                label=row.label, code=row.code, line=row.line, column=cell.column, heading=cell.heading, within=cell.within,
                text=printed_text(cell.text), mark=printed.mark, number=printed.number, unit=own_unit or "", held=held,
            )  # fmt: skip


def _hold_clashes(amounts: tuple[Amount, ...]) -> tuple[tuple[Amount, ...], list[Doubt]]:
    """Hold what claims one meaning twice: two columns of a row, or two rows of one line; one of them is misread."""
    claims: dict[tuple, list[Amount]] = {}
    for a in amounts:
        if a.mark == "number" and not a.within and not (a.column is None or form_wordings.is_side_column(a.column)):
            where = a.line if a.line not in (None, "total", "class") else a.row
            claims.setdefault((a.panel, where, a.column), []).append(a)
    clashing = [same for same in claims.values() if len({(a.column_number, a.text) for a in same}) > 1]
    held = {(a.panel, a.column_number, a.row if a.line else None) for same in clashing for a in same}
    kept = tuple(
        replace(a, held=True) if {(a.panel, a.column_number, a.row), (a.panel, a.column_number, None)} & held else a
        for a in amounts
    )
    remedy = "look at the page; make the wordings in pipelines/vocabulary/wordings tell them apart"
    reasons = {
        f"two cells claim one meaning: {' · '.join(sorted({a.label + ' ' + a.heading for a in same}))}": same[0]
        for same in clashing
    }
    return kept, [
        Doubt(scope="column", page=a.page, reason=reason, detail=a.text, remedy=remedy, held=True)
        for reason, a in reasons.items()
    ]


def _cell_doubts(amounts: Sequence[Amount], rows: Sequence[PrintedRow]) -> Iterator[Doubt]:
    """One doubt for each column whose heading is not known, and for each cell that is no clean number.

    Of a row that is held as a whole its own doubt is enough.
    """
    told = {(row.panel, row.number) for row in rows if row.held}
    unknown: dict[tuple[str, int], Amount] = {}
    for amount in amounts:
        if amount.column is None and amount.mark in ("number", "doubtful") and (amount.panel, amount.row) not in told:
            unknown.setdefault((amount.panel, amount.column_number), amount)
        elif amount.mark == "doubtful":
            yield Doubt(
                scope="cell",
                page=amount.page,
                reason=f"not a clean number: {amount.text}",
                detail=amount.label,
                remedy="look at the page",
                held=True,
            )
    for amount in unknown.values():
        reason = f"column heading not known: {amount.heading or '(blank)'}"
        remedy = "look at the page; add the wording to pipelines/vocabulary/wordings/columns.csv"
        yield Doubt(scope="column", page=amount.page, reason=reason, detail=amount.text, remedy=remedy, held=True)


def _row_doubt(row: PrintedRow) -> Doubt | None:
    if row.doubt is None:
        return None
    shown = " ".join(squeeze(c.text) for c in row.cells if squeeze(c.text))
    return Doubt(
        scope="row",
        page=row.page,
        reason=row.doubt,
        detail=f"{row.label} {shown}".strip(),
        remedy=row.remedy,
        held=row.held,
    )


def _unreadable(table: Table, title: str) -> Doubt:
    return Doubt(
        scope="table",
        page=table.page,
        reason="columns do not fit the title",
        detail=title,
        remedy="look at the page; add the column wording to pipelines/vocabulary/wordings/columns.csv",
        held=True,
    )


def _under_unknown_title(table: Table, headed: Headed, year: int | None) -> Doubt | None:
    """A table of classification codes, or classes by name, and amounts under a line like a title that names no known form."""
    titles = [title_of(t) for t in (*headed.inner_titles, *(line.text for line in reversed(table.above)))][:3]
    title = next((t for t in titles if _UNKNOWN.search(t)), None)
    if title is None or any(w.title.search(title) for w in form_wordings.forms()):
        return None
    leading = [c.number for c in headed.columns if c.kind == "code"]
    coded = [row for row in headed.body for c in row.cells if c.column in leading and _CODE.match(squeeze(c.text))]
    classes = [t for row in headed.body for t in row.texts() if _is_class(t, year)]
    if max(len(coded), len(classes)) < _CODED_ROWS or not any(c.kind == "amount" for c in headed.columns):
        return None
    return Doubt(
        scope="table",
        page=table.page,
        reason=f"{UNKNOWN_TITLE}: {title}",
        detail="",
        remedy="look at the page; if it is a statutory form, add the title to pipelines/vocabulary/wordings/forms.csv",
        held=True,
    )


def _is_class(text: str, year: int | None) -> bool:
    """Whether a text is a numbered class (类) of the functional classification: 一、一般公共服务支出."""
    label = strip_ordinal(text)
    return label != text and bool((found := classification.class_by_name(label, year)) and found[1])


def _no_unit(table: Table, title: str) -> Doubt:
    return Doubt(
        scope="table",
        page=table.page,
        reason="no money unit (单位：万元 or 元) printed at the table",
        detail=title,
        remedy="look at the page; the amounts of this table stay out of the star until its unit is known",
        held=True,
    )


def _pages(table: Table) -> tuple[int, ...]:
    return tuple(sorted({row.page for row in table.rows}))
