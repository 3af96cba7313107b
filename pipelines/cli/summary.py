"""Summary: the lines a run ends with.

Belongs here: reports by status, what is held, numbers explained, outcomes by tier, findings, told of a published warehouse.
Does not belong here: the run (run). A long list is cut, and the line that cuts it names the table that has it whole.
"""

from collections.abc import Callable, Iterator

from pipelines.queries import Warehouse
from pipelines.settings import Places
from pipelines.vocabulary import labels, one_line
from pipelines.warehouse import open_published

SHOWN = 40
"""Lines of a list."""


def summary(places: Places) -> Iterator[str]:
    """The closing lines of a run: reports by status, what is held, findings, where the warehouse lies."""
    with open_published(places) as warehouse:
        statuses = warehouse.ask("summary/statuses").fetchall()
        yield "Reports: " + (", ".join(f"{count} {status}" for status, count in statuses) or "none found")
        yield from _cut(warehouse, "summary/gone", _gone_line, "raw.gone")
        yield from _cut(warehouse, "summary/versions", _version_line, "star.version")
        yield from _cut(warehouse, "summary/idle_pins", _idle_pin_line, "raw.pin")
        yield from _cut(warehouse, "summary/held", _held_line, "reading.quarantine and reading.doubt")
        [numbers] = warehouse.rows("summary/numbers")
        yield f"Amounts: {numbers['printed']} printed numbers with page and box, {numbers['held']} of them held"
        yield from _cut(warehouse, "summary/explained", _explained_line, "star.dim_report")
        [seen] = warehouse.rows("rereading/opinions")
        yield f"Second opinion: {seen['pages']} pages read again by the other reader, {seen['unlike']} of them not seen alike"
        tiers = dict(warehouse.ask("summary/outcomes").fetchall())
        yield "Outcomes: " + ", ".join(f"{tiers.get(tier, 0)} {tier}" for tier in labels.keys("outcome"))
        yield from found_lines(warehouse)
        yield from _cut(warehouse, "summary/idle_waivers", _idle_line, "findings.waiver")
        yield f"Warehouse: {places.database}"


def found_lines(warehouse: Warehouse) -> Iterator[str]:
    """One line a finding, the gravest of each unit first; what a person has set aside says so."""
    return _cut(warehouse, "summary/findings", _finding_line, "findings.finding")


def _cut(warehouse: Warehouse, name: str, line: Callable[..., str], table: str) -> Iterator[str]:
    listed = warehouse.ask(name).fetchall()
    for row in listed[:SHOWN]:
        yield one_line(line(*row))
    if len(listed) > SHOWN:
        yield f"  … and {len(listed) - SHOWN} more in {table}"


def _gone_line(file: str, unit: str | None, year: int | None) -> str:
    return f"  gone since the last warehouse: {file}: {unit or 'no unit'} {year or ''}".rstrip()


def _version_line(
    file: str, unit: str, year: int, current: str, decided_by: str, own: str | None, other: str | None
) -> str:
    why = {
        "pin": f"a person has pinned that: {other}",
        "edition": f"its cover says {own}, that one's {other}",
        "date": f"its PDF is of {own}, that one's of {other}",
        "arrival": f"not every version has a date in its PDF; it arrived on {own}, that one on {other}",
        "file": "nothing but the names of the files tells them apart",
    }[decided_by]
    return f"  version held back: {file}: {unit} {year} is taken from {current}; {why}"


def _idle_pin_line(report: str, line: int, who: str) -> str:
    return f"  pins nothing: {report} (line {line} of versions.csv, {who}): no such report, or another pin of its disclosure"


def _idle_line(finding: str, line: int, who: str) -> str:
    return f"  waives nothing: {finding} (line {line} of waivers.csv, {who}): there is no such finding"


def _held_line(kind: str, file: str, page: int | None, reason: str) -> str:
    return f"  {kind}: {file}{f' page {page}' if page else ''}: {reason}"


def _explained_line(file: str, numbers: int, share: float | None) -> str:
    return f"  {file}: {numbers} numbers, {share or 0:.1%} explained"


def _finding_line(kind: str, severity: str, year: int, unit: str, sentence: str, waiver: str | None) -> str:
    return f"  {kind} ({severity}): {year} {unit} {sentence}{f' 搁置：{waiver}' if waiver else ''}"
