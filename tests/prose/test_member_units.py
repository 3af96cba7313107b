"""Which units a report says that it covers, and which of them have their accounts in those of the 本级."""

import pytest

from pipelines.pdf.pages import Cell, Grid, Page
from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.member_units import read_members
from pipelines.prose.sections import sections_of
from tests.support.desk import paragraphs

BOX = (0.0, 0.0, 10.0, 10.0)


def named(*lines: str, rows: tuple[tuple[str, ...], ...] = ()) -> dict[str, bool]:
    """Unit → whether it is in the 本级, of the section on the organisation and a table with these rows."""
    text = paragraphs.running("二、部门决算单位构成", *lines)
    cells = tuple(
        Cell(row=row, column=column, row_span=1, column_span=1, text=words, box=BOX)
        for row, texts in enumerate(rows)
        for column, words in enumerate(texts)
    )
    grids = (Grid(box=BOX, edges=(0.0, 5.0, 10.0), row_count=len(rows), cells=cells),) if rows else ()
    page = Page(number=1, width=595.0, height=842.0, lines=(), grids=grids, character_count=0)
    return {one.name: one.is_merged for one in read_members([page], text, sections_of(text.sentences, FINAL_ACCOUNT))}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本部门决算包括样本市文化馆、样本市图书馆。", {"样本市文化馆": False, "样本市图书馆": False}),
        ("本部门决算包括样本市文化馆、样本市图书馆（并入本级）。", {"样本市文化馆": False, "样本市图书馆": True}),
        (
            "样本局部门决算包括：局本级决算、离退休干部办公室决算、机关服务中心决算和信息中心决算。",
            dict.fromkeys(("局本级", "离退休干部办公室", "机关服务中心", "信息中心"), False),
        ),
        ("本部门包括样本市文化馆、样本市图书馆均并入局本级核算。", {"样本市文化馆": True, "样本市图书馆": True}),
    ],
)  # fmt: skip
def test_a_sentence_names_units(line, expected):
    assert named(line) == expected


def test_a_remark_of_a_table_says_that_a_unit_is_in_the_own_accounts():
    rows = (
        ("序号", "单位名称", "备注"),
        ("1", "样本市文化馆", ""),
        ("2", "样本市图书馆", "财务并入本级"),
        ("3", "样本市美术馆（已合并至本级）", ""),
    )
    assert named(rows=rows) == {"样本市文化馆": False, "样本市图书馆": True, "样本市美术馆": True}


def test_rows_below_the_name_of_units_are_units_in_whatever_they_end():
    rows = (
        ("序号", "单位名称"), ("1", "样本市城市公园管理处"), ("2", "样本市招生考试委员会办公室"),
        ("3", "样本市电化教育馆（样本市教育装备中心、样本市学生资助中心）"), ("4", "人事处"),
        ("5", "样本区样本路街道办事处（本级）"), ("6", "样本区样川路街道办事处"),
    )  # fmt: skip
    assert list(named(rows=rows)) == [rows[n][1] for n in (1, 2, 3, 5, 6)]


def test_in_a_sentence_an_office_is_no_unit():
    assert list(named("本部门包括样本市文化馆、样本市公园管理处。")) == ["样本市文化馆"]
