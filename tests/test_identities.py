"""Every identity is alive: a changed cell makes it fire with what it implies, and rounding never does."""

from collections.abc import Iterator

import duckdb
import pytest

from pipelines import catalogue
from tests import desk, figures, layouts

STRUCTURE = {"W6-05", "WX-01", "WX-03", "C-18", "C-19", "C-23", "C-24", "S-01"}
SHIFT = 10**11
"""元 added to a cell: far beyond any rounding."""


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """A warehouse of reports in which every identity has something to judge."""
    chosen = [("shanghai_one_column", False), ("first_of_three_cells", False), ("university", True)]
    readings = [
        desk.reading(figures.report(11 + n, university=university, unit=f"样本单位{n}"), layouts.layout(name))
        for n, (name, university) in enumerate(chosen)
    ]
    connection = desk.filled(tmp_path_factory.mktemp("alive"), readings)
    _print_by_nature(connection)
    _print_total_again(connection)
    assert desk.rejudge(connection) == set()
    return connection


def _print_by_nature(connection: duckdb.DuckDBPyConnection) -> None:
    """T1 with the panel by nature that some regions print: 基本支出, of which 人员经费 and 公用经费."""
    for row, line, yuan in ((900, "basic", 500), (901, "within_basic", 300), (902, "within_basic", 200)):
        connection.execute(
            "insert into reading.amount select * replace (amount_id || ? as amount_id, 'third' as panel, ? as row, ? as line,"
            " true as is_within, ? as value, ? as value_yuan) from reading.amount where form = 'T1' and line = 'income_total'",
            [line + str(row), row, line, yuan, yuan * 10_000],
        )


def _print_total_again(connection: duckdb.DuckDBPyConnection) -> None:
    """U4 with its 合计 row once more at the end."""
    connection.execute(
        "insert into reading.amount select * replace (amount_id || 'again' as amount_id, 999 as row)"
        " from reading.amount where form = 'U4' and line = 'total'"
    )


@pytest.fixture
def warehouse(published) -> Iterator[duckdb.DuckDBPyConnection]:
    """That warehouse to spoil; what a test does to it is rolled back."""
    published.execute("begin")
    yield published
    published.execute("rollback")


def numeric() -> list[str]:
    return [i.identity_id for i in catalogue.identities() if i.identity_id not in STRUCTURE]


def implied(connection: duckdb.DuckDBPyConnection, amount_id: str) -> tuple[set[str], set[str]]:
    """Identities that must fire when the amount is raised (equations it is in), and those that may."""
    rows = connection.execute(
        "select distinct identity_id, relation from checks.term join reference.identity using (identity_id)"
        " join checks.outcome as o using (identity_id, report_id, instance)"
        " where amount_id = ? and o.outcome != 'not_evaluable'",
        [amount_id],
    ).fetchall()
    return {key for key, relation in rows if relation == "="}, {key for key, _ in rows} | {"C-18", "C-19"}


@pytest.mark.parametrize("identity_id", numeric())
@pytest.mark.parametrize("side", ["total", "part"])
def test_a_changed_cell_makes_it_fire_with_what_it_implies(identity_id, side, warehouse):
    chosen = warehouse.execute(
        "select term.amount_id, term.weight from checks.term join checks.outcome as o using (identity_id, report_id, instance)"
        " where term.identity_id = ? and side = ? and value_yuan is not null and amount_id is not null"
        " and o.outcome in ('exact', 'rounding') order by all limit 1",
        [identity_id, side],
    ).fetchone()
    assert chosen, f"{identity_id} has nothing to judge"
    amount_id, weight = chosen
    inequality = (
        catalogue.TOLERANCES[next(i.tolerance for i in catalogue.identities() if i.identity_id == identity_id)] == "<="
    )
    shift = -SHIFT if inequality and (side == "part") == (weight > 0) else SHIFT
    must, may = implied(warehouse, amount_id)
    warehouse.execute("update reading.amount set value_yuan = value_yuan + ? where amount_id = ?", [shift, amount_id])
    fired = desk.rejudge(warehouse)
    assert identity_id in fired
    assert must <= fired <= may | {identity_id}


@pytest.mark.parametrize(
    ("identity_id", "spoil", "may"),
    [
        ("W6-05", "delete from reading.amount where form = 'T6' and code = '302'", {"W6-03", "W6-01", "WX-03"}),
        (
            "WX-01",
            "update reading.amount set code = known.first_code from (select report_id as report, min(code) as first_code, max(code) as"
            " last_code from reading.amount where form = 'T2' and len(code) = 7 group by all) as known"
            " where form = 'T2' and report_id = known.report and code = known.last_code",
            {"W2-02", "WX-03"},
        ),
        (
            "WX-03",
            "delete from reading.amount where form = 'T2' and code = (select min(code) from reading.amount where form = 'T2' and len(code) = 5)",
            set(),
        ),
        (
            "C-18",
            "update reading.amount set value_yuan = 0 where form = 'T1' and line = 'class' and code ="
            " (select max(code) from reading.amount where form = 'T1' and line = 'class' and value_yuan > 0)",
            {"W1-03", "C-05", "C-15"},
        ),
        (
            "C-19",
            "update reading.amount set value_yuan = 0 where form = 'T8'",
            {"C-09", "C-12", "C-13", "C-14", "C-18"},
        ),
        (
            "C-23",
            "insert into reading.doubt (report_id, scope) select report_id, 'identity' from star.dim_report",
            set(),
        ),
        (
            "C-24",
            "insert into reading.doubt (report_id, scope, reason) select report_id, 'row', 'named (disclosure)' from star.dim_report",
            set(),
        ),
        ("S-01", "delete from reading.form where form = 'T3'", set()),
    ],
)
def test_a_spoiled_structure_makes_it_fire(identity_id, spoil, may, warehouse):
    warehouse.execute(spoil)
    fired = desk.rejudge(warehouse)
    assert identity_id in fired
    assert fired <= may | {identity_id}


def test_every_identity_is_judged_somewhere(warehouse):
    judged = warehouse.execute(
        "select identity_id from checks.liveness group by all having sum(evaluated) > 0"
    ).fetchall()
    assert {key for (key,) in judged} == {i.identity_id for i in catalogue.identities()}


def test_rounding_is_never_a_violation(tmp_path):
    full = [one for one in layouts.LAYOUTS if not one.missing]
    readings = [
        desk.reading(
            figures.report(
                seed,
                year=2019 + seed % 7,
                plain=seed % 3 == 0,
                university=one.table_set == "university",
                unit=f"样本{seed}局",
            ),
            one,
        )
        for seed, one in ((seed, full[seed % len(full)]) for seed in range(220))
    ]
    readings = [r for r in readings if all(f.status != "missing" for f in r.forms)]
    connection = desk.filled(tmp_path, readings)
    found = connection.execute(
        "select identity_id, count(*) from checks.violation where identity_id != 'S-01' group by all"
    ).fetchall()
    assert found == []
    tiers = dict(connection.execute("select outcome, count(*) from checks.outcome group by all").fetchall())
    assert tiers["rounding"] > 1000, "the figures must need the tolerance for this test to mean anything"


def test_the_bound_is_the_sum_of_half_units_inclusive(warehouse):
    """A residual of exactly the bound is rounding's work, one step beyond is not (identities.md §1)."""
    row = warehouse.execute(
        "select outcome.bound, outcome.residual, t.amount_id from checks.outcome join checks.term as t using (identity_id, report_id, instance)"
        " where identity_id = 'W1-02' and side = 'total' and outcome.outcome in ('exact', 'rounding') order by all limit 1"
    ).fetchone()
    bound, residual, amount_id = row
    for step, outcome in ((bound - residual, False), (100, True)):
        warehouse.execute(
            "update reading.amount set value_yuan = value_yuan + ? where amount_id = ?", [step, amount_id]
        )
        assert ("W1-02" in desk.rejudge(warehouse)) is outcome


def test_a_blank_is_not_a_zero(warehouse):
    warehouse.execute(
        "update reading.amount set value_yuan = null, value = null, mark = 'blank' where form = 'T1' and line = 'income_total'"
    )
    desk.rejudge(warehouse)
    reasons = warehouse.execute(
        "select distinct outcome, reason from checks.outcome where identity_id = 'W1-01'"
    ).fetchall()
    assert reasons == [("not_evaluable", "blank")]


def test_a_held_reading_silences_the_identities_that_need_its_form(warehouse):
    warehouse.execute(
        "update reading.amount set is_held = true where form = 'T2' and line is null and column_key = 'fiscal'"
    )
    assert desk.rejudge(warehouse) == set()
    reasons = warehouse.execute("select distinct reason from checks.outcome where identity_id = 'W2-02'").fetchall()
    assert reasons == [("reading in doubt: T2",)]


def test_columns_of_other_years_shares_and_budgets_are_in_no_identity(warehouse):
    warehouse.execute(
        "insert into reading.amount select * replace (amount_id || 'x' as amount_id, 77 as column_number, 'last_year' as column_key,"
        " value_yuan + 5000000 as value_yuan) from reading.amount where column_key in ('total', 'amount') and value is not null"
    )
    assert desk.rejudge(warehouse) == set()


def test_a_form_our_reading_doubts_is_not_missing(warehouse):
    warehouse.execute("delete from reading.form where form = 'T3'")
    warehouse.execute(
        "insert into reading.quarantine (sha256, scope, form) select report_id, 'table', 'T3' from star.dim_report"
    )
    assert desk.rejudge(warehouse) == set()


def test_no_float_decides(warehouse):
    columns = warehouse.execute(
        "select column_name, data_type from duckdb_columns() where schema_name = 'checks' and table_name in ('term', 'residual', 'outcome')"
        " and column_name in ('value_yuan', 'half_ulp_yuan', 'stated', 'expected', 'residual', 'bound', 'squares', 'sigma')"
    ).fetchall()
    assert len(columns) == 12
    assert all(kind.startswith("DECIMAL") for _, kind in columns)


def test_single_funds_below_a_fiscal_line_are_not_added_twice(warehouse):
    warehouse.execute(
        "insert into reading.amount select * replace (amount_id || 'part' as amount_id, 55 as row, 'general_budget' as line)"
        " from reading.amount where form = 'T1' and line = 'fiscal'"
    )
    assert desk.rejudge(warehouse) == set()


def test_all_appropriation_beside_the_general_budget_is_not_added_to_it(warehouse):
    """A set that prints 财政拨款支出 and 一般公共预算支出: C-12 and C-13 take one of them."""
    warehouse.execute(
        "insert into reading.amount select * replace (amount_id || 'u4' as amount_id, 'U4' as form) from reading.amount where form = 'T5'"
    )
    warehouse.execute("insert into reading.form select * replace ('U4' as form) from reading.form where form = 'T5'")
    assert desk.rejudge(warehouse) == set()
