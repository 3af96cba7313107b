"""Sentence reader: the grammar of a sentence, read from left to right.

Belongs here: a number takes its role from the words right before it and its unit, its subject from the last subject named
before it, or from what is being spoken of; what does not fit is no claim. Only here, and where the sentence comes back to something (said_so_far), does what is spoken of change.
Does not belong here: vocabulary (vocabulary.prose_wordings), cues (roles), subjects (subjects), what a number asserts (assertions), putting
a claim together (claim_making).
"""

import re
from collections.abc import Container, Iterator
from functools import partial

from pipelines.prose.assertions import TURNED, Assertion, assertion_of
from pipelines.prose.claim_making import make_claim
from pipelines.prose.claims import Claim
from pipelines.prose.comparisons import Comparison, comparisons
from pipelines.prose.counted import are_counted, changed_count, compared_count, of_count
from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.explanations import compared_topic, is_zero_budget, without_list, without_use, words_after_reason
from pipelines.prose.money_of_a_year import is_allotted_part
from pipelines.prose.named_topics import named_last, project_named
from pipelines.prose.quantities import Quantity, quantities
from pipelines.prose.respectively import Listed, last_part, respective
from pipelines.prose.roles import (
    CLAUSE,
    Cue,
    base_of,
    base_set_by,
    cue_of,
    lead_of,
    of_own_year,
    of_points,
    with_unit,
)
from pipelines.prose.said_so_far import PARTS, SaidSoFar
from pipelines.prose.sentences import RunningText
from pipelines.prose.shared_roles import (
    against_budget,
    is_rate_in_bracket,
    is_rate_of_reason,
    of_whole,
)
from pipelines.prose.subjects import (
    Subject,
    following_topic,
    is_measured,
    measured_topic,
    named_before,
    resume,
    subject_of,
)
from pipelines.vocabulary import prose_wordings

_SUM = re.compile(r"[,、;](合计|共计|总计|小计)(为|是)?$")
"""A sum of what was listed, which names nothing itself and is not of the last of them."""
_AND = ("、", "和", "及", "与", ",")
"""Between two numbers of which the second says of the other side what the first does: 各增加 X、X."""
_COMPARES = re.compile(r"[比较]|与(上年|20\d\d年)")
_OF_AMOUNT = ("share", "change", "growth", "points", "completion")
"""Roles of a number that says something of the amount before it."""


class SentenceReader:
    """One sentence being read from left to right; `discourse` goes on from sentence to sentence.

    taken: offsets in the running text of numbers that are dates, codes …; quantities: the numbers of the sentence.
    said: what the sentence has said so far; words: those before the number of the claim before; explains: whether a reason is being given.
    """

    def __init__(self, running: RunningText, number: int, discourse: Discourse, taken: Container[int]) -> None:
        self.running = running
        self.number = number
        self.discourse = discourse
        self.text = running.sentences[number].text
        self.offset = running.sentences[number].start
        self.quantities = tuple(quantities(self.text, {n for n in range(len(self.text)) if self.offset + n in taken}))
        self.said = SaidSoFar(discourse=discourse)
        self.make_claim = partial(make_claim, running, number, discourse)
        self.words = ""
        self.explains = False

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of the sentence; leaves in the discourse what is spoken of after it."""
        shared = respective(self.text, self.quantities)
        at = 0
        for quantity in self.quantities:
            yield from self._comparisons(at, quantity.start, quantity)
            words, listed = self.text[at : quantity.start], shared.get(quantity.start)
            claim = self._respective(listed, words, quantity) if listed else self._claim(words, quantity)
            if claim:
                yield self.said.note(claim)
                self.said.note_name(last_part(words))
                self.discourse.lost = False
            elif quantity.kind == "count" and self.discourse.section == "procurement":
                self._turn_to_counted(words)
            if claim or quantity.kind != "bare":
                at = quantity.whole
        yield from self._comparisons(at, len(self.text), None)
        self.said.note_brackets(self.text[at:])
        self.said.end(self._next_compares_part())

    def _turn_to_counted(self, words: str) -> None:
        """Speak of what was bought so many times, whose amounts follow: 货物类采购项目 N 个，采购金额 X."""
        if named := named_last(self.discourse, words):
            self.discourse.speak_of(named.topic)

    def _next_compares_part(self) -> bool:
        """Whether the next sentence of a budget compares the last part: 其中: … 项目支出 Y。比上年增加 Z (其中 began this one)."""
        after = self.running.sentences[self.number + 1 : self.number + 2]
        begins = self.discourse.of_budget and self.text.startswith(PARTS)
        return begins and bool(after) and bool(_COMPARES.match(after[0].text))

    def _respective(self, listed: Listed, words: str, quantity: Quantity) -> Claim | None:
        """Make the claim of one of several numbers of several names, after some words; a repeated name goes on with its statement."""
        self.discourse.base = base_of(words, self.discourse.year, self.discourse.of_budget) or self.discourse.base
        self.said.come_back_to(listed.name)
        claim = self._claim(listed.words, quantity)
        self.said.note_name(listed.name)
        return claim

    def _claim(self, words: str, quantity: Quantity) -> Claim | None:
        """Make the claim of a number after some words, None where the grammar does not know it."""
        if words in _AND and self.said.last and self.said.last.role in TURNED:
            is_alike = self.said.last.counted_in == quantity.counted_in
            words = self.words if is_alike or are_counted(self.said.counted, self.said.last, quantity) else words
        if self.discourse.of_budget and is_rate_in_bracket(self.said.last, words, quantity):
            words = self.words
        self.words = words
        lead = self._without_list(lead_of(words))
        self.said.note_brackets(lead)
        self.said.note_parts(lead)
        lead = self._note_explanation(lead, quantity)
        changed = self.said.last is not None and self.said.last.role == "change" and self.said.last.counted_in != "%"
        rest = self.text[quantity.whole :]
        complete = with_unit(quantity, lead, rest, self.discourse.money_unit, changed)
        if complete is None:
            return None
        measured = complete.kind == "count" and measured_topic(self.discourse, self.text, complete)
        self.explains = self.explains and not measured
        return self._reason(lead, complete) if self.explains else self._statement(lead, complete)

    def _without_list(self, lead: str) -> str:
        """Return a lead without what an amount includes; a sentence that begins so is of the part named last."""
        rest = without_list(lead)
        if rest != lead and self.said.last is None and self.discourse.part:
            self.discourse.come_back(self.discourse.part)
        return rest

    def _statement(self, lead: str, quantity: Quantity) -> Claim | None:
        """Make the claim of a number with its unit after some words that give no reason."""
        cue = self._cue(lead, quantity)
        if cue is None:
            return None
        self.said.leave_part(cue.role)
        base = base_of(lead, self.discourse.year, self.discourse.of_budget)
        self.discourse.base = base or self.discourse.base
        if self.said.last and _SUM.match(lead) and cue.role == "value":
            return None
        subject = self._subject(lead, cue, quantity)
        topic = subject.topic
        if topic is None:
            self.discourse.lost = self.discourse.lost or (cue.role == "value" and quantity.kind == "money")
            return None
        if self.discourse.lost and topic == self.discourse.topic and cue.role in _OF_AMOUNT:
            return None
        if cue.role == "budget" and self.said.last is None and topic == self.discourse.topic:
            self.discourse.begin_budget()
        said = assertion_of(self.discourse, cue, lead, self.text[: quantity.start])
        assertion = against_budget(self.said.last, of_count(said, quantity, base, self.said.last))
        if not is_measured(self.discourse, topic):
            self.discourse.speak_of(topic, assertion.role if assertion.role in ("value", "prior") else "")
        self.discourse.base = (
            base_set_by(assertion.role, assertion.base, lead, self.discourse.of_budget) or self.discourse.base
        )
        doubts = tuple(doubt for doubt in (quantity.doubt, subject.doubt, *assertion.doubts) if doubt)
        return self.make_claim(
            start=quantity.start,
            end=quantity.end,
            topic=topic,
            assertion=assertion._replace(doubts=doubts),
            quantity=quantity,
        )

    def _cue(self, lead: str, quantity: Quantity) -> Cue | None:
        budget = self.said.last.base if self.said.last and self.said.last.role == "budget" else None
        rest = self.text[quantity.whole :]
        found = cue_of(lead, quantity, rest, budget, self.discourse.of_budget)
        if inherited := of_whole(self.said.inherited, found, lead):
            return inherited
        if found and found.role == "budget" and self.said.last and self.said.last.role != "budget":
            whole = self.said.whole or self.discourse.snapshot()
            found = Cue("value", len(lead)) if is_allotted_part(self.discourse, whole, lead, rest) else found
        if found:
            found = of_own_year(found, lead, self.discourse.year)
            return of_points(found, quantity, self.said.is_changed)
        return Cue("rate", len(lead)) if self.discourse.project and quantity.kind == "percent" else None

    def _subject(self, lead: str, cue: Cue, quantity: Quantity) -> Subject:
        """Tell what a number is about; the discourse takes note of what is named on the way."""
        section, is_count = self.discourse.section, cue.role == "count"
        is_counted = is_count or (cue.role in TURNED and quantity.kind == "count")
        measured = measured_topic(self.discourse, self.text, quantity) if is_counted else None
        if not measured and (following := following_topic(self.discourse, self.text, quantity)):
            return Subject(following)
        if project := project_named(section, lead):
            self.discourse.project = project
        named = named_before(self.discourse, lead, cue, counted=is_count and not measured)
        self.discourse.note_item(named.item if named else None)
        if named is None and (counted := changed_count(self.said.counted, self.said.last, cue, quantity)):
            return Subject(counted)
        if measured:
            if named:
                self.discourse.speak_of(resume(self.discourse, named.topic))
            return Subject(measured)
        return subject_of(self.discourse, self.text[: quantity.start], lead, cue, named, self.said.last is not None)

    def _note_explanation(self, lead: str, quantity: Quantity) -> str:
        """Note whether a number stands in an explanation (主要原因 …); returns the lead without one that is over."""
        found = prose_wordings.reason().search(lead)
        if found and (used := without_use(lead, found)):
            self.explains = False
            return used
        if found or self.explains:
            words = lead[found.end() :] if found else lead
            if found and is_zero_budget(quantity, self._cue(words, quantity)):
                return words
            if is_rate_of_reason(self.said.last, words, quantity):
                return lead
            after = words_after_reason(self.discourse, words, lambda before: self._cue(before, quantity))
            self.explains = after is None
            if after is None or after == words:
                return lead
            if topic := compared_topic(self.discourse, after):
                self.discourse.speak_of(resume(self.discourse, topic))
            return after
        return lead

    def _reason(self, lead: str, quantity: Quantity) -> Claim | None:
        """Make the claim of an amount in an explanation: what it explains is the topic's code and statement."""
        if quantity.kind == "bare":
            return None
        role = {"money": "value", "percent": "rate"}.get(quantity.kind, "count")
        explained = self.discourse.topic.code if self.discourse.topic else None
        topic = Topic("reason", CLAUSE.split(lead.rstrip(",:;"))[-1], explained)
        doubts = (quantity.doubt,) if quantity.doubt else ()
        return self.make_claim(
            start=quantity.start,
            end=quantity.end,
            topic=topic,
            assertion=Assertion(role, doubts=doubts),
            quantity=quantity,
        )

    def _comparisons(self, start: int, end: int, quantity: Quantity | None) -> Iterator[Claim]:
        """Yield the claims of comparing words without a number of their own, up to the next number."""
        words = self.text[start:end]
        reason = prose_wordings.reason().search(words)
        for found in comparisons(
            words[: reason.end()] if reason else words, self.discourse.year, self.discourse.of_budget
        ):
            is_of_number = quantity is not None and found.behind == len(words) and quantity.kind != "count"
            if not self.explains and not is_of_number and (claim := self._comparison(start, found)):
                yield self.said.note(claim)
        self.explains = self.explains or (reason is not None and quantity is None)

    def _comparison(self, start: int, found: Comparison) -> Claim | None:
        """Make the claim of comparing words, None where nothing is spoken of."""
        named = named_last(self.discourse, found.before)
        self.discourse.note_item(named.item if named else None)
        is_open = self.said.has_money and not self.discourse.roles & {"change", "growth"}
        counted = None if named else compared_count(self.said.counted, self.said.last, is_open)
        topic = resume(self.discourse, named.topic) if named else counted or self.discourse.topic
        if topic is None:
            return None
        if not counted:
            self.discourse.speak_of(topic)
        self.discourse.base = found.base or self.discourse.base
        doubts = ("direction is not resolved",) if found.direction == "unresolved" else ()
        changed = (
            self.said.last and self.said.last.role == "change" and self.said.last.statement == self.discourse.statement
        )
        if changed and found.direction in ("same", "equal"):
            doubts = ("says both a change and no change",)
        assertion = Assertion("direction", found.direction, self.discourse.base, doubts)
        return self.make_claim(
            start=start + found.start, end=start + found.end, topic=topic, assertion=assertion, quantity=None
        )
