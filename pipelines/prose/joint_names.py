"""Joint names: several topics named as one, whose number is of all of them: 上缴上级支出、经营支出共 X; 事业收入和其他收入 X.

Belongs here: whether a text ends in such names. Does not belong here: one name (named_topics), one number for each (respectively).
"""

import re

from pipelines.prose.discourse import TOGETHER, Discourse, Topic
from pipelines.prose.named_topics import Named, named_last

_SUM = re.compile(r"(?:等)?(?:[两三四五]项)?(?:总共|共|合计|共计|总计)(?:为|是)?$")
"""The words that say a sum, behind several names."""
_JOINS = re.compile(r"(?<=[一-龥)])(?:、|以及|[和及与]|[”\"]、?[“\"])$")
"""What stands between the last of several names and the one before it."""
_JOINING = re.compile("[、和及与”]")
"""What every joint name has in it; looked at first, as few texts do."""
_ENDS = re.compile(r"[”\"]?(?:财政拨款)?(?:(?:决算|预算)数?)?[为是:]?")
"""What may stand behind the last name; 均, 各 and 分别 give each its own number."""


def named_together(discourse: Discourse, text: str) -> Named | None:
    """Return several names that a text ends in as one topic, other kinds together; None where it ends in one."""
    if not _JOINING.search(text):
        return None
    names = _SUM.sub("", text)
    named = named_last(discourse, names)
    if named is None or not _ENDS.fullmatch(names, named.end):
        return None
    joint = _JOINS.search(names[: named.start])
    if joint is None or not (names != text or _ends_in_other(discourse, names[: joint.start()], named.topic)):
        return None
    return Named(Topic(TOGETHER), joint.start(), len(text), None)


def _ends_in_other(discourse: Discourse, text: str, topic: Topic) -> bool:
    """Whether a text ends in a name of another topic."""
    before = named_last(discourse, text)
    return before is not None and before.end == len(text) and before.topic != topic
