"""The likely wrong amounts: small systems by hand, exactness, order of rows, and drawn reports against the yardstick."""

from decimal import Decimal, localcontext
from random import Random

import pytest

from pipelines.demands import EXACT, PROSE, Printed, Quotient, Term, summed
from pipelines.locating import reports_with_violations, stories_of, systems_of
from pipelines.projection import extents
from pipelines.slips import SLIPS, Implied, slip
from pipelines.suspects import Story, Violation, stories, story_key
from pipelines.systems import System
from tests import desk, figures, layouts, measure_suspects
from tests.identifiable import broken_instances, identifiable
from tests.slipping import KINDS, altered, place

HALF = Decimal("0.005")


def amount(name: str, value: str, form: str = "T3", row: int = 0, column: int = 0, report: str = "r") -> Printed:
    """A number printed with two decimals in 元."""
    return Printed(name, report, Decimal(value), HALF, value, "元", 2, form, "", row, column, f"{form} {name}")


def equation(printed: dict[str, Printed], identity: str, total: str, *parts: str, relation: str = "=") -> list[Term]:
    """total = Σ parts."""
    sides = [("total", total), *(("part", part) for part in parts)]
    return [Term(identity, "", relation, side, 1, a, printed[a].value, HALF) for side, a in sides]


def system(amounts: list[Printed], sums: dict[str, tuple[str, ...]], quotients: tuple[Quotient, ...] = ()) -> System:
    """The system of identity → (total, part, …)."""
    printed = {a.amount_id: a for a in amounts}
    terms = [term for identity, (total, *parts) in sums.items() for term in equation(printed, identity, total, *parts)]
    return System("r", printed, tuple(summed(terms)), quotients)


def told(one: System) -> list[Story]:
    """The stories of a system whose violations are its broken instances."""
    return stories(one, [Violation(*key, "error") for key in one.broken])


def table(*texts: str) -> list[Printed]:
    """Two rows and their sum in three columns, the first the sum of the others: a0 a1 a2 / b0 b1 b2 / t0 t1 t2."""
    names = [row + column for row in "abt" for column in "012"]
    return [
        amount(name, text, row="abt".index(name[0]), column=int(name[1]))
        for name, text in zip(names, texts, strict=True)
    ]


GRID = {
    "row a": ("a0", "a1", "a2"), "row b": ("b0", "b1", "b2"), "row t": ("t0", "t1", "t2"),
    "column 0": ("t0", "a0", "b0"), "column 1": ("t1", "a1", "b1"), "column 2": ("t2", "a2", "b2"),
}  # fmt: skip


def test_a_wrong_cell_is_where_its_row_and_its_column_cross():
    [story] = told(
        system(table("30.00", "10.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00"), GRID)
    )
    assert {story.lead.identity_id, *(s.identity_id for s in story.symptoms)} == {"row b", "column 1"}
    [only] = story.sets
    [suspect] = only.suspects
    assert story.is_only
    assert (suspect.amount_id, suspect.slip.kind) == ("b1", "digits_swapped")
    assert (suspect.implied.low, suspect.implied.high) == (Decimal("33.985"), Decimal("34.015"))


def test_what_nothing_tells_apart_is_said_to_be_so():
    [story] = told(system([amount("t", "30.00"), amount("a", "11.11"), amount("b", "15.27")], {"sum": ("t", "a", "b")}))
    assert [(s.rank, sorted(s.amounts)) for s in story.sets] == [(1, ["a"]), (1, ["b"]), (1, ["t"])]
    assert not story.is_only


def test_a_slip_that_explains_one_of_them_puts_it_first():
    [story] = told(system([amount("t", "30.00"), amount("a", "11.11"), amount("b", "188.9")], {"sum": ("t", "a", "b")}))
    assert (story.sets[0].amounts, story.sets[0].suspects[0].slip.kind) == ({"b"}, "times_10")
    assert story.sets[1].rank == 2
    assert not story.is_only


def test_support_decides_between_equal_changes():
    """t is also what another form says; changing it alone breaks that, so a and b are left."""
    one = system(
        [amount("t", "30.00"), amount("a", "11.11"), amount("b", "15.27"), amount("copy", "30.00", form="T1")],
        {"sum": ("t", "a", "b"), "same": ("copy", "t")},
    )
    [story] = told(one)
    assert {frozenset(s.amounts) for s in story.sets} == {frozenset("a"), frozenset("b")}


def percent(stated: str, part: str, whole: str) -> Quotient:
    """stated % = 100 · part / whole over the amounts s, p and w."""
    numbers = (Decimal(stated), HALF, (("p", 1),), Decimal(part), HALF, (("w", 1),), Decimal(whole), HALF)
    return Quotient("share", "", 100, "s", *numbers)


def share(stated: str, part: str, whole: str, p: str, w: str) -> System:
    """A share whose part and whole another form prints too."""
    amounts = [
        amount("s", stated, PROSE),
        amount("p", part, PROSE),
        amount("w", whole),
        amount("p0", p),
        amount("w0", w, "T1"),
    ]
    return system(amounts, {"part": ("p", "p0"), "whole": ("w", "w0")}, (percent(stated, part, whole),))


def test_a_wrong_percent():
    [story] = told(share("52.00", "500.00", "2000.00", "500.00", "2000.00"))
    [only] = story.sets
    [suspect] = only.suspects
    assert suspect.amount_id == "s"
    assert suspect.implied.has(Decimal(25))
    assert suspect.implied.high - suspect.implied.low < Decimal("0.02")


def test_a_wrong_part_of_a_percent():
    [story] = told(share("25.00", "5000.00", "2000.00", "500.00", "2000.00"))
    [only] = story.sets
    assert (only.amounts, only.suspects[0].slip.kind) == ({"p"}, "times_10")
    assert only.suspects[0].implied.has(Decimal(500))


def test_a_percent_and_its_part_wrong_together():
    """The product form: what the percent may be follows from what its part may be."""
    one = share("88.00", "5000.00", "2000.00", "500.00", "2000.00")
    printed = dict(one.printed)
    printed["q"] = amount("q", "25.00", PROSE)
    again = (
        Term("again", "", "=", "total", 1, "q", Decimal(25), HALF),
        Term("again", "", "=", "part", 1, "s", Decimal(88), HALF),
    )
    [story] = told(System("r", printed, (*one.sums, *summed(again)), one.quotients))
    [first, *_] = story.sets
    assert first.amounts == {"p", "s"}
    implied = {s.amount_id: s.implied for s in first.suspects}
    assert implied["p"].has(Decimal(500))
    assert implied["s"].has(Decimal(25))
    assert implied["s"].high - implied["s"].low < Decimal("0.05")


def test_two_errors_far_apart_are_two_stories():
    cells = [*table("30.00", "10.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00")]
    more = [
        amount("x", "8.00", "T8"),
        amount("y", "80.00", "T8"),
        amount("y0", "8.00", "T4"),
        amount("x0", "8.00", "T4"),
    ]
    one = system([*cells, *more], GRID | {"x": ("x", "x0"), "y": ("y", "y0"), "xy": ("x", "y")})
    assert sorted(sorted(story.sets[0].amounts) for story in told(one)) == [["b1"], ["y"]]


def test_two_errors_in_one_column_are_found_together():
    """Both spoil the sum of column 1: no single amount mends it."""
    one = system(table("30.00", "100.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00"), GRID)
    [story] = told(one)
    assert story.sets[0].amounts == {"a1", "b1"}
    assert {s.amount_id: s.slip.kind for s in story.sets[0].suspects} == {"a1": "times_10", "b1": "digits_swapped"}
    assert len(story.symptoms) == 2


def test_a_figure_wrong_wherever_it_is_printed_is_one_fact():
    cells = table("30.00", "10.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00")
    one = system([*cells, amount("said", "43.00", PROSE)], GRID | {"said": ("said", "b1")})
    [story] = told(one)
    [only] = story.sets
    assert (only.amounts, only.size) == ({"b1", "said"}, 1.5)


def test_an_amount_printed_without_a_sign_is_not_made_negative():
    """t = a + b with t too small by more than a: b or t, for a would have to be below zero (identity I-01)."""
    [story] = told(system([amount("t", "30.00"), amount("a", "5.00"), amount("b", "45.00")], {"sum": ("t", "a", "b")}))
    assert {frozenset(s.amounts) for s in story.sets} == {frozenset("b"), frozenset("t")}


def test_an_amount_of_another_report_comes_last():
    one = system([amount("now", "10.00"), amount("then", "20.00", report="last year")], {"Y-01": ("now", "then")})
    [story] = told(one)
    assert [(s.rank, sorted(s.amounts)) for s in story.sets] == [(1, ["now"]), (2, ["then"])]


@pytest.mark.parametrize(
    ("printed", "low", "high", "kind"),
    [
        ("12.34", "12.365", "12.375", "unknown"),
        ("12.34", "12.351", "12.359", "rounding_plug"),
        ("-12.34", "12.335", "12.345", "sign"),
        ("123.40", "12.335", "12.345", "times_10"),
        ("1.23", "12.335", "12.345", "divided_by_10"),
        ("123400.00", "12.335", "12.345", "times_10000"),
        ("13.24", "12.335", "12.345", "digits_swapped"),
        ("55.55", "77.765", "77.775", "column_slipped"),
        ("55.55", "66.655", "66.665", "row_slipped"),
        ("88.88", "12.335", "12.345", "other_scope"),
        ("55.55", "12.335", "912.345", "unknown"),
        ("55.55", "60.000", "912.345", "unknown"),
    ],
)
def test_the_kind_of_slip(printed, low, high, kind):
    own = amount("own", printed, row=4, column=2)
    others = [
        amount("beside", "77.77", row=4, column=3),
        amount("below", "66.66", row=5, column=2),
        amount("far", "88.88", "T1"),
    ]
    found = slip(own, Implied(Decimal(low), Decimal(high)), {}, {p.amount_id: p for p in (own, *others)})
    assert found.kind == kind
    assert kind in SLIPS


def test_a_violation_no_amounts_explain_is_a_story_of_its_own():
    one = system([amount("t", "30.00"), amount("a", "30.00")], {"sum": ("t", "a")})
    found = stories(one, [Violation("S-01", "T3", "fatal"), Violation("N-28", "s1", "warning")])
    assert [(s.lead.identity_id, s.symptoms, s.sets, s.is_only) for s in found] == [
        ("S-01", (), (), False),
        ("N-28", (), (), False),
    ]


def test_the_key_of_a_story_does_not_depend_on_order():
    keys = [("W2-01", "a"), ("C-01", "")]
    assert story_key("r", keys) == story_key("r", reversed(keys))
    assert len({story_key("r", keys), story_key("s", keys), story_key("r", keys[:1])}) == 3


def test_extents_are_exact():
    """x + y between 1 and 1, 3x ≤ 1: x at most a third, no float in sight."""
    rows = [({"x": 1, "y": 1}, 1), ({"x": -1, "y": -1}, -1), ({"x": 3}, 1), ({"x": -1}, 0)]
    found = extents(rows, ["x", "y"])
    assert found["x"][1] * 3 == 1
    assert found["y"][0] * 3 == 2
    assert extents([*rows, ({"y": 3}, 1)], ["x", "y"]) is None


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Drawn reports, each with one slip: (case, system, its violations, its stories)."""
    random, readings = Random(7), measure_suspects.bases(12)
    named = [altered(reading, f"样本{n}局") for n, reading in enumerate(readings)]
    connection, ids = measure_suspects.systems(named, tmp_path_factory.mktemp("right"))
    known = list(systems_of(connection, ids))
    assert [one.broken for one in known] == [()] * len(known)
    slips = [measure_suspects.single(random, known[n % 12], KINDS[n % 7], n % 4 == 3 and n % 7 < 4) for n in range(24)]
    wrong = [altered(readings[n % 12], f"样本{n}局", slip) for n, slip in enumerate(slips)]
    connection, ids = measure_suspects.systems(wrong, tmp_path_factory.mktemp("wrong"))
    return connection, list(zip(slips, systems_of(connection, ids), strict=True))


def test_an_identifiable_error_is_the_only_suspect(drawn):
    connection, cases = drawn
    judged = 0
    for slipped, one in cases:
        wrong = {a for a in one.printed if place(a) in slipped.changes}
        if slipped.kind == "two_cells_swapped" or not identifiable(one, wrong):
            continue
        judged += 1
        explained = [story for story in stories_of(connection, [one.report_id]) if story.sets]
        [story] = explained
        assert (story.sets[0].amounts, story.is_only) == (wrong, True), slipped
        [suspect] = story.sets[0].suspects
        [(true, _)] = slipped.changes.values()
        unit = one.printed[suspect.amount_id].unit
        assert suspect.implied.has(true * measure_suspects.scale(unit)), slipped
    assert judged >= 12


def test_the_system_breaks_where_the_warehouse_says_so(drawn):
    """The exact judgement here and the kernels in SQL are one: structure and words aside."""
    connection, cases = drawn
    for _, one in cases:
        sql = (
            "select identity_id, instance from checks.outcome join reference.identity using (identity_id)"
            " where report_id = ? and outcome = 'violation' and tolerance != 'INT'"
        )
        assert set(one.broken) == set(connection.execute(sql, [one.report_id]).fetchall())
        assert set(one.broken) == broken_instances(one)


def test_every_set_holds_in_decimal_at_its_ends(drawn):
    """A single suspect at either end of its interval satisfies all it touches, one step beyond it does not."""
    _, cases = drawn
    checked = 0
    for _, one in cases:
        for story in told(one):
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
    sums, quotients = one.touched([amount_id], without)
    with localcontext(EXACT):
        return all(d.holds(changes) for d in (*sums, *quotients, *one.floors([amount_id])))


def test_the_order_of_rows_and_files_changes_nothing(drawn):
    _, cases = drawn
    for _, one in cases:
        shuffled = System(one.report_id, dict(reversed(one.printed.items())), one.sums[::-1], one.quotients[::-1])
        assert told(shuffled) == told(one)


def test_a_report_without_violations_has_no_story(tmp_path):
    report, layout = figures.report(3), layouts.layout("shanghai_one_column")
    connection = desk.filled(tmp_path, [desk.reading(report, layout)])
    assert reports_with_violations(connection) == []
    [report_id] = connection.execute("select report_id from star.dim_report").fetchone()
    assert list(stories_of(connection, [report_id])) == []
