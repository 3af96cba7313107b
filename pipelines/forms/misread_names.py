"""Misread names: names of rows that differ from the classification because a recogniser misread them.

Belongs here: which doubts about names are of that kind. Does not belong here: that a name differs (row_meanings), numbers that recognisers
read differently (ocr).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipelines.doubts import Doubt
from pipelines.forms.layout import Layout

_OTHER_NAME = re.compile(
    r"code (?P<code>\d+) is printed as (?P<printed>.*), the reference \(.*\) names it (?P<known>.*)$"
)


def misread_names(doubts: Iterable[Doubt], layout: Layout) -> Iterator[Doubt]:
    """Yield doubts; a name that differs from the classification by a letter in four is no other name where a recogniser has read it."""
    pictures = {laid.number for laid in layout.pages if laid.page.origin == "ocr"}
    for doubt in doubts:
        named = _OTHER_NAME.match(doubt.reason) if doubt.page in pictures else None
        if named and _is_misread(named["printed"], named["known"]):
            reason = f"the name of code {named['code']} is read off a picture as {named['printed']}, perhaps for {named['known']}"
            doubt = replace(doubt, reason=reason, remedy="look at the page; nothing was changed")
        yield doubt


def _is_misread(printed: str, known: str) -> bool:
    return len(printed) == len(known) and 4 * sum(a != b for a, b in zip(printed, known, strict=True)) <= len(known)
