"""Reasons of wholes: whether 减少的主要原因是 behind the parts that an amount consists of is of the amount: 基本支出 X，比上年减少 Y，包括教育支出 A、住房保障支出 B。减少的主要原因是.

Belongs here: asking what was said to go that way. Does not belong here: what a comparison names (turning), 决算数大于预算数 of parts (parts_compared).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.prose.claims import Claim
from pipelines.prose.sentences import RunningText

_REASON = re.compile(r"[^,。;:]{0,4}的?(主要)?原因")
"""Words behind those of the comparison."""
_CHANGES = ("change", "growth", "direction")


def reasons_of_wholes(claims: Sequence[Claim], running: RunningText) -> list[Claim]:
    """Return the claims with each reason that begins a sentence given to the only amount of the sentence before that goes its way, where its own part goes no way."""
    found = list(claims)
    for at, claim in enumerate(found):
        if claim.span is None or claim.role != "direction" or claim.direction not in ("up", "down"):
            continue
        own = running.sentences[claim.span.sentence]
        begins = claim.span.start == own.start and _REASON.match(own.text[claim.span.end - own.start :])
        if not begins or any(c.statement == claim.statement and c.role in _CHANGES for c in found[:at]):
            continue
        before = [c for c in found[:at] if c.span and c.span.sentence == claim.span.sentence - 1]
        moved = {c.statement: c for c in before if c.role == "change"}
        if len(moved) != 1 or not any(c.statement == claim.statement for c in before):
            continue
        [whole] = moved.values()
        if whole.direction == claim.direction:
            found[at] = replace(claim, subject=whole.subject, label=whole.label, code=whole.code, statement=whole.statement, base=whole.base)  # fmt: skip
    return found
