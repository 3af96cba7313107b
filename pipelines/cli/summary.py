"""Summary: the lines a run ends with.

Belongs here: reports by status, what is held, numbers explained, outcomes by tier, findings, told of a published warehouse.
Does not belong here: the run (orchestration.run). A long list is cut, and the line that cuts it names the table that has it whole.
"""

from collections.abc import Callable, Iterator, Mapping

from pipelines.findings import page_words
from pipelines.messages import NOTHING, Message, join, message
from pipelines.queries import Warehouse
from pipelines.settings import Places
from pipelines.vocabulary import labels, one_line
from pipelines.warehouse import open_published

SHOWN = 40
"""Lines of a list."""


def summary(places: Places, language: str = "en") -> Iterator[str]:
    """The closing lines of a run: reports by status, what is held, findings, where the warehouse lies."""
    with open_published(places) as warehouse:
        yield from (one_line(line.of(language)) for line in _lines(warehouse))


def _lines(warehouse: Warehouse) -> Iterator[Message]:
    statuses = [
        message("sum_status", word=labels.word_in_line("file_status", status), count=count)
        for status, count in warehouse.ask("summary/statuses").fetchall()
    ]
    yield message("sum_reports", statuses=join(statuses) if statuses else message("sum_none"))
    yield from _cut(warehouse, "summary/gone", _gone_line, "raw.gone")
    yield from _cut(warehouse, "summary/versions", _version_line, "star.version, star.dim_budget")
    yield from _cut(warehouse, "summary/idle_pins", _idle_pin_line, "raw.pin")
    yield from _cut(warehouse, "summary/idle_confirmed", _idle_confirmed_line, "raw.confirmed")
    yield from _cut(warehouse, "summary/held", _held_line, "reading.quarantine, reading.doubt")
    yield from _scans_line(warehouse)
    [numbers] = warehouse.rows("summary/numbers")
    yield message("sum_amounts", printed=numbers["printed"], held=numbers["held"])
    yield from _cut(warehouse, "summary/explained", _explained_line, "star.dim_report")
    [seen] = warehouse.rows("rereading/opinions")
    yield message("sum_opinions", pages=seen["pages"], unlike=seen["unlike"])
    yield _outcomes_line(dict(warehouse.ask("summary/outcomes").fetchall()))
    yield from found_lines(warehouse)
    yield from _cut(warehouse, "summary/idle_waivers", _idle_line, "findings.waiver")
    yield message("sum_warehouse", database=warehouse.places.published)


def found_lines(warehouse: Warehouse) -> Iterator[Message]:
    """One line a finding, the gravest of each unit first; what a person has set aside says so."""
    return _cut(warehouse, "summary/findings", _finding_line, "findings.finding")


def _cut(warehouse: Warehouse, name: str, line: Callable[..., Message], table: str) -> Iterator[Message]:
    listed = warehouse.ask(name).fetchall()
    for row in listed[:SHOWN]:
        yield line(*row)
    if len(listed) > SHOWN:
        yield message("sum_cut", count=len(listed) - SHOWN, table=table)


def _outcomes_line(counted: Mapping[str, int]) -> Message:
    """How many instances came to each outcome; in English by its key, which is the column's."""
    counts = [
        message("sum_outcome", word=labels.word_in_line("outcome", tier), count=counted.get(tier, 0))
        for tier in labels.keys("outcome")
    ]
    return message("sum_outcomes", counts=join(counts))


def _gone_line(file: str, unit: str | None, year: int | None) -> Message:
    line = message("sum_gone", file=file, unit=unit or message("sum_no_unit"), year=year or "")
    return Message(line.zh.rstrip(), line.en.rstrip())


def _version_line(
    file: str, unit: str, year: int, current: str, decided_by: str, own: str | None, other: str | None
) -> Message:
    why = message(f"sum_version_{decided_by}", own=own, other=other)
    return message("sum_version", file=file, unit=unit, year=year, current=current, why=why)


def _idle_pin_line(report: str, line: int, who: str) -> Message:
    return message("sum_idle_pin", report=report, line=line, who=who)


def _scans_line(warehouse: Warehouse) -> Iterator[Message]:
    """Yield how many reports have pages that nobody has read, and what to install or to set, where there are any."""
    [unread] = warehouse.rows("summary/scans")
    for kind, said in (("lacking", "sum_scans"), ("left_unread", "sum_scans_left")):
        if unread[kind]:
            yield message(said, count=unread[kind])


def _idle_confirmed_line(amount: str, line: int, who: str) -> Message:
    return message("sum_idle_confirmed", amount=amount, line=line, who=who)


def _idle_line(finding: str, line: int, who: str) -> Message:
    return message("sum_idle_waiver", finding=finding, line=line, who=who)


def _held_line(kind: str, file: str, page: int | None, sheet: str, member: str, reason: str, reason_zh: str) -> Message:
    place = message("sum_page", page=page_words(page, sheet, "", member)) if page else NOTHING
    return message(
        "sum_held", kind=labels.word_in_line("held_kind", kind), file=file, page=place, reason=(reason_zh, reason)
    )


def _explained_line(file: str, numbers: int, share: float | None) -> Message:
    return message("sum_explained", file=file, numbers=numbers, share=share or 0)


def _finding_line(
    kind: str, severity: str, year: int, unit: str, sentence_zh: str, sentence_en: str, waiver: str | None
) -> Message:
    return message(
        "sum_waived" if kind == "waived" else "sum_finding", severity=labels.word_in_line("severity", severity), year=year,
        unit=unit, sentence=(sentence_zh, sentence_en), waiver=waiver,
    )  # fmt: skip
