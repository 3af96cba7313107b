"""The likely wrong amounts: small systems by hand, kinds of slips, keys, exact extents."""

from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from types import SimpleNamespace

import pytest

from pipelines.findings.localization import milp, suspects
from pipelines.findings.localization.candidates import Candidate, single
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import PROSE, Quotient, Term, sum_demands
from pipelines.findings.localization.error_patterns import SLIPS, slip
from pipelines.findings.localization.fourier_motzkin import extents
from pipelines.findings.localization.repairs import Repair, repair
from pipelines.findings.localization.search import causes
from pipelines.findings.localization.story import Violation, story_key
from pipelines.findings.localization.suspects import stories
from pipelines.vocabulary.intervals import Interval
from tests.support.desk.systems import GRID, HALF, amount, equation, stories_in, system, table


def test_a_wrong_cell_is_where_its_row_and_its_column_cross():
    [story] = stories_in(
        system(table("30.00", "10.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00"), GRID)
    )
    assert {story.lead.identity_id, *(s.identity_id for s in story.symptoms)} == {"row b", "column 1"}
    [only] = story.sets
    [suspect] = only.suspects
    assert story.is_only
    assert (suspect.amount_id, suspect.slip.kind) == ("b1", "digits_swapped")
    assert (suspect.implied.low, suspect.implied.high) == (Decimal("33.985"), Decimal("34.015"))


def test_sets_that_cost_the_same_are_equal_in_whatever_order_they_were_found():
    slips = [Candidate((name,), size, size) for name, size in (("a", 1.1), ("b", 1.2), ("c", 1.3))]
    repairs = [Repair(candidates, {}) for candidates in permutations(slips)]
    assert len({one.cost for one in repairs}) == len({one.size for one in repairs}) == 1


def test_what_nothing_tells_apart_is_said_to_be_so():
    [story] = stories_in(
        system([amount("t", "30.00"), amount("a", "11.11"), amount("b", "15.27")], {"sum": ("t", "a", "b")})
    )
    assert [(s.rank, sorted(s.amounts)) for s in story.sets] == [(1, ["a"]), (1, ["b"]), (1, ["t"])]
    assert not story.is_only


def test_a_slip_that_explains_one_of_them_puts_it_first():
    [story] = stories_in(
        system([amount("t", "30.00"), amount("a", "11.11"), amount("b", "188.9")], {"sum": ("t", "a", "b")})
    )
    assert (story.sets[0].amounts, story.sets[0].suspects[0].slip.kind) == ({"b"}, "times_10")
    assert story.sets[1].rank == 2
    assert not story.is_only


def test_support_decides_between_equal_changes():
    """t is also what another form says; changing it alone breaks that, so a and b are left."""
    one = system(
        [amount("t", "30.00"), amount("a", "11.11"), amount("b", "15.27"), amount("copy", "30.00", form="T1")],
        {"sum": ("t", "a", "b"), "same": ("copy", "t")},
    )
    [story] = stories_in(one)
    assert {frozenset(s.amounts) for s in story.sets} == {frozenset("a"), frozenset("b")}


def percent(stated: str, part: str, whole: str) -> Quotient:
    """stated % = 100 · part / whole over the amounts s, p and w."""
    return Quotient(
        identity_id="share", instance="", factor=100, stated_id="s", stated=Decimal(stated), stated_half=HALF,
        part_of=(("p", 1),), part=Decimal(part), part_half=HALF,
        whole_of=(("w", 1),), whole=Decimal(whole), whole_half=HALF,
    )  # fmt: skip


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
    [story] = stories_in(share("52.00", "500.00", "2000.00", "500.00", "2000.00"))
    [only] = story.sets
    [suspect] = only.suspects
    assert suspect.amount_id == "s"
    assert suspect.implied.has(Decimal(25))
    assert suspect.implied.high - suspect.implied.low < Decimal("0.02")


def test_a_wrong_part_of_a_percent():
    [story] = stories_in(share("25.00", "5000.00", "2000.00", "500.00", "2000.00"))
    [only] = story.sets
    assert (only.amounts, only.suspects[0].slip.kind) == ({"p"}, "times_10")
    assert only.suspects[0].implied.has(Decimal(500))


def test_a_percent_and_its_part_wrong_together():
    """The product form: what the percent may be follows from what its part may be."""
    one = share("88.00", "5000.00", "2000.00", "500.00", "2000.00")
    printed = dict(one.printed)
    printed["q"] = amount("q", "25.00", PROSE)
    again = (
        Term(
            identity_id="again",
            instance="",
            relation="=",
            side="total",
            weight=1,
            amount_id="q",
            value=Decimal(25),
            half=HALF,
        ),
        Term(
            identity_id="again",
            instance="",
            relation="=",
            side="part",
            weight=1,
            amount_id="s",
            value=Decimal(88),
            half=HALF,
        ),
    )
    [story] = stories_in(
        System(report_id="r", printed=printed, sums=(*one.sums, *sum_demands(again)), quotients=one.quotients)
    )
    [first, *_] = story.sets
    assert first.amounts == {"p", "s"}
    implied = {s.amount_id: s.implied for s in first.suspects}
    assert implied["p"].has(Decimal(500))
    assert implied["s"].has(Decimal(25))
    assert implied["s"].high - implied["s"].low < Decimal("0.05")


def test_what_a_percent_may_be_follows_from_its_part():
    """A share above 100 and a part ten times too large: nothing but the quotient says what the share should be."""
    one = share("880.00", "5000.00", "2000.00", "500.00", "2000.00")
    sides = [("total", "s", Decimal("880.00")), ("part", None, Decimal(100))]
    bound = [
        Term(
            identity_id="I-02",
            instance="",
            relation="<=",
            side=side,
            weight=1,
            amount_id=a,
            value=value,
            half=HALF if a else Decimal(0),
        )
        for side, a, value in sides
    ]
    [story] = stories_in(
        System(report_id="r", printed=one.printed, sums=(*one.sums, *sum_demands(bound)), quotients=one.quotients)
    )
    implied = {s.amount_id: s.implied for s in story.sets[0].suspects}
    assert implied.keys() == {"p", "s"}
    assert implied["s"].has(Decimal(25))
    assert implied["s"].high - implied["s"].low < Decimal("0.02")


def test_a_part_with_room_follows_from_a_percent_without():
    """The part may be anything up to 800, the percent is said again: 25, so that the part is 500."""
    amounts = [
        amount("s", "880.00"),
        amount("p", "5000.00"),
        amount("w", "2000.00"),
        amount("q", "25.00"),
        amount("u", "800.00"),
    ]
    printed = {a.amount_id: a for a in amounts}
    terms = [*equation(printed, "again", "q", "s"), *equation(printed, "bound", "p", "u", relation="<=")]
    one = System(
        report_id="r",
        printed=printed,
        sums=tuple(sum_demands(terms)),
        quotients=(percent("880.00", "5000.00", "2000.00"),),
    )
    found = repair(one, [single(one, "p"), single(one, "s")])
    assert found.implied["s"] == (Decimal("24.99"), Decimal("25.01"))


def test_two_percents_that_ask_for_different_parts_are_no_repair():
    """Each could be had from some part, not both from one: only the proof sees it."""
    names = {"s": "880.00", "z": "880.00", "p": "5000.00", "w": "2000.00", "q": "25.00", "y": "30.00", "u": "800.00"}
    printed = {name: amount(name, text) for name, text in names.items()}
    terms = [*equation(printed, "again", "q", "s"), *equation(printed, "anew", "y", "z")]
    terms += equation(printed, "bound", "p", "u", relation="<=")
    share = percent("880.00", "5000.00", "2000.00")
    one = System(
        report_id="r",
        printed=printed,
        sums=tuple(sum_demands(terms)),
        quotients=(share, replace(share, identity_id="other", stated_id="z")),
    )
    assert repair(one, [single(one, name) for name in "psz"]) is None


def test_a_corner_without_a_quotient_is_no_failure():
    """A negative part of a whole hardly above its rounding: no number can be the quotient of both."""
    one = share("-880.00", "-5.00", "0.02", "-100.00", "0.02")
    assert repair(one, [single(one, "p"), single(one, "s")]) is None


def test_numbers_that_are_explained_already_have_no_suspects_among_their_neighbours():
    """No number of the sum may be doubted, x beside it may: to change nothing explains nothing."""
    names = {"t": "30.00", "a": "11.11", "b": "15.27", "x": "11.11"}
    one = system([amount(name, text) for name, text in names.items()], {"sum": ("t", "a", "b"), "same": ("x", "a")})
    [cause] = causes(replace(one, settled=frozenset("tab")))
    assert cause.repairs == ()


def test_a_search_that_fails_costs_the_suspects_and_not_the_violations(monkeypatch, caplog):
    def failing(_):
        raise ArithmeticError("no corner")

    monkeypatch.setattr(suspects, "causes", failing)
    one = system([amount("t", "30.00"), amount("a", "11.11"), amount("b", "15.27")], {"sum": ("t", "a", "b")})
    [story] = stories_in(one)
    assert (story.lead.identity_id, story.sets) == ("sum", ())
    assert "the search for suspects failed on report r" in caplog.text


def test_causes_that_reach_into_one_another_are_one():
    """Row a could be mended without row b, and row b by b2 alone; exchanged a1 and b1 explain both with as few."""
    texts = {"a0": "60.00", "a1": "34.00", "a2": "50.00", "b0": "70.00", "b1": "10.00", "b2": "36.00"}
    texts |= {"t0": "130.00", "t1": "44.00", "t2": "86.00", "d2": "36.00"}
    sums = {"row a": ("a0", "a1", "a2"), "row b": ("b0", "b1", "b2"), "column 0": ("t0", "a0", "b0")}
    sums |= {"column 1": ("t1", "a1", "b1"), "column 2": ("t2", "a2", "d2")}
    [story] = stories_in(system([amount(name, text) for name, text in texts.items()], sums))
    assert [s.amounts for s in story.sets if s.rank == 1] == [{"a1", "b1"}]
    assert len(story.symptoms) == 1


@pytest.mark.parametrize("part", ["50.00", "5000.00"])
def test_what_a_part_may_be_follows_from_its_percent(part):
    amounts = [
        amount("s", "25.00", PROSE),
        amount("p", part, PROSE),
        amount("w", "2000.00"),
        amount("w0", "2000.00", "T1"),
    ]
    [story] = stories_in(system(amounts, {"whole": ("w", "w0")}, (percent("25.00", part, "2000.00"),)))
    implied = {s.suspects[0].amount_id: s.suspects[0].implied for s in story.sets}
    assert implied.keys() == {"p", "s"}
    assert (Decimal("499.8") < implied["p"].low, implied["p"].high < Decimal("500.2")) == (True, True)


def test_two_errors_far_apart_are_two_stories():
    cells = [*table("30.00", "10.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00")]
    more = [
        amount("x", "8.00", "T8"),
        amount("y", "80.00", "T8"),
        amount("y0", "8.00", "T4"),
        amount("x0", "8.00", "T4"),
    ]
    one = system([*cells, *more], GRID | {"x": ("x", "x0"), "y": ("y", "y0"), "xy": ("x", "y")})
    assert sorted(sorted(story.sets[0].amounts) for story in stories_in(one)) == [["b1"], ["y"]]


def test_two_errors_in_one_column_are_found_together():
    """Both spoil the sum of column 1: no single amount mends it."""
    one = system(table("30.00", "100.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00"), GRID)
    [story] = stories_in(one)
    assert story.sets[0].amounts == {"a1", "b1"}
    assert {s.amount_id: s.slip.kind for s in story.sets[0].suspects} == {"a1": "times_10", "b1": "digits_swapped"}
    assert len(story.symptoms) == 2


@pytest.mark.parametrize(("status", "is_capped"), [(1, True), (2, False)])
def test_a_search_given_up_is_told_from_one_that_ended(status, is_capped, monkeypatch):
    """Status 1 of the solver: its limits ran out. 2: there is nothing (more)."""
    monkeypatch.setattr(milp, "milp", lambda *_, **__: SimpleNamespace(status=status, x=None))
    one = system(table("30.00", "100.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00"), GRID)
    [story] = stories_in(one)
    assert (story.sets, story.is_capped) == ((), is_capped)


def test_the_search_is_limited_by_branches_not_by_the_clock(monkeypatch):
    """What a slow machine finds is what a fast one does."""
    asked, solve = [], milp.milp
    monkeypatch.setattr(milp, "milp", lambda *a, **more: asked.append(dict(more["options"])) or solve(*a, **more))
    stories_in(system(table("30.00", "100.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00"), GRID))
    assert asked and all(options["node_limit"] <= 1000 and options["time_limit"] >= 60 for options in asked)


def test_a_figure_wrong_wherever_it_is_printed_is_one_fact():
    cells = table("30.00", "10.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00")
    one = system([*cells, amount("said", "43.00", PROSE)], GRID | {"said": ("said", "b1")})
    [story] = stories_in(one)
    [only] = story.sets
    assert (only.amounts, only.size) == ({"b1", "said"}, 1.5)


def test_a_figure_wrong_in_two_places_and_right_in_a_third():
    cells = table("30.00", "10.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00")
    copies = [amount("said", "43.00", PROSE), amount("right", "34.00", "T1")]
    one = system([*cells, *copies], GRID | {"said": ("said", "b1"), "right": ("right", "b1")})
    [story] = stories_in(one)
    assert [(s.amounts, s.size) for s in story.sets] == [({"b1", "said"}, 1.5)]


def test_the_less_supported_amount_comes_first():
    """a is also below u, which says little and not nothing."""
    amounts = [amount("t", "30.00"), amount("a", "11.11"), amount("b", "15.27"), amount("u", "90.00", "T1")]
    printed = {p.amount_id: p for p in amounts}
    terms = [*equation(printed, "sum", "t", "a", "b"), *equation(printed, "bound", "a", "u", relation="<=")]
    [story] = stories_in(System(report_id="r", printed=printed, sums=tuple(sum_demands(terms)), quotients=()))
    assert [(s.rank, sorted(s.amounts)) for s in story.sets] == [(1, ["b"]), (1, ["t"]), (2, ["a"])]


def test_a_proposal_of_too_many_is_cut_down(monkeypatch):
    """A programme that proposes every unit, as floats might: what is told is minimal all the same."""
    monkeypatch.setattr(milp.Programme, "solve", _everything_once)
    one = system(table("30.00", "100.00", "20.00", "70.00", "43.00", "36.00", "100.00", "44.00", "56.00"), GRID)
    [story] = stories_in(one)
    [some] = story.sets
    for left_out in some.amounts:
        rest = [single(one, a) for a in some.amounts - {left_out}]
        keys_met = all(one.members[key] & (some.amounts - {left_out}) for key in one.broken)
        assert not (keys_met and repair(one, rest))


def _everything_once(programme):
    programme.calls = getattr(programme, "calls", 0) + 1
    return list(range(9)) if programme.calls == 1 else None


def test_one_fact_explains_what_else_takes_two_slips():
    """x and its copy y are each the sum of two others: one figure wrong in both places, not one part in each sum."""
    amounts = [
        amount("x", "30.00"),
        amount("y", "30.00", "T1"),
        *(amount(n, v) for n, v in zip("abcd", ("11.00", "91.00", "22.00", "80.00"), strict=True)),
    ]
    [story] = stories_in(system(amounts, {"same": ("x", "y"), "first": ("x", "a", "b"), "second": ("y", "c", "d")}))
    assert [(s.amounts, s.size) for s in story.sets] == [({"x", "y"}, 1.5)]
    assert len(story.symptoms) == 1


def test_an_amount_printed_without_a_sign_is_not_made_negative():
    """t = a + b with t too small by more than a: b or t, for a would have to be below zero (identity I-01)."""
    [story] = stories_in(
        system([amount("t", "30.00"), amount("a", "5.00"), amount("b", "45.00")], {"sum": ("t", "a", "b")})
    )
    assert {frozenset(s.amounts) for s in story.sets} == {frozenset("b"), frozenset("t")}


def test_an_inequality_alone_accuses_no_number():
    printed = {a.amount_id: a for a in (amount("part", "30.00"), amount("whole", "20.00"))}
    one = System(
        report_id="r",
        printed=printed,
        sums=tuple(sum_demands(equation(printed, "bound", "part", "whole", relation="<="))),
        quotients=(),
    )
    [story] = stories_in(one)
    assert (story.lead.identity_id, story.sets) == ("bound", ())


def test_an_inequality_adds_no_number_to_those_a_sum_accuses():
    """t is 4 too small; whichever is wrong, p is above u all the same: nothing tells which of the two is."""
    texts = {"t": "30.00", "a": "11.00", "p": "23.00", "u": "12.00"}
    printed = {name: amount(name, text) for name, text in texts.items()}
    terms = [*equation(printed, "sum", "t", "a", "p"), *equation(printed, "bound", "p", "u", relation="<=")]
    one, other = stories_in(System(report_id="r", printed=printed, sums=tuple(sum_demands(terms)), quotients=()))
    assert (one.lead.identity_id, one.sets) == ("bound", ())
    assert (other.lead.identity_id, {frozenset(s.amounts) for s in other.sets}) == ("sum", {*map(frozenset, "tap")})


def test_an_inequality_that_the_same_change_mends_tells_which_it_is():
    texts = {"t": "30.00", "a": "11.00", "p": "190.00", "u": "20.00"}
    printed = {name: amount(name, text) for name, text in texts.items()}
    terms = [*equation(printed, "sum", "t", "a", "p"), *equation(printed, "bound", "p", "u", relation="<=")]
    [story] = stories_in(System(report_id="r", printed=printed, sums=tuple(sum_demands(terms)), quotients=()))
    assert {frozenset(s.amounts) for s in story.sets} == {frozenset("p")}


def test_a_number_in_the_wrong_column():
    """a1 stands in column 2; another form has all other cells of the two columns."""
    cells = table("30.00", "0", "30.00", "70.00", "34.00", "36.00", "100.00", "64.00", "36.00")
    cells[1] = replace(cells[1], is_blank=True, text="")
    copies = [amount(f"{c.amount_id} again", c.text, "T1") for c in cells if c.amount_id in ("b1", "b2", "t1", "t2")]
    one = system([*cells, *copies], GRID | {c.amount_id: (c.amount_id, c.amount_id[:2]) for c in copies})
    [story] = stories_in(one)
    assert {s.amounts for s in story.sets} == {frozenset({"a1", "a2"})}
    assert {s.slip.kind for s in story.sets[0].suspects} == {"column_slipped"}
    missing = next(s.implied for s in story.sets[0].suspects if s.amount_id == "a1")
    assert (missing.low, missing.high) == (Decimal("29.985"), Decimal("30.015")), "three halves, its own among them"


def test_two_cells_of_billions_exchanged():
    """Their halves are a thousand-millionth of what changes, far below the floats of the programme."""
    texts = ("3000000000.00", "1000000000.00", "2000000000.00", "7000000000.00", "3400000000.00", "3600000000.00")
    right = table(*texts, "10000000000.00", "4400000000.00", "5600000000.00")
    a1, b1 = right[1], right[4]
    right[1], right[4] = (replace(x, value=y.value, text=y.text) for x, y in ((a1, b1), (b1, a1)))
    [story] = stories_in(system(right, GRID))
    assert {frozenset(s.amounts) for s in story.sets if s.rank == 1} >= {frozenset({"a1", "b1"})}
    assert all(s.size == 2 for s in story.sets)


def years(now: str, total: str, then: str, copied: str) -> System:
    """What this year opens with, what last year closed with, and the sum each stands in; copied: what last year says again."""
    amounts = [
        amount("now", now), amount("total", total), amount("more", "50.00"),
        amount("then", then, report="last year"), amount("sum", "70.00", report="last year"),
        amount("rest", "50.00", report="last year"), amount("again", copied, report="last year"),
    ]  # fmt: skip
    sums = {"Y-01": ("now", "then"), "own": ("total", "now", "more")}
    theirs = {"their sum": ("sum", "then", "rest"), "their copy": ("then", "again")}
    keys = frozenset((name, "") for name in theirs)
    return replace(system(amounts, sums | theirs), beside=frozenset({"last year"}), foreign=keys)


def stories_of_own(one: System) -> list:
    """The stories of the violations of the report that is explained."""
    return stories(one, [Violation(*key, "error") for key in one.broken if key not in one.foreign])


def test_two_years_each_sound_in_itself_accuse_no_number():
    [story] = stories_of_own(years("10.00", "60.00", "20.00", "20.00"))
    assert (story.sets, story.is_only, story.is_between, story.is_balanced) == ((), False, True, True)


def test_the_year_that_is_broken_in_itself_is_blamed():
    """Last year's closing balance is 20 by its sum and where it is said again; 200 is printed."""
    [story] = stories_of_own(years("20.00", "70.00", "200.00", "20.00"))
    assert ([sorted(s.amounts) for s in story.sets], story.is_only, story.is_between) == ([["then"]], True, False)
    assert story.lead.identity_id == "Y-01"


def test_a_number_that_another_report_misprints_in_two_forms_is_one_finding():
    """Two forms of last year print 200 where their own sums ask for 20, as two forms of this year do."""
    amounts, sums, keys = [], {}, []
    for form in ("T3", "T5"):
        texts = (
            ("now", "20.00", "r"),
            ("then", "200.00", "before"),
            ("sum", "70.00", "before"),
            ("rest", "50.00", "before"),
        )
        amounts += [amount(f"{name} {form}", text, form=form, report=report) for name, text, report in texts]
        amounts.append(amount(f"again {form}", "20.00", form=f"said of {form}", report="before"))
        sums |= {
            f"Y {form}": (f"now {form}", f"then {form}"),
            f"sum {form}": (f"sum {form}", f"then {form}", f"rest {form}"),
        }
        sums |= {f"copy {form}": (f"then {form}", f"again {form}")}
        keys += [(f"sum {form}", ""), (f"copy {form}", "")]
    [story] = stories_of_own(replace(system(amounts, sums), beside=frozenset({"before"}), foreign=frozenset(keys)))
    assert [sorted(s.amounts) for s in story.sets] == [["then T3", "then T5"]]
    assert {story.lead.identity_id, *(s.identity_id for s in story.symptoms)} == {"Y T3", "Y T5"}


def test_an_error_of_last_year_that_is_not_this_one_explains_nothing():
    """Last year's sum is wrong, its closing balance is not: the years stand against one another all the same."""
    one = years("10.00", "60.00", "20.00", "20.00")
    wrong = replace(
        one, sums=tuple(replace(d, low=d.low - 5, high=d.high - 5) if d.key[0] == "their sum" else d for d in one.sums)
    )
    [story] = stories_of_own(wrong)
    assert (story.sets, story.is_between, story.is_balanced) == ((), True, False)


def test_a_neighbour_whose_identities_are_not_known_is_not_doubted():
    one = system(
        [amount("now", "10.00"), amount("sum", "70.00"), amount("rest", "50.00"), amount("then", "20.00", report="last year")],
        {"Y-01": ("now", "then"), "own": ("sum", "now", "rest")},
    )  # fmt: skip
    [story] = stories_in(one)
    assert [sorted(s.amounts) for s in story.sets if s.rank == 1] == [["now"]]
    assert story.is_only


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
        ("1391.68", "1398.49", "1398.87", "unknown"),
        ("1066.51", "10661.505", "10661.515", "digit_lost"),
        ("12.34", "152.335", "152.345", "digit_lost"),
        ("1252.34", "152.335", "152.345", "digit_added"),
        ("2.34", "52.335", "52.345", "unknown"),
        ("55.55", "77.765", "77.775", "column_slipped"),
        ("55.55", "66.655", "66.665", "row_slipped"),
        ("88.88", "12.335", "12.345", "other_scope"),
        ("0.00", "12.335", "12.345", "unknown"),
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
    found = slip(own, Interval(Decimal(low), Decimal(high)), {}, {p.amount_id: p for p in (own, *others)})
    assert found.kind == kind
    assert kind in SLIPS


def test_a_percent_takes_no_money_unit_for_another():
    """下降0.006% for 65%: a ten-thousandth of it, near enough, and no 元 that was taken for 万元."""
    implied = Interval(Decimal("64.209"), Decimal("65.853"))
    rate = replace(amount("own", "0.0065"), counted_in="%")
    assert slip(amount("own", "0.0065"), implied, {}, {}).kind == "divided_by_10000"
    assert slip(rate, implied, {}, {}).kind == "unknown"


@pytest.mark.parametrize(("row", "column", "beside"), [(5, 2, (4, 3)), (4, 3, (5, 2))], ids=["row", "column"])
def test_a_sum_of_one_part_shows_no_slip(row, column, beside):
    """公共安全支出 with 公安 alone below it prints the same in all columns: the right number there has not slipped."""
    own = amount("own", "82.00", row=4, column=2)
    sum_ = amount("sum", "62.00", row=row, column=column)
    alike = [amount("own else", "7.00", row=beside[0], column=beside[1]), amount("sum else", "7.00", row=5, column=3)]
    implied = Interval(Decimal("61.995"), Decimal("62.005"))
    assert slip(own, implied, {}, {p.amount_id: p for p in (own, sum_)}).kind in ("row_slipped", "column_slipped")
    assert slip(own, implied, {}, {p.amount_id: p for p in (own, sum_, *alike)}).kind == "unknown"
    assert slip(own, implied, {}, {p.amount_id: p for p in (own, sum_)}, {"sum"}).kind == "unknown"


def test_the_only_part_of_a_sum_shows_no_slip_in_a_story():
    """应用研究 alone has 基本支出 below 科学技术支出, whose 基本支出 is misprinted: the right number has not slipped to it."""
    amounts = [
        amount("class", "51.38", "P3", row=4, column=1),
        amount("item", "71.38", "P3", row=5, column=1),
        amount("rest", "8.00", "P3", row=9, column=1),
        amount("whole", "79.38", "P3", row=1, column=1),
    ]
    [story] = stories_in(system(amounts, {"over": ("class", "item"), "under": ("whole", "class", "rest")}))
    [suspect] = story.sets[0].suspects
    assert (suspect.amount_id, suspect.slip.kind) == ("class", "unknown")


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


@pytest.mark.parametrize(("balance", "kind"), [("9.00", "beside"), ("7.00", "row_slipped")])
def test_nothing_has_slipped_to_where_it_is_right(balance, kind):
    """The total below the one that is wrong is the same, and the balance bears it out: no number slipped there."""
    amounts = [amount("again", "8.00", row=3), amount("below", "9.00", row=4)]
    amounts += [amount(name, "9.00", row=row) for name, row in (("first", 0), ("part", 1))]
    amounts += [amount("other side", balance, row=4, column=5)]
    one = system(amounts, {"again": ("again", "first"), "parts": ("first", "part"), "balance": ("below", "other side")})
    story = next(story for story in stories_in(one) if story.lead.identity_id == "again")
    [suspect] = story.sets[0].suspects
    assert (suspect.amount_id, suspect.slip.kind) == ("again", kind)
