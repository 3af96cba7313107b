"""Ranges: the numbers that could be printed in place of one, and how far one is from them.

Belongs here: intervals in the units and decimals in which a number is printed. Does not belong here: which numbers are
suspected (localization), the words around them (accusations).
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from pipelines.findings.localization.story import Suspect
from pipelines.findings.places import Place
from pipelines.vocabulary import YUAN_PER_UNIT, Interval

_MONEY_DECIMALS = 2
"""Decimals that money in 万元 usually has, for a number printed with fewer."""


def printed_range(implied: Interval, place: Place) -> str:
    """Return the numbers that could be printed in place of one, as 71.65 or 71.65–71.67; "" without limits."""
    if implied.low is None or implied.high is None:
        return ""
    money = place.counted_in in YUAN_PER_UNIT
    scale = YUAN_PER_UNIT.get(place.counted_in, Decimal(1))
    step = Decimal(1).scaleb(-max(place.decimals, _MONEY_DECIMALS if money and place.counted_in != "元" else 0))
    low = ((implied.low / scale / step).to_integral_value(ROUND_CEILING) * step).quantize(step)
    high = ((implied.high / scale / step).to_integral_value(ROUND_FLOOR) * step).quantize(step)
    if low > high:  # no number with so few decimals fits: the interval itself is told
        low, high = (implied.low / scale).quantize(step / 100), (implied.high / scale).quantize(step / 100)
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def units_off(suspect: Suspect, place: Place) -> Decimal:
    """Return by how many units of its last printed digit a number is off at least, where its slip is rounding_plug."""
    implied, scale = suspect.implied, YUAN_PER_UNIT.get(place.counted_in, Decimal(1))
    low, high = (bound for bound in (implied.low, implied.high) if bound is not None)
    least = (low - suspect.printed) if low > suspect.printed else (suspect.printed - high)
    return (least / scale).scaleb(place.decimals).to_integral_value(ROUND_CEILING)
