"""List numbers: the numbers that Word gives to paragraphs by itself (一、（一）1.), written into them as they are shown.

Belongs here: the numbers of numbering.xml (ECMA-376, part 1, 17.9), their formats, where lists begin anew. Does not belong here: the
text of a document (word).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_VALUE, _LEVEL = qn("w:val"), qn("w:ilvl")
_DIGITS = "〇一二三四五六七八九"
_HEAVENLY, _EARTHLY = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DEPTH = 9
"""Levels of a list, and styles that may be based on one another."""


@dataclass(slots=True)
class _List:
    """A list: its levels, how many of each were counted since the level above went on."""

    levels: Mapping[int, Any]
    counts: dict[int, int]


def write_numbers(body: Any, numbering: Any, styles: Any) -> None:
    """Write the number of each numbered paragraph of a body before its text; bullets are none."""
    lists = _lists(numbering)
    of_styles = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
    for paragraph in body.iter(qn("w:p")):
        place = _place(paragraph, of_styles)
        if place and place[0] in lists and (label := _count(lists[place[0]], place[1])):
            paragraph.insert(1 if paragraph.find(qn("w:pPr")) is not None else 0, _run(label))


def _lists(numbering: Any) -> dict[str, _List]:
    """The lists by the id that paragraphs name; those of one definition count on, unless one says that it begins anew."""
    defined = {
        one.get(qn("w:abstractNumId")): {int(lvl.get(_LEVEL)): lvl for lvl in one.iterfind(qn("w:lvl"))}
        for one in numbering.iterfind(qn("w:abstractNum"))
    }
    counts: dict[str, dict[int, int]] = {}
    lists = {}
    for one in numbering.iterfind(qn("w:num")):
        definition = _value(one.find(qn("w:abstractNumId"))) or ""
        overrides = {int(o.get(_LEVEL)): o for o in one.iterfind(qn("w:lvlOverride"))}
        own = {level: o.find(qn("w:lvl")) for level, o in overrides.items() if o.find(qn("w:lvl")) is not None}
        starts = {
            level: int(_value(o.find(qn("w:startOverride"))) or 1) - 1
            for level, o in overrides.items()
            if o.find(qn("w:startOverride")) is not None
        }
        shared = starts if overrides else counts.setdefault(definition, {})
        lists[one.get(qn("w:numId"))] = _List(defined.get(definition, {}) | own, shared)
    return lists


def _place(paragraph: Any, styles: Mapping[str, Any]) -> tuple[str, int] | None:
    """The list and level of a paragraph, by itself or by its style; None where it has none."""
    properties, named, level = paragraph.find(qn("w:pPr")), None, None
    for _ in range(_DEPTH):
        numbered = properties.find(qn("w:numPr")) if properties is not None else None
        if numbered is not None:
            level = level or _value(numbered.find(_LEVEL))
            named = named or _value(numbered.find(qn("w:numId")))
        if named or properties is None:
            break
        style = styles.get(_value(properties.find(qn("w:pStyle"))) or "")
        properties = style.find(qn("w:pPr")) if style is not None else None
    return (named, int(level or 0)) if named and named != "0" else None


def _count(one: _List, level: int) -> str:
    """Count a paragraph of a level, and return its number as it is shown, with what stands between it and the text."""
    for above in range(level + 1):
        if above < level and above in one.counts:
            continue
        first = int(_value(_child(one.levels.get(above), "w:start")) or 1)
        one.counts[above] = one.counts.get(above, first - 1) + 1
    for below in [key for key in one.counts if key > level]:
        del one.counts[below]
    shape = _child(one.levels.get(level), "w:lvlText")
    text, formats = _value(shape) or "", dict(_formats(one))
    if formats.get(level) in (None, "bullet", "none"):
        return ""
    for other, count in one.counts.items():
        text = text.replace(f"%{other + 1}", _shown(count, formats.get(other, "decimal")))
    follows = _value(_child(one.levels.get(level), "w:suff"))
    return text + ("" if follows == "nothing" or not text[-1:].isascii() else " ")


def _formats(one: _List) -> Iterator[tuple[int, str]]:
    for level, said in one.levels.items():
        yield level, _value(_child(said, "w:numFmt")) or "decimal"


def _child(element: Any, name: str) -> Any:
    return element.find(qn(name)) if element is not None else None


def _value(element: Any) -> str | None:
    return element.get(_VALUE) if element is not None else None


def _shown(count: int, how: str) -> str:
    return _FORMATS.get(how, str)(count)


def _chinese(count: int) -> str:
    """一, 十, 十一, 二十, 一百零一; from a thousand on digit by digit."""
    if not 0 < count < 1000:
        return "".join(_DIGITS[int(digit)] for digit in str(count))
    hundreds, tens, ones = count // 100, count // 10 % 10, count % 10
    ten = "" if not tens else "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    gap = "零" if hundreds and not tens and ones else ""
    return (f"{_DIGITS[hundreds]}百" if hundreds else "") + ten + gap + (_DIGITS[ones] if ones else "")


def _letters(count: int) -> str:
    return chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    shown = ""
    for value, letters in _ROMAN:
        shown += letters * (count // value)
        count %= value
    return shown


def _circled(count: int) -> str:
    return chr(0x2460 + count - 1) if 0 < count <= 20 else str(count)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital"), _chinese),
    "decimalZero": lambda count: f"{count:02}",
    "decimalFullWidth": lambda count: "".join(chr(ord(digit) + 0xFEE0) for digit in str(count)),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographTraditional": lambda count: _HEAVENLY[(count - 1) % 10],
    "ideographZodiac": lambda count: _EARTHLY[(count - 1) % 12],
}  # fmt: skip
"""How numbers are written, by the names of the standard (ST_NumberFormat); any other is written in digits."""


def _run(text: str) -> Any:
    run, said = OxmlElement("w:r"), OxmlElement("w:t")
    said.text = text
    run.append(said)
    return run
