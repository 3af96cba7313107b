"""Said so far: what a sentence has said up to the number that is being read.

Belongs here: the claim before, what 其中 gives parts of, what stands outside a bracket, names and counts said, coming back to them.
Does not belong here: what goes on from sentence to sentence (discourse), reading a number (sentence_reader).
"""

import re
from dataclasses import dataclass, field

from pipelines.prose.assertions import OTHER_YEARS
from pipelines.prose.bases import YEAR, other_year
from pipelines.prose.claims import Claim
from pipelines.prose.discourse import Discourse, Spoken, Topic
from pipelines.prose.money_of_a_year import OF_A_YEAR
from pipelines.prose.named_topics import named_last
from pipelines.prose.plain_words import without_bases
from pipelines.prose.quantities import Quantity
from pipelines.prose.shared_roles import shared_by

_INCLUDES = (",含", "(含", ",其中含", ",包括", ",包含")
"""Before parts that an amount includes: 预算 X，含幼儿园 Y，…；收入总计 X，包括本年收入 Y …。比上年增加 Z."""
_CONSISTS = re.compile(r"(^|[,;(])(具体)?包括:?[一-龥]")
"""Before the parts that an amount consists of, also behind other words: 财政拨款收入 X，为本级拨款，包括一般公共预算财政拨款 Y."""
_LISTED = ("、", "和", "及")
_CLOSED = re.compile(r"[^()]*\),$")
"""Words that end behind a bracket which they close: …，与上年持平），与上年持平."""
_COMPARED_AGAIN = re.compile(r";(比|较|与)")
COMPARED = re.compile(r",(比|较|与|同)")
_COMPARING = {"change", "growth", "direction", "prior"}
_OF_ONE = ("value", "budget", "prior", "change")
"""Roles of an amount that others say more of."""
_NARROWS = re.compile(r"(剔除|扣除)[^,;。]{2,24}后")
"""Words that leave something out of what is spoken of: 扣除中央基建后比上年增加 X."""
_PARTS_LISTED = ("running_costs_part", "procurement_part")
"""Parts that are told one right after the other: office expenses, procurement by its way."""
_OF_SEVERAL = re.compile(r"[、和与及][^,;。:]+[均都][^,;。:]*$")
"""Words before a number that is said of each of several named."""
_CLOSES_FIRST = (")", "。)")
"""What words begin with that close a bracket opened before them."""
_NOWHERE = Spoken(None, 0, set())
"""What a bracket stands in to which nothing comes back."""
PARTS = "其中"
"""Before the parts of an amount; the sentence after them speaks of the whole again."""


@dataclass(slots=True, kw_only=True)
class SaidSoFar:
    """What one sentence has said.

    last: the claim before; outside: what was spoken of before each open bracket; whole: what 其中 gives parts of; begun: what the last 其中 gives parts of; listed_of: what the parts listed in one go are of; named: what was spoken of
    under each name; amounts: those of them that are amounts; inherited: the budget, or the amount of another year, that 其中 gives parts of; counted: what was counted, by its measure
    word; budgets: those said; parts_in_row: such parts said one right after the other, of which a comparison behind them need not be; has_money: whether an amount was said; lost_budget: whether the budget said last is of nothing known; other_year: that of the amount named last by its year, if it is not the fiscal year; of_office: whether the number read last is of one of several offices.
    """

    discourse: Discourse
    last: Claim | None = None
    outside: list[Spoken] = field(default_factory=list)
    whole: Spoken | None = None
    begun: Spoken | None = None
    listed_of: Spoken | None = None
    named: dict[str, Spoken] = field(default_factory=dict)
    amounts: dict[str, Spoken] = field(default_factory=dict)
    inherited: Claim | None = None
    counted: dict[str, Topic] = field(default_factory=dict)
    budgets: list[Claim] = field(default_factory=list)
    parts_in_row: int = 0
    has_money: bool = False
    lost_budget: bool = False
    other_year: int | None = None
    of_office: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether the claim before is a change."""
        return self.last is not None and self.last.role == "change"

    def is_change_by(self, base: str) -> bool:
        """Whether the claim before is a change by a base; 比年初预算减少X万元，与上年持平 compares with two, 比上年增加0台，与上年持平 says one thing twice."""
        if not self.last or not self.is_changed or self.last.statement != self.discourse.statement:
            return False
        if self.last.number and self.last.number.value == 0 and not self.last.doubts:
            return False
        return self.last.base == base or not self.last.base.endswith("budget")

    def note(self, claim: Claim) -> Claim:
        """Take note of a claim; returns it."""
        self.last = claim
        if claim.role == "budget":
            self.budgets.append(claim)
        self.parts_in_row = self.parts_in_row + 1 if claim.subject in _PARTS_LISTED and claim.role == "value" else 0
        self.discourse.roles.add(claim.role)
        if claim.role == "count" and self.discourse.is_measured(counted := Topic(claim.subject)):
            self.counted.pop(claim.counted_in, None)
            self.counted[claim.counted_in] = counted
        self.has_money = self.has_money or claim.counted_in.endswith("元")
        if claim.counted_in in ("元", "万元", "亿元") and not claim.doubts:
            self.discourse.money_unit = claim.counted_in
        return claim

    def note_year(self, role: str, lead: str) -> None:
        """Take note of the year that the words before an amount or a count name it by."""
        discourse = self.discourse
        is_told = discourse.grammar.tells_budgets or discourse.section not in OTHER_YEARS
        if role in (*_OF_ONE, "count") and is_told and YEAR.search(without_bases(lead, discourse.grammar.wordings)):
            self.other_year = other_year(lead, discourse.year, role, discourse.grammar)

    def lose(self, role: str, quantity: Quantity, lead: str) -> None:
        """Take note of a number (lead: the words before it) of which nothing tells what it is about: what follows it, and names nothing, is of that too.

        A number without a unit of its own (因年初预算数为0，…) is none.
        """
        if quantity.whole == quantity.end:
            return
        if quantity.kind == "money" and role in _OF_ONE and not _NARROWS.search(lead):
            self.discourse.lost, self.lost_budget = True, role == "budget"

    def lose_others(self, lead: str, quantity: Quantity) -> None:
        """Take note of a percent that says something unknown of several named together, or of another thing by its bare name: what follows is not of what was spoken of before.

        接待费、购置费降幅均超过 P%，下降的原因; 上级补助收入0万元；事业收入0%，占比0%.
        """
        if quantity.kind != "percent":
            return
        named = named_last(self.discourse, lead) if lead[:1] in (",", ";", "、") else None
        is_bare = named is not None and named.end == len(lead) and named.topic != self.discourse.topic
        if is_bare or _OF_SEVERAL.search(lead):
            self.discourse.lost = True

    def note_name(self, name: str) -> None:
        """Take note of what is spoken of now under a name."""
        self.named[name] = self.discourse.snapshot()
        if self.last and self.last.role == "value" and self.last.counted_in.endswith("元"):
            self.amounts[name] = self.named[name]

    def come_back_to(self, name: str, text: str) -> None:
        """Speak again of what a name, said before in the text of the sentence or else in the sentence before, was of; a new name changes nothing."""
        said = self.named.get(name) or (self.discourse.listed.get(name) if name not in text else None)
        if said:
            self.discourse.come_back(said)

    def note_parts(self, lead: str) -> None:
        """Take note that the words before a number begin to give parts (其中) of what is spoken of."""
        if (PARTS in lead or lead.startswith(_INCLUDES) or _CONSISTS.search(lead)) and self.discourse.topic:
            self.whole = self.whole or self.discourse.snapshot()
            self.inherited = shared_by(self.discourse, self.last)
            self.begun = self.discourse.snapshot()
        is_list = self.begun is not None and lead.startswith(_LISTED)
        self.listed_of = self.begun if is_list else self.listed_of if COMPARED.match(lead) else None

    def leave_list(self) -> None:
        """Speak of the whole again for a comparison in a budget behind parts listed in one go: 收入 X，其中 A x、B y，比上年增加 Z."""
        if self.parts_in_row > 1:
            self.discourse.lost = True
        whole = self.begun if self.last and self.last.subject == "running_part" else self.listed_of
        if self.discourse.grammar.resumes and whole and not whole.roles & _COMPARING:
            self.discourse.come_back(whole)

    def leave_unknown(self, lead: str) -> None:
        """Speak of the whole again for a comparison behind parts of which nothing is known: …，含幼儿园 Y；比上年增加 Z."""
        if self.discourse.lost and self.whole and _COMPARED_AGAIN.match(lead):
            self.discourse.come_back(self.whole)

    def note_brackets(self, lead: str) -> None:
        """Speak behind a bracket of what was spoken of before it: 收入 X (其中: 事业收入 Y), 占 P%; …(其中: 运行费 Y，与上年持平)，比上年减少 Z."""
        begun = len(self.outside)
        for at, mark in enumerate(lead):
            if mark == "(":
                self.outside.append(self._before_bracket(lead[:at]) if _is_come_back_to(lead, at) else _NOWHERE)
            elif mark == ")" and self.outside and (spoken := self.outside.pop()).topic:
                is_compared = len(self.outside) < begun and COMPARED.match(lead, at + 1)
                if is_compared or lead.startswith(_CLOSES_FIRST):
                    self.discourse.come_back(spoken)

    def _before_bracket(self, words: str) -> Spoken:
        """Return what a bracket behind some words stands in: what they end with the name of, else what is spoken of: 公用经费（含资本性支出 X）Y."""
        named = named_last(self.discourse, words)
        if named is None or named.end < len(words) or named.topic == self.discourse.topic:
            return self.discourse.snapshot()
        return Spoken(named.topic, self.discourse.new_statement(), set())

    def step_out(self, words: str) -> None:
        """Speak again of what stands before a bracket that some words close, which compare it: 费用 X (其中: 购置费 Y), 与上年持平."""
        closes = words.startswith(_CLOSES_FIRST) or _CLOSED.match(words)
        if self.outside and self.outside[-1].topic and closes:
            self.discourse.come_back(self.outside[-1])

    def leave_part(self, role: str) -> None:
        """Speak of the whole again for a completion behind money of a year (上年结转, 当年拨款), which has no budget of its own."""
        is_part = self.discourse.topic is not None and self.discourse.topic.key in OF_A_YEAR
        if role == "completion" and is_part and self.whole:
            self.discourse.come_back(self.whole)

    def end(self, is_part_next: bool) -> None:
        """Leave in the discourse what the sentence ended with as a part, and speak of the whole again unless the next one is of that part."""
        self.discourse.part = self.discourse.snapshot() if self.whole else None
        self.discourse.listed = self.amounts
        if self.whole and not is_part_next and not self._says_nothing_of_its_class():
            self.discourse.come_back(self.whole)

    def _says_nothing_of_its_class(self) -> bool:
        """Whether the sentence tells an item of a class of which nothing was said, so that what follows is of the item: 教育（类）。其中：高等教育（项）X."""
        named, part = self.whole.topic if self.whole else None, self.discourse.topic
        is_class = named is not None and named.key == "function" and not (self.whole and self.whole.roles)
        return is_class and part is not None and part.key == "function"


def _is_come_back_to(words: str, at: int) -> bool:
    """Whether what stands before a bracket that opens in some words may be spoken of again: it stays open, or a comparison follows it."""
    depth = 0
    for end in range(at, len(words)):
        depth += (words[end] == "(") - (words[end] == ")")
        if depth == 0:
            return words.startswith(_CLOSES_FIRST) or COMPARED.match(words, end + 1) is not None
    return True
