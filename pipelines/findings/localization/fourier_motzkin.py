"""Fourier-Motzkin: which values a few unknowns can take under linear inequalities, exactly (Fourier and Motzkin).

Belongs here: the extent of each unknown and one point that satisfies all rows, in fractions.
Does not belong here: what the unknowns are (repairs), many unknowns (milp).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

Row = tuple[Mapping[str, Fraction], Fraction]
"""Σ weight · unknown ≤ limit."""
Extent = tuple[Fraction | None, Fraction | None]
"""Lowest and highest value, None where there is no limit."""


def extents(rows: Sequence[Row], unknowns: Sequence[str]) -> dict[str, Extent] | None:
    """Return unknown → its extent over all solutions of the rows; None where there is no solution."""
    found: dict[str, Extent] = {}
    for unknown in unknowns:
        left: list[Row] | None = _tightest(rows)
        for other in unknowns:
            if left is not None and other != unknown:
                left = _without(left, other)
        if left is None:
            return None
        low, high = _limits(left, unknown)
        if low is not None and high is not None and low > high:
            return None
        found[unknown] = (low, high)
    return found


def point(rows: Sequence[Row], unknowns: Sequence[str], steps: Mapping[str, Fraction]) -> dict[str, Fraction] | None:
    """Return one solution, each unknown near the middle of its extent, at a multiple of its step.

    Unknowns are chosen in turn. None where there is no solution, also where the steps leave none.
    """
    chosen: dict[str, Fraction] = {}
    for number, unknown in enumerate(unknowns):
        left = extents(rows, unknowns[number:])
        if left is None:
            return None
        chosen[unknown] = _step_within(*left[unknown], steps[unknown])
        rows = with_values(rows, {unknown: chosen[unknown]})
    return chosen if all(limit >= 0 for _, limit in rows) else None


def with_values(rows: Sequence[Row], values: Mapping[str, Fraction]) -> list[Row]:
    """Return the rows with some unknowns given."""
    return [
        (
            {u: w for u, w in weights.items() if u not in values},
            limit - sum(w * values[u] for u, w in weights.items() if u in values),
        )
        for weights, limit in rows
    ]


def _step_within(low: Fraction | None, high: Fraction | None, step: Fraction) -> Fraction:
    """Return a value between the limits, on a step where one is there."""
    if low is None or high is None:
        middle = next((x for x in (low, high) if x is not None), Fraction(0))
    else:
        middle = (low + high) / 2
    near = round(middle / step) * step
    inside = (low is None or low <= near) and (high is None or near <= high)
    return near if inside else middle


def _limits(rows: Sequence[Row], unknown: str) -> Extent:
    low = high = None
    for weights, limit in rows:
        weight = weights[unknown]
        value = limit / weight
        if weight > 0:
            high = value if high is None else min(high, value)
        else:
            low = value if low is None else max(low, value)
    return low, high


def _without(rows: Sequence[Row], unknown: str) -> list[Row] | None:
    """Eliminate an unknown: return the rows that the others must satisfy for some value of it."""
    above = [row for row in rows if row[0].get(unknown, 0) > 0]
    below = [row for row in rows if row[0].get(unknown, 0) < 0]
    kept = [row for row in rows if not row[0].get(unknown, 0)]
    for up, up_limit in above:
        for down, down_limit in below:
            a, b = -down[unknown], up[unknown]
            weights = {u: a * up.get(u, 0) + b * down.get(u, 0) for u in {*up, *down} if u != unknown}
            kept.append((weights, a * up_limit + b * down_limit))
    return _tightest(kept)


def _tightest(rows: Sequence[Row]) -> list[Row] | None:
    """Keep the tightest of the rows with the same direction; None where a row without unknowns cannot hold."""
    tight: dict[tuple[tuple[str, Fraction], ...], Fraction] = {}
    for weights, limit in rows:
        used = sorted((u, Fraction(w)) for u, w in weights.items() if w)
        if not used:
            if limit < 0:
                return None
            continue
        scale = abs(used[0][1])
        direction = tuple((u, w / scale) for u, w in used)
        value = Fraction(limit) / scale
        tight[direction] = min(value, tight.get(direction, value))
    return [(dict(direction), limit) for direction, limit in tight.items()]
