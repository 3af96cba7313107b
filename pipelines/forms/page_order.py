"""Page order: pages that are missing in a file, stand in another order, or stand twice, by the numbers they print and by what is on them.

Belongs here: finding such places, and the doubts about the forms there. Does not belong here: what a page number looks like (furniture), a
second report in the file (several_reports). Only files whose pages count on are looked at: one that begins to count anew tells nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from pipelines.doubts import Doubt
from pipelines.forms.forms import Form
from pipelines.forms.furniture import PAGE_NUMBER
from pipelines.forms.layout import Layout, PageLayout
from pipelines.pdf import Page
from pipelines.vocabulary import squeeze

_NUMBER = re.compile(r"\d{1,3}(?!\d)")
_RUN = 2
"""Pages that count on by one before and behind a place where some are missing, at least."""
_MISSING = 9
"""Pages that are missing in one place, at most; more is another count."""
_MOVED = 4
"""Pages that stand in another order, at most."""
_SAME = 12
"""Numbers of two pages that are the same in all they print, at least: forms without any numbers look alike."""
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Disorder(NamedTuple):
    """Pages between which the file is not what was printed, from the first to the last, and why."""

    first: int
    last: int
    reason: str

    @property
    def pages(self) -> range:
        """The numbers of the pages from the first to the last."""
        return range(self.first, self.last + 1)


class _Run(NamedTuple):
    """Pages that count on by one: of the first and last of them the place in the file, and what they print beyond it."""

    pages: Sequence[int]
    beyond: int


def disorders(layout: Layout) -> list[Disorder]:
    """Find the places of a report where pages are missing, stand in another order or stand twice."""
    return [*_twice(layout), *_miscounted(_runs(layout))]


def page_doubts(found: Sequence[Disorder], forms: Iterable[Form]) -> Iterator[Doubt]:
    """Yield a doubt about each place, which says that a form may be missing for it, and one about each form that may go on there."""
    for one in found:
        yield _doubt(one, None)
    for form in forms:
        for one in found:
            if set(form.pages) & set(one.pages) and form.pages[0] < one.last:
                yield _doubt(one, form.key)
                break


def _doubt(one: Disorder, form: str | None) -> Doubt:
    return Doubt(
        scope="table" if form else "gap",
        page=one.last,
        reason=one.reason,
        detail="",
        remedy="look at the pages; ask for the whole file, its pages in their order",
        held=True,
        form=form,
    )


def _twice(layout: Layout) -> Iterator[Disorder]:
    texts = ((laid.number, _texts(laid.page)) for laid in layout.pages)
    for (one, before), (then, own) in pairwise(texts):
        if own == before and sum(len(_FIGURE.findall(text)) for text in own) >= _SAME:
            yield Disorder(first=one, last=then, reason="a page stands in the file twice")


def _texts(page: Page) -> list[str]:
    cells = (cell.text for grid in page.grids for cell in grid.cells)
    return [squeeze(text) for text in (*(line.text for line in page.lines), *cells) if text]


def _runs(layout: Layout) -> list[_Run]:
    """Return the runs of numbered pages that count on by one."""
    beyond: list[tuple[int, int]] = []
    for laid in layout.pages:
        found = _printed(laid)
        if found:
            before = beyond[-1][1] if beyond else None
            steps = [number - laid.number for number in found]
            beyond.append((laid.number, before if before in steps else steps[-1]))
    return [_Run([page for page, _ in run], key) for key, run in groupby(beyond, itemgetter(1))]


def _printed(laid: PageLayout) -> list[int]:
    """Return what may be the number of a page, from its top to its foot."""
    texts = [squeeze(line.text) for line in laid.furniture]
    return [int(found[0]) for text in texts if PAGE_NUMBER.match(text) and (found := _NUMBER.search(text))]


def _miscounted(runs: Sequence[_Run]) -> list[Disorder]:
    """Return the places where the printed numbers jump; none where they begin anew somewhere."""
    found: list[Disorder] = []
    at = 0
    while at + 1 < len(runs):
        back = next((to for to in range(at + 2, len(runs)) if _are_moved(runs[at], runs[at + 1 : to], runs[to])), None)
        jump = runs[at + 1].beyond - runs[at].beyond
        last, first = runs[at].pages[-1], runs[at + 1].pages[0]
        if back:
            moved = runs[back].pages[0]
            found.append(Disorder(first=last, last=moved, reason="pages stand in another order than their numbers"))
        elif (
            0 < jump <= _MISSING
            and len(runs[at].pages) >= _RUN
            and (len(runs[at + 1].pages) >= _RUN or at + 2 == len(runs))
        ):
            before, behind = last + runs[at].beyond, first + runs[at + 1].beyond
            found.append(
                Disorder(
                    first=last,
                    last=first,
                    reason=f"the numbers of the pages jump from {before} to {behind}: some may be missing",
                )
            )
        else:
            return []
        at = back or at + 1
    return found


def _are_moved(before: _Run, between: Sequence[_Run], behind: _Run) -> bool:
    """Whether the pages between two runs of one count are those that are due there, in another order."""
    pages = [(page, page + run.beyond) for run in between for page in run.pages]
    due = [page + before.beyond for page, _ in pages]
    return (
        before.beyond == behind.beyond and len(pages) <= _MOVED and sorted(due) == sorted(number for _, number in pages)
    )
