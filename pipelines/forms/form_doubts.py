"""Form doubts: what is doubtful about one table that is, or claims to be, a form.

Belongs here: cells that claim one meaning, columns and cells not understood, tables without unit or known title.
Does not belong here: what of a report's forms was not read at all (completeness), rows that make no sense (row_meanings).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.doubts import Doubt
from pipelines.forms.forms import Amount
from pipelines.forms.headers import Headed
from pipelines.forms.heading_rows import CODE
from pipelines.forms.recognition import title_of
from pipelines.forms.rows import PrintedRow, strip_ordinal
from pipelines.forms.tables import Table
from pipelines.vocabulary import classification, form_wordings, squeeze

UNKNOWN_TITLE = "a table of codes and amounts under a title not known"
_ADD_WORDING = "look at the page; in a report of your own write it as the form does, else add the wording to pipelines/vocabulary/wordings/columns.csv"
_UNKNOWN = re.compile(r"^[^,。;:、]{3,40}(?<!预算)表$")
_ONE_NUMBER = re.compile(r"^[-−△▲(]?[\d,.，．]+[)%]?$|^#{2,}$")
_POINTS = 2
"""Points of a number with one too many; more are of several numbers."""
_CODED_ROWS = 3
"""Rows with a classification code from which a table belongs to a final account."""


def hold_clashes(amounts: tuple[Amount, ...]) -> tuple[tuple[Amount, ...], list[Doubt]]:
    """Hold amounts that claim one meaning twice: two columns of a row or two rows of one line; one is misread."""
    claims: dict[tuple, list[Amount]] = {}
    for a in amounts:
        if a.mark == "number" and not a.within and not (a.column is None or form_wordings.is_side_column(a.column)):
            where = a.line if a.line not in (None, "total", "class") else a.row
            claims.setdefault((a.panel, where, a.column), []).append(a)
    clashing = [same for same in claims.values() if len({(a.column_number, a.text) for a in same}) > 1]
    held = {(a.panel, a.column_number, a.row if a.line else None) for same in clashing for a in same}
    kept = tuple(
        replace(a, held=True, elsewhere=True)
        if {(a.panel, a.column_number, a.row), (a.panel, a.column_number, None)} & held
        else a
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


def is_one_number(text: str) -> bool:
    """Whether a text that is no clean number stands for one all the same: digits and signs without a gap, or a row of #.

    Anything else may be two numbers or a piece of a name: rows or columns have run together.
    """
    return bool(_ONE_NUMBER.match(text.strip())) and text.count(".") <= _POINTS


def cell_doubts(amounts: Sequence[Amount], rows: Sequence[PrintedRow]) -> Iterator[Doubt]:
    """Yield a doubt for each column of unknown heading, and for each cell that is no clean number.

    A row that is held as a whole has its own doubt, which is enough.
    """
    held_rows = {(row.panel, row.number) for row in rows if row.held}
    unknown: dict[tuple[str, int], Amount] = {}
    for amount in amounts:
        if (
            amount.column is None
            and amount.mark in ("number", "doubtful")
            and (amount.panel, amount.row) not in held_rows
        ):
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
        yield Doubt(scope="column", page=amount.page, reason=reason, detail=amount.text, remedy=_ADD_WORDING, held=True)


def row_doubt(row: PrintedRow) -> Doubt | None:
    """Return the doubt about a row, if there is one."""
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


def unreadable(table: Table, title: str) -> Doubt:
    """Return the doubt about a table under the title of a form whose columns it has not."""
    return Doubt(
        scope="table",
        page=table.page,
        reason="columns do not fit the title",
        detail=title,
        remedy=_ADD_WORDING,
        held=True,
    )


def under_unknown_title(table: Table, headed: Headed, year: int | None) -> Doubt | None:
    """Return the doubt about a table of codes or classes and amounts whose title names no known form."""
    titles = [title_of(t) for t in (*headed.inner_titles, *(line.text for line in reversed(table.above)))][:3]
    title = next((t for t in titles if _UNKNOWN.search(t)), None)
    if title is None or any(w.title.search(title) for w in form_wordings.forms()):
        return None
    leading = [c.number for c in headed.columns if c.kind == "code"]
    coded = [row for row in headed.body for c in row.cells if c.column in leading and CODE.match(squeeze(c.text))]
    classes = [t for row in headed.body for t in row.texts() if _is_class(t, year)]
    if max(len(coded), len(classes)) < _CODED_ROWS or not any(c.kind == "amount" for c in headed.columns):
        return None
    return Doubt(
        scope="table",
        page=table.page,
        reason=f"{UNKNOWN_TITLE}: {title}",
        detail="",
        remedy="look at the page; if it is a statutory form, give it its title in a report of your own, else add the title to pipelines/vocabulary/wordings/forms.csv",
        held=True,
    )


def _is_class(text: str, year: int | None) -> bool:
    """Whether a text is a numbered class (类) of the functional classification: 一、一般公共服务支出."""
    label = strip_ordinal(text)
    return label != text and bool((found := classification.class_by_name(label, year)) and found[1])


def no_unit(table: Table, title: str, lent: str | None) -> Doubt:
    """Return the doubt about a form that prints no money unit; lent: that of the other forms, where its figures are theirs."""
    if lent:
        reason = f"no money unit printed at the table; its figures, if any, are those of forms in {lent}"
        remedy = "look at the page; nothing was changed"
        return Doubt(scope="table", page=table.page, reason=reason, detail=title, remedy=remedy, held=False)
    return Doubt(
        scope="table",
        page=table.page,
        reason="no money unit (单位：万元 or 元) printed at the table",
        detail=title,
        remedy="look at the page; the amounts of this table stay out of the star until its unit is known",
        held=True,
    )
