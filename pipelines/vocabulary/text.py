"""Text: characters as they are compared, and text from outside made safe for one line.

Belongs here: normal forms of text, whatever it says. Does not belong here: numbers (numbers), known wordings (CSV).
"""

import re
import unicodedata
from functools import cache, lru_cache

from pipelines.vocabulary import form_wordings

_RAISED = re.compile("([\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089])")
"""Raised and lowered digits stay what they are: NFKC would make a footnote's mark part of the number."""
_CIRCLED = {ord("①") + n: f"({n + 1})" for n in range(20)}
"""A number in a circle counts points; NFKC would make it bare digits, which would join the number that follows."""
_FIRST_RADICAL, _LAST_RADICAL = "\u2e80", "\u2fd5"
"""CJK radicals supplement and Kangxi radicals of Unicode."""


@lru_cache(maxsize=20_000)
def squeeze(text: str) -> str:
    """Normalise a text: NFKC but for raised and lowered digits, radicals as the characters they look like, no white space.

    Results are kept: each cell and line of a report is asked for many times.
    """
    text = text or ""
    if _RAISED.search(text):
        return "".join(part if _RAISED.match(part) else squeeze(part) for part in _RAISED.split(text))
    return "".join(unicodedata.normalize("NFKC", text.translate(_CIRCLED)).translate(_radicals()).split())


@cache
def _radicals() -> dict[int, str]:
    """Radicals that some fonts name in place of the character and NFKC leaves (⻔ for 门) or makes traditional (戶 for 户)."""
    return {ord(row["radical"]): row["character"] for row in form_wordings.rows("radicals")}


def legible(text: str) -> str:
    """Write radicals as the characters they look like, so that a text can be searched; all else stays as printed."""
    return "".join(squeeze(c) if _FIRST_RADICAL <= c <= _LAST_RADICAL else c for c in text)


def one_line(text: str) -> str:
    """Replace control characters by ?, so that a file name cannot forge a line of output."""
    return "".join(c if c.isprintable() else "?" for c in text)
