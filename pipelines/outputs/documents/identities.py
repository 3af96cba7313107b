"""Identities: docs/identities.md, every identity (勾稽关系) with what must hold and why.

Belongs here: writing down what the heads of sql/checks/identities say. Does not belong here: reading them (warehouse.identities).
"""

from pathlib import Path

from pipelines.outputs.documents.markdown import Markdown, table
from pipelines.vocabulary import labels
from pipelines.warehouse import FAMILIES, Identity, not_asserted
from pipelines.warehouse.identities import identities

NAME = "identities.md"
_HEAD = """# 勾稽关系 · Identities

Written from the heads of sql/checks/identities by `make suites`; a test keeps it current. Tolerance classes: SUM, SAME, DIFF, SHARES (equal
within the rounding of the printed decimals), INEQ (not above), NORM (not above as a rule, a true report may be), INT (counts, exact), SHARE,
GROW, MEAN (quotients of intervals).

How grave a violation is follows from what a reader is misled about:

| severity | a reader |
|---|---|
| {fatal} | takes a wrong amount for what the unit received, spent or kept: a statutory form is missing, or its amounts contradict one another or the totals of the prose |
| {error} | quotes a wrong number, word, name or year: it contradicts what else is printed |
| {warning} | lacks something: an explanation, an item, a reason for what is unusual. There are true reports like that |
| {info} | is hardly misled: a convention, or a violation of any identity that one unit in the last printed digit of one number would mend (sql/checks/results/violation.sql) |
"""
_COLUMNS = ("id", "应当成立 · what must hold", "class", "severity", "needs", "理由 · why")
_BESIDE_WORDS = {
    "prior_year": "last year's report",
    "units": "reports of its units",
    "earlier_version": "an earlier version",
    "budget": "the budget of the year",
}


def document(sql: Path) -> str:
    """docs/identities.md: the table of all identities, a family a section."""
    parts = [_HEAD.format(**{key: f"{key} {labels.word('severity', key)[0]}" for key in labels.keys("severity")})]
    for family, (_, zh, en) in FAMILIES.items():
        rows = [_row(i) for i in identities(sql) if i.family == family]
        parts.append(f"## {family} {zh} · {en}\n\n{table(_COLUMNS, rows)}\n")
    reasons = table(("id", "why"), [list(map(Markdown, reason)) for reason in not_asserted(sql).items()])
    return "\n".join([*parts, f"## 不作判断 · not asserted\n\n{reasons}\n"])


def _row(identity: Identity) -> list[Markdown]:
    """Id, statements, tolerance class, severity, what the identity needs, and why it must hold."""
    needs = [*identity.needs, *(f"{key} or empty" for key in identity.may_be_empty)]
    needs += [" or ".join(identity.any_of)] if identity.any_of else []
    needs += [_BESIDE_WORDS[identity.beside]] if identity.beside else []
    cells = (
        identity.identity_id, f"{identity.zh}<br>{identity.en}", identity.tolerance, identity.severity, ", ".join(needs),
        identity.why,
    )  # fmt: skip
    return list(map(Markdown, cells))
