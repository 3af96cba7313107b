"""Held cells: what is held silences the instances it may be a term of, and changes no other; a form in doubt stays so."""

from pathlib import Path
from random import Random

import pytest

from tests.studies import held_cells
from tests.support.desk import corpus, desk


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory):
    readings = [case.reading() for seed in range(8) for case in corpus.family(seed)]
    return desk.filled(Path(tmp_path_factory.mktemp("held")), readings)


@pytest.fixture
def judged(warehouse):
    """All as it was printed, judged."""
    desk.rejudge(warehouse)
    return warehouse


@pytest.mark.parametrize("seed", range(3))
def test_holding_a_cell_of_each_form_changes_no_judgement(judged, seed):
    one = held_cells.hold(judged, "hidden", held_cells.draw(judged, Random(seed)))
    assert (one.changed, one.in_spite, one.violations) == ([], [], 0)
    assert one.held > 50
    assert one.silenced < one.judged / 10


@pytest.mark.parametrize("seed", range(3))
def test_digits_lost_to_a_cell_that_is_no_clean_number_are_no_violation(judged, seed):
    """12,3|45.67: the cell that is no number has eaten of those beside it, which are sound numbers and wrong ones."""
    cells = held_cells.draw(judged, Random(seed))
    one = held_cells.hold(judged, "unclean", cells, held_cells.touching(judged, cells))
    assert (one.changed, one.in_spite, one.violations) == ([], [], 0)
    assert one.silenced < one.judged / 5


def test_an_error_is_told_beside_held_cells_as_it_was_without_them(judged):
    """What is still judged can fail: nearly every violation is left, none is new, and none of them is another one."""
    wrong = held_cells.draw(judged, Random(7))
    with held_cells.spoilt(judged, wrong):
        desk.rejudge(judged)
        [(before,)] = judged.execute("select count(*) from checks.violation").fetchall()
        one = held_cells.hold(judged, "hidden", held_cells.draw(judged, Random(8)) - wrong)
    assert (one.changed, one.in_spite) == ([], [])
    assert before > one.violations > before * 0.8


def test_a_cell_of_no_known_row_or_column_silences_its_form(judged):
    one = held_cells.hold(judged, "elsewhere", held_cells.draw(judged, Random(3)))
    assert (one.changed, one.in_spite) == ([], [])
    assert one.silenced > one.judged / 2


def test_a_form_with_a_held_cell_is_not_called_read(judged):
    cells = held_cells.draw(judged, Random(1))
    with held_cells.spoilt(judged, ()):
        judged.execute("update reading.amount set is_held = true where list_contains(?, amount_id)", [sorted(cells)])
        desk.rejudge(judged)
        statuses = judged.execute(
            "select distinct status, is_cells_only from checks.form_status semi join"
            " (from reading.amount where is_held and not starts_with(form, 'P')) using (report_id, form)"
        ).fetchall()
    assert statuses == [("in doubt", True)]


def test_a_held_cell_of_last_year_is_told_as_such(judged):
    [(last,)] = judged.execute(
        "select min(amount_id) from checks.form_amount join checks.related_report as beside"
        " on beside.other_id = form_amount.report_id and relation = 'prior_year'"
        " where form = 'T4' and line = 'closing' and column_key = 'total' and value_yuan is not null"
    ).fetchall()
    with held_cells.spoilt(judged, ()):
        judged.execute("update reading.amount set is_held = true where amount_id = ?", [last])
        desk.rejudge(judged)
        reasons = judged.execute(
            "select distinct outcome.reason from checks.outcome join checks.term using (identity_id, report_id, instance)"
            " where identity_id = 'Y-02' and amount_id = ?",
            [last],
        ).fetchall()
    assert reasons == [("reading of a report beside it in doubt: T4",)]
