"""Accusations: how a suspect is worded: where it stands, what is printed, what it should be, and the slip that is guessed.

Belongs here: the clause of each suspect, one or several. Does not belong here: which amounts are suspected
(localization.suspects), the sentence around it (sentences). A slip is a guess and is worded as one: 疑, perhaps.
"""

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from pipelines.findings.localization.error_patterns import SLIPS
from pipelines.findings.localization.suspects import Suspect
from pipelines.findings.places import Place
from pipelines.vocabulary import YUAN_PER_UNIT, Interval

SLIPS_EN = {
    "rounding_plug": "one or two of the last printed digit beyond rounding",
    "sign": "a wrong sign",
    "times_10": "a digit too many: ten times what it should be",
    "divided_by_10": "a digit too few: a tenth of what it should be",
    "times_10000": "元 taken for 万元: ten thousand times what it should be",
    "divided_by_10000": "万元 taken for 元: a ten-thousandth of what it should be",
    "exchanged": "two numbers exchanged",
    "digits_swapped": "two digits swapped",
    "column_slipped": "the number of a neighbouring column",
    "row_slipped": "the number of a neighbouring row",
    "other_scope": "the number of another place",
    "unknown": "not known",
}
"""Kind of slip → what it means in English (in Chinese: error_patterns.SLIPS)."""
Twin = tuple[Place, Decimal]
"""A number that prints the same fact elsewhere, and its value in 元 or as printed."""
_SHOWN = 3
_MONEY_DECIMALS = 2
"""Decimals that money in 万元 usually has, for a number printed with fewer."""
_BY_WITNESS = {
    "other_scope": ("疑误用{}的数", "perhaps that of {}"),
    "exchanged": ("疑与{}互换", "perhaps exchanged with {}"),
    "column_slipped": ("疑串列：应有的数印在{}", "perhaps slipped: the number that belongs here stands at {}"),
    "row_slipped": ("疑串行：应有的数印在{}", "perhaps slipped: the number that belongs here stands at {}"),
}
"""Kind of slip → how it is told where another number shows it."""


def accusing(
    suspects: Sequence[Suspect], sets: int, places: Mapping[str, Place], twins: Mapping[str, Twin]
) -> tuple[str, str]:
    """Word the suspects of `sets` sets that nothing tells apart: of one set, all are wrong; of several, nothing tells which."""
    unique = list({s.amount_id: s for s in suspects}.values())
    shown = [_single(s, places, twins) for s in unique[:_SHOWN]]
    zh, en = "；".join(z for z, _ in shown), "; ".join(e for _, e in shown)
    if len(unique) > _SHOWN:
        zh, en = f"{zh}；等{len(unique)}处", f"{en}; and {len(unique) - _SHOWN} more"
    if sets > 1:
        return (
            f"以下各处之一有误，报告本身无从区分：{zh}",
            f"one of these is wrong, and the report does not tell which: {en}",
        )
    return (f"以下各处均有误：{zh}", f"all of these are wrong: {en}") if len(unique) > 1 else (zh, en)


def _single(suspect: Suspect, places: Mapping[str, Place], twins: Mapping[str, Twin]) -> tuple[str, str]:
    place = places[suspect.amount_id]
    should_zh, should_en = _should(suspect, place, twins.get(suspect.amount_id))
    slip_zh, slip_en = _slip(suspect, place, places, is_twin_told=suspect.amount_id in twins)
    return (
        f"{place.at_zh} {place.name}：印为{place.printed}，{should_zh}{f'（{slip_zh}）' if slip_zh else ''}",
        f"{place.at_en}, {place.name}: {place.printed} is printed, {should_en}{f' ({slip_en})' if slip_en else ''}",
    )


def _should(suspect: Suspect, place: Place, twin: Twin | None) -> tuple[str, str]:
    """Say what should be printed: what another place prints of the same fact, else what the other numbers leave."""
    if twin and suspect.implied.has(twin[1]):
        other = twin[0]
        return (
            f"而{other.at_zh} {other.name}为{other.printed}",
            f"while {other.at_en}, {other.name}, has {other.printed}",
        )
    if found := printed_range(suspect.implied, place):
        return (
            f"按报告其他各数应为{found}{place.counted_in}",
            f"the other numbers of the report give {found}{place.counted_in}",
        )
    return "与报告其他各数不符", "which the other numbers contradict"


def _slip(suspect: Suspect, place: Place, places: Mapping[str, Place], is_twin_told: bool) -> tuple[str, str]:
    """Guess at the slip; "" where nothing tells.

    A number that stands elsewhere too tells nothing where it is a count, where that is the same column of another form, or where the right
    one is told.
    """
    kind, witness = suspect.slip.kind, places.get(suspect.slip.witness or "")
    if kind == "rounding_plug":
        return _last_digit(suspect, place)
    is_chance = is_twin_told or place.counted_in not in YUAN_PER_UNIT or (witness and witness.heading == place.heading)
    if witness and kind in _BY_WITNESS and (kind != "other_scope" or not is_chance):
        zh, en = _BY_WITNESS[kind]
        return zh.format(f"{witness.at_zh} {witness.name}"), en.format(f"{witness.at_en}, {witness.name}")
    if kind in ("unknown", "other_scope"):
        return "", ""
    return f"疑为{SLIPS[kind]}", f"perhaps {SLIPS_EN[kind]}"


def _last_digit(suspect: Suspect, place: Place) -> tuple[str, str]:
    """Say by how much the last digit is off; a percent is off by points."""
    implied, scale = suspect.implied, YUAN_PER_UNIT.get(place.counted_in, Decimal(1))
    low, high = (bound for bound in (implied.low, implied.high) if bound is not None)
    step = Decimal(1).scaleb(-place.decimals)
    least = (low - suspect.printed) if low > suspect.printed else (suspect.printed - high)
    off = (least / scale / step).to_integral_value(ROUND_CEILING) * step
    if place.counted_in == "%":
        return f"末位差{off}个百分点", f"the last digit is off by {off} points"
    return f"末位差{off}{place.counted_in}", f"the last digit is off by {off}{place.counted_in}"


def printed_range(implied: Interval, place: Place) -> str:
    """Return the numbers that could be printed in place of one, as 71.65 or 71.65–71.67; "" without limits."""
    if implied.low is None or implied.high is None:
        return ""
    money = place.counted_in in YUAN_PER_UNIT
    scale = YUAN_PER_UNIT.get(place.counted_in, Decimal(1))
    step = Decimal(1).scaleb(-max(place.decimals, _MONEY_DECIMALS if money and place.counted_in != "元" else 0))
    low = (implied.low / scale / step).to_integral_value(ROUND_CEILING) * step
    high = (implied.high / scale / step).to_integral_value(ROUND_FLOOR) * step
    if low > high:  # no number with so few decimals fits: the interval itself is told
        low, high = (implied.low / scale).quantize(step / 100), (implied.high / scale).quantize(step / 100)
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
