"""Cues: the role of a number in its sentence: what the words before it say, and what was said before them.

Belongs here: which of the two holds. Does not belong here: the words of the roles (roles), what a number takes from the one before it
(shared_roles), what the number is about (turning).
"""

from pipelines.prose.last_year import of_opening, of_other_side
from pipelines.prose.money_of_a_year import is_allotted_part
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import Cue, cue_of, of_former, of_own_year, of_points
from pipelines.prose.said_so_far import SaidSoFar
from pipelines.prose.shared_roles import of_budget_named, of_fund_budget, of_whole


def cue_in_sentence(said: SaidSoFar, text: str, lead: str, quantity: Quantity) -> Cue | None:
    """Return the cue of a number of a sentence (text) after some words (lead), None where they say no role."""
    discourse, rest = said.discourse, text[quantity.whole :]
    budget = said.last.base if said.last and said.last.role == "budget" else None
    found = cue_of(lead, quantity, rest, budget, discourse.grammar.wordings)
    if inherited := of_whole(said.inherited, found, lead):
        return inherited
    if discourse.grammar.tells_budgets:
        found = of_budget_named(found, discourse.section, text[: quantity.start], lead)
        found = of_fund_budget(found, lead, rest)
    if found and found.role == "budget" and said.last and said.last.role != "budget":
        whole = said.whole or discourse.snapshot()
        found = Cue("value", len(lead)) if is_allotted_part(discourse, whole, lead, rest) else found
    if found:
        found = of_former(of_own_year(found, lead, discourse.year), lead, rest)
        found = of_other_side(said.last, of_opening(found, lead), lead)
        return of_points(found, quantity, said.is_changed)
    return Cue("rate", len(lead)) if discourse.project and quantity.kind == "percent" else None
