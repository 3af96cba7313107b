"""Implied units: what a number without a unit counts, by the words around it.

Belongs here: giving a bare number its unit, with a doubt. Does not belong here: units that are printed (quantities), what the number says
(roles).
"""

import re
from dataclasses import replace

from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import SCORE_CUE
from pipelines.vocabulary import prose_wordings

_ENDS = re.compile(r"[,;。:、)(]|$")
_PERCENT_CUE = re.compile(r"占[^,;。%]{0,30}$|(完成|为)[^,;。]{0,10}预算(数)?的$")
_MONEY_CUE = re.compile(
    r"(决算|预算)(数|总额|支出)?(为|是|:)?$|(?<=[置待行\)])费用?为$|用车购置为$|(支出|收入)(合计|总计|总额)?为?$"
)
_LISTED = re.compile(r"[,、和](?=\d[\d,.]*(?P<unit>亿元|万元|元))")
_CHANGED = re.compile(r"(增加|减少|增长|下降)了?\d[\d,.]*(?P<unit>亿元|万元|元)")
_OF_PRIOR = re.compile(
    r"[比较](上年|去年|20\d\d年)度?(的|决算数|支出|决算|的?(总收入|总支出|(收入|支出)(总计|总额|合计)?(决算)?数?))?$"
)
"""Around an amount of last year that has no unit of its own: 较上年2.08减少0.03万元; 相比2023年的总收入680减少24万元."""
_NONE_OF = re.compile(r"(用车|购置车辆|共有车辆|设备\(不含车辆\))为$")
"""Words of a count that prints no measure where there is nothing to count: 机要通信用车为0."""


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
    return quantity if SCORE_CUE.search(lead) else None
