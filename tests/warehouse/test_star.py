"""The star: additive leaves that lead back to page and box, keyed by year, unit and classification."""

from decimal import Decimal

import duckdb
import pytest

from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import SQL, Places
from pipelines.warehouse import build, creation, database, models
from tests.support.desk import desk
from tests.support.figures import figures
from tests.support.paper import layouts, paper

ALL_FUNDS = """
select sum(amount_yuan) from star.fact_expenditure
join star.dim_unit using (unit_key) join star.dim_function using (function_key)
where unit_name = '中共上海市普陀区委社会工作部' and fiscal_year = 2024 and scope = 'all_funds'
"""


@pytest.fixture(scope="module")
def real(tmp_path_factory, real_report) -> duckdb.DuckDBPyConnection:
    """The warehouse of the four real final accounts."""
    raw = tmp_path_factory.mktemp("real")
    places = Places(raw, tmp_path_factory.mktemp("warehouse"))
    for part in ("社会工作部", "西南大学", "改动版", "东城"):
        (raw / f"{part}.pdf").write_bytes(real_report(part).read_bytes())
    list(batch.read_all(raw_files(raw), places, 2))
    build.build(places, raw_files(raw), 1)
    return database.connect(places.database)


@pytest.mark.parametrize(
    ("condition", "yuan"),
    [("", "3078200.00"), ("and function_code = '2013901'", "513200.00"), ("and nature = 'project'", "2022400.00")],
)
def test_expenditure_of_a_real_department(condition, yuan, real):
    assert real.execute(ALL_FUNDS + condition).fetchone() == (Decimal(yuan),)


def test_income_of_a_real_university(real):
    """430,725.03 万元 is printed; its 27 leaves by source, each rounded on its own, add up to a cent of 万元 more."""
    sql = (
        "select sum(amount_yuan), count(*) from star.fact_income join star.dim_unit using (unit_key)"
        " where unit_name = '西南大学' and fiscal_year = 2023"
    )
    total, leaves = real.execute(sql).fetchone()
    assert total == Decimal("4307250400")
    assert abs(total - Decimal("4307250300")) <= 50 * (leaves + 1)


def test_regions_of_real_units(real):
    rows = dict(real.execute("select unit_name, region_code from star.dim_unit where has_report").fetchall())
    assert rows == {
        "中共上海市普陀区委社会工作部": "310107",
        "上海市普陀区财政局": "310107",
        "西南大学": None,
        "北京市东城区科学技术和信息化局": "110101",
    }


REAL = [
    ("上海市普陀区财政局", "N-01", 18),  # 收入支出总计 0 万元, T1 has 2,995.39
    ("上海市普陀区财政局", "N-02", 18),  # so that 减少 56.95 is no 1.87%
    ("上海市普陀区财政局", "N-07", 19),  # 71.73% where 2,106.66 / 2,940.05 is 71.65%
    ("上海市普陀区财政局", "N-07", 19),  # so that the shares add up to 100.07
    ("上海市普陀区财政局", "N-11", 21),  # 个人农业生产补贴 is named, its row of T6 is blank
    ("上海市普陀区财政局", "N-12", 22),  # the 三公 row is blank, the prose has a budget of 0.95
    ("上海市普陀区财政局", "N-24", 19),  # 决算数大于预算数: 1,511.89 against 1,560.05
    ("上海市普陀区财政局", "N-24", 20),  # 大于: 80.38 against 80.81
    ("上海市普陀区财政局", "N-24", 21),  # 等于: 60.99 against 62.29
    ("上海市普陀区财政局", "N-28", 24),  # 截至2023年12月31日
    ("上海市普陀区财政局", "S-01", None),  # 支出决算表 is missing
    ("上海市普陀区财政局", "S-02", 18),  # part three is headed 2023年度
    ("上海市普陀区财政局", "S-06", 7),  # XX局 in a heading
    ("上海市普陀区财政局", "S-07", 25),  # 国有资本经营预算财政拨款。。
    ("中共上海市普陀区委社会工作部", "B-03", 18),  # 完成年初预算的95.89% is of the 全年预算
    ("中共上海市普陀区委社会工作部", "N-07", 18),  # 29.42 / 307.82 is 9.56%, 9.55 is printed so that the shares add up
    ("中共上海市普陀区委社会工作部", "N-11", 20),  # 邮电费 is named, its row of T6 says 0.00
    ("中共上海市普陀区委社会工作部", "N-18", 22),  # 21.07 won by small firms twice, of 21.07 in all
    ("中共上海市普陀区委社会工作部", "S-06", 15),  # 仍保留该表格式，并在本表下方作下述说明
    ("中共上海市普陀区委社会工作部", "S-06", 16),  # the same under the next form
    ("中共上海市普陀区委社会工作部", "ZB", 17),
    ("中共上海市普陀区委社会工作部", "ZB", 17),
    ("中共上海市普陀区委社会工作部", "ZB", 18),
    ("中共上海市普陀区委社会工作部", "ZB", 21),
    ("北京市东城区科学技术和信息化局", "C-26", 8),  # 本单位所属1个行政单位, where it is 本部门 everywhere else
    ("北京市东城区科学技术和信息化局", "N-28", 14),  # 截至2022年12月31日 in the evaluation of 2023
    ("北京市东城区科学技术和信息化局", "ZB", 5),  # 增长100% on a budget of 0
    ("西南大学", "N-04", 17),  # 2,536.65 / 457,676.75 is 0.55%, 0.56 is printed
]  # fmt: skip
"""Every violation of the real reports, looked at on its page: all are the publisher's."""


def test_real_reports_hold_no_violation_but_the_publishers(real):
    found = real.execute(
        "select unit_name, identity_id, page from checks.violation order by unit_name, identity_id, page"
    ).fetchall()
    assert found == REAL
    missing = real.execute(
        "select distinct identity_id from checks.outcome join star.dim_unit using (unit_key)"
        " where unit_name = '上海市普陀区财政局' and reason = 'form missing: T3' order by 1"
    ).fetchall()
    needing = {
        i
        for (i,) in real.execute(
            "select identity_id from reference.identity where list_contains(needs, 'T3') and beside is null"
        ).fetchall()
    }
    assert {i for (i,) in missing} == needing | {"N-04"}  # what the prose says of T3


def test_every_real_fact_leads_to_a_page_and_a_box(real):
    for fact in facts():
        sql = (
            f"select count(*) from {fact} f left join reading.amount a using (amount_id)"
            " left join reading.claim c on c.claim_id = f.amount_id where coalesce(a.page, c.page) is null or coalesce(a.bbox, c.bbox) is null"
        )
        assert real.execute(sql).fetchone() == (0,)


def facts() -> list[str]:
    return [m.table for m in models.models(SQL) if m.name.startswith("fact_")]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> tuple[duckdb.DuckDBPyConnection, figures.Report]:
    """A warehouse of one report whose every figure is known, printed in 元 so that sums are exact."""
    report, layout = figures.report(21), layouts.layout("all_in_yuan")
    return desk.filled(tmp_path_factory.mktemp("drawn"), [desk.reading(report, layout)], described=True), report


@pytest.mark.parametrize(
    ("sql", "form", "column"),
    [
        ("select sum(amount_yuan) from star.fact_income", "T2", "total"),
        ("select sum(amount_yuan) from star.fact_expenditure where scope = 'all_funds'", "T3", "total"),
        ("select sum(amount_yuan) from star.fact_expenditure where scope = 'general_budget'", "T5", "total"),
        (
            "select sum(amount_yuan) from star.fact_expenditure where scope = 'general_budget' and nature = 'basic'",
            "T5",
            "basic",
        ),
        ("select sum(amount_yuan) from star.fact_expenditure where scope = 'government_fund'", "T8", "total"),
        ("select sum(amount_yuan) from star.fact_expenditure where scope = 'state_capital'", "T9", "total"),
    ],
)
def test_facts_add_up_to_the_printed_total(sql, form, column, drawn):
    connection, report = drawn
    assert connection.execute(sql).fetchone()[0] == report.yuan(form, column, line="total")


def test_three_public_items_add_up_by_phase(drawn):
    connection, report = drawn
    for phase in ("budget", "final"):
        (total,) = connection.execute(
            "select sum(amount_yuan) from star.fact_three_public where phase = ?", [phase]
        ).fetchone()
        assert total == report.yuan("T7", f"{phase}_total")


def test_basic_expenditure_adds_up(drawn):
    connection, report = drawn
    (total,) = connection.execute("select sum(amount_yuan) from star.fact_basic_expenditure").fetchone()
    assert total == report.yuan("T5", "basic", line="total")


@pytest.mark.parametrize("form", ["T1", "T4"])
def test_both_sides_of_the_balance_add_up_to_the_total(form, drawn):
    connection, report = drawn
    sides = connection.execute(
        "select side, sum(amount_yuan) from star.fact_balance where form = ? group by side", [form]
    )
    assert dict(sides.fetchall()) == dict.fromkeys(
        ("income", "expenditure"), report.yuan(form, "amount", line="income_grand_total", panel="left")
    )


def test_classification_rows_follow_the_year(drawn):
    connection, _ = drawn
    name = "select function_name from star.dim_function where function_code = '20805' and ? between valid_from and valid_to"
    assert connection.execute(name, [2018]).fetchone() == ("行政事业单位离退休",)
    assert connection.execute(name, [2024]).fetchone() == ("行政事业单位养老支出",)


def test_republished_report_is_a_new_version_and_both_are_kept(places):
    layout = layouts.layout("shanghai_one_column")
    folder = places.raw / "2024"
    folder.mkdir()
    for name, seed in (("a.pdf", 4), ("b.pdf", 5)):
        paper.draw(layouts.paper(figures.report(seed, unit="样本市样本区民政局"), layout), folder / name, layout.style)
    (folder / "copy of a.pdf").write_bytes((folder / "a.pdf").read_bytes())
    list(batch.read_all(raw_files(places.raw), places, 1))
    build.build(places, raw_files(places.raw), 1)
    with database.connect(places.database) as connection:
        versions = connection.execute(
            "select version, is_current, file from star.dim_report order by version"
        ).fetchall()
        assert versions == [(1, False, "2024/a.pdf"), (2, True, "2024/b.pdf")]
        assert connection.execute("select count(distinct report_id) from star.fact_income").fetchone() == (1,)
        assert connection.execute("select count(distinct report_id) from reading.amount").fetchone() == (2,)
        assert connection.execute("select count(*) from raw.file").fetchone() == (3,)


def test_every_table_and_column_of_the_warehouse_is_described(drawn):
    connection, _ = drawn
    bare = connection.execute(
        "select schema_name || '.' || table_name || '.' || column_name from duckdb_columns()"
        " where schema_name in ('reading', 'star', 'checks') and table_name != 'shelf' and comment is null"
    ).fetchall()
    assert bare == []
    tables = {m.table for m in models.models(SQL)}
    described = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where comment is not null"
    ).fetchall()
    assert tables <= {table for (table,) in described}


def test_columns_of_other_years_budgets_and_shares_never_enter_the_facts(tmp_path):
    connection = desk.filled(tmp_path, [desk.reading(figures.report(23), layouts.layout("all_in_yuan"))])
    before = {fact: connection.execute(f"select * from {fact} order by all").fetchall() for fact in facts()}
    for key in (
        "last_year",
        "other_year",
        "initial_budget",
        "annual_budget",
        "budget",
        "change",
        "share",
        "income_basic",
    ):
        connection.execute(
            "insert into reading.amount select * replace (amount_id || ? as amount_id, ? as column_key) from reading.amount"
            " where form in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T8') and column_key in ('total', 'amount', 'basic')"
            " and length(amount_id) < 40",
            [key, key],
        )
    for model in models.models(SQL):
        if model.table == "reading.printed_row" or model.table in before:
            creation.create(connection, model)
    assert {fact: connection.execute(f"select * from {fact} order by all").fetchall() for fact in facts()} == before
