"""Counted: what the change of a count is of: 购置数 3 辆，较上年增加 1 辆; 接待 9 批次，较上年减少 2 批次，下降 18%.

Belongs here: which of the things counted before in a sentence changed. Does not belong here: what a measure word counts
(subjects), roles (roles), changes of money (changes). Nothing here changes what is being spoken of.
"""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from pipelines.prose.assertions import TURNED, Assertion
from pipelines.prose.claims import Claim
from pipelines.prose.discourse import Topic
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import Cue
from pipelines.vocabulary import YUAN_PER_UNIT

_BOUGHT = {"vehicles_purchased": "purchase"}
"""What is counted as bought → what it is paid from."""
_PRICE = re.compile(r"^[,、(]?(购置|支出|采购)?(总)?(金额|支出|费用|价款)(共计|合计|共)?(为)?$")
_PART_OF = {"abroad_groups": "abroad_groups_part", "abroad_persons": "abroad_persons_part", "cars": "cars_part"}
"""What several offices may be said to have, each for itself → what those counts are of."""
_TOLD_IN_PARTS = ("abroad_groups", "cars")
"""Those of them whose parts are claims behind 其中 too."""
_VEHICLES, _OF_BUYER = "vehicles_purchased", "vehicles_purchased_part"
"""Vehicles bought, and those that one of several buyers is said to have bought."""
_BUYERS = re.compile(
    r"[;,、]?[一-龥()]{2,16}(?:购置|更新|新购|购买|购入)(?:了)?$"
    r"|[局办处院委队所站](?:机关)?\d[\d.,]*万?元[^,;。:]{0,10}(?:购置|更新|新购|购买|购入)[^,;。:\d]{2,12}$"
)
"""Words before a count of vehicles that name who bought them: 机关购置 2 辆；支队购置 1 辆."""
_SUM = re.compile(r"(共计?|合计|总计|累计)(为|有)?,?$")
"""Words before a number that other numbers of its sentence are parts of."""
_SOME = re.compile(r"(其中[,:]?|\(含)[^,;。:、()\d]{0,12}$")
"""Right before a count of some of what was counted right before: 24个项目开展绩效自评，其中12个为政府性基金项目; 保有量8辆（含新能源车2辆）."""
_GUESTS = re.compile(r"接待|来访|来宾|外宾|宾客|[。;]")
"""Words before a count that say, or may say, that it is of guests."""
_SPENT = re.compile(r"[,、(]?(?:共|合计|共计)?(?:支出|开支|花费|费用|金额|经费)(?:共|合计|共计)?(?:为)?")
"""Words before an amount that name nothing but that it was spent."""
_COST = re.compile(r",(共计?|合计|总计)?(支出|开支|发生|花费)?接待(费用?|支出|经费)(支出|共计?|合计)?(为|是|约)?")
_FROM_HOME = re.compile(r"国内(公务)?(接待|来访)[^。;外]*$")
_FROM_ABROAD = re.compile(r"(外宾|外事|涉外|国\(境\)外|国外|境外)(公务)?(接待|来访)[^\d。;]{0,8}[1-9]")
"""Guests by where they come from, and the bare name of what they cost: 国内接待 X 批次、Y 人次，接待费 Z；外事接待 …"""
_TO = re.compile(r"[一-龥]{1,2}[到至为]")
"""Words between what was and what is."""


def is_some_of_counted(topic: Topic, last: Claim | None, lead: str, quantity: Quantity) -> bool:
    """Whether a number counts some of what (topic) was counted right before it, of which no subject speaks."""
    is_same = last is not None and (last.role, last.subject, last.label) == ("count", topic.key, topic.label)
    if last is None or not is_same or topic.key in _TOLD_IN_PARTS:
        return False
    return last.counted_in == quantity.counted_in and _SOME.search(lead) is not None


def is_money_of_counted(last: Claim | None, roles: Container[str], lead: str, quantity: Quantity) -> bool:
    """Whether an amount is that of what was counted right before it, as what is spoken of has its own (roles): 出国费 X，…自行组团 1 个、4 人次，支出 Y."""
    is_again = last is not None and last.role == "count" and "value" in roles
    is_some = quantity.number is not None and quantity.number.value != 0
    return is_again and is_some and _SPENT.fullmatch(lead) is not None


def with_parts(claims: Sequence[Claim], text: str, start: int) -> Sequence[Claim]:
    """Return the claims of a sentence, counts that several offices or buyers are each said to have read as parts; text: the sentence, start: its offset."""
    for subject in _PART_OF:
        claims = _with_parts_of_offices(claims, subject, text, start)
    return _with_parts_of_buyers(claims, text, start)


def _with_parts_of_offices(claims: Sequence[Claim], subject: str, text: str, start: int) -> Sequence[Claim]:
    """Return several counts of groups sent abroad, or of vehicles, as parts but for the one that is the whole.

    组织出国团组 X 个，参加其他单位组团 Y 个，共计 Z 个; without a sum the only one above zero is the whole, and a zero behind it stays.
    """
    groups = [c for c in claims if (c.subject, c.role) == (subject, "count") and c.span and c.number]
    some = [c for c in groups if c.number and c.number.value]
    if len(groups) < 2 or some in ([], groups[:1]):
        return claims
    sums = [c for c in groups if c.span and _SUM.search(text[: c.span.start - start])]
    wholes = groups[:1] if "其中" in _between(groups[0], groups[1], text, start) else []
    whole = (sums or wholes or (some if len(some) == 1 else []))[:1]
    return [replace(c, subject=_PART_OF[subject]) if c in groups and c not in whole else c for c in claims]


def _with_parts_of_buyers(claims: Sequence[Claim], text: str, start: int) -> Sequence[Claim]:
    """Return counts of vehicles that several buyers are each said to have bought as parts, none of which is the whole."""
    bought = [c for c in claims if (c.subject, c.role) == (_VEHICLES, "count") and c.span]
    parts = [c for c in bought if c.span and _BUYERS.search(_clause(text[: c.span.start - start]))]
    if len(parts) < 2:
        return claims
    return [replace(c, subject=_OF_BUYER) if c in parts else c for c in claims]


def _clause(before: str) -> str:
    return re.split(r"[;,。:]", before)[-1]


def _between(first: Claim, second: Claim, text: str, start: int) -> str:
    return text[first.span.end - start : second.span.start - start] if first.span and second.span else ""


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


def still_abroad(last: Claim | None, measured: Topic, lead: str, quantity: Quantity) -> Topic:
    """Return what is counted behind those sent abroad, where no word between says that it is guests: 累计5人次，其中本单位组织4人次."""
    is_abroad = last is not None and last.role == "count" and last.subject.startswith("abroad_")
    if not is_abroad or measured.key not in ("reception_persons", "reception_batches") or _GUESTS.search(lead):
        return measured
    return Topic("abroad_persons" if quantity.counted_in in ("人", "人次") else "abroad_groups")


def of_former_count(last: Claim | None, quantity: Quantity, lead: str) -> Topic | None:
    """Return what a count is of that something changed to, where the number right before it says from how many: 由 X 辆减少到 Y 辆."""
    is_former = last is not None and last.role == "prior" and last.counted_in == quantity.counted_in
    return Topic(last.subject) if last and is_former and _TO.fullmatch(lead) else None


def are_counted(counted: Mapping[str, Topic], last: Claim, quantity: Quantity) -> bool:
    """Whether a change of a count and the number behind it are of two things counted before: 增加 1 个、2 人次."""
    return last.counted_in in counted and quantity.kind == "count" and quantity.counted_in in counted


def price_of_counted(last: Claim | None, lead: str, cue: Cue, quantity: Quantity) -> Topic | None:
    """Return what the amount right behind a count is spent on: 更新购置公务用车 1 辆，金额 X is of 公务用车购置费."""
    is_price = cue.role == "value" and quantity.kind == "money" and bool(_PRICE.match(lead))
    return Topic(_BOUGHT[last.subject]) if is_price and last and last.subject in _BOUGHT else None


def is_cost_of_domestic(last: Claim | None, text: str, at: int, lead: str) -> bool:
    """Whether an amount at an offset of a sentence is what guests from home cost, right behind them, as those from abroad have their own."""
    is_behind = last is not None and last.role == "count" and last.subject in ("reception_batches", "reception_persons")
    is_cost = is_behind and _COST.fullmatch(lead) is not None
    return is_cost and _FROM_HOME.search(text[:at]) is not None and _FROM_ABROAD.search(text, at) is not None


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
