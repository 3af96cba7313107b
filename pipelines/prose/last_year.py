"""Last year: amounts of the year before that say themselves what they are of: 上年收入总计 X，支出总计 Y; 上年度的年初结转和结余 Z.

Belongs here: whether they name it, and that the other side right behind one is of the same year. Does not belong here: the words of the
role (wordings/roles.csv), the year that a clause names (bases), what is compared with it (shared_roles).
"""

import re

from pipelines.prose.claims import Claim
from pipelines.prose.roles import Cue

_NAMED = re.compile(
    r"(?:^|[,;。:是])(?:上年|去年|上一年)度?的?(?:(?:收入|支出)(?:决算)?(?:总计|合计)|[年期]初[^,;。]{0,6}结[转余])"
)
"""Words of an amount of last year that begin a clause, and so compare nothing: what it is of stands among them."""
_OTHER_SIDE = re.compile(r"[,、和](?:收入|支出)(?:决算)?(?:总计|合计)(?:为|是)?")
_SIDES = ("income_total", "income_grand_total", "expenditure_total", "expenditure_grand_total")


def names_itself(lead: str) -> bool:
    """Whether the words before an amount of last year name what it is of, whatever is being spoken of."""
    return _NAMED.search(lead) is not None


def of_opening(cue: Cue, lead: str) -> Cue:
    """Read the opening balance of last year as an amount of that year: 上年度的年初结转和结余."""
    found = _NAMED.search(lead) if cue.role == "value" else None
    return Cue("prior", found.start()) if found and not re.search(r"[,;。]", lead[found.end() :]) else cue


def of_other_side(last: Claim | None, cue: Cue, lead: str) -> Cue:
    """Read the other side right behind an amount of last year as one of that year: 上年收入总计 X，支出总计 Y."""
    is_side = last is not None and last.role == "prior" and last.subject in _SIDES
    return Cue("prior", len(lead)) if is_side and cue.role == "value" and _OTHER_SIDE.fullmatch(lead) else cue
