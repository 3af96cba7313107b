"""Reasoning: whether a sentence gives a reason (主要原因 …) where one has read it, number by number.

Belongs here: noting where a reason begins and ends. Does not belong here: telling the words of either (explanations), the claim of a
number that explains (sentence_reader).
"""

from dataclasses import dataclass
from functools import partial

from pipelines.prose.cues import cue_in_sentence
from pipelines.prose.explanations import as_money, compared_topic, is_zero_budget, without_use, words_after_reason
from pipelines.prose.quantities import Quantity
from pipelines.prose.said_so_far import SaidSoFar
from pipelines.prose.shared_roles import is_rate_of_reason
from pipelines.prose.subjects import resume
from pipelines.vocabulary import prose_wordings


@dataclass(slots=True, kw_only=True)
class Reasoning:
    """What is known of the reasons of a sentence (text) of which so much has been said; is_given: whether one is being given."""

    said: SaidSoFar
    text: str
    is_given: bool = False

    def note(self, lead: str, quantity: Quantity) -> str:
        """Note whether a number stands in a reason; returns the words before it without a reason that is over."""
        found = prose_wordings.reason().search(lead)
        if found and (used := without_use(lead, found)):
            self.is_given = False
            return used
        if not found and not self.is_given:
            return lead
        words = lead[found.end() :] if found else lead
        cue_after = partial(cue_in_sentence, self.said, self.text, quantity=quantity)
        if found and is_zero_budget(quantity, cue_in_sentence(self.said, self.text, words, as_money(quantity))):
            return words
        if is_rate_of_reason(self.said.last, words, quantity):
            return lead
        after = words_after_reason(self.said.discourse, words, cue_after)
        self.is_given = after is None
        if after is None or after == words:
            return lead
        self._come_back(after)
        return after

    def _come_back(self, words: str) -> None:
        """Speak again of what words behind a reason begin with."""
        discourse = self.said.discourse
        if topic := compared_topic(discourse, words):
            discourse.speak_of(resume(discourse, topic))
