"""Reading order: sentences rebuilt from places, over lines, pages and baselines, and what stands beside them."""

from dataclasses import replace

import pytest

from pipelines.forms.layout import lay_out
from pipelines.pdf.pages import Box, Grid, Page
from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.sections import sections_of
from pipelines.prose.sentences import running_text
from tests.support.desk.paragraphs import LEFT, SIZE, line, page, running
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper
from tests.support.paper.blocks import Paragraph

LONG = "一般公共预算财政拨款支出2,940.05万元，占本年支出合计的100.00%。与2023年度相比，一般公共预算财政拨款支出减少63.14万元，下降2.10%。"


def pages(*lines_of_pages: list[tuple[str, float, float]]) -> list[Page]:
    """Pages of lines given as (text, top, indent)."""
    return [
        Page(
            number=number,
            width=600.0,
            height=842.0,
            lines=tuple(line(*told) for told in lines),
            grids=(),
            character_count=100,
        )
        for number, lines in enumerate(lines_of_pages, 1)
    ]


def test_a_paragraph_over_lines_is_one_paragraph_of_sentences():
    text = running(LONG)
    assert len(text.line_starts) > 1
    assert [s.paragraph for s in text.sentences] == [0, 0]
    assert "".join(s.text for s in text.sentences) == text.text
    assert text.sentences[0].text.endswith("100.00%。")


def test_the_printed_text_and_the_place_of_every_character_are_kept():
    text = running("支出 2,940.05 万元，" + "占本年支出合计的一百分之一" * 5 + "。")
    [sentence] = text.sentences
    assert text.as_printed(sentence.start, sentence.end).startswith("支出 2,940.05 万元，")
    assert sentence.text.startswith("支出2,940.05万元,")
    pieces = text.places(sentence.start, sentence.end)
    assert [a for a, *_ in pieces][1:] == [b for _, b, *_ in pieces][:-1]
    assert pieces[-1][1] == len(sentence.text)
    first = text.letters[sentence.start]
    assert first.box[0] == LEFT + 2 * SIZE


def test_a_line_break_inside_a_word_an_amount_and_its_unit():
    full = "一" * 31
    text = running_text(
        lay_out(
            pages(
                [
                    (f"{full}，增", 100, 24),
                    (f"加6485.08万{'一' * 28}", 120, 0),
                    (f"元，比上年{'一' * 28}2", 140, 0),
                    ("3.45%。", 160, 0),
                ]
            )
        )
    )
    [sentence] = text.sentences
    assert "增加6485.08万" in sentence.text
    assert "23.45%" in sentence.text


def test_numbers_of_two_paragraphs_do_not_run_together():
    text = running_text(lay_out(pages([("合计12", 100, 24), ("34万元", 120, 24)])))
    assert [s.text.strip("\u2028") for s in text.sentences] == ["合计12", "34万元"]


@pytest.mark.parametrize(("begin", "count"), [("（312）5.00万元。", 1), ("（12）另有5.00万元。", 2)])
def test_an_economic_code_at_the_start_of_a_line_is_no_point(begin, count):
    """Word does not break （312） and moves it to the next line as a whole, so that the line before ends short."""
    short = "其中：工资福利支出若干万元；商品和服务支出若干万元；对企业补助"
    full = "工资福利".rjust(len(short) + 4, "其")
    lines = [*((full, 240 + 20 * n, 0) for n in range(4)), (short, 320, 0), (begin, 340, 0)]
    assert len(running_text(lay_out(pages(lines))).sentences) == count


@pytest.mark.parametrize("number", ["24", "- 24 -", "第24页"])
def test_a_page_number_inside_a_paragraph_is_dropped(number):
    first = [
        ("机关运行经费支出28.32万元，比上年增加7.71万元，原因是差旅费支出有所增长，增加", 700, 24),
        (number, 790, 200),
    ]
    second = [("37.41%。", 72, 0), (number.replace("24", "25"), 790, 200)]
    text = running_text(lay_out(pages(first, second)))
    assert [s.text for s in text.sentences] == [
        "机关运行经费支出28.32万元,比上年增加7.71万元,原因是差旅费支出有所增长,增加37.41%。"
    ]


def test_page_numbers_that_count_on_are_dropped_wherever_they_stand():
    text = running_text(
        lay_out(pages([("支出100万元，占", 300, 24), ("18", 320, 0)], [("19", 300, 0), ("50%。", 320, 0)]))
    )
    assert "18" not in text.text
    assert "19" not in text.text


def test_a_table_between_two_lines_parts_them():
    box: Box = (72.0, 110.0, 528.0, 200.0)
    told = page(("收入合计10万元，",))
    parted = replace(
        told, lines=(told.lines[0], line("支出合计9万元。", 220)), grids=(Grid(box, (72.0, 528.0), 1, ()),)
    )
    assert len({s.paragraph for s in running_text(lay_out([parted])).sentences}) == 2


@pytest.mark.parametrize("name", [one.name for one in layouts.LAYOUTS])
def test_drawn_prose_is_read_whole_in_every_style(name, tmp_path):
    layout = layouts.layout(name)
    report = figures.report(3, university=layout.table_set == "university")
    path = paper.draw(
        layouts.paper(report, layout, (Paragraph(LONG), Paragraph(LONG))), tmp_path / "drawn.pdf", layout.style
    )
    sentences = [s.text for s in read_report(path, 2024).prose.text.sentences]
    assert [s for s in sentences if "2,940.05" in s or "63.14" in s] == [
        s + "。" for s in LONG.replace("，", ",").split("。")[:2]
    ] * 2


def test_sections_are_found_by_meaning_in_any_order_and_numbering():
    told = running(
        "第三部分 其他重要事项", "一、政府采购情况", "政府采购支出总额1万元。", "(二) 机关运行经费", "机关运行经费支出2万元。",
        "3.财政拨款“三公”经费支出决算情况说明", "“三公”经费支出3万元。", "第四部分 名词解释", "1.财政拨款收入：指财政拨款。",
        "第五部分 预算绩效情况说明", "自评项目1个。", "（1）项目支出情况", "其中项目2个。",
    )  # fmt: skip
    found = dict(zip((s.text for s in told.sentences), sections_of(told.sentences, FINAL_ACCOUNT), strict=True))
    assert found["政府采购支出总额1万元。"] == "procurement"
    assert found["机关运行经费支出2万元。"] == "running_costs"
    assert found["“三公”经费支出3万元。"] == "three_public"
    assert found["1.财政拨款收入:指财政拨款。"] == "glossary"
    assert found["其中项目2个。"] == "performance"


def test_a_section_without_a_heading_is_known_by_what_it_speaks_of():
    told = running("2024年本部门机关运行经费支出2万元。", "2024年政府采购支出总额3万元。")
    assert sections_of(told.sentences, FINAL_ACCOUNT) == ["running_costs", "procurement"]
    told = running(
        "2024年本部门机关运行经费支出2万元。其中政府采购支出总额1万元。",
        "主要是会议费、培训费和差旅费，以及公共机构节能改造、房屋修缮、网络设备更新和政府采购支出增加。",
    )
    assert set(sections_of(told.sentences, FINAL_ACCOUNT)) == {"running_costs"}
