"""Schema: the tables of findings: what each holds, the types of its columns and what they mean.

Belongs here: types and comments. Does not belong here: filling the tables (tables).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, and what it means."""

    kind: pa.DataType
    comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the schema findings: what it holds, in both languages, and its columns by name."""

    description: str
    columns: Mapping[str, Column]

    @property
    def types(self) -> pa.Schema:
        """The types of its columns, for Arrow."""
        return pa.schema([(name, column.kind) for name, column in self.columns.items()])

    @property
    def comments(self) -> dict[str, str]:
        """Column → what it means."""
        return {name: column.comment for name, column in self.columns.items()}


_MONEY = pa.decimal128(30, 6)
TABLES = {
    "finding": Table(
        "发现：一个原因一条，附其表现与可疑之数 / Findings: one a cause, what a person should look at.",
        {
            "finding_id": Column(pa.string(), "stable key: digest of the report and its violated instances"),
            "report_id": Column(pa.string(), "report (star.disclosure)"),
            "fiscal_year": Column(pa.int32(), "fiscal year"),
            "unit_key": Column(pa.string(), "unit (star.dim_unit)"),
            "severity": Column(
                pa.string(),
                "that of its gravest violation (checks.violation): fatal, error, warning or info; info where one unit in the last digit of its suspects mends it",
            ),
            "page": Column(
                pa.int32(),
                "page of its first suspect, else of the gravest violation; of this report, whatever others are named",
            ),
            "sentence_zh": Column(pa.string(), "what is printed, where, what it should be and why, in Chinese"),
            "sentence_en": Column(pa.string(), "the same in English"),
            "identities": Column(pa.list_(pa.string()), "identities violated"),
            "amount_ids": Column(
                pa.list_(pa.string()), "printed amounts and claims its violated instances are made of"
            ),
            "is_only": Column(pa.bool_(), "one set of suspects and no other explains it"),
            "is_capped": Column(pa.bool_(), "there may be more sets of suspects than are listed"),
            "is_waived": Column(pa.bool_(), "a person has set it aside"),
            "waiver": Column(pa.string(), "why, by whom and when"),
        },
    ),
    "symptom": Table(
        "发现的表现：每个不符的勾稽一行 / Symptoms: the violated instances of each finding.",
        {
            "finding_id": Column(pa.string(), "finding"),
            "report_id": Column(pa.string(), "report"),
            "identity_id": Column(pa.string(), "identity (reference.identity)"),
            "instance": Column(pa.string(), "which occurrence within the report (checks.outcome)"),
            "is_lead": Column(pa.bool_(), "the gravest of the finding"),
        },
    ),
    "suspect": Table(
        "可疑之数：改动它（们）即可使各勾稽成立；只是推断，不改数据 / Suspects: amounts whose change would satisfy every identity; suggestions only.",
        {
            "finding_id": Column(pa.string(), "finding"),
            "rank": Column(pa.int32(), "rank of the set, from 1; sets nothing tells apart share a rank"),
            "set_number": Column(pa.int32(), "set within the finding: its amounts are wrong together"),
            "amount_id": Column(pa.string(), "printed amount (reading.amount) or claim (reading.claim)"),
            "printed_yuan": Column(_MONEY, "printed value in 元; as printed where it is no money"),
            "low_yuan": Column(_MONEY, "least value that satisfies every identity; null where nothing limits it"),
            "high_yuan": Column(_MONEY, "largest value that does"),
            "slip": Column(pa.string(), "kind of slip that leads from there to the print"),
            "slip_zh": Column(pa.string(), "the slip in Chinese"),
            "slip_en": Column(pa.string(), "the slip in English"),
        },
    ),
    "waiver": Table(
        "搁置：expectations/waivers.csv 每行一条 / Waivers: what people have set aside, a row a line of expectations/waivers.csv.",
        {
            "finding_id": Column(pa.string(), "finding it names"),
            "reason": Column(pa.string(), "why"),
            "who": Column(pa.string(), "who set it aside"),
            "date": Column(pa.string(), "when, as it is written there"),
            "line": Column(pa.int32(), "line of the file"),
            "is_used": Column(pa.bool_(), "there is such a finding; false where it waives nothing"),
        },
    ),
}
"""The tables by their names in the schema findings."""
