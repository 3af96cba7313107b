"""Suite metadata: what the UI shows of a suite: a table of its identities by fiscal year.

Belongs here: the table, the numbers beside it. Does not belong here: judging (warehouse.judging), the check it becomes
(asset_checks).
"""

import dagster as dg

from pipelines.orchestration.metadata import Metadata
from pipelines.outputs.documents import markdown
from pipelines.outputs.documents.markdown import Markdown
from pipelines.queries import Row
from pipelines.vocabulary import labels
from pipelines.warehouse import judging


def of_suite(judged: judging.Judged) -> Metadata:
    """How many expectations a suite has, how many failed, had nothing to judge; of identities the table by year."""
    outcomes = [result.outcome for result in judged.results]
    shown: Metadata = {
        "expectations": len(outcomes),
        "failed": outcomes.count(judging.FAILS),
        "not_judged": outcomes.count(judging.NOT_JUDGED),
    }
    if not judged.suite.family:
        own = [[_named(one), one.expectation.description, one.outcome] for one in judged.results]
        return shown | {"by_expectation": dg.MetadataValue.md(markdown.table(["expectation", "title", "outcome"], own))}
    return shown | {
        "judged": sum(row["evaluated"] for row in judged.years),
        "violations": sum(row["violation"] for row in judged.years),
        "worst": "—" if judged.worst is None else " ".join(labels.word("severity", judged.worst)),
        "by_year": dg.MetadataValue.md(_by_year(judged)),
    }


def _by_year(judged: judging.Judged) -> str:
    """A row an identity, a column a fiscal year: how often it was judged, how many findings, how grave the worst."""
    cells = {(row["identity_id"], row["fiscal_year"]): row for row in judged.years}
    years = sorted({year for _, year in cells})
    rows = [
        [
            _named(one),
            one.expectation.description.partition(" / ")[0],
            *(_cell(cells.get((one.expectation.identity_id, year))) for year in years),
        ]
        for one in judged.results
    ]
    head = "判断次数 · 发现 最重程度 / times judged · findings, the worst severity; — nothing to judge"
    return f"{head}\n\n{markdown.table(['check', '应当成立', *years], rows)}"


def _named(result: judging.Result) -> Markdown:
    return Markdown(f"`{result.expectation.name}`")


def _cell(row: Row | None) -> Markdown:
    """12; with findings 12 · **2 错误 error**."""
    if row is None or not row["evaluated"]:
        return Markdown("—")
    if row["worst"] is None:
        return Markdown(row["evaluated"])
    return Markdown(
        f"{row['evaluated']} · **{row['findings']} {labels.word('severity', row['worst'])[0]} {row['worst']}**"
    )
