"""Open columns: the columns of a table without vertical rules, proved by the middles of its headings and by what stands below.

Belongs here: which headings are those of one column each, the boundaries that follow, whether the body keeps to them.
Does not belong here: bands and runs (open_bands), how far headings of several columns reach (open_headings), rows and cells
(open_tables). What is not proved gives no columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from pipelines.pdf.open_bands import Band, headings, labelled_behind_total, labelled_by_total, parted_at_total
from pipelines.pdf.open_headings import is_over
from pipelines.pdf.open_rows import lines_of, sums_of
from pipelines.pdf.open_runs import CLOSE, Heading, Run

_CLOSES = 2.0
"""Points by which the last boundary that follows from the middles of headings may miss the end of the rules."""
_ALIGNED = 1.5
"""Points within which the right ends, the left ends or the middles of a column's amounts stand over one another."""
_BESIDE = 0.5
"""Points by which a run may reach over a boundary."""
_LEAST, _MOST = 2, 20
"""Columns of a table."""
_LEVELS = 8
"""Strips of a heading at most."""
_HEADINGS = 40
"""Headings of a table at most."""
_SPANNING = 3
"""Headings over several columns that no heading of one column overlaps, at most: 项目 over 科目编码 and 科目名称."""


def columns_of(band: Band) -> Iterator[tuple[Band, list[float]]]:
    """Yield a band and the boundaries of its columns, from the left end of its rules to the right, in each way that proves them.

    Headings are centred: a column's right boundary lies as far from the middle of its heading as its left one. The right
    boundary of the last column must be the end of the rules, and the body keep between the boundaries. The body may begin
    above the first amounts, with rows that have none; an empty row is no heading.
    """
    for whole in (one for close in CLOSE for one in _ways(replace(band, close=close)) if one):
        for first in range(min(whole.first, _LEVELS), 0, -1):
            if not whole.strips[first - 1]:
                continue
            parted = replace(whole, first=first)
            if edges := _columns_below(parted):
                yield parted, edges
                break


def _ways(band: Band) -> Iterator[Band | None]:
    """Yield a band as it is, and with the texts in its first row of amounts as headings: all, or those behind 合计 and an amount."""
    yield band
    yield parted_at_total(band)
    yield labelled_by_total(band)
    yield labelled_behind_total(band)


def _columns_below(band: Band) -> list[float] | None:
    """Return the boundaries that the heading of a band gives; None where there is not one way to read it."""
    if any(rule.at > band.ys[band.first] for rule in band.partial):
        return None
    found = list(headings(band))
    if len(found) > _HEADINGS:
        return None
    sure = [one for one in found if not any(is_over(one, other) for other in found)]
    if any(_is_several(one, runs) for one in sure for runs in (*band.strips[: band.first], band.labels)):
        return None
    optional = [one for one in sure if any(other.top >= one.bottom for other in sure)]
    within = band.labels if band.labels == labelled_behind_total(band).labels else ()
    body = [run for strip in band.strips[band.first :] for run in strip if run not in within]
    for count in range(min(_SPANNING, len(optional)) + 1):
        ways = [
            edges
            for spanning in combinations(optional, count)
            if (edges := _edges(band, [one for one in sure if one not in spanning])) and are_kept(body, edges)
        ]
        if ways:
            return ways[0] if len(ways) == 1 else None
    return None


def _is_several(heading: Heading, runs: Sequence[Run]) -> bool:
    """Whether words stand beside one another in a heading: it is several, joined to the one over them."""
    own = [
        run for run in runs
        if len(run.text) > 1 and heading.start <= run.start and run.end <= heading.end and heading.top <= run.middle <= heading.bottom
    ]  # fmt: skip
    return len(own) > len({run.baseline for run in own})


def keeps_to(band: Band, edges: Sequence[float]) -> bool:
    """Whether a band without a heading goes on with the columns of the table on the page before."""
    is_as_wide = abs(band.left - edges[0]) <= _CLOSES and abs(band.right - edges[-1]) <= _CLOSES
    return is_as_wide and not band.partial and are_kept([run for strip in band.strips for run in strip], edges)


def _edges(band: Band, leaves: Sequence[Heading]) -> list[float] | None:
    """Return the boundaries of columns of which the headings are the middles; None where they do not close."""
    if not _LEAST <= len(leaves) <= _MOST:
        return None
    edges = [band.left]
    for one in sorted(leaves, key=lambda one: one.start):
        edges.append(one.start + one.end - edges[-1])
        if edges[-1] < one.end - _BESIDE or edges[-2] > one.start + _BESIDE:
            return None
    return [*edges[:-1], band.right] if abs(edges[-1] - band.right) <= _CLOSES else None


def are_kept(body: Sequence[Run], edges: Sequence[float]) -> bool:
    """Return whether a body keeps to its columns: a run alone in its line, amounts over one another and no words among them."""
    own = list(_by_column(body, edges))
    amounts = [[run for run in runs if run.is_amount] for runs in own]
    if not any(amounts) or sum(map(len, amounts)) != sum(run.is_amount for run in body):
        return False
    words = {run for numbers, runs in zip(amounts, own, strict=True) if numbers for run in runs if _is_word(run)}
    sums = {run for line in lines_of(body) for run in sums_of(line, edges)} if words else set()
    return words <= sums and all(map(_are_alone, own)) and all(_is_aligned(numbers) for numbers in amounts if numbers)


def _by_column(runs: Sequence[Run], edges: Sequence[float]) -> Iterator[list[Run]]:
    """Yield the runs within each column."""
    for left, right in pairwise(edges):
        yield [run for run in runs if left - _BESIDE <= run.start and run.end <= right + _BESIDE]


def _is_word(run: Run) -> bool:
    """Whether a run is more than a sign for nothing (—, /) or a number, which may be negative."""
    return len(run.text) > 1 and not run.text[0].isdigit() and not run.is_amount


def _are_alone(runs: Sequence[Run]) -> bool:
    """Whether no two runs of a column stand in one line, but for the two letters of 合 计."""
    lines = sorted(runs, key=lambda run: run.baseline)
    return all(
        then.baseline - one.baseline > one.size / 2 or len(one.text) == len(then.text) == 1
        for one, then in pairwise(lines)
    )


def _is_aligned(amounts: Sequence[Run]) -> bool:
    """Whether amounts stand over one another by their right ends, their left ends or their middles."""
    places = (
        [run.end for run in amounts],
        [run.start for run in amounts],
        [(run.start + run.end) / 2 for run in amounts],
    )
    return any(max(place) - min(place) <= _ALIGNED for place in places)
