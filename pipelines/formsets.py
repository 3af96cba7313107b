"""Form sets: the statutory forms of one report, each once.

Belongs here: forms put together from their pages, forms declared empty, those of which a part was not read.
Does not belong here: one table as a form (forms), the grids (tables), which forms a report must have (sql/checks).
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines import wordings
from pipelines.amounts import squeeze
from pipelines.forms import UNKNOWN_TITLE, Doubt, Form, Unloaded, read_form, title_of
from pipelines.meanings import count_amounts, holds_amount
from pipelines.pages import Box, Line, Page
from pipelines.reports import is_contents, page_texts
from pipelines.tables import Table, furniture, is_label, join_tables

_STANDS_ALONE = re.compile(
    r"^(表?[一二三四五六七八九十\d]+[、:.：]?|公开\d+表|20\d\d年?度?)?[^,。;:、]*决算[^,。;:、]*表$|^[^,。;:、]*情况表$"
)
_WHOLE_SETS = ({"T1", "T2", "T3", "T4", "T5", "T6"}, {"T1", "T2", "T3", "U4"})
"""Forms after which a table under another title is one the publisher adds."""
_STANDS_FOR = {"U6": "T6", "U7": "T7"}
"""A form that is the other one in a set which has not both: it tells more funds, or more beside."""
_REST = 3
"""Amounts that make an untitled table after a form one that matters."""
_ENDS = {
    "T1": ({"income_grand_total", "expenditure_grand_total"},),
    "T4": ({"income_grand_total", "expenditure_grand_total"},),
    "T2": ({"total"},),
    "T3": ({"total"},),
    "T5": ({"total"},),
    "B5": ({"total"},),
    "T6": ({"personnel_total", "public_total"}, {"total"}),
}
"""Rows of which every publisher prints one set in a form: 总计 on both sides, 合计, 人员经费合计 and 公用经费合计."""


def cut_short(forms: Sequence[Form]) -> list[Doubt]:
    """Forms of which a row that none lacks was not read: a page of them is missing, or not where it should be."""
    doubts = []
    for form in forms:
        lines = {a.line for a in form.amounts}
        if lines and not any(lines >= ends for ends in _ENDS.get(form.key, (set(),))):
            doubts.append(Doubt(
                "table", form.pages[-1], f"no 合计 or 总计 was read in {form.key}", form.title,
                "look at the page and the next; a page may be missing or out of its order", False, form.key,
            ))  # fmt: skip
    return doubts


@dataclass(frozen=True, slots=True)
class FormSet:
    """The forms of a report, what is doubtful about them or about tables that may be forms, and the known tables left out."""

    forms: tuple[Form, ...]
    doubts: tuple[Doubt, ...]
    unloaded: tuple[Unloaded, ...] = ()


def read_forms(pages: Sequence[Page], year: int | None) -> FormSet:
    """The tables of a report of a fiscal year as forms, each once."""
    forms: dict[str, Form] = {}
    doubts: list[Doubt] = []
    unloaded: list[Unloaded] = []
    before: Form | None = None
    for table in join_tables(pages):
        result = read_form(table, year)
        if isinstance(result, Doubt):
            doubts.append(result)
        elif isinstance(result, Unloaded):
            unloaded.append(result)
        elif isinstance(result, Form):
            doubts += _add(forms, result)
        elif before and _is_untitled_rest(before, table):
            doubts.append(_rest_unread(before, table))
        before = result if isinstance(result, Form) else before if result is None else None
    for other, key in _STANDS_FOR.items():
        if other in forms and key not in forms:
            forms[key] = _renamed(forms.pop(other), key)
    if forms:
        forms |= {form.key: form for form in _declared_empty(pages, forms)}
    doubts += [*_unread(pages, forms), *_beside(pages, forms.values())]
    if not any(whole <= forms.keys() for whole in _WHOLE_SETS):
        doubts += map(_pictured, (page.number for page in pages if page.is_scanned))
    else:
        doubts = [doubt for doubt in doubts if not doubt.reason.startswith(UNKNOWN_TITLE)]
    doubts = [*(d for form in forms.values() for d in form.doubts), *doubts]
    return FormSet(tuple(forms.values()), tuple(doubts), tuple(unloaded))


def _pictured(number: int) -> Doubt:
    return Doubt(
        "table", number, "the page is a picture without text, while forms of the set are not found", "",
        "look at the page; run OCR over the file (ocrmypdf) if a form stands on it", True,
    )  # fmt: skip


def _is_untitled_rest(before: Form, table: Table) -> bool:
    """Whether a table not read follows a form with no line but labels above it: a part of that form, most likely."""
    if table.page - before.pages[-1] not in (0, 1):
        return False
    if not all(is_label(squeeze(line.text)) for line in table.above):
        return False
    return sum(count_amounts(c.text) for row in table.rows for c in row.cells) >= _REST


def _rest_unread(before: Form, table: Table) -> Doubt:
    return Doubt(
        "table", table.page, f"a table without a title follows {before.key} and was not read", before.title,
        "look at the page; the form may go on there under other columns", True, before.key,
    )  # fmt: skip


def _beside(pages: Sequence[Page], forms: Iterable[Form]) -> Iterator[Doubt]:
    """Forms beside whose rows numbers stand in no cell: a column that no rule closes, or a table wider than its frame."""
    dropped = furniture(pages)
    for form in forms:
        rows: dict[int, list[Box]] = {}
        for amount in form.amounts:
            rows.setdefault(amount.page, []).append(amount.box)
        for page in (page for page in pages if page.number in rows):
            beside = [
                line.text for line in page.lines
                if (page.number, line) not in dropped and holds_amount(squeeze(line.text)) and _is_level(line, rows[page.number])
            ]  # fmt: skip
            if beside:
                yield Doubt(
                    "table", page.number, f"numbers stand beside the rows of {form.key}, in none of its cells",
                    " · ".join(beside), "look at the page; a column without rules is not read", True, form.key,
                )  # fmt: skip


def _is_level(line: Line, boxes: Sequence[Box]) -> bool:
    middle = (line.box[1] + line.box[3]) / 2
    return any(box[1] < middle < box[3] for box in boxes)


def _renamed(form: Form, key: str) -> Form:
    """The form under another key: a set that prints a matter once has it there, whatever else its title names."""
    return replace(form, key=key, amounts=tuple(replace(a, form=key) for a in form.amounts))


def _declared_empty(pages: Sequence[Page], forms: Container[str]) -> Iterator[Form]:
    """Forms left out because the prose says that there is nothing to report (本年度未安排…收支)."""
    texts = _prose(pages)
    for key in ("T7", "T8", "T9"):
        if key not in forms:
            page = next((number for number, text in texts if wordings.says(f"none_{key}", text)), None)
            if page is not None:
                yield Form(key, "", "", (page,), "declared_empty", ())


def _unread(pages: Sequence[Page], forms: Container[str]) -> Iterator[Doubt]:
    """Statutory forms whose title is printed in the body while no table of theirs was read: our fault, not a missing form."""
    titled: dict[str, tuple[int, str]] = {}
    for page in pages:
        texts = list(page_texts(page))
        if not is_contents(texts):
            for title in (title_of(text) for text in texts if len(text) <= 45):
                named = next((w for w in wordings.forms() if w.title.search(title)), None)
                if named and named.rows != "none" and _STANDS_ALONE.search(title):
                    titled.setdefault(named.form, (page.number, title))
    for key, (number, title) in titled.items():
        if key not in forms:
            yield Doubt(
                "table", number, f"the title of {key} is printed, its table was not read", title,
                "look at the page; a table without rules, cut in columns or run together with another is not read", True, key,
            )  # fmt: skip


def _prose(pages: Sequence[Page]) -> list[tuple[int, str]]:
    """(page, its running text and the next page's): a sentence may go over the page."""
    dropped = furniture(pages)
    texts = [squeeze("".join(line.text for line in p.lines if (p.number, line) not in dropped)) for p in pages]
    return [(p.number, text + after) for p, text, after in zip(pages, texts, [*texts[1:], ""], strict=True)]


def _add(forms: dict[str, Form], form: Form) -> Iterator[Doubt]:
    """Keep a form; one seen before is its continuation if it brings other rows, else a doubt."""
    first = forms.get(form.key)
    if first is None:
        forms[form.key] = form
    elif form.pages[0] <= first.pages[-1] + 1 and not _shared_rows(first, form):
        forms[form.key] = _continued(first, form)
    else:
        yield Doubt(
            "table", form.pages[0], f"form {form.key} appears a second time", form.title,
            "look at the pages; the first is loaded, the second is kept out", True,
        )  # fmt: skip


def _shared_rows(first: Form, then: Form) -> set[tuple[str, str | None, str | None]]:
    """Rows both parts print, the 合计 row aside, which a page may repeat."""
    one, other = ({(a.panel, a.code, a.line or a.label) for a in f.amounts if a.line != "total"} for f in (first, then))
    return one & other


def _continued(first: Form, then: Form) -> Form:
    offset = 1 + max((a.row for a in first.amounts), default=0)
    moved = tuple(replace(a, row=a.row + offset) for a in then.amounts)
    return replace(
        first,
        pages=tuple(sorted({*first.pages, *then.pages})),
        status="filled" if "filled" in (first.status, then.status) else first.status,
        amounts=first.amounts + moved,
        doubts=first.doubts + then.doubts,
        repeats=first.repeats + then.repeats,
    )
