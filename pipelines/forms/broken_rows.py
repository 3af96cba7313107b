"""Broken rows: a table whose rows do not go on at the top of a page where they ended on the page before, so that one may be missing.

Belongs here: finding such places by the codes of the rows. Does not belong here: page numbers, and the doubts about such places
(page_order). A row of a class stands below the row of what it is a part of, or beside its siblings: 2080505 behind 20805 or 2080501.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pipelines.forms.forms import Form
from pipelines.forms.page_order import Disorder

_REGULAR = 5
"""Rows of a form that stand below what they are parts of, at least, and none that does not, before one at the top of a page tells anything."""
_OUTER = 3
"""Digits of a class that is no part of another one."""


class _Row(NamedTuple):
    """A row of a form: its page and its code."""

    page: int
    code: str


def broken_rows(forms: Iterable[Form]) -> list[Disorder]:
    """Find the pages between which rows of a form are missing that must have stood there."""
    places = {place for form in forms for place in _broken(form)}
    return [
        Disorder(
            first=first, last=last, reason="the rows of a table break off between these pages: some may be missing"
        )
        for first, last in sorted(places)
    ]


def _broken(form: Form) -> Iterator[tuple[int, int]]:
    """Yield the pages between which the rows of a form break off."""
    if len(form.pages) < 2 or any(amount.panel for amount in form.amounts):
        return
    steps = [(one, then) for one, then in pairwise(_rows(form)) if one.code and len(then.code) > _OUTER]
    within = [_goes_on(one.code, then.code) for one, then in steps if one.page == then.page]
    if len(within) >= _REGULAR and all(within):
        yield from (
            (one.page, then.page) for one, then in steps if one.page < then.page and not _goes_on(one.code, then.code)
        )


def _rows(form: Form) -> list[_Row]:
    """Return the rows of a form in their order, those without a code too."""
    rows = {amount.row: _Row(amount.page, amount.code or "") for amount in form.amounts}
    return [row for _, row in sorted(rows.items())]


def _goes_on(code: str, then: str) -> bool:
    """Whether a row may stand right below another one: below what it is a part of, a sibling, or a part of a sibling."""
    return code.startswith(then[:-2])
