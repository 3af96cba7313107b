"""Budget titles: the titles of the forms of a budget, as lines, rows of a frame and lists print them.

Belongs here: which texts, rows and grids are such titles. Does not belong here: wordings (CSV), titles of final accounts (recognition),
grids without them (budget_tables).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipelines.pdf import Grid
from pipelines.vocabulary import form_wordings, squeeze

_LABEL, _NUMBERED, _TITLE, _TITLE_ROW = map(form_wordings.budget_titles, ("label", "number", "title", "title_row"))
_LISTED = 3
"""Titles of forms in one frame that make it a list of them."""
_QUOTES = re.compile(r"[《》“”\"'‘’]")
_IS_AMOUNT = re.compile(r"\d\.\d\d|\d,\d{3}")


@lru_cache(maxsize=20_000)
def bare_title(text: str) -> str:
    """Return a line of a budget as a bare title: no quotes, number of the form, unit or department behind it."""
    bare = _NUMBERED.sub("", _QUOTES.sub("", squeeze(text)))
    bare = re.sub(r"(表(\([^)]*\))?).*?((编制|填报|预算)?(部门|单位)(\(单位\))?(名称)?[:：].*)$", r"\1", bare)
    return _NUMBERED.sub("", bare)


@lru_cache(maxsize=20_000)
def names_budget_form(text: str) -> bool:
    """Whether a line is the title of a form that a budget prints."""
    bare = bare_title(text)
    return bool(_TITLE.match(bare)) and any(w.title.search(bare) for w in form_wordings.forms(form_wordings.BUDGET))


def is_title_row(texts: Sequence[str]) -> bool:
    """Whether the texts of a row at the top of a frame are title, unit and department, not a heading."""
    return bool(texts) and any(_TITLE_ROW.search(text) for text in texts) and len(texts) <= 4


def is_listing(grid: Grid, is_contents: bool) -> bool:
    """Whether a grid on a contents page (目录), or one that names several forms, holds no amount: titles in a frame are no forms."""
    if any(_IS_AMOUNT.search(cell.text or "") for cell in grid.cells):
        return False
    return is_contents or sum(names_budget_form(cell.text) for cell in grid.cells if cell.text) >= _LISTED


def clean_path(path: Iterable[str]) -> tuple[str, ...]:
    """Drop titles, units and departments from a heading path: they stand in the frame of some budgets."""
    return tuple(part for part in path if not _LABEL.match(part) and not names_budget_form(part))
