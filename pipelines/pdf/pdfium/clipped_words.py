"""Clipped words: characters of a text that lie beyond the box it is clipped to, as a name too long for its column in a sheet.

Belongs here: which characters of a text that sticks out nobody sees. Does not belong here: texts wholly outside (clips), text whose figures are cut
(doubtful_cells): what a cut number is, nobody knows, so that it is left as it is and held.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import compress, pairwise
from unicodedata import category

from pipelines.pdf.pdfium.bindings import Box

Owners = list[int | None]
"""The text object of each character of a page, None for none."""


def clipped_away(owners: Owners, printed: str, places: Sequence[Sequence[float]], clips: Mapping[int, Box]) -> set[int]:
    """Return which characters of a page are clipped away.

    printed: a letter for each character; places: x and y of each one's origin; clips: text object → the box that shows it, both in points of the page.
    """
    indices: dict[int, list[int]] = defaultdict(list)
    for index, owner in enumerate(owners):
        if owner is not None and owner in clips:
            indices[owner].append(index)
    hidden: set[int] = set()
    for item, own in indices.items():
        beyond = _beyond([(places[0][index], places[1][index]) for index in own], clips[item])
        cut = set(compress(own, beyond))
        kept = "".join(printed[index] for index in own if index not in cut)
        if _is_words(kept) and not any(_is_figure(printed[index]) for index in cut):
            hidden |= cut
    return hidden


def _beyond(origins: Sequence[tuple[float, float]], clip: Box) -> list[bool]:
    """Whether the middle of each character lies left or right of a clip; of none where they are not set along one line."""
    steps = [after[0] - before[0] for before, after in pairwise(origins)]
    if min(steps, default=0) <= 0 or len({y for _, y in origins}) > 1:
        return [False] * len(origins)
    return [not clip[0] <= x + step / 2 <= clip[2] for (x, _), step in zip(origins, [*steps, steps[-1]], strict=True)]


def _is_words(text: str) -> bool:
    return any(category(letter) == "Lo" for letter in text)


def _is_figure(letter: str) -> bool:
    return letter.isnumeric() or letter in ".,%-−－"
