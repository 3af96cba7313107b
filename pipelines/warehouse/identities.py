"""Catalogue: the identities (勾稽关系) as data, read from sql/checks/catalogue.toml.

Belongs here: id, statements, severity, what each identity needs, and what is written from it: the suites, a table of the
warehouse, docs/identities.md.
Does not belong here: the terms (sql/checks/identities) or judging them (sql/checks/kernel/outcome.sql).
"""

import json
import tomllib
from dataclasses import dataclass
from functools import cache

import pyarrow as pa

from pipelines.settings import DOCS, EXPECTATIONS, SQL
from pipelines.warehouse.models import RATIOS, TERMS, identity_files

DOCUMENT = DOCS / "identities.md"

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
FAMILIES = {
    "W": ("within_form", "表内勾稽", "within one form"),
    "C": ("across_forms", "表间勾稽", "across the forms of a report"),
    "N": ("prose", "文字说明与表", "the prose against the forms and itself"),
    "Y": ("across_years", "跨年度", "a unit's report against its report of the year before"),
    "U": ("units", "部门与所属单位", "a department against its units"),
    "B": ("budget", "预决算", "final accounts against budgets"),
    "I": ("bounds", "符号与界限", "signs and bounds"),
    "S": ("structure", "结构与完整", "completeness and structure"),
}
"""Family → suite (expectations/<suite>.json), what it is about in Chinese and in English."""
BESIDE = ("", "prior_year", "units", "earlier_version")
"""What an identity needs beside the report itself (checks.neighbour.relation)."""
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
    beside: str
    why: str

    @property
    def family(self) -> str:
        """A key of FAMILIES; ZB, the rates on a base of zero, are of the prose."""
        return "N" if self.identity_id == "ZB" else self.identity_id[0]


@cache
def identities() -> tuple[Identity, ...]:
    """All identities in catalogue order; raises ValueError where catalogue and SQL files differ."""
    entries = tomllib.loads((SQL / "checks" / "catalogue.toml").read_text(encoding="utf-8"))
    if differing := set(entries) ^ {*identity_files(TERMS), *identity_files(RATIOS)}:
        raise ValueError(f"catalogue.toml and identities/*/*.sql differ in {sorted(differing)}")
    return tuple(
        Identity(
            key, e["zh"], e["en"], e["tolerance"], e["severity"], tuple(e.get("needs", ())),
            tuple(e.get("may_be_empty", ())), tuple(e.get("any_of", ())), e.get("beside", ""), e["why"],
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
            "may_be_empty": forms, "any_of": forms, "beside": pa.string(), "why": pa.string(),
        }
    )  # fmt: skip
    rows = [
        {
            "identity_id": i.identity_id, "family": i.family, "statement_zh": i.zh, "statement_en": i.en,
            "tolerance": i.tolerance, "relation": TOLERANCES[i.tolerance], "severity": i.severity, "needs": i.needs,
            "may_be_empty": i.may_be_empty, "any_of": i.any_of, "beside": i.beside or None, "why": i.why,
        }
        for i in identities()
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema)


def family_suites() -> dict[str, dict]:
    """Suite name → its content: one expectation an identity of the family: no violation among the year's outcomes."""
    return {
        name: {
            "name": name,
            "meta": {
                "family": family,
                "description": f"勾稽关系（{zh}）/ Identities: {en}; written from sql/checks/catalogue.toml by `make suites`",
            },
            "expectations": [_expectation(i) for i in identities() if i.family == family],
        }
        for family, (name, zh, en) in FAMILIES.items()
    }


def write() -> None:
    """Write what follows from the catalogue: expectations/<suite>.json of every family and docs/identities.md."""
    for name, content in family_suites().items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (EXPECTATIONS / f"{name}.json").write_text(text, encoding="utf-8")
    DOCUMENT.write_text(document(), encoding="utf-8")


def document() -> str:
    """docs/identities.md: the table of all identities, a family a section."""
    parts = [_HEAD]
    for family, (_, zh, en) in FAMILIES.items():
        rows = "\n".join(_row(i) for i in identities() if i.family == family)
        parts.append(f"## {family} {zh} · {en}\n\n{_COLUMNS}{rows}\n")
    reasons = "\n".join(f"| {key} | {why} |" for key, why in left_out().items())
    return "\n".join([*parts, f"## 不作判断 · not asserted\n\n| id | why |\n|---|---|\n{reasons}\n"])


def left_out() -> dict[str, str]:
    """Identities of the field's list that are not asserted → why (sql/checks/left_out.toml)."""
    return tomllib.loads((SQL / "checks" / "left_out.toml").read_text(encoding="utf-8"))


_HEAD = """# 勾稽关系 · Identities

Written from sql/checks/catalogue.toml by `make suites`; a test keeps it current. Tolerance classes: SUM, SAME, DIFF, SHARES (equal
within the rounding of the printed decimals), INEQ (not above), INT (counts, exact), SHARE, GROW, MEAN (quotients of intervals).
"""
_COLUMNS = "| id | 应当成立 · what must hold | class | severity | needs | 理由 · why |\n|---|---|---|---|---|---|\n"
_BESIDE_WORDS = {
    "prior_year": "last year's report",
    "units": "reports of its units",
    "earlier_version": "an earlier version",
}


def _row(identity: Identity) -> str:
    needs = [*identity.needs, *(f"{key} or empty" for key in identity.may_be_empty)]
    needs += [" or ".join(identity.any_of)] if identity.any_of else []
    needs += [_BESIDE_WORDS[identity.beside]] if identity.beside else []
    cells = (
        identity.identity_id, f"{identity.zh}<br>{identity.en}", identity.tolerance, identity.severity, ", ".join(needs),
        identity.why,
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


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
