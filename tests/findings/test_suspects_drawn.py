"""The likely wrong amounts of drawn reports, against the yardstick (tests/support/faults/identifiable.py) and the kernels in SQL."""

from dataclasses import replace
from decimal import Decimal, localcontext
from random import Random

import pytest

from pipelines.findings.localization.candidates import single
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import EXACT
from pipelines.findings.localization.load import reports_with_violations, stories_of, systems_of
from pipelines.findings.localization.repairs import repair
from pipelines.settings import SQL
from pipelines.warehouse import identities
from tests.studies import measure_suspects
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.desk.systems import stories_in
from tests.support.faults.identifiable import broken_instances, identifiable
from tests.support.faults.slipping import KINDS, altered, place
from tests.support.figures import figures
from tests.support.paper import layouts

ONE = 24
"""Drawn reports with one slip; those after them have two."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Drawn reports with slips: a warehouse of them and (slips, system) of each."""
    random, readings = Random(7), measure_suspects.bases(12, first=6)
    named = [altered(reading, f"样本{n}局") for n, reading in enumerate(readings)]
    connection, ids = measure_suspects.systems(named, tmp_path_factory.mktemp("right"))
    known = list(systems_of(asked(connection), ids))
    assert [one.broken for one in known] == [()] * len(known)
    kinds = [(n % 12, KINDS[n % 7], n % 4 == 3 and n % 7 < 4) for n in range(ONE)]
    made = [(measure_suspects.single(random, [known[base]], kind, prose)[1],) for base, kind, prose in kinds]
    for n in range(ONE, ONE + 8):
        made.append(tuple(_sure(random, known[n % 12], KINDS[(n + more) % 4]) for more in (0, 1)))
    wrong = [altered(readings[n % 12], f"样本{n}局", *some) for n, some in enumerate(made)]
    connection, ids = measure_suspects.systems(wrong, tmp_path_factory.mktemp("wrong"))
    return connection, list(zip(made, systems_of(asked(connection), ids), strict=True))


def _sure(random, right, kind):
    """A slip that alone is identifiable."""
    while True:
        _, slip = measure_suspects.single(random, [right], kind, False)
        if measure_suspects.alone(right, slip):
            return slip


def test_an_identifiable_error_is_the_only_suspect(drawn):
    connection, cases = drawn
    judged = 0
    for (slipped,), one in cases[:ONE]:
        wrong = {a for a in one.printed if place(a) in slipped.changes}
        if slipped.kind == "two_cells_swapped" or not identifiable(one, wrong):
            continue
        judged += 1
        explained = [story for story in stories_of(asked(connection), [one.report_id]) if story.sets]
        [story] = explained
        assert (story.sets[0].amounts, story.is_only) == (wrong, True), slipped
        [suspect] = story.sets[0].suspects
        [(true, _)] = slipped.changes.values()
        unit = one.printed[suspect.amount_id].counted_in
        assert suspect.implied.has(true * measure_suspects.scale(unit)), slipped
    assert judged >= 12


def test_the_system_breaks_where_the_warehouse_says_so(drawn):
    """The exact judgement here and the kernels in SQL are one; what only SQL judges is structure and words."""
    connection, cases = drawn
    sql = "select identity_id, instance, tolerance from checks.outcome join reference.identity using (identity_id) where report_id = ? and outcome = 'violation'"
    for _, one in cases:
        violations = {row[:2]: row[2] for row in connection.execute(sql, [one.report_id]).fetchall()}
        assert set(one.broken) == broken_instances(one)
        assert set(one.broken) <= violations.keys()
        assert {violations[key] for key in violations.keys() - set(one.broken)} <= {"INT", "NORM"}


def test_the_parts_of_quotients_and_flags_are_what_is_printed(drawn):
    """A base that a growth leads back to is made of its claims; of identities of structure only counts of units and two prints of one amount are sums."""
    _, cases = drawn
    structure = {i.identity_id for i in identities.identities(SQL) if i.tolerance == "INT"}
    bases = 0
    for _, one in cases:
        assert {d.key[0] for d in one.sums} & structure <= {"N-29", "N-47"}
        for quotient in one.quotients:
            bases += len(quotient.whole_of) == 2
            for side, value in ((quotient.part_of, quotient.part), (quotient.whole_of, quotient.whole)):
                assert sum(weight * one.printed[a].value for a, weight in side) == value
    assert bases > 10


def test_two_errors_are_in_the_first_sets(drawn):
    _, cases = drawn
    for slips, one in cases[ONE:]:
        wrong = {where for slip in slips for where in slip.changes}
        assert wrong <= {place(a) for story in stories_in(one) for a in story.sets[0].amounts}, slips


def test_no_set_leaves_an_instance_of_its_story_broken(drawn):
    """Each violation of a story has an amount of every set in it, and the set is proved once more."""
    _, cases = drawn
    for _, one in cases:
        for story in stories_in(one):
            keys = {v.key for v in (story.lead, *story.symptoms)}
            for some in story.sets:
                assert all(one.members[key] & some.amounts for key in keys)
                units = [single(one, amount) for amount in sorted(some.amounts)]
                assert repair(one, units, set(one.broken) - keys)


def test_every_set_holds_in_decimal_at_its_ends(drawn):
    """A single suspect at either end of its interval satisfies all it touches, one step beyond it does not."""
    _, cases = drawn
    checked = 0
    for _, one in cases:
        for story in stories_in(one):
            for suspect in (s.suspects[0] for s in story.sets if len(s.suspects) == 1):
                without = set(one.broken) - {v.key for v in (story.lead, *story.symptoms)}
                ends = [(suspect.implied.low, -1), (suspect.implied.high, 1)]
                for value, outward in ((v, o) for v, o in ends if v is not None):
                    checked += 1
                    inward = value - outward * Decimal("0.000001")
                    assert _holds(one, suspect.amount_id, inward, without)
                    assert not _holds(one, suspect.amount_id, value + outward * Decimal("0.000001"), without)
    assert checked > 20


def _holds(one: System, amount_id: str, value: Decimal, without: set[tuple[str, str]]) -> bool:
    changes = {amount_id: value - one.printed[amount_id].value}
    sums, quotients = one.demands_on([amount_id], without)
    with localcontext(EXACT):
        return all(d.holds(changes) for d in (*sums, *quotients, *one.floors([amount_id])))


def test_the_order_of_rows_and_files_changes_nothing(drawn):
    _, cases = drawn
    for _, one in cases:
        shuffled = replace(
            one, printed=dict(reversed(one.printed.items())), sums=one.sums[::-1], quotients=one.quotients[::-1]
        )
        assert stories_in(shuffled) == stories_in(one)


def test_a_report_without_violations_has_no_story(tmp_path):
    report, layout = figures.report(3), layouts.layout("shanghai_one_column")
    connection = desk.filled(tmp_path, [desk.reading(report, layout)])
    assert reports_with_violations(asked(connection)) == []
    [report_id] = connection.execute("select report_id from star.dim_report").fetchone()
    assert list(stories_of(asked(connection), [report_id])) == []


def test_a_flag_beside_an_amount_is_no_number_to_change(tmp_path):
    """T7 blank while the prose says an amount: N-12 tells so with a 1 beside the claim, which explains nothing."""
    report = next(r for r in map(figures.report, range(9)) if r.yuan("T7", "final_total"))
    connection = desk.filled(tmp_path, [desk.reading(report, layouts.layout("shanghai_one_column"))])
    connection.execute("update reading.form set status = 'empty' where form = 'T7'")
    connection.execute("update reading.amount set value = null, value_yuan = null, mark = 'blank' where form = 'T7'")
    assert "N-12" in desk.rejudge(connection)
    flagged = [
        s
        for s in stories_of(asked(connection), reports_with_violations(asked(connection)))
        if s.lead.instance.startswith("blank")
    ]
    assert flagged
    assert all(not story.sets for story in flagged)
