"""Number ledger: every number printed anywhere in a report and what became of it.

Belongs here: finding numbers in cells and lines with their places, and explaining them: amount, code, date, year …
Does not belong here: reading amounts (forms) or sentences. What nothing explains stays unexplained, by name and place.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from pipelines.forms import Amount, FormSet, Layout
from pipelines.pdf import Box, Cell, Grid
from pipelines.prose import NUMBER, Claim, Letter, RunningText, letters_of, place
from pipelines.vocabulary import form_wordings, squeeze

_REPEATED = "row of a form printed again on a later page"
_IN_WORDS = "in the words beside the amounts of a list"
_SCORED = "target, outcome or remark in a table of scores"
_BESIDE = re.compile(r"\d{2,3}|\d{5,7}")
"""A code, the part of one in its own cell, or the code of a unit (six digits)."""
_NUMBERING_WORDS = ("栏次", "行次", "序号", "类", "款", "项", "—", "-", "**")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One printed number: page, box in points, text, what became of it and by which rule; the key of its amount or claim.

    kind: amount, claim, code, date, year, ordinal, section number, page number, document number, phone, explained,
    unloaded table (a known table the star does not load; the rule is its title), unexplained.
    """

    page: int
    box: Box
    text: str
    kind: str
    rule: str
    amount: str | None = None
    claim: str | None = None


def read_tokens(
    layout: Layout,
    found: FormSet,
    text: RunningText,
    explained: Mapping[int, tuple[str, str]],
    claims: Sequence[Claim],
    of_budget: bool = False,
) -> Iterator[Token]:
    """Yield every number of a report: grids and margins page by page, contents lists, then the running text.

    explained: offset in the running text → (kind, rule) of numbers that are no claims; of_budget: a budget has rules of its own.
    """
    amounts = {(a.page, a.box): a for form in found.forms for a in form.amounts}
    others = {place: ("unloaded table", table.title) for table in found.unloaded for place in table.places}
    others |= {place: ("explained", _REPEATED) for form in found.forms for place in form.repeats}
    others |= {place: ("explained", _IN_WORDS) for form in found.forms for place in form.texts}
    scores = {(c.page, c.box): c for c in claims if c.span is None}
    for laid in layout.pages:
        for grid in laid.page.grids:
            yield from _grid_tokens(laid.number, grid, amounts, scores, others, of_budget)
        for line in laid.furniture:
            yield from _plain(letters_of(laid.number, line), "page number", "running head or page number")
    for laid in layout.pages:
        if laid.is_contents_body:
            for line in laid.body:
                yield from _plain(letters_of(laid.number, line), "page number", "contents list")
    yield from _running(
        text, explained, {c.span.start: c for c in claims if c.span and c.role != "direction"}, KnownFrames(found)
    )


def _widened(page: int, area: Box, pages: Container[int]) -> Box:
    """Widen the area of a table on a page to the page's edges where the table is on the page before or behind too."""
    left, top, right, bottom = area
    before, behind = page - 1 in pages, page + 1 in pages
    if before or behind:
        left, right = 0.0, float("inf")
    return left, 0.0 if before else top, right, float("inf") if behind else bottom


def _plain(letters: Sequence[Letter], kind: str, rule: str) -> Iterator[Token]:
    text = "".join(letter.text for letter in letters)
    for match in NUMBER.finditer(text):
        yield _token(letters[match.start() : match.end()], kind, rule)


def _running(
    text: RunningText, explained: Mapping[int, tuple[str, str]], claims: Mapping[int, Claim], beside: "KnownFrames"
) -> Iterator[Token]:
    """Yield the numbers of the running text: claims, what a rule explains, and the unexplained rest."""
    for match in NUMBER.finditer(text.text):
        letters = text.letters[match.start() : match.end()]
        if claim := claims.get(match.start()):
            yield _token(letters, "claim", f"{claim.subject} {claim.role}", claim)
        else:
            yield _token(letters, *(explained.get(match.start()) or beside.rule(*place(letters))))


class KnownFrames:
    """Lines in the frame of a known table that is not loaded: text that its cells, cut over pages, do not hold.

    Where it goes on on the next page or comes from the one before, all text between belongs to it.
    """

    def __init__(self, found: FormSet) -> None:
        areas = [(page, area, table.title) for table in found.unloaded for page, area in table.areas().items()]
        self.areas = [
            (page, _widened(page, area, {p for p, _, t in areas if t == title}), title) for page, area, title in areas
        ]

    def rule(self, page: int, box: Box) -> tuple[str, str]:
        """Return the kind and the rule of a number of the running text that nothing else explains."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for number, (left, top, right, bottom), title in self.areas:
            if number == page and left <= x <= right and top <= y <= bottom:
                return "unloaded table", title
        return "unexplained", ""


def explain_numbers(text: RunningText, of_budget: bool = False) -> dict[int, tuple[str, str]]:
    """Find the rules that explain numbers of the running text: offset → (kind, rule); the first rule wins.

    A date may go over a line or a page, so most rules see the whole text; some are about a line's beginning.
    """
    found: dict[int, tuple[str, str]] = {}
    for start, end in pairwise([*text.line_starts, len(text.text)]):
        _explain(found, "line", text.text[start:end], start, of_budget)
    _explain(found, "text", text.text, 0, of_budget)
    return found


def explain_in_sections(
    text: RunningText, sections: Sequence[str], explained: Mapping[int, tuple[str, str]], of_budget: bool = False
) -> dict[int, tuple[str, str]]:
    """Add to `explained` the numbers that a rule of their section or sentence explains; such a number may still be a claim."""
    found = dict(explained)
    for sentence, section in zip(text.sentences, sections, strict=True):
        for scope in (f"section:{section}", *(("sentence",) if of_budget else ())):
            _explain(found, scope, sentence.text, sentence.start, of_budget)
    return found


def _explain(found: dict[int, tuple[str, str]], scope: str, text: str, offset: int, of_budget: bool) -> None:
    """Note the numbers that a rule of this scope explains."""
    for kind, rule, pattern in form_wordings.number_rules(scope, of_budget):
        for match in pattern.finditer(text):
            for number in NUMBER.finditer(text, match.start(), match.end()):
                found.setdefault(offset + number.start(), (kind, rule))


def _token(letters: Sequence[Letter], kind: str, rule: str, claim: Claim | None = None) -> Token:
    page, box = place(letters)
    text = "".join(letter.text for letter in letters)
    return Token(page=page, box=box, text=text, kind=kind, rule=rule, claim=claim.key if claim else None)


def _grid_tokens(
    page: int,
    grid: Grid,
    amounts: Mapping[tuple[int, Box], Amount],
    scores: Mapping[tuple[int, Box], Claim],
    others: Mapping[tuple[int, Box], tuple[str, str]],
    of_budget: bool,
) -> Iterator[Token]:
    own = [a for c in grid.cells if (a := amounts.get((page, c.box)))]
    is_scored = any((page, c.box) in scores for c in grid.cells)
    numbering = _numbering(grid)
    for cell in grid.cells:
        text = squeeze(cell.text)
        amount = amounts.get((page, cell.box))
        for match in NUMBER.finditer(text):
            is_amount = amount is not None and (amount.number is not None or amount.mark == "doubtful")
            claim = None if is_amount else scores.get((page, cell.box))
            if amount is not None and is_amount:
                kind, rule = "amount", f"{amount.form} {amount.column or 'held'}"
            elif claim:
                kind, rule = "claim", f"{claim.subject} {claim.role}"
            else:
                kind, rule = others.get((page, cell.box)) or _cell_rule(cell, text, match, own, numbering, of_budget)
                if kind == "unexplained" and is_scored:
                    kind, rule = "explained", _SCORED
            yield Token(
                page=page, box=cell.box, text=match[0], kind=kind, rule=rule,
                amount=amount.key if amount is not None and is_amount else None, claim=claim.key if claim else None,
            )  # fmt: skip


def _numbering(grid: Grid) -> set[Cell]:
    """Find cells that number rows or columns: 序号, 行次; a row of 1, 2, 3 …; a column that counts on by one."""
    named = {c.column for c in grid.cells if squeeze(c.text) in ("序号", "行次")}
    found = {c for c in grid.cells if c.column in named}
    for along, least in ((attrgetter("row"), 2), (attrgetter("column"), 3)):
        for _, cells in groupby(sorted(grid.cells, key=along), along):
            filled = [(c, text) for c in cells if (text := squeeze(c.text)) and text not in _NUMBERING_WORDS]
            counting = [(c, int(text)) for c, text in filled if text.isdigit() and len(text) <= 3]
            steps = {then - one for (_, one), (_, then) in pairwise(counting)}
            if len(counting) >= least and steps == {1} and (least > 2 or len(counting) == len(filled)):
                found.update(c for c, _ in counting)
    return found


def _parts(code: str) -> set[str]:
    """Return a code and the parts it is printed in: 2010601 → 201, 20106, 06, 6, 01, 1."""
    levels = {code[3:5], code[5:7]} - {""}
    return {code, code[:3], code[:5], *levels, *(level.lstrip("0") for level in levels)}


def _is_beside(cell: Cell, amount: Amount) -> bool:
    """Whether a cell stands to the left of an amount, in its row."""
    middle = (cell.box[1] + cell.box[3]) / 2
    return (
        form_wordings.is_of_budget(amount.form)
        and amount.box[1] <= middle <= amount.box[3]
        and cell.box[2] <= amount.box[0] + 1
    )


def _cell_rule(
    cell: Cell, text: str, match: re.Match[str], own: Sequence[Amount], numbering: Container[Cell], of_budget: bool
) -> tuple[str, str]:
    """Tell what a number in a cell is that is no amount."""
    middle = (cell.box[1] + cell.box[3]) / 2
    codes = {a.code for a in own if a.code and a.box[1] <= middle <= a.box[3]}
    if any(match[0] in _parts(code) for code in codes):
        return "code", "code of the row"
    if of_budget and _BESIDE.fullmatch(text) and any(_is_beside(cell, a) for a in own):
        return "code", "code of a second classification beside the row's own"
    if cell in numbering and match[0] == text:
        return "ordinal", "number of a row or column (序号, 行次, 栏次)"
    for scope in ("line", "text", "cell"):
        for kind, rule, pattern in form_wordings.number_rules(scope, of_budget):
            if any(m.start() <= match.start() and match.end() <= m.end() for m in pattern.finditer(text)):
                return kind, rule
    return "unexplained", ""
