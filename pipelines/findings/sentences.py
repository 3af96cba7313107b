"""Sentences: what a finding says in Chinese and in English: what is printed, where, what it should be and why.

A sentence is put together in three places: its frame here; what a printed number is called in sql/findings/places.sql; what
must hold, and why, in the head of the identity (sql/checks/identities), which sql/findings/violated.sql hands on.
Belongs here: wording a story (localization.suspects) for a reader. Does not belong here: which amounts are suspected
(suspects), tables of findings (tables). Texts out of a PDF are quoted as they are; who shows them escapes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from pipelines.findings.comparisons import Sides, differing, exceeding
from pipelines.findings.localization.error_patterns import SLIPS
from pipelines.findings.localization.suspects import Story, Suspect
from pipelines.findings.places import Place
from pipelines.findings.whole_forms import whole_form
from pipelines.vocabulary import YUAN_PER_UNIT, Interval

SLIPS_EN = {
    "rounding_plug": "a cent or two beyond rounding",
    "sign": "the sign",
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
_SHOWN = 3
_LISTED = 20
"""Violations that a list names."""
_MONEY_DECIMALS = 2
"""Decimals that money in 万元 usually has, for a number printed with fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadText:
    """What the sentence of a finding says of its gravest violation.

    zh, en, why: the identity's statements and reason; note: what is printed where no amount says it, else the places of
    its amounts; page: where it stands; sides: of a ≤ and of what is held against another report.
    """

    identity_id: str
    zh: str
    en: str
    why: str
    note: str
    page: int | None
    relation: str = "="
    sides: Sides | None = None


def sentences(story: Story, told: Sequence[LeadText], places: Mapping[str, Place]) -> tuple[str, str]:
    """Return the Chinese and the English sentence of a finding; told: its violations, the gravest first."""
    lead = told[0]
    if story.whole:
        zh, en = whole_form(story.whole, places)
        return f"{zh}。{lead.identity_id}：{lead.zh}（{lead.why}）。", f"{en}. {lead.identity_id}: {lead.en}."
    if story.is_list:
        return _list(told, places)
    first = [s for s in story.sets if s.rank == 1]
    if not first:
        return _compared(story, lead, lead.sides, places) if lead.sides else _without_suspect(lead)
    if len(first) == 1 and len(first[0].suspects) == 1:
        zh, en = _single(first[0].suspects[0], places)
    else:
        zh, en = _several([suspect for s in first for suspect in s.suspects], len(first), places)
    more_zh, more_en = _more(story)
    return (
        f"{zh}{more_zh}。{lead.identity_id}：{lead.zh}（{lead.why}）。",
        f"{en}{more_en}. {lead.identity_id}: {lead.en}.",
    )


def _compared(story: Story, lead: LeadText, sides: Sides, places: Mapping[str, Place]) -> tuple[str, str]:
    """Word a violation that accuses no number: what stands against what."""
    if lead.relation == "<=":
        zh, en = exceeding(lead.identity_id, sides, places)
    else:
        zh, en = differing(sides, places, story.is_balanced)
    more_zh, more_en = _more(story)
    return (
        f"{zh}{more_zh}。{lead.identity_id}：{lead.zh}（{lead.why}）。",
        f"{en}{more_en}. {lead.identity_id}: {lead.en}.",
    )


def _list(told: Sequence[LeadText], places: Mapping[str, Place]) -> tuple[str, str]:
    """Word violations of one identity that accuse no number: how many, each with its place."""
    lead, each = told[0], [_item(one, places) for one in told[:_LISTED]]
    more_zh, more_en = (f"；等{len(told)}处", f"; and {len(told) - _LISTED} more") if len(told) > _LISTED else ("", "")
    zh, en = "；".join(z for z, _ in each), "; ".join(e for _, e in each)
    return (
        f"同类{len(told)}处：{zh}{more_zh}。{lead.identity_id}：{lead.zh}（{lead.why}）。",
        f"{len(told)} of one kind: {en}{more_en}. {lead.identity_id}: {lead.en}.",
    )


def _item(one: LeadText, places: Mapping[str, Place]) -> tuple[str, str]:
    if one.sides and one.relation == "<=":
        return exceeding(one.identity_id, one.sides, places)
    note = one.note.rstrip("。")
    note = note if note.startswith("“") else f"“{note}”"
    return (f"第{one.page}页{note}", f"page {one.page} {note}") if one.page else (note, note)


def _more(story: Story) -> tuple[str, str]:
    more = len(story.symptoms)
    return (f"，另有{more}处勾稽随之不符", f"; {more} more identities fail with it") if more else ("", "")


def _without_suspect(lead: LeadText) -> tuple[str, str]:
    where_zh, where_en = (f"第{lead.page}页：", f"Page {lead.page}: ") if lead.page else ("", "")
    note = lead.note if lead.note.startswith("“") or not lead.note else f"“{lead.note}”"
    return (
        f"{where_zh}{note}{'。' if note else ''}{lead.identity_id}：{lead.zh}（{lead.why}）。",
        f"{where_en}{note} {lead.identity_id}: {lead.en}.".replace("  ", " "),
    )


def _single(suspect: Suspect, places: Mapping[str, Place]) -> tuple[str, str]:
    place = places[suspect.amount_id]
    zh = f"{place.at_zh} {place.name}：印为 {place.text}{place.counted_in}，{_should_zh(suspect.implied, place)}"
    en = f"{place.at_en[:1].upper()}{place.at_en[1:]}, {place.name}: {place.text}{place.counted_in} is printed, {_should_en(suspect.implied, place)}"
    if suspect.slip.kind != "unknown":
        zh, en = f"{zh}（{SLIPS[suspect.slip.kind]}）", f"{en} ({SLIPS_EN[suspect.slip.kind]})"
    return zh, en


def _several(suspects: list[Suspect], sets: int, places: Mapping[str, Place]) -> tuple[str, str]:
    """Word several suspects: of one set, all are wrong; of several sets, nothing tells which."""
    unique = list({s.amount_id: s for s in suspects}.values())
    shown = [_single(s, places) for s in unique[:_SHOWN]]
    zh, en = "；".join(z for z, _ in shown), "; ".join(e for _, e in shown)
    if len(unique) > _SHOWN:
        zh, en = f"{zh}；等{len(unique)}处", f"{en}; and {len(unique) - _SHOWN} more"
    if sets > 1:
        return (
            f"以下各处之一有误，报告本身无从区分：{zh}",
            f"One of these is wrong, and the report does not tell which: {en}",
        )
    return f"以下各处均有误：{zh}", f"All of these are wrong: {en}"


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


def _should_zh(implied: Interval, place: Place) -> str:
    found = printed_range(implied, place)
    return f"按报告其他各数应为 {found}{place.counted_in}" if found else "与报告其他各数不符"


def _should_en(implied: Interval, place: Place) -> str:
    found = printed_range(implied, place)
    return (
        f"the other numbers of the report give {found}{place.counted_in}"
        if found
        else "which the other numbers contradict"
    )
