"""Doubted claims: a number of the prose that may not be what the page shows is no violation of the sums it may be a part of."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

import duckdb
import pytest

from tests.support.desk import corpus, desk

_CLAIMS = (
    "select report_id, section, claim_id from reading.claim where value is not null and len(doubts) = 0 order by all"
)
_DOUBT = (
    "update reading.claim set doubts = list_append(doubts, 'a picture lies over it') where list_contains(?, claim_id)"
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory):
    readings = [case.reading() for seed in range(4) for case in corpus.family(seed)]
    return desk.filled(Path(tmp_path_factory.mktemp("doubted")), readings)


def drawn(warehouse: duckdb.DuckDBPyConnection, random: Random) -> set[str]:
    """A claim with a number of each section of each report."""
    sections: dict[tuple[str, str], list[str]] = {}
    for report, section, claim in warehouse.execute(_CLAIMS).fetchall():
        sections.setdefault((report, section), []).append(claim)
    return {random.choice(claims) for claims in sections.values()}


def judged(warehouse: duckdb.DuckDBPyConnection, doubted: Iterable[str]) -> list[tuple[str, str, str | None]]:
    """Identity, outcome and reason of all instances, with these claims in doubt."""
    warehouse.execute("create or replace temp table kept as from reading.claim")
    warehouse.execute(_DOUBT, [sorted(doubted)])
    desk.rejudge(warehouse)
    found = warehouse.execute("select identity_id, outcome, reason from checks.outcome order by all").fetchall()
    warehouse.execute("create or replace table reading.claim as from kept")
    return found


@pytest.mark.parametrize("seed", range(2))
def test_a_number_in_doubt_is_no_violation(warehouse, seed):
    found = judged(warehouse, drawn(warehouse, Random(seed)))
    assert [one for one in found if one[1] == "violation"] == []
    assert "a number beside it in doubt" in {reason for _, _, reason in found}


def test_a_wrong_sum_is_told_where_another_section_is_in_doubt(warehouse):
    """What lies over a number of the procurement says nothing about the vehicles."""
    cars = "from reading.claim where section = 'assets' and subject = 'cars' and role = 'count' and value is not null"
    [(wrong,)] = warehouse.execute(f"select min(claim_id) {cars}").fetchall()
    others = warehouse.execute("select claim_id from reading.claim where section = 'procurement'").fetchall()
    warehouse.execute("create or replace temp table sound as from reading.claim")
    warehouse.execute("update reading.claim set value = value + 7 where claim_id = ?", [wrong])
    found = judged(warehouse, {claim for (claim,) in others})
    warehouse.execute("create or replace table reading.claim as from sound")
    assert ("N-20", "violation", None) in found
