"""Groups: under which heading Dagster lists an asset.

Belongs here: the groups and their order. Does not belong here: the assets.
"""

GROUPS = (
    "raw",
    "reading",
    "reference",
    "star",
    "check_inputs",
    "checks",
    "findings",
    "suites",
    "questions",
    "book",
    "export",
)
"""Groups of assets in the order of the data; Dagster lists them by name, so a number goes before."""


def group(name: str) -> str:
    """A group as the UI lists it: 04_star."""
    return f"{GROUPS.index(name) + 1:02}_{name}"
