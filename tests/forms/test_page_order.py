"""Pages that are missing, moved or printed twice: told by their numbers, the forms there held, nothing said against the publisher."""

import pytest

from pipelines.forms.form_set import read_forms
from pipelines.forms.layout import lay_out
from pipelines.forms.page_order import disorders
from pipelines.pdf.pages import Line, Page
from tests.support.paper.drafts import GENERAL, HEAD, grid, page

ROWS = [
    *HEAD,
    *([f"20{n}", f"第{n}类支出", f"{n}.00", f"{n}.00", "0.00"] for n in range(1, 8)),
    ["", "合计", "28.00", "28.00", "0.00"],
]


def numbered(number: int, printed: int | None, text: str = "") -> Page:
    """A page of prose that prints a number at its foot."""
    lines = [Line(text or f"这是第{number}页上的一句话，没有别的。", (60.0, 100.0, 400.0, 112.0))]
    if printed:
        lines.append(Line(f"- {printed} -", (280.0, 800.0, 310.0, 812.0)))
    return Page(number=number, width=595.0, height=842.0, lines=tuple(lines), grids=(), character_count=40)


def found(*printed: int | None) -> list[tuple[int, int, bool]]:
    pages = [numbered(number, what) for number, what in enumerate(printed, 1)]
    return [(one.first, one.last, "missing" in one.reason) for one in disorders(lay_out(pages))]


@pytest.mark.parametrize(
    ("printed", "places"),
    [
        ((1, 2, 3, 4, 5, 6), []),
        ((None, 1, 2, 3, 4), []),
        ((1, 2, 4, 5, 6), [(2, 3, True)]),
        ((1, 2, 3, 4, 6), [(4, 5, True)]),
        ((1, 2, 3, None, None, 7, 8), [(3, 6, True)]),
        ((1, 2, 4, 5, 8, 9), [(2, 3, True), (4, 5, True)]),
        ((1, 2, 3, 5, 4, 6, 7), [(3, 6, False)]),
        ((1, 2, 3, 1, 2, 3, 9, 10), []),  # tables that begin to count anew
        ((1, 2, 3, 40, 5, 6), []),  # a number that is none of a page
        ((1, 2, 30, 31), []),
    ],
)
def test_places_where_the_numbers_of_the_pages_do_not_count_on(printed, places):
    assert found(*printed) == places


def held(pages: list[Page]) -> list[tuple[str, str | None, int | None]]:
    return [(d.scope, d.form, d.page) for d in read_forms(lay_out(pages), 2024).doubts if d.held]


def with_table(number: int, printed: int) -> Page:
    foot = Line(f"- {printed} -", (280.0, 800.0, 310.0, 812.0))
    drawn = page(number, GENERAL, grid(ROWS))
    return Page(
        number=number, width=595.0, height=842.0, lines=(*drawn.lines, foot), grids=drawn.grids, character_count=99
    )


def test_a_form_before_which_or_behind_which_no_page_is_missing_is_sure():
    assert held([numbered(1, 1), with_table(2, 2), numbered(3, 3), numbered(4, 4)]) == []
    assert held([numbered(1, 1), numbered(2, 2), with_table(3, 4), numbered(4, 5)]) == [("gap", None, 3)]


def test_a_form_that_may_go_on_on_a_missing_page_is_held():
    assert held([numbered(1, 1), with_table(2, 2), numbered(3, 4), numbered(4, 5)]) == [
        ("gap", None, 3),
        ("table", "T5", 3),
    ]


def test_a_page_that_stands_twice_is_told():
    once = [numbered(1, 1), with_table(2, 2), with_table(3, 2), numbered(4, 3)]
    assert [(one.first, one.last, "missing" in one.reason) for one in disorders(lay_out(once))] == [(2, 3, False)]
    assert ("table", "T5", 3) in held(once)
    assert found(1, 2, 3) == []
