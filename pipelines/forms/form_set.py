"""Form sets: the statutory forms of one report, each once.

Belongs here: forms put together from their pages, forms declared empty.
Does not belong here: one table as a form (form_reader), the grids (tables), what was not read (completeness, page_doubts), which forms a report must have (sql/checks).
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipelines.doubts import Doubt
from pipelines.forms.broken_rows import broken_rows
from pipelines.forms.completeness import numbers_below, numbers_beside, titles_alone, untitled_rest
from pipelines.forms.form_doubts import UNKNOWN_TITLE
from pipelines.forms.form_reader import places_of, read_form
from pipelines.forms.forms import Form, Unloaded
from pipelines.forms.layout import Layout
from pipelines.forms.lent_units import units_lent
from pipelines.forms.misread_names import misread_names
from pipelines.forms.page_doubts import blank_pages, garbled_pages, scanned_pages, shattered_pages
from pipelines.forms.page_order import Disorder, disorders, page_doubts
from pipelines.forms.tables import Table, join_tables
from pipelines.forms.unsure_cells import hold_unsure
from pipelines.vocabulary import form_wordings, squeeze

_WHOLE_SETS = ({"T1", "T2", "T3", "T4", "T5", "T6"}, {"T1", "T2", "T3", "U4"})
"""Sets of forms that are complete: a table under another title is then one that the publisher adds."""
_BUDGET_SET = {"P1", "P2", "P3", "P4", "P5", "P6"}
"""Forms of a budget that make a whole set."""
_TARGETS = re.compile(r"^绩效目标")
_TARGETED = "绩效目标表"
"""Heading of a column by which a list of projects and their targets is known, and what such a list is called."""
_LINES = 3
"""Lines of a text with a box behind each, from which on they are no rest of a table."""
_OF_GENERAL_BUDGET = "一般公共预算"
_STANDS_FOR = {"B5": "T5", "U6": "T6", "U7": "T7"}
"""A form that stands for another one in a set without that one: it covers more funds, or more beside."""


@dataclass(frozen=True, slots=True)
class FormSet:
    """The forms of a report, what is doubtful about them or about tables that may be forms, the known tables left out, the pages that are missing or out of order."""

    forms: tuple[Form, ...]
    doubts: tuple[Doubt, ...]
    unloaded: tuple[Unloaded, ...] = ()
    disorders: tuple[Disorder, ...] = ()


def read_forms(layout: Layout, year: int | None, kind: str | None = None) -> FormSet:
    """Read the tables of a report of a fiscal year as forms, each once; kind: of disclosure, a budget has its own forms."""
    forms, doubts, unloaded = _read_tables(layout, year, kind, {})
    if lent := units_lent(forms):
        forms, doubts, unloaded = _read_tables(layout, year, kind, lent)
    for other, key in _STANDS_FOR.items():
        if other in forms and key not in forms:
            forms[key] = _rename(forms.pop(other), key)
    forms, unsure = hold_unsure(forms, [laid.page for laid in layout.pages])
    if forms:
        forms |= {
            form.key: form for form in _find_declared_empty(layout, forms, "P" if kind == form_wordings.BUDGET else "T")
        }
    found = (*disorders(layout), *broken_rows(forms.values()))
    doubts += [*unsure, *_not_read(layout, forms, kind, unloaded), *page_doubts(found, forms.values())]
    if not any(whole <= forms.keys() for whole in (*_WHOLE_SETS, _BUDGET_SET)):
        doubts += scanned_pages(layout)
    else:
        doubts = [doubt for doubt in doubts if not doubt.reason.startswith(UNKNOWN_TITLE)]
    doubts = list(misread_names([*(d for form in forms.values() for d in form.doubts), *doubts], layout))
    return FormSet(tuple(forms.values()), tuple(doubts), tuple(unloaded), found)


class _TablesRead(NamedTuple):
    """The forms by their keys, what is doubtful about tables, those known and not loaded."""

    forms: dict[str, Form]
    doubts: list[Doubt]
    unloaded: list[Unloaded]


def _read_tables(layout: Layout, year: int | None, kind: str | None, lent: Mapping[str, str]) -> _TablesRead:
    """Read each table of a report; lent: form → its money unit where it prints none."""
    forms: dict[str, Form] = {}
    doubts: list[Doubt] = []
    unloaded: list[Unloaded] = []
    before: Form | None = None
    reached = 0
    edges: Sequence[float] = ()
    for table in join_tables(layout, kind):
        result = read_form(table, year, kind, lent)
        if result is None and kind == form_wordings.BUDGET:
            result = _known_by_place(table, unloaded[-1:])
        if isinstance(result, Doubt):
            doubts.append(result)
        elif isinstance(result, Unloaded):
            unloaded.append(result)
        elif isinstance(result, Form) and _is_narrower(forms.get(result.key), result):
            unloaded.append(Unloaded(result.title, places_of(table)))
        elif isinstance(result, Form):
            doubts += _add(forms, result)
        elif before and table.page - reached in (0, 1):
            doubts += untitled_rest(before, table, edges)
            reached = table.rows[-1].page
        if result is not None:
            before, reached = (result, result.pages[-1]) if isinstance(result, Form) else (None, 0)
            edges = table.edges
    return _TablesRead(forms, doubts, unloaded)


def _not_read(
    layout: Layout, forms: Mapping[str, Form], kind: str | None, unloaded: Sequence[Unloaded]
) -> Iterator[Doubt]:
    """Yield the doubts about what of a report's forms may not have been read."""
    yield from titles_alone(
        layout, forms, kind, {*(table.title for table in unloaded), *(form.title for form in forms.values())}
    )
    yield from numbers_beside(layout, forms.values())
    yield from numbers_below(layout, forms.values())
    yield from blank_pages(layout, forms.values())
    yield from shattered_pages(layout)
    yield from garbled_pages(layout)


def _known_by_place(table: Table, before: Sequence[Unloaded]) -> Unloaded | None:
    """Return a table of a budget without a title as one that is known and not loaded: a list of targets, or the rest of one."""
    heads = [text for row in table.rows[:2] for text in row.texts()]
    if any(_TARGETS.search(text) for text in heads):
        return Unloaded(_TARGETED, places_of(table))
    goes_on = not _is_shaded_text(table) and any(table.page - one.last in (0, 1) for one in before)
    return Unloaded(before[0].title, places_of(table)) if goes_on else None


def _is_shaded_text(table: Table) -> bool:
    """Whether what looks like a table is a box behind each line of a text: three or more, one below another, none of two lines."""
    cells = [[cell for cell in row.cells if cell.text.strip()] for row in table.rows]
    return len(cells) >= _LINES and all(len(row) < 2 and not any("\n" in cell.text for cell in row) for row in cells)


def _rename(form: Form, key: str) -> Form:
    """Give a form another key: the key of the form for which it stands."""
    return replace(form, key=key, amounts=tuple(replace(a, form=key) for a in form.amounts))


def _find_declared_empty(layout: Layout, forms: Container[str], letter: str) -> Iterator[Form]:
    """Yield forms left out because the prose says that there is nothing to report (本年度未安排…收支)."""
    texts = _prose(layout)
    for number_of_form in ("7", "8", "9"):
        key = letter + number_of_form
        if key not in forms:
            page = next((number for number, text in texts if form_wordings.says(f"none_T{number_of_form}", text)), None)
            if page is not None:
                yield Form(key=key, title="", counted_in="", pages=(page,), status="declared_empty", amounts=())


def _prose(layout: Layout) -> list[tuple[int, str]]:
    """Return (page, its running text and the next page's): a sentence may go over the page."""
    texts = [squeeze("".join(line.text for line in page.body)) for page in layout.pages]
    return [(p.number, text + after) for p, text, after in zip(layout.pages, texts, [*texts[1:], ""], strict=True)]


def _add(forms: dict[str, Form], form: Form) -> Iterator[Doubt]:
    """Keep a form; one seen before is its continuation if it brings other rows, else a doubt."""
    first = forms.get(form.key)
    follows = first is not None and form.pages[0] <= first.pages[-1] + 1
    if first is None:
        forms[form.key] = form
    elif follows and not _share_rows(first, form):
        forms[form.key] = _join(first, form)
    else:
        yield Doubt(
            scope="table",
            page=form.pages[0],
            reason=f"form {form.key} appears a second time",
            detail=form.title,
            remedy="look at the pages; the first is loaded, the second is kept out",
            held=True,
            form=form.key if follows and not _has_total(form) else None,
        )


def _is_narrower(first: Form | None, then: Form) -> bool:
    """Whether a second form of 三公 gives by its title those of 一般公共预算 alone, the first those of all fiscal money (Yunnan)."""
    titles = [squeeze(form.title) for form in (first, then) if form]
    return then.key == "T7" and [_OF_GENERAL_BUDGET in title for title in titles] == [False, True]


def _has_total(form: Form) -> bool:
    """Whether a form prints a 合计 or 总计 of its own, so that it is no rest of another one."""
    return any(a.line and (a.line == "total" or a.line.endswith("_grand_total")) for a in form.amounts)


def _share_rows(first: Form, then: Form) -> bool:
    """Whether both parts print some row, the 合计 row aside, which a page may repeat."""
    one, other = ({(a.panel, a.code, a.line or a.label) for a in f.amounts if a.line != "total"} for f in (first, then))
    return not one.isdisjoint(other)


def _join(first: Form, then: Form) -> Form:
    offset = 1 + max((a.row for a in first.amounts), default=0)
    later = tuple(
        replace(a, row=a.row + offset, part_of=None if a.part_of is None else a.part_of + offset) for a in then.amounts
    )
    return replace(
        first,
        pages=tuple(sorted({*first.pages, *then.pages})),
        status="filled" if "filled" in (first.status, then.status) else first.status,
        amounts=first.amounts + later,
        doubts=first.doubts + then.doubts,
        repeats=first.repeats + then.repeats,
    )
