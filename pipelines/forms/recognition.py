"""Recognition: which statutory form a printed table is, and its money unit, by the lines above it and its columns.

Belongs here: titles made bare, titles and columns against the known wordings. Does not belong here: the wordings (CSV),
where a heading ends (headers), the rows (row_meanings).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.forms.budget_titles import bare_title, names_budget_form
from pipelines.forms.headers import Headed
from pipelines.forms.heading_rows import split_glued
from pipelines.forms.tables import Table
from pipelines.vocabulary import YUAN, form_wordings, squeeze

_UNIT = re.compile(rf"(?:单位|金额)[:：]?\(?(?:人民币)?(亿元|万元|千元|{YUAN}|万$)|[（(](亿元|万元|千元|元)[)）]")
_UNIT_TAIL = re.compile(r"(金额)?单位[:：].*$|(编制)?(部门|单位)(名称)?[:：].*$|公开\d+表")
_NEAR = 8
"""Lines above a table among which its title is looked for, from the nearest."""
_END = 12
"""Characters of the end of a title on a line of its own, at most."""
_TITLE_EDGE = re.compile(r"[《》“”\"']|\((续|续表)\)$|(?<=表)\((?![按分][^()]*单位).*\)$")
_FEW = 2
"""Filled rows up to which a form without names and codes has one row alone."""


def title_of(text: str) -> str:
    """Return a line above a table as a bare title: no quotes, unit, number or brackets after 表."""
    bare = squeeze(text)
    for pattern in (_UNIT_TAIL, _TITLE_EDGE, _TITLE_EDGE):
        bare = pattern.sub("", bare)
    return bare


def recognize(table: Table, headed: Headed) -> tuple[str, str | None]:
    """Find title and form key; ('', None) if no line above is a form's title; (title, None) if columns disagree."""
    titles = [title_of(t) for t in (*headed.inner_titles, *(line.text for line in reversed(table.above)))]
    headings = [c.heading for c in headed.columns if c.kind == "amount"]
    for title in titles[:_NEAR]:
        named = [w for w in form_wordings.forms() if w.title.search(title)]
        fitting = [w.form for w in named if _fits(w, headings)]
        if fitting:
            return title, fitting[0]
        if named and "决算" in title and len(headings) > 1:
            return title, None
    return _by_columns(headed, headings)


def recognize_budget(table: Table, headed: Headed) -> tuple[str, form_wordings.FormWording | None]:
    """Find title and form of a table of a budget; (title, None) if the columns disagree, ("", None) without a title."""
    above = [line.text for line in reversed(table.above)]
    titles = [bare_title(t) for t in (*headed.inner_titles, *above)][:_NEAR]
    titles += [bare_title(upper + end) for end, upper in pairwise(above[:_NEAR]) if _ends_title(end)]
    headings = [c.heading for c in headed.columns if c.kind == "amount"]
    marks = _marks(headed)
    for title in titles:
        if names_budget_form(title):
            named = [w for w in form_wordings.forms(form_wordings.BUDGET) if w.title.search(title)]
            fitting = (w for w in named if set(w.needs) <= marks | _keys(w, headings))
            return title, next(fitting, None)
    return "", None


def _ends_title(text: str) -> bool:
    """Whether a line may be the end of a title that is too long for one line."""
    bare = squeeze(text)
    return bare.endswith("表") and len(bare) <= _END


def _keys(wording: form_wordings.FormWording, headings: Sequence[str]) -> set[str | None]:
    return {form_wordings.column_key(wording.form, h) for h in headings}


def _marks(headed: Headed) -> set[str | None]:
    """Tell what a form's rows go by, as needs of wordings/budget_forms.csv name it: code, item (项), unit, name, single; sides: income beside expenditure."""
    kinds = {c.kind for c in headed.columns}
    names = [c.number for c in headed.columns if c.kind == "name"]
    glued = any(split_glued(squeeze(c.text))[0] for row in headed.body for c in row.cells if c.column in names)
    marks: set[str | None] = {"code"} if "code" in kinds or glued else set()
    if "unit" in kinds:
        marks.add("unit")
    if len({c.panel for c in headed.columns}) > 1:
        marks.add("sides")
    if names:
        marks.add("name")
    if any(c.kind == "code" and c.path[-1:] == ("项",) for c in headed.columns):
        marks.add("item")
    if not kinds & {"code", "name", "unit"} and sum(bool(row.texts()) for row in headed.body) <= _FEW:
        marks.add("single")
    return marks


def _fits(wording: form_wordings.FormWording, headings: Sequence[str]) -> bool:
    return set(wording.needs) <= _keys(wording, headings)


def _by_columns(headed: Headed, headings: Sequence[str]) -> tuple[str, str | None]:
    """Recognise a table without a title, where its columns belong to one form alone."""
    joined = " ".join(headings)
    marks = {"T2": ("上级补助", "财政拨款"), "T3": ("上缴上级", "基本支出"), "T7": ("接待", "出国")}
    found = [key for key, words in marks.items() if all(word in joined for word in words)]
    has_codes = any(c.kind == "code" for c in headed.columns)
    return (f"({found[0]})", found[0]) if len(found) == 1 and (has_codes or found == ["T7"]) else ("", None)


def printed_money_unit(table: Table, headed: Headed) -> str | None:
    """Return the money unit printed above a table or in its heading; None where none is. 单位：万 | 元 may be torn."""
    texts = [line.text for line in reversed(table.above)]
    texts += [*headed.inner_titles, *(c.heading for c in headed.columns)]
    unit = next((m[1] or m[2] for t in texts if (m := _UNIT.search(squeeze(t)))), None)
    return "万元" if unit == "万" else unit
