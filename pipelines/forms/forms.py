"""Forms: a statutory form and its amounts, and a known table that is not loaded.

Belongs here: the values. Does not belong here: reading a table as one (form_reader), the forms of a report together
(form_set), comparing forms with each other (sql/checks).
"""

from dataclasses import dataclass, field

from pipelines.doubts import Doubt
from pipelines.pdf import Box, around
from pipelines.vocabulary import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One money cell of a form: where it stands, what it means, what is printed.

    box in points on `page`; row, column_number: its place in the form, from 0. line and code say what the row means,
    column what the column does; either may be None in a held row. within: a 其中 part of a neighbour, never added.
    mark: what the cell shows (vocabulary.numbers.Printed); number: in `counted_in` (元, 万元 …; "" where none is printed), None
    unless mark is number. held: the reading is in doubt, the amount stays outside the star. elsewhere: of a held one, what is
    in doubt is its row or its column, or where it ends, so that the doubt is about its form and not about this cell alone.
    part_of: number of the row of a list that its row is a part of.
    """

    form: str
    page: int
    box: Box
    panel: str
    row: int
    column_number: int
    label: str
    code: str | None
    line: str | None
    column: str | None
    heading: str
    within: bool
    text: str
    mark: str
    number: Number | None
    counted_in: str
    held: bool
    elsewhere: bool = False
    part_of: int | None = None

    @property
    def key(self) -> str:
        """Its key within the report, the end of reading.amount.amount_id: page, form, panel, row, column."""
        return f"p{self.page:03d}-{self.form}{self.panel[:1]}-r{self.row:03d}-c{self.column_number:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A recognized form with its amounts; status: filled, declared_empty (a note says so), left_blank (a note says that it was not filled in), empty.

    repeats: page and box of the cells of rows that a later page prints again; texts: of cells of words beside the amounts of a
    list, as what a project is for; codes: of those in columns of codes.
    """

    key: str
    title: str
    counted_in: str
    pages: tuple[int, ...]
    status: str
    amounts: tuple[Amount, ...]
    doubts: tuple[Doubt, ...] = field(default=())
    repeats: tuple[tuple[int, Box], ...] = ()
    texts: tuple[tuple[int, Box], ...] = ()
    codes: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Unloaded:
    """A table known by its title that the star does not load (`rows` none in wordings/forms.csv), and its cells' places."""

    title: str
    places: tuple[tuple[int, Box], ...]

    @property
    def last(self) -> int:
        """The page it ends on."""
        return self.places[-1][0]

    def areas(self) -> dict[int, Box]:
        """Return page → the box around its cells there."""
        found: dict[int, list[Box]] = {}
        for page, box in self.places:
            found.setdefault(page, []).append(box)
        return {page: around(boxes) for page, boxes in found.items()}
