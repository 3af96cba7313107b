"""Every question answers with the figures the reports were drawn from, worked out here by other means."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pytest

from pipelines.findings import tables
from pipelines.outputs.evidence import charts
from pipelines.settings import SQL
from pipelines.warehouse import creation, models
from pipelines.warehouse.database import connect
from tests.support.desk import desk, paragraphs, published
from tests.support.desk.asking import asked
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import budgets, layouts

UNIT = "上海市长宁区样本民政局"
FIRST = figures.report(5, 2023, UNIT)
SECOND = figures.next_year(FIRST)
UNITS = "本部门所属行政单位1个、事业单位1个。"
STAFF = "截至2023年底，本部门人员编制52人，其中行政编制30人、事业编制22人；实有人员1,048人，其中行政28人、事业1,020人。"
STAFFS = "截至2024年底，本部门人员编制52人；实有人员48人。年末在职职工49人。"
RESIDENTS = 693_051
"""Of 上海市长宁区, by the census of 2020."""
CENT = Decimal("0.01")
WINDOWED = (
    "cofog",
    "income_by_source",
    "largest_changes",
    "per_head",
    "personnel_and_public",
    "spending_by_function",
    "three_public_costs",
)
"""Questions that count over a report."""
COFOG = {
    "201": "01", "205": "09", "206": "04", "207": "08", "208": "10", "210": "07", "212": "06", "221": "10", "223": "04",
    "229": "01",
}  # fmt: skip
"""类 → division, of the classes the drawn report spends on, as the OECD's and the UN's tables place them."""


def answered(folder, *readings) -> duckdb.DuckDBPyConnection:
    """A desk with its findings and questions."""
    connection = desk.filled(folder, readings)
    tables.write(asked(connection))
    creation.answer(asked(connection))
    return connection


def percent(part: Decimal, whole: Decimal) -> float:
    return float((100 * part / whole).quantize(CENT, ROUND_HALF_UP))


def wan(yuan: Decimal) -> Decimal:
    """An amount as the prose leaves it: two decimals of 万元."""
    return (yuan / 10_000).quantize(CENT, ROUND_HALF_UP) * 10_000


def items(report: figures.Report, form: str, column: str) -> dict[str, Decimal]:
    """项 → amount, of the cells that are printed."""
    return {c.code: c.yuan for c in report.form(form) if len(c.code) == 7 and c.column == column and c.yuan}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """Two years of one department, printed in 元; of its staff it says one number in the first, two in the second."""
    layout = layouts.layout("all_in_yuan")
    first, second = (
        desk.reading(report, layout, (UNITS, f"{UNITS}{said}")) for report, said in ((FIRST, STAFF), (SECOND, STAFFS))
    )
    return answered(tmp_path_factory.mktemp("drawn"), first, second)


def test_spending_by_function(drawn):
    for report in (FIRST, SECOND):
        for scope, form in (("全部资金", "T3"), ("一般公共预算", "T5"), ("政府性基金", "T8")):
            rows = drawn.execute(
                "select function_code, spent_yuan, basic_yuan, project_yuan from questions.spending_by_function"
                " where fiscal_year = ? and scope = ?",
                [report.year, scope],
            ).fetchall()
            basic, project = (items(report, form, column) for column in ("basic", "project"))
            zero = Decimal(0)
            expected = items(report, form, "total")
            assert {code: spent for code, spent, _, _ in rows} == expected
            assert [(b, p) for _, _, b, p in rows] == [(basic.get(c, zero), project.get(c, zero)) for c, *_ in rows]
    shares = drawn.execute(
        "select share_percent from questions.spending_by_function where scope = '全部资金' and fiscal_year = 2024"
        " and function_code = '2060199'"
    ).fetchone()
    spent = items(SECOND, "T3", "total")
    assert shares == (percent(spent["2060199"], sum(spent.values())),)


def test_basic_and_project(drawn):
    rows = drawn.execute(
        "select fiscal_year, scope, held_in, spent_yuan, basic_yuan, project_yuan, other_yuan, difference_yuan, basic_percent, project_percent"
        " from questions.basic_and_project where scope = '全部资金' order by fiscal_year"
    )
    expected = []
    for report in (FIRST, SECOND):
        total, basic, project = (report.yuan("T3", column, "total") for column in ("total", "basic", "project"))
        other = total - basic - project
        expected.append(
            (
                report.year,
                "全部资金",
                None,
                total,
                basic,
                project,
                other,
                0,
                percent(basic, total),
                percent(project, total),
            )
        )
    assert rows.fetchall() == expected


def test_income_by_source(drawn):
    names = {
        "fiscal": "财政拨款收入", "superior": "上级补助收入", "operating": "事业收入", "business": "经营收入",
        "subordinate": "附属单位上缴收入", "other": "其他收入",
    }  # fmt: skip
    total = SECOND.yuan("T2", "total", "total")
    amounts = {name: SECOND.yuan("T2", column, "total") for column, name in names.items()}
    rows = drawn.execute(
        "select source, income_yuan, share_percent from questions.income_by_source where fiscal_year = 2024 order by income_yuan desc"
    )
    found = rows.fetchall()
    assert {s: (a, p) for s, a, p in found} == {s: (a, percent(a, total)) for s, a in amounts.items() if a}
    assert [a for _, a, _ in found] == sorted((a for a in amounts.values() if a), reverse=True)


def test_personnel_and_public(drawn):
    rows = drawn.execute(
        "select kind, sum(spent_yuan), count(*) from questions.personnel_and_public where fiscal_year = 2024 group by kind"
    ).fetchall()
    leaves = [c for c in SECOND.form("T6") if len(c.code) == 5 and c.yuan]
    for kind, spent, count in rows:
        own = [c for c in leaves if (c.code[:3] in ("301", "303")) == (kind == "人员经费")]
        assert (spent, count) == (sum(c.yuan for c in own), len(own))
    assert len(rows) == 2


def test_year_on_year_of_every_item(drawn):
    old, new = items(FIRST, "T3", "total"), items(SECOND, "T3", "total")
    rows = drawn.execute(
        "select item_code, this_year_yuan, last_year_yuan, change_yuan, growth_percent from questions.year_on_year"
        " where scope = '全部资金' and item_code != '合计'"
    ).fetchall()
    assert {code for code, *_ in rows} == {*old, *new}
    for code, this, last, change, growth in rows:
        before, now = old.get(code, Decimal(0)), new.get(code, Decimal(0))
        assert (this, last, change) == (now, before, now - before)
        assert growth == (percent(now - before, before) if before else None)


def test_year_on_year_shows_a_restated_total(tmp_path, drawn):
    """The change said is a hundred 万元 less than the two reports give: last year stands a hundred 万元 higher now."""
    total = "select last_year_yuan, restated_yuan, restatement_yuan, change_yuan from questions.year_on_year where item_code = '合计' and scope = '全部资金'"
    old, new = (report.yuan("T3", "total", "total") for report in (FIRST, SECOND))
    [(last, restated, restatement, _)] = drawn.execute(total).fetchall()
    assert (last, restatement) == (old, 0)
    assert abs(restated - old) <= 100
    said = f"比2023年度增加{(wan(new - old)) / 10_000:.2f}万元"
    less = f"比2023年度增加{wan(new - old) / 10_000 - 100:.2f}万元"
    layout = layouts.layout("all_in_yuan")
    connection = answered(tmp_path, desk.reading(FIRST, layout), desk.reading(SECOND, layout, (said, less)))
    [(last, restated, restatement, change)] = connection.execute(total).fetchall()
    assert last == old
    assert restated == wan(new) - (wan(new - old) - 1_000_000)
    assert restatement == restated - old
    assert change == new - restated
    assert abs(restatement - 1_000_000) <= 100


@pytest.mark.parametrize(("seed", "goes_on"), [(2, True), (1, False)])
def test_year_on_year_follows_an_item_to_its_new_code(seed, goes_on, tmp_path):
    """2089901 其他社会保障和就业支出 became 2089999 in 2021; where nothing is spent on that, the item ended."""
    first = figures.report(seed, 2020)
    second = figures.next_year(first)
    layout = layouts.layout("all_in_yuan")
    connection = answered(tmp_path, desk.reading(first, layout), desk.reading(second, layout))
    rows = connection.execute(
        "select former_code, this_year_yuan, last_year_yuan from questions.year_on_year"
        " where scope = '全部资金' and item_code = '2089999'"
    ).fetchall()
    spent = items(second, "T3", "total").get("2089999", Decimal(0))
    assert bool(spent) == goes_on
    assert rows == [("2089901", spent, items(first, "T3", "total")["2089901"])]
    gone = "select count(*) from questions.year_on_year where item_code = '2089901'"
    assert connection.execute(gone).fetchone() == (0,)


def test_budget_completion_of_every_item(drawn):
    rows = drawn.execute(
        "select item_code, phase, budget_yuan, final_yuan, difference_yuan, completion_percent, stated_percent, reason"
        " from questions.budget_completion where fiscal_year = 2024 and item_code is not null and origin = '正文' order by item_code"
    ).fetchall()
    final = items(SECOND, "T5", "total")
    assert [code for code, *_ in rows] == sorted(final)
    for code, phase, budget, spent, difference, completion, stated, reason in rows:
        expected = (wan(SECOND.budgets[code]), wan(final[code]))
        assert (phase, budget, spent, difference) == ("年初预算", *expected, expected[1] - expected[0])
        assert completion == (percent(expected[1], expected[0]) if expected[0] else None)
        assert (stated is None) == (not expected[0])
        assert stated is None or abs(stated - completion) <= 0.5
        why = {True: "工作任务增加", False: "厉行节约、压缩开支"}[difference > 0] if expected[0] else "年中追加预算"
        assert reason == (why if difference else None)


def test_budget_completion_of_the_total_and_three_public_expenses(drawn):
    rows = drawn.execute(
        "select item, phase, budget_yuan, final_yuan from questions.budget_completion"
        " where fiscal_year = 2024 and item_code is null and origin = '正文' order by page, address"
    ).fetchall()
    assert rows == [
        (
            "一般公共预算财政拨款支出",
            "年初预算",
            wan(sum(SECOND.budgets.values())),
            wan(SECOND.yuan("T5", "total", "total")),
        ),
        ("“三公”经费", "预算", wan(SECOND.yuan("T7", "budget_total")), wan(SECOND.yuan("T7", "final_total"))),
    ]


def test_budget_completion_of_three_public_items_by_their_form(drawn):
    names = {
        "abroad": "因公出国（境）费", "vehicles": "公务用车费", "purchase": "公务用车购置费", "running": "公务用车运行维护费",
        "reception": "公务接待费", "total": "合计",
    }  # fmt: skip
    rows = drawn.execute(
        "select item, phase, budget_yuan, final_yuan from questions.budget_completion"
        " where fiscal_year = 2024 and origin like '%三公%'"
    ).fetchall()
    expected = {
        name: (SECOND.yuan("T7", f"budget_{item}"), SECOND.yuan("T7", f"final_{item}")) for item, name in names.items()
    }
    assert {item: tuple(rest) for item, _, *rest in rows} == {
        name: both for name, both in expected.items() if all(both)
    }
    assert {phase for _, phase, *_ in rows} == {"预算"}


def test_budget_against_final_compares_what_both_sides_give(tmp_path):
    report = figures.report(3)
    plan = replace(budgets.SAMPLE, unit=report.unit, year=report.year)
    readings = [
        desk.reading(report, layouts.layout("shanghai_one_column")),
        budgets.reading(plan, budgets.sheets(plan, "shanghai")),
    ]
    connection = answered(tmp_path, *readings)
    rows = connection.execute(
        "select function_code, budget_yuan, final_yuan, difference_yuan, is_comparable, reason from questions.budget_against_final"
        " where scope = '一般公共预算'"
    ).fetchall()
    found = {code: values for code, *values in rows}
    assert len(found) == len(rows)
    spent = round(report.yuan("T5", "total", code="2080505"), -2)  # printed in 万元
    assert found["2080505"] == [402_100, spent, spent - 402_100, True, None]
    assert found["2060101"] == [3_141_500, None, None, False, "决算没有这一科目"]
    only_final = next(code for code, values in found.items() if values[0] is None)
    assert found[only_final][2:] == [None, False, "预算没有这一科目"]
    [(unit_key,)] = connection.execute("select distinct unit_key from star.item_budget").fetchall()
    [drawn] = [
        one
        for one in charts.of_unit(asked(connection), unit_key)
        if "公布的预算与决算各项 · 一般公共预算" in one.title[0]
    ]
    both = [[values[0], values[1]] for values in found.values() if values[3]]
    assert sorted([bar.yuan for bar in group.bars] for group in drawn.groups) == sorted(both)
    for table, reason in (("fact_budget_expenditure", "没有公布的预算"), ("fact_expenditure", "没有公布的决算")):
        connection.execute(f"create or replace table kept as from star.{table}; delete from star.{table}")
        creation.create(connection, models.model(SQL, "star.item_budget"))
        told = connection.execute(
            "select distinct is_comparable, reason from questions.budget_against_final"
        ).fetchall()
        assert told == [(False, reason)]
        connection.execute(f"insert into star.{table} from kept")


def test_budget_completion_of_a_form_with_a_budget_column(tmp_path):
    """支出决算表 with 年初预算数 beside the final amount, a tenth more in every row; leaves and the total are told."""
    layout = layouts.layout("all_in_yuan")
    connection = answered(tmp_path, desk.reading(SECOND, layout))
    connection.execute(
        "insert into reading.amount select * replace (amount_id || 'b' as amount_id, 'initial_budget' as column_key,"
        " (value * 1.1)::decimal(24, 6) as value, (value_yuan * 1.1)::decimal(24, 4) as value_yuan)"
        " from reading.amount where form = 'T3' and column_key = 'total'"
    )
    creation.create(connection, next(m for m in models.models(SQL) if m.table == "star.stated_budget"))
    rows = connection.execute(
        "select item_code, budget_yuan, final_yuan, completion_percent from questions.budget_completion where origin = '支出决算表'"
    ).fetchall()
    spent = items(SECOND, "T3", "total")
    assert {code: final for code, _, final, _ in rows} == spent | {None: SECOND.yuan("T3", "total", "total")}
    assert all(abs(budget - final * Decimal("1.1")) <= CENT for _, budget, final, _ in rows)
    assert {completion for *_, completion in rows} == {90.91}


def test_three_public_costs(drawn):
    rows = drawn.execute(
        "select item, measure, count, spent_yuan, per_one_yuan, stated_yuan from questions.three_public_costs where fiscal_year = 2024"
    ).fetchall()
    found = {(item, measure): rest for item, measure, *rest in rows}
    running, reception, abroad = (SECOND.yuan("T7", f"final_{c}") for c in ("running", "reception", "abroad"))
    assert found["公务用车运行维护费", "辆"] == [
        4,
        running,
        (running / 4).quantize(CENT, ROUND_HALF_UP),
        wan(running / 4),
    ]
    assert found["公务接待费", "人次"] == [96, reception, (reception / 96).quantize(CENT, ROUND_HALF_UP), None]
    assert found["公务接待费", "批次"] == [12, reception, (reception / 12).quantize(CENT, ROUND_HALF_UP), None]
    assert found["因公出国（境）费", "人次"] == [5, abroad, (abroad / 5).quantize(CENT, ROUND_HALF_UP), None]
    assert found["因公出国（境）费", "团组"] == [2, abroad, (abroad / 2).quantize(CENT, ROUND_HALF_UP), None]
    assert ("公务用车购置费", "辆") not in found, "nothing was bought and no amount is printed"


def test_per_head(drawn):
    rows = drawn.execute(
        "select fiscal_year, item, measure, count, spent_yuan, per_one_yuan, stands_in, count_year from questions.per_head"
    ).fetchall()
    found = {(year, item, measure): rest for year, item, measure, *rest in rows}
    heads = {
        year: {measure: rest[0] for (of, _, measure), rest in found.items() if of == year} for year in (2023, 2024)
    }
    assert heads == {2023: {"居民": RESIDENTS, "实有人员": 1048, "编制": 52}, 2024: {"居民": RESIDENTS, "编制": 52}}
    for report in (FIRST, SECOND):
        public = sum(report.yuan("T7", f"final_{item}") for item in ("abroad", "running", "reception"))
        for item, spent in (("本年支出合计", report.yuan("T3", "total", "total")), ("“三公”经费", public)):
            for measure, count in heads[report.year].items():
                assert found[report.year, item, measure][:3] == [
                    count,
                    spent,
                    (spent / count).quantize(CENT, ROUND_HALF_UP),
                ]
    assert found[2023, "机关运行经费", "编制"][1] == wan(FIRST.yuan("T6", "amount", "public_total"))
    assert found[2023, "人员经费", "居民"][3:] == [None, 2020]
    assert [found[2023, "人员经费", measure][3:] for measure in ("实有人员", "编制")] == [
        ["居民", 2023],
        ["实有人员", 2023],
    ]


def test_residents_of_a_region_are_those_of_the_nearest_census_before(drawn):
    drawn.execute(
        "insert into reference.population values ('310105', '长宁区', 2024, 1, 'x'), ('310105', '长宁区', 2010, 2, 'x')"
    )
    asked = "select distinct fiscal_year, count, count_year from questions.per_head where measure = '居民' order by 1"
    assert drawn.execute(asked).fetchall() == [(2023, RESIDENTS, 2020), (2024, 1, 2024)]
    drawn.execute("delete from reference.population where source = 'x'")


def test_running_costs(drawn):
    rows = drawn.execute(
        "select fiscal_year, running_yuan, public_yuan, last_year_yuan, change_yuan, growth_percent from questions.running_costs order by fiscal_year"
    ).fetchall()
    old, new = (report.yuan("T6", "amount", "public_total") for report in (FIRST, SECOND))
    change = wan(new - old)
    assert rows == [
        (2023, wan(old), old, None, None, None),
        (2024, wan(new), new, wan(old), change, percent(change, wan(old))),
    ]


def test_procurement(drawn):
    row = drawn.execute(
        "select * exclude (unit_name, level, page, file, address) from questions.procurement where fiscal_year = 2024"
    ).fetchone()
    lines = ("total", "goods", "works", "services", "sme", "micro")
    total, goods, works, services, small, micro = (wan(SECOND.yuan("B12", "amount", line)) for line in lines)
    share = percent(small, total)
    assert row == (2024, total, goods, works, services, small, share, share, micro, percent(micro, total))


def test_procurement_where_the_prose_says_what_small_firms_won(tmp_path):
    """The other wording: reserved for small firms and won by them, and won by them among the other projects."""
    old = f"授予中小企业合同金额{wan(SECOND.yuan('B12', 'amount', 'sme')) / 10_000:.2f}万元"
    words = "在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额100.00万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额23.45万元。另有"
    told = desk.reading(SECOND, layouts.layout("all_in_yuan"), (old, words))
    row = answered(tmp_path, told).execute("select small_firms_yuan from questions.procurement").fetchone()
    assert row == (Decimal(1_234_500),)


def test_carry_over(drawn):
    rows = drawn.execute(
        "select fiscal_year, last_closing_yuan, opening_yuan, unexplained_yuan, income_yuan, expenditure_yuan, closing_yuan, verdict"
        " from questions.carry_over where fund = '全部资金'"
    ).fetchall()

    def of(report: figures.Report, line: str, panel: str) -> Decimal:
        return report.yuan("T1", "amount", line, panel=panel)

    def chain(report: figures.Report) -> tuple[Decimal, ...]:
        return tuple(
            of(report, *where)
            for where in (("income_total", "left"), ("expenditure_total", "right"), ("closing", "right"))
        )

    closed = of(FIRST, "closing", "right")
    assert rows == [
        (2023, None, of(FIRST, "opening", "left"), None, *chain(FIRST), None),
        (2024, closed, closed, 0, *chain(SECOND), "衔接"),
    ]


def test_carry_over_that_does_not_join(tmp_path):
    layout = layouts.layout("all_in_yuan")
    other = figures.report(6, 2024, UNIT)
    connection = answered(tmp_path, desk.reading(FIRST, layout), desk.reading(other, layout))
    [(gap, verdict)] = connection.execute(
        "select unexplained_yuan, verdict from questions.carry_over where fund = '全部资金' and fiscal_year = 2024"
    ).fetchall()
    opening = other.yuan("T1", "amount", "opening", panel="left")
    assert (gap, verdict) == (opening - FIRST.yuan("T1", "amount", "closing", panel="right"), "不衔接")


def test_largest_changes(drawn):
    final = items(SECOND, "T5", "total")
    sizes = {code: wan(final[code]) - wan(SECOND.budgets[code]) for code in final}
    largest = sorted((code for code in sizes if sizes[code]), key=lambda code: -abs(sizes[code]))
    rows = drawn.execute(
        "select item_code, change_yuan, reason from questions.largest_changes"
        " where fiscal_year = 2024 and against = '年初预算' and item_code is not null order by place"
    ).fetchall()
    assert [(code, change) for code, change, _ in rows] == [(code, sizes[code]) for code in largest]
    assert {reason for *_, reason in rows} == {"工作任务增加", "厉行节约、压缩开支", "年中追加预算"}
    [(first, change)] = drawn.execute(
        "select place, change_yuan from questions.largest_changes where fiscal_year = 2024 and against = '上年决算'"
        " and item = '本年支出合计'"
    ).fetchall()
    assert change == wan(SECOND.yuan("T3", "total", "total") - FIRST.yuan("T3", "total", "total"))
    assert first > 1, "收支总计 changed more"


REASONS = {
    "社会工作部": {
        ("上年决算", "收支总计"): (Decimal(3_078_200), "单位于2024年成立"),
        ("全年预算", "行政运行"): (Decimal(-6_800), "人员变动引起实际支出低于预算"),
        ("上年决算", "机关运行经费"): (Decimal(102_300), "单位于2024年成立"),
    },
    "东城": {
        ("年初预算", "科普活动"): (Decimal(-256_300), "落实过紧日子政策,压缩项目支出"),
        ("年初预算", "其他科学技术支出"): (Decimal(5_151_600), "按照全市统一政策增加800M政务网运维费446.12万元"),
        ("年初预算", "行政单位离退休"): (Decimal(230_300), "增加了一人一次性抚恤金及丧葬费,补发退休人员在职时津补贴"),
    },
}
"""Changes of real reports with their reasons, looked up on the page."""


@pytest.mark.parametrize("part", REASONS)
def test_reasons_of_a_real_report(part, real_report, tmp_path):
    connection = answered(tmp_path, read_report(real_report(part), None))
    rows = connection.execute("select against, item, change_yuan, reason from questions.largest_changes").fetchall()
    assert REASONS[part].items() <= {(a, i): (c, r) for a, i, c, r in rows}.items()


def test_a_report_of_prose_alone_says_nothing_of_what_it_does_not_split(real_report, tmp_path):
    """Its general budget is told by item, with its basic expenditure and without projects; all funds are told with both. It names itself among its units."""
    connection = answered(tmp_path, read_report(real_report("东城"), None))
    rows = connection.execute(
        "select scope, spent_yuan, difference_yuan, basic_yuan, project_yuan, other_yuan, basic_percent, page from questions.basic_and_project order by page"
    ).fetchall()
    assert rows == [
        ("全部资金", 108_983_500, 0, 17_298_900, 91_684_600, 0, 15.87, 3),
        ("一般公共预算", 108_983_500, -100, 17_298_900, None, None, 15.87, 5),
    ]
    told = "select spent_yuan, basic_yuan from questions.spending_by_function where function_code = '2060702'"
    assert connection.execute(told).fetchall() == [(1_158_700, None)]
    units = connection.execute("select unit_name, page from questions.units_of_department order by all").fetchall()
    assert units == [
        ("北京市东城区信息中心（北京市东城区中小企业服务中心）", 2),
        ("北京市东城区科学技术和信息化局（本级）", 2),
    ]


@pytest.fixture(scope="module")
def department(tmp_path_factory) -> tuple[duckdb.DuckDBPyConnection, figures.Report]:
    """A department over two units, of which one has published, and that without 支出决算表; the year before nobody had."""
    units = tuple(figures.report(seed, 2024, f"{UNIT}{name}") for seed, name in ((7, "第一中心"), (8, "第二中心")))
    whole = figures.department(UNIT, units)
    layout = layouts.layout("all_in_yuan")
    told = [
        desk.reading(whole, layout),
        desk.reading(units[0], layout),
        desk.reading(FIRST, replace(layout, missing=("T3",))),
    ]
    return answered(tmp_path_factory.mktemp("department"), *told), whole


def test_units_of_department(department):
    connection, whole = department
    rows = connection.execute(
        "select unit_name, region_name, published, spent_yuan, department_yuan, share_percent from questions.units_of_department"
        " where department = ? and fiscal_year = 2024 and page is not null order by unit_name",
        [UNIT],
    ).fetchall()
    spent, total = (report.yuan("T3", "total", "total") for report in (whole.units[0], whole))
    assert rows == [
        (f"{UNIT}第一中心", "上海市长宁区", "已公开", spent, total, percent(spent, total)),
        (f"{UNIT}第二中心", "上海市长宁区", "未见公开", None, total, None),
    ]


def test_coverage(department):
    connection, _ = department
    rows = connection.execute(
        "select unit_name, department, fiscal_year, status, missing_forms, address from questions.coverage"
    ).fetchall()
    assert all((address is not None) == (status == "已公开") for *_, status, _, address in rows)
    found = {(name, year): (above, status, missing) for name, above, year, status, missing, _ in rows}
    assert found[UNIT, 2023] == (None, "已公开", "支出决算表")
    assert found[UNIT, 2024] == (None, "已公开", None)
    assert found[f"{UNIT}第一中心", 2024] == (UNIT, "已公开", None)
    assert found[f"{UNIT}第二中心", 2024] == (UNIT, "未见公开", None)
    assert (f"{UNIT}第二中心", 2023) not in found, "nobody named it in 2023"


def test_coverage_tells_a_report_that_is_held_from_one_that_is_not_there(tmp_path):
    layout = layouts.layout("all_in_yuan")
    held = replace(desk.reading(SECOND, layout), status="quarantined")
    other = desk.reading(figures.report(9, 2024, "苏州市姑苏区样本教育局"), layout)
    connection = answered(tmp_path, desk.reading(FIRST, layout), held, other)
    rows = connection.execute(
        "select fiscal_year, status from questions.coverage where unit_name = ? order by fiscal_year", [UNIT]
    ).fetchall()
    assert rows == [(2023, "已公开"), (2024, "已收到，读取存疑")]


def test_findings_by_identity(tmp_path):
    """Two wrong shares in one of two reports of a district, so that the shares do not add up either; the other report is right."""
    layout = layouts.layout("all_in_yuan")
    other = figures.report(9, 2024, "上海市长宁区样本教育局")
    total = SECOND.yuan("T2", "total", "total")
    shares = [f"占{percent(SECOND.yuan('T2', source, 'total'), total):.2f}%" for source in ("superior", "other")]
    wrong = desk.reading(SECOND, layout, *((share, "占77.77%") for share in shares))
    connection = answered(tmp_path, wrong, desk.reading(other, layout))
    rows = connection.execute(
        "select region_code, region_name, fiscal_year, reports, violations, units, round(100 * violations / judged, 2) = violation_percent, split_part(address, '/report/', 2)"
        " from questions.findings_by_identity where identity_id = 'N-03'"
    ).fetchall()
    assert rows == [("310105", "上海市长宁区", 2024, 2, 3, UNIT, True, desk.report_id(0)[:16])]
    clean = "select sum(violations) from questions.findings_by_identity where family = '表内勾稽'"
    assert connection.execute(clean).fetchone() == (0,)


def test_districts_of_one_name_are_told_apart(tmp_path):
    """鼓楼区 there is in four cities."""
    layout = layouts.layout("all_in_yuan")
    reports = [figures.report(seed, 2024, f"{city}鼓楼区样本财政局") for seed, city in ((3, "南京市"), (4, "福州市"))]
    connection = answered(tmp_path, *(desk.reading(report, layout) for report in reports))
    rows = connection.execute(
        "select region_code, region_name, reports from questions.findings_by_identity where identity_id = 'W1-01'"
    ).fetchall()
    assert rows == [("320106", "江苏省南京市鼓楼区", 1), ("350102", "福建省福州市鼓楼区", 1)]
    places = connection.execute("select distinct region_name from questions.coverage order by 1").fetchall()
    assert places == [("江苏省南京市鼓楼区",), ("福建省福州市鼓楼区",)]


def test_cofog(drawn):
    spent: dict[str, Decimal] = defaultdict(Decimal)
    for code, amount in items(SECOND, "T3", "total").items():
        spent[COFOG[code[:3]]] += amount
    rows = drawn.execute(
        "select division, spent_yuan from questions.cofog where fiscal_year = 2024 and scope = '全部资金'"
    ).fetchall()
    assert dict(rows) == spent
    (shares,) = drawn.execute(
        "select sum(share_percent) from questions.cofog where fiscal_year = 2024 and scope = '全部资金'"
    ).fetchone()
    assert abs(shares - 100) < 0.1


def test_a_printed_total_is_shown_and_what_its_items_lack_stands_beside_it(tmp_path):
    """支出决算表, 收入决算表 and 基本支出 print totals of a hundred 元 more than their items add up to."""
    connection = desk.filled(tmp_path, [desk.reading(SECOND, layouts.layout("all_in_yuan"))])
    connection.execute(
        "update reading.amount set value = value + 100, value_yuan = value_yuan + 100"
        " where (form in ('T2', 'T3') and line = 'total' and value is not null) or (form = 'T6' and line = 'public_total')"
    )
    creation.create(connection, models.model(SQL, "star.printed_total"))
    tables.write(asked(connection))
    creation.answer(asked(connection))
    told = "select spent_yuan, difference_yuan, basic_difference_yuan, project_difference_yuan from questions.basic_and_project"
    spent = SECOND.yuan("T3", "total", "total")
    assert connection.execute(f"{told} where held_in is null").fetchall() == [(spent + 100, 100, 100, 100)]
    others = "select distinct difference_yuan from questions.basic_and_project where held_in is not null"
    assert connection.execute(others).fetchall() == [(0,)]
    sources = connection.execute("select distinct difference_yuan from questions.income_by_source").fetchall()
    assert sources == [(100,)]
    share = "select share_percent from questions.income_by_source where source = '财政拨款收入'"
    fiscal, income = (SECOND.yuan("T2", column, "total") + 100 for column in ("fiscal", "total"))
    assert connection.execute(share).fetchone() == (percent(fiscal, income),)
    public = connection.execute("select public_yuan, public_difference_yuan from questions.running_costs").fetchall()
    assert public == [(SECOND.yuan("T6", "amount", "public_total") + 100, 100)]


def test_year_on_year_compares_printed_totals(tmp_path, drawn):
    """Last year's and this year's 合计 are those printed; the items, which add up to less, are within it."""
    total = "select this_year_yuan, last_year_yuan, difference_yuan from questions.year_on_year where item_code = '合计' and scope = '全部资金'"
    old, new = (report.yuan("T3", "total", "total") for report in (FIRST, SECOND))
    assert drawn.execute(total).fetchall() == [(new, old, 0)]
    layout = layouts.layout("all_in_yuan")
    connection = desk.filled(tmp_path, [desk.reading(FIRST, layout), desk.reading(SECOND, layout)])
    connection.execute(
        "update reading.amount set value = value + 100, value_yuan = value_yuan + 100 where form = 'T3' and line = 'total' and column_key = 'total'"
    )
    for table in ("star.printed_total", "star.item_change"):
        creation.create(connection, models.model(SQL, table))
    tables.write(asked(connection))
    creation.answer(asked(connection))
    assert connection.execute(total).fetchall() == [(new + 100, old + 100, 100)]


@pytest.mark.parametrize(
    ("question", "amount"),
    [("basic_and_project", "spent_yuan"), ("spending_by_function", "spent_yuan"), ("cofog", "spent_yuan"), ("year_on_year", "this_year_yuan")],
)  # fmt: skip
def test_rows_that_nothing_holds_already_add_up_to_what_was_spent(question, amount, drawn):
    rows = drawn.execute(
        f"select sum({amount}) from questions.{question} where held_in is null and fiscal_year = 2024"
    ).fetchone()
    assert rows == (SECOND.yuan("T3", "total", "total"),)


def test_three_public_amounts_are_added_once_though_several_things_are_counted(drawn):
    rows = drawn.execute(
        "select item, sum(spent_yuan) from questions.three_public_costs where fiscal_year = 2024 and stands_in is null group by item"
    ).fetchall()
    names = {"因公出国（境）费": "abroad", "公务接待费": "reception", "公务用车运行维护费": "running"}
    assert dict(rows) == {item: SECOND.yuan("T7", f"final_{key}") for item, key in names.items()}


def test_budgets_of_totals_and_their_items_are_not_added_twice(drawn):
    """Whatever stands beside it, what is spent of the general budget is counted once."""
    rows = drawn.execute(
        "select item, final_yuan from questions.budget_completion where fiscal_year = 2024 and held_in is null"
    ).fetchall()
    assert rows == [("一般公共预算财政拨款支出", wan(SECOND.yuan("T5", "total", "total")))]


def test_judged_share(drawn):
    """Of all numbers that were read; a question that a reader can only answer with the list."""
    rows = drawn.execute(
        "select fiscal_year, numbers, judged, unjudged, judged_percent, places, kind from questions.judged_share order by 1"
    ).fetchall()
    for report, (year, numbers, judged, unjudged, share, places, kind) in zip((FIRST, SECOND), rows, strict=True):
        reading = desk.reading(report, layouts.layout("all_in_yuan"))
        printed = [amount for form in reading.forms for amount in form.amounts] + list(reading.prose.claims)
        assert (year, numbers) == (report.year, sum(one.number is not None for one in printed))
        left = drawn.execute("select count(*) from checks.unjudged where fiscal_year = ?", [year]).fetchone()[0]
        assert 0 < unjudged == left == numbers - judged
        assert kind == "决算"
        assert share == percent(Decimal(judged), Decimal(numbers))
        assert re.fullmatch(r"\S+ \d+(、\S+ \d+){0,2}", places)


def test_judged_share_of_budgets_too(tmp_path):
    """Of the text without tables that lies beside them as well: what nobody judges in it is told."""
    tables = budgets.reading(budgets.SAMPLE, budgets.sheets(budgets.SAMPLE, "shanghai"))
    said = tuple(
        paragraphs.claims(
            "八、国有资产占有使用情况说明", "截至2023年底，单位价值100万元以上的设备5台（套）。", of_budget=True
        )[1:]
    )
    text = replace(tables, status="registered", forms=(), prose=replace(tables.prose, claims=said))
    found = answered(tmp_path, tables, text)
    rows = found.execute(
        "select kind, numbers, judged, unjudged from questions.judged_share order by numbers"
    ).fetchall()
    printed = sum(amount.number is not None for form in tables.forms for amount in form.amounts)
    left = dict(found.execute("select form is null, count(*) from checks.unjudged group by all").fetchall())
    assert rows == [("预算", 1, 0, 1), ("预算", printed, printed - left.get(False, 0), left.get(False, 0))]
    assert left[True] == 1


def test_every_question_is_tested_here():
    text = Path(__file__).read_text(encoding="utf-8")
    for question in models.questions(SQL):
        assert re.search(rf"questions\.{question.name}\b", text), question.name


def test_the_page_of_a_number_stands_in_its_id(small):
    """So that a question needs no table of all amounts to say it."""
    with connect(small.database) as connection:
        for table, key in (("reading.amount", "amount_id"), ("reading.claim", "claim_id")):
            counts = f"select count(*), count(*) filter (page_of({key}) = page), count(distinct page) from {table}"
            rows, told, pages = connection.execute(counts).fetchall()[0]
            assert rows == told > pages > 5


@pytest.mark.parametrize("name", WINDOWED)
def test_a_question_of_one_unit_and_year_counts_no_other(name, small):
    """A filter goes below a window where that is parted by its columns: nothing is counted over other reports then."""
    with connect(small.database) as connection:
        sought = f"from questions.{name} where fiscal_year = 2024 and unit_name = '{published.CIVIL}'"
        assert connection.execute(sought).fetchall()
        plan = json.loads(connection.execute(f"explain (format json) {sought}").fetchall()[0][1])
    assert not list(windows_below_filters(plan[0], False))


def windows_below_filters(node: dict, is_filtered: bool) -> Iterator[str]:
    """Yield the windows that are made before it is looked at what was asked for."""
    is_filtered |= node["name"] == "FILTER" and "2024" in str(node["extra_info"])
    if "WINDOW" in node["name"] and is_filtered:
        yield str(node["extra_info"])
    for below in node["children"]:
        yield from windows_below_filters(below, is_filtered)
