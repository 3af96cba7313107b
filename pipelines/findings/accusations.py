"""Accusations: how a suspect is worded: where it stands, what is printed, what it should be, and the slip that is guessed.

Belongs here: the clause of each suspect, one or several. Does not belong here: which amounts are suspected
(localization.suspects), the sentence around it (sentences). A slip is a guess and is worded as one: 疑, perhaps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pipelines.findings.localization.error_patterns import SLIPS
from pipelines.findings.localization.story import Suspect
from pipelines.findings.places import Place
from pipelines.findings.ranges import printed_range, units_off
from pipelines.vocabulary import YUAN_PER_UNIT, Bilingual

SLIPS_EN = {
    "rounding_plug": "one or two of the last printed digit beyond rounding",
    "sign": "a wrong sign",
    "times_10": "a digit too many: ten times what it should be",
    "divided_by_10": "a digit too few: a tenth of what it should be",
    "times_10000": "元 taken for 万元: ten thousand times what it should be",
    "divided_by_10000": "万元 taken for 元: a ten-thousandth of what it should be",
    "exchanged": "two numbers exchanged",
    "digits_swapped": "two digits swapped",
    "digit_lost": "a digit left out",
    "digit_added": "a digit too many in between",
    "column_slipped": "the number of a neighbouring column",
    "row_slipped": "the number of a neighbouring row",
    "beside": "the number that belongs here is printed beside it",
    "other_scope": "the number of another place",
    "unknown": "not known",
}
"""Kind of slip → what it means in English (in Chinese: error_patterns.SLIPS)."""
_SHOWN = 3
_SHOWN_ALIKE = 20
"""Places that are told where all print the same and should print the same."""
_BY_WITNESS = {
    "other_scope": ("疑误用{}的数", "perhaps that of {}"),
    "exchanged": ("疑与{}互换", "perhaps exchanged with {}"),
    "column_slipped": ("疑串列：应有的数印在{}", "perhaps slipped: the number that belongs here stands at {}"),
    "row_slipped": ("疑串行：应有的数印在{}", "perhaps slipped: the number that belongs here stands at {}"),
    "beside": ("应有的数在相邻的{}也印出", "the number that belongs here is printed beside it too, at {}"),
}
"""Kind of slip → how it is told where another number shows it."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A number that prints the same fact elsewhere: its place, its value in 元 or as printed, the identity that holds the two."""

    place: Place
    value: Decimal
    identity_id: str


@dataclass(frozen=True, slots=True)
class _Accusation:
    """Suspects that print the same and should print the same: their places; of the first: what it should be, the slip."""

    places: tuple[Place, ...]
    should: Bilingual
    slip: Bilingual


def accusing(sets: Sequence[Sequence[Suspect]], places: Mapping[str, Place], twins: Mapping[str, Twin]) -> Bilingual:
    """Word the sets of suspects that nothing tells apart: of one set, all are wrong; of several, nothing tells which."""
    if len(sets) > 1 and any(len(one) > 1 for one in sets):
        return _one_set_of(sets, places, twins)
    unique = {suspect.amount_id: suspect for one in sets for suspect in one}
    zh, en = _listed(list(unique.values()), places, twins)
    if len(sets) > 1:
        return (
            f"以下各处之一有误，报告本身无从区分：{zh}",
            f"one of these is wrong, and the report does not tell which: {en}",
        )
    is_alike = len(_grouped(list(unique.values()), places, twins)) == 1
    return (zh, en) if is_alike else (f"以下各处均有误：{zh}", f"all of these are wrong: {en}")


def is_followed(suspect: Suspect, twin: Twin | None) -> bool:
    """Whether a suspect should be what its twin prints."""
    return twin is not None and suspect.implied.has(twin.value)


def _one_set_of(sets: Sequence[Sequence[Suspect]], places: Mapping[str, Place], twins: Mapping[str, Twin]) -> Bilingual:
    """Word sets of several numbers: those of one set are wrong together, and nothing tells which set."""
    each = [_listed(one, places, twins) for one in sets[:_SHOWN]]
    zh = "；".join(f"（{number}）{z}" for number, (z, _) in enumerate(each, start=1))
    en = "; ".join(f"({number}) {e}" for number, (_, e) in enumerate(each, start=1))
    more_zh, more_en = (f"；等{len(sets)}组", f"; and {len(sets) - _SHOWN} more") if len(sets) > _SHOWN else ("", "")
    return (
        f"以下各组中有一组的数有误，报告本身无从区分：{zh}{more_zh}",
        f"the numbers of one of these groups are wrong, and the report does not tell of which: {en}{more_en}",
    )


def _listed(suspects: Sequence[Suspect], places: Mapping[str, Place], twins: Mapping[str, Twin]) -> Bilingual:
    grouped = _grouped(suspects, places, twins)
    shown = [_worded(one) for one in grouped[:_SHOWN]]
    zh, en = "；".join(z for z, _ in shown), "; ".join(e for _, e in shown)
    if len(grouped) > _SHOWN:
        left = sum(len(one.places) for one in grouped[_SHOWN:])
        return f"{zh}；等{len(suspects)}处", f"{en}; and {left} more"
    return zh, en


def _grouped(suspects: Sequence[Suspect], places: Mapping[str, Place], twins: Mapping[str, Twin]) -> list[_Accusation]:
    """Put together suspects that print the same and should print the same, in the order of the first of each."""
    alike: dict[tuple[str, Bilingual, Bilingual], list[Place]] = {}
    for suspect in suspects:
        place = places[suspect.amount_id]
        twin = twins.get(suspect.amount_id)
        should, slip = _should(suspect, place, twin), _slip(suspect, place, places, twin)
        alike.setdefault((place.printed, should, slip), []).append(place)
    return [_Accusation(tuple(some), should, slip) for (_, should, slip), some in alike.items()]


def _worded(one: _Accusation) -> Bilingual:
    printed, several = one.places[0].printed, len(one.places) > 1
    zh, en = _named(one.places)
    slip_zh, slip_en = one.slip
    return (
        f"{zh}：{'均' if several else ''}印为{printed}，{one.should[0]}{f'（{slip_zh}）' if slip_zh else ''}",
        f"{en}: {one.places[0].printed_en} is printed{' in each' if several else ''}, {one.should[1]}{f' ({slip_en})' if slip_en else ''}",
    )


def _named(some: Sequence[Place]) -> Bilingual:
    """Name places with their pages; of one behind another in the same form only its row and column."""
    zh, en, before = list[str](), list[str](), None
    for place in some[:_SHOWN_ALIKE]:
        is_near = before is not None and (before.at_zh, before.form) == (place.at_zh, place.form)
        name = place.name.removeprefix(f"{place.form} ") if is_near and place.form else place.name
        zh.append(name if is_near else f"{place.at_zh} {place.name}")
        en.append(name if is_near else f"{place.at_en}, {place.name}")
        before = place
    left = len(some) - _SHOWN_ALIKE
    return "、".join(zh) + (f"等{len(some)}处" if left > 0 else ""), " and ".join(en) + (
        f" and {left} more" if left > 0 else ""
    )


def _should(suspect: Suspect, place: Place, twin: Twin | None) -> Bilingual:
    """Say what should be printed: what another place prints of the same fact, else what the other numbers leave."""
    if twin and is_followed(suspect, twin):
        return f"而{twin.place.says_zh}", f"while {twin.place.says_en}"
    if found := printed_range(suspect.implied, place):
        return (
            f"按报告其他各数应为{found}{place.counted_in}",
            f"the other numbers of the report give {found}{place.counted_in}",
        )
    return "与报告其他各数不符", "which the other numbers contradict"


def _slip(suspect: Suspect, place: Place, places: Mapping[str, Place], twin: Twin | None) -> Bilingual:
    """Guess at the slip; "" where nothing tells.

    A number that stands elsewhere too tells nothing where it is a count, where that is the same column of another form, or where the right
    one is told.
    """
    kind, witness = suspect.slip.kind, places.get(suspect.slip.witness or "")
    if kind == "rounding_plug":
        return _last_digit(suspect, place, twin)
    if kind == "beside" and twin:
        return "", ""
    is_chance = (
        twin is not None or place.counted_in not in YUAN_PER_UNIT or (witness and witness.heading == place.heading)
    )
    if witness and kind in _BY_WITNESS and (kind != "other_scope" or not is_chance):
        zh, en = _BY_WITNESS[kind]
        return zh.format(f"{witness.at_zh} {witness.name}"), en.format(f"{witness.at_en}, {witness.name}")
    if kind in ("unknown", "other_scope"):
        return "", ""
    return f"疑为{SLIPS[kind]}", f"perhaps {SLIPS_EN[kind]}"


def _last_digit(suspect: Suspect, place: Place, twin: Twin | None) -> Bilingual:
    """Say by how much the last digit is off, from the number told to be right, rounded alike, or else at least; a percent by points."""
    off = units_off(suspect, place) * Decimal(1).scaleb(-place.decimals)
    if twin and is_followed(suspect, twin):
        unit, step = YUAN_PER_UNIT.get(place.counted_in, Decimal(1)), Decimal(1).scaleb(-place.decimals)
        off = abs(suspect.printed / unit - (twin.value / unit).quantize(step, ROUND_HALF_UP)).normalize()
    if place.counted_in == "%":
        return f"末位差{off:f}个百分点", f"the last digit is off by {off:f} points"
    return f"末位差{off:f}{place.counted_in}", f"the last digit is off by {off:f}{place.counted_in}"
