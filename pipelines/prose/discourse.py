"""Discourse: what a report's prose is speaking of, from sentence to sentence.

Belongs here: the topic, its statement, what is compared with; going on with a topic, turning to another, coming back.
Does not belong here: finding a topic in words (subjects), putting a claim together (claim_making).
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.prose.grammars import Grammar
from pipelines.prose.item_names import ItemNames
from pipelines.prose.named_items import Item
from pipelines.vocabulary import Wording

_ITEM = 7
"""Digits of the code of an item (项)."""
TOGETHER = "other_kinds"
"""The topic of several kinds or items told together, of which no one is known."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is being spoken of: subject key, label, code; lasting: set by a heading or an item, it goes over paragraphs."""

    key: str
    label: str = ""
    code: str | None = None
    lasting: bool = False

    @property
    def is_item(self) -> bool:
        """Whether it is an item of the functional classification (项)."""
        return len(self.code or "") == _ITEM


class Spoken(NamedTuple):
    """A topic, the number of its statement, the roles said in it: a place to come back to."""

    topic: Topic | None
    statement: int
    roles: set[str]


@dataclass(slots=True, kw_only=True)
class Discourse:
    """Discourse state of a report's prose, read from beginning to end; only a sentence's reader changes it.

    names, year: the items by name and the fiscal year; grammar: that of the kind of report; section, heading: where the reader is; topic: what is spoken of;
    item: code of the functional item named last, to which a bare 项 belongs; project: the evaluated project named last; base: what is compared with. statement:
    number of the current statement, the claims of one topic in one go; statements: count of statements so far; roles:
    those said in the current statement; part: what the sentence before ended with as a part (其中 …). claims: count of claims so far; money_unit: the money unit printed last; lost: whether the amount read last is of nothing known; listed: the amounts of the sentence before, by name.
    """

    names: ItemNames
    year: int | None
    grammar: Grammar
    section: str = ""
    heading: str = ""
    topic: Topic | None = None
    item: str | None = None
    project: str = ""
    base: str = ""
    statement: int = 0
    statements: int = 0
    roles: set[str] = field(default_factory=set)
    part: Spoken | None = None
    claims: int = 0
    money_unit: str = "万元"
    lost: bool = False
    listed: dict[str, Spoken] = field(default_factory=dict)

    def turn_to(self, section: str) -> None:
        """Begin a section: its own topic, nothing compared yet."""
        default = self.grammar.wordings.default_subject(section)
        self.section, self.topic = section, Topic(default, lasting=True) if default else None
        self.base, self.item, self.project, self.part, self.lost, self.listed = "", None, "", None, False, {}
        self._begin_statement()

    def subjects(self, strength: str) -> tuple[Wording, ...]:
        """Return the subjects of a strength that the section being read may speak of."""
        return self.grammar.wordings.subjects(strength, self.section)

    def is_measured(self, topic: Topic) -> bool:
        """Whether a topic is given by its measure word alone: it passes by, what was spoken of stays."""
        return any(w.key == topic.key for strength in ("measure", "measured") for w in self.subjects(strength))

    def begin_paragraph(self) -> None:
        """Forget a topic that no heading set."""
        self.lost, self.listed = False, {}
        if self.topic and not self.topic.lasting:
            self.topic, self.base = None, ""

    def speak_of(self, topic: Topic, role: str = "") -> None:
        """Go on with a topic; a new statement where it is another one or has already said this role."""
        if topic != self.topic or role in self.roles:
            self._begin_statement()
        self.topic, self.lost = topic, False

    def speak_of_item(self, item: Item) -> None:
        """Go on with a functional item, or with several named together, over paragraphs."""
        named = Topic("function", item.label, item.code, lasting=True)
        self.speak_of(Topic(TOGETHER, lasting=True) if item.is_joint else named)
        self.item = item.code

    def note_item(self, item: Item | None) -> None:
        """Remember the functional item named last, if one was."""
        if item:
            self.item = item.code

    def begin_budget(self) -> None:
        """Begin a statement with a budget whose amount was already said: what follows repeats it beside the budget."""
        if "value" in self.roles:
            self._begin_statement()

    def new_statement(self) -> int:
        """Return the number of a statement that nothing has been said in."""
        self.statements += 1
        return self.statements

    def _begin_statement(self) -> None:
        self.statement, self.roles = self.new_statement(), set()

    def snapshot(self) -> Spoken:
        """Return what is being spoken of, to come back to it."""
        return Spoken(self.topic, self.statement, self.roles)

    def come_back(self, to: Spoken) -> None:
        """Speak again of what was spoken of before, as if nothing had been said between."""
        self.topic, self.statement, self.roles = to
        self.lost = False
