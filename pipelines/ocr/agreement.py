"""Agreement: whether two recognisers say the same of a line, how it is set aside.

Belongs here: what of two texts is compared. Does not belong here: reading them (engines), what is held for it (forms, prose).
A recogniser's own confidence is no measure: it is 1.0 for a cut name. Two models of two generations that err alike are rare:
of 326 amounts they agreed wrongly on none (docs/scans.md).
"""

import re
import unicodedata

_DASHES = str.maketrans(dict.fromkeys("一—–-−―ー_~", "-"))
_LOOSE = re.compile(r"(?<!\d)[.,]|[.,](?!\d)")
"""A point or comma that stands between no two digits."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


def agree(one: str, other: str) -> bool:
    """Whether two texts are one: widths, blanks, marks beside no digit aside, and commas between thousands."""
    return comparable(one) == comparable(other)


def comparable(text: str) -> str:
    """Return what of a text counts: letters, digits, points and commas between digits, dashes, percent signs."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).translate(_DASHES)
    signs = "".join(sign for sign in plain if sign.isalnum() or sign in ".,-%")
    return re.sub("-+", "-", _THOUSANDS.sub("", _LOOSE.sub("", signs)))


def differ_in_digits(one: str, other: str) -> bool:
    """Whether two texts say other numbers, not only other words."""
    return _digits(one) != _digits(other)


def _digits(text: str) -> str:
    return re.sub(r"[^\d.\-%]", "", comparable(text))
