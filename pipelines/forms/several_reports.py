"""Several reports: where in one file another report begins: the unit's behind the department's, the budget behind the final account.

Belongs here: finding the page. Does not belong here: what a report is (disclosure), an archive of reports (reading.members), a form that is printed twice (form_set).
A second report has all of its own: a cover or a contents list, and the forms. Without all of that it is a part of the first one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipelines.doubts import Doubt
from pipelines.forms.budget_titles import bare_title
from pipelines.forms.layout import Layout, PageLayout, lay_out
from pipelines.forms.recognition import title_of
from pipelines.vocabulary import form_wordings, squeeze

_CORE = re.compile(r"^[TP][1-6]$")
"""Forms that every report has."""
_ENOUGH = 3
"""Core forms that are printed before the page and from it on, at least."""
_TITLE = re.compile(r"^[^,。;:、]{2,45}表(\(.*\))?$")
_COVER = re.compile(r"(20\d\d|二[〇○O0零]..)年?.{0,60}(预算|决算)|(预算|决算).{0,60}(20\d\d|二[〇○O0零]..)年")
_PART = re.compile(r"^(第.{1,3}部分|附件|附表|附录)")
_SENTENCE = re.compile(r"[,。;]")
_SHORT = 120
"""Characters of a cover at most."""


class Parted(NamedTuple):
    """The pages of the first report of a file, those behind it that are another's, and the doubt about these."""

    own: Layout
    behind: Layout
    doubts: list[Doubt]


def first_report(layout: Layout) -> Parted:
    """Part the pages of a file where another report begins; nearly every file is one report."""
    begins = _another_report(layout.pages)
    if begins is None:
        return Parted(layout, Layout(()), [])
    own, behind = ([laid.page for laid in pages] for pages in (layout.pages[:begins], layout.pages[begins:]))
    doubt = Doubt(
        scope="table",
        page=behind[0].number,
        reason="another report begins on this page; neither it nor what follows is read",
        detail="",
        remedy="put each report into a file of its own",
        held=True,
    )
    return Parted(lay_out(own), lay_out(behind), [doubt])


def _another_report(pages: Sequence[PageLayout]) -> int | None:
    """Return the place of the page on which another report begins."""
    starts = [at for at in range(1, len(pages)) if _begins(pages, at)]
    return next((at for at in starts if _is_whole(pages[:at]) and _is_whole(pages[at:])), None)


def _begins(pages: Sequence[PageLayout], at: int) -> bool:
    """Whether a page is a cover, or a contents list that goes on no other one and has no cover before it."""
    page, before = pages[at], pages[at - 1]
    if page.is_contents:
        return not before.is_contents and not (at > 1 and _is_cover(before))
    return _is_cover(page)


def _is_cover(laid: PageLayout) -> bool:
    text = "".join(squeeze(line.text) for line in laid.body)
    is_short = len(text) <= _SHORT and not _SENTENCE.search(text)
    return is_short and not laid.page.grids and bool(_COVER.search(text)) and not _PART.match(text)


def _is_whole(pages: Sequence[PageLayout]) -> bool:
    """Whether pages print enough core forms of one kind of disclosure."""
    named = {key for page in pages if page.page.grids and not page.is_contents for key in _forms_of(page)}
    return any(sum(key[0] == kind for key in named) >= _ENOUGH for kind in "TP")


def _forms_of(laid: PageLayout) -> Iterator[str]:
    """Yield the keys of the core forms whose titles a page prints."""
    for text in laid.texts:
        for kind, title in ((None, title_of(text)), (form_wordings.BUDGET, bare_title(text))):
            named = next(
                (w.form for w in form_wordings.forms(kind) if _TITLE.match(title) and w.title.search(title)), ""
            )
            if _CORE.match(named):
                yield named
