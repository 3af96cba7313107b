"""What the forms of a budget become in the star, beside the final accounts and apart from them."""

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal, localcontext
from pathlib import Path

import duckdb
import pytest

from pipelines.findings.localization.load import reports_with_violations, stories_of
from pipelines.forms.forms import Amount, Form
from pipelines.reading import parcels
from pipelines.reading.readings import Reading
from pipelines.settings import SQL
from pipelines.vocabulary.numbers import Number
from pipelines.warehouse import judging
from pipelines.warehouse.judging import By
from tests.support.desk import corpus, desk, paragraphs
from tests.support.desk.asking import asked
from tests.support.desk.budgets import families
from tests.support.desk.budgets import figures as budget_figures
from tests.support.desk.budgets.wuxi import wuxi
from tests.support.figures import figures
from tests.support.paper import budget_sets, budgets, layouts
from tests.support.paper.budgets import SAMPLE, reading, sheets

FINAL = desk.reading(figures.report(3), layouts.layout("shanghai_one_column"))
FACTS = ("balance", "income", "expenditure", "basic_expenditure", "three_public", "procurement")


@pytest.fixture(scope="module")
def star(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """A final account, and one budget in each of two sets."""
    of_wuxi = replace(SAMPLE, unit="无锡市样本应急管理局", year=2026)
    drawn = [FINAL, reading(SAMPLE, sheets(SAMPLE, "shanghai")), reading(of_wuxi, sheets(of_wuxi, "wuxi"))]
    return desk.filled(tmp_path_factory.mktemp("budgets"), drawn)


def summed(star: duckdb.DuckDBPyConnection, fact: str, where: str, by: str) -> dict[str, int]:
    rows = star.execute(
        f"select {by}, sum(amount_yuan) from star.fact_budget_{fact} where {where} group by all"
    ).fetchall()
    return {key: int(amount) for key, amount in rows}


def test_expenditure_adds_up_to_what_is_printed(star):
    general, fund = SAMPLE.total("general"), SAMPLE.total("fund")
    both = {"basic": general[0] + fund[0], "project": general[1] + fund[1]}
    assert summed(star, "expenditure", "fiscal_year = 2024 and scope = 'all_funds'", "nature") == both
    assert summed(star, "expenditure", "fiscal_year = 2024", "scope") == {
        "all_funds": sum(both.values()), "general_budget": sum(general), "government_fund": sum(fund),
    }  # fmt: skip
    assert summed(star, "expenditure", "fiscal_year = 2026 and scope = 'fiscal_appropriation'", "nature") == both


def test_leaves_alone_are_facts(star):
    codes = star.execute(
        "select function_code, amount_yuan from star.fact_budget_expenditure join star.dim_function using (function_key)"
        " where fiscal_year = 2024 and scope = 'general_budget' order by all"
    ).fetchall()
    assert codes == sorted(
        (code, Decimal(amount)) for code, both in SAMPLE.general.items() for amount in both if amount
    )


def test_income_by_function_or_in_one_sum(star):
    both = sum(SAMPLE.total("general", "fund"))
    assert summed(star, "income", "fiscal_year = 2024", "source") == {"fiscal": both}
    assert summed(star, "income", "fiscal_year = 2026 and function_key = 'all:0'", "source") == {
        "general_budget": sum(SAMPLE.total("general")), "government_fund": sum(SAMPLE.total("fund")),
    }  # fmt: skip


def test_balance_counts_each_money_once(star):
    both = sum(SAMPLE.total("general", "fund"))
    for form in ("P1", "P4"):
        assert summed(star, "balance", f"form = '{form}'", "side") == {"income": both, "expenditure": both}
    assert summed(star, "balance", "form = 'P4' and side = 'expenditure'", "fund") == {
        "general_budget": sum(SAMPLE.total("general")), "government_fund": sum(SAMPLE.total("fund")),
    }  # fmt: skip


def test_basic_expenditure_three_public_and_procurement(star):
    assert summed(star, "basic_expenditure", "true", "scope") == {"general_budget": sum(SAMPLE.economic.values())}
    abroad, reception, _, running = SAMPLE.three_public
    assert summed(star, "three_public", "true", "category") == {
        "abroad": abroad,
        "reception": reception,
        "running": running,
    }
    assert summed(star, "procurement", "true", "category") == {"goods": 10_000, "services": 20_000}


def test_budgets_change_nothing_of_final_accounts(star, tmp_path):
    alone = desk.filled(tmp_path, [FINAL])
    for table in (
        "dim_report",
        "fact_expenditure",
        "fact_income",
        "fact_balance",
        "fact_basic_expenditure",
        "fact_three_public",
    ):
        rows = [one.execute(f"select * from star.{table} order by all").fetchall() for one in (alone, star)]
        assert rows[0] == rows[1], table
    assert alone.execute("select count(*) from star.dim_budget").fetchone() == (0,)
    counted = "select count(*), count(residual) from checks.outcome join reference.identity using (identity_id) where kind = 'final'"
    judged = [one.execute(counted).fetchone() for one in (alone, star)]
    assert judged[0] == judged[1]


def test_a_budget_is_not_kept_out_and_needs_no_reason(star):
    """Of a budget whose forms are read nothing is said; of one without forms it is."""
    [reading] = judging.judge(asked(star), ["reading"], By.KINDS)
    results = {r.expectation.name: r for r in reading.results}
    assert results["quarantine_has_reason"].passed
    assert asked(star).ask("summary/held").fetchall() == []


def test_every_fact_leads_to_its_unit_and_printed_amount(star):
    for fact in FACTS:
        rows, lost = star.execute(
            "select count(*), count(*) filter (not exists (from star.dim_unit where unit_key = f.unit_key)"
            " or not exists (from reading.amount as a where a.amount_id = f.amount_id and a.value_yuan = f.amount_yuan))"
            f" from star.fact_budget_{fact} as f"
        ).fetchone()
        assert rows > lost == 0, fact


def test_the_later_file_is_current(tmp_path):
    first = reading(SAMPLE, sheets(SAMPLE, "shanghai"))
    then = replace(first, document=replace(first.document, created="D:20240301"))
    found = desk.filled(tmp_path, [replace(first, document=replace(first.document, created="D:20240201")), then])
    assert found.execute("select version, is_current from star.dim_budget order by version").fetchall() == [
        (1, False),
        (2, True),
    ]


def test_tables_without_unit_or_year_are_those_whose_totals_a_text_states(tmp_path: Path):
    """Beijing: 报表 names no unit, or no year either; 情况说明 that states its totals does."""
    nameless = reading(SAMPLE, sheets(SAMPLE, "shanghai"))
    nameless = replace(nameless, status="quarantined", disclosure=replace(nameless.disclosure, unit=None, level=None))
    yearless = replace(nameless, disclosure=replace(nameless.disclosure, year=None))
    said = desk.reading(figures.report(3), layouts.layout("shanghai_one_column"))
    text = replace(
        said,
        status="registered",
        forms=(),
        disclosure=replace(said.disclosure, kind="budget", year=2024, unit="北京市样本局"),
    )
    basic, project = SAMPLE.total("general", "fund")

    def stating(*amounts: int) -> Reading:
        money = [c for c in text.prose.claims if c.role == "value" and c.counted_in == "万元"][: len(amounts)]
        stated = (replace(c, number=Number(Decimal(yuan) / 10_000, 2)) for c, yuan in zip(money, amounts, strict=True))
        return replace(text, prose=replace(text.prose, claims=tuple(stated)))

    totals = (basic + project, basic, project)
    cases = [
        (nameless, totals, ("北京市样本局", 2024)),
        (yearless, totals, ("北京市样本局", 2024)),
        (nameless, (*totals[:2], 1), None),
    ]
    for case, (tables, amounts, said) in enumerate(cases):
        found = desk.filled(tmp_path / str(case), [tables, stating(*amounts)], unfiled=tables is yearless)
        assert (
            found.execute("select unit_name, fiscal_year from star.dim_budget where form_count > 0").fetchone() == said
        )


def test_a_text_is_judged_alone_where_its_tables_are_not_there_and_what_nobody_judges_is_told(tmp_path: Path):
    tables = reading(SAMPLE, sheets(SAMPLE, "shanghai"))
    said = paragraphs.claims(
        "三、支出预算情况说明", "2024年支出预算10.00万元，比2023年预算9.00万元增加1.00万元，增长12.11%。", "八、国有资产占有使用情况说明", "截至2023年底，单位价值100万元以上的设备7台（套）。", year=2024, of_budget=True
    )  # fmt: skip
    text = replace(tables, status="registered", forms=(), prose=replace(tables.prose, claims=tuple(said)))
    alone = desk.filled(tmp_path / "alone", [text])
    assert alone.execute("select version, is_current, form_count from star.dim_budget").fetchall() == [(None, True, 0)]
    judged = "select identity_id, outcome from checks.outcome where outcome in ('exact', 'violation') order by all"
    found = alone.execute(judged).fetchall()
    assert [one for one in found if not one[0].startswith("PS-")] == [  # words are judged, too
        ("PN-07", "exact"), ("PN-08", "violation"), ("PN-23", "exact"), ("PN-31", "exact"), ("PN-81", "exact"),
    ]  # fmt: skip
    of_tables = "select distinct reason from checks.outcome where starts_with(identity_id, 'P3')"
    assert alone.execute(of_tables).fetchall() == [("no tables in this report",)]
    beside = desk.filled(tmp_path / "beside", [text, tables])
    known = beside.execute(
        "select version, is_current, form_count > 0 from star.dim_budget order by version"
    ).fetchall()
    assert known == [(1, True, True), (None, False, False)]
    for found in (alone, beside):
        [(counted,)] = found.execute(
            "select count(*) from checks.unjudged where text = '7' and form is null"
        ).fetchall()
        assert counted == 1


def test_a_budget_of_unknown_unit_is_in_no_sum(tmp_path):
    nameless = reading(SAMPLE, sheets(SAMPLE, "shanghai"))
    nameless = replace(nameless, status="quarantined", disclosure=replace(nameless.disclosure, unit=None))
    found = desk.filled(tmp_path, [nameless])
    assert [found.execute(f"select count(*) from star.fact_budget_{fact}").fetchone() for fact in FACTS] == [(0,)] * 6


def test_the_sets_are_read_whole():
    for place in ("shanghai", "wuxi"):
        drawn = sheets(SAMPLE, place)
        one = reading(SAMPLE, drawn)
        assert [form.key for form in one.forms] == [sheet.key for sheet in drawn]
        assert not [doubt for doubt in one.doubts if doubt.held], place
    assert budgets.SAMPLE.total("general")[0] == sum(SAMPLE.economic.values())


def test_the_sets_of_all_places_are_read_whole_and_violate_nothing(tmp_path: Path):
    """Thirteen sets of cities and the centre: each form as what it is, nothing held, every identity that speaks of it holds."""
    readings = []
    for profile in budget_sets.PROFILES:
        own = replace(SAMPLE, year=2026, unit=f"{profile.place}市样本局")
        drawn = list(budget_sets.drawn(own, profile))
        one = reading(own, drawn, profile.label)
        assert [form.key for form in one.forms] == [sheet.key for sheet in drawn], profile.place
        assert not [doubt for doubt in one.doubts if doubt.held], profile.place
        readings.append(one)
    found = desk.filled(tmp_path, readings)
    assert (
        found.execute("select unit_name, identity_id, instance, stated, expected from checks.violation").fetchall()
        == []
    )
    judged = "select count(distinct report_id) from checks.outcome where outcome = 'exact' and identity_id in ('PC-01', 'P1-01', 'P5-02', 'P7-01')"
    assert found.execute(judged).fetchone() == (len(readings),)


def test_a_budget_is_none_that_check_refuses():
    """Its forms are read, so it is judged."""
    one = reading(SAMPLE, sheets(SAMPLE, "shanghai"))
    assert parcels.pack("0" * 64, "budget.pdf", one, 0.0).refusal == ""


def test_a_unit_with_a_budget_alone_lacks_no_final_account(star):
    """Who has published a final account is not asked of it."""
    coverage = (SQL / "questions" / "coverage.sql").read_text(encoding="utf-8")
    listed = {row[0] for row in star.execute(f"select unit_name from ({coverage})").fetchall()}
    assert FINAL.disclosure.unit in listed
    assert "无锡市样本应急管理局" not in listed


def test_sound_budgets_are_judged_and_violate_nothing(star):
    judged = "select identity_id, outcome from checks.outcome join reference.identity using (identity_id) where kind = 'budget'"
    found = star.execute(judged).fetchall()
    assert {outcome for _, outcome in found} == {"exact", "not_evaluable"}
    assert {"P1-05", "P3-02", "P4-06", "P7-01", "PC-02", "PC-19", "PU4-02"} <= {
        key for key, outcome in found if outcome == "exact"
    }


def test_a_row_that_is_withheld_is_no_misprint(tmp_path: Path):
    """Its amounts lack below its parent in every column alike; a parent printed too large in one column alone is wrong."""
    sound = families.family(0, "样本市样本局")[1]

    def outcomes(number: int, change: Callable[[Amount], Amount | None]) -> set[tuple[str, str | None]]:
        forms = [
            replace(f, amounts=tuple(filter(None, map(change, f.amounts)))) if f.key == "P3" else f for f in sound.forms
        ]
        one = desk.filled(tmp_path / str(number), [replace(sound, forms=tuple(forms))])
        parent = "select outcome, reason from checks.outcome where identity_id = 'P3-02' and instance in ('P3 20103 total', 'P3 20103 project')"
        return set(one.execute(parent).fetchall())

    def larger(amount: Amount) -> Amount:
        is_parent = amount.code == "20103" and amount.column == "total" and amount.number
        return replace(amount, number=replace_value(amount.number)) if is_parent and amount.number else amount

    def replace_value(number: Number) -> Number:
        return Number(number.value * 10, number.decimals)

    assert outcomes(0, lambda amount: None if amount.code == "2010301" else amount) == {
        ("not_evaluable", "rows withheld")
    }
    assert outcomes(1, larger) == {("violation", None), ("exact", None)}

    def withheld_and_larger(amount: Amount) -> Amount | None:
        is_project = amount.code == "20103" and amount.column == "project" and amount.number
        if amount.code == "2010301":
            return None
        return replace(amount, number=replace_value(amount.number)) if is_project and amount.number else amount

    assert outcomes(2, withheld_and_larger) == {("not_evaluable", "rows withheld")}


def test_a_class_that_a_balance_lacks_is_withheld_where_the_rows_of_expenditure_are(tmp_path: Path):
    """军民融合办: P1 lacks money of a class that P3 withholds; where P3 prints it, P1 is wrong."""
    sound = wuxi(budget_figures.figures(1, "样本市样本局", 2025))

    def without_class(*keys: str) -> tuple[Form, ...]:
        kept = (
            tuple(a for a in f.amounts if f.key not in keys or not (a.code or "").startswith("201"))
            for f in sound.forms
        )
        return tuple(replace(f, amounts=amounts) for f, amounts in zip(sound.forms, kept, strict=True))

    cases = {("P1", "P3"): ("not_evaluable", "rows withheld"), ("P1",): ("violation", None)}
    for keys, outcome in cases.items():
        found = desk.filled(tmp_path / "".join(keys), [replace(sound, forms=without_class(*keys))])
        judged = "select outcome, reason from checks.outcome where identity_id = 'P1-03'"
        assert found.execute(judged).fetchall() == [outcome]


def test_prose_that_cuts_the_last_digit_is_no_misprint(tmp_path: Path):
    with localcontext(rounding=ROUND_DOWN):
        cut = families.family(0, "样本市样本局")
    found = desk.filled(tmp_path, cut).execute(
        "select outcome, count(*) filter (abs(residual) > 50) from checks.outcome where identity_id in ('PN-01', 'PN-02') group by outcome"
    )
    lacking = dict(found.fetchall())
    assert lacking["rounding"] > 5 and "violation" not in lacking


def test_growth_on_execution_is_judged_though_execution_and_plan_are_two_statements(tmp_path: Path):
    """司法局 2026: 43269.3 for 3269.43; an item without money the year before has no growth to judge."""
    said = (
        "2026年部门预算编制说明",
        "1、公共安全支出（204类）司法（06款）行政运行（01项）1672.67万元。主要用于：行政单位的基本支出。"
        "2025年当年预算执行数为1690.69万元，2026年预算安排1672.67万元，比2025年预算执行数减少1.07%。",
        "2、公共安全支出（204类）司法（06款）其他司法支出（99项）3845.49万元。主要用于：依法治区。"
        "2025年当年预算执行数为43269.3万元，2026年预算安排3845.49万元，比2025年预算执行数增加17.62%。",
        "3、公共安全支出（204类）司法（06款）普法宣传（05项）25万元。主要用于：法制宣传。"
        "2025年当年预算执行数为0万元，2026年预算安排25万元，比2025年预算执行数增加100%。",
    )
    budget = wuxi(budget_figures.figures(0, "样本市样本局", 2026))
    found = desk.filled(tmp_path, [replace(budget, prose=paragraphs.prose_of_budget(*said, year=2026))])
    judged = found.execute("select code, outcome, reason from checks.outcome where identity_id = 'PN-08' order by all")
    assert judged.fetchall() == [
        ("2040601", "exact", None), ("2040605", "not_evaluable", "base is zero"), ("2040699", "violation", None),
    ]  # fmt: skip
    [story] = stories_of(asked(found), reports_with_violations(asked(found)))
    [suspect] = story.sets[0].suspects
    assert (suspect.printed, suspect.slip.kind) == (Decimal(432_693_000), "digit_added")


@pytest.mark.parametrize("kind", ["budget", "final"])
def test_reports_of_one_kind_are_judged_as_they_are_beside_the_other(kind: str, tmp_path: Path):
    """Identities of the other kind are not asked where none of its reports is there: they must make no rows of these."""
    readings = {
        "budget": families.family(0, "样本市样本局"),
        "final": [case.reading() for case in corpus.family(1)],
    }
    both = [*readings[kind], *readings["final" if kind == "budget" else "budget"]]
    apart, beside = (desk.filled(tmp_path / str(len(some)), some) for some in (readings[kind], both))
    for table in ("checks.term", "checks.ratio"):
        named = f"select identity_id, report_id, instance from {table} order by all"
        own = {desk.report_id(number) for number in range(len(readings[kind]))}
        assert apart.execute(named).fetchall() == [row for row in beside.execute(named).fetchall() if row[1] in own]
