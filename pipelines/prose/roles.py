"""Roles: what the words right before a number say of its role: role, direction, comparison base, denominator.

Belongs here: matching the token classes of wordings/{roles,directions,bases,denominators,glue}.csv against a lead (the
text between the number before and this one).
Does not belong here: what the number is about (subjects), putting a claim together (claims).
"""

import re
from dataclasses import dataclass, replace

from pipelines.prose.quantities import Quantity
from pipelines.vocabulary import prose_wordings

CLAUSE = re.compile(r"[,;。:]")
NAMED_BY_CUE = ("mean", "score", "weight", "rate")
"""Roles whose cue names the topic: 车均购置费, 执行率."""
_YEAR = re.compile(r"(20\d\d)年")
_PRIOR_BUDGET = re.compile(r"上年|去年")
"""Words of a comparison with a budget, which is that of the year before."""
_CARRIED = re.compile(r"20\d\d年度?(?=结转)")
"""The year that money was carried over from: it is spent in the fiscal year."""
_REMARK = re.compile(
    r"(?<!\d{7})\((?!\d+\)|(?:以下)?简称|不含[^()]*专户)[^()]{7,}\)|\((?:不?含(?![^()]*专户)|以下|其中)[^()]*\)"
)
_TRAILING_REMARK = re.compile(
    r"(?<!\d{7})\((?!\d+\)|基本建设\)|不含[^()]*专户|\d*[类款项]\)|增|减|下降|上升|降低|简称|以下简称)[^()]*\)$"
)
"""A remark at the end of the words before a number; behind the code of an item it is its name: 2010301(行政运行)."""
_BOUND = re.compile(r"(\(含\)|\(不含\))?[及或]?以(上|下|内)")
_BAND = re.compile(r"(\(不?含\))?[-—~至到]\d")
"""The rest of a band of scores: 自评得分80分至90分的2个."""
_ENDS = re.compile(r"[,;。:、)(]|$")
_COMPARED = re.compile(r"(比|较|与)[^,;。]*$")
_PERCENT_CUE = re.compile(r"占[^,;。%]{0,30}$|(完成|为)[^,;。]{0,10}预算(数)?的$")
_MONEY_CUE = re.compile(
    r"(决算|预算)(数|总额|支出)?(为|是|:)?$|(?<=[置待行\)])费用?为$|用车购置为$|(支出|收入)(合计|总计|总额)?为?$"
)
_COMPARED_WITH = re.compile(r"[比较](20\d\d)年")
"""A comparison with a year before an amount."""
_FROM = re.compile(r"[由从](上年度?|去年|年初|20\d\d年度?)?的?$")
_TO = re.compile(r"(减少|增加|下降|降低|上升|提高|增长|压减|减|增|降)(到|至|为)\d")
"""Around an amount that changed to another."""
_LISTED = re.compile(r"[,、和](?=\d[\d,.]*(?P<unit>亿元|万元|元))")
_CHANGED = re.compile(r"(增加|减少|增长|下降)了?\d[\d,.]*(?P<unit>亿元|万元|元)")
_OF_PRIOR = re.compile(r"[比较](上年|去年|20\d\d年)度?(的|决算数|支出|决算)?$")
"""Around an amount of last year that has no unit of its own: 较上年2.08减少0.03万元."""
_NONE_OF = re.compile(r"(用车|购置车辆|共有车辆|设备\(不含车辆\))为$")
"""Words of a count that prints no measure where there is nothing to count: 机要通信用车为0."""
_POINTS = "百分点"
_SCORE_CUE = re.compile(r"(分值|得分|满分|评分|分数)(均|都)?(为|在|:)*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """The role of a number, where its cue begins in the lead, the base the cue names (phase of a budget), or ""."""

    role: str
    start: int
    base: str = ""


def lead_of(text: str) -> str:
    """Strip the words before a number of a remark in brackets at their end."""
    return _TRAILING_REMARK.sub("", text)


def cue_of(lead: str, quantity: Quantity, rest: str, budget_before: str | None, of_budget: bool) -> Cue | None:
    """Return the cue of a number.

    rest: the words behind it; budget_before: the base of a budget said right before (完成预算 X 的 P%).
    """
    if quantity.kind != "money" and _SCORE_CUE.search(lead) and (_BOUND.match(rest) or _BAND.match(rest)):
        return None
    if quantity.kind == "percent" and lead == "的" and budget_before is not None:
        return Cue("completion", 0, budget_before)
    found = prose_wordings.first(prose_wordings.roles(quantity.kind, of_budget), lead)
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


def with_unit(quantity: Quantity, lead: str, rest: str, money_unit: str, after_change: bool) -> Quantity | None:
    """Give a bare number the unit its words imply, with a doubt; None where nothing implies one.

    after_change: the number follows a change in money of the same sentence, so that 增长 N can only be a percent.
    """
    if quantity.kind != "bare":
        return quantity
    if _NONE_OF.search(lead) and quantity.text == "0":
        return replace(quantity, kind="count", counted_in="台" if lead.endswith("设备(不含车辆)为") else "辆")
    if listed := _LISTED.match(rest):
        return replace(quantity, kind="money", counted_in=listed["unit"])
    if (changed := _CHANGED.match(rest)) and _OF_PRIOR.search(lead):
        return replace(quantity, kind="money", counted_in=changed["unit"], doubt="unit is not printed")
    if not _ENDS.match(rest):
        return None
    turned = prose_wordings.direction_at_end().search(lead)
    if _PERCENT_CUE.search(lead) or (turned and after_change):
        return replace(quantity, kind="percent", counted_in="%", doubt="% is not printed")
    number = quantity.number
    if number and number.value == 0 and _MONEY_CUE.search(lead):
        return replace(quantity, kind="money", counted_in=money_unit)
    if turned or (number and number.decimals and _MONEY_CUE.search(lead)):
        return replace(quantity, kind="money", counted_in=money_unit, doubt="unit is not printed")
    return quantity if _SCORE_CUE.search(lead) else None


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


def base_of(text: str, year: int | None, of_budget: bool) -> str | None:
    """Return the comparison base named last in a text: prior_year, initial_budget …; None where there is none.

    A year before last is other_year: 比2019年增加 in a report of 2024.
    """
    found = [
        (m.start(), -order, w.key, m[0])
        for order, w in enumerate(prose_wordings.bases(of_budget))
        for m in w.pattern.finditer(text)
    ]
    if not found:
        return None
    start = max(f[0] for f in found)
    _, key, words = max(f[1:] for f in found if f[0] == start)
    years = _YEAR.findall(words)
    named = int(years[-1]) if years and year else year
    if of_budget:
        return _base_of_budget(key, int(years[-1]) if years else None, year)
    if key == "prior_year":
        return "other_year" if named not in (year, year and year - 1) else key
    is_prior = named != year or _PRIOR_BUDGET.search(words)
    return "prior_budget" if is_prior and key.endswith("budget") else key


def budget_named(phase: str | None) -> str:
    """Return the base that a budget compared with is, by the word of its phase: 年初, another one (全年, 调整), or none."""
    return {"年初": "initial_budget", None: "budget"}.get(phase, "annual_budget")


def _base_of_budget(key: str, named: int | None, year: int | None) -> str:
    """Return the base of a comparison in a budget: the year before where none is named; its own year's is `budget`."""
    if named is None or year is None or named == year - 1:
        return key
    return "budget" if named == year else "other_year"


def base_set_by(role: str, base: str, lead: str, of_budget: bool) -> str | None:
    """Return the base that a number sets for what follows it: 比年初预算数 X 减少 …, 上年支出 X，减少 …"""
    if role == "prior":
        return base or ("prior_budget" if of_budget else "prior_year")
    if role == "budget" and _COMPARED.search(lead):
        return budget_of_phase(base)
    return None


def budget_of_phase(phase: str) -> str:
    """Return the base that a budget is for what is held against it, by the phase its cue names: initial, annual, or another."""
    return {"initial": "initial_budget", "annual": "annual_budget"}.get(phase, "budget")


def other_year(lead: str, year: int | None, role: str, of_budget: bool) -> int | None:
    """Return the year the last clause before a number names, if it is not the fiscal year.

    A prior may name it in a comparison too; elsewhere the year in a comparison base does not count.
    """
    clause = CLAUSE.split(re.sub(r"[,;:]$", "", lead))[-1]
    clause = _CARRIED.sub("", clause)
    years = [int(y) for y in _YEAR.findall(clause if role == "prior" else without_bases(clause, of_budget))]
    return years[-1] if years and year and years[-1] != year else None


def without_bases(text: str, of_budget: bool) -> str:
    """Remove the comparison bases of a text: their words are no topics (比上年支出)."""
    for wording in prose_wordings.bases(of_budget):
        text = wording.pattern.sub("", text)
    return text


def plain(text: str, of_budget: bool) -> str:
    """Remove comparison bases and long remarks in brackets: topics are looked for in the rest."""
    return _REMARK.sub("", without_bases(text, of_budget))


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
