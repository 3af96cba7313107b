"""Tables and questions of the desk: the page, the four files by their addresses, what narrows them, what is refused."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator

import duckdb
import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from pipelines.outputs.desk import streams
from pipelines.serving.desk.application import app
from pipelines.serving.guard import names
from pipelines.settings import PROJECT, Places
from pipelines.warehouse import database
from tests.support.desk.published import CIVIL, EDUCATION

BASE = "http://127.0.0.1:3002"
COSTS = "questions.spending_by_function"


@pytest.fixture(scope="module")
def desk(small: Places) -> Iterator[TestClient]:
    with TestClient(app(small, names(3002)), base_url=BASE) as client:
        yield client


def rows(small: Places, sql: str) -> list[tuple]:
    with database.connect(small.database) as connection:
        return connection.execute(sql).fetchall()


def test_every_table_and_question_that_is_carried_away_is_listed_with_its_files(desk):
    page = desk.get("/data").text
    for name in ("questions.three_public_costs", "star.fact_expenditure", "reading.amount"):
        assert all(f'href="/data/{name}{end}"' in page for end in ("", ".csv", ".json", ".parquet", ".xlsx")), name
    assert "raw.file" not in page


def test_the_four_files_say_the_same_as_the_warehouse(desk, small):
    told = rows(small, f"select * from {COSTS} order by all")
    table = pq.read_table(io.BytesIO(desk.get(f"/data/{COSTS}.parquet").content))
    assert [tuple(row.values()) for row in table.to_pylist()] == told
    objects = desk.get(f"/data/{COSTS}.json").json()
    assert [row["function_code"] for row in objects] == [row["function_code"] for row in table.to_pylist()]
    assert sum(row["spent_yuan"] for row in objects) == pytest.approx(
        float(sum(row["spent_yuan"] for row in table.to_pylist()))
    )
    lines = list(csv.reader(io.StringIO(desk.get(f"/data/{COSTS}.csv").content.decode("utf-8-sig"))))
    assert lines[0] == table.column_names
    assert len(lines) == len(told) + 1
    sheet = (
        zipfile.ZipFile(io.BytesIO(desk.get(f"/data/{COSTS}.xlsx").content)).read("xl/worksheets/sheet1.xml").decode()
    )
    assert sheet.count("<row ") == len(told) + 1


def test_a_question_is_narrowed_ordered_and_cut_off(desk):
    def asked(**query: str | int) -> list[dict]:
        return desk.get(f"/data/{COSTS}.json", params=query).json()

    assert {row["function_code"][:5] for row in asked(function_code="20805*")} == {"20805"}
    assert {row["fiscal_year"] for row in asked(fiscal_year=2024)} == {2024}
    assert asked(function_code="20805") != asked(function_code="20805*")
    assert asked(unit_name="%") == asked(unit_name="_") == [], "no sign but * stands for others"
    assert {row["held_in"] for row in asked(held_in="null")} == {None}
    assert {row["held_in"] for row in asked()} > {None}
    amounts = [row["spent_yuan"] for row in asked(order="-spent_yuan", limit=7)]
    assert len(amounts) == 7
    assert amounts == sorted(amounts, reverse=True)
    assert asked(fiscal_year=2024, unit_name="*") == asked(fiscal_year=2024)


def test_a_number_and_a_truth_are_compared_as_such(desk):
    def asked(question: str, **query: object) -> list[dict]:
        return desk.get(f"/data/questions.{question}.json", params=query).json()

    [row, *_] = asked("spending_by_function", order="-spent_yuan")
    assert row["spent_yuan"] == int(row["spent_yuan"])
    for typed in (int(row["spent_yuan"]), f"{row['spent_yuan']:.2f}", f"{row['spent_yuan']:.1f}"):
        assert row in asked("spending_by_function", spent_yuan=typed), typed
    assert asked("spending_by_function", spent_yuan=f"{int(row['spent_yuan'])}*")
    one, other = (
        asked("budget_against_final", is_comparable="True"),
        asked("budget_against_final", is_comparable="true"),
    )
    assert one == other


BAD = {
    "order=no_such": ("不能按“no_such”排序", "cannot be ordered by no_such: it has no such column; it has unit_name"),
    "order=-no_such;drop table x": ("由大到小的在前面加 -", "by one column alone"),
    "order=unit_name,-fiscal_year": ("不能按", "cannot be ordered"),
    "limit=abc": ("limit 须为不小于 0 的整数", "limit has to be a whole number from 0 up"),
    "limit=-5": ("不能是“-5”", "not “-5”"),
    "limit=1.5": ("limit", "limit"),
    "limit=%C2%B2": ("limit", "limit"),
    "limit=9223372036854775808": ("最多 9 位", "of 9 digits at most"),
    "first=-1": ("first 须为", "first has to be"),
    "order=unit_name&order=fiscal_year": ("order 只能写一次", "order may be said once"),
    "fiscal_year=abc": ("fiscal_year 是数字栏，“abc”不是数", "fiscal_year is a column of numbers, and “abc” is none"),
    "fiscal_year=2024;drop table x": ("不是数", "is none"),
    "fiscal_year=1e9999": ("不是数", "is none"),
}


@pytest.mark.parametrize("query", BAD)
@pytest.mark.parametrize("form", ["", ".csv", ".json"])
def test_what_cannot_be_meant_is_told_in_both_languages_and_not_answered_with_other_rows(desk, query, form):
    told = desk.get(f"/data/{COSTS}{form}?{query}")
    assert told.status_code == 400
    said = " / ".join(told.json().values()) if form == ".json" else told.text
    assert [words for words in BAD[query] if words not in said] == []
    assert told.headers["content-type"].startswith(
        {"": "text/html", ".csv": "text/plain", ".json": "application/json"}[form]
    )


def test_odd_values_find_nothing_and_break_nothing(desk):
    for value in ("%00", "%FF%FE", "' or 1=1--", '"', "!", "无此单位"):
        answer = desk.get(f"/data/{COSTS}.json?unit_name={value}")
        assert (answer.status_code, answer.json()) == (200, []), value


def test_a_table_that_there_is_not_is_told_with_where_all_are_listed(desk):
    for name in ("questions.none", "questions.none.json", "提问.支出", f"{COSTS}.xml", f"{COSTS}.JSON"):
        told = desk.get(f"/data/{name}")
        assert told.status_code == 404
        assert "/data 列" in told.text.replace("全部列在 /data", "/data 列"), name
        assert "/data lists all; a file is its name with .csv" in told.text


def test_a_method_that_is_not_answered_is_told_with_those_that_are(desk):
    for method, path, allowed in (("OPTIONS", f"/data/{COSTS}.json", "POST"), ("DELETE", "/check", "GET")):
        told = desk.request(method, path)
        assert told.status_code == 405
        assert allowed in told.headers["allow"]
    told = desk.post(f"/data/{COSTS}", json={})
    assert told.status_code == 405
    assert "GET" in told.headers["allow"]
    assert "不接受这种请求方法" in told.text
    assert desk.head(f"/data/{COSTS}.json").status_code == 200


def test_what_programs_may_ask_is_described_and_answered(desk):
    told = desk.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    [table, form] = [one["schema"]["enum"] for one in told["paths"]["/data/{table}.{form}"]["get"]["parameters"][:2]]
    assert sorted(form) == sorted(streams.FORMS)
    assert {f'href="/data/{name}"' for name in table} <= set(re.findall(r'href="/data/[\w.]+"', desk.get("/data").text))
    [row] = desk.get(f"/data/{COSTS}.json", params={"limit": 1}).json()
    values = {
        "table": COSTS,
        "form": "csv",
        "amount_id": row["address"].rpartition("/")[2],
        "key": row["address"].rpartition("/")[2][:16],
    }
    for path, asked in told["paths"].items():
        assert desk.get(path.format(**values)).status_code == 200, path
        assert desk.get(path.format(**dict.fromkeys(values, "none"))).status_code == 404, path
        assert {"200", "404"} <= asked["get"]["responses"].keys()


@pytest.mark.parametrize("form", ["", ".csv"])
def test_a_column_that_there_is_not_is_told_and_not_answered_with_all_rows(desk, form):
    told = desk.get(f"/data/{COSTS}{form}", params={"unitname": "x"})
    assert told.status_code == 400
    assert f"{COSTS} has no column unitname; it has unit_name, level, fiscal_year" in told.text
    assert "没有这一栏：unitname" in told.text


def test_what_rows_are_ordered_by_stands_beside_their_names(desk):
    """So that who asks where running costs grow fastest sees it on a phone."""

    def headings(query: str) -> list[str]:
        return re.findall(
            r'title="[^"]*"><a href="[^"]*"><span class="zh"[^>]*>([^<]*)',
            desk.get(f"/data/questions.running_costs{query}").text,
        )

    plain, ordered = headings(""), headings("?order=-growth_percent")
    assert ordered == [plain[0], "增减幅度（％）", *(one for one in plain[1:] if one != "增减幅度（％）")]
    row = re.search(
        r"<tbody>\s*<tr>(.*?)</tr>", desk.get("/data/questions.running_costs?order=-growth_percent").text, re.DOTALL
    )
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row[1])
    assert re.fullmatch(r"-?[\d.]+", cells[1]), "the cells are moved with their headings"


def test_a_row_of_one_figure_has_its_address(desk):
    [row] = desk.get("/data/star.fact_expenditure.json?limit=1").json()
    assert row["address"] == f"{BASE}/figure/{row['amount_id']}"
    assert desk.get(row["address"]).status_code == 200


def test_the_page_leads_on_and_its_links_keep_what_is_asked(desk):
    first = desk.get("/data/reading.amount?mark=number").text
    assert first.count("<tr>") == 201
    assert 'rel="next" href="/data/reading.amount?mark=number&amp;first=200"' in first
    assert 'href="/data/reading.amount.csv?mark=number"' in first
    assert 'href="/figure/' in first
    assert "1–200" in first
    assert "201–400" in desk.get("/data/reading.amount?mark=number&first=200").text
    question = desk.get("/data/questions.running_costs").text
    assert 'href="/file?file=' in question
    back = desk.get("/file", params={"file": "2024/民政局.pdf"}, follow_redirects=False)
    assert back.headers["location"].startswith("/report/")
    assert "&amp;page=" in question
    page = desk.get("/file", params={"file": "2024/民政局.pdf", "page": "7"}, follow_redirects=False)
    assert page.headers["location"] == back.headers["location"].replace("report", "pdf") + "#page=7"
    odd = desk.get("/file", params={"file": "2024/民政局.pdf", "page": "7\r\nx: y"}, follow_redirects=False)
    assert odd.headers["location"] == back.headers["location"]


@pytest.mark.parametrize(
    "name", ["raw.file", "raw.file.csv", "information_schema.tables", "star.none.json", "x", "star.dim_unit;--"]
)
def test_no_other_table_is_handed_out(desk, name):
    assert desk.get(f"/data/{name}").status_code == 404


def test_what_takes_too_long_is_given_up_and_told(small, monkeypatch):
    from pipelines.serving.desk import asking

    with asking.asked(small, seconds=0.2) as warehouse, pytest.raises(duckdb.InterruptException):
        warehouse.connection.execute("select count(*) from range(100000000) a, range(100000) b").fetchall()


def test_the_connection_reaches_no_file_and_changes_nothing(small):
    from pipelines.serving.desk import asking

    with asking.asked(small) as warehouse:
        for sql in (
            "create table star.x (a int)", "copy (select 1) to '/tmp/x.csv'", "from read_csv('/etc/passwd')",
            "set enable_external_access = true", "attach '/tmp/x.duckdb'",
        ):  # fmt: skip
            with pytest.raises(duckdb.Error):
                warehouse.connection.execute(sql)


def test_a_text_that_would_be_a_formula_is_none_and_a_number_stays_one():
    with duckdb.connect() as connection:
        sql = "select * from (values ('=1+1'), ('@a'), ('-a'), ('+1'), ('-3.50'), ('a')) t(text)"
        lines = b"".join(streams.as_csv(connection.execute(sql))).decode("utf-8-sig").split()
        assert lines == ["text", "'=1+1", "'@a", "'-a", "+1", "-3.50", "a"]
        book = b"".join(streams.as_xlsx(connection.execute(sql)))
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()


def test_an_empty_answer_is_a_whole_file_too():
    with duckdb.connect() as connection:
        sql = "select 1 as a where false"
        assert b"".join(streams.as_csv(connection.execute(sql))).decode("utf-8-sig") == "a\r\n"
        assert b"".join(streams.as_json(connection.execute(sql))) == b"[]"
        assert pq.read_table(io.BytesIO(b"".join(streams.as_parquet(connection.execute(sql))))).num_rows == 0


def test_more_rows_than_a_sheet_has_are_refused(desk, monkeypatch):
    monkeypatch.setattr(streams, "MOST_IN_A_SHEET", 10)
    answer = desk.get("/data/reading.amount.xlsx")
    assert answer.status_code == 400
    assert "CSV" in answer.text


def answers(small: Places) -> dict[str, list[tuple]]:
    """The rows that each SELECT of the newcomers' questions in docs/desk.md gives, two units of ours in the place of its dots."""
    text = (PROJECT / "docs" / "desk.md").read_text(encoding="utf-8")
    asked = re.findall(r"\| `((?:from|select) [^`]*)` \|$", text, re.MULTILINE)
    return {
        sql: rows(small, sql.replace("'…', '…'", f"'{CIVIL}', '{EDUCATION}'").replace("'…'", f"'{CIVIL}'"))
        for sql in asked
    }


def test_each_question_of_a_newcomer_has_a_select(small):
    found = answers(small)
    assert len(found) == 8
    assert [
        sql
        for sql, told in found.items()
        if not told and "budget_against_final" not in sql and "reading.amount" not in sql
    ] == []


def test_no_sum_of_a_newcomer_is_doubled(small):
    """What the SELECT of a unit's spending adds up to is what the star holds of it in all funds, which hold all others."""
    [told] = [told for sql, told in answers(small).items() if sql.startswith("select class_name")]
    spent = (
        "select sum(amount_yuan) from star.fact_expenditure join star.dim_unit using (unit_key)"
        f" where scope = 'all_funds' and unit_name = '{CIVIL}'"
    )
    assert sum(row[2] for row in told) == rows(small, spent)[0][0] > 0
