"""Second reader: what two readers of one PDF see differently, held back as a doubt about our reading.

Belongs here: comparing two Readings of a file on some of its pages, holding what differs.
Does not belong here: which pages deserve a second look (warehouse.rereading), reading them (report, pdf.plumber_reader).
A violation is the publisher's only where both readers see the same print.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipelines.doubts import Doubt
from pipelines.forms import Amount, Form
from pipelines.pdf import Page
from pipelines.prose import Claim
from pipelines.vocabulary import squeeze

SAME, DIFFERS, NOT_READ, STORED = "same", "differs", "not read", "stored"
UNLIKE = "the two readers differ"
"""The doubt about a claim or form that the readers see differently."""
_REMEDY = "look at the page; what the readers differ on is kept out of star and checks"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One page read by the other reader too; outcome: same, differs, or not read (it failed on the page)."""

    page: int
    outcome: str


def compare_pages(ours: Iterable[Page], theirs: Iterable[Page]) -> tuple[Opinion, ...]:
    """Tell whether the readers see the same texts on each page that both have read, blanks and places aside."""
    seen = {page.number: _texts(page) for page in ours}
    return tuple(Opinion(p.number, SAME if _texts(p) == seen[p.number] else DIFFERS) for p in theirs)


def not_read(pages: Iterable[int]) -> tuple[Opinion, ...]:
    """Return the opinions of a reader that failed on the file."""
    return tuple(Opinion(page, NOT_READ) for page in sorted(pages))


def stored(pages: Iterable[int]) -> tuple[Opinion, ...]:
    """Return the opinions where there is no second reader: the file is no PDF and stores its cells as such."""
    return tuple(Opinion(page, STORED) for page in sorted(pages))


def recognised(pages: Iterable[Page]) -> tuple[Opinion, ...]:
    """Return the opinions of a report with pages that two recognisers have read: what these read differently is held."""
    return tuple(Opinion(page.number, SAME if page.origin == "ocr" else NOT_READ) for page in pages)


def _texts(page: Page) -> Counter[str]:
    cells = (cell.text for grid in page.grids for cell in grid.cells)
    return Counter(squeeze(text) for text in (*(line.text for line in page.lines), *cells))


def hold_forms(
    ours: Iterable[Form], theirs: Iterable[Form], pages: Collection[int]
) -> tuple[tuple[Form, ...], list[Doubt]]:
    """Hold the amounts that the readers see differently on `pages`; returns our forms, and a Doubt for each."""
    seen = {form.key: form for form in theirs}
    judged = [_hold_form(form, seen.pop(form.key, None), pages) for form in ours]
    doubts = [doubt for _, doubt in judged if doubt]
    for form in seen.values():
        if set(form.pages) & set(pages):
            doubts.append(_doubt(form, form.pages[0], f"{UNLIKE}: only one of them sees the form"))
    return tuple(form for form, _ in judged), doubts


def _hold_form(ours: Form, theirs: Form | None, pages: Collection[int]) -> tuple[Form, Doubt | None]:
    if theirs is None:
        if not set(ours.pages) & set(pages):
            return ours, None
        doubt = _doubt(ours, ours.pages[0], f"{UNLIKE}: only one of them sees the form")
        return replace(ours, amounts=tuple(replace(a, held=True, elsewhere=True) for a in ours.amounts)), doubt
    one, other = ({_place(a): a for a in form.amounts if a.page in pages} for form in (ours, theirs))
    unlike = sorted(
        place
        for place in one.keys() | other.keys()
        if _without_place(one.get(place)) != _without_place(other.get(place))
    )
    if not unlike:
        return ours, None
    amounts = tuple(replace(a, held=True, elsewhere=True) if _place(a) in unlike else a for a in ours.amounts)
    shown = " or ".join(repr(side[unlike[0]].text) if unlike[0] in side else "nothing" for side in (one, other))
    doubt = _doubt(ours, unlike[0].page, f"{UNLIKE} on {len(unlike)} figures of {ours.key}", shown)
    return replace(ours, amounts=amounts), doubt


def _doubt(form: Form, page: int, reason: str, detail: str = "") -> Doubt:
    return Doubt(
        scope="table", page=page, reason=reason, detail=detail or form.title, remedy=_REMEDY, held=True, form=form.key
    )


class _Place(NamedTuple):
    """Where an amount stands in its form, whatever it says."""

    page: int
    panel: str
    row: int
    column: int


def _place(amount: Amount) -> _Place:
    return _Place(amount.page, amount.panel, amount.row, amount.column_number)


def _without_place(amount: Amount | None) -> Hashable:
    """Return an amount without its place in points."""
    return amount and replace(amount, box=(0.0, 0.0, 0.0, 0.0))


def hold_claims(
    ours: Iterable[Claim], theirs: Iterable[Claim], pages: Collection[int]
) -> tuple[tuple[Claim, ...], list[Doubt]]:
    """Doubt the claims of `pages` that the other reader does not see; returns ours, and a Doubt for each such page."""
    seen = Counter(_content_of(c) for c in theirs if c.page in pages)
    judged: list[Claim] = []
    unlike: Counter[int] = Counter()
    for claim in ours:
        shown = _content_of(claim)
        if claim.page not in pages or seen[shown]:
            seen[shown] -= 1
            judged.append(claim)
        else:
            unlike[claim.page] += 1
            judged.append(replace(claim, doubts=(*claim.doubts, UNLIKE)))
    unlike.update(page for page, _ in (+seen).elements())
    return tuple(judged), [
        Doubt(
            scope="page",
            page=page,
            reason=f"{UNLIKE} on {count} numbers of the running text",
            detail="",
            remedy=_REMEDY,
            held=True,
        )
        for page, count in sorted(unlike.items())
    ]


def _content_of(claim: Claim) -> tuple[int, Hashable]:
    """Return the page of a claim and what it says: not where in points, nor which claims stand before it."""
    return claim.page, (
        claim.section, claim.subject, claim.label, claim.code, claim.role, claim.direction, claim.base, claim.text,
        claim.counted_in, claim.doubts,
    )  # fmt: skip
