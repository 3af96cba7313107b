"""Findings: one story a cause, with its suspects and sentences, the same over runs, and set aside only by a person."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.cli import summary
from pipelines.doubts import Doubt
from pipelines.findings import tables, violated
from pipelines.findings.places import Place
from pipelines.findings.ranges import printed_range
from pipelines.queries import Warehouse
from pipelines.settings import Places
from pipelines.vocabulary import labels
from pipelines.vocabulary.intervals import Interval
from pipelines.warehouse import rereading
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.faults import injections
from tests.support.faults.injections import Error
from tests.support.figures import figures
from tests.support.paper import layouts

LAYOUT = layouts.layout("shanghai_one_column")


def told(folder, reading):
    """A warehouse of one reading with its findings."""
    connection = desk.filled(folder, [reading])
    tables.write(asked(connection))
    return connection


def key_of(reading, form: str, line: str) -> str:
    """The key of the first amount of a line."""
    return next(a.key for f in reading.forms if f.key == form for a in f.amounts if a.line == line)


@pytest.fixture(scope="module")
def sound():
    return desk.reading(figures.report(41, unit="样本市样本局"), LAYOUT)


@pytest.fixture(scope="module")
def harmed(sound, tmp_path_factory):
    """A warehouse of a report whose 本年收入合计 of T1 has a digit too many; the key of that amount."""
    key = key_of(sound, "T1", "income_total")
    value = next(a.number.value for f in sound.forms for a in f.amounts if a.key == key)
    spoiled = injections.spoiled(sound, Error("ten", {key: value * 10}))
    return told(tmp_path_factory.mktemp("harmed"), spoiled), key, value


def test_a_sound_report_has_no_finding(sound, tmp_path):
    connection = told(tmp_path, sound)
    assert connection.execute("select count(*) from findings.finding").fetchone() == (0,)


def test_what_our_reading_does_not_explain_is_no_finding_and_read_no_second_time(sound, tmp_path):
    tokens = tuple(replace(token, kind="unexplained") for token in sound.tokens)
    connection = told(tmp_path, replace(sound, tokens=tokens))
    assert connection.execute("select count(*) from findings.finding").fetchone() == (0,)
    assert rereading.pages_due(asked(connection)) == {}
    [noted] = asked(connection).rows("check_file/coverage", report=desk.report_id(0))
    number = {"page": 1, "sheet": "", "member": "", "text": "1"}
    assert noted == {"numbers": len(tokens), "format": "pdf", "unexplained": [number]}


OVER = {"budget_total": "14.28", "budget_vehicles": "12.00", "budget_running": "12.00", "budget_reception": "2.28"}


def test_what_is_over_budget_accuses_no_number_and_gives_the_reason(tmp_path):
    said = "支出预算为14.28万元，支出决算为14.74万元，完成预算的103.22%。决算数大于预算数的主要原因是：接待任务增加。"
    old = "支出预算为17.59万元，支出决算为14.74万元，完成预算的83.79%。"
    reading = desk.reading(figures.report(41, unit="样本市样本局"), LAYOUT, (old, said))
    [t7] = [form for form in reading.forms if form.key == "T7"]
    over = {a.key: Decimal(OVER[a.column]) for a in t7.amounts if a.column in OVER}
    connection = told(tmp_path, injections.spoiled(reading, Error("over", over)))
    [(identities, sentence, english)] = connection.execute(
        "select identities, sentence_zh, sentence_en from findings.finding"
    ).fetchall()
    assert identities == ["B-04"]
    assert "应为" not in sentence
    assert "超预算0.46万元，报告说明的原因：“接待任务增加”" in sentence
    assert "over budget by 0.46万元" in english
    assert connection.execute("select count(*) from findings.suspect").fetchone() == (0,)


def test_one_wrong_number_is_one_finding_with_its_symptoms(harmed):
    connection, key, value = harmed
    [(identities, is_only, sentence, english)] = connection.execute(
        "select identities, is_only, sentence_zh, sentence_en from findings.finding"
    ).fetchall()
    assert {"W1-01", "W1-02", "C-01"} <= set(identities)
    symptoms = connection.execute("select count(*), count(*) filter (is_lead) from findings.symptom").fetchone()
    violations = connection.execute("select count(*) from checks.violation").fetchone()
    assert symptoms == (violations[0], 1)
    assert is_only
    [(amount_id, low, high, slip)] = connection.execute(
        "select amount_id, low_yuan, high_yuan, slip from findings.suspect"
    ).fetchall()
    assert amount_id.endswith(key)
    assert low <= value * 10_000 <= high
    assert slip == "times_10"
    assert re.search(r"印为[\d,.]+万元，(按报告其他各数应为[\d,.–]+万元（疑为小数点错位|而第)", sentence)
    assert "a digit too many" in english


def test_findings_are_the_same_over_runs(harmed, tmp_path):
    connection, *_ = harmed
    before = connection.execute("select * from findings.finding order by all").fetchall()
    tables.write(asked(connection))
    assert connection.execute("select * from findings.finding order by all").fetchall() == before


def test_suspects_never_enter_the_data(harmed):
    connection, key, value = harmed
    (printed,) = connection.execute("select value from reading.amount where amount_id like '%' || ?", [key]).fetchone()
    assert printed == value * 10


def test_every_violation_is_in_exactly_one_finding(harmed):
    connection, *_ = harmed
    loose = connection.execute(
        "select count(*) from checks.violation anti join findings.symptom using (identity_id, report_id, instance)"
    ).fetchone()
    twice = connection.execute(
        "select count(*) from (select 1 from findings.symptom group by identity_id, report_id, instance having count(*) > 1)"
    ).fetchone()
    assert (loose, twice) == ((0,), (0,))


def test_a_finding_set_aside_stays_and_says_so(harmed, tmp_path):
    connection, *_ = harmed
    (finding,) = connection.execute("select finding_id from findings.finding").fetchone()
    (tmp_path / "waivers.csv").write_text(
        f"finding_id,reason,who,date\n{finding},已与单位核实,审计员,2026-11-24\n{'0' * 16},旧,审计员,2025\n",
        encoding="utf-8",
    )
    tables.write(Warehouse(connection, Places(tmp_path, tmp_path, expectations=tmp_path)))
    assert connection.execute("select finding_id, is_waived, waiver from findings.finding").fetchall() == [
        (finding, True, "已与单位核实 (审计员, 2026-11-24)")
    ]
    assert asked(connection).ask("summary/idle_waivers").fetchall() == [("0" * 16, 3, "审计员")]
    said = list(summary._cut(asked(connection), "summary/idle_waivers", summary._idle_line, "findings.waiver"))
    assert [line.en for line in said] == [
        f"  waives nothing: {'0' * 16} (line 3 of waivers.csv, 审计员): there is no such finding"
    ]


def test_every_table_and_column_of_findings_is_described(harmed):
    connection, *_ = harmed
    bare = connection.execute(
        "select table_name || '.' || column_name from duckdb_columns() where schema_name = 'findings' and comment is null"
    ).fetchall()
    assert bare == []


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [("71.648591", "71.659176", "71.65"), ("71.641", "71.659", "71.65"), ("9.44", "9.56", "9.44–9.56"), ("0.5512", "0.5588", "0.5512–0.5588")],
)  # fmt: skip
def test_an_interval_is_told_in_numbers_that_could_be_printed(low, high, text):
    place = Place(page=1, name="“占比”", text="0.00", counted_in="%", decimals=2)
    assert printed_range(Interval(Decimal(low), Decimal(high)), place) == text


def test_an_interval_without_limits_is_not_told():
    assert printed_range(Interval(None, None), Place(page=1, name="", text="", counted_in="万元", decimals=2)) == ""


def test_two_causes_are_two_findings(sound, tmp_path):
    wrong = {key_of(sound, "T1", "income_total"): Decimal("77777.77")}
    both = injections.spoiled(sound, Error("ten", wrong))
    doubts = (
        *both.doubts,
        Doubt(
            scope="identity",
            page=7,
            reason="heading says unit 另一局, the report goes by 样本局",
            detail="另一局",
            remedy="",
            held=False,
        ),
    )
    connection = told(tmp_path, replace(both, doubts=doubts))
    rows = connection.execute(
        "select identities, sentence_zh from findings.finding order by len(identities)"
    ).fetchall()
    assert [len(rows), rows[0][0]] == [2, ["C-23"]]
    assert rows[0][1].startswith(
        "第7页标题的单位名称写作“另一局”，报告的单位为“样本局”。封面、标题、各表的单位名称应当一致（C-23）。"
    )


def test_a_number_without_a_sentence_has_a_name(harmed):
    """A table of scores has none: its numbers are told by what they are about alone."""
    connection, _, _ = harmed
    [claim] = connection.execute("select claim_id from reading.claim where subject = 'income_total' limit 1").fetchone()
    connection.begin()
    connection.execute("update reading.claim set sentence = null, label = '' where claim_id = $1", [claim])
    [row] = asked(connection).rows("findings/places", ids=[claim])
    connection.rollback()
    assert row["name"] == labels.word("subject", "income_total")[0]


def test_a_number_of_a_sheet_is_told_by_its_place_there(harmed):
    """And its page by the name of the sheet; of a PDF nothing of the kind is known."""
    connection, _, _ = harmed
    warehouse = asked(connection)
    amount, report_id, page = connection.execute(
        "select amount_id, report_id, page from reading.amount where text != '' limit 1"
    ).fetchone()
    printed = violated.places_of(warehouse, [amount])[amount]
    assert (printed.at_zh, printed.at_en) == (f"第{page}页", f"page {page}")
    assert warehouse.rows("findings/sheets") == []
    connection.begin()
    connection.execute(
        "insert into reading.address select report_id, page, bbox, 'C5:D5' from reading.amount where amount_id = $1",
        [amount],
    )
    connection.execute("delete from reading.page where report_id = $1 and page = $2", [report_id, page])
    connection.execute(
        "insert into reading.page by name select $1 as report_id, $2 as page, '附表' as name, '' as member",
        [report_id, page],
    )
    place = violated.places_of(warehouse, [amount])[amount]
    sheets = warehouse.rows("findings/sheets")
    connection.rollback()
    assert (place.at_zh, place.at_en) == ("工作表“附表”C5:D5", "C5:D5 of sheet “附表”")
    assert sheets == [{"report_id": report_id, "page": page, "sheet": "附表", "member": ""}]


def test_a_number_that_the_prose_says_twice_is_not_blamed_for_a_share(tmp_path):
    """Without T7 nothing but the prose itself tells that the amount is right; it is that of the total, too, which looks like a slip."""
    words = (
        ("支出预算为5.98万元，支出决算为5.26万元，完成预算的87.97%", "支出预算为20.00万元，支出决算为7.31万元，完成预算的36.55%"),
        ("因公出国（境）费支出决算为2.87万元；公务用车购置及运行维护费支出决算为1.11万元；公务接待费支出决算为1.28万元", "公务接待费支出决算为7.31万元"),
        ("因公出国（境）费支出决算2.87万元，占54.60%；公务用车购置及运行维护费支出决算1.11万元，占21.14%；公务接待费支出决算1.28万元，占24.26%", "公务接待费支出决算7.31万元，占36.54%"),
    )  # fmt: skip
    said = desk.reading(figures.report(3), LAYOUT, *words)
    alone = replace(said, forms=tuple(form for form in said.forms if form.key != "T7"))
    sentences = told(tmp_path, alone).execute("select sentence_zh from findings.finding").fetchall()
    [sentence] = [text for (text,) in sentences if "N-13" in text]
    assert "公务接待费“占36.54%”：印为36.54%，按报告其他各数应为" in sentence


def test_a_class_of_basic_expenditure_is_no_share_of_all_that_was_spent(tmp_path):
    """Where neither the words nor the figures say what 占 P% is a share of, nothing tells that it is wrong."""
    before = "对附属单位补助支出616.89万元，占4.51%。"
    words = f"{before}基本支出3992.82万元中，工资福利支出3000.00万元，占75.13%；商品和服务支出992.82万元，占24.90%。"
    said = desk.reading(figures.report(3), LAYOUT, (before, words))
    assert told(tmp_path, said).execute("select sentence_zh from findings.finding").fetchall() == []


def test_a_total_is_no_share_of_itself_where_nothing_says_of_what_it_is_one(tmp_path):
    total = "政府采购支出总额2895.89万元"
    said = desk.reading(figures.report(3), LAYOUT, (f"{total}，", f"{total}，占财政支出的比重为7.40%，"))
    assert told(tmp_path, said).execute("select sentence_zh from findings.finding").fetchall() == []


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("占24.26%", ""),
        ("占2", "第1页“占2”：缺百分号。"),
        ("占24.26万", "第1页“占24.26万”：“万”后缺“元”。"),
        ("占24.26亿", "第1页“占24.26亿”：“亿”后缺“元”。"),
        ("占1.28", "第1页“占1.28”：缺百分号。"),
        ("占24.26%，年初预算为0.00万元，较上年增加（减少）0.00万元", ""),  # of the blank form: S-06 tells it
        ("占24.26%，决算数大⼩于预算数", "第1页“决算数大小于预算数”：方向不明。"),
    ],
)
def test_the_clause_that_is_quoted_is_the_one_that_lacks_the_sign(printed, quoted, tmp_path):
    """The same digits stand in other clauses of the sentence, with their sign or within another number."""
    sentences = told(tmp_path, desk.reading(figures.report(3), LAYOUT, ("占24.26%", printed))).execute(
        "select sentence_zh from findings.finding where contains(sentence_zh, 'S-08')"
    )
    assert [text.split("用语应当")[0] for (text,) in sentences.fetchall()] == ([quoted] if quoted else [])


@pytest.mark.parametrize(
    ("kinds", "is_told"),
    [("机要通信用车2辆", False), ("机要通信用车9辆", True), ("机要通信用车2辆、其他用车1辆", True)],
)
def test_one_kind_of_the_vehicles_is_not_all(kinds, is_told, tmp_path):
    """共有车辆4辆，其中机要通信用车2辆 names some of them; more than there are, or two kinds that are too few, do not add up."""
    listed = "主要领导干部用车1辆、机要通信用车2辆、其他用车1辆"
    sentences = told(tmp_path, desk.reading(figures.report(3), LAYOUT, (listed, kinds))).execute(
        "select sentence_zh from findings.finding where contains(sentence_zh, 'N-20')"
    )
    assert bool(sentences.fetchall()) == is_told


def test_the_clause_that_is_quoted_is_the_one_the_number_stands_in(tmp_path):
    """One clause may hold the same digits twice: 预算 X万元（其中：一般公共预算支出 X万元），支出决算 X万元."""
    visits = "国内公务接待12批次、96人次。"
    words = f"{visits}“三公”经费支出预算5.98万元（其中：一般公共预算支出5.98万元；政府性基金预算支出0万元），支出决算5.98万元，上年支出决算5.98万元。"
    [(text,)] = (
        told(tmp_path, desk.reading(figures.report(3), LAYOUT, (visits, words)))
        .execute(
            "select sentence_zh from findings.finding where contains(sentence_zh, '5.98') and contains(sentence_zh, '5.26')"
        )
        .fetchall()
    )
    assert "支出决算5.98万元" in text
    assert "上年支出决算5.98万元" not in text
