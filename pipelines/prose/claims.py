"""Claims: what the prose says in numbers: subject, role, amount with its printed decimals and unit, and its place.

Belongs here: the grammar of a sentence: a number takes its role from the words right before it and its unit, its subject
from the last subject named before it, or from what is being spoken of; what does not fit is no claim.
Does not belong here: vocabulary (form_wordings), roles (roles), subjects (subjects), which of several readings fits the arithmetic (disambiguation), sums (sql/checks).
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple

from pipelines.pdf.pages import Box
from pipelines.prose.named_items import Names, named_alone
from pipelines.prose.quantities import Quantity, quantities
from pipelines.prose.respectively import Told, last_part, respective
from pipelines.prose.roles import (
    CLAUSE,
    Cue,
    base_of,
    base_set_by,
    completed,
    cue_of,
    denominator_of,
    direction_of,
    lead_of,
    levels,
    other_year,
    plain,
    unglued,
    without_bases,
)  # fmt: skip
from pipelines.prose.sections import bare_heading, inner, is_heading
from pipelines.prose.sentences import RunningText, Sentence, place
from pipelines.prose.subjects import (
    Speech,
    Spoken,
    Topic,
    continued,
    is_measured,
    item_named,
    measured_topic,
    named_last,
    topic_of,
)
from pipelines.vocabulary import prose_wordings
from pipelines.vocabulary.numbers import Number

_WITHOUT_CLAIMS = ("glossary",)
_OTHER_YEARS = ("performance", "profile", "assets")
"""Sections that speak of other years without comparing with them."""
_ITEMISED = ("general_items", "general_budget", "government_fund", "state_capital")
"""Sections that speak of functional items one by one, under headings that may be nothing but a name."""
_COMPARING = ("overall", "income", "expenditure", "fiscal_overall")
"""Sections that compare with the year before where they do not say with what."""
_WORD = re.compile(r"(大|小|高|低|多|少|等)于|持平|一致|不变|无.*|零增长|增加|增长|上升|减少|下降|降低")
_TURNED = ("change", "growth", "adjustment")
"""Roles whose number has a direction."""
_TO = re.compile(r"(增加|减少|下降|降低|压减|增长)(为|到|至)$")
_COMPARES = re.compile(r"[^,;]([,;])(?=(比|较|与|同比|完成|为)[^,;]*$)")
_ASIDE = re.compile(r"\((?!或)[^()]{7,}\)")
"""A remark in brackets, whose words compare nothing: (与预算中公用经费一致)."""
_SIGNED = re.compile(r"增减|差异|变动")
"""A change whose sign and no word says the direction: 增减额-3万元."""
_SUM = re.compile(r"[,、;](合计|共计|总计|小计)(为|是)?$")
"""A sum of what was listed, which names nothing itself and is not of the last of them."""
_AND = ("、", "和", "及", "与")
"""Between two numbers of which the second says of the other side what the first does: 各增加 X、X."""
_PARTS = "其中"
"""Before the parts of an amount; the sentence after them speaks of the whole again."""
_BUDGET = re.compile(r"(年初|全年|调整后?)?预算")


class Span(NamedTuple):
    """A place in the running text: the index of its sentence, the offsets of its first letter and behind its last one."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing the prose says in numbers (or, role direction, in a comparing word alone).

    order: its place among the claims of the report, from 0; page, box in points: the number; span: None for a number in
    a table of scores; statement: what is said of one subject in one go shares a number.
    section, subject, role, direction, base: keys of wordings/*.csv; label: the subject as named; code: functional or
    economic code. number: in `unit`, None for template residue (XX万元) and for words.
    doubts: why the wording is not to be trusted; fitted, fits: which reading fits the arithmetic (pipelines.prose.disambiguation).
    """

    order: int
    page: int
    box: Box
    span: Span | None
    statement: int
    section: str
    subject: str
    label: str
    code: str | None
    role: str
    direction: str
    base: str
    text: str
    number: Number | None
    unit: str
    doubts: tuple[str, ...] = ()
    fitted: str | None = None
    fits: bool | None = None

    @property
    def key(self) -> str:
        """Its key within the report, the end of reading.claim.claim_id: page and order."""
        return f"p{self.page:03d}-n{self.order:04d}"


def read_claims(
    text: RunningText, sections: Sequence[str], taken: Container[int], names: Names, year: int | None
) -> list[Claim]:
    """The claims of a report's prose in reading order; `taken` holds offsets of numbers that are dates, codes …

    sections: the section of each sentence (pipelines.prose.sections).
    """
    speech = Speech(names=names, year=year)
    claims: list[Claim] = []
    orders = count()
    paragraph = -1
    money_unit = "万元"
    for number, (sentence, section) in enumerate(zip(text.sentences, sections, strict=True)):
        if section != speech.section:
            speech.turn_to(section)
        elif sentence.paragraph != paragraph:
            speech.begin_paragraph()
        paragraph = sentence.paragraph
        if section not in _WITHOUT_CLAIMS:
            reader = _Reader(text, sentence, number, speech, money_unit, orders)
            claims += reader.claims(taken)
            money_unit = reader.money_unit
    return claims


class _Reader:
    """One sentence being read from left to right; `speech` goes on from sentence to sentence."""

    def __init__(
        self,
        running: RunningText,
        sentence: Sentence,
        number: int,
        speech: Speech,
        money_unit: str,
        orders: Iterator[int],
    ) -> None:
        self.running = running
        self.orders = orders
        self.text = sentence.text
        self.offset = sentence.start
        self.number = number
        self.speech = speech
        self.money_unit = money_unit
        self.last: Claim | None = None
        self.explains = False
        self.outside: list[Spoken] = []
        self.whole: Spoken | None = None
        self.named: dict[str, Spoken] = {}
        self.words = ""

    def claims(self, taken: Container[int]) -> Iterator[Claim]:
        """The claims of the sentence; leaves in the speech what is spoken of after it."""
        own = {n for n in range(len(self.text)) if self.offset + n in taken}
        found = list(quantities(self.text, own))
        shared = respective(self.text, found)
        at = 0
        for quantity in found:
            yield from self._levels(at, quantity.start, quantity)
            told = shared.get(quantity.start)
            claim = self._respective(told, quantity) if told else self._claim(self.text[at : quantity.start], quantity)
            if claim:
                yield self._noted(claim)
                self.named[last_part(self.text[at : quantity.start])] = self.speech.spoken()
            if claim or quantity.kind != "bare":
                at = quantity.whole
        yield from self._levels(at, len(self.text), None)
        self._bracketed(self.text[at:])
        if self.whole:
            self.speech.come_back(self.whole)
        if not item_named(self.speech, self.text, found[-1].start if found else -1) and not found:
            self._heading()

    def _respective(self, told: Told, quantity: Quantity) -> Claim | None:
        """The claim of one of several numbers told of several names; a name told of again goes on with its statement."""
        if told.name in self.named:
            self.speech.come_back(self.named[told.name])
        claim = self._claim(told.words, quantity)
        self.named[told.name] = self.speech.spoken()
        return claim

    def _noted(self, claim: Claim) -> Claim:
        self.last = claim
        self.speech.roles.add(claim.role)
        if claim.unit in ("元", "万元", "亿元") and not claim.doubts:
            self.money_unit = claim.unit
        return claim

    def _heading(self) -> None:
        """A short sentence without numbers sets the topic, if it is nothing but one."""
        if not (is_heading(self.text) or re.match(r"^[^,;]{2,24}。$", self.text)):
            return
        bare = bare_heading(self.text)
        self.speech.heading = re.sub(r"(方面|情况|说明)+$", "", bare)
        if self.speech.section in _ITEMISED and (item := named_alone(bare, self.speech.names)):
            self.speech.speak_of(Topic("function", item.label, item.code, lasting=True))
            self.speech.item = item.code
            return
        named = named_last(self.speech, bare)
        if named and not unglued(bare[named.end :]) and not unglued(bare[: named.start]):
            self.speech.speak_of(replace(named.topic, lasting=True))

    def _claim(self, words: str, quantity: Quantity) -> Claim | None:
        """The claim a number makes after some words, None where the grammar does not know it."""
        if words in _AND and self.last and self.last.role in _TURNED and self.last.unit == quantity.unit:
            words = self.words
        self.words = words
        lead, rest = lead_of(words), self.text[quantity.whole :]
        self._bracketed(lead)
        if _PARTS in lead and self.whole is None and self.speech.topic:
            self.whole = self.speech.spoken()
        self._explained(lead, quantity)
        changed = self.last is not None and self.last.role == "change" and self.last.unit != "%"
        whole = completed(quantity, lead, rest, self.money_unit, changed)
        return self._complete(lead, whole) if whole else None

    def _complete(self, lead: str, quantity: Quantity) -> Claim | None:
        """The claim a number with its unit makes after some words."""
        if self.explains and not (
            quantity.kind == "count" and measured_topic(self.speech.section, self.text, quantity)
        ):
            return self._reason(lead, quantity)
        cue = self._cue(lead, quantity)
        if cue is None:
            return None
        if base := base_of(lead, self.speech.year):
            self.speech.base = base
        if self.last and _SUM.match(lead) and cue.role == "value":
            return None
        topic, doubt = topic_of(self.speech, self.text, lead, cue, quantity, self.last is not None)
        if topic is None:
            return None
        if cue.role == "budget" and self.last is None and topic == self.speech.topic:
            self.speech.begin_budget()
        if not (quantity.kind == "count" and is_measured(self.speech.section, topic)):
            self.speech.speak_of(topic, cue.role if cue.role in ("value", "prior") else "")
        return self._made(cue, lead, quantity, topic, doubt)

    def _cue(self, lead: str, quantity: Quantity) -> Cue | None:
        budget = self.last.base if self.last and self.last.role == "budget" else None
        return cue_of(lead, quantity, self.text[quantity.whole :], budget)

    def _made(self, cue: Cue, lead: str, quantity: Quantity, topic: Topic, doubt: str) -> Claim:
        role, base, words = cue.role, cue.base, lead[cue.start :]
        doubts = [quantity.doubt, doubt]
        year = other_year(lead, self.speech.year, role) if self.speech.section not in _OTHER_YEARS else None
        if role in ("value", "prior") and year:
            is_last = year + 1 == self.speech.year
            role = "prior" if is_last else role
            doubts.append("" if is_last else f"says {year}")
        direction = direction_of(words) if role in _TURNED else "down" if role == "rate" and words.endswith("-") else ""
        if role in _TURNED and not direction and _SIGNED.match(words):
            direction = "down" if words.endswith("-") else "up"
        doubts.append("direction is not resolved" if direction == "unresolved" else "")
        doubts.append("says to what, not by how much" if role == "change" and _TO.search(words) else "")
        if role in ("change", "growth"):
            base = self.speech.base or ("prior_year" if self.speech.section in _COMPARING else "")
        elif role == "share":
            base = denominator_of(words)
        elif role == "budget":
            base = base or "unstated"
        self.speech.base = base_set_by(role, base, lead) or self.speech.base
        return self._at(quantity.start, quantity.end, topic, role, direction, base, quantity, doubts)

    def _at(
        self, start: int, end: int, topic: Topic, role: str, direction: str, base: str, quantity: Quantity | None,
        doubts: list[str],
    ) -> Claim:  # fmt: skip
        """A claim about a topic that stands between two offsets of the sentence; without a quantity its words are its text."""
        first, last = self.offset + start, self.offset + end
        page, box = place(self.running.letters[first:last])
        return Claim(
            order=next(self.orders), page=page, box=box, span=Span(self.number, first, last),
            statement=self.speech.statement, section=inner(self.speech.section, self.text[:start]), subject=topic.key,
            label=topic.label, code=topic.code, role=role, direction=direction, base=base, text=self.text[start:end],
            number=quantity.number if quantity else None, unit=quantity.unit if quantity else "",
            doubts=tuple(d for d in doubts if d),
        )  # fmt: skip

    def _explained(self, lead: str, quantity: Quantity) -> None:
        """Note whether a number stands in an explanation (主要原因 …)."""
        if found := prose_wordings.reason().search(lead):
            self.explains = not self._returns(lead[found.end() :], quantity)
        elif self.explains:
            self.explains = not self._returns(lead, quantity)

    def _returns(self, words: str, quantity: Quantity) -> bool:
        """Whether after an explanation a number comes back to what the section is about.

        That is behind a semicolon, or where a clause of its own begins with what is compared with (比上年 …).
        """
        _, semicolon, lead = words.rpartition(";")
        if (compared := _COMPARES.search(words)) and self._is_comparison(words[compared.end(1) :], quantity):
            return True
        if (named := named_last(self.speech, words)) and named.topic.key == "function" and named.end == len(words):
            return True
        cue = self._cue(lead, quantity) if semicolon else None
        if cue is None:
            return False
        if cue.role == "threshold" or (cue.role in ("change", "growth") and base_of(lead, self.speech.year)):
            return True
        told = plain(lead[: cue.start])
        named = named_last(self.speech, told)
        return named is not None and not unglued(told[named.end :])

    def _is_comparison(self, lead: str, quantity: Quantity) -> bool:
        cue = self._cue(lead, quantity)
        if cue is None:
            return False
        changed = cue.role in ("change", "growth", "difference") and base_of(lead, self.speech.year) is not None
        return changed or cue.role == "completion"

    def _bracketed(self, lead: str) -> None:
        """What is spoken of before a bracket is spoken of again behind it: 收入 X (其中: 事业收入 Y), 占 P%."""
        for mark in lead:
            if mark == "(":
                self.outside.append(self.speech.spoken())
            elif mark == ")" and self.outside and (spoken := self.outside.pop()).topic and lead.startswith(")"):
                self.speech.come_back(spoken)

    def _reason(self, lead: str, quantity: Quantity) -> Claim | None:
        """An amount named in an explanation: what it explains is the topic's code and statement."""
        if quantity.kind == "bare":
            return None
        role = {"money": "value", "percent": "rate"}.get(quantity.kind, "count")
        topic = Topic(
            "reason", CLAUSE.split(lead.rstrip(",:;"))[-1], self.speech.topic.code if self.speech.topic else None
        )
        return self._at(quantity.start, quantity.end, topic, role, "", "", quantity, [quantity.doubt])

    def _levels(self, start: int, end: int, quantity: Quantity | None) -> Iterator[Claim]:
        """Comparing words without a number of their own between two numbers."""
        words = self.text[start:end]
        cut = prose_wordings.reason().search(words)
        told = words[: cut.start()] if cut else words
        for direction, match in levels(_ASIDE.sub(lambda aside: "·" * len(aside[0]), told)):
            attached = quantity is not None and match.end() == len(words) and quantity.kind != "count"
            if not self.explains and not attached and (claim := self._level(start, told, match, direction)):
                yield self._noted(claim)
        self.explains = self.explains or (cut is not None and quantity is None)

    def _level(self, start: int, told: str, match: re.Match[str], direction: str) -> Claim | None:
        named = named_last(self.speech, without_bases(told[: match.start()]))
        topic = continued(self.speech, named.topic) if named else self.speech.topic
        if topic is None:
            return None
        self.speech.speak_of(topic)
        self.speech.base = base_of(told[: match.end()], self.speech.year) or self.speech.base
        if budget := _BUDGET.search(match[0]):
            self.speech.base = {"年初": "initial_budget", None: "budget"}.get(budget[1], "annual_budget")
        doubts = ["direction is not resolved"] if direction == "unresolved" else []
        last = self.last
        if (
            direction in ("same", "equal")
            and last
            and last.role == "change"
            and last.statement == self.speech.statement
        ):
            doubts.append("says both a change and no change")
        word = _WORD.search(match[0]) or match
        at = start + match.start() + (word.start() if word is not match else 0)
        return self._at(at, at + len(word[0]), topic, "direction", direction, self.speech.base, None, doubts)
