"""Completeness: what of a report's forms was not read, as doubts: nothing of a form may go missing without a word.

Belongs here: forms cut short, titles without a table, a rest without a title, numbers beside a form.
Does not belong here: pages on which no form could be read (page_doubts), putting forms together (form_set), reading one (form_reader), which
forms a report must have (sql/checks).
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import takewhile

from pipelines.doubts import Doubt
from pipelines.forms.budget_titles import bare_title, is_listing, names_budget_form
from pipelines.forms.continuations import has_columns_of
from pipelines.forms.forms import Form
from pipelines.forms.furniture import is_label
from pipelines.forms.layout import Layout, PageLayout
from pipelines.forms.recognition import title_of
from pipelines.forms.row_meanings import count_amounts, holds_amount
from pipelines.forms.tables import Table
from pipelines.pdf import Box, Line, Page
from pipelines.vocabulary import form_wordings, squeeze

_STANDS_ALONE = re.compile(
    r"^(表?[一二三四五六七八九十\d]+[、:.：]?|公开\d+表|20\d\d年?度?)?[^,。;:、]*决算[^,。;:、]*表$|^[^,。;:、]*情况表$"
)
_ROW_ALONE = re.compile(r"^[^\d,。;:]{0,8}(合计|总计|小计)([\d,.\-—/]+)$")
"""A 合计 row that stands outside the frame: its words and amounts, nothing else."""
_ENDS_IN_AMOUNT = re.compile(r"(\.\d{2,}|,\d{3})\s*$")
"""A line of a table; sentences end in a unit or a mark."""
_SENTENCE = re.compile(r"[。;:]|,(?!\d{3})")
"""What a sentence has, and a row of a table has not."""
_REST = 3
"""Amounts from which an untitled table after a form matters."""
_ENDS = {
    "T1": ({"income_grand_total", "expenditure_grand_total"},),
    "T4": ({"income_grand_total", "expenditure_grand_total"},),
    "T2": ({"total"},),
    "T3": ({"total"},),
    "T5": ({"total"},),
    "B5": ({"total"},),
    "T6": ({"personnel_total", "public_total"}, {"total"}),
}
"""Rows of which every publisher prints one set in a form: 总计 on both sides, 合计, or 人员经费合计 and 公用经费合计."""


def forms_cut_short(forms: Sequence[Form]) -> list[Doubt]:
    """Find forms without a row that none lacks: a page of them is missing, or not where it should be."""
    doubts = []
    for form in forms:
        lines = {a.line for a in form.amounts}
        if lines and not any(lines >= ends for ends in _ENDS.get(form.key, (set(),))):
            doubts.append(
                Doubt(
                    scope="table",
                    page=form.pages[-1],
                    reason=f"no 合计 or 总计 was read in {form.key}",
                    detail=form.title,
                    remedy="look at the page and the next; a page may be missing or out of its order",
                    held=False,
                    form=form.key,
                )
            )
    return doubts


def titles_alone(
    layout: Layout, forms: Container[str], kind: str | None, known: Container[str] = ()
) -> Iterator[Doubt]:
    """Find forms whose title is printed and whose table was not read: our fault, not a missing form; known: titles of tables that were read, or are known and not loaded."""
    titled: dict[str, tuple[int, str]] = {}
    of_budget = kind == form_wordings.BUDGET
    for page in layout.pages:
        if not page.is_contents and (not of_budget or _has_tables(page)):
            texts = page.texts if of_budget else [*page.texts, *_texts_across(page.page)]
            for title in ((bare_title if of_budget else title_of)(text) for text in texts if len(text) <= 45):
                if title in known or not (names_budget_form(title) if of_budget else _STANDS_ALONE.search(title)):
                    continue
                named = next((w for w in form_wordings.forms(kind) if w.title.search(title)), None)
                if named and named.rows != "none":
                    titled.setdefault(named.form, (page.number, title))
    for key, (number, title) in titled.items():
        if key not in forms:
            yield Doubt(
                scope="table",
                page=number,
                reason=f"the title of {key} is printed, its table was not read",
                detail=title,
                remedy="look at the page; a table without rules, cut in columns or run together with another is not read",
                held=True,
                form=key,
            )


def _texts_across(page: Page) -> Iterator[str]:
    """Yield the lines of cells as wide as their grid: tables without vertical rules, one below the other, may be one grid."""
    for grid in page.grids:
        wide = (cell.text for cell in grid.cells if cell.column_span == len(grid.edges) - 1 and cell.text)
        yield from (squeeze(line) for text in wide for line in text.split("\n"))


def _has_tables(page: PageLayout) -> bool:
    """Whether a page of a budget has a table that is no list of its forms, or rows of one in no frame that we see."""
    if any(not is_listing(grid, False) for grid in page.page.grids):
        return True
    rows = (line.text for line in page.body if _ENDS_IN_AMOUNT.search(line.text))
    return sum(max(1, count_amounts(row)) for row in rows) >= _REST


def untitled_rest(before: Form, table: Table, edges: Sequence[float]) -> Iterator[Doubt]:
    """Yield the doubt about an unread table on the pages right after a form, if it is most likely a part of that form.

    edges: the boundaries of the form's columns.
    """
    is_blank = before.status == "empty" and table.page in before.pages
    if _is_rest(table, before.key, edges, is_blank):
        yield Doubt(
            scope="table",
            page=table.page,
            reason=f"a table without a title follows {before.key} and was not read",
            detail=before.title,
            remedy="look at the page; the form may go on there under other columns",
            held=True,
            form=before.key,
        )


def _is_rest(table: Table, before: str, edges: Sequence[float], is_blank: bool) -> bool:
    """Whether a table holds amounts and has no line but labels and rows above it, or just the columns of the form.

    is_blank: of the form nothing but its heading was read, on this page; a part of that may stand between.
    A table without vertical rules whose columns are not sure is one column wide; its first row may stand above it.
    """
    texts = [squeeze(line.text) for line in table.above]
    of_budget = form_wordings.is_of_budget(before)
    is_titled = any(
        _STANDS_ALONE.search(title_of(text)) or (of_budget and names_budget_form(bare_title(text))) for text in texts
    )
    is_alike = table.is_unsure or has_columns_of(edges, table.edges)
    is_heading = is_blank and not any(_SENTENCE.search(text) for text in texts)
    if is_titled or not (is_alike or is_heading or all(is_label(text) or _is_row(text) for text in texts)):
        return False
    return sum(count_amounts(c.text) for row in table.rows for c in row.cells) >= (1 if of_budget else _REST)


def numbers_beside(layout: Layout, forms: Iterable[Form]) -> Iterator[Doubt]:
    """Find forms with numbers beside or below their rows, or a 合计 on the next page, in no cell: a column or a row without a rule."""
    for form in forms:
        rows: dict[int, list[Box]] = {}
        for amount in form.amounts:
            rows.setdefault(amount.page, []).append(amount.box)
        after = max(rows, default=-1) + 1
        for page in layout.pages:
            if page.number not in rows and (page.number != after or page.page.grids):
                continue
            found = [
                line.text for line in page.body
                if holds_amount(squeeze(line.text))
                and (_is_level(line, rows.get(page.number, ())) or _ROW_ALONE.match(squeeze(line.text)))
            ]  # fmt: skip
            if found:
                yield Doubt(
                    scope="table",
                    page=page.number,
                    reason=f"numbers stand beside the rows of {form.key}, in none of its cells",
                    detail=" · ".join(found),
                    remedy="look at the page; a column or a row without rules is not read",
                    held=True,
                    form=form.key,
                )


def numbers_below(layout: Layout, forms: Iterable[Form]) -> Iterator[Doubt]:
    """Find forms of which a heading alone was read, with rows of numbers below it: their rules were not seen, and they are not blank."""
    for form in forms:
        if any(amount.number for amount in form.amounts):
            continue
        for page in layout.pages:
            if page.number in form.pages and (rows := _rows_below(page, form.title)):
                yield Doubt(
                    scope="table",
                    page=page.number,
                    reason=f"numbers stand below the heading of {form.key}, in none of its cells",
                    detail=" · ".join(rows),
                    remedy="look at the page; a column or a row without rules is not read",
                    held=True,
                    form=form.key,
                )


def _rows_below(page: PageLayout, title: str) -> list[str]:
    """Return the rows below a title, or else below the only grid of a page, up to the next title, if they are a table's."""
    grids = page.page.grids
    heads = [line.box[3] for line in page.body if title and title_of(line.text) == title]
    top = min([*heads, *(grid.box[3] for grid in grids if len(grids) == 1)], default=None)
    if not grids or top is None:
        return []
    below = sorted((line for line in page.body if line.box[1] >= top), key=lambda line: line.box[1])
    rows = takewhile(lambda text: not _STANDS_ALONE.search(squeeze(text)), (line.text for line in below))
    found = [text for text in rows if _is_row(squeeze(text))]
    return found if sum(max(1, count_amounts(text)) for text in found) >= _REST else []


def _is_row(text: str) -> bool:
    """Whether a line is the row of a table: it ends in an amount, and has nothing of a sentence."""
    return bool(_ENDS_IN_AMOUNT.search(text)) and not _SENTENCE.search(text)


def _is_level(line: Line, boxes: Sequence[Box]) -> bool:
    middle = (line.box[1] + line.box[3]) / 2
    return any(box[1] < middle < box[3] for box in boxes)
