"""Numbers of budgets: what no form and no sentence of theirs explains by itself."""

from decimal import Decimal

import pytest

from pipelines.forms.form_set import FormSet
from pipelines.forms.forms import Amount, Unloaded
from pipelines.pdf import Cell, Grid
from pipelines.prose import NUMBER
from pipelines.reading.number_ledger import IN_WORDS, beside_amounts, of_line
from pipelines.reading.number_rules import (
    UNEXPLAINED,
    CellRules,
    Explained,
    KnownFrames,
    explain_in_sections,
    explain_numbers,
)
from pipelines.vocabulary.form_wordings import number_rules
from pipelines.vocabulary.numbers import Number
from tests.support.desk.paragraphs import running
from tests.support.files.reading import read_report

TARGETS = "项目支出绩效目标表"


def test_text_in_the_frame_of_a_known_table_is_of_that_table():
    torn = FormSet((), (), (Unloaded(TARGETS, ((4, (100.0, 100.0, 500.0, 300.0)),)),))
    rule = KnownFrames(torn).rule
    assert rule(4, (120.0, 150.0, 160.0, 160.0)) == ("unloaded table", TARGETS)
    assert rule(4, (20.0, 150.0, 60.0, 160.0)) == ("unexplained", "")
    assert rule(4, (120.0, 400.0, 160.0, 410.0)) == ("unexplained", "")
    assert rule(5, (120.0, 150.0, 160.0, 160.0)) == ("unexplained", "")


def test_where_the_table_goes_on_all_text_between_is_of_it():
    box = (100.0, 100.0, 500.0, 300.0)
    rule = KnownFrames(FormSet((), (), (Unloaded(TARGETS, ((4, box), (5, box))),))).rule
    assert rule(4, (20.0, 400.0, 60.0, 410.0)) == ("unloaded table", TARGETS)
    assert rule(5, (20.0, 40.0, 60.0, 50.0)) == ("unloaded table", TARGETS)
    assert rule(4, (120.0, 40.0, 160.0, 50.0)) == ("unexplained", "")
    assert rule(5, (120.0, 400.0, 160.0, 410.0)) == ("unexplained", "")


def test_a_rule_that_sees_only_its_section_yields_to_the_frame_of_a_table():
    """A list of targets behind a glossary: its torn cells are no definitions; a date in it is a date."""
    defined, framed = Explained("explained", "number in a definition"), Explained("unloaded table", TARGETS)
    assert of_line(defined, framed) == framed
    assert of_line(defined, UNEXPLAINED) == defined
    assert of_line(Explained("date", "day"), framed) == Explained("date", "day")
    assert of_line(None, UNEXPLAINED) == UNEXPLAINED


@pytest.mark.parametrize(
    ("sentence", "number", "told"),
    [
        ("7月25日至26日召开会议。", "26", ("date", "day")),
        ("“2025年15分钟生活圈规划”项目为追加项目。", "15", ("ordinal", "name with a number")),
        ("3号线建成。", "3", ("explained", "number of a house, a line or a lot")),
        ("514样本大学科研基地专项绩效目标表", "514", ("code", "code before the name of a project")),
        ("（五）514-样本大学修缮项目", "514", ("code", "code before the name of a project")),
        ("样本市公共卫生服务（11类项目）补助资金。", "11", ("ordinal", "name with a number")),
        ("用于禁毒、610经费等。", "610", ("ordinal", "name with a number")),
    ],
)
def test_what_is_said_of_a_number_is_true_of_it(sentence: str, number: str, told: tuple[str, str]):
    text = running(sentence)
    found = explain_numbers(text, number_rules("budget")).by_offset
    assert found[text.text.rindex(number)] == told


def test_what_running_costs_are_spent_on_has_names_that_end_in_expenses():
    text = running("其中工会经费22万元、其他交通费用63万元。")
    sections = ["running_costs"] * len(text.sentences)
    found = explain_in_sections(text, sections, explain_numbers(text, number_rules("budget"))).by_offset
    told = ("explained", "part of the running costs")
    assert [found.get(text.text.index(number)) for number in ("22", "63")] == [told, told]


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("2019-04-10", "date beside the amounts of a list"),
        ("2022-10-0108:00:00", "date beside the amounts of a list"),
        ("503", "number in another column of a list"),
        ("9个临聘工作人员", "in the words beside the amounts of a list"),
    ],
)
def test_a_date_or_a_number_alone_in_a_list_is_in_no_words(cell: str, rule: str):
    told = beside_amounts(IN_WORDS, cell)
    assert told is not None and told.rule == rule


@pytest.mark.parametrize(
    "part",
    ["普陀区司法局2026", "广州市商务局2026", "烟台市信访局2026", "重庆市科学技术局2026", "域外农场管理办公室2026"],
)
def test_at_least_99_percent_of_the_numbers_of_a_real_budget_are_explained(part, real_report):
    tokens = read_report(real_report(part), None).tokens
    rest = [token for token in tokens if token.kind == "unexplained"]
    assert len(rest) <= 0.01 * len(tokens), [token.text for token in rest]


def test_the_number_of_a_row_beside_an_amount_is_no_code():
    """西安 numbers the rows of its lists: 15 and 251 stood to the left of an amount as codes do."""
    texts = (("序号", "类", "预算金额"), ("15", "205", "3.00"))
    cells = tuple(
        Cell(row=r, column=c, row_span=1, column_span=1, text=text, box=(40.0 * c, 20.0 * r, 40.0 * c + 40, 20.0 * r + 20))
        for r, row in enumerate(texts) for c, text in enumerate(row)
    )  # fmt: skip
    grid = Grid((0.0, 0.0, 120.0, 40.0), (0.0, 40.0, 80.0, 120.0), 2, cells)
    own = Amount(
        form="P12", page=1, box=cells[5].box, panel="", row=1, column_number=2, label="", code=None, line="total", column="amount", heading="",
        within=False, text="3.00", mark="number", number=Number(Decimal("3.00"), 2), counted_in="元", held=False,
    )  # fmt: skip
    rules = CellRules(grid, [own], number_rules("budget"))
    told = [rules.rule(cell, cell.text, match) for cell in cells[3:5] if (match := NUMBER.search(cell.text))]
    assert [kind for kind, _ in told] == ["ordinal", "code"]


@pytest.mark.parametrize(
    ("name", "head", "told"),
    [
        ("单位名称", "编制人数", "explained"),
        ("预算单位名称", "实有人数（人）", "explained"),
        ("单位名称", "本年安排", "unexplained"),
        ("项目名称", "编制人数", "unexplained"),
    ],
)
def test_posts_and_staff_in_a_list_of_units_are_people(name: str, head: str, told: str):
    """内蒙古: the units of a department, with the posts and the staff of each."""
    texts = (
        ("序号", name, "单位性质", head),
        ("1", "样本局（本级）", "行政单位", "28"),
        ("2", "样本中心", "事业单位", "52"),
    )
    cells = tuple(
        Cell(row=r, column=c, row_span=1, column_span=1, text=text, box=(40.0 * c, 20.0 * r, 40.0 * c + 40, 20.0 * r + 20))
        for r, row in enumerate(texts) for c, text in enumerate(row)
    )  # fmt: skip
    grid = Grid((0.0, 0.0, 160.0, 60.0), (0.0, 40.0, 80.0, 120.0, 160.0), 3, cells)
    rules = CellRules(grid, [], number_rules("final"))
    match = NUMBER.search("28")
    assert match and rules.rule(cells[7], "28", match).kind == told
