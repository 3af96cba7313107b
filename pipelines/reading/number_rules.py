"""Number rules: what a printed number is that is neither an amount nor a claim.

Belongs here: the rules of the running text, of known frames and of cells that explain a number: code, date, year, ordinal …
Does not belong here: finding the numbers of a report and their places (number_ledger), the patterns themselves (numbers.csv).
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from pipelines.forms import Amount, FormSet
from pipelines.pdf import Box, Cell, Grid
from pipelines.prose import NUMBER, RunningText
from pipelines.vocabulary import NumberRule, NumberRules, form_wordings, squeeze

_BESIDE = re.compile(r"\d{2,3}|\d{5,7}")
"""A code, the part of one in its own cell, or the code of a unit (six digits)."""
_NUMBERING_WORDS = ("栏次", "行次", "序号", "类", "款", "项", "—", "-", "**")


class Explained(NamedTuple):
    """What became of a number: its kind, and the rule that says so."""

    kind: str
    rule: str


UNEXPLAINED = Explained("unexplained", "")
_NUMBERED = Explained("ordinal", "number of a row or column (序号, 行次, 栏次)")
_STAFF = Explained("explained", "people that are counted (编制, 在职, 人员)")
_STAFF_HEAD = re.compile(
    r"^(人员)?编制(人)?数?(\((人|名)\))?$|^(年末)?(实有|在职|在编|离退休|退休|离休|职工)(在职|在编)?人[数员](\((人|名)\))?$"
)
_UNITS_HEAD = re.compile(r"^(预算|决算|所属|下属)?单位(名称|\(机构\)名称)?$")
"""Headings of a list of units: its name, and the posts and staff it has."""


@dataclass(frozen=True, slots=True)
class Explanations:
    """What explains the numbers of a report: the rules for its kind, and what they say of the running text, by offset."""

    rules: NumberRules
    by_offset: Mapping[int, Explained]


def explain_numbers(text: RunningText, rules: NumberRules) -> Explanations:
    """Find the rules that explain numbers of the running text; the first rule wins.

    A date may go over a line or a page, so most rules see the whole text; some are about a line's beginning.
    """
    found: dict[int, Explained] = {}
    for start, end in pairwise([*text.line_starts, len(text.text)]):
        _explain(found, rules.get("line", ()), text.text[start:end], start)
    _explain(found, rules.get("text", ()), text.text, 0)
    return Explanations(rules, found)


def explain_in_sections(text: RunningText, sections: Sequence[str], explained: Explanations) -> Explanations:
    """Add to `explained` the numbers that a rule of their section or sentence explains; such a number may still be a claim."""
    found, rules = dict(explained.by_offset), explained.rules
    for sentence, section in zip(text.sentences, sections, strict=True):
        for scope in (f"section:{section}", "sentence"):
            _explain(found, rules.get(scope, ()), sentence.text, sentence.start)
    return Explanations(rules, found)


def _explain(found: dict[int, Explained], rules: Iterable[NumberRule], text: str, offset: int) -> None:
    """Note the numbers of a text that one of these rules explains."""
    if not NUMBER.search(text):
        return
    for kind, rule, pattern in rules:
        for match in pattern.finditer(text):
            for number in NUMBER.finditer(text, match.start(), match.end()):
                found.setdefault(offset + number.start(), Explained(kind, rule))


class KnownFrames:
    """Lines in the frame of a known table that is not loaded: text that its cells, cut over pages, do not hold.

    Where it goes on on the next page or comes from the one before, all text between belongs to it.
    """

    def __init__(self, found: FormSet) -> None:
        areas = [(page, area, table.title) for table in found.unloaded for page, area in table.areas().items()]
        self.areas = [
            (page, _widened(page, area, {p for p, _, t in areas if t == title}), title) for page, area, title in areas
        ]

    def rule(self, page: int, box: Box) -> Explained:
        """Tell what a number of the running text is that nothing else explains."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for number, (left, top, right, bottom), title in self.areas:
            if number == page and left <= x <= right and top <= y <= bottom:
                return Explained("unloaded table", title)
        return UNEXPLAINED


def _widened(page: int, area: Box, pages: Container[int]) -> Box:
    """Widen the area of a table on a page to the page's edges where the table is on the page before or behind too."""
    left, top, right, bottom = area
    before, behind = page - 1 in pages, page + 1 in pages
    if before or behind:
        left, right = 0.0, float("inf")
    return left, 0.0 if before else top, right, float("inf") if behind else bottom


class CellRules:
    """What explains the numbers in the cells of one grid that are no amounts; own: the amounts that were read in it."""

    def __init__(self, grid: Grid, own: Sequence[Amount], rules: NumberRules) -> None:
        self._own = own
        self._rules = rules
        self._numbering = numbering_in(grid)
        self._numbered = _numbered(grid)
        self._staffed = set() if own else _staffed(grid)
        self._parts: dict[float, set[str]] = {}

    def rule(self, cell: Cell, text: str, match: re.Match[str]) -> Explained:
        """Tell what a number in the text of a cell is."""
        middle = (cell.box[1] + cell.box[3]) / 2
        if cell.column in self._numbered and match[0] == text and text.isdecimal():
            return _NUMBERED
        if cell.column in self._staffed and match[0] == text and text.isdecimal():
            return _STAFF
        if match[0] in self._parts_of_codes(middle):
            return Explained("code", "code of the row")
        if _BESIDE.fullmatch(text) and any(_is_beside(cell, a) for a in self._own):
            return Explained("code", "code of a second classification beside the row's own")
        if cell in self._numbering and match[0] == text:
            return _NUMBERED
        for scope in ("line", "text", "cell"):
            for kind, rule, pattern in self._rules.get(scope, ()):
                if any(m.start() <= match.start() and match.end() <= m.end() for m in pattern.finditer(text)):
                    return Explained(kind, rule)
        return UNEXPLAINED

    def _parts_of_codes(self, middle: float) -> set[str]:
        """Return the codes of the row at a height of the page, and their parts."""
        if middle not in self._parts:
            codes = {a.code for a in self._own if a.code and a.box[1] <= middle <= a.box[3]}
            self._parts[middle] = {part for code in codes for part in _parts(code)}
        return self._parts[middle]


def numbering_in(grid: Grid) -> set[Cell]:
    """Find cells that number rows or columns: 序号, 行次; a row of 1, 2, 3 …; a column that counts on by one."""
    named = _numbered(grid)
    found = {c for c in grid.cells if c.column in named}
    for along, least in ((attrgetter("row"), 2), (attrgetter("column"), 3)):
        for _, group in groupby(sorted(grid.cells, key=along), along):
            cells = list(group)
            filled = [(c, text) for c in cells if (text := squeeze(c.text)) and text not in _NUMBERING_WORDS]
            counting = [(c, int(text)) for c, text in filled if text.isdecimal() and len(text) <= 3]
            steps = {then - one for (_, one), (_, then) in pairwise(counting)}
            is_named = least == 2 and any(squeeze(c.text) == "栏次" for c in cells)
            enough = 1 if is_named else least
            if len(counting) >= enough and steps <= {1} and (least > 2 or len(counting) == len(filled)):
                found.update(c for c, _ in counting)
    return found


def _numbered(grid: Grid) -> set[int]:
    """Return the columns headed 序号 or 行次."""
    return {c.column for c in grid.cells if squeeze(c.text) in ("序号", "行次")}


def _staffed(grid: Grid) -> set[int]:
    """Return the columns of a list of units that count posts or staff: 编制人数, 实有人数."""
    headed = [c for c in grid.cells if _STAFF_HEAD.match(squeeze(c.text))]
    named = any(_UNITS_HEAD.match(squeeze(c.text)) for c in grid.cells if c.row == 0)
    return {c.column + n for c in headed for n in range(c.column_span)} if named else set()


def _parts(code: str) -> set[str]:
    """Return a code and the parts it is printed in: 2010601 → 201, 20106, 06, 6, 01, 1."""
    levels = {code[3:5], code[5:7]} - {""}
    return {code, code[:3], code[:5], *levels, *(level.lstrip("0") for level in levels)}


def _is_beside(cell: Cell, amount: Amount) -> bool:
    """Whether a cell stands to the left of an amount of a budget, in its row."""
    middle = (cell.box[1] + cell.box[3]) / 2
    return (
        form_wordings.is_of_budget(amount.form)
        and amount.box[1] <= middle <= amount.box[3]
        and cell.box[2] <= amount.box[0] + 1
    )
