"""Number ledger: every number printed anywhere in a report and what became of it.

Belongs here: finding numbers in cells and lines with their places, and telling what each is: an amount, a claim, or what a rule
says. Does not belong here: those rules (number_rules), reading amounts (forms) or sentences. What nothing explains stays
unexplained, by name and place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipelines.forms import Amount, FormSet, Layout
from pipelines.pdf import Box, Grid
from pipelines.prose import NUMBER, Claim, Letter, RunningText, letters_of, place
from pipelines.reading.number_rules import KnownFrames, numbering_in, rule_in_cell
from pipelines.vocabulary import squeeze

_REPEATED = "row of a form printed again on a later page"
_IN_WORDS = "in the words beside the amounts of a list"
_SCORED = "target, outcome or remark in a table of scores"


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
    *,
    of_budget: bool,
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
        text,
        explained,
        {c.span.start + c.text.startswith("-"): c for c in claims if c.span and c.role != "direction"},
        KnownFrames(found),
    )


def _plain(letters: Sequence[Letter], kind: str, rule: str) -> Iterator[Token]:
    text = "".join(letter.text for letter in letters)
    for match in NUMBER.finditer(text):
        yield _token(letters[match.start() : match.end()], kind, rule)


def _running(
    text: RunningText, explained: Mapping[int, tuple[str, str]], claims: Mapping[int, Claim], beside: KnownFrames
) -> Iterator[Token]:
    """Yield the numbers of the running text: claims, what a rule explains, and the unexplained rest."""
    for match in NUMBER.finditer(text.text):
        letters = text.letters[match.start() : match.end()]
        if claim := claims.get(match.start()):
            yield _token(letters, "claim", f"{claim.subject} {claim.role}", claim)
        else:
            yield _token(letters, *(explained.get(match.start()) or beside.rule(*place(letters))))


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
    numbering = numbering_in(grid)
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
                kind, rule = others.get((page, cell.box)) or rule_in_cell(cell, text, match, own, numbering, of_budget)
                if kind == "unexplained" and is_scored:
                    kind, rule = "explained", _SCORED
            yield Token(
                page=page, box=cell.box, text=match[0], kind=kind, rule=rule,
                amount=amount.key if amount is not None and is_amount else None, claim=claim.key if claim else None,
            )  # fmt: skip
