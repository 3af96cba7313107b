"""The ledger of numbers: nothing falls on the floor, and nothing is explained away."""

import pdfplumber
import pytest

from pipelines.pdf import Cell, Grid
from pipelines.reading.number_rules import numbering_in
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper, texts
from tests.support.paper.blocks import Paragraph


def drawn(tmp_path, *sentences: str, layout: str = "shanghai_three_columns"):
    """A report whose prose is these sentences."""
    chosen = layouts.layout(layout)
    told = tuple(Paragraph(sentence) for sentence in sentences)
    report = figures.report(8, university=chosen.table_set == "university")
    return paper.draw(layouts.paper(report, chosen, told), tmp_path / "report.pdf", chosen.style), report


def digits_of(path) -> int:
    with pdfplumber.open(path) as pdf:
        return sum(c["text"].isdigit() for page in pdf.pages for c in page.chars)


def kinds(reading, text: str) -> set[tuple[str, str]]:
    return {(t.kind, t.rule) for t in reading.tokens if t.text == text}


@pytest.mark.parametrize("layout", [one.name for one in layouts.LAYOUTS])
def test_every_digit_of_a_report_is_in_one_token(layout, tmp_path):
    path, _ = drawn(tmp_path, "2024年度收入支出总计100.25万元。", layout=layout)
    tokens = read_report(path, 2024).tokens
    assert sum(len("".join(c for c in t.text if c.isdigit())) for t in tokens) == digits_of(path)


@pytest.mark.parametrize("part", ["社会工作部", "西南大学", "改动版", "科学技术和信息化局"])
def test_every_digit_of_a_real_report_is_in_one_token(part, real_report):
    path = real_report(part)
    tokens = read_report(path, None).tokens
    assert sum(len("".join(c for c in t.text if c.isdigit())) for t in tokens) == digits_of(path)


def test_every_printed_amount_of_a_table_is_an_amount_in_the_ledger(tmp_path):
    path, report = drawn(tmp_path, "无。")
    reading = read_report(path, 2024)
    amounts = [t for t in reading.tokens if t.kind == "amount"]
    assert len(amounts) == len(texts.expected(report, layouts.layout("shanghai_three_columns")))
    printed = {a.key: a.text for form in reading.forms for a in form.amounts}
    assert all(printed[t.amount].replace(",", "") == t.text.replace(",", "") for t in amounts)


def test_an_unknown_sentence_with_an_amount_stays_unexplained(tmp_path):
    path, _ = drawn(tmp_path, "向火星基地拨付7,654.32万元，占全部的12.34%，共98辆。")
    reading = read_report(path, 2024)
    for text in ("7,654.32", "12.34", "98"):
        assert kinds(reading, text) == {("unexplained", "")}


def test_an_amount_at_the_start_of_a_line_is_no_section_number(tmp_path):
    path, _ = drawn(tmp_path, "95.36万元用于人员经费。", "88.93分为综合得分。", "1.2总体情况", "（3）其他情况")
    reading = read_report(path, 2024)
    assert kinds(reading, "95.36") == kinds(reading, "88.93") == {("unexplained", "")}
    assert ("section number", "chapter numbers") in kinds(reading, "1.2")
    assert ("section number", "numbered heading or item") in kinds(reading, "3")


@pytest.mark.parametrize(
    ("sentence", "text", "kind"),
    [
        ("截至2024年12月31日止。", "31", "date"),
        ("自2021年6月起实施。", "6", "date"),
        ("比2017年度有所变化。", "2017", "year"),
        ("依据东财发〔2021〕429号文件。", "429", "document number"),
        ("联系电话：021-52564588。", "52564588", "phone"),
        ("小学教育（2050202）支出。", "2050202", "code"),
        ("第17届会议。", "17", "ordinal"),
        ("主要原因：完成12条道路整治。", "12", "explained"),
        ("主要原因：办公用房由3处合并为2处。", "3", "explained"),
        ("主要原因：营造林任务由6.8万亩调减。", "6.8", "explained"),
        ("主要原因：全年举办培训16期。", "16", "explained"),
        ("表17 一级指标得分情况表", "17", "ordinal"),
    ],
)
def test_what_a_rule_explains(sentence, text, kind, tmp_path):
    path, _ = drawn(tmp_path, sentence)
    found = {k for k, _ in kinds(read_report(path, 2024), text)}
    assert kind in found
    assert "unexplained" not in found


def test_a_date_over_a_line_break_is_still_a_date(tmp_path):
    filler = "本部门认真落实各项工作要求并按规定公开有关情况"
    path, _ = drawn(tmp_path, *(f"{'一' * n}{filler}2019年11月28日。" for n in range(12)))
    found = [t.kind for t in read_report(path, 2024).tokens if t.text in ("2019", "11", "28")]
    assert found.count("date") == 36


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = tuple(
        Cell(row=row, column=column, row_span=1, column_span=1, text=text, box=(column, row, column + 1, row + 1))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Grid((0, 0, 2, len(rows)), (0, 1, 2), len(rows), cells)


def test_a_row_of_column_numbers_may_have_one():
    """栏次 | 1 above a column of amounts; a code alone in its row or its column numbers nothing."""
    found = numbering_in(grid(("项目", "采购金额"), ("栏次", "1"), ("合计", "3"), ("货物", "9")))
    assert {cell.text for cell in found} == {"1"}
    assert numbering_in(grid(("科目编码", "栏次"), ("201", "9"), ("", "7"))) == set()


def test_a_raised_digit_numbers_nothing():
    """A recogniser reads ¹ and ⁰ where a stroke is faint: they are digits, and no numbers."""
    assert numbering_in(grid(("项目", "采购金额"), ("栏次", "14⁰"), ("合计", "1¹1"), ("货物", "²"))) == set()
