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


CHAIN = [
    ["208", "社会保障和就业支出", "8.00", "8.00", "0.00"], ["20805", "行政事业单位养老支出", "8.00", "8.00", "0.00"],
    ["2080505", "养老保险缴费支出", "5.00", "5.00", "0.00"], ["2080506", "职业年金缴费支出", "3.00", "3.00", "0.00"],
    ["210", "卫生健康支出", "9.00", "9.00", "0.00"], ["21011", "行政事业单位医疗", "9.00", "9.00", "0.00"],
    ["2101101", "行政单位医疗", "6.00", "6.00", "0.00"], ["2101102", "事业单位医疗", "3.00", "3.00", "0.00"],
]  # fmt: skip
REST = [
    ["221", "住房保障支出", "7.00", "7.00", "0.00"],
    ["22102", "住房改革支出", "7.00", "7.00", "0.00"],
    ["2210201", "住房公积金", "7.00", "7.00", "0.00"],
]
ALL = ["", "合计", "24.00", "24.00", "0.00"]


@pytest.mark.parametrize(
    ("then", "breaks"),
    [(REST, False), (REST[1:], True), (REST[2:], True), ([["2101199", "其他医疗支出", "1.00", "1.00", "0.00"]], False)],
)
def test_rows_that_cannot_stand_below_those_of_the_page_before_tell_of_a_missing_page(then, breaks):
    pages = [page(1, GENERAL, grid([*HEAD, ALL, *CHAIN])), page(2, [], grid([*HEAD, *then], top=60.0))]
    found = read_forms(lay_out(pages), 2024)
    assert ["break off" in one.reason for one in found.disorders] == [True] * breaks
    assert [(d.scope, d.form, d.page) for d in found.doubts if d.held] == [
        ("gap", None, 2),
        ("table", "T5", 2),
    ] * breaks


def test_a_table_that_prints_items_alone_breaks_off_nowhere():
    items = [row for row in (*CHAIN, *CHAIN) if len(row[0]) == 7]
    pages = [page(1, GENERAL, grid([*HEAD, ALL, *items])), page(2, [], grid([*HEAD, REST[2]], top=60.0))]
    assert not read_forms(lay_out(pages), 2024).disorders
