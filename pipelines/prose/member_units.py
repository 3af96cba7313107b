"""Member units: the units a department's disclosure covers (机构设置, 单位构成), as its own list or sentence names them.

Belongs here: names of units in tables and sentences of that section.
Does not belong here: the report's own unit (forms.disclosure), who belongs to whom in the warehouse (sql/star/dim_unit.sql).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.pdf import Box, Page
from pipelines.prose.sections import is_heading
from pipelines.prose.sentences import RunningText, Sentence, place
from pipelines.vocabulary import form_wordings, squeeze

_HEAD = re.compile(r"^(预算|决算|编报)?单位名称$|^(部门|单位)\(?单位\)?名称$|^机构名称$")
_LISTED = re.compile(r"(?:包括|包含|分别(?:是|为)|反映|如下|单位\d*[个家]?)[^:、,。]{0,14}?[:：]?(?P<names>[^:。;]+)")
_ORDINAL = re.compile(r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])+|^\d+$")
_TAIL = re.compile(r"(等\d*[个家]?(预算|决算|事业)?单位|的?(经费)?(收支|综合收支)(情况|计划)?|决算|预算)+$")
_MERGED = re.compile(
    r"[(（]?(均|都|已|统一)*(并入|纳入|合并到|合并至|合并入)[^,，。;；]{0,14}(本级|机关)[^,，。;；()（）]{0,8}[)）]?$"
)
"""Where a unit publishes nothing of its own: its accounts are in those of the 本级."""
_ACCOUNTS = re.compile(r"[决预]算(?:包括|包含):?(?P<names>(?:[^、,;:。]{2,30}?[决预]算(?:、|和|及|以及|。|$)){3,})")
"""A list of at least three accounts (局本级决算、信息中心决算和…决算); what it names is a unit, however it is called."""
_ACCOUNT = re.compile(r"(?P<name>[^、,;:。]{2,30}?)[决预]算(?:、|和|及|以及|。|$)")
_INNER = re.compile(r"内设|科室|处室|(科|股|办公室|处)$")
_OFFICE = re.compile(r"(管理|服务|保护|养护|建设|事务|办事)处$|办公室$")


@dataclass(frozen=True, slots=True)
class Member:
    """A unit named in the list of units: its name (full-width brackets), page and box in points.

    is_merged: the list says that its accounts are in those of the 本级.
    """

    name: str
    page: int
    box: Box
    is_merged: bool = False


def read_members(pages: Sequence[Page], text: RunningText, sections: Sequence[str]) -> list[Member]:
    """Read the units named by the report's section on its organisation, each once, in reading order."""
    found: dict[str, Member] = {}
    for member in (*_from_sentences(text, sections), *_from_tables(pages)):
        found.setdefault(member.name, member)
    return list(found.values())


def _from_tables(pages: Sequence[Page]) -> Iterator[Member]:
    for page in pages:
        for grid in page.grids:
            heads = [c for c in grid.cells if c.row < 2 and _HEAD.match(squeeze(c.text))]
            for head in heads[:1]:
                below = [c for c in grid.cells if c.column == head.column and c.row > head.row]
                merged = {c.row for c in grid.cells if _MERGED.search(squeeze(c.text))}
                yield from (
                    Member(n, page.number, c.box, c.row in merged)
                    for c in below
                    if (n := _name(squeeze(c.text), is_listed=True))
                )


def _from_sentences(text: RunningText, sections: Sequence[str]) -> Iterator[Member]:
    for sentence, section in zip(text.sentences, sections, strict=True):
        listed = list(_from_accounts(text, sentence)) if section == "units" else []
        yield from listed
        if listed or section != "units" or _INNER.search(sentence.text):
            continue
        whole = _name(sentence.text)
        matches = (
            [(0, sentence.text)] if whole else [(m.start("names"), m["names"]) for m in _LISTED.finditer(sentence.text)]
        )
        if not whole and is_heading(sentence.text) and ":" not in sentence.text:
            continue
        for start, names in matches:
            said = _MERGED.search(names)
            of_all = said is not None and said[0][0] not in "(（"
            for piece in re.finditer(r"[^、,;]+", names):
                if name := _name(piece[0]):
                    letters = text.letters[
                        sentence.start + start + piece.start() : sentence.start + start + piece.end()
                    ]
                    yield Member(name, *place(letters), of_all or bool(_MERGED.search(piece[0])))


def _from_accounts(text: RunningText, sentence: Sentence) -> Iterator[Member]:
    """Yield the units of a sentence that lists their accounts."""
    if accounts := _ACCOUNTS.search(sentence.text):
        for one in _ACCOUNT.finditer(sentence.text, *accounts.span("names")):
            start, end = (sentence.start + offset for offset in one.span("name"))
            yield Member(one["name"].replace("(", "（").replace(")", "）"), *place(text.letters[start:end]))


def _name(text: str, *, is_listed: bool = False) -> str | None:
    """Return a unit's full name out of a piece of a list; None where it is none.

    is_listed: it stands below 单位名称, where 公园管理处 is a unit (in a sentence it is as often a part of one) and other names of it stand in brackets.
    """
    bare = _TAIL.sub("", _MERGED.sub("", _ORDINAL.sub("", text.strip("。;,、:"))))
    bare = bare.replace("(", "（").replace(")", "）")
    tested = re.sub(r"（.+）$", "", bare) if is_listed else bare
    if not 5 <= len(bare) <= (60 if is_listed else 40) or re.search(r"[,。;:、\d]|纳入|包括|编制|单位$", tested):
        return None
    if _INNER.search(bare):
        return bare if is_listed and _OFFICE.search(bare) else None
    return bare if form_wordings.says("organisation", bare) or bare.endswith("本级") else None
