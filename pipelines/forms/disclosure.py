"""Disclosure: which disclosure a PDF is: unit, fiscal year, kind (决算/预算), level (部门/单位), edition (更正版 …).

Belongs here: weighing what its places say of it (mentions); telling templates, budgets and government-level accounts.
Does not belong here: gathering that (mentions), what is refused (reading.refusals). A disagreement becomes a Doubt,
never a guess.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.doubts import Doubt
from pipelines.forms.layout import Layout
from pipelines.forms.mentions import HINT, Mention, bare_unit, cover_lines, mentions
from pipelines.forms.titles import title_doubts
from pipelines.vocabulary import form_wordings

_PLACE = re.compile(r"(中共|中国共产党)?([一-龥]{1,8}(省|市|区|县|旗|州|盟))*(人民政府)?")
_PARTY = re.compile(r"^中共(?=.{2,14}[省市区县州盟旗]委)")
_CUT_SHORT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What a report is. Any part may be None where nothing says it; kind: final, budget, government, part_year, template.

    edition: what its cover says of an earlier one (更正版, 修订稿), None where it says nothing.
    """

    unit: str | None
    year: int | None
    kind: str | None
    level: str | None
    edition: str | None = None
    doubts: tuple[Doubt, ...]


def plain_unit(name: str | None) -> str | None:
    """Return the name of a unit without 中共 before a party committee, which one document writes and the next leaves out.

    As bare_unit does in the star (sql/macros/unit_key.sql).
    """
    return name and _PARTY.sub("", name)


def identify(layout: Layout, folder_year: int | None) -> Disclosure:
    """Weigh what the report says of itself; `folder_year` is the raw/<year>/ it was put into, or None."""
    found = mentions(layout)
    unit, unit_doubts = _decide("unit", [m for m in found if m.what == "unit"])
    year, year_doubts = _decide("year", [m for m in found if m.what == "year"])
    level, edition = (next((m.value for m in found if m.what == what), None) for what in ("level", "edition"))
    if year is None and folder_year:
        year, year_doubts = str(folder_year), [_doubt("year", "the report names no year; its folder's is taken", False)]
    doubts = [*unit_doubts, *year_doubts, *title_doubts(layout, unit, year), *_folder_doubt(year, folder_year)]
    return Disclosure(
        unit=unit,
        year=int(year) if year else None,
        kind=_kind(layout, unit),
        level=level,
        edition=edition,
        doubts=tuple(doubts),
    )


def _decide(what: str, found: Sequence[Mention]) -> tuple[str | None, list[Doubt]]:
    """The value of the loudest place, of several there the one named most often; every other value another place gives is a recorded doubt.

    A hint (a list of units names other units too) counts only where nothing else speaks, and disagrees with nobody.
    """
    if not found:
        return None, [nothing_names(what)]
    loudest = min(m.rank for m in found)
    counted = Counter(m.value for m in found if m.rank == loudest)
    in_all = Counter(m.value for m in found)
    value = min(counted, key=lambda v: (-counted[v], -in_all[v], v))
    others = [
        m
        for m in found
        if m.value != value and m.rank < HINT and not _alike(what, m.value, value) and not _goes_on(m, value)
    ]
    doubts = [_disagreement(what, value, m) for m in {(m.value, m.where): m for m in reversed(others)}.values()]
    return value, doubts[::-1]


def nothing_names(what: str) -> Doubt:
    """Return the doubt about a report whose unit or year (what) nothing in it names."""
    return _doubt(what, f"no {what} found on cover, headings, tables or running text", True)


def _goes_on(label: Mention, value: str) -> bool:
    """Whether a label gives the beginning of a name and the line below it the rest."""
    rest = value.removeprefix(label.value)
    goes_on = label.then.startswith(rest) or (bool(label.then) and rest.startswith(label.then))
    return rest not in ("", value) and goes_on


def _alike(what: str, one: str, other: str) -> bool:
    """Unit names that differ by 本级, a bracket, a place before them, or are cut short are variants, not another unit."""
    shorter, longer = sorted((bare_unit(one), bare_unit(other)), key=len)
    if what == "unit" and longer.startswith(shorter) and len(longer) - len(shorter) <= _CUT_SHORT:
        return True
    return what == "unit" and longer.endswith(shorter) and bool(_PLACE.fullmatch(longer.removesuffix(shorter)))


def _disagreement(what: str, value: str, other: Mention) -> Doubt:
    reason = f"{other.where} says {what} {other.value}, the report goes by {value}"
    return Doubt(
        scope="identity",
        page=other.page or None,
        reason=reason,
        detail=other.value,
        remedy="look at the page; nothing was changed",
        held=False,
    )


def _doubt(what: str, reason: str, held: bool) -> Doubt:
    return Doubt(
        scope="report",
        page=None,
        reason=reason,
        detail=what,
        remedy="look at the first pages; give the report a cover or name its folder",
        held=held,
    )


def _folder_doubt(year: str | None, folder_year: int | None) -> Iterator[Doubt]:
    if year and folder_year and int(year) != folder_year:
        reason = f"the report is of fiscal year {year}, its folder says {folder_year}"
        yield Doubt(
            scope="report",
            page=None,
            reason=reason,
            detail=str(folder_year),
            remedy=f"move the file to raw/{year}/ if the report is right",
            held=False,
        )


def _kind(layout: Layout, unit: str | None) -> str | None:
    """final, budget, government, part_year or template, from cover and titles."""
    cover = "".join(cover_lines(layout))
    titles = [text for page in layout.pages for text in page.texts if text.endswith("表")]
    head = cover or "".join(text for page in layout.pages[:2] for text in page.texts[:12])
    if form_wordings.says("template_name", cover) or form_wordings.says("template_name", unit or ""):
        return "template"
    if form_wordings.says("part_of_year", cover):
        return "part_year"
    if form_wordings.says("government", cover) and not re.search(r"(部门|单位)(收支)?决算", cover):
        return "government"
    of_department = re.search(r"(部门|单位)(收支)?决算", head)
    if not of_department and any(form_wordings.says("government_table", t) for t in titles):
        return "government"
    counted = Counter(k for t in [head, *titles] for k in ("final", "budget") if form_wordings.says(k, t))
    if not counted:
        return None
    if re.search(r"决算", cover) and not form_wordings.says("budget", cover):
        return "final"
    return counted.most_common(1)[0][0]
