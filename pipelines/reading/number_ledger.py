"""Number ledger: every number printed anywhere in a report and what became of it.

Belongs here: finding numbers in cells and lines with their places, and telling what each is: an amount, a claim, or what a rule
says. Does not belong here: those rules (number_rules), reading amounts (forms) or sentences. What nothing explains stays
unexplained, by name and place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipelines.forms import Amount, FormSet, Layout
from pipelines.pdf import Box, Grid
from pipelines.prose import NUMBER, Claim, Letter, RunningText, letters_of, place
from pipelines.reading.number_rules import UNEXPLAINED, CellRules, Explained, Explanations, KnownFrames
from pipelines.vocabulary import NumberRules, squeeze

_REPEATED = Explained("explained", "row of a form printed again on a later page")
IN_WORDS = Explained("explained", "in the words beside the amounts of a list")
_DATED = Explained("date", "date beside the amounts of a list")
_BESIDE = Explained("explained", "number in another column of a list")
_CODED = Explained("code", "code beside the amounts of a list")
_SCORED = Explained("explained", "target, outcome or remark in a table of scores")
_BARE = re.compile(r"[\d.,:/-]+")
_DATE = re.compile(r"20\d\d([-./])\d{1,2}\1\d{1,2}(\d{2}:\d{2}(:\d{2})?)?")
_MARGIN = Explained("page number", "running head or page number")
_CONTENTS = Explained("page number", "contents list")
_ELSEWHERE = Explained("explained", "of another report in the same file")


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


@dataclass(frozen=True, slots=True)
class _KnownCells:
    """What is known of the cells of a report, by page and box: its amounts, its claims in tables of scores, and what explains others."""

    amounts: Mapping[tuple[int, Box], Amount]
    scores: Mapping[tuple[int, Box], Claim]
    others: Mapping[tuple[int, Box], Explained]


def _known_cells(found: FormSet, claims: Sequence[Claim]) -> _KnownCells:
    others = {place: Explained("unloaded table", table.title) for table in found.unloaded for place in table.places}
    others |= {place: _REPEATED for form in found.forms for place in form.repeats}
    others |= {place: IN_WORDS for form in found.forms for place in form.texts}
    others |= {place: _CODED for form in found.forms for place in form.codes}
    return _KnownCells(
        amounts={(a.page, a.box): a for form in found.forms for a in form.amounts},
        scores={(c.page, c.box): c for c in claims if c.span is None},
        others=others,
    )


def read_tokens(
    layout: Layout,
    found: FormSet,
    text: RunningText,
    explained: Explanations,
    claims: Sequence[Claim],
) -> Iterator[Token]:
    """Yield every number of a report: grids and margins page by page, contents lists, then the running text.

    explained: what the numbers of the running text are that are no claims, and the rules for those in cells.
    """
    known = _known_cells(found, claims)
    for laid in layout.pages:
        for grid in laid.page.grids:
            yield from _grid_tokens(laid.number, grid, known, explained.rules)
        for line in laid.furniture:
            yield from _plain(letters_of(laid.number, line), _MARGIN)
    for laid in layout.pages:
        if laid.is_contents_body:
            for line in laid.body:
                yield from _plain(letters_of(laid.number, line), _CONTENTS)
    yield from _running(
        text,
        explained.by_offset,
        {c.span.start + c.text.startswith("-"): c for c in claims if c.span and c.role != "direction"},
        KnownFrames(found),
    )


def tokens_left_out(layout: Layout) -> Iterator[Token]:
    """Yield every number of pages that are of another report."""
    for laid in layout.pages:
        for line in laid.page.lines:
            yield from _plain(letters_of(laid.number, line), _ELSEWHERE)
        for cell in (cell for grid in laid.page.grids for cell in grid.cells):
            for match in NUMBER.finditer(squeeze(cell.text)):
                kind, rule = _ELSEWHERE
                yield Token(page=laid.number, box=cell.box, text=match[0], kind=kind, rule=rule)


def beside_amounts(what: Explained | None, text: str) -> Explained | None:
    """Tell a date, and a number alone in a cell, from those in the words of a list."""
    if what != IN_WORDS or not _BARE.fullmatch(text):
        return what
    return _DATED if _DATE.fullmatch(text) else _BESIDE


def _plain(letters: Sequence[Letter], what: Explained) -> Iterator[Token]:
    text = "".join(letter.text for letter in letters)
    for match in NUMBER.finditer(text):
        yield _token(letters[match.start() : match.end()], what)


def _running(
    text: RunningText, explained: Mapping[int, Explained], claims: Mapping[int, Claim], beside: KnownFrames
) -> Iterator[Token]:
    """Yield the numbers of the running text: claims, what a rule explains, and the unexplained rest."""
    for match in NUMBER.finditer(text.text):
        letters = text.letters[match.start() : match.end()]
        if claim := claims.get(match.start()):
            yield _token(letters, _as_claim(claim), claim)
        else:
            yield _token(letters, of_line(explained.get(match.start()), beside.rule(*place(letters))))


def of_line(said: Explained | None, framed: Explained) -> Explained:
    """Tell a number of a line: a rule that sees no more than its section (a definition) yields to the frame of a table it stands in."""
    return framed if said is None or (said.kind == "explained" and framed != UNEXPLAINED) else said


def _as_claim(claim: Claim) -> Explained:
    return Explained("claim", f"{claim.subject} {claim.role}")


def _token(letters: Sequence[Letter], what: Explained, claim: Claim | None = None) -> Token:
    page, box = place(letters)
    text = "".join(letter.text for letter in letters)
    return Token(page=page, box=box, text=text, kind=what.kind, rule=what.rule, claim=claim.key if claim else None)


def _grid_tokens(page: int, grid: Grid, known: _KnownCells, of_cells: NumberRules) -> Iterator[Token]:
    """Yield the numbers of a grid: amounts, claims in a table of scores, and what the rules of cells say of the others."""
    own = [a for c in grid.cells if (a := known.amounts.get((page, c.box)))]
    is_scored = any((page, c.box) in known.scores for c in grid.cells)
    rules = CellRules(grid, own, of_cells)
    for cell in grid.cells:
        text, at = squeeze(cell.text), (page, cell.box)
        amount = known.amounts.get(at)
        amount = amount if amount and (amount.number is not None or amount.mark == "doubtful") else None
        claim = None if amount else known.scores.get(at)
        for match in NUMBER.finditer(text):
            if amount:
                what = Explained("amount", f"{amount.form} {amount.column or 'held'}")
            elif claim:
                what = _as_claim(claim)
            else:
                what = beside_amounts(known.others.get(at), text) or rules.rule(cell, text, match)
                what = _SCORED if is_scored and what.kind == "unexplained" else what
            yield Token(
                page=page, box=cell.box, text=match[0], kind=what.kind, rule=what.rule,
                amount=amount.key if amount else None, claim=claim.key if claim else None,
            )  # fmt: skip
