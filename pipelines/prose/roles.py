"""Roles: what the words right before a number say of its role: role, direction, denominator, the base it sets for what follows.

Belongs here: matching the token classes of wordings/{roles,directions,denominators}.csv against a lead (the text between the number
before and this one).
Does not belong here: what a number is compared with (bases), what it counts where that is not printed (implied_units), what it is about
(subjects), putting a claim together (claims).
"""

import re
from dataclasses import dataclass, replace

from pipelines.prose.quantities import Quantity
from pipelines.vocabulary import ProseWordings, prose_wordings

CLAUSE = re.compile(r"[,;。:]")
NAMED_BY_CUE = ("mean", "score", "weight", "rate")
"""Roles whose cue names the topic: 车均购置费, 执行率."""
_TRAILING_REMARK = re.compile(
    r"(?<!\d{7})\((?!\d+\)|基本建设\)|不含[^()]*专户|\d*[类款项]\)|增|减|下降|上升|降低|简称|以下简称)[^()]*\)$"
)
"""A remark at the end of the words before a number; behind the code of an item it is its name: 2010301(行政运行)."""
_ALL_THREE = re.compile(r"(三公[”\"]?经费(?:支出|预算|决算)*)\((?:[^()]|\([^()]*\))*、(?:[^()]|\([^()]*\))*\)")
"""The list of all that the “三公”经费 are, in a bracket behind their name; what follows is of the whole."""
_BOUND = re.compile(r"(\(含\)|\(不含\))?[及或]?以(上|下|内)")
_BAND = re.compile(r"(\(不?含\))?[-—~至到]\d")
"""The rest of a band of scores: 自评得分80分至90分的2个."""
_COMPARED = re.compile(r"(比|较|与)[^,;。]*$")
_COMPARED_WITH = re.compile(r"[比较](20\d\d)年")
"""A comparison with a year before an amount."""
_FROM = re.compile(r"[由从](上年度?|去年|年初|20\d\d年度?)?的?$")
_TO = re.compile(r"(减少|增加|下降|降低|上升|提高|增长|压减|减|增|降)(到|至|为)\d")
"""Around an amount that changed to another."""
_DONE = re.compile(r"的|[,;]完成了?")
"""Right behind a budget, before the share of it that was spent: 完成预算 X 的 P%; 年初预算 X，完成 P%."""
_SHARE_OF = re.compile(r"占([^,;。]*)$")
_NO_WHOLE = re.compile(
    r"[^一-龥]|整个|合计|总计|[当本]年|年度|实际|决算|支出|收入|本?部门|本?单位|[的为是约达到比重例率总数额量其全部各了年]"
)
"""What in the words behind 占 names no whole."""
_POINTS = "百分点"
SCORE_CUE = re.compile(r"(分值|得分|满分|评分|分数)(均|都)?(为|在|:)*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """The role of a number, where its cue begins in the lead, the base the cue names (phase of a budget), or ""."""

    role: str
    start: int
    base: str = ""


def is_bound(rest: str) -> bool:
    """Whether the words behind a number make it a bound: 100万元以上."""
    return _BOUND.match(rest) is not None


def lead_of(text: str) -> str:
    """Strip the words before a number of a remark in brackets at their end, and of the list of all three behind “三公”经费."""
    return _TRAILING_REMARK.sub("", _ALL_THREE.sub(r"\1", text))


def cue_of(lead: str, quantity: Quantity, rest: str, budget_before: str | None, wordings: ProseWordings) -> Cue | None:
    """Return the cue of a number.

    rest: the words behind it; budget_before: the base of a budget said right before (完成预算 X 的 P%).
    """
    if quantity.kind != "money" and SCORE_CUE.search(lead) and (_BOUND.match(rest) or _BAND.match(rest)):
        return None
    if quantity.kind == "percent" and budget_before is not None and _DONE.fullmatch(lead):
        return Cue("completion", 0, budget_before)
    found = prose_wordings.first(wordings.roles(quantity.kind), lead)
    if quantity.kind == "money" and _BOUND.match(rest) and not (found and found[0].key == "ceiling"):
        return Cue("threshold", len(lead))
    return Cue(_of_kind(found[0].key, quantity.kind), found[1].start(), found[0].base) if found else None


def of_points(cue: Cue, quantity: Quantity, after_change: bool) -> Cue:
    """Read a growth in percentage points as the change of a share or a rate, but behind a change in money: 增加 X，增长 5 个百分点."""
    is_points = cue.role == "growth" and quantity.counted_in == _POINTS and not after_change
    return replace(cue, role="points") if is_points else cue


def of_own_year(cue: Cue, lead: str, year: int | None) -> Cue:
    """Read what the report's own year is compared by as its amount: 经比较2024年度经费 X，较上年减少 Y."""
    named = _COMPARED_WITH.match(lead, cue.start) if cue.role == "prior" else None
    return Cue("value", len(lead)) if named and int(named[1]) == year else cue


def of_former(cue: Cue, lead: str, rest: str) -> Cue:
    """Read what something changed from as the amount before: 由 X 批次减少到 Y 批次."""
    is_former = cue.role in ("value", "count") and _FROM.search(lead) and _TO.match(rest)
    return Cue("prior", len(lead)) if is_former else cue


def _of_kind(role: str, kind: str) -> str:
    """Read a difference (决算数大于预算数 N) as a change where it is money, as a growth where it is a percent."""
    return {"money": "change", "percent": "growth"}.get(kind, role) if role == "difference" else role


def direction_of(cue: str) -> str:
    """Return the direction in the words of a cue: up, down, unresolved, above, below, or ""."""
    if found := prose_wordings.first(prose_wordings.directions(), cue):
        return found[0].key
    if re.search(r"大于|高于|超|多于", cue):
        return "above"
    return "below" if re.search(r"小于|低于|少于", cue) else ""


def denominator_of(cue: str) -> str:
    """Return what a share is said to be a share of; unstated for a bare 占."""
    found = prose_wordings.first(prose_wordings.denominators(), cue)
    return found[0].key if found else "unstated"


def is_share_of_unknown(cue: str) -> bool:
    """Whether the words of a share name what it is a share of, and it is nothing known: 占专项资金的."""
    named = _SHARE_OF.search(cue)
    is_named = named is not None and len(_NO_WHOLE.sub("", named[1])) > 1
    return is_named and prose_wordings.first(prose_wordings.denominators(), cue) is None


def base_set_by(role: str, base: str, lead: str, usual: str) -> str | None:
    """Return the base that a number sets for what follows it (usual: where it names none): 比年初预算数 X 减少 …, 上年支出 X，减少 …"""
    if role == "prior":
        return base or usual
    if role == "budget" and _COMPARED.search(lead):
        return budget_of_phase(base)
    return None


def budget_of_phase(phase: str) -> str:
    """Return the base that a budget is for what is held against it, by the phase its cue names: initial, annual, or another."""
    return {"initial": "initial_budget", "annual": "annual_budget"}.get(phase, "budget")
