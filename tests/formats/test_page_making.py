"""A page made of texts and tables has what a printed one has: lines, a grid without holes, boxes apart, addresses."""

from itertools import accumulate, combinations

from pipelines.formats.page_making import MARGIN, Slot, Table, Text, make_page
from pipelines.pdf import reach


def test_each_cell_has_a_box_of_its_own_and_empty_ones_are_there():
    heading = Slot(row=0, column=0, column_span=2, text="收入", address="A1:B1")
    page = make_page(
        1,
        "总表",
        [
            Text(text="收入支出决算总表"),
            Table((60.0, 40.0), 2, (heading, Slot(row=1, column=1, text="5,272.98\n5.00", doubt="why"))),
        ],
    )
    [grid] = page.grids
    assert [(c.row, c.column, c.column_span, c.text) for c in grid.cells] == [
        (0, 0, 2, "收入"), (1, 0, 1, ""), (1, 1, 1, "5,272.98\n5.00")]  # fmt: skip
    assert all(reach(one.box, other.box) <= 0 for one, other in combinations(grid.cells, 2))
    assert page.lines[0].box[3] < grid.box[1] < grid.box[3] < page.height
    assert [(one.name, one.box) for one in page.addresses] == [("A1:B1", grid.cells[0].box)]
    assert [(one.reason, one.box) for one in page.unsure] == [("why", grid.cells[2].box)]
    assert page.character_count == len("收入支出决算总表收入5,272.985.00")


def test_a_page_is_as_wide_as_the_edges_of_its_table_on_every_python():
    widths = (60.1,) * 10
    page = make_page(1, "", [Table(widths, 1, ())])
    *_, last = accumulate(widths, initial=0.0)
    assert last != 601.0, "widths of which sum() makes another breadth since Python 3.12"
    assert page.width == last + 2 * MARGIN


def test_a_long_paragraph_is_wrapped_with_a_place_for_each_letter():
    page = make_page(1, "", [Text(text="一" * 120, address="段落1")])
    assert [len(line.text) for line in page.lines] == [49, 51, 20]
    assert page.lines[0].box[0] > page.lines[1].box[0] == MARGIN
    assert all(len(line.spans) == len(line.text) and line.box[2] <= page.width - MARGIN for line in page.lines)
    assert {one.name for one in page.addresses} == {"段落1"}
