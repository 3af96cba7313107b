"""Reasons: why a page, a cell or a line of a picture is not taken as read.

Belongs here: the English sentences; their Chinese is in vocabulary/wordings/doubts.csv. Does not belong here: when they hold,
what is said of a page as a whole (scans).
"""

UNLIKE = "two recognisers of the picture read it differently"
OVERLAID = "other ink lies over it or a rule cuts it in the picture"
NO_POINT = "it has other decimals than the numbers beside it, so that a point may be lost in the picture"
LOST_RULE = "it stands in more than one row or column, so that a rule may be lost in the picture"

TOO_LARGE = "its picture is too large"
NO_GRID = "the rules of its picture enclose no cells"
OPEN_GRID = "the grid of its picture does not close"
NO_SIDE_UP = "the lines of its picture do not say which side is up"


def too_coarse(resolution: float, least: int) -> str:
    """Say that a picture has too few dots an inch."""
    return f"its picture has {resolution:.0f} dots an inch and needs {least}, or digits cannot be told apart"


class NotRead(Exception):
    """A page that cannot be read off its picture; the message says why."""
