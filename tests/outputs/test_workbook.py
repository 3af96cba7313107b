"""The workbook for people: every figure in its place as a number in 元, nothing out of a PDF a formula, heads in sight."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipelines.findings import tables
from pipelines.lists import read_list
from pipelines.outputs.export import provenance, sheet_values, workbook
from pipelines.settings import DESK_URL, SQL
from pipelines.vocabulary import form_wordings, labels
from pipelines.warehouse import creation, models
from tests.support.desk import desk, published
from tests.support.desk.asking import asked
from tests.support.faults import injections
from tests.support.faults.injections import Error
from tests.support.figures import figures
from tests.support.paper import layouts
from tests.support.tools import excel

HOSTILE = ('=HYPERLINK("http://outside.example","x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "http://outside.example")


@pytest.fixture
def warehouse(small) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(small.database, read_only=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def sheets(small, tmp_path_factory) -> dict[str, excel.SheetSeen]:
    path = tmp_path_factory.mktemp("book") / workbook.NAME
    with duckdb.connect(small.database, read_only=True) as connection:
        workbook.write(asked(connection), path, provenance.of(asked(connection)))
    return excel.read(path)


def test_sheets_are_the_overview_the_forms_by_name_the_findings_and_the_reports(sheets, warehouse):
    filled = warehouse.sql("select distinct form from reading.amount where mark != 'blank'").fetchall()
    names = {labels.form(form)[0] for (form,) in filled}
    asked = [question.title for question in models.questions(SQL)]
    assert list(sheets)[:5] == ["说明", "总览", "发现", "不符情况", "预决算对比"]
    assert set(list(sheets)[3 : len(asked) + 3]) == set(asked)
    assert list(sheets)[len(asked) + 3] == "收入支出决算总表"
    assert list(sheets)[-1] == "报告"
    assert set(sheets) == {*names, *asked, "说明", "总览", "发现", "报告"}
    listed = [cell.value for (row, column), cell in sheets["说明"].cells.items() if column == 0]
    assert listed[-len(sheets) + 1 :] == list(sheets)[1:]


def test_every_question_has_its_place():
    listed = [row["question"] for _, row in read_list(SQL / "workbook" / "questions.csv", ["question"])]
    assert sorted(listed) == [question.name for question in models.questions(SQL)]


def test_what_does_not_hold_is_listed_alone(sheets, warehouse):
    [(held,)] = warehouse.sql("select count(*) from questions.findings_by_identity where violations = 0").fetchall()
    assert held > 100
    assert {row["不符次数"].value > 0 for row in sheets["不符情况"].rows} == {True}


def test_a_row_leads_to_the_desk(sheets, warehouse):
    """To the figure where a row is of figures, else to its report."""
    ids = {one for (one,) in warehouse.sql("select amount_id from reading.amount").fetchall()}
    rows = sheets["支出决算表"].rows
    assert rows
    assert {row["地址"].value.removeprefix(f"{DESK_URL}/figure/") for row in rows} <= ids
    reports = {row["SHA-256"].value[:16] for row in sheets["报告"].rows}
    assert {row["地址"].value for row in sheets["总览"].rows} <= {f"{DESK_URL}/report/{key}" for key in reports}
    assert {row["地址"].value.startswith(f"{DESK_URL}/figure/") for row in sheets["机关运行经费"].rows} == {True}


def test_an_answer_is_the_view_under_its_chinese_headings(sheets, warehouse):
    for question in models.questions(SQL):
        sheet = sheets[question.title]
        only = " where 不符次数 > 0" if question.name == "findings_by_identity" else ""
        view = warehouse.sql(f'select * from 提问."{question.title}"{only}')
        assert list(sheet.row(0)) == view.columns, question.name
        filled = [[value for value in row if value is not None and value != ""] for row in view.fetchall()]
        shown = [[cell.value for cell in row.values()] for row in sheet.rows]
        assert sorted(map(plain, filled)) == sorted(map(plain, shown)), question.name


def plain(row: list) -> str:
    """A row as text, numbers as floats, yes and no in Chinese."""
    yes_or_no = {True: "是", False: "否"}
    told = [yes_or_no[value] if isinstance(value, bool) else value for value in row]
    return str([value if isinstance(value, str) else float(value) for value in told])


def test_every_printed_number_of_a_form_stands_there_in_yuan(sheets, warehouse):
    for name, sheet in sheets.items():
        form = next((f.form for f in form_wordings.forms() if f.name == name), None)
        if form is None:
            continue
        printed = warehouse.execute(
            "select value_yuan from reading.amount where form = ? and value_yuan is not null and not is_held", [form]
        ).fetchall()
        cells = [cell.value for row in sheet.rows for head, cell in row.items() if head.endswith("（元）")]
        shown = [value for value in cells if isinstance(value, float)]
        assert sorted(shown) == sorted(float(value) for (value,) in printed), name
        assert len(shown) > 5, name


def test_a_misprint_is_shown_as_printed_in_its_row_and_column(sheets, warehouse):
    [(label, year)] = warehouse.execute(
        "select row_label, fiscal_year from reading.amount join star.dim_report using (report_id) where text = ? and form = 'T3'",
        [published.PRINTED],
    ).fetchall()
    rows = [r for r in sheets["支出决算表"].rows if (r["年度"].value, r["单位"].value) == (year, published.CIVIL)]
    [row] = [r for r in rows if r["项目"].value == label and 53464300.0 in [cell.value for cell in r.values()]]
    assert {row[head].shape for head in row if head.endswith("（元）")} == {"#,##0"}
    assert row["印刷单位"].value == "万元"
    assert row["年度"].shape == "General"


def test_decimals_are_those_printed():
    steps = {"100": 0, "1": 0, "0.01": 2, "0.1": 1, "10000": 0, "0.0001": 4}
    assert {step: sheet_values.decimals_of(Decimal(step)) for step in steps} == steps
    assert sheet_values.decimals_of(None) == 2


def test_three_public_expenses_are_one_row_a_report(sheets, warehouse):
    rows = sheets["财政拨款“三公”经费支出决算表"].rows
    assert len(rows) == 3
    for row in rows:
        total = warehouse.execute(
            "select sum(amount_yuan) from star.fact_three_public join star.dim_unit using (unit_key)"
            " where fiscal_year = ? and unit_name = ? and phase = 'final' and measure = 'amount'",
            [row["年度"].value, row["单位"].value],
        ).fetchone()[0]
        assert abs(row["决算：合计（元）"].value - float(total)) <= 200


def test_the_overview_has_what_the_star_has(sheets, warehouse):
    rows = {(row["单位"].value, row["年度"].value): row for row in sheets["总览"].rows}
    accounts = warehouse.sql(
        "select unit_name, fiscal_year, income_yuan, expenditure_yuan, closing_yuan from star.carry_forward"
        " join star.dim_unit using (unit_key) where fund = 'all'"
    ).fetchall()
    assert len(accounts) == len(rows) == 3
    for unit, year, income, expenditure, closing in accounts:
        row = rows[unit, year]
        told = [row[head].value for head in ("本年收入（元）", "本年支出（元）", "年末结转和结余（元）")]
        assert told == [float(income), float(expenditure), float(closing)]


def test_every_finding_is_there_with_its_sentence(sheets, warehouse):
    told = warehouse.sql("select sentence_zh, page from findings.finding").fetchall()
    shown = [(row["说明"].value, row["页"].value) for row in sheets["发现"].rows]
    assert sorted(shown) == sorted(told)
    assert len(told) >= 2
    assert {row["程度"].value for row in sheets["发现"].rows} <= {"严重", "错误", "提示", "说明"}


def test_heads_and_names_stay_in_sight_and_columns_are_wide_enough(sheets):
    for name, sheet in sheets.items():
        if name == "说明":
            continue
        heads = sheet.row(0)
        columns, rows = sheet.frozen
        assert rows == 1
        assert columns >= 2
        assert len(sheet.widths) == len(heads)
        assert sum(sheet.widths[c] for c in range(columns)) < 120, name
        for (row, column), cell in sheet.cells.items():
            if row and isinstance(cell.value, float):
                assert sheet.widths[column] >= len(f"{cell.value:,.0f}")


def test_the_first_sheet_says_where_it_comes_from(sheets, warehouse):
    made = provenance.of(asked(warehouse))
    said = " ".join(cell.value for cell in sheets["说明"].cells.values())
    assert made.code.removesuffix("-dirty") in said
    assert str(made.created.year) in said
    hashes = {row["SHA-256"].value for row in sheets["报告"].rows}
    assert hashes == {report.sha256 for report in made.reports}


def test_every_meaning_of_a_column_has_chinese_words():
    keys = {row["column"] for row in form_wordings.rows("columns")} - {"ordinal", "name", "code"}
    items = {row["line"] for row in form_wordings.rows("lines") if (row["form"], row["panel"]) == ("T7", "")} - {
        "count"
    }
    assert keys - {"final"} <= {*labels.keys("column"), "budget"}
    assert items <= set(labels.keys("public"))


def hostile_reading():
    """A reading whose every name begins as a formula does, with a broken sum so that a finding quotes one."""
    layout = layouts.layout("shanghai_one_column")
    sound = desk.reading(figures.report(41, unit=HOSTILE[0]), layout)
    key = next(a.key for f in sound.forms if f.key == "T1" for a in f.amounts if a.line == "income_total")
    reading = injections.spoiled(sound, Error("ten", {key: Decimal("99999.99")}))
    said = iter(HOSTILE * 5000)
    forms = tuple(replace(f, amounts=tuple(spoiled(a, next(said)) for a in f.amounts)) for f in reading.forms)
    return replace(reading, forms=forms)


def spoiled(amount, text: str):
    return replace(amount, label=text, text=text if amount.number is None and amount.mark != "blank" else amount.text)


def test_nothing_out_of_a_pdf_becomes_a_formula_or_a_link(tmp_path: Path):
    path = tmp_path / workbook.NAME
    with desk.filled(tmp_path, [hostile_reading()]) as connection:
        tables.write(asked(connection))
        creation.answer(asked(connection))
        workbook.write(asked(connection), path, provenance.of(asked(connection)))
    found = excel.read(path)
    texts = [cell for sheet in found.values() for cell in sheet.cells.values() if isinstance(cell.value, str)]
    assert {sheet.formulas for sheet in found.values()} == {0}
    assert set(HOSTILE) <= {cell.value for cell in texts}
    begun = [cell for cell in texts if cell.value.startswith(("=", "+", "-", "@", "\t"))]
    assert len(begun) > 50
    assert all(cell.is_quoted for cell in begun)
    assert b'TargetMode="External"' not in b"".join(parts(path))


def parts(path: Path) -> Iterator[bytes]:
    from zipfile import ZipFile

    with ZipFile(path) as file:
        yield from (file.read(name) for name in file.namelist() if "sharedStrings" not in name)


def test_a_table_too_long_for_a_sheet_goes_on_in_the_next(monkeypatch, warehouse, sheets, tmp_path):
    longest = max(len(sheet.rows) for sheet in sheets.values())
    monkeypatch.setattr(workbook, "_ROWS", longest - 1)
    workbook.write(asked(warehouse), tmp_path / workbook.NAME, provenance.of(asked(warehouse)))
    found = excel.read(tmp_path / workbook.NAME)
    names = [name for name, sheet in sheets.items() if len(sheet.rows) == longest]
    for name in names:
        assert found[name].rows + found[f"{name}（2）"].rows == sheets[name].rows
    assert set(found) - set(sheets) == {f"{name}（2）" for name in names}
    assert set(found) - {"说明"} <= {cell.value for cell in found["说明"].cells.values()}
