"""Fault: the clause that says what is wrong where no number is suspected: the wording in the head of the identity, filled.

Belongs here: filling fault_zh and fault_en with the values that the identity's SELECT hands on (particulars) and with places.
Does not belong here: the wordings (sql/checks/identities), the rest of the sentence (sentences).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from string import Formatter

from pipelines.findings.addresses import Sheets, page_words
from pipelines.findings.places import Place, within_quotes
from pipelines.vocabulary import Bilingual

_PART = re.compile(r"\[([^\[\]]*)\]")
"""A part of a wording that is left out where one of its values is empty."""
_PAGES = {"zh": (re.compile(r"第\{(\w*pages?)\}页"), "、"), "en": (re.compile(r"page \{(\w*pages?)\}"), ", ")}
"""Language → how wordings name a page, or several, and what stands between several."""
_NUMBER = re.compile(r"\d+")
_QUOTED = ("note", "quote")
ID = "_id"
"""How a particular ends that is the id of a printed number: {value.text} is then a word about the number value_id."""
GIVEN = ("page", "note", "quote", "stated", "expected", "amount", "other")
"""Values that every wording may use: page and note of the instance (quote: the note, its quotation marks made inner ones), what is
stated and expected (counts), its first two numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """How a violation is told: its wordings, the values its identity hands on, and what is known of every instance."""

    zh: str
    en: str
    particulars: Mapping[str, str]
    stated: Decimal | None
    expected: Decimal | None

    @property
    def ids(self) -> tuple[str, ...]:
        """The printed numbers that its particulars name."""
        return tuple(value for name, value in self.particulars.items() if name.endswith(ID) and value)


def word_fault(
    fault: Fault, page: int | None, note: str, amounts: list[Place], places: Mapping[str, Place], sheets: Sheets
) -> Bilingual:
    """Return the Chinese and the English clause of a fault; amounts: the numbers of its instance; sheets: pages with names."""
    values: dict[str, object] = {
        "page": page or "",
        "note": note,
        "quote": within_quotes(note),
        "stated": _plain(fault.stated),
        "expected": _plain(fault.expected),
        "amount": amounts[0] if amounts else "",
        "other": amounts[1] if len(amounts) > 1 else "",
    }
    for name, value in fault.particulars.items():
        if name.endswith(ID):
            values[name.removesuffix(ID)] = places[value] if value else ""
        else:
            values[name] = value or ""
    listed = {
        name: value.replace("、", ", ")
        for name, value in values.items()
        if isinstance(value, str) and name not in _QUOTED
    }
    zh, en = _by_sheets(fault.zh, values, sheets, "zh"), _by_sheets(fault.en, values, sheets, "en")
    return fill_wording(zh[0], values | zh[1]), fill_wording(_several(en[0], listed), values | listed | en[1])


def _by_sheets(
    wording: str, values: Mapping[str, object], sheets: Sheets, language: str
) -> tuple[str, dict[str, object]]:
    """Have a wording name by their sheets the pages that are some; returns it with the values that it then asks for besides."""
    pattern, between = _PAGES[language]
    said: dict[str, object] = {}

    def named(match: re.Match[str]) -> str:
        pages = [int(number) for number in _NUMBER.findall(str(values.get(match[1], "")))]
        if not any(page in sheets for page in pages):
            return match[0]
        words = (page_words(page, **sheets.get(page, {})) for page in pages)
        said[key := f"{match[1]} {language}"] = between.join(zh if language == "zh" else en for zh, en in words)
        return f"{{{key}}}"

    return pattern.sub(named, wording), said


def _several(wording: str, listed: Mapping[str, str]) -> str:
    """Have an English wording say pages where there are several."""
    pattern = _PAGES["en"][0]
    return pattern.sub(lambda match: f"pages {{{match[1]}}}" if ", " in listed.get(match[1], "") else match[0], wording)


def fill_wording(wording: str, values: Mapping[str, object]) -> str:
    """Fill {name} and {name.attribute} of a wording; a part in [ ] is left out where one of its values is empty or missing."""

    def kept(part: re.Match[str]) -> str:
        return part[1] if all(values.get(name, "") != "" for name in names(part[1])) else ""

    return _PART.sub(kept, wording).format_map(dict(values))


def names(wording: str) -> Iterator[str]:
    """Yield the names of the values that a wording asks for."""
    for _, field, _, _ in Formatter().parse(wording):
        if field:
            yield field.partition(".")[0]


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
