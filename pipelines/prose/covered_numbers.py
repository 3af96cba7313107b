"""Covered numbers: claims whose number may not be what the page shows, as something lies over it.

Belongs here: which claims these are, and the doubt about them. Does not belong here: what lies over the text of a page (pdf), the
amounts of forms (forms.unsure_cells), claims whose wording is doubtful (sentence_reader).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipelines.doubts import Doubt
from pipelines.pdf import OVERLAP, Page, Unsure, reach
from pipelines.prose.claims import Claim

_SHOWN = 5
"""Numbers that a doubt names."""


def doubt_beside(claims: Sequence[Claim], reasons: Mapping[int, str]) -> list[Claim]:
    """Doubt the claims on some pages; reasons: page → why: the sentence before or behind may be missing."""
    return [replace(c, doubts=(*c.doubts, reasons[c.page])) if c.page in reasons and c.number else c for c in claims]


def doubt_covered(claims: Sequence[Claim], pages: Iterable[Page]) -> tuple[list[Claim], list[Doubt]]:
    """Doubt the claims whose number lies under something; returns the claims, and a Doubt for each page and reason."""
    lying = {page.number: (*page.covers, *page.unsure) for page in pages if page.covers or page.unsure}
    found: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    judged = [_judge(claim, lying, found) for claim in claims] if lying else list(claims)
    return judged, list(_doubts(found))


def _judge(claim: Claim, lying: Mapping[int, Sequence[Unsure]], found: Mapping[tuple[int, str], list[Claim]]) -> Claim:
    reason = next((one.reason for one in lying.get(claim.page, ()) if reach(one.box, claim.box) > OVERLAP), None)
    if reason is None or claim.number is None:
        return claim
    found[claim.page, reason].append(claim)
    return replace(claim, doubts=(*claim.doubts, reason))


def _doubts(found: Mapping[tuple[int, str], Sequence[Claim]]) -> Iterator[Doubt]:
    for (page, reason), claims in sorted(found.items(), key=lambda one: one[0]):
        more = f" … ({len(claims)})" if len(claims) > _SHOWN else ""
        yield Doubt(
            scope="page",
            page=page,
            reason=f"numbers of the running text are not surely what the page shows: {reason}",
            detail=" · ".join(f"{claim.label} {claim.text}".strip() for claim in claims[:_SHOWN]) + more,
            remedy="look at the page; what stands there is kept out of star and checks",
            held=True,
        )
