"""The budget that came before a drawn final account: its items are the 年初预算 that the account states.

Belongs here: figures alone, cut so that all forms of the budget agree. Does not belong here: its forms (tests/support/paper/budgets.py),
the paper it is published on (tests/support/paper/budget_paper.py).
"""

from collections.abc import Mapping
from decimal import Decimal

from tests.support.figures.figures import Report
from tests.support.figures.leaves import STAFF_CODES, Fiscal
from tests.support.paper.budgets import Budget

PRINTED = 100
"""Amounts are whole hundreds of 元, so that 万元 with two decimals say the same."""


def before(report: Report) -> Budget:
    """The published budget of a report: its 年初预算 by item and of the three public expenses.

    Money of the state capital fund is not in it. Raises LookupError for a report that was not drawn from leaves.
    """
    if report.leaves is None:
        raise LookupError(f"{report.unit} has no leaves to budget")
    parts = {
        fund: {leaf.code: _parts(leaf) for leaf in report.leaves.fiscal if leaf.fund == fund and leaf.budget}
        for fund in ("general_budget", "government_fund")
    }
    visits = report.leaves.visits_budget
    abroad, reception, purchase, running = (_whole(visits[k]) for k in ("abroad", "reception", "purchase", "running"))
    return Budget(
        unit=report.unit, year=report.year, level=report.level, general=parts["general_budget"],
        fund=parts["government_fund"], economic=_economic(parts["general_budget"], report.leaves.economic),
        three_public=(abroad, reception, purchase, running),
    )  # fmt: skip


def _whole(yuan: Decimal) -> int:
    return round(yuan / PRINTED) * PRINTED


def _parts(leaf: Fiscal) -> tuple[int, int]:
    """Basic and project, in the shares in which the item was spent."""
    both, basic = _whole(leaf.budget), _whole(leaf.budget * leaf.basic / leaf.spent)
    return basic, both - basic


def _economic(general: Mapping[str, tuple[int, int]], spent: Mapping[str, Decimal]) -> dict[str, int]:
    """The basic budget by economic item: staff costs as their items have them, the rest in the shares of what was spent."""
    found: dict[str, int] = {}
    rest = 0
    for code, (basic, _) in general.items():
        if code in STAFF_CODES:
            found[STAFF_CODES[code]] = found.get(STAFF_CODES[code], 0) + basic
        else:
            rest += basic
    staff = set(STAFF_CODES.values())
    shares = {c: a for c, a in spent.items() if c[:3] in ("301", "302", "303") and c not in staff}
    whole = sum(shares.values())
    found |= {code: _whole(rest * share / whole) for code, share in shares.items()}
    found[max(shares, key=lambda c: shares[c])] += sum(b for b, _ in general.values()) - sum(found.values())
    return {code: found[code] for code in sorted(found) if found[code]}
