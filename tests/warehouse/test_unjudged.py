"""What no identity judges: a misprint in it is found by none; one in any other number changes what some identity says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.reading.readings import Reading
from tests.support.desk import corpus, desk
from tests.support.faults.injections import Error, spoiled

EVERY = 12
"""Each so manieth judged number is misprinted; of the unjudged ones every one."""
FAMILY = corpus.family(1)


def numbers(reading: Reading) -> dict[str, Decimal]:
    """Key → number, of the cells and claims that print one."""
    printed = [amount for form in reading.forms for amount in form.amounts] + list(reading.prose.claims)
    return {one.key: one.number.value for one in printed if one.number}


def renamed(reading: Reading, mark: int) -> Reading:
    return replace(reading, disclosure=replace(reading.disclosure, unit=f"样本市第{mark}样本局"))


@pytest.fixture(scope="module")
def sound() -> Reading:
    return corpus.Case(FAMILY[0].report, FAMILY[0].layout).reading()


@pytest.fixture(scope="module")
def alone(sound, tmp_path_factory):
    return desk.filled(tmp_path_factory.mktemp("alone"), [sound])


@pytest.fixture(scope="module")
def misprints(sound, alone) -> dict[str, bool]:
    """Key of a number → whether it is judged, of those that are misprinted."""
    left = {key for (key,) in alone.execute("select amount_id[18:] from checks.unjudged").fetchall()}
    printed = numbers(sound)
    assert left <= set(printed), sorted(left - set(printed))[:3]
    judged = sorted(set(printed) - left)[::EVERY]
    return {key: key not in left for key in (*judged, *sorted(left))}


def test_a_misprint_is_seen_where_a_number_is_judged_and_nowhere_else(sound, misprints, tmp_path):
    printed = numbers(sound)
    spoilt = [spoiled(sound, Error("misprint", {key: printed[key] * 7 + 3})) for key in misprints]
    connection = desk.filled(tmp_path, [renamed(reading, n) for n, reading in enumerate([sound, *spoilt])])
    said: dict[str, set] = {}
    rows = "select report_id, identity_id, instance, stated, expected, outcome = 'violation' from checks.outcome"
    for report, *outcome in connection.execute(rows).fetchall():
        said.setdefault(report, set()).add(tuple(outcome))
    [before, *after] = [said[desk.report_id(n)] for n in range(len(spoilt) + 1)]
    new = {key: outcomes - before for key, outcomes in zip(misprints, after, strict=True)}
    assert [key for key, is_judged in misprints.items() if is_judged and not new[key]] == []
    found = {key for key in new if any(is_violated for *_, is_violated in new[key])}
    assert [key for key, is_judged in misprints.items() if not is_judged and key in found] == []
    assert 0 < list(misprints.values()).count(False) < len(printed) / 4


def test_reasons_say_why(tmp_path, sound):
    """A cell that is held, and a claim whose wording is in doubt, are not judged, and say so."""
    forms = [replace(form, status="filled") for form in sound.forms]
    cell = next(a for form in forms if form.key == "T3" for a in form.amounts if a.number)
    held = replace(cell, held=True)
    forms = [replace(f, amounts=tuple(held if a is cell else a for a in f.amounts)) for f in forms]
    claim = next(c for c in sound.prose.claims if c.number and not c.doubts)
    claims = tuple(replace(c, doubts=("unit is not printed",)) if c is claim else c for c in sound.prose.claims)
    reading = replace(sound, forms=tuple(forms), prose=replace(sound.prose, claims=claims))
    rows = desk.filled(tmp_path, [reading]).execute("select amount_id[18:], reason from checks.unjudged").fetchall()
    reasons = dict(rows)
    assert reasons[cell.key] == "reading in doubt"
    assert reasons[claim.key] == "wording in doubt"
    assert "no identity speaks of it" in reasons.values()
