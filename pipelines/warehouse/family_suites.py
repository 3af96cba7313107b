"""Family suites: expectations/<suite>.json of every family of identities, one expectation an identity.

Belongs here: writing them. Does not belong here: the identities (identities), our own suites and running any (suites).
"""

import json
from pathlib import Path

from pipelines.settings import Places
from pipelines.warehouse.identities import FAMILIES, Identity, identities


def write(places: Places) -> None:
    """Write expectations/<suite>.json of every family."""
    for name, content in contents(places.sql).items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (places.expectations / f"{name}.json").write_text(text, encoding="utf-8")


def contents(sql: Path) -> dict[str, dict]:
    """Suite name → its content: one expectation an identity of the family: no violation among the year's outcomes."""
    return {
        name: {
            "name": name,
            "meta": {
                "family": family,
                "description": f"勾稽关系（{zh}）/ Identities: {en}; written from sql/checks/identities by `make suites`",
            },
            "expectations": [_expectation(i) for i in identities(sql) if i.family == family],
        }
        for family, (name, zh, en) in FAMILIES.items()
    }


def _expectation(identity: Identity) -> dict:
    return {
        "type": "expect_column_values_to_be_in_set",
        "kwargs": {
            "column": "violation",
            "value_set": [0],
            "row_condition": f'identity_id == "{identity.identity_id}"',
            "condition_parser": "pandas",
        },
        "severity": identity.severity,
        "description": f"{identity.identity_id} {identity.zh} / {identity.en}",
        "meta": {"name": identity.check_name, "identity": identity.identity_id},
    }
