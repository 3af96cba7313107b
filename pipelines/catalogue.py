"""Catalogue: the identities (勾稽关系) as data, read from sql/checks/catalogue.toml.

Belongs here: id, statements, severity, needed forms of each identity, and the suite made from them.
Does not belong here: the terms (sql/checks/identities) or judging them (sql/checks/outcome.sql).
"""

import json
import tomllib
from dataclasses import dataclass
from functools import cache

import pyarrow as pa

from pipelines.models import identity_sql
from pipelines.places import EXPECTATIONS, SQL

TOLERANCES = {
    "SUM": "=",
    "SAME": "=",
    "DIFF": "=",
    "SHARES": "=",
    "INEQ": "<=",
    "INT": "=",
    "SHARE": "ratio",
    "GROW": "ratio",
    "MEAN": "ratio",
}
SEVERITIES = {"fatal": "critical", "error": "critical", "warning": "warning", "info": "info"}
"""Our severity → Great Expectations' severity."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One identity; relation is = or <=, needs, may_be_empty and any_of are form keys."""

    identity_id: str
    zh: str
    en: str
    tolerance: str
    severity: str
    needs: tuple[str, ...]
    may_be_empty: tuple[str, ...]
    any_of: tuple[str, ...]
    why: str

    @property
    def family(self) -> str:
        """W within a form, C across forms, N prose, B budget, I signs and bounds, S structure."""
        return self.identity_id[0]


@cache
def identities() -> tuple[Identity, ...]:
    """All identities in catalogue order; raises ValueError where catalogue and SQL files differ."""
    entries = tomllib.loads((SQL / "checks" / "catalogue.toml").read_text(encoding="utf-8"))
    if differing := set(entries) ^ {*identity_sql("identities"), *identity_sql("ratios")}:
        raise ValueError(f"catalogue.toml, identities/*.sql and ratios/*.sql differ in {sorted(differing)}")
    return tuple(
        Identity(
            key, e["zh"], e["en"], e["tolerance"], e["severity"], tuple(e.get("needs", ())),
            tuple(e.get("may_be_empty", ())), tuple(e.get("any_of", ())), e["why"],
        )
        for key, e in entries.items()
    )  # fmt: skip


def as_table() -> pa.Table:
    """The catalogue as an Arrow table (reference.identity in the warehouse)."""
    forms = pa.list_(pa.string())
    schema = pa.schema(
        {
            "identity_id": pa.string(), "family": pa.string(), "statement_zh": pa.string(), "statement_en": pa.string(),
            "tolerance": pa.string(), "relation": pa.string(), "severity": pa.string(), "needs": forms,
            "may_be_empty": forms, "any_of": forms, "why": pa.string(),
        }
    )  # fmt: skip
    rows = [
        {
            "identity_id": i.identity_id, "family": i.family, "statement_zh": i.zh, "statement_en": i.en,
            "tolerance": i.tolerance, "relation": TOLERANCES[i.tolerance], "severity": i.severity, "needs": i.needs,
            "may_be_empty": i.may_be_empty, "any_of": i.any_of, "why": i.why,
        }
        for i in identities()
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema)


def arithmetic_suite() -> dict:
    """The suite of one expectation an identity: no violation among the year's outcomes."""
    return {
        "name": "arithmetic",
        "meta": {
            "description": "勾稽关系：每个恒等式一个期望，由 sql/checks/catalogue.toml 生成 / written by `python -m pipelines suites`"
        },
        "expectations": [_expectation(identity) for identity in identities()],
    }


def write_suite() -> None:
    """Write expectations/arithmetic.json from the catalogue."""
    text = json.dumps(arithmetic_suite(), ensure_ascii=False, indent=2) + "\n"
    (EXPECTATIONS / "arithmetic.json").write_text(text, encoding="utf-8")


def _expectation(identity: Identity) -> dict:
    return {
        "type": "expect_column_values_to_be_in_set",
        "kwargs": {
            "column": "violation",
            "value_set": [0],
            "row_condition": f'identity_id == "{identity.identity_id}"',
            "condition_parser": "pandas",
        },
        "severity": SEVERITIES[identity.severity],
        "description": f"{identity.identity_id} {identity.zh} / {identity.en}",
        "meta": {"name": identity.identity_id.replace("-", "_"), "severity": identity.severity},
    }
