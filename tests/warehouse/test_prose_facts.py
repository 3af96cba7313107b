"""A report without tables still answers; where tables and prose both give a fact, the table's is the star's."""

from dataclasses import replace
from decimal import Decimal

import duckdb
import pytest

from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import Places
from pipelines.warehouse import build, database
from tests.support.desk import desk
from tests.support.figures import figures
from tests.support.paper import layouts, paper


def built(raw, folder) -> duckdb.DuckDBPyConnection:
    places = Places(raw, folder)
    list(batch.read_all(raw_files(raw), places, 2))
    build.build(places, raw_files(raw), 1)
    return database.connect(places.database)


@pytest.fixture(scope="module")
def dongcheng(tmp_path_factory, real_report) -> duckdb.DuckDBPyConnection:
    """The warehouse of a real report that is prose only."""
    raw = tmp_path_factory.mktemp("raw")
    (raw / "prose.pdf").write_bytes(real_report("科学技术和信息化局").read_bytes())
    return built(raw, tmp_path_factory.mktemp("warehouse"))


def wan(connection: duckdb.DuckDBPyConnection, sql: str) -> list:
    """The amounts of a query in 万元."""
    return [row[0] / 10_000 for row in connection.execute(sql).fetchall()]


def test_expenditure_comes_from_the_prose(dongcheng):
    items = "select amount_yuan from star.fact_expenditure where scope = 'general_budget' and origin = 'prose'"
    assert len(wan(dongcheng, items)) == 19
    assert sum(wan(dongcheng, items)) == Decimal("10898.36")
    parts = "select amount_yuan from star.fact_expenditure where scope = 'all_funds' order by nature"
    assert wan(dongcheng, parts) == [Decimal("1729.89"), Decimal("9168.46")]
    classes = "select sum(amount_yuan) from star.fact_expenditure join star.dim_function using (function_key) where scope = 'general_budget' group by class_code order by class_code"
    assert wan(dongcheng, classes) == [
        Decimal(t) for t in ("3900.51", "5290.17", "223.02", "137.31", "244.23", "1103.12")
    ]


def test_four_items_stand_twice_once_for_each_unit(dongcheng):
    twice = dongcheng.execute(
        "select function_code from star.fact_expenditure join star.dim_function using (function_key)"
        " where scope = 'general_budget' group by function_code having count(*) = 2 order by 1"
    ).fetchall()
    assert twice == [("2080505",), ("2080506",), ("2210201",), ("2210203",)]


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("section = 'expenditure' and subject = 'expenditure_total' and role = 'value'", "10898.35"),
        ("subject = 'procurement_goods' and role = 'value'", "478.06"),
        ("subject = 'procurement_works' and role = 'value'", "0"),
        ("subject = 'procurement_services' and role = 'value'", "2930.17"),
        ("subject = 'fixed_assets' and role = 'value'", "1178.80"),
        ("subject = 'running_costs' and role = 'value'", "28.32"),
        ("subject = 'three_public' and role = 'value'", "1.04"),
        ("subject = 'three_public' and role = 'budget'", "2.72"),
    ],
)
def test_other_facts_are_claims(condition, wanted, dongcheng):
    assert wan(dongcheng, f"select amount_yuan from star.fact_claim where {condition}") == [Decimal(wanted)]


def test_the_score_is_the_sum_of_its_parts(dongcheng):
    parts = "select label, max(quantity) from star.fact_claim where subject = '{}' and role = 'score' group by label order by label"
    whole = dongcheng.execute(parts.format("score")).fetchall()  # of the sentences, and of the table that repeats them
    assert whole == [("", Decimal("88.93")), ("综合得分", Decimal("88.93"))]
    assert sum(q for _, q in dongcheng.execute(parts.format("score_part")).fetchall()) == Decimal("88.93")


def test_three_public_with_phases_and_counts(dongcheng):
    rows = dongcheng.execute(
        "select phase, sum(amount_yuan) from star.fact_three_public where measure = 'amount' group by phase order by phase"
    ).fetchall()
    assert rows == [("budget", Decimal(27200)), ("final", Decimal(10400))]
    counts = dongcheng.execute(
        "select category, measure, count::int from star.fact_three_public where measure != 'amount' order by category"
    ).fetchall()
    assert counts == [("purchase", "vehicles", 0), ("running", "vehicles", 2)]


def test_every_fact_leads_to_the_span_it_was_said_in(dongcheng):
    facts = ("fact_expenditure", "fact_income", "fact_balance", "fact_three_public", "fact_claim")
    for fact in facts:
        lost = dongcheng.execute(
            f"select count(*) from star.{fact} left join reading.claim on claim_id = amount_id"
            " left join reading.sentence as said on said.report_id = claim.report_id and said.sentence = claim.sentence"
            " where bbox is null or (said.printed is null and claim.sentence is not null)"
        ).fetchone()
        assert lost == (0,), fact


def test_identities_that_need_tables_are_not_evaluable_and_no_table_is_called_missing(dongcheng):
    reasons = dongcheng.execute(
        "select distinct outcome, reason from checks.outcome join reference.identity using (identity_id)"
        " where len(needs) > 0 and beside is null"
    ).fetchall()
    assert reasons == [("not_evaluable", "no tables in this report")]
    found = dongcheng.execute("select identity_id from checks.violation order by all").fetchall()
    assert found == [
        ("C-26",),
        ("N-28",),
        ("ZB",),
    ]  # 本单位 in a report of a 部门; a date of the year before; 100% from zero


def test_what_is_not_there_is_named(dongcheng):
    """Nothing printed is said of no identity of forms, and of none whose head says what is missing."""
    reasons = dongcheng.execute(
        "select identity_id, silent, reason from checks.outcome join reference.identity using (identity_id)"
        " where outcome = 'not_evaluable' and instance = '' and beside is null and (family in ('W', 'C', 'I', 'S') or silent is not null)"
    ).fetchall()
    told = {identity_id: reason for identity_id, _, reason in reasons}
    assert {told[key] for key in ("I-01", "S-01", "S-10", "W3-03", "N-44", "B-04") if key in told} == {
        "no tables in this report"
    }
    assert (told["N-39"], told["B-05"]) == ("nothing is said twice", "no budget of the year printed")
    assert "nothing printed" not in told.values()


def test_units_named_in_the_report_belong_to_it(dongcheng):
    rows = dongcheng.execute(
        "select unit.unit_name, unit.has_report, parent.unit_name from star.dim_unit as unit"
        " left join star.dim_unit as parent on parent.unit_key = unit.parent_unit_key order by unit.has_report"
    ).fetchall()
    department = "北京市东城区科学技术和信息化局"
    assert rows == [
        ("北京市东城区信息中心（北京市东城区中小企业服务中心）", False, department),
        (department, True, None),
    ]


def test_a_drawn_report_with_tables_takes_no_fact_from_its_prose(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    layout = layouts.layout("shanghai_one_column")
    paper.draw(layouts.paper(figures.report(12), layout), raw / "tables.pdf", layout.style)
    connection = built(raw, tmp_path / "warehouse")
    for fact in ("fact_expenditure", "fact_income", "fact_balance", "fact_basic_expenditure"):
        assert connection.execute(f"select distinct origin from star.{fact}").fetchall() == [("table",)]
    differing = connection.execute(
        "select count(*), count(*) filter (abs(told.value_yuan - amount.value_yuan) > told.half_step_yuan + amount.half_step_yuan)"
        " from reading.claim_cell as told join reading.amount as amount on amount.report_id = told.report_id"
        " and amount.form = told.form and amount.column_key = told.column_key and coalesce(amount.code, '') = coalesce(told.code, '')"
        " and coalesce(amount.line, '') = coalesce(told.line, '') and not amount.is_within"
        " and (told.panel is null or told.panel = '' or amount.panel = told.panel)"
    ).fetchone()
    assert differing[0] > 20
    assert differing[1] == 0


TOTALS = "收、支总计15101.92万元。"
ITEM = "13.住房保障支出（类）住房改革支出（款）购房补贴（项）。"
INCOME = "2024年度本年收入合计14859.99万元，"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TOTALS, f"{TOTALS}具体情况如下：财政拨款收入11221.14万元。基本支出3992.82万元，项目支出8873.97万元。"),
        (INCOME, f"{INCOME}财政拨款收入11221.14万元。"),
        (ITEM, f"{ITEM[:-1]}35.33万元，主要用于购房补贴。"),
    ],
)
def test_what_the_prose_says_twice_is_one_fact(old, new, tmp_path):
    report, layout = figures.report(3), layouts.layout("shanghai_one_column")
    sums = []
    for name, words in (("once", ()), ("twice", ((old, new),))):
        told = replace(desk.reading(report, layout, *words), forms=())
        found = desk.filled(tmp_path / name, [told])
        facts = "select 'in', source, amount_yuan from star.fact_income union all select scope, nature, sum(amount_yuan) from star.fact_expenditure group by all order by all"
        sums.append(found.execute(facts).fetchall())
        assert found.execute("select count(*) from checks.prose_claim where role = 'value'").fetchone() > (20,)
    assert sums[0] == sums[1] != []
