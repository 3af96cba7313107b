"""Sentence reader: the grammar of a sentence, read from left to right.

Belongs here: a number takes its role from the words right before it and its unit, its subject from the last subject named
before it, or from what is being spoken of; what does not fit is no claim. Only here, where a number or a comparison names what it is about
(turning), and where the sentence comes back to something (said_so_far), does what is spoken of change.
Does not belong here: vocabulary (vocabulary.prose_wordings), cues (cues), subjects (turning, subjects), reasons (reasoning),
what a number asserts (assertions, settled_assertions), putting a claim together (claim_making).
"""

import re
from collections.abc import Container, Iterator

from pipelines.prose.assertions import TURNED, Assertion
from pipelines.prose.bases import base_of
from pipelines.prose.claim_making import ClaimMaker
from pipelines.prose.claims import Claim
from pipelines.prose.comparisons import Comparison, comparisons
from pipelines.prose.counted import are_counted, is_some_of_counted
from pipelines.prose.cues import cue_in_sentence
from pipelines.prose.discourse import Discourse
from pipelines.prose.explanations import without_list
from pipelines.prose.implied_units import with_unit
from pipelines.prose.kinds_within import within_kind
from pipelines.prose.offices import OF_OFFICE, is_of_office
from pipelines.prose.other_money import paid_otherwise
from pipelines.prose.projects import counts_no_projects
from pipelines.prose.quantities import Quantity, quantities, signed
from pipelines.prose.reasoning import Reasoning
from pipelines.prose.respectively import NOBODY, Listed, last_part, respective
from pipelines.prose.roles import is_bound, lead_of
from pipelines.prose.said_so_far import COMPARED, PARTS, SaidSoFar
from pipelines.prose.sections import other_fund
from pipelines.prose.sentences import RunningText
from pipelines.prose.settled_assertions import settled
from pipelines.prose.shared_roles import is_rate_of_change
from pipelines.prose.subjects import measured_topic
from pipelines.prose.told_reasons import told
from pipelines.prose.turning import (
    go_on_with,
    is_of_lost,
    is_of_other,
    subject_of_number,
    topic_of_comparison,
    turn_to_counted,
)
from pipelines.prose.unknown_points import unknown_before
from pipelines.prose.wholes_told import whole_of_share
from pipelines.vocabulary import prose_wordings

_SUM = re.compile(r"[,、;](合计|共计|总计|小计)(为|是)?$")
"""A sum of what was listed, which names nothing itself and is not of the last of them."""
_AND = ("、", "和", "及", "与", ",")
"""Between two numbers of which the second says of the other side what the first does: 各增加 X、X."""
_COMPARES = re.compile(r"[比较]|与(上年|20\d\d年)")
_SIGNED = ("value", "prior", "budget", "share")
"""Roles of an amount, and of its share, which may be below zero."""


class SentenceReader:
    """One sentence being read from left to right; `discourse` goes on from sentence to sentence.

    taken: offsets in the running text of numbers that are dates, codes …; quantities: the numbers of the sentence.
    said: what the sentence has said so far; words: those before the number of the claim before; whole: those that name the whole of a share, whose amount was read last.
    """

    def __init__(self, running: RunningText, number: int, discourse: Discourse, taken: Container[int]) -> None:
        self.running = running
        self.number = number
        self.discourse = discourse
        self.text = running.sentences[number].text
        self.offset = running.sentences[number].start
        self.quantities = tuple(quantities(self.text, {n for n in range(len(self.text)) if self.offset + n in taken}))
        self.said = SaidSoFar(discourse=discourse)
        self.maker = ClaimMaker(running, number, discourse)
        self.words, self.whole = "", ""
        self.reasoning = Reasoning(said=self.said, text=self.text)

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of the sentence; leaves in the discourse what is spoken of after it."""
        shared = respective(self.text, self.quantities, tuple(self.discourse.listed))
        at = 0
        for quantity in self.quantities:
            yield from self._comparisons(at, quantity.start, quantity)
            words, listed = self.text[at : quantity.start], shared.get(quantity.start)
            claim = self._respective(listed, words, quantity) if listed else self._of_share(words, quantity)
            if claim:
                yield self.said.note(claim)
                self.said.note_name(last_part(words))
                self.discourse.lost = False
            elif quantity.kind == "count" and self.discourse.section == "procurement":
                turn_to_counted(self.discourse, words)
            if claim or quantity.kind != "bare":
                at = quantity.whole
        yield from self._comparisons(at, len(self.text), None)
        self.said.note_brackets(self.text[at:])
        self.said.end(self._next_compares_part())

    def _next_compares_part(self) -> bool:
        """Whether the next sentence of a budget compares the last part: 其中: … 项目支出 Y。比上年增加 Z (其中 began this one)."""
        after = self.running.sentences[self.number + 1 : self.number + 2]
        begins = self.discourse.grammar.resumes and self.text.startswith(PARTS)
        return begins and bool(after) and bool(_COMPARES.match(after[0].text))

    def _respective(self, listed: Listed, words: str, quantity: Quantity) -> Claim | None:
        """Make the claim of one of several numbers of several names, after some words; a repeated name goes on with its statement."""
        self.discourse.base = base_of(words, self.discourse.year, self.discourse.grammar) or self.discourse.base
        if listed is NOBODY:
            return None
        self.said.come_back_to(listed.name, self.text)
        claim = self._claim(listed.words, quantity)
        self.said.note_name(listed.name)
        return claim

    def _of_share(self, words: str, quantity: Quantity) -> Claim | None:
        """Make the claim of a number that may be the whole of a share told between 占 and 的: what is spoken of stays, and the share is of that whole."""
        words = f",{self.whole}的" if self.whole and words == "的" else words
        self.whole, spoken = whole_of_share(words, quantity, self.text[quantity.whole :]), self.discourse.snapshot()
        claim = self._claim(words, quantity)
        if not self.whole:
            return claim
        self.discourse.come_back(spoken)
        return claim if claim and not (spoken.topic and claim.subject == spoken.topic.key) else None

    def _claim(self, words: str, quantity: Quantity) -> Claim | None:
        """Make the claim of a number after some words, None where the grammar does not know it."""
        if words in _AND and self.said.last and self.said.last.role in TURNED:
            is_alike = self.said.last.counted_in == quantity.counted_in
            words = self.words if is_alike or are_counted(self.said.counted, self.said.last, quantity) else words
        if is_rate_of_change(self.said.last, words, quantity):
            words = self.words
        self.words = words
        if not self.reasoning.is_given and (fund := other_fund(self.discourse.section, words)):
            self.discourse.turn_to(fund)
        self.said.of_office = is_of_office(self.said.of_office, self.text[: quantity.start], words)
        lead = self._without_list(lead_of(words))
        self.said.note_brackets(lead)
        self.said.note_parts(lead)
        lead = self.reasoning.note(lead, quantity)
        changed = self.said.last is not None and self.said.last.role == "change" and self.said.last.counted_in != "%"
        rest = self.text[quantity.whole :]
        complete = with_unit(quantity, lead, rest, self.discourse.money_unit, changed)
        if complete is None:
            return None
        measured = complete.kind == "count" and measured_topic(self.discourse, self.text, complete)
        self.reasoning.is_given = self.reasoning.is_given and not measured
        return self._reason(lead, complete) if self.reasoning.is_given else self._statement(lead, complete)

    def _without_list(self, lead: str) -> str:
        """Return a lead without what an amount includes; a sentence that begins so is of the part named last."""
        rest = without_list(lead)
        if rest != lead and self.said.last is None and self.discourse.part:
            self.discourse.come_back(self.discourse.part)
        return rest

    def _statement(self, lead: str, quantity: Quantity) -> Claim | None:
        """Make the claim of a number with its unit after some words that give no reason."""
        cue = cue_in_sentence(self.said, self.text, lead, quantity)
        if cue is None:
            self.said.lose_others(lead, quantity)
            return None
        self.said.leave_part(cue.role)
        self.said.leave_unknown(lead)
        if COMPARED.match(lead):
            self.said.leave_list()
        self.discourse.base = base_of(lead, self.discourse.year, self.discourse.grammar) or self.discourse.base
        if self.said.last and _SUM.match(lead) and cue.role == "value":
            return None
        subject = subject_of_number(self.said, self.text, lead, cue, quantity)
        rest = self.text[quantity.whole :]
        topic = subject.topic and within_kind(self.said, subject.topic, lead, cue, quantity.text, rest)
        if topic is None and self.said.last is None:
            topic = unknown_before(self.discourse, lead, cue, quantity)
        if topic and (
            counts_no_projects(topic, cue, quantity, lead) or is_some_of_counted(topic, self.said.last, lead, quantity)
        ):
            return None
        if topic is None or is_of_other(self.said, self.text, lead, cue, quantity):
            self.said.lose(cue.role, quantity, lead)
            return None
        if is_of_lost(self.said, topic, lead, cue):
            return None
        if cue.role == "budget" and self.said.last is None and topic == self.discourse.topic:
            self.discourse.begin_budget()
        assertion = settled(self.said, cue, lead, self.text[: quantity.start], quantity)
        go_on_with(self.discourse, topic, assertion, lead)
        is_of_one = self.said.of_office and quantity.kind in ("money", "percent")
        other = (*paid_otherwise(topic.key, self.text, quantity), OF_OFFICE if is_of_one else "")
        doubts = tuple(doubt for doubt in (quantity.doubt, subject.doubt, *assertion.doubts, *other) if doubt)
        printed = signed(quantity, lead) if assertion.role in _SIGNED else quantity
        return self.maker.make((printed.start, printed.end), topic, assertion._replace(doubts=doubts), printed)

    def _reason(self, lead: str, quantity: Quantity) -> Claim | None:
        """Make the claim of an amount in an explanation; what it explains has its statement."""
        if quantity.kind == "bare":
            return None
        role = {"money": "value", "percent": "rate"}.get(quantity.kind, "count")
        if is_bound(self.text[quantity.whole :]) and quantity.kind == "money":
            role = "threshold"
        topic, assertion = told(self.discourse, lead, quantity, role, self.said.last)
        return self.maker.make((quantity.start, quantity.end), topic, assertion, quantity)

    def _comparisons(self, start: int, end: int, quantity: Quantity | None) -> Iterator[Claim]:
        """Yield the claims of comparing words without a number of their own, up to the next number."""
        words = self.text[start:end]
        reason = prose_wordings.reason().search(words)
        for found in comparisons(
            words[: reason.end()] if reason else words, self.discourse.year, self.discourse.grammar
        ):
            is_of_number = quantity is not None and found.behind == len(words) and quantity.kind != "count"
            if not self.reasoning.is_given and not is_of_number and (claim := self._comparison(start, found)):
                yield self.said.note(claim)
        self.reasoning.is_given = self.reasoning.is_given or (reason is not None and quantity is None)

    def _comparison(self, start: int, found: Comparison) -> Claim | None:
        """Make the claim of comparing words, None where nothing is spoken of."""
        topic = topic_of_comparison(self.said, found)
        if topic is None:
            return None
        self.discourse.base = found.base or self.discourse.base
        doubts = ("direction is not resolved",) if found.direction == "unresolved" else ()
        if found.direction in ("same", "equal") and self.said.is_change_by(self.discourse.base):
            doubts = ("says both a change and no change",)
        assertion = Assertion("direction", found.direction, self.discourse.base, doubts)
        return self.maker.make((start + found.start, start + found.end), topic, assertion, None)
