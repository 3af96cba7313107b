"""Claim making: a claim put together from what was found out about it and from where it stands.

Belongs here: its order, its place on the page, its section. Does not belong here: what it is about and asserts (sentence_reader).
"""

from dataclasses import dataclass

from pipelines.prose.assertions import Assertion
from pipelines.prose.claims import Claim, TextSpan
from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.quantities import Quantity
from pipelines.prose.sections import inner
from pipelines.prose.sentences import RunningText, place


@dataclass(frozen=True, slots=True)
class ClaimMaker:
    """Makes the claims of one sentence (number: of it in the running text); the discourse counts them."""

    running: RunningText
    number: int
    discourse: Discourse

    def make(self, between: tuple[int, int], topic: Topic, assertion: Assertion, quantity: Quantity | None) -> Claim:
        """Make a claim about a topic between two offsets of the sentence, the next of its report; without a quantity its words are its text."""
        sentence, discourse = self.running.sentences[self.number], self.discourse
        start, end = between
        first, last = sentence.start + start, sentence.start + end
        page, box = place(self.running.letters[first:last])
        order = discourse.claims
        discourse.claims += 1
        return Claim(
            order=order, page=page, box=box, span=TextSpan(self.number, first, last), statement=discourse.statement,
            section=inner(discourse.section, sentence.text[:start], discourse.grammar), subject=topic.key, label=topic.label, code=topic.code,
            role=assertion.role, direction=assertion.direction, base=assertion.base, text=sentence.text[start:end],
            number=quantity.number if quantity else None, counted_in=quantity.counted_in if quantity else "", doubts=assertion.doubts,
        )  # fmt: skip
