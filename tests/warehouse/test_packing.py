"""A published file shows every table row for row as it was made, though it stores it otherwise."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipelines.findings import tables
from pipelines.queries import Warehouse, quoted
from pipelines.reading.readings import Reading
from pipelines.settings import SQL, Places
from pipelines.warehouse import kept_answers, packing
from pipelines.warehouse.database import connect
from pipelines.warehouse.models import model, questions
from tests.support.desk import corpus, desk, oracle
from tests.support.desk.budgets import families
from tests.support.figures import figures
from tests.support.paper import layouts

ODD = (
    "update reading.amount set amount_id = amount_id || 'x' where form = 'T2' and row = 1",
    "update reading.amount set value = 0.123456, value_yuan = 7, half_step_yuan = 3 where form = 'T3' and row = 1",
    "update reading.amount set counted_in = '百万元' where form = 'T3' and row = 2",
    "update reading.claim set claim_id = claim_id || 'x' where role = 'share'",
    "update reading.claim set value = 0.123456, value_yuan = 1e19, half_step_yuan = 3 where role = 'prior'",
    "update reading.claim set text = '21,406.53', value = 21406.53, decimals = 2, counted_in = '亿元', value_yuan = 2140653000000, half_step_yuan = 500000 where role = 'growth'",
    "update reading.sentence set text = text || 'x' where sentence = 1",
    "insert into reading.token select report_id, page, [1.0, 2, 3, 4], text, 'amount', null, amount_id, null from reading.amount where form = 'T1'",
    "insert into reading.token select report_id, page, bbox, text, 'amount', null, amount_id, null from reading.amount where form = 'T5'",
    "insert into reading.token select report_id, page, bbox, text, 'claim', null, null, claim_id from reading.claim",
    "insert into reading.token select report_id, page, bbox, text, 'amount', null, 'nowhere', 'never' from reading.amount where form = 'T4'",
    "update checks.term set value_yuan = value_yuan + 1 where identity_id = 'W1-01' and side = 'total'",
    "update checks.term set code = 'x', note = 'y' where identity_id = 'W3-01' and side = 'part'",
    "update checks.term set amount_id = 'nowhere' where identity_id = 'W2-01'",
    "insert into checks.term from checks.term where identity_id = 'W2-02'",
    "update checks.outcome set stated = 1e30, residual = 1e33, bound = 0.000001 where identity_id = 'C-05' and expected is not null",
    "update checks.outcome set code = 'x', expected = 1 where identity_id = 'C-01'",
    "insert into checks.outcome from checks.outcome where identity_id = 'C-02'",
    "delete from checks.outcome where identity_id = 'C-03'",
)
"""Changes after which what is told apart by a column of its own is there."""
OWN = {
    "stored.amount": ("own_id", "own_value", "own_yuan", "own_half_yuan"),
    "stored.claim": ("own_id", "own_value", "own_yuan", "own_half_yuan"),
    "stored.sentence": ("own_text",),
    "stored.token": ("bbox", "amount", "claim", "own_amount_id", "own_claim_id"),
    "stored.instance": ("total", "parts", "others", "outcome", "own_code", "own_expected", "term_note"),
}
"""Columns that hold what cannot be derived: each must be filled somewhere, and empty somewhere."""


UNITS = "本部门所属行政单位1个、事业单位1个。"
STAFF = f"{UNITS}截至2023年底，本部门人员编制52人；实有人员48人。"
UNTOLD = (
    "update reading.claim set subject = 'procurement_goods' where subject = 'procurement' and report_id = (select min(report_id) from star.dim_report)",
)
"""A change after which a report says no total of its procurement, and its answer has no address."""


@pytest.fixture(scope="module")
def packed(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """A filled database with odd rows; beside it, as `packed`, the file it is published as."""
    return beside_its_file(tmp_path_factory.mktemp("packing"), [case.reading() for case in corpus.family(1)], ODD)


@pytest.fixture(scope="module")
def answered(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """The same of more reports, budgets among them, of which two are of a region whose residents are counted; one of these says a share wrongly."""
    first = figures.report(5, 2023, "上海市长宁区样本民政局")
    second = figures.next_year(first)
    share = 100 * second.yuan("T2", "superior", "total") / second.yuan("T2", "total", "total")
    layout = layouts.layout("all_in_yuan")
    wrong = desk.reading(second, layout, (UNITS, STAFF), (f"占{share:.2f}%", "占77.77%"))
    readings = [desk.reading(first, layout, (UNITS, STAFF)), wrong]
    readings += [case.reading() for family in corpus.families(range(3)) for case in family]
    readings += families.family(0, "样本市样本局")
    return beside_its_file(tmp_path_factory.mktemp("answered"), readings, UNTOLD)


def beside_its_file(folder: Path, readings: Sequence[Reading], changes: Sequence[str]) -> duckdb.DuckDBPyConnection:
    """A database filled from readings, then changed; beside it, as `packed`, the file it is published as."""
    connection = desk.filled(folder, readings, described=True)
    tables.write(Warehouse(connection, Places(folder / "raw", folder)))
    for change in changes:
        connection.execute(change)
    for one in packing.DERIVED:
        made = model(SQL, one)
        connection.execute(f"delete from {one}; insert into {one} by name {made.selects[0]}")
    target = folder / "packed.duckdb"
    packing.pack(Warehouse(connection, Places(folder / "raw", folder)), target)
    connection.execute(f"attach {quoted(str(target))} as packed (read_only)")
    return connection


@pytest.mark.parametrize("table", packing.views(SQL))
def test_a_view_shows_the_table_it_stands_for(table, packed):
    assert packed.execute(f"select count(*) > 0 from {table}").fetchall() == [(True,)]
    assert list(oracle.compare(packed, table, f"packed.{table}")) == []
    kinds = [[row[:2] for row in packed.execute(f"describe {name}").fetchall()] for name in (table, f"packed.{table}")]
    assert kinds[0] == kinds[1]
    assert packed.execute(
        "select comment from duckdb_views() where schema_name || '.' || view_name = ?", [table]
    ).fetchall() == [(model(SQL, table).description,)]


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_reports_of_one_kind_alone_are_published_with_the_columns_of_both(seed, packed, tmp_path):
    """Of budgets alone the identities of final accounts are not asked, whose columns would say what kind they are."""
    alone = beside_its_file(tmp_path, families.family(seed, "样本市样本局"), ())
    for table in ("checks.term", "checks.ratio", "checks.outcome", *packing.views(SQL)):
        assert list(oracle.compare(alone, table, f"packed.{table}")) == []
        kinds = [one.execute(f"describe {table}").fetchall() for one in (alone, packed)]
        assert [row[:2] for row in kinds[0]] == [row[:2] for row in kinds[1]], table


@pytest.mark.parametrize("view", kept_answers.views(SQL))
def test_an_answer_that_is_kept_is_the_one_that_is_worked_out(view, answered):
    [question] = [one for one in questions(SQL) if one.table == view]
    worked_out = f"({question.selects[0]})"
    assert answered.execute(f"select count(*) > 5 from {worked_out}").fetchall() == [(True,)]
    assert list(oracle.compare(answered, worked_out, f"packed.{view}")) == []
    kinds = [
        [row[:2] for row in answered.execute(f"describe from {name}").fetchall()]
        for name in (worked_out, f"packed.{view}")
    ]
    assert kinds[0] == kinds[1]


def test_answers_are_kept_of_what_does_not_hold(answered):
    [(violations, found)] = answered.execute(
        "select sum(violations), sum(findings) from packed.questions.findings_by_identity"
    ).fetchall()
    assert violations >= found > 0


def test_an_answer_too_large_to_be_told_does_not_keep_the_file_from_being_published(tmp_path):
    large = desk.filled(tmp_path, [case.reading() for case in corpus.family(5)])
    warehouse = Warehouse(large, Places(tmp_path / "raw", tmp_path))
    tables.write(warehouse)
    amounts = "select schema_name || '.' || table_name, column_name from duckdb_columns() where schema_name = 'star' and column_name like '%_yuan' and data_type like '%,4)'"
    for table, column in large.execute(amounts).fetchall():
        large.execute(f"update {table} set {column} = 9999999999999999999.99")
    packing.pack(warehouse, tmp_path / "packed.duckdb")
    with connect(tmp_path / "packed.duckdb") as published:
        [(most,)] = published.execute("select max(spent_yuan) from stored.basic_and_project").fetchall()
        assert most >= Decimal("9999999999999999999.99")
        assert published.execute("select unit_name from questions.basic_and_project").fetchall()


def test_an_answer_without_an_address_is_kept(answered):
    [(rows, addresses)] = answered.execute(
        "select count(*), count(address) from packed.questions.procurement"
    ).fetchall()
    assert rows == addresses + 1


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, columns in OWN.items() for column in columns])
def test_what_cannot_be_derived_is_stored_and_nothing_else(table, column, packed):
    [(rows, filled)] = packed.execute(f"select count(*), count({column}) from packed.{table}").fetchall()
    assert 0 < filled < rows


def test_rows_lie_sorted_by_report(packed):
    stored = [
        (one.table, key) for one in packing.stored(SQL) for key in packing.KEYS if key in one.columns and not one.order
    ]
    unsorted = {one.table for one in packing.stored(SQL) if not one.order} - {table for table, _ in stored}
    assert unsorted == {"stored.identity"}, "it is of no report"
    for table, key in [*stored, ("reading.printed_row", "report_id"), ("star.fact_change", "report_id")]:
        keys = [key for (key,) in packed.execute(f"select {key} from packed.{table} order by rowid").fetchall()]
        assert keys == sorted(keys), table


@pytest.mark.parametrize("table", [one.table for one in kept_answers.tables(SQL)])
def test_kept_answers_lie_by_year_and_unit(table, answered):
    told = answered.execute(f"select fiscal_year, unit_name from packed.{table} order by rowid").fetchall()
    assert told == sorted(told)


def test_the_index_leads_to_every_report_that_prints_a_number(packed):
    printed = "select report_id, coalesce(value_yuan, value) as number from {0} where value is not null"
    lacking = f"""select try_cast(floor(number * 100) as bigint), report_id
        from ({printed.format("reading.amount")} union all {printed.format("reading.claim")})
        except select cents, report_id from packed.stored.value join packed.stored.report using (report)"""
    assert packed.execute(lacking).fetchall() == []
    listed = packed.execute("select cents from packed.stored.value where cents is not null order by rowid").fetchall()
    cents = [cents for (cents,) in listed]
    assert cents == sorted(cents)
    assert len(cents) > 100


def test_no_table_is_stored_twice(packed):
    listed = packed.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where database_name = 'packed'"
    ).fetchall()
    assert not packing.views(SQL).keys() & {name for (name,) in listed}


def test_no_other_report_is_cited_than_those_looked_at(packed):
    """The desk looks for instances of a number in its own report and those beside it alone (sql/desk/citing.sql)."""
    cited = """select distinct report.report_id, other.report_id from checks.term join reading.report as report using (report_id)
        join reading.report as other on other.report_id[:16] = amount_id[:16] and other.report_id != report.report_id"""
    beside = (
        "select report_id, other_id from checks.related_report union select report_id, stated_by from star.budget_text"
    )
    found = set(packed.execute(cited).fetchall())
    assert found
    assert found <= set(packed.execute(beside).fetchall())
