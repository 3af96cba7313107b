"""Every identity is alive: judged somewhere, silent on sound reports, telling the errors that break it and no others."""

from pathlib import Path

import pytest

from pipelines.settings import SQL
from pipelines.warehouse import identities
from tests.studies import mutation
from tests.support.desk import corpus, desk

BATCH = 71
"""Families of units a warehouse: three of them hold 400 reports."""


@pytest.fixture(scope="module")
def tally() -> mutation.Tally:
    found = mutation.Tally()
    mutation.run(range(32), 1, found)
    mutation.run(range(41, 42), 1, found, ["N-58", "W5-03", "C-27", "C-28"])  # in Beijing's set of tables
    return found


def test_no_identity_is_violated_before_an_error(tally):
    assert tally.unharmed == {}


def test_every_identity_is_broken_by_some_error_and_tells_each(tally):
    """An identity without instances among the sound reports is broken by none, and fails here."""
    assert [i.identity_id for i in identities.identities(SQL) if not tally.injected[i.identity_id]] == []
    assert tally.missed == []


def test_no_identity_tells_an_error_it_has_no_part_in(tally):
    assert tally.unrelated == []


def test_every_kind_of_error_was_made(tally):
    assert set(tally.kinds) == {
        "cent", "ten", "wan", "digits", "swapped", "row", "column", "share", "direction", "count", "words",
    }  # fmt: skip


def test_the_tally_can_fail():
    tally, trial = mutation.Tally(), mutation.Trial(0, "W1-01", 0, 0, mutation.Error("cent"))
    mutation.count(tally, trial, {"W1-01"}, set(), {"W7-01"})
    assert [key for _, key in tally.missed] == ["W1-01"]
    assert [key for _, key in tally.unrelated] == ["W7-01"]


def test_rounding_is_never_a_violation(tmp_path: Path):
    """Four hundred random reports, rounded from cents: no violation, while the tolerance is needed thousands of times."""
    reports, seed, rounded = 0, 1000, 0
    while reports < 400:
        readings = [case.reading() for family in corpus.families(range(seed, seed + BATCH)) for case in family]
        connection = desk.filled(tmp_path / str(seed), readings)
        assert connection.execute("select identity_id, instance, printed from checks.violation").fetchall() == []
        rounded += connection.execute("select count(*) from checks.outcome where outcome = 'rounding'").fetchone()[0]
        reports, seed = reports + len(readings), seed + BATCH
    assert rounded > 4_000, "the figures must need the tolerance for this test to mean anything"


def test_the_published_table_is_of_these_identities_and_flawless():
    rows = [
        line.split("|")
        for line in (mutation.DOCS / "mutation.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ]
    table = {cells[1].strip(): [int(c) for c in cells[2:6]] for cells in rows[1:] if cells[2].strip().isdigit()}
    assert list(table) == [i.identity_id for i in identities.identities(SQL)]
    for key, (injected, caught, false, unharmed) in table.items():
        assert injected == caught > 0, key
        assert (false, unharmed) == (0, 0), key


def test_a_smaller_run_writes_the_rows_of_what_it_aims_at_and_leaves_the_others():
    text = (mutation.DOCS / "mutation.md").read_text(encoding="utf-8")
    tally = mutation.Tally()
    tally.injected["C-16"] = tally.caught["C-16"] = 9
    [old] = [line for line in text.splitlines() if line.startswith("| C-16 |")]
    assert mutation.with_rows(text, tally, ["C-16"]) == text.replace(old, "| C-16 | 9 | 9 | 0 | 0 |")
    without = text.replace(f"{old}\n", "")
    assert mutation.with_rows(without, tally, ["C-16"]) == text.replace(old, "| C-16 | 9 | 9 | 0 | 0 |")
