"""Plain words: a text without what names no topic: comparison bases, remarks in brackets, glue.

Belongs here: taking them out. Does not belong here: what a base says (bases), finding topics in the rest (named_topics).
"""

import re

from pipelines.vocabulary import ProseWordings, prose_wordings

_REMARK = re.compile(
    r"(?<!\d{7})\((?!\d+\)|(?:以下)?简称|不含[^()]*专户)[^()]{7,}\)|\((?:不?含(?![^()]*专户)|以下|其中)[^()]*\)"
)


def without_bases(text: str, wordings: ProseWordings) -> str:
    """Remove the comparison bases of a text: their words are no topics (比上年支出)."""
    for wording in wordings.bases:
        text = wording.pattern.sub("", text)
    return text


def plain(text: str, wordings: ProseWordings) -> str:
    """Remove comparison bases and long remarks in brackets: topics are looked for in the rest."""
    return _REMARK.sub("", without_bases(text, wordings))


def without_glue(text: str) -> str:
    """Return what is left of a text without the words that change nothing between a topic and its number."""
    while text:
        end = prose_wordings.count_glue(text)
        if end == len(text):
            return ""
        if not end:
            return text
        text = text[end:]
    return ""
