"""Every identity is alive: a changed cell makes it fire with what it implies, and rounding never does."""

import re
from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest

from pipelines import catalogue, models
from tests import desk, figures, layouts, prose

STRUCTURE = {
    "W6-05", "WX-01", "WX-03", "C-18", "C-19", "C-23", "C-24", "S-01", "S-04", "N-09", "N-24", "N-25", "N-28", "ZB", "B-03", "I-01",
}  # fmt: skip
WORDS = {"C-18", "C-19", "I-01", "N-24", "N-25", "ZB"}
"""Identities about words or sets that an amount may touch without being a term of them."""
ONE_SIDED = {("I-02", "part")}
"""A bound that is a constant."""
GROWTH = "role = 'growth' and section = 'overall' and direction = 'up'"
ZERO = "update reading.claim set"
NO_PRIOR = (
    "update reading.claim as change set value_yuan = value.value_yuan, value = value.value from reading.claim as value"
    " where change.role = 'change' and value.role = 'value' and change.section = 'overall' and change.direction = 'up'"
    " and value.report_id = change.report_id and value.statement = change.statement"
)
SHIFT = 10**11
"""元 added to a cell: far beyond any rounding."""


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """A warehouse of reports in which every identity has something to judge."""
    chosen = [("shanghai_one_column", False), ("first_of_three_cells", False), ("university", True)]
    readings = []
    for n, (name, university) in enumerate(chosen):
        first = figures.report(11 + n, university=university, unit=f"样本单位{n}")
        replaced = () if university else (_said_twice(first) if n else _of_the_full_year(first))
        readings.append(desk.reading(first, layouts.layout(name), *replaced))
        if n == 1:
            readings.append(desk.reading(figures.next_year(first), layouts.layout(name)))
    connection = desk.filled(tmp_path_factory.mktemp("alive"), readings)
    _print_by_nature(connection)
    _print_total_again(connection)
    assert desk.rejudge(connection) == set()
    return connection


def _items(report: figures.Report) -> list[str]:
    """The paragraphs of the narrative that speak of one item each."""
    told = prose.narrative(report, layouts.layout("shanghai_one_column"))
    return [block.text for block in told if "（项）" in block.text and "完成年初预算" in block.text]


def _of_the_full_year(report: figures.Report) -> list[tuple[str, str]]:
    """One item within its budget compares with 全年预算."""
    within, another = [text for text in _items(report) if "决算数小于" in text][:2]
    unnamed = another.replace("完成年初预算的", "完成预算的")
    return [(within, within.replace("年初预算", "全年预算")), (another, unnamed)]


def _said_twice(report: figures.Report) -> list[tuple[str, str]]:
    """One item stands twice, once for each of two units."""
    whole = _items(report)[0]
    amount = Decimal(re.search(r"支出决算为([\d.]+)万元", whole)[1])
    head = whole.partition("。")[0]
    return [(whole, f"{head}。支出决算为{amount - 1}万元。{head}。支出决算为1.00万元。")]


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
    summed = models.identity_sql("identities")
    return [i.identity_id for i in catalogue.identities() if i.identity_id not in STRUCTURE and i.identity_id in summed]


def raise_amount(connection: duckdb.DuckDBPyConnection, amount_id: str, yuan: int) -> None:
    """Change a printed amount or a claim; what is no money changes by as many 万."""
    connection.execute("update reading.amount set value_yuan = value_yuan + ? where amount_id = ?", [yuan, amount_id])
    connection.execute(
        "update reading.claim set value_yuan = value_yuan + ?, value = value + ? where claim_id = ?",
        [yuan, yuan // 10_000, amount_id],
    )


def implied(connection: duckdb.DuckDBPyConnection, amount_id: str) -> tuple[set[str], set[str]]:
    """Identities that must fire when the amount is raised (equations it is in), and those that may."""
    rows = connection.execute(
        "select distinct identity_id, relation from checks.term join reference.identity using (identity_id)"
        " join checks.outcome as o using (identity_id, report_id, instance)"
        " where amount_id = ? and o.outcome != 'not_evaluable'",
        [amount_id],
    ).fetchall()
    quotients = connection.execute(
        "select distinct identity_id from checks.ratio where list_contains(amount_ids, ?)", [amount_id]
    ).fetchall()
    summed = set(models.identity_sql("identities"))
    must = {key for key, relation in rows if relation == "=" and key in summed}
    return must, {key for key, _ in (*rows, *((k, "") for (k,) in quotients))} | WORDS


SIDES = [(key, side) for side in ("total", "part") for key in numeric() if (key, side) not in ONE_SIDED]
QUOTIENTS = [(key, "quotient") for key in sorted(models.identity_sql("ratios"))]
COPIED = {
    "reading.amount": "amount_id", "reading.claim": "claim_id", "reading.form": None, "reading.sentence": None, "star.dim_report": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def mutants(published) -> dict[tuple[str, str], tuple[set[str], set[str], set[str]]]:
    """(identity, side) → what fires, must fire and may fire when one amount of that side is changed: a copy of its
    report for each, so that all are judged at once.
    """
    published.execute("begin")
    found = {}
    for number, key in enumerate((*SIDES, *QUOTIENTS)):
        report_id, amount_id, shift = _chosen(published, *key)
        found[key] = (f"{report_id}#{number}", *implied(published, amount_id))
        _copy(published, report_id, f"#{number}")
        raise_amount(published, f"{amount_id}#{number}", shift)
    desk.rejudge(published)
    fired: dict[str, set[str]] = {}
    for report_id, key in published.execute("select report_id, identity_id from checks.violation").fetchall():
        fired.setdefault(report_id, set()).add(key)
    published.execute("rollback")
    return {key: (fired.get(copy, set()), must, may) for key, (copy, must, may) in found.items()}


def _copy(connection: duckdb.DuckDBPyConnection, report_id: str, mark: str) -> None:
    for table, key in COPIED.items():
        own = f", {key} || '{mark}' as {key}" if key else ""
        connection.execute(
            f"insert into {table} select * replace (report_id || '{mark}' as report_id{own}) from {table} where report_id = ?",
            [report_id],
        )


def _chosen(connection: duckdb.DuckDBPyConnection, identity_id: str, side: str) -> tuple[str, str, int]:
    """Report, amount and shift of an instance that holds."""
    if side == "quotient":
        sql = (
            "select report_id, amount_ids[1], 10000 from checks.quotient"
            " where identity_id = ? and outcome in ('exact', 'rounding') order by all limit 1"
        )
        chosen = connection.execute(sql, [identity_id]).fetchone()
    else:
        chosen = connection.execute(
            "select term.report_id, term.amount_id, term.weight from checks.term join checks.outcome as o using (identity_id, report_id, instance)"
            " where term.identity_id = ? and side = ? and value_yuan is not null and amount_id is not null"
            " and o.outcome in ('exact', 'rounding') order by all limit 1",
            [identity_id, side],
        ).fetchone()
    assert chosen, f"{identity_id} has nothing to judge"
    if side == "quotient":
        return chosen
    tolerance = next(i.tolerance for i in catalogue.identities() if i.identity_id == identity_id)
    downward = catalogue.TOLERANCES[tolerance] == "<=" and (side == "part") == (chosen[2] > 0)
    return chosen[0], chosen[1], -SHIFT if downward else SHIFT


@pytest.mark.parametrize(("identity_id", "side"), [*SIDES, *QUOTIENTS])
def test_a_changed_amount_makes_it_fire_with_what_it_implies(identity_id, side, mutants):
    fired, must, may = mutants[identity_id, side]
    assert identity_id in fired
    assert fired <= may | {identity_id}
    assert side == "quotient" or must <= fired


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
            {"C-09", "C-12", "C-13", "C-14", "C-18", "N-15"},
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
        ("S-04", "update star.dim_report set explained_share = 0.98", set()),
        (
            "N-09",
            "delete from reading.claim where section = 'general_items' and code = (select max(code) from reading.claim where section = 'general_items')",
            {"WX-02", "N-08"},
        ),
        (
            "N-24",
            "update reading.claim set direction = 'above' where role = 'direction' and direction = 'below'",
            set(),
        ),
        ("N-25", f"{ZERO} value = 50 where {GROWTH}; {NO_PRIOR}", {"N-02", "N-26"}),
        ("ZB", f"{ZERO} value = 100 where {GROWTH}; {NO_PRIOR}", {"N-02", "N-26"}),
        (
            "N-28",
            "update reading.sentence set text = replace(text, '截至', '截至2019年12月31日和') where section = 'assets'",
            set(),
        ),
        (
            "B-03",
            "update reading.claim set base = 'annual' where role = 'completion' and fitted = 'initial'",
            {"N-08", "N-12"},
        ),
        (
            "I-01",
            "update reading.amount set value_yuan = -value_yuan where form = 'T7' and column_key in ('final_total', 'budget_total')",
            {"W7-01", "N-12", "N-13", "N-14", "C-20", "C-21", "B-04"},
        ),
    ],
)
def test_a_spoiled_structure_makes_it_fire(identity_id, spoil, may, warehouse):
    warehouse.execute(spoil)
    fired = desk.rejudge(warehouse)
    assert identity_id in fired
    assert fired <= may | {identity_id}


def test_every_identity_is_judged_somewhere(warehouse):
    judged = warehouse.execute(
        "select distinct identity_id from checks.outcome where outcome != 'not_evaluable'"
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
