"""Groups: under which heading Dagster lists an asset, and who answers for it.

Belongs here: the groups, their order and their owners. Does not belong here: the assets.
"""

GROUPS = {
    "raw": "publishing",
    "reading": "reading",
    "reference": "accounts",
    "star": "accounts",
    "check_inputs": "checks",
    "checks": "checks",
    "derived": "accounts",
    "findings": "checks",
    "suites": "checks",
    "questions": "accounts",
    "book": "publishing",
    "export": "publishing",
}
"""Groups of assets in the order of the data: no asset reads one of a later group. Group → the team that answers for it:
reading: what is read of a PDF; accounts: what the figures mean; checks: identities and findings; publishing: raw/ and what
leaves the warehouse."""


def group(name: str) -> str:
    """A group as the UI lists it, which is by name, so that a number goes before: 04_star."""
    return f"{list(GROUPS).index(name) + 1:02}_{name}"


def owners(name: str) -> list[str]:
    """Who answers for the assets of a group, as Dagster shows it: a team."""
    return [f"team:{GROUPS[name]}"]
