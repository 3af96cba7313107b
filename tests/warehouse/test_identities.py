"""The kernel of the identities: bounds, blanks, doubts, and what stays out of it (tests/warehouse/test_mutation.py: that each is alive)."""

from collections.abc import Iterator

import duckdb
import pytest

from pipelines.settings import SQL
from pipelines.warehouse import creation, models
from tests.support.desk import corpus, desk
from tests.support.figures import figures
from tests.support.paper import layouts


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """A warehouse of one family of every kind: a department and its units, years, versions, a university."""
    readings = [case.reading() for family in corpus.families(range(8)) for case in family]
    connection = desk.filled(tmp_path_factory.mktemp("published"), readings)
    assert desk.violated(connection) == set()
    return connection


@pytest.fixture
def warehouse(published) -> Iterator[duckdb.DuckDBPyConnection]:
    """That warehouse to spoil; what a test does to it is rolled back."""
    published.execute("begin")
    yield published
    published.execute("rollback")


def test_the_bound_is_the_sum_of_half_steps_inclusive(warehouse):
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


BLANK = "update reading.amount set value_yuan = null, value = null, mark = 'blank' where "
BLANKED = {
    "W1-01": (BLANK + "form = 'T1' and line = 'income_total'", "total blank beside its details: T1"),
    "W2-02": (BLANK + "form = 'T2' and column_key = 'fiscal'", "total and details blank: T2"),
    "C-11": (BLANK + "form = 'T6' and line in ('personnel_total', 'public_total')", "details blank: T6"),
    "C-04": (BLANK + "form = 'T1' and line = 'fiscal'", "both cells blank: T1, T2"),
    "C-08": (BLANK + "form = 'T4' and column_key = 'general_budget'", "cell blank: T4"),
    "C-20": (BLANK + "form = 'T7'", "counterpart blank: T7"),
}
"""Identity → what is made blank, the reason of one of its instances then."""


def test_a_blank_is_not_a_zero_and_its_reason_says_where_it_stands(warehouse):
    for spoil, _ in BLANKED.values():
        warehouse.execute(spoil)
    desk.rejudge(warehouse)
    rows = warehouse.execute(
        "select identity_id, list(distinct reason order by reason) from checks.outcome where reason is not null group by all"
    ).fetchall()
    reasons = dict(rows)
    assert {one: [r for r in reasons[one] if r == said] for one, (_, said) in BLANKED.items()} == {
        one: [said] for one, (_, said) in BLANKED.items()
    }
    [outcomes] = warehouse.execute(
        "select list(distinct outcome) from checks.outcome where identity_id = 'W1-01'"
    ).fetchone()
    assert outcomes == ["not_evaluable"]


def test_a_held_cell_silences_the_instances_it_is_a_term_of(warehouse):
    """A cell whose row and column are known: its own row, its parents, what is said of it, and no other sum of the form."""
    warehouse.execute(
        "update reading.amount set is_held = true where form = 'T2' and line is null and column_key = 'fiscal'"
    )
    assert desk.rejudge(warehouse) == set()
    reasons = warehouse.execute(
        "select distinct coalesce(reason, 'judged') from checks.outcome where identity_id = 'W2-02' and ends_with(instance, ?)"
        " and reason not like '%blank%' is not false",
        [" fiscal"],
    ).fetchall()
    assert reasons == [("reading in doubt: T2",)]
    [(judged,)] = warehouse.execute(
        "select count(*) from checks.outcome where identity_id = 'W2-02' and ends_with(instance, ' total') and reason is null"
    ).fetchall()
    assert judged > 0


def test_a_held_cell_of_no_known_place_silences_the_identities_that_need_its_form(warehouse):
    warehouse.execute(
        "update reading.amount set is_held = true, may_be_elsewhere = true where amount_id in"
        " (select min(amount_id) from reading.amount where form = 'T2' and line is null and column_key = 'fiscal' group by report_id)"
    )
    assert desk.rejudge(warehouse) == set()
    reasons = warehouse.execute("select distinct reason from checks.outcome where identity_id = 'W2-02'").fetchall()
    assert reasons == [("reading in doubt: T2",)]


def test_names_a_recogniser_may_have_misread_are_not_judged(warehouse):
    warehouse.execute(
        "insert into reading.doubt (report_id, scope, page, reason) select report_id, 'row', 1,"
        " 'the name of code 21308 is read off a picture as 普患金融发展支出, perhaps for 普惠金融发展支出' from star.dim_report"
    )
    assert desk.rejudge(warehouse) == set()
    found = warehouse.execute(
        "select distinct outcome, reason from checks.outcome where identity_id = 'C-24'"
    ).fetchall()
    assert found == [("not_evaluable", "reading in doubt")]


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
        "select column_name, data_type from duckdb_columns() where schema_name = 'checks' and table_name in ('term', 'outcome')"
        " and column_name in ('value_yuan', 'half_step_yuan', 'stated', 'expected', 'residual', 'bound', 'squares', 'sigma')"
    ).fetchall()
    assert len(columns) == 7
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


ENDS = [
    ("assets", "截至{last}年末,本部门共有车辆5辆", True),
    ("assets", "{last}年年底,单价100万元以上设备2台", True),
    ("three_public", "截止{last}年12月底,公务用车保有量为5辆", True),
    ("units", "截至{last}年底,本部门人员编制20人,实有18人", True),
    ("performance", "截至{last}年12月31日,该项目实际到位资金5万元", True),
    ("expenditure", "截至{last}年12月31日,年末结转和结余29.23万元,较上年决算数增加22.83万元", True),
    ("expenditure", "截至{last}年12月31日,结转的项目资金29.23万元本年支出", False),
    ("assets", "截至{year}年末,本部门共有车辆5辆", False),
    ("assets", "车辆比{last}年末减少1辆", False),
    ("assets", "与{last}年末相比,车辆减少1辆", False),
    ("assets", "{last}年末车辆5辆,{year}年末车辆4辆", False),
    ("assets", "{last}年末的结转资金用于购置设备", False),
    ("performance", "截至{last}年底,全区累计建成车辆充电桩300个", False),
    ("profile", "截至{last}年底,本区常住人口120万人", False),
]
"""Section, its only sentence, whether the end of the year it names is wrong (N-28)."""


IN_COLUMNS = "select report_id from reading.amount where form = 'T6' and line = 'total' and column_key = 'within_personnel' and value > 0"


def test_where_personnel_and_public_are_columns_they_are_what_the_prose_and_other_forms_are_held_against(warehouse):
    """The cells of the row 合计; none of them is said to have nothing printed to compare with."""
    judged = warehouse.execute(
        "select distinct identity_id, regexp_replace(instance, ' (n\\d+|r\\d+)$', ''), outcome in ('exact', 'rounding'), reason from checks.outcome"
        f" where report_id in ({IN_COLUMNS}) and identity_id in ('N-10', 'N-16', 'C-11', 'W6-02', 'W6-03', 'W6-04')"
    ).fetchall()
    halves = [("N-10", f"T6 total within_{half}") for half in ("personnel", "public")]
    total, sums = (
        [("N-10", "T5 total basic"), ("N-10", "T6 total amount"), ("N-10", "人员＋公用")],
        [("C-11", ""), ("N-16", ""), ("W6-04", "")],
    )
    assert {row for row in judged if row[3] is None} == {(*key, True, None) for key in halves + total + sums}
    assert {row for row in judged if row[3]} == {
        (key, "", False, "personnel and public are columns") for key in ("W6-02", "W6-03")
    }
    parts = (
        f"select distinct part from star.printed_total where fact = 'basic_expenditure' and report_id in ({IN_COLUMNS})"
    )
    assert {part for (part,) in warehouse.execute(parts).fetchall()} == {"total", "personnel", "public"}


def test_a_wrong_half_of_basic_expenditure_is_told_by_all_that_rest_on_it(warehouse):
    spoil = "update reading.amount set value_yuan = value_yuan + 100000 where form = 'T6' and column_key = 'within_personnel'"
    warehouse.execute(f"{spoil} and line = 'total'")
    assert desk.rejudge(warehouse) == {"N-10", "C-11", "W6-04"}
    warehouse.execute(f"{spoil} and code = '301'")
    assert desk.rejudge(warehouse) == {"N-10", "C-11", "W6-04", "W6-01", "W6-06"}


def test_an_end_of_the_year_is_held_against_the_fiscal_year_however_it_is_written(warehouse):
    reports = warehouse.execute(
        "select report_id, fiscal_year from star.dim_report where is_current order by all"
    ).fetchall()
    [sentence] = warehouse.execute("select min(sentence) from reading.sentence where section = 'assets'").fetchone()
    warehouse.execute("delete from reading.sentence where sentence != ?", [sentence])
    cases = dict(zip(reports, ENDS, strict=False))
    assert len(cases) == len(ENDS)
    for (report_id, year), (section, told, _) in cases.items():
        said = told.format(last=year - 1, year=year)
        warehouse.execute(
            "update reading.sentence set section = ?, text = ?, printed = ? where report_id = ?",
            [section, said, said.replace(",", "，"), report_id],
        )
    text = (SQL / "checks/identities/prose/N-28.sql").read_text(encoding="utf-8")
    wrong = "from (" + text + ") group by report_id having count(distinct value_yuan) = 2"
    clauses = f"select report_id, any_value(particulars['clause']) {wrong}"
    found = dict(warehouse.execute(clauses).fetchall())
    assert {cases[report][1] for report in cases if report[0] in found} == {told for _, told, bad in ENDS if bad}
    assert all(clause for clause in found.values())


CLAIM = "section = 'expenditure' and report_id = $id"
BARE = f"delete from reading.claim where {CLAIM} and role = 'share'"
MORE = f"update reading.claim set value_yuan = value_yuan + 1e6 where {CLAIM} and role = 'value' and subject = "
SAID = f"update reading.claim set {{}} where {CLAIM} and subject {{}}"
TOTAL = "('expenditure_total', 'expenditure_grand_total')"
LISTED = f"report_id = $id and sentence = (select max(sentence) from reading.claim where {CLAIM})"
STOP = (
    f"update reading.claim set sentence = sentence + 1 where {CLAIM} and subject not in {TOTAL} and sentence is not null",
    f"update reading.sentence set section = 'expenditure' where {LISTED}",
)
GRAND = f"update reading.claim set subject = 'expenditure_grand_total' where {CLAIM} and subject in {TOTAL}"
THEREOF = f"update reading.sentence set text = '其中:基本支出' where {LISTED}"
OTHERS = "not in ('expenditure_total', 'basic', 'project')"
TOTALS = {
    "no shares": ((BARE, f"{MORE} 'project'"), "violation"),
    "no shares, a grand total": ((BARE, SAID.format("subject = 'expenditure_grand_total'", "= 'expenditure_total'")), "not_evaluable"),
    "no shares, another nature elsewhere": ((BARE, SAID.format("sentence = -1", OTHERS)), "not_evaluable"),
    "no shares, a doubtful amount beside": ((BARE, SAID.format("subject = 'reserve', doubts = ['covered']", OTHERS)), "not_evaluable"),
    "sound": ((), "held"),
    "the total misprinted": ((f"{MORE} 'expenditure_total'",), "violation"),
    "a part misprinted": ((f"{MORE} 'basic'",), "violation"),
    "a nature left out": ((f"delete from reading.claim where {CLAIM} and subject = 'project'",), "not_evaluable"),
    "a share misprinted": ((SAID.format("value = value + 1", "= 'basic' and role = 'share'"),), "not_evaluable"),
    "its form is there": ((f"{MORE} 'expenditure_total'",), "not_evaluable"),
    "two sentences, a part misprinted": ((*STOP, f"{MORE} 'basic'"), "violation"),
    "two sentences, a grand total": ((*STOP, GRAND), "not_evaluable"),
    "two sentences, a grand total and 其中": ((*STOP, GRAND, THEREOF, f"{MORE} 'basic'"), "violation"),
}  # fmt: skip
"""Case → what is done to the claims of a report whose T3 is missing, outcome of N-53; the first two need a report of basic and project expenditure alone."""


def test_a_total_of_the_prose_is_held_against_its_natures_where_all_of_them_are_named(warehouse):
    reports = warehouse.execute(
        "select report_id from checks.prose_claim where section = 'expenditure' group by all"
        " order by bool_or(subject in ('remitted', 'business_expenditure', 'subsidy')), report_id"
    ).fetchall()
    cases = {report_id: case for (report_id,), case in zip([*reports[:2], *reports[3:]], TOTALS, strict=False)}
    assert len(cases) == len(TOTALS)
    for report_id, case in cases.items():
        for spoil in TOTALS[case][0]:
            warehouse.execute(spoil, {"id": report_id})
        if case != "its form is there":
            missing = "update reading.form set status = 'missing' where form = 'T3' and report_id = $id"
            warehouse.execute(missing, {"id": report_id})
    desk.rejudge(warehouse)
    found = dict(
        warehouse.execute(
            "select report_id, if(outcome in ('exact', 'rounding'), 'held', outcome) from checks.outcome where identity_id = 'N-53'"
        ).fetchall()
    )
    assert {case: found[report_id] for report_id, case in cases.items()} == {
        case: told for case, (_, told) in TOTALS.items()
    }


def test_a_number_too_large_to_be_an_amount_is_not_judged_and_stops_nothing(warehouse):
    """A misprint may run into another number: twenty digits are held against nothing, and the others are judged."""
    warehouse.execute(
        "update reading.claim set value = 99999999999999999.99 where role in ('share', 'growth', 'completion', 'mean')"
    )
    warehouse.execute("update reading.claim set value_yuan = 9999999999999999999.99 where role in ('mean', 'budget')")
    warehouse.execute(
        "update reading.amount set value_yuan = 9999999999999999999.99 where form = 'T5' and line = 'total'"
    )
    desk.rejudge(warehouse)
    reasons = dict(
        warehouse.execute(
            "select reason, count(*) from checks.outcome where reason like 'a number%' group by all"
        ).fetchall()
    )
    assert reasons["a number too large to judge"] > 0
    assert warehouse.execute("select count(*) from checks.outcome where outcome = 'exact'").fetchone()[0] > 1000


def test_named_adjustments_stand_in_the_ledger_and_in_the_roll_forward_once(tmp_path):
    """An opening balance that a report explains by a correction and by money moved away, said twice."""
    layout = layouts.layout("shanghai_one_column")
    first = figures.report(4, plain=True)
    second = figures.next_year(first)
    head = f"{second.year}年度本年收入合计"
    told = "年初结转和结余中，会计差错更正3.00万元，归集调出2.00万元。"
    readings = [desk.reading(first, layout), desk.reading(second, layout, (head, f"{told}{told}{head}"))]
    connection = desk.filled(tmp_path, readings)
    ledger = "select opening_adjustment_yuan, unexplained_yuan from star.carry_forward where fund = 'all' and last_report_id is not null"
    rolled = "select residual from checks.outcome where identity_id = 'Y-01' and outcome = 'violation'"
    assert connection.execute(ledger).fetchall() == [(10_000, -10_000)]
    assert connection.execute(rolled).fetchall() == [(-10_000,)]


def test_a_quotient_of_whole_hundreds_of_millions_is_judged(warehouse):
    """预算数2亿元，决算数3亿元: together they stand for ±1亿元."""
    coarse = (
        "select 'N-57' as identity_id, report_id, 'coarse' as instance, 100 as factor, 90 as stated, 0.5 as stated_half, 100000000 as part,"
        " 100000000 as part_half, 200000000 as whole, 50000000 as whole_half, ['a', 'b', 'c'] as amount_ids from star.dim_report limit 1"
    )
    warehouse.execute(f"insert into checks.ratio by name {coarse}")
    creation.create(warehouse, models.model(SQL, "checks.quotient"))
    query = "select outcome from checks.quotient where instance = 'coarse'"
    assert warehouse.execute(query).fetchone() == ("rounding",)
