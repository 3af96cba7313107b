"""Unknown points: points of a list of items (项) that go by no name of the classification: 1.关工委工作经费。

Belongs here: telling that a heading or the words before an amount begin such a point, so that what follows is said of it and of
nothing named before. Does not belong here: names that are known (named_items, named_topics), reading the sentence (sentence_reader).
"""

import re

from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.named_items import POINT
from pipelines.prose.plain_words import plain
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import Cue
from pipelines.prose.section_items import ITEMISED

_KEY = "unknown_item"
_NAME = re.compile(r"[^,;:。!?%\d]{2,40}")
"""What may be the name of a point: no clause, no amount."""
_OF_ALL = re.compile(
    r"^[按从]|(情况|说明|如下|方面|内容|构成|结构|分析|原因|因素|总体|具体|主要|整体)$"
    r"|^(财政拨款|一般公共预算|政府性基金(预算)?|国有资本经营(预算)?|[本当]?年度?|年[初末]|上年|结转|结余|收入|支出|决算|预算|数|金额|合计|总[计额]|其他|[和及、的各])+$"
)
"""A heading that says how, not what of, or in general words: what was spoken of goes on behind it."""
_VERB = re.compile(r"[,:]?(本年度?|当年|全年|20\d\d年度?)?$")


def unknown_heading(discourse: Discourse, text: str) -> Topic | None:
    """Return the point that a numbered heading begins which names nothing known; None in sections that list no items."""
    if discourse.section not in (*ITEMISED, "three_public") or not (point := POINT.match(text)):
        return None
    return _topic(re.sub(r"[。:;,]+$", "", text[point.end() :]))


def unknown_before(discourse: Discourse, lead: str, cue: Cue, quantity: Quantity) -> Topic | None:
    """Return the point whose name, unknown, is all that a sentence says before its first amount; without a number before a budget alone.

    关工委工作经费年初预算为 X，支出决算为 Y.
    """
    if discourse.section not in ITEMISED or quantity.kind != "money" or cue.role not in ("budget", "value"):
        return None
    words = plain(lead[: cue.start], discourse.grammar.wordings)
    point = POINT.match(words)
    if not point and cue.role != "budget":
        return None
    return _topic(_VERB.sub("", words[point.end() if point else 0 :]))


def _topic(name: str) -> Topic | None:
    is_name = _NAME.fullmatch(name) and not _OF_ALL.search(name)
    return Topic(_KEY, name, lasting=True) if is_name else None
