"""Shared roles: what a number takes from the one before it: parts of a budget are budgets, a difference behind a budget is from that.

Belongs here: whether the parts that 其中 gives are of the kind of their whole, what a bare 差值 is held against,
whether a percent is the rate of the number before it.
Does not belong here: roles said in words (roles), what is spoken of (discourse). Nothing here changes what is being spoken of.
"""

import re

from pipelines.prose.assertions import TURNED, Assertion
from pipelines.prose.claims import Claim
from pipelines.prose.discourse import Discourse
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import Cue, budget_of_phase
from pipelines.vocabulary import YUAN_PER_UNIT

_GREW = re.compile(r"^[,、]?(同比|较上年同期|比上年同期)(增长|上升|提高|增加|下降|减少|降低)了?$")
_BARE = ("(", ",")
"""What alone stands between a change and its rate."""
_WITH_PARTS = ("three_public", "procurement")
"""Sections whose budgets have parts of their own; an item's 年初预算 X holds 上年结转 Y."""
_IN_BUDGET = re.compile(
    r"(?<!一般公共)(?<!基金)(?<!资本经营)预算(数|支出|安排)?中[,:](?!.*(决算|实际|执行|支出)(数|支出)?中[,:])"
)
"""Words of a sentence that names the amounts in a budget: 2024年“三公”经费预算中,公务接待费2万元."""
_OUTCOME = re.compile(r"决算|实际|执行|完成")
"""Words of a part that say it is no budget, and of this year."""
_FUND_BUDGET = re.compile(r"(?:政府性基金|国有资本经营)预算(?:财政拨款)?(?:支出)?(?:安排)?[为是]?$")
_ITS_OUTCOME = re.compile(r"[,;](?:实际)?(?:支出|收入)?(?:决算|执行|完成)(?:数|支出|收入)?[为是]?\d")
"""Right behind the amount of a fund that is its budget: 政府性基金预算 X，决算数 Y."""
_SIDE = re.compile(r"收入|支出")
_SIDES = ("government_fund", "state_capital")
"""Funds whose income and spending are told in one section."""

BUDGETS_COMPARED = "compares a budget with the one before"
"""The doubt of what compares two budgets in a final account."""
_LAST_BUDGET = re.compile(r"[比较与同和](?:上年|去年|20\d\d年)度?(?:年初)?预算")
_OWN_YEAR = re.compile(r"本年|今年|当年|20\d\d年")
_WITH_LAST = re.compile(r"^[,、](?:同?比|较|与)(?:上年|去年|上一年)")
_BARE_TURN = re.compile(r"^[,、](?:增|减|上升|下降|降低|提高)")
"""Words of a change that compare with last year, and of one that goes on with that."""
_GOES_ON = re.compile(r"[,、;(和]|其中")
_UNSIGNED_RATE = re.compile(r"(?:增减|差异|变动|变化)(?:率|幅度?|比例)[为是:]*$")
"""Words of a rate that say no direction: 少10.30万元，差异率9.27%."""


def shared_by(discourse: Discourse, whole: Claim | None) -> Claim | None:
    """Return an amount whose parts are of its kind: a budget of 三公经费 or procurement, an amount of last year."""
    if whole is None:
        return None
    is_budget = whole.role == "budget" and discourse.section in _WITH_PARTS
    return whole if is_budget or whole.role == "prior" else None


def of_whole(whole: Claim | None, found: Cue | None, lead: str) -> Cue | None:
    """Return the cue of a part as its whole has it, where its own words say nothing else."""
    if whole is None or found is None or found.role != "value" or _OUTCOME.search(lead):
        return None
    return Cue(whole.role, found.start, whole.base)


def of_budget_named(found: Cue | None, section: str, before: str, lead: str) -> Cue | None:
    """Read the amounts that a sentence names in a budget (before: what it has said) as budgets, where no word says that they were spent."""
    is_amount = found is not None and found.role == "value" and section in _WITH_PARTS
    if found is None or not is_amount or _OUTCOME.search(lead) or not (named := _IN_BUDGET.search(before)):
        return found
    return Cue("budget", found.start, "initial" if before[: named.start()].endswith("年初") else "unstated")


def of_fund_budget(found: Cue | None, lead: str, rest: str) -> Cue | None:
    """Read the amount of a fund by its bare name, right behind which its outcome is told, as its budget: 政府性基金预算 X，决算数 Y."""
    is_amount = found is not None and found.role == "value"
    is_budget = is_amount and _FUND_BUDGET.search(lead) and _ITS_OUTCOME.match(rest)
    return Cue("budget", len(lead), "unstated") if is_budget else found


def of_either_side(last: Claim | None, assertion: Assertion, lead: str) -> Assertion:
    """Doubt the outcome of a fund behind its budget where no word says whether it was received or spent."""
    is_outcome = last is not None and last.role == "budget" and last.subject in _SIDES and last.section == last.subject
    if not is_outcome or assertion.role != "value" or _SIDE.search(lead):
        return assertion
    return assertion._replace(doubts=(*assertion.doubts, "received or spent is not said"))


def against_budget(last: Claim | None, assertion: Assertion) -> Assertion:
    """Hold a difference right behind a budget against that: 支出 X，年初预算为 Y，差值为 Z; 支出 X，比预算数 Y 节约 Z."""
    is_based = bool(assertion.direction and assertion.base)
    if assertion.role != "change" or is_based or last is None or last.role != "budget":
        return assertion
    return assertion._replace(base=budget_of_phase(last.base))


def of_budgets(last: Claim | None, assertion: Assertion, lead: str) -> Assertion:
    """Doubt what compares a budget said right before it with that of the year before: 年初预算 X，比上年年初预算 Y 增加 Z says nothing of the outcome."""
    if last is None or assertion.role not in ("prior", *TURNED):
        return assertion
    is_first = last.role == "budget" and _LAST_BUDGET.search(lead) is not None
    goes_on = BUDGETS_COMPARED in last.doubts and assertion.role in TURNED
    return assertion._replace(doubts=(*assertion.doubts, BUDGETS_COMPARED)) if is_first or goes_on else assertion


def of_year_told(told: int | None, assertion: Assertion, lead: str, is_alone: bool) -> Assertion:
    """Doubt an amount, its completion or its change behind one of another year (told), where nothing says that it is of this one: 2023年预算 X，决算 Y，完成预算的 P%.

    is_alone: whether no amount of this year was said of it before, which a comparison with last year would be of.
    """
    is_changed = is_alone and assertion.role in TURNED and bool(_WITH_LAST.search(lead) or _BARE_TURN.match(lead))
    is_amount = (assertion.role in ("value", "budget", "completion") or is_changed) and not assertion.doubts
    if told is None or not is_amount or _OWN_YEAR.search(lead) or not _GOES_ON.match(lead):
        return assertion
    return assertion._replace(doubts=(f"says {told}",))


def of_unsigned_rate(last: Claim | None, assertion: Assertion, lead: str) -> Assertion:
    """Give a rate without a sign the direction of the change in money right before it: 少10.30万元，差异率9.27%."""
    is_rate = assertion.role == "growth" and last is not None and last.role == "change"
    if not is_rate or last is None or not _UNSIGNED_RATE.search(lead):
        return assertion
    return assertion._replace(direction=last.direction)


def is_rate_of_change(last: Claim | None, words: str, quantity: Quantity) -> bool:
    """Whether a bare percent is the growth of the change in money before it: 较上年减少51.42万元(75.65%); 增加0万元,0%."""
    is_change = last is not None and last.role == "change" and last.counted_in in YUAN_PER_UNIT
    return is_change and words in _BARE and quantity.kind == "percent"


def is_rate_of_reason(last: Claim | None, words: str, quantity: Quantity) -> bool:
    """Whether a percent is the growth of the number right before it, which explains: 门诊36.52万人次，同比增长5.3%."""
    follows = last is not None and last.subject == "reason" and last.role != "rate"
    return follows and quantity.kind == "percent" and bool(_GREW.match(words))
