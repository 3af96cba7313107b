"""Claims: what the prose says in numbers: subject, role, amount with its printed decimals and unit, and its place.

Belongs here: the grammar of a sentence: a number takes its role from the words right before it and its unit, its subject
from the last subject named before it, or from what is being spoken of; what does not fit is no claim.
Does not belong here: vocabulary (wordings), which of several readings fits the arithmetic (fitting), sums (sql/checks).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pipelines.items import Item, Names, classes, economic, items
from pipelines.pages import Box
from pipelines.quantities import Quantity, quantities
from pipelines.sections import bare_heading, inner, is_heading, sections_of
from pipelines.sentences import RunningText, Sentence, place
from pipelines.wordings import prose

_YEAR = re.compile(r"(20\d\d)年")
_CLAUSE = re.compile(r"[,;。:]")
_REMARK = re.compile(r"\((?!\d+\))[^()]{7,}\)|\((?:不?含|以下|其中)[^()]*\)")
_TRAILING_REMARK = re.compile(r"\((?![类款项]\))[^()]*\)$")
_BETWEEN = 14
"""Unknown letters allowed between a subject and its number in one clause; the claim then carries a doubt."""
_PARTS = ("basic", "project", "personnel", "public")
_NAMED_BY_CUE = ("mean", "score", "weight", "rate")
"""Roles whose cue holds the subject: 车均购置费, 执行率."""
_NO_CLAIMS = ("glossary",)
_NEXT_LINE = re.compile(r"[,;。:、)(]|$")


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing the prose says in numbers (or, role direction, in a comparing word alone).

    page, box in points: the number; start, end: its offsets in the running text, None for a number in a table of scores;
    sentence: index of its sentence; statement: what is said of one subject in one go shares a number.
    section, subject, role, direction, base: keys of wordings/*.csv; label: the subject as named; code: functional or
    economic code. value in `unit` with `decimals` as printed, None for residue and for words.
    doubts: why the wording is not to be trusted; fitted, fits: which reading fits the arithmetic (pipelines.fitting).
    """

    page: int
    box: Box
    start: int | None
    end: int | None
    sentence: int | None
    statement: int
    section: str
    subject: str
    label: str
    code: str | None
    role: str
    direction: str
    base: str
    text: str
    value: Decimal | None
    decimals: int
    unit: str
    doubts: tuple[str, ...] = ()
    fitted: str | None = None
    fits: bool | None = None


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is being spoken of: key, label, code, whether a heading or item set it (it then lasts over paragraphs)."""

    key: str
    label: str = ""
    code: str | None = None
    lasting: bool = False


@dataclass(slots=True)
class _State:
    """What has been said so far: it gives a number without a subject of its own the one it belongs to."""

    subject: _Subject | None = None
    base: str = ""
    item: str | None = None
    statement: int = 0
    roles: set[str] = field(default_factory=set)
    money_unit: str = "万元"
    last: Claim | None = None
    heading: str = ""


def read_claims(text: RunningText, taken: Mapping[int, object], names: Names, year: int | None) -> list[Claim]:
    """The claims of a report's prose in reading order; `taken` holds offsets of numbers that are dates, codes …"""
    state = _State()
    claims: list[Claim] = []
    section, paragraph = "", -1
    for number, (sentence, found) in enumerate(zip(text.sentences, sections_of(text.sentences), strict=True)):
        if found != section:
            section, default = found, prose.default_subject(found)
            state.subject = _Subject(default, lasting=True) if default else None
            state.base, state.item, state.roles = "", None, set()
            state.statement += 1
        elif sentence.paragraph != paragraph and state.subject and not state.subject.lasting:
            state.subject, state.base = None, ""
        paragraph = sentence.paragraph
        if section in _NO_CLAIMS:
            continue
        reader = _Sentence(text, sentence, number, section, state, names, year)
        claims += reader.claims({n - sentence.start for n in taken if sentence.start <= n < sentence.end})
    return claims


class _Sentence:
    """One sentence being read from left to right."""

    def __init__(
        self, text: RunningText, sentence: Sentence, number: int, section: str, state: _State, names: Names,
        year: int | None,
    ):  # fmt: skip
        self.running = text
        self.text = sentence.text
        self.offset = sentence.start
        self.number = number
        self.section = section
        self.state = state
        self.names = names
        self.year = year
        self.explains = False
        self.outside: list[_Subject | None] = []

    def claims(self, taken: set[int]) -> Iterator[Claim]:
        """The claims of the sentence; leaves in the state what is spoken of after it."""
        found = list(quantities(self.text, taken))
        at = 0
        for quantity in found:
            yield from self._said(at, quantity.start, quantity)
            claim = self._claim(at, quantity)
            if claim:
                self._note(claim)
                yield claim
            if claim or quantity.kind != "bare":
                at = quantity.whole
        yield from self._said(at, len(self.text), None)
        self._headed(found)

    def _place(self, start: int, end: int) -> tuple[int, Box, int, int]:
        """Page, box and offsets in the running text of a piece of the sentence."""
        first, last = self.offset + start, self.offset + end
        return *place(self.running.letters[first:last]), first, last

    def _note(self, claim: Claim) -> None:
        self.state.last = claim
        self.state.roles.add(claim.role)
        if claim.unit in ("元", "万元", "亿元") and not claim.doubts:
            self.state.money_unit = claim.unit

    def _headed(self, found: Sequence[Quantity]) -> None:
        """A sentence without numbers may be a heading that sets the subject, or name an item."""
        named = list(items(self.text, self.names, self.state.item))
        if named and (not found or named[-1].start > found[-1].start):
            self._speak_of(_Subject("function", named[-1].label, named[-1].code, True))
            self.state.item = named[-1].code
        elif not found and (is_heading(self.text) or re.match(r"^[^,;]{2,24}。$", self.text)):
            bare = bare_heading(self.text)
            self.state.heading = re.sub(r"(方面|情况|说明)+$", "", bare)
            matched = self._strong(bare)
            if matched and not _unglued(bare[matched[1] :]):
                self._speak_of(replace(matched[0], lasting=True))

    # -- one number ---------------------------------------------------------------------------------------------------

    def _claim(self, at: int, quantity: Quantity) -> Claim | None:
        lead = _TRAILING_REMARK.sub("", self.text[at : quantity.start])
        self._bracketed(lead)
        if found := prose.reason().search(lead):
            self.explains = not self._returns(lead[found.end() :], quantity)
        elif self.explains:
            self.explains = not self._returns(lead, quantity)
        quantity = self._completed(quantity, lead)
        if quantity is None:
            return None
        if self.explains and not (quantity.kind == "count" and self._measured(quantity)):
            return self._reason(lead, quantity)
        role, cue, base = self._role(lead, quantity)
        if not role:
            return None
        if base_match := _last_base(lead):
            self.state.base = self._dated_base(*base_match)
        subject, doubt = self._subject(at, lead, cue, quantity, role)
        if subject is None:
            return None
        passing = quantity.kind == "count" and any(
            w.key == subject.key for w in prose.subjects("measure", self.section)
        )
        if not passing and (
            subject is not self.state.subject or role in self.state.roles and role in ("value", "prior")
        ):
            self._speak_of(subject, role)
        return self._made(role, base, lead[cue:], lead, quantity, subject, doubt)

    def _completed(self, quantity: Quantity, lead: str) -> Quantity | None:
        """A bare number with the unit its words imply (and the doubt that it is not printed); None where nothing says."""
        if quantity.kind != "bare":
            return quantity
        if not _NEXT_LINE.match(self.text, quantity.whole):
            return None
        last = self.state.last
        turned = any(
            w.pattern.pattern and re.search(f"(?:{w.pattern.pattern})(了|为|约)*$", lead) for w in prose.directions()
        )
        if turned or re.search(r"占[^,;。%]{0,30}$|(完成|为)[^,;。]{0,10}预算(数)?的$", lead):
            changed = last is not None and last.role in ("change", "value") and last.sentence == self.number
            if not turned or (changed and last.role == "change" and last.unit != "%"):
                return replace(quantity, kind="percent", unit="%", doubt="% is not printed")
        if (
            turned
            or re.search(r"(决算|预算)(数|总额|支出)?(为|是|:)?$|(支出|收入)(合计|总计|总额)?为?$", lead)
            and quantity.decimals
        ):
            return replace(quantity, kind="money", unit=self.state.money_unit, doubt="unit is not printed")
        return quantity if re.search(r"(分值|得分|满分|评分)(为|:)?$", lead) else None

    def _role(self, lead: str, quantity: Quantity) -> tuple[str, int, str]:
        """Role, where its cue begins in the lead, and the base the cue names."""
        if quantity.kind == "money" and re.match(r"(\(含\)|\(不含\))?以?(上|下)", self.text[quantity.whole :]):
            return "threshold", len(lead), ""
        last = self.state.last
        if quantity.kind == "percent" and lead == "的" and last and last.role == "budget":
            return "completion", 0, last.base
        for wording in prose.roles(quantity.kind):
            match = wording.pattern.search(lead)
            if match is None or (wording.key == "threshold"):
                continue
            return wording.key, match.start(), wording.base
        return {"money": "value", "count": "count"}.get(quantity.kind, ""), len(lead), ""

    def _made(
        self, role: str, base: str, cue: str, lead: str, quantity: Quantity, subject: _Subject, doubt: str
    ) -> Claim | None:
        if role == "value" and quantity.kind == "percent":
            return None
        role, year_doubt = self._dated(role, lead)
        direction = ""
        if role in ("change", "growth", "difference"):
            direction, base = self._turn(cue), self._compared()
        elif role == "share":
            base = _denominator(cue)
        elif role == "budget":
            base = base or "unstated"
            if re.search(r"(比|较|与)[^,;。]*$", lead):
                self.state.base = {"initial": "initial_budget", "annual": "annual_budget"}.get(base, "budget")
        elif role == "prior" and re.search(r"(比|较|与)[^,;。]*$", lead):
            self.state.base = "prior_year"
        role = "change" if role == "difference" and quantity.kind == "money" else role
        role = "growth" if role == "difference" else role
        doubts = tuple(
            d for d in (quantity.doubt, doubt, year_doubt, "direction is not resolved" if direction == "unresolved" else "") if d
        )  # fmt: skip
        return Claim(
            *self._place(quantity.start, quantity.end), self.number, self.state.statement,
            inner(self.section, self.text[: quantity.start]), subject.key, subject.label, subject.code, role, direction, base,
            quantity.text, quantity.value, quantity.decimals, quantity.unit, doubts,
        )  # fmt: skip

    def _dated(self, role: str, lead: str) -> tuple[str, str]:
        """A value of an earlier year is a prior; one of a later year is doubted."""
        clause = _CLAUSE.split(re.sub(r"[,;:]$", "", lead))[-1]
        years = [int(y) for y in _YEAR.findall(_without_bases(clause))]
        if role != "value" or not years or not self.year or self.section in ("performance", "profile", "assets"):
            return role, ""
        if years[-1] == self.year - 1:
            return "prior", ""
        return role, "" if years[-1] == self.year else f"says {years[-1]}"

    def _turn(self, cue: str) -> str:
        found = prose.first(prose.directions(), cue)
        if found:
            return found[0].key
        return "above" if re.search(r"大于|高于|超|多于", cue) else "below" if re.search(r"小于|低于|少于", cue) else ""

    def _compared(self) -> str:
        return self.state.base or (
            "prior_year" if self.section in ("overall", "income", "expenditure", "fiscal_overall") else ""
        )

    def _dated_base(self, key: str, text: str) -> str:
        """比2023年… in a report of 2023 is no comparison with the year before."""
        years = _YEAR.findall(text)
        if key.endswith("budget") and years and self.year and int(years[-1]) < self.year:
            return "prior_budget"
        return key

    # -- subjects -----------------------------------------------------------------------------------------------------

    def _subject(self, at: int, lead: str, cue: int, quantity: Quantity, role: str) -> tuple[_Subject | None, str]:
        """What the number is about, and a doubt where unknown words stand between."""
        before = _REMARK.sub("", _without_bases(lead[:cue]))
        told = _REMARK.sub("", _without_bases(lead)) if role in _NAMED_BY_CUE else before
        if quantity.kind == "count" or role == "count":
            if measured := self._measured(quantity):
                return measured, ""
        if after := self._after(quantity):
            return after, ""
        current = self.state.subject
        matched = self._strong(told, role == "count")
        if matched:
            subject, end = matched
            subject = self._both(subject, lead[cue:])
            between = _unglued(told[end:])
            if subject.key == "score" and current and current.key == "score_part":
                return current, ""
            if subject.key == "score_part":
                return _Subject("score_part", self.state.heading), ""
            if not between:
                return self._same(subject), ""
            if len(told[end:]) <= _BETWEEN and not re.search(r"[,;。]", told[end:]) and role != "share":
                return self._same(subject), f"words between subject and number: {between}"
        going_on = self.state.last is not None and self.state.last.sentence == self.number
        own = _CLAUSE.split(before)[-1] if going_on else before
        if current and not _unglued(own):
            return self._both(current, lead[:cue]), ""
        return self._weak(self.text[at : quantity.start])

    def _both(self, subject: _Subject, before: str) -> _Subject:
        """收入总计 X，支出总计 X，各增加 Y: what is said of each is said of the grand total."""
        both = {"expenditure_grand_total": "grand_total", "fiscal_expenditure": "fiscal_grand_total"}
        return _Subject(both[subject.key]) if subject.key in both and re.search(r"各$", before) else subject

    def _same(self, subject: _Subject) -> _Subject:
        """The current subject where it is the one named again, so that one statement goes on."""
        current = self.state.subject
        if current and (current.key, current.label, current.code) == (subject.key, subject.label, subject.code):
            return current
        if current and current.key == "function" and subject.key in _PARTS and self.section == "general_items":
            return replace(subject, label=current.label, code=current.code)
        return subject

    def _strong(self, told: str, counted: bool = False) -> tuple[_Subject, int] | None:
        """The subject (of a count: one that can be counted) named last in a text and where its name ends."""
        found = [
            (m.end(), m.start(), _Subject(w.key, _label(w.key, m)))
            for w in prose.subjects("strong", self.section)
            for m in w.pattern.finditer(told)
            if m[0] and (w.counts or not counted)
        ]
        if counted:
            return self._last(found)
        found += [(i.end, i.start, _Subject("function", i.label, i.code, True)) for i in self._items(told)]
        if self.section == "basic":
            found += [(i.end, i.start, _Subject("economic", i.label, i.code)) for i in economic(told, self.year)]
        return self._last(found)

    def _last(self, found: Sequence[tuple[int, int, _Subject]]) -> tuple[_Subject, int] | None:
        """The subject that ends last, the longest of those; narrowed to what it means in the section."""
        if not found:
            return None
        end, _, subject = max(found, key=lambda f: (f[0], -f[1]))
        return replace(subject, key=prose.narrowed(self.section).get(subject.key, subject.key)), end

    def _items(self, told: str) -> Iterator[Item]:
        found = list(items(told, self.names, self.state.item))
        if found:
            self.state.item = found[-1].code
        yield from found
        if self.section in ("overall", "expenditure", "fiscal_overall", "general_budget", "general_structure"):
            yield from classes(told, self.names)

    def _measured(self, quantity: Quantity) -> _Subject | None:
        """Subjects told by the measure word and the words before it: 接待 … 批次."""
        said = self.text[max(0, quantity.start - 80) : quantity.start]
        said = re.sub(r"\([^()]*\)", "", said)
        said = re.sub(r"\d[\d,.]*", "#", said) + "#" + quantity.unit
        found = prose.first(prose.subjects("measure", self.section), said)
        return _Subject(found[0].key) if found else None

    def _after(self, quantity: Quantity) -> _Subject | None:
        """Subjects named after the number: 1个行政单位."""
        if quantity.kind != "count" or quantity.unit != "个":
            return None
        rest = self.text[quantity.whole : quantity.whole + 30]
        for wording in prose.subjects("after", self.section):
            if match := wording.pattern.match(rest):
                return _Subject(wording.key, match.groupdict().get("label") or "")
        return None

    def _weak(self, before: str) -> tuple[_Subject | None, str]:
        clause = _CLAUSE.split(before.rstrip(",:;"))[-1]
        for wording in prose.subjects("weak", self.section):
            if (match := wording.pattern.search(clause)) and match.end() == len(clause):
                return _Subject(wording.key, re.sub(r"(为|是|达到?|约|共)+$", "", clause)), ""
        return None, ""

    def _speak_of(self, subject: _Subject, role: str = "") -> None:
        again = self.state.subject is not None and subject == self.state.subject
        if not again or role in self.state.roles:
            self.state.statement += 1
            self.state.roles = set()
        self.state.subject = subject

    # -- explanations and comparing words -----------------------------------------------------------------------------

    def _returns(self, told: str, quantity: Quantity) -> bool:
        """Whether after an explanation, behind a semicolon, a number comes back to what the section is about."""
        _, semicolon, told = told.rpartition(";")
        if not semicolon:
            return False
        role, cue, _ = self._role(told, quantity)
        if role in ("change", "growth") and _last_base(told):
            return True
        matched = self._strong(_REMARK.sub("", _without_bases(told[:cue])))
        return role == "threshold" or bool(matched) and not _unglued(told[matched[1] : cue])

    def _bracketed(self, lead: str) -> None:
        """What is spoken of before a bracket is spoken of again behind it: 收入 X (其中: 事业收入 Y), 占 P%."""
        for mark in lead:
            if mark == "(":
                self.outside.append(self.state.subject)
            elif mark == ")" and self.outside and (subject := self.outside.pop()) and lead.startswith(")"):
                self.state.subject = subject

    def _reason(self, lead: str, quantity: Quantity) -> Claim | None:
        if quantity.kind == "bare":
            return None
        label = _CLAUSE.split(lead.rstrip(",:;"))[-1]
        role = {"money": "value", "percent": "rate"}.get(quantity.kind, "count")
        doubts = (quantity.doubt,) if quantity.doubt else ()
        return Claim(
            *self._place(quantity.start, quantity.end), self.number, self.state.statement, self.section,
            "reason", label, self.state.subject.code if self.state.subject else None, role, "", "",
            quantity.text, quantity.value, quantity.decimals, quantity.unit, doubts,
        )  # fmt: skip

    def _said(self, start: int, end: int, quantity: Quantity | None) -> Iterator[Claim]:
        """Comparing words without a number between two numbers: 决算数小于预算数, 与上年持平."""
        told = self.text[start:end]
        cut = prose.reason().search(told)
        stop = cut.start() if cut else len(told)
        for wording in prose.levels():
            for match in wording.pattern.finditer(told, 0, stop):
                attached = (
                    quantity is not None and match.end() == len(told) and quantity.kind in ("money", "percent", "bare")
                )
                if self.explains or attached:
                    continue
                claim = self._level(start, told, match, wording.key)
                if claim:
                    self._note(claim)
                    yield claim
        if cut and quantity is None:
            self.explains = True

    def _level(self, start: int, told: str, match: re.Match[str], key: str) -> Claim | None:
        matched = self._strong(_without_bases(told[: match.start()]))
        subject = self._same(matched[0]) if matched else self.state.subject
        if subject is None:
            return None
        if subject is not self.state.subject:
            self._speak_of(subject)
        base = _last_base(told[: match.end()])
        if base:
            self.state.base = self._dated_base(*base)
        named = re.search(r"(年初|全年|调整后?)?预算", match[0])
        if named:
            self.state.base = {"年初": "initial_budget", None: "budget"}.get(named[1], "annual_budget")
        doubts = ["direction is not resolved"] if key == "unresolved" else []
        if key in ("same", "equal") and self._moved():
            doubts.append("says both a change and no change")
        word = re.search(r"(大|小|高|低|多|少|等)于|持平|一致|不变|无.*|零增长|增加|增长|上升|减少|下降|降低", match[0])
        at = start + match.start() + (word.start() if word else 0)
        return Claim(
            *self._place(at, at + len(word[0] if word else match[0])), self.number, self.state.statement, inner(self.section, self.text[:start]),
            subject.key, subject.label, subject.code, "direction", key, self.state.base, word[0] if word else match[0], None,
            0, "", tuple(doubts),
        )  # fmt: skip

    def _moved(self) -> bool:
        last = self.state.last
        return bool(
            last and last.sentence == self.number and last.statement == self.state.statement and last.role == "change"
        )


def _label(key: str, match: re.Match[str]) -> str:
    """The label of a subject: the part of its pattern that names it."""
    groups = match.groupdict()
    return groups.get("label") or groups.get("label2") or (match[0] if key == "cars_kind" else "")


def _last_base(lead: str) -> tuple[str, str] | None:
    """The comparison base named last in a text, with its words."""
    found = [
        (m.start(), -order, w.key, m[0]) for order, w in enumerate(prose.bases()) for m in w.pattern.finditer(lead)
    ]
    if not found:
        return None
    start = max(f[0] for f in found)
    return max(((f[1], f[2], f[3]) for f in found if f[0] == start))[1:]


def _without_bases(text: str) -> str:
    for wording in prose.bases():
        text = wording.pattern.sub("", text)
    return text


def _denominator(cue: str) -> str:
    found = prose.first(prose.denominators(), cue)
    return found[0].key if found else "unstated"


def _unglued(text: str) -> str:
    """What is left of a text after the words that may stand anywhere between a subject and its number."""
    rest = text
    while rest:
        match = prose.glue().match(rest)
        if match.end() == len(rest):
            return ""
        if match.end():
            rest = rest[match.end() :]
            continue
        return rest
    return ""
