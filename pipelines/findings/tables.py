"""Tables: findings.finding, findings.symptom, findings.suspect and findings.waiver of a filled warehouse.

Belongs here: stories of all reports written as tables, and what people have set aside with what it waives.
Does not belong here: what the columns are (schema), locating the likely wrong amounts (localization), wording them (sentences,
violated), reading waivers.csv (waivers). Nothing of it changes an amount: suspects are suggestions.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from decimal import Decimal

import pyarrow as pa

from pipelines.findings.accusations import SLIPS_EN, Twin
from pipelines.findings.localization.error_patterns import SLIPS
from pipelines.findings.localization.load import reports_with_violations, stories_of
from pipelines.findings.localization.story import Story
from pipelines.findings.places import Place
from pipelines.findings.ranges import units_off
from pipelines.findings.schema import TABLES
from pipelines.findings.sentences import LeadText, read_off_picture, sentences
from pipelines.findings.violated import Violated, places_of, seen_from, violations
from pipelines.findings.waivers import Waiver, read_waivers
from pipelines.queries import Warehouse


def write(warehouse: Warehouse) -> dict[str, int]:
    """Write the tables of findings into a filled warehouse; returns table → rows."""
    stories = list(stories_of(warehouse, reports_with_violations(warehouse)))
    known, waived = violations(warehouse), read_waivers(warehouse.places.expectations)
    named = [amount for story in stories for amount in _named(story)]
    places = places_of(warehouse, [*named, *(amount for v in known.values() for amount in v.named)])
    recognised = set(warehouse.ask("findings/recognised").fetchall())
    made_of = [_finding(story, known, places, waived) for story in stories]
    found = {
        "finding": [_as_recognised(one, places, recognised) for one in made_of],
        "symptom": [row for story in stories for row in _symptoms(story)],
        "suspect": [row for story in stories for row in _suspects(story)],
        "waiver": [_waiver(one, {story.key for story in stories}) for one in waived.values()],
    }
    connection = warehouse.connection
    connection.execute("create schema if not exists findings")
    for name, table in TABLES.items():
        made = pa.Table.from_pylist(found[name], table.types)  # noqa: F841 - read by name
        connection.execute(f"create or replace table findings.{name} as select * from made")
        connection.execute(f"comment on table findings.{name} is '{table.description}'")
        for column, comment in table.comments.items():
            connection.execute(f"comment on column findings.{name}.{column} is '{comment}'")
    return {f"findings.{name}": len(rows_made) for name, rows_made in found.items()}


def write_waivers(warehouse: Warehouse) -> None:
    """Write findings.waiver again, in a warehouse whose findings are others than when it was written."""
    connection = warehouse.connection
    known = {key for (key,) in connection.table("findings.finding").select("finding_id").fetchall()}
    rows = [_waiver(one, known) for one in read_waivers(warehouse.places.expectations).values()]
    made = pa.Table.from_pylist(rows, TABLES["waiver"].types)  # noqa: F841 - read by name
    connection.execute("truncate findings.waiver; insert into findings.waiver by name select * from made")


def _waiver(waiver: Waiver, findings: Collection[str]) -> dict:
    return asdict(waiver) | {"is_used": waiver.finding_id in findings}


def _finding(
    story: Story, known: Mapping[tuple, Violated], places: Mapping[str, Place], waived: Mapping[str, Waiver]
) -> dict:
    violated = [known[story.report_id, *violation.key] for violation in (story.lead, *story.symptoms)]
    lead = violated[0]
    ids = {*_named(story), *(amount for one in violated for amount in one.named)}
    seen = seen_from(lead.source, {key: places[key] for key in ids})
    zh, en = sentences(story, [_text(one, places) for one in violated], seen, _twins(violated, seen))
    page = next((seen[amount].page for amount in story.named if seen[amount].beside is None), lead.text.page)
    return {
        "finding_id": story.key, "report_id": story.report_id, "fiscal_year": lead.year, "unit_key": lead.unit,
        "severity": _severity(story, seen), "page": page,
        "sentence_zh": zh, "sentence_en": en, "identities": sorted({one.text.identity_id for one in violated}),
        "amount_ids": list(dict.fromkeys(amount for one in violated for amount in one.amounts)),
        "is_only": story.is_only, "is_capped": story.is_capped,
        "is_waived": story.key in waived, "waiver": str(waived[story.key]) if story.key in waived else None,
    }  # fmt: skip


def _as_recognised(finding: dict, places: Mapping[str, Place], recognised: Collection[tuple[str, int]]) -> dict:
    """Return a finding that says so where a number of it, or its page, was read off a picture."""
    numbers = (places[amount] for amount in finding["amount_ids"] if amount in places)
    rests_on = {(place.source.report_id, place.page) for place in numbers if place.source}
    if not (rests_on | {(finding["report_id"], finding["page"])}) & set(recognised):
        return finding
    zh, en = read_off_picture(finding["sentence_zh"], finding["sentence_en"])
    return finding | {"sentence_zh": zh, "sentence_en": en}


def _severity(story: Story, places: Mapping[str, Place]) -> str:
    """Return how grave a finding is: as its gravest violation, but that a unit in the last digit of its suspects is info."""
    first = story.suspected_first
    is_digit = all(s.slip.kind == "rounding_plug" and units_off(s, places[s.amount_id]) <= 1 for s in first)
    return "info" if first and is_digit else story.lead.severity


def _text(violated: Violated, places: Mapping[str, Place]) -> LeadText:
    """What is said of a violation; where no words are printed, the places of its first amounts stand for them."""
    quoted = "；".join(dict.fromkeys(places[amount].name for amount in violated.amounts[:3]))
    return replace(violated.text, note=violated.text.note or quoted, amounts=violated.amounts)


def _named(story: Story) -> Iterator[str]:
    """Yield the amounts that a story names, and those that show a slip."""
    yield from story.named
    yield from (s.slip.witness for one in story.sets for s in one.suspects if s.slip.witness)


def _twins(violated: Iterable[Violated], seen: Mapping[str, Place]) -> dict[str, Twin]:
    """Return number → the other one that prints the same fact, for each instance that holds one number against one."""
    twins: dict[str, Twin] = {}
    for one in violated:
        sides = one.text.sides
        if sides is None or one.text.relation != "=" or one.text.identity_id.startswith("W"):
            continue  # within a form a row and the only row below it are two facts
        if len(sides.stated_ids) == len(sides.expected_ids) == 1 and sides.limit is None:
            [own], [other] = sides.stated_ids, sides.expected_ids
            twins.setdefault(own, Twin(seen[other], sides.expected, one.text.identity_id))
            twins.setdefault(other, Twin(seen[own], sides.stated, one.text.identity_id))
    return twins


def _symptoms(story: Story) -> Iterator[dict]:
    for violation in (story.lead, *story.symptoms):
        yield {
            "finding_id": story.key, "report_id": story.report_id, "identity_id": violation.identity_id,
            "instance": violation.instance, "is_lead": violation is story.lead,
        }  # fmt: skip


def _suspects(story: Story) -> Iterator[dict]:
    for number, one in enumerate(story.sets, start=1):
        for suspect in one.suspects:
            yield {
                "finding_id": story.key, "rank": one.rank, "set_number": number, "amount_id": suspect.amount_id,
                "printed_yuan": suspect.printed, "low_yuan": _round(suspect.implied.low),
                "high_yuan": _round(suspect.implied.high), "slip": suspect.slip.kind,
                "slip_zh": SLIPS[suspect.slip.kind], "slip_en": SLIPS_EN[suspect.slip.kind],
            }  # fmt: skip


def _round(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(Decimal("0.000001"))
