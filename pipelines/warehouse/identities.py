"""Identities: the catalogue of 勾稽关系 as data, read from the heads of sql/checks/identities/<suite>/<id>.sql.

A head's zh and en end the sentence of a finding, its fault_zh and fault_en begin it where no number is suspected (frame:
pipelines/findings/sentences.py).
Belongs here: id, statements, severity, what each identity needs; all of them as a table of the warehouse.
Does not belong here: the SELECTs of the identities (models), judging them (sql/checks/kernel), what else is
written from it (family_suites, outputs.documents).
"""

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa

from pipelines.vocabulary import labels
from pipelines.warehouse.heads import Key, entry, has_entry, refusal, split_list
from pipelines.warehouse.models import RATIOS, TERMS, identity_files

TOLERANCES = {
    "SUM": "=",
    "SAME": "=",
    "DIFF": "=",
    "SHARES": "=",
    "INEQ": "<=",
    "NORM": "<=",
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
    "P": ("budgets", "预算", "budgets: within and across their forms, across years and units"),
}
"""Family → suite (expectations/<suite>.json), what it is about in Chinese and in English."""
OF_BUDGETS = "P"
BESIDE = ("prior_year", "units", "earlier_version", "budget")
"""What an identity needs beside the report itself (checks.related_report.relation)."""
SEVERITIES = tuple(labels.keys("severity"))
"""How grave a violation is, the gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One identity, as the head of its file says: what must hold (zh, en), how exactly (tolerance), how grave (severity), why.

    name: what its check is called behind the id (totals_equal_T1); needs: forms that must be there and filled; may_be_empty: forms that may be declared empty but not missing; any_of: at
    least one of them filled; beside: the report that must stand beside it, or ""; silent: why it is not evaluable
    where nothing of it is printed, or "" for the plain reason; fault_zh, fault_en: how a violation is told
    (findings.fault), or "".
    """

    identity_id: str
    zh: str
    en: str
    name: str
    tolerance: str
    severity: str
    needs: tuple[str, ...]
    may_be_empty: tuple[str, ...]
    any_of: tuple[str, ...]
    beside: str
    silent: str
    why: str
    fault_zh: str
    fault_en: str

    @property
    def family(self) -> str:
        """A key of FAMILIES; ZB, the rates on a base of zero, are of the prose."""
        return "N" if self.identity_id == "ZB" else self.identity_id[0]

    @property
    def check_name(self) -> str:
        """What its check is called: N_01_totals_equal_T1."""
        return f"{self.identity_id.replace('-', '_')}_{self.name}"

    @property
    def kind(self) -> str:
        """What it judges: budget (预算) or final (决算)."""
        return kind_of(self.family)


def kind_of(family: str) -> str:
    """What the identities of a family judge: budget (预算) or final (决算)."""
    return "budget" if family == OF_BUDGETS else "final"


@cache
def identities(sql: Path) -> tuple[Identity, ...]:
    """All identities of a folder sql/, in order of families and ids; raises heads.BadHead where a file does not say what it must."""
    terms, ratios = identity_files(sql, TERMS), identity_files(sql, RATIOS)
    for path in set((sql / "checks" / "identities").rglob("*.sql")) - {*terms.values(), *ratios.values()}:
        raise refusal(path, 1, "the files of an identity are <suite>/<id>.sql and <suite>/<id>.ratio.sql, one each")
    keys = _keys(sql)
    for identity_id in terms.keys() & ratios:
        if has_entry(ratios[identity_id], keys):
            raise refusal(ratios[identity_id], 1, f"the head of {identity_id} stands in {identity_id}.sql")
    found = [_identity(identity_id, path, keys) for identity_id, path in {**ratios, **terms}.items()]
    return tuple(sorted(found, key=lambda identity: (list(FAMILIES).index(identity.family), identity.identity_id)))


def _identity(identity_id: str, path: Path, keys: Mapping[str, Key]) -> Identity:
    """The identity that a file in the folder of its family's suite asserts."""
    head = entry(path, keys)
    identity = Identity(
        identity_id=identity_id, zh=head["zh"], en=head["en"], name=head["name"], tolerance=head["tolerance"], severity=head["severity"],
        needs=split_list(head["needs"]), may_be_empty=split_list(head["may_be_empty"]), any_of=split_list(head["any_of"]),
        beside=head["beside"], silent=head["silent"], why=head["why"],
        fault_zh=head["fault_zh"], fault_en=head["fault_en"],
    )  # fmt: skip
    if not re.fullmatch(r"\w+", identity.name, re.ASCII):
        raise refusal(path, 1, f"a name is letters, digits and _, as totals_equal_T1, not {identity.name!r}")
    suite, _, _ = FAMILIES.get(identity.family, ("", "", ""))
    if path.parent.name != suite:
        raise refusal(
            path, 1, f"{identity_id} belongs in the folder {suite}" if suite else f"no family has ids as {identity_id}"
        )
    return identity


def _keys(sql: Path) -> dict[str, Key]:
    """What the head of an identity says."""
    with open(sql / "reference" / "form.csv", encoding="utf-8", newline="") as file:
        forms = tuple(row["form"] for row in csv.DictReader(file))
    text, of_forms = Key(is_required=True), Key(is_list=True, words=forms)
    return {
        "zh": text, "en": text, "name": text, "tolerance": Key(is_required=True, words=TOLERANCES),
        "severity": Key(is_required=True, words=SEVERITIES), "needs": of_forms, "may_be_empty": of_forms, "any_of": of_forms,
        "beside": Key(words=BESIDE), "silent": Key(words=tuple(labels.keys("reason"))), "why": text, "fault_zh": Key(), "fault_en": Key(),
    }  # fmt: skip


def as_table(sql: Path) -> pa.Table:
    """The catalogue as an Arrow table (reference.identity in the warehouse)."""
    forms = pa.list_(pa.string())
    schema = pa.schema(
        {
            "identity_id": pa.string(), "family": pa.string(), "kind": pa.string(), "statement_zh": pa.string(), "statement_en": pa.string(),
            "tolerance": pa.string(), "relation": pa.string(), "severity": pa.string(), "needs": forms,
            "may_be_empty": forms, "any_of": forms, "beside": pa.string(), "silent": pa.string(), "why": pa.string(), "fault_zh": pa.string(), "fault_en": pa.string(),
        }
    )  # fmt: skip
    rows = [
        {
            "identity_id": i.identity_id, "family": i.family, "kind": i.kind, "statement_zh": i.zh, "statement_en": i.en,
            "tolerance": i.tolerance, "relation": TOLERANCES[i.tolerance], "severity": i.severity, "needs": i.needs,
            "may_be_empty": i.may_be_empty, "any_of": i.any_of, "beside": i.beside or None, "silent": i.silent or None, "why": i.why,
            "fault_zh": i.fault_zh or None, "fault_en": i.fault_en or None,
        }
        for i in identities(sql)
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema)


def not_asserted(sql: Path) -> dict[str, str]:
    """Identities of the field's list that are not asserted → why (sql/checks/left_out.toml)."""
    return tomllib.loads((sql / "checks" / "left_out.toml").read_text(encoding="utf-8"))
