"""Recognition: which statutory form a printed table is, and its money unit, by the lines above it and its columns.

Belongs here: titles made bare, titles and columns against the known wordings. Does not belong here: the wordings (CSV),
where a heading ends (headers), the rows (row_meanings).
"""

import re
from collections.abc import Sequence

from pipelines.forms.headers import Headed
from pipelines.forms.tables import Table
from pipelines.vocabulary import form_wordings, squeeze

_UNIT = re.compile(r"(?:单位|金额)[:：]?\(?(?:人民币)?(亿元|万元|千元|元)|[（(](亿元|万元|千元|元)[)）]")
_UNIT_TAIL = re.compile(r"(金额)?单位[:：].*$|(编制)?(部门|单位)(名称)?[:：].*$|公开\d+表")
_TITLE_EDGE = re.compile(r"[《》“”\"']|\((续|续表)\)$|(?<=表)\(.*\)$")


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
    """Recognise a table without a title, where its columns belong to one form alone."""
    joined = " ".join(headings)
    marks = {"T2": ("上级补助", "财政拨款"), "T3": ("上缴上级", "基本支出"), "T7": ("接待", "出国")}
    found = [key for key, words in marks.items() if all(word in joined for word in words)]
    has_codes = any(c.kind == "code" for c in headed.columns)
    return (f"({found[0]})", found[0]) if len(found) == 1 and (has_codes or found == ["T7"]) else ("", None)


def printed_money_unit(table: Table, headed: Headed) -> str | None:
    """Return the money unit printed above a table or in its heading; None where none is."""
    texts = [line.text for line in reversed(table.above)]
    texts += [*headed.inner_titles, *(c.heading for c in headed.columns)]
    return next((m[1] or m[2] for t in texts if (m := _UNIT.search(squeeze(t)))), None)
