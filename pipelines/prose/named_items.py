"""Named items: functional items (功能分类 类/款/项) named in the prose, and their codes.

Belongs here: the ways an item is written (with 类/款/项, with its code, by its bare name).
Does not belong here: finding the code of a name (item_names), economic items (economic_items), what is said of an item (claims).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipelines.prose.item_names import ItemNames, bare_name, items_by_path
from pipelines.vocabulary import classification, squeeze

_NAME = r"[^。;:,|()\d“”\"]*(?:(?:\([^()类款项]{1,6}\)|“[一-龥]{1,4}”(?=[一-龥]))[^。;:,|()\d“”\"]*)*"
"""A name may hold words in brackets (政府办公厅（室）…) and begin or go on with words in quotation marks (“两庭”建设)."""
_LEVELLED = re.compile(
    rf"(?:(?P<class>{_NAME})[”\"]?\((?P<class_code>\d{{3}})?类(?:级)?(?:科目)?(?:\d*)\))?"
    rf"(?:[“”\"]?(?P<group>{_NAME})[”\"]?\((?P<group_code>\d{{2,5}})?款(?:级)?(?:科目)?(?:\d*)\))?"
    rf"(?:[“”\"]?(?P<item>{_NAME})[”\"]?\((?P<item_code>\d{{2,7}})?项(?:级)?(?:科目)?(?:\d*)\))?[”\"]?"
    rf"(?:(?<=\))\((?P<code>2\d{{2}}(?:\d{{2}}){{0,2}})\))?"
)
_NO_CLASS = r"\((?:对?附属|上缴|经营)"
"""Behind a name of a class: it is no class, but a sum of other kinds of spending (其他支出（对附属单位补助支出…）)."""
_LEVEL = re.compile(r"\(\d*[类款项]")
"""What every name with its level has in it; looked for first, as most sentences have no such name."""
_CODED = re.compile(
    rf"(?P<item>{_NAME})(?<=[一-龥”\"])[(（](?P<code>2\d{{2}}(?:\d{{2}}){{0,2}})[)）]|[(（]?(?<!\d)(?P<code2>2\d{{6}}|2\d{{4}}(?=[-—]))[)）]?[-—:、(]?(?![万亿千百]*元|[万亿])(?P<item2>(?!(?:支出)?(?:决算|预算))[一-龥]{{2}}[^。;:,\d]*?)(?=\d|[,。:;]|$|支出决算|决算|年初|当年|本年|全年)"
)
_CODE = re.compile(r"[(（]2\d{2}|2\d{6}|2\d{4}[-—]")
"""What every name with its code has in it, as _LEVEL."""
_DASHED = re.compile(
    r"[“\"]?(?P<class>[一-龥]{2,20})[-—](?P<group>[一-龥、]{2,30})[-—](?P<item>[一-龥、()]{2,40})[”\"]?"
)
_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]+[)）]|\d{1,3}[、.．]|[、,;:和及与]|其中:?)+"
)
POINT = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[、.．])")
"""The number of a point."""
_USED_FOR = "主要用于"
_REST = "其他"
"""What is left of a list; alone it is not the class 其他支出."""
_BARE = re.compile(r"[一-龥][一-龥、()]+?(?=$|[\d,:;。]|年初|支出决算|决算)")
"""The name of an item that stands bare behind its group: 残疾人事业（款）残疾人康复 X."""
_FIRST = re.compile(r"[一-龥“\"]")
"""What a name begins with: no mark that stands between the names of a list."""
_MARK = re.compile(r"[,;:、。]|用于|包括")
_JOINS, _OF_ITEM = ("、", "和", "及", "与"), "(项)"
"""Between two items named together, and behind the name of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A named item: offsets in the text, the name of its lowest level as printed, its code (None: not found).

    is_joint: whether it is the last of several named together, so that what follows is of all of them: 住房公积金（项）、购房补贴（项）.
    """

    start: int
    end: int
    label: str
    code: str | None
    is_joint: bool = False


def items(text: str, names: ItemNames, before: str | None) -> Iterator[Item]:
    """Yield the items a text names, in order; before: code of the item named last, whose 款 a bare 项 belongs to."""
    found = [*_by_level(text, names, before), *_by_code(text), *_by_dashes(text, names)]
    ends = {item.end for item in found if text.endswith(_OF_ITEM, 0, item.end)}
    for item in sorted(found, key=lambda item: item.end):
        is_joint = item.start in ends and text.startswith(_JOINS, item.start)
        yield replace(item, is_joint=True) if is_joint else item


def _by_level(text: str, names: ItemNames, before: str | None) -> Iterator[Item]:
    if not _LEVEL.search(text):
        return
    for match in _LEVELLED.finditer(text):
        level = next((k for k in ("item", "group", "class") if match[k]), None)
        if level is None:
            continue
        label = clean(match[level]).removeprefix(_USED_FOR)
        codes = [match[f"{k}_code"] or "" for k in ("class", "group", "item")]
        code = match["code"] or (classification.join_code(codes) if any(codes) else None)
        digits = {"item": 7, "group": 5, "class": 3}[level]
        parent = (before or "")[: digits - 2] if not match["class"] else ""
        code = code or names.find(label, digits, clean(match["class"]), clean(match["group"]), parent)
        if code is None and level == "item" and not match["class"] and not match["group"]:
            code = names.find_by_path(label)
        if level == "group" and (below := _BARE.match(text, match.end())):
            item_code = names.find(below[0], 7, clean(match["class"]), label, code or "")
            if item_code and code and item_code.startswith(code):
                yield Item(start=match.start(), end=below.end(), label=below[0], code=item_code)
                continue
        yield Item(start=match.start(), end=match.end(), label=label, code=code)


def _by_code(text: str) -> Iterator[Item]:
    if not _CODE.search(text):
        return
    for match in _CODED.finditer(text):
        label, code = clean(match["item"] or match["item2"] or ""), match["code"] or match["code2"]
        label = label.removesuffix(")") if label.count(")") > label.count("(") else label
        if code in classification.functional() or code[:3] in classification.functional():
            yield Item(start=match.start(), end=match.end(), label=label, code=code)


def _by_dashes(text: str, names: ItemNames) -> Iterator[Item]:
    """Yield items named by their three levels: 科学技术支出-科学技术管理事务-行政运行."""
    if "-" not in text and "—" not in text:
        return
    for match in _DASHED.finditer(text):
        class_name, group_name, name = (clean(match[level]) for level in ("class", "group", "item"))
        for item in (name, name.removesuffix("支出")):
            if names.find(class_name, 3) and (code := names.find(item, 7, class_name, group_name)):
                yield Item(start=match.start(), end=match.end(), label=item, code=code)
                break


def heading_item(text: str, names: ItemNames) -> Item | None:
    """Return the item whose name a heading is, alone or behind those of its class and group: 1.行政运行。

    Its code is None where several have the name.
    """
    label = clean(text).removesuffix("科目")
    if code := items_by_path(names.year).get(bare_name(label)):
        return Item(start=0, end=len(text), label=label, code=code)
    return Item(start=0, end=len(text), label=label, code=names.find(label, 7)) if names.knows(label, 7) else None


def point_item(text: str, names: ItemNames) -> Item | None:
    """Return the item whose bare name, behind its number, is all a text says before an amount: (一)行政运行 X."""
    ordinal = POINT.match(text)
    return _bare_item(text, ordinal.end(), names) if ordinal else None


def bare_item(text: str, names: ItemNames) -> Item | None:
    """Return the item whose bare name is all a sentence says before an amount: 行政运行 X，其中：基本支出 Y."""
    return _bare_item(text, 0, names)


def _bare_item(text: str, start: int, names: ItemNames) -> Item | None:
    label = text[start:]
    is_name = names.knows(label, 7) and _FIRST.match(label)
    return Item(start=start, end=len(text), label=label, code=names.find(label, 7)) if is_name else None


def part_of(text: str, names: ItemNames, whole: str | None) -> Item | None:
    """Return the item, else the group, a text ends in by its bare name, of the class being spoken of (`whole`): 其中:行政运行."""
    start = max((mark.end() for mark in _MARK.finditer(text)), default=0)
    label = clean(text[start:])
    if not whole or not label:
        return None
    for digits in (7, 5):
        code = names.find(label, digits, parent=whole[: digits - 2]) or names.find(label, digits, parent=whole[:3])
        if code and code.startswith(whole[:3]):
            return Item(start=start, end=len(text), label=label, code=code)
    return None


def classes(text: str, names: ItemNames) -> Iterator[Item]:
    """Yield the classes (类) a text names by their full name, or in quotation marks without its 支出."""
    for match in _class_pattern().finditer(text):
        yield Item(start=match.start(), end=match.end(), label=match["name"], code=names.find(match["name"], 3))


def bare_class(text: str, names: ItemNames) -> Item | None:
    """Return the class a text ends in by its name without 支出, which is all its last clause says: …；社会保障和就业 X."""
    start = max((mark.end() for mark in _MARK.finditer(text)), default=0)
    label = text[start:]
    code = names.find(label, 3) if label and label != _REST else None
    return Item(start=start, end=len(text), label=label, code=code) if code else None


def clean(name: str | None) -> str:
    """Strip a name of its number, 其中 and the marks around it."""
    bare = _ORDINAL.sub("", name or "")
    inner = bare.strip('“”"、,;:. -—–')
    return f"“{inner}" if inner.count("”") > inner.count("“") else inner


@cache
def _class_pattern() -> re.Pattern[str]:
    found = {squeeze(row.name) for code, rows in classification.functional().items() if len(code) == 3 for row in rows}
    found |= {name.replace("和", "与") for name in found}
    bare = {name.removesuffix("支出") for name in found if name.endswith("支出")}
    return re.compile(f'(?P<name>{either(found)}|(?<=[“"])(?:{either(bare)})(?=[”"]))(?!{_NO_CLASS})(?:\\(类\\))?')


def either(found: set[str]) -> str:
    """Return a pattern of several names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(found, key=len, reverse=True))
