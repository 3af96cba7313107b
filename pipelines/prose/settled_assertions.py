"""Settled assertions: what a number says of its topic, in the light of what the sentence has said before it.

Belongs here: in which order that is asked. Does not belong here: what the number's own words say (assertions), each thing that
what was said before may change (shared_roles, counted, budget_differences).
"""

from pipelines.prose.assertions import Assertion, assertion_of
from pipelines.prose.bases import base_of
from pipelines.prose.budget_differences import off_budget
from pipelines.prose.counted import of_count
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import Cue
from pipelines.prose.said_so_far import SaidSoFar
from pipelines.prose.shared_roles import against_budget, of_budgets, of_either_side, of_unsigned_rate, of_year_told


def settled(said: SaidSoFar, cue: Cue, lead: str, before: str, quantity: Quantity) -> Assertion:
    """Tell what a number with a cue says of its topic; lead: the words before it; before: its sentence up to it.

    Takes note of the year that the words name.
    """
    discourse = said.discourse
    told = of_unsigned_rate(said.last, assertion_of(discourse, cue, lead, before), lead)
    own = of_either_side(said.last, told, lead)
    said.note_year(cue.role, lead)
    base = base_of(lead, discourse.year, discourse.grammar)
    of_its_base = against_budget(said.last, of_count(own, quantity, base, said.last))
    is_alone = discourse.topic is None or "value" not in discourse.roles
    of_its_year = of_year_told(said.other_year, of_budgets(said.last, of_its_base, lead), lead, is_alone)
    return off_budget(said, before, of_its_year, quantity)
