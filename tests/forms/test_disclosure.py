"""Which disclosure a PDF is, and what is said where the report disagrees with itself or its folder."""

import pytest

from pipelines.forms.disclosure import identify
from pipelines.forms.layout import lay_out
from pipelines.forms.mentions import clean_unit
from pipelines.pdf.pages import Line, Page
from tests.support.files.reading import read_report


def page(number: int, *texts: str) -> Page:
    """A page with one text line below the other."""
    lines = tuple(Line(text, (50.0, 100.0 + 30 * n, 400.0, 115.0 + 30 * n)) for n, text in enumerate(texts))
    return Page(number=number, width=595.0, height=842.0, lines=lines, grids=(), character_count=sum(map(len, texts)))


@pytest.mark.parametrize(
    ("cover", "unit", "year", "level"),
    [
        (("上海市普陀区财政局", "2024 年度部门决算"), "上海市普陀区财政局", 2024, "部门"),
        (("2023年度", "苏州市姑苏区文化馆", "单位决算公开"), "苏州市姑苏区文化馆", 2023, "单位"),
        (("中共上海市普陀区委", "社会工作部 2024 年度", "部门决算"), "中共上海市普陀区委社会工作部", 2024, "部门"),
        (("西南大学 2023 年度部门决算", "2024 年 8 月"), "西南大学", 2023, "部门"),
        (("西南大学 2023 年度部门决算", "二O二四年八月"), "西南大学", 2023, "部门"),
        (("西南大学 2023 年度部门决算", "2024.8"), "西南大学", 2023, "部门"),
        (("西南大学 2023 年度部门决算", "一 1"), "西南大学", 2023, "部门"),
        (("西南大学 2023 年度部门决算", "二\ufffd二四年八月"), "西南大学", 2023, "部门"),
        (("某县骨科医院\ufffd\ufffd\ufffd\ufffd年度部门决算", "2022年度"), "某县骨科医院", 2022, "部门"),
        (("某县骨科医院2022年单位决算", "及“三公”经费决算信息公开"), "某县骨科医院", 2022, "单位"),
        (("附件1：", "2022年度某区卫生健康委员会部门决算公开报告"), "某区卫生健康委员会", 2022, "部门"),
        (("2022年度", "部门决算公开文本", "某县民政局", "二〇二三年九月"), "某县民政局", 2022, "部门"),
        (("商务部", "2023年度部门决算"), "商务部", 2023, "部门"),
        (("财政部2023年度部门决算", "2024年7月"), "财政部", 2023, "部门"),
        (("审计署", "2023 年度", "部门决算"), "审计署", 2023, "部门"),
        (("样本市财政局", "2024年度部门决算", "财务专用章"), "样本市财政局", 2024, "部门"),
    ],
)
def test_cover_names_unit_year_and_level(cover, unit, year, level):
    identity = identify(lay_out([page(1, *cover)]), None)
    assert (identity.unit, identity.year, identity.level, identity.kind) == (unit, year, level, "final")


@pytest.mark.parametrize(
    "lines",
    [
        ("部门预算信", "息公开"),
        ("部门预算", "信息公开"),
        ("部", "门预算信息公开"),
        ("部门预", "算信息公开"),
        ("部门预算信息", "公开"),
    ],
)
def test_a_narrow_cover_breaks_its_words_anywhere(lines):
    """北京."""
    head, tail = lines
    found = identify(lay_out([page(1, f"某市样本文化交流委员会2026年度{head}", tail)]), None)
    assert (found.unit, found.year, found.kind) == ("某市样本文化交流委员会", 2026, "budget")


@pytest.mark.parametrize(
    ("title", "unit", "kind"),
    [
        ("某县文物保护中心2023年度一般公共预算财政拨款“三公”经费支出决算", "某县文物保护中心", "final"),
        ("某县司法局2023年一般公共预算及政府性基金财政拨款“三公”经费支出决算情况说明", "某县司法局", "final"),
        ("某职业学院2023年度政府采购决算公开情况说明", "某职业学院", "final"),
        ("某县财政局2023年度决算", "某县财政局", "final"),
        ("某县2023年财政决算", None, "government"), ("某县2023年度政府决算", None, "government"),
    ],
)  # fmt: skip
def test_a_page_of_a_units_three_public_expenses_or_procurement_is_no_governments_account(title, unit, kind):
    found = identify(lay_out([page(1, title)]), None)
    assert found.kind == kind
    assert unit is None or found.unit == unit


@pytest.mark.parametrize(
    ("cover", "edition"),
    [
        (("苏州市姑苏区文化馆", "2024年度部门决算（更正）"), "更正"), (("苏州市姑苏区文化馆2024年度部门决算", "（修订版）"), "修订版"),
        (("苏州市姑苏区文化馆", "2024年度部门决算公开", "（调整后）"), "调整后"), (("苏州市姑苏区文化馆", "2024年度部门决算更正公告"), "更正公告"),
        (("苏州市姑苏区文化馆", "2024年度部门决算"), None),
    ],
)  # fmt: skip
def test_a_cover_says_that_it_corrects_and_the_unit_is_the_same(cover, edition):
    found = identify(lay_out([page(1, *cover)]), None)
    assert (found.edition, found.unit) == (edition, "苏州市姑苏区文化馆")


def test_the_code_of_a_unit_is_no_part_of_its_name():
    """湖南: 单位：405-桃源县水利局."""
    assert clean_unit("405-桃源县水利局") == clean_unit("405001_桃源县水利局") == "桃源县水利局"
    assert clean_unit("[301]样本市民政局") == clean_unit("【301001】样本市民政局") == "样本市民政局"


def test_a_name_of_three_letters_is_that_of_a_ministry_alone():
    assert clean_unit("公安部") == "公安部"
    assert clean_unit("财务部") is clean_unit("办公室") is None


def test_a_year_is_never_taken_from_a_number():
    text = "本年收入2077.09万元，比上年增加2031.5万元，2024年度部门决算"
    identity = identify(lay_out([page(1, "某某街道办事处", "部门决算"), page(2, text)]), None)
    assert identity.year == 2024
    silent = identify(lay_out([page(1, "样本街道办事处", "部门决算"), page(2, "收入2077.09万元")]), None)
    assert silent.year is None
    assert any(d.held for d in silent.doubts)


def test_folder_that_disagrees_is_a_recorded_doubt():
    pages = [page(1, "上海市普陀区财政局", "2023年度部门决算")]
    agreed, disagreed = identify(lay_out(pages), 2023), identify(lay_out(pages), 2024)
    assert agreed.doubts == ()
    assert disagreed.year == 2023
    assert [("folder says 2024" in d.reason, d.held) for d in disagreed.doubts] == [(True, False)]


def test_headings_that_disagree_with_the_cover_are_recorded_with_their_page(real_report):
    doubts = read_report(real_report("改动版"), 2024).disclosure.doubts
    said = {(d.detail, d.page) for d in doubts if d.scope == "identity"}
    assert said == {("上海市普陀区XX局", 7), ("2023", 18)}


@pytest.mark.parametrize(
    ("part", "unit", "year", "kind"),
    [
        ("万里街道", "上海市普陀区人民政府万里街道办事处", 2024, "budget"),
        ("司法局", "上海市普陀区司法局", 2026, "budget"),
        ("高级人民法院", "江苏省高级人民法院", 2019, "budget"),
        ("社会工作部", "中共上海市普陀区委社会工作部", 2024, "final"),
        ("西南大学", "西南大学", 2023, "final"),
        ("科学技术和信息化局", "北京市东城区科学技术和信息化局", 2023, "final"),
    ],
)
def test_real_reports_are_told_apart(part, unit, year, kind, real_report):
    disclosure = read_report(real_report(part), None).disclosure
    assert (disclosure.unit, disclosure.year, disclosure.kind) == (unit, year, kind)


@pytest.mark.parametrize(
    "lines",
    [
        ["主管部门：上海市普陀区国有资产监督管理委员会", "单位：万元"],
        ["部门：上海市普陀区财政  单位：万元"],
        ["项目单位：上海市普陀区国库收付中心", "自评得分 98"],
        ["行政单位2个：上海市普陀区财政监督局、上海市普陀区财政局"],
        ["实施单位：上海市普陀区国库收付中心"],
        ["第一部分 单位基本概况", "第二部分 有关报表及2024年度部门决算表"],
    ],
)
def test_other_bodies_a_report_names_are_not_another_unit(lines):
    cover = page(1, "上海市普陀区财政局", "2024年度部门决算")
    identity = identify(lay_out([cover, page(2, *lines)]), None)
    assert (identity.unit, identity.doubts) == ("上海市普陀区财政局", ())


CONTENTS = (
    "目录",
    "第一部分 概况……1",
    "第二部分 上海市普陀区文化和旅游局 2024 年度部门决算表……3",
    "第四部分 名词解释……9",
)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (("第二部分 上海市普陀区文化和旅游局 2024 年度", "部门决算表"), None),
        (("第二部分 普陀区文化和旅游局 2024 年度部门决算表",), "title writes unit 普陀区文化和旅游局 for 上海市普陀区文化和旅游局"),
        (("第二部分 上海市普陀区文化与旅游局", "2024 年度部门决算表"), "title writes unit 上海市普陀区文化与旅游局 for 上海市普陀区文化和旅游局"),
        (("第二部分 上海市普陀区文化和旅游局（本级）2024 年度部门决算表",), None),
    ],
)  # fmt: skip
def test_a_title_that_writes_the_unit_otherwise_is_recorded(title, said):
    pages = [page(1, "上海市普陀区文化和旅游局", "2024 年度部门决算"), page(2, *title)]
    reasons = [d.reason for d in identify(lay_out(pages), None).doubts if " writes " in d.reason]
    assert reasons == ([said] if said else [])


@pytest.mark.parametrize(("year", "said"), [("2024", []), ("202", ["contents writes year 202 for 2024"])])
def test_a_contents_list_of_another_year_is_recorded(year, said):
    contents = [line.replace("2024", year) for line in CONTENTS]
    pages = [page(1, "上海市普陀区文化和旅游局", "2024 年度部门决算"), page(2, *contents)]
    assert [d.reason for d in identify(lay_out(pages), None).doubts if " writes " in d.reason] == said


PORTAL = (
    "样本市政府信息公开平台",
    "信息名称：部门预决算公开",
    "索引号：01234567-8/2024-00001",
    "发布机构：样本市财政局",
    "发布日期：2025年8月15日",
)


@pytest.mark.parametrize(("account", "kind"), [("部门决算", "final"), ("部门预算", "budget")])
def test_a_sheet_that_a_portal_puts_before_a_report_is_not_its_cover(account, kind):
    own = page(2, "样本市样本区民政局", f"2024年度{account}")
    found = identify(
        lay_out([page(1, *PORTAL), own, page(3, f"样本市样本区民政局2024年度收支{account[2:]}总表")]), None
    )
    assert (found.unit, found.year, found.kind) == ("样本市样本区民政局", 2024, kind)


@pytest.mark.parametrize(
    ("titles", "kind"), [(("收支预算总表", "收入预算总表"), "budget"), (("收支决算总表", "收入决算总表"), "final")]
)
def test_a_cover_of_budget_and_final_account_alike_is_of_what_its_tables_are(titles, kind):
    pages = [
        page(1, "样本市样本区民政局", "2024年度部门预决算公开"),
        *(page(n, one) for n, one in enumerate(titles, 2)),
    ]
    assert identify(lay_out(pages), None).kind == kind


@pytest.mark.parametrize(
    ("texts", "unit", "year"),
    [
        (("部门（单位）：样本市信访局 单位：万元",), "样本市信访局", None),
        (
            (
                "（一）关于样本市信访局2026年收支预算情况的总体说明",
                "样本市信访局2026年收入预算1,717.85万元，比2024年度增加3万元，比2024年度决算增加4万元。",
                "样本市信访局2026年支出预算1,717.85万元。",
            ),
            "样本市信访局",
            2026,
        ),
        (
            ("样本市大数据中心的主要职责是：统筹数据资源。2026年，样本市大数据中心单位收入预算", "为1468.70万元。样本市大数据中心共有车辆3辆。"),
            "样本市大数据中心",
            2026,
        ),
        (("样本师范大学收支预算总表", "样本师范大学收入预算表"), "样本师范大学", None),
        (("按照国家有关规定，加强预算管理。", "样本市信访局2026年收入预算1万元。"), None, 2026),
        (("样本市信访局2026年收入预算1万元。", "样本市民政局2026年收入预算1万元。"), None, 2026),
    ],
)  # fmt: skip
def test_a_report_without_a_cover_is_of_the_unit_and_year_that_its_text_speaks_of(texts, unit, year):
    found = identify(lay_out([page(1, "目 录", "第一部分 概况........2"), page(2, *texts)]), None)
    assert (found.unit, found.year) == (unit, year)


def test_the_second_page_of_a_contents_list_is_no_cover():
    listed = ("九、绩效目标说明", "十、机关运行经费安排说明", "第四部分 公开报表")
    assert identify(lay_out([page(1, *listed), page(2, "某县财政局2026年部门预算")]), None).unit is None


def test_of_headings_that_disagree_the_year_is_that_of_the_text():
    headings = ("第二部分 样本市样本局2024年度部门决算表", "第三部分 样本市样本局2023年度部门决算情况说明")
    text = "样本市样本局2024年度收入决算1万元。"
    assert identify(lay_out([page(1, "目录"), page(2, headings[0]), page(3, headings[1], text)]), None).year == 2024
