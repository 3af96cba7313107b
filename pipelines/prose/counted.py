"""Counted: what the change of a count is of: 购置数 3 辆，较上年增加 1 辆; 接待 9 批次，较上年减少 2 批次，下降 18%.

Belongs here: which of the things counted before in a sentence changed. Does not belong here: what a measure word counts
(subjects), roles (roles), changes of money (changes). Nothing here changes what is being spoken of.
"""

from collections.abc import Mapping

from pipelines.prose.assertions import TURNED, Assertion
from pipelines.prose.claims import Claim
from pipelines.prose.discourse import Topic
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import Cue
from pipelines.vocabulary import YUAN_PER_UNIT


def changed_count(counted: Mapping[str, Topic], last: Claim | None, cue: Cue, quantity: Quantity) -> Topic | None:
    """Return what was counted that a number with a cue, and no name before it, says the change of; None: it says none.

    counted: what was counted in the sentence, by its measure word, in order; last: the claim before. A rate is of a count
    where the change before it is.
    """
    if last is None or cue.role not in TURNED or not counted:
        return None
    if quantity.kind == "percent":
        is_change = last.role == "change" and last.counted_in not in (*YUAN_PER_UNIT, "%")
        return Topic(last.subject) if is_change else None
    if quantity.kind != "count" or not (last.role == "count" or last.counted_in in counted):
        return None
    return counted.get(quantity.counted_in) or [*counted.values()][-1]


def are_counted(counted: Mapping[str, Topic], last: Claim, quantity: Quantity) -> bool:
    """Whether a change of a count and the number behind it are of two things counted before: 增加 1 个、2 人次."""
    return last.counted_in in counted and quantity.kind == "count" and quantity.counted_in in counted


def compared_count(counted: Mapping[str, Topic], last: Claim | None, is_open: bool) -> Topic | None:
    """Return what was counted last, if words right behind it compare it: 出国 0 人次，与上年持平.

    is_open: whether money was said before that nothing compares yet; then the words compare that.
    """
    return [*counted.values()][-1] if counted and last and last.role == "count" and not is_open else None


def of_count(said: Assertion, quantity: Quantity, base: str | None, last: Claim | None) -> Assertion:
    """Leave the change of a count without what the money before it was compared with, where its own words name no base."""
    follows = last is not None and last.counted_in not in (*YUAN_PER_UNIT, "%", "")
    is_own = said.role in TURNED and quantity.kind == "count" and base is None and not follows
    return said._replace(base="") if is_own else said
