"""Forms of budgets as provinces, their counties and a central ministry print them, drawn by hand."""

import pytest

from pipelines.forms import FormSet, lay_out, read_forms
from pipelines.vocabulary import form_wordings
from tests.support.paper.drafts import facts, grid, page

ITEM = ["科目编码", None, None]
LEVELS = ["类", "款", "项"]


def budget(rows: list[list[str | None]], *above: str, year: int = 2024) -> FormSet:
    return read_forms(lay_out([page(1, [*above], grid(rows))]), year, "budget")


def form_of(rows: list[list[str | None]], *above: str):
    [form] = budget(rows, *above).forms
    return form


def columns(form) -> dict[str, tuple[str | None, bool]]:
    """Heading → meaning and whether it is a part, of the cells with a number."""
    return {a.heading: (a.column, a.within) for a in form.amounts if a.number}


@pytest.mark.parametrize("heading", ["单位名称（科目）", "单位（科目名称）"])
def test_the_number_of_a_unit_beside_codes_is_no_part_of_a_name(heading):
    """四川, 河南: 类 款 项, 单位代码, name; the number once made every name another than the classification's."""
    rows = [[*ITEM, "单位代码", heading, "合计", "基本支出", "项目支出"], [*LEVELS, "单位代码", heading, "合计", "基本支出", "项目支出"],
            ["", "", "", "", "合计", "9.00", "9.00", "0.00"], ["", "", "", "355301", "四川省样本局", "9.00", "9.00", "0.00"],
            ["208", "05", "01", "355301", "行政单位离退休", "9.00", "9.00", "0.00"]]  # fmt: skip
    form = form_of(rows, "部门支出总表", "单位：万元")
    assert [(a.code or a.line, a.label) for a in form.amounts if a.column == "total"] == [
        ("total", "合计"), ("unit", "四川省样本局"), ("2080501", "行政单位离退休"),
    ]  # fmt: skip
    assert form.doubts == ()


def test_codes_of_units_are_no_functions():
    """211 is 节能环保支出 too."""
    rows = [["部门（单位）代码", "部门（单位）名称", "合计", "本年收入", None], ["部门（单位）代码", "部门（单位）名称", "合计", "小计", "一般公共预算"],
            ["合计", None, "9.00", "9.00", "9.00"], ["211", "样本县生态环境局", "9.00", "9.00", "9.00"]]  # fmt: skip
    form = form_of(rows, "部门收入总表", "单位：万元")
    assert [(a.code, a.line) for a in form.amounts if a.column == "total"] == [(None, "total"), (None, "unit")]
    assert form.doubts == ()


def test_money_of_the_year_and_of_the_year_before_are_two_columns():
    heads = ["科目编码", "科目名称", "合计", "当年财政拨款安排", "上年结转安排"]
    form = form_of([heads, ["2070204", "文物保护", "9.00", "7.00", "2.00"]], "一般公共预算支出预算表", "单位：万元")
    assert columns(form) == {
        "合计": ("total", False),
        "当年财政拨款安排": ("current", False),
        "上年结转安排": ("opening", False),
    }
    assert form.doubts == ()


def test_parts_of_natures_are_parts():
    """河南: 基本支出 by 工资福利支出 …, 项目支出 by kind of project."""
    heads = [["科目编码", "科目名称", "总计", "基本支出", None, None, "项目支出", None],
             ["科目编码", "科目名称", "总计", "小计", "人员经费", "公用经费", "小计", "一般性项目"],
             ["科目编码", "科目名称", "总计", "小计", "工资福利支出", "商品和服务支出", "小计", "一般性项目"]]  # fmt: skip
    rows = [*heads, ["2160201", "行政运行", "9.00", "5.00", "3.00", "2.00", "4.00", "4.00"]]
    form = form_of(rows, "2024年部门支出总体情况表", "单位：万元")
    found = [(a.column, a.within) for a in form.amounts]
    assert found == [
        ("total", False),
        ("basic", False),
        ("within_basic", True),
        ("within_basic", True),
        ("project", False),
        ("within_project", True),
    ]
    assert form.doubts == ()


def test_fiscal_money_said_again_beside_its_fund_is_a_part():
    heads = [["收入", None, "支出", None, None, None, None], ["项目", "金额", "项目", "合计", "一般公共预算", None, "政府性基金"],
             ["项目", "金额", "项目", "合计", "小计", "其中：财政拨款", "政府性基金"]]  # fmt: skip
    rows = [*heads, ["一、本年收入", "9.00", "（一）教育支出", "9.00", "8.00", "7.00", "1.00"]]
    form = form_of(rows, "2024年财政拨款收支总体情况表", "单位：万元")
    right = [(a.column, a.within) for a in form.amounts if a.panel == "right"]
    assert right == [("total", False), ("general_budget", False), ("within_of", True), ("government_fund", False)]
    assert form.doubts == ()


def test_a_balance_by_fund_counts_its_total_once():
    heads = [["收入", None, "支出", None, None, None], ["项目", "金额", "项目", "合计", "本年预算", "上年结转结余"],
             ["项目", "金额", "项目", "合计", "一般公共预算", "上年结转结余"]]  # fmt: skip
    rows = [
        *heads,
        ["一、一般公共预算", "9.00", "一、基本支出", "9.00", "8.00", "1.00"],
        ["", "", "1、人员经费", "9.00", "8.00", "1.00"],
    ]
    form = form_of(rows, "2024年部门收支总体情况表", "单位：万元")
    right = [(a.line, a.column, a.within) for a in form.amounts if a.panel == "right"]
    assert right == [
        ("basic", "amount", False), ("basic", "within_fund", True), ("basic", "within_fund", True),
        ("within_part", "amount", True), ("within_part", "within_fund", True), ("within_part", "within_fund", True),
    ]  # fmt: skip
    assert form.doubts == ()


def test_projects_name_what_comes_from_the_year_before_by_fund():
    heads = [
        ["项目名称", "合计", "本年拨款", "财政拨款结转结余", None],
        ["项目名称", "合计", "一般公共预算", "一般公共预算", "政府性基金预算"],
    ]
    form = form_of([*heads, ["合计", "9.00", "6.00", "2.00", "1.00"]], "项目支出表", "单位：万元")
    assert [(a.column, a.within) for a in form.amounts] == [
        ("total", False), ("general_budget", False), ("opening_general_budget", False), ("opening_government_fund", False),
    ]  # fmt: skip
    form = form_of(
        [["项目名称", "合计", "一般公共预算", "财政拨款结转结余"], ["合计", "9.00", "6.00", "3.00"]],
        "项目支出表",
        "单位：万元",
    )
    assert columns(form)["财政拨款结转结余"] == ("opening", False)


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("部门收支总体情况表", "财政拨款上年结转"),
        ("部门收支总体情况表", "单位上年结余（不包括国库集中支付额度结余）"),
        ("财政拨款收支总体情况表", "上年财政拨款结转结余"),
    ],
)
def test_the_balance_of_xinjiang_closes_its_year_with_小计(title: str, opening: str):
    heads = [["收入", None, "支出", None], ["项目", "预算数", "功能分类", "预算数"]]
    rows = [*heads, ["财政拨款（补助）", "7.00", "207 文化旅游体育与传媒支出", "9.00"], ["　一般公共预算", "7.00", "", ""],
            ["小　计", "7.00", "小　计", "9.00"], [opening, "2.00", "", ""], ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    form = form_of(rows, title, "单位：万元")
    assert facts(form) == {
        ("fiscal", "amount"): "7.00", ("general_budget", "amount"): "7.00", ("income_total", "amount"): "7.00", ("opening", "amount"): "2.00",
        ("income_grand_total", "amount"): "9.00", ("207", "amount"): "9.00", ("expenditure_total", "amount"): "9.00", ("expenditure_grand_total", "amount"): "9.00",
    }  # fmt: skip
    assert form.doubts == ()


def test_income_of_xinjiang_says_fiscal_money_above_its_funds():
    heads: list[str | None] = ["财政拨款（补助）", "一般公共预算", "单位上年结余（不包括国库集中支付额度结余）"]
    form = form_of(
        [["科目编码", "科目名称", "总计", *heads], ["2130101", "行政运行", "9.00", "7.00", "7.00", "2.00"]],
        "部门收入总体情况表",
        "单位：元",
    )
    assert [columns(form)[head.replace("（", "(").replace("）", ")")][0] for head in heads] == [
        "fiscal",
        "general_budget",
        "opening",
    ]


def test_three_public_of_hebei_calls_running_运维():
    rows = [
        ["项目", "合计"],
        ["“三公”经费支出合计", "7.00"],
        ["二、公务用车购置及运维费", "6.00"],
        ["其中：公务用车购置费", "0.00"],
        ["三、公务接待费", "1.00"],
    ]
    form = form_of(rows, "部门预算财政拨款“三公”经费支出表", "单位：万元")
    assert {a.column: a.text for a in form.amounts} == {
        "budget_total": "7.00",
        "budget_vehicles": "6.00",
        "budget_purchase": "0.00",
        "budget_reception": "1.00",
    }


@pytest.mark.parametrize("heading", ["增减%", "增减幅度（%）"])
def test_a_column_headed_by_a_percent_sign_holds_no_money(heading):
    rows = [
        ["科目编码", "科目名称", "合计", "增减额", heading],
        ["2240401", "行政运行", "9.00", "1.00", "12.50"],
    ]
    form = form_of(rows, "一般公共预算支出表", "单位：万元")
    assert [(a.column, a.counted_in) for a in form.amounts] == [("total", "万元"), ("change", "万元"), ("change", "%")]


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("一般公共预算项目支出预算表", [[*ITEM, "科目名称", "金额"], [*LEVELS, "科目名称", "金额"]]),
        ("财政拨款支出预算表（部门经济分类科目）", [["科目编码", "", "", "科目名称", "总计"]]),
        ("支出预算分类汇总表（按政府预算经济分类）", [["科目编码", "", "", "科目名称", "总计"]]),
        ("2024年部门支出经济分类预算表（部门预算）", [["科目编码", "", "", "科目名称", "合计"]]),
        ("政府性基金预算支出分类汇总表（按部门预算经济分类）", [["科目编码", "", "", "科目名称", "总计"]]),
        (
            "一般公共预算基本支出表-人员经费（工资福利支出）（按政府预算经济分类）",
            [["单位代码", "", "", "单位名称", "总计"]],
        ),
        ("财政专户管理资金预算支出表", [[*ITEM, "科目名称", "合计"], [*LEVELS, "科目名称", "合计"]]),
        ("专项资金预算汇总表", [["单位编码", "", "", "单位名称（专项名称）", "预算总额"]]),
        ("债务收支预算表", [["项目", "", "", "债务资金来源", "预算数"]]),
        ("2024年部门债务支出预算表", [["项目名称", "", "", "债务资金来源", "合计"]]),
        ("2024年政府性基金预算收入表", [["政府性基金预算收入科目", "", "", "科目名称", "预算数"]]),
        ("部门预算项目绩效目标", [["单位名称", "", "", "项目名称", "预算数"]]),
        ("国有资本经营预算收支表", [["收入", None, None, "支出", None], ["项目", "", "金额", "项目", "金额"]]),
        ("部门固定资产占用情况表", [["项目", "", "", "数量", "价值"]]),
        ("国有资产占用情况表", [["项目", "", "", "行次", "价值"]]),
        ("新增资产配置表", [["单位名称", "", "", "资产名称", "金额"]]),
        ("部门项目中期规划预算表", [["单位名称", "", "", "项目名称", "2025年"]]),
    ],
)
def test_forms_that_say_otherwise_what_others_say_are_known_and_not_loaded(title, heads):
    found = budget([*heads, ["205", "08", "03", "培训支出", "9.00"]], title, "单位：万元")
    assert (found.forms, found.doubts) == ((), ()) and found.unloaded


def test_income_by_lines_and_running_costs_without_表_in_their_title():
    rows = [
        ["项目", "预算数"],
        ["一、一般公共预算财政拨款", "7.00"],
        ["1.经费拨款", "7.00"],
        ["二、政府性基金预算财政拨款", ""],
        ["六、上年结转", "2.00"],
        ["收入总计", "9.00"],
    ]
    form = form_of(rows, "部门收入总体情况表", "单位：万元")
    assert (
        form.key,
        facts(form)["general_budget", "amount"],
        facts(form)["opening", "amount"],
        facts(form)["total", "amount"],
    ) == ("P2", "7.00", "2.00", "9.00")
    rows = [["科目编码", "科目名称", "机关运行经费预算"], ["合计", None, "9.00"], ["30201", "办公费", "9.00"]]
    form = form_of(rows, "一般公共预算机关运行经费", "单位：万元")
    assert (form.key, facts(form)["total", "amount"]) == ("P14", "9.00")


def test_projects_by_economic_class_say_their_total_again():
    heads = [
        [*ITEM, "科目名称", "项目名称", "项目支出合计", "商品和服务支出", "其他支出"],
        [*LEVELS, "科目名称", "项目名称", "项目支出合计", "商品和服务支出", "其他支出"],
    ]
    form = form_of(
        [
            *heads,
            ["207", "08", "08", "广播电视事务", "设备维护", "9.00", "8.00", "1.00"],
            ["", "", "", "合计", "", "9.00", "8.00", "1.00"],
        ],
        "项目支出情况表",
        "单位：万元",
    )
    assert columns(form) == {
        "项目支出合计": ("total", False),
        "商品和服务支出": ("within_of", True),
        "其他支出": ("within_of", True),
    }


def test_natures_of_fiscal_money_alone():
    """云南: 财政拨款 is split, 单位资金 is not."""
    heads = [
        ["科目编码", "科目名称", "合计", "财政拨款", None, None, "单位资金", None],
        ["科目编码", "科目名称", "合计", "小计", "基本支出", "项目支出", "小计", "其他收入"],
    ]
    form = form_of(
        [*heads, ["2140106", "公路养护", "9.00", "8.00", "3.00", "5.00", "1.00", "1.00"]], "部门支出预算表", "单位：元"
    )
    assert [(a.column, a.within) for a in form.amounts] == [
        ("total", False), ("fiscal", True), ("basic", False), ("project", False), ("other_funds", False), ("other", True),
    ]  # fmt: skip
    assert form.doubts == ()


@pytest.mark.parametrize(
    ("scope", "text", "number"),
    [
        ("cell", "530328210000000030101", "530328210000000030101"),
        ("cell", "A05040101复印纸", "A05040101"),
        ("line", "预算02-1表", "预算02-1表"),
        ("text", "部门编码及名称:[322]阜平县审计局", "322"),
    ],
)
def test_codes_of_projects_purchases_forms_and_units_are_explained(scope, text, number):
    found = {
        m[0] for rule in form_wordings.number_rules(form_wordings.BUDGET)[scope] for m in rule.pattern.finditer(text)
    }
    assert number in found


def test_the_balance_of_sichuan_knows_what_units_keep():
    rows = [
        ["收入", None, "支出", None],
        ["项目", "预算数", "项目", "预算数"],
        ["收入总计", "9.00", "三十、事业单位结余分配", "9.00"],
    ]
    form = form_of(rows, "部门收支总表", "单位：万元")
    assert facts(form)["surplus_allocated", "amount"] == "9.00" and form.doubts == ()


def test_a_balance_of_two_years_counts_its_own():
    """山西: 2022年, 2023年 and 增减% on both sides."""
    heads = [
        ["收入", None, None, None, "支出", None, None, None],
        ["项目", "2022年", "2023年", "增减%", "项目", "2022年", "2023年", "增减%"],
    ]
    rows = [*heads, ["一、一般公共预算", "8.00", "9.00", "12.50", "五、教育", "8.00", "9.00", "12.50"]]
    rows.append(["收 入 总 计", "8.00", "9.00", "12.50", "支 出 总 计", "8.00", "9.00", "12.50"])
    form = next(iter(budget(rows, "某县文化和旅游局2023年部门收支总表", "单位：万元", year=2023).forms))
    assert [(a.column, a.text) for a in form.amounts if a.panel == "left" and a.line == "general_budget"] == [
        ("other_year", "8.00"), ("amount", "9.00"), ("change", "12.50"),
    ]  # fmt: skip
    assert not any(a.held for a in form.amounts)


def test_the_total_of_income_is_本年收入合计_and_running_costs_go_by_units():
    heads = [["科目编码", "科目名称", "2024年预算数", None], ["科目编码", "科目名称", "本年收入合计", "一般公共预算"]]
    form = form_of([*heads, ["205", "教育支出", "9.00", "9.00"]], "2024年部门收入总表", "单位：万元")
    assert [a.column for a in form.amounts] == ["total", "general_budget"]
    rows = [["单位名称", "2024年预算数"], ["合计", "9.00"], ["某县文化和旅游局", "9.00"]]
    form = form_of(rows, "2024年机关运行经费预算财政拨款情况统计表", "单位：万元")
    assert (form.key, [a.line for a in form.amounts], form.doubts) == ("P14", ["total", "unit"], ())
    rows = [["单位编码", "单位名称", "机关运行经费"], [None, "合计", "9.00"], ["131001", "某县委组织部", "9.00"]]
    form = form_of(rows, "一般公共预算财政拨款机关运行经费表", "单位：万元")
    assert (form.key, [(a.line, a.text) for a in form.amounts], form.doubts) == (
        "P14",
        [("total", "9.00"), ("unit", "9.00")],
        (),
    )


def test_a_title_may_end_on_a_line_of_its_own():
    rows = [["经济科目名称", "预算数", "备注"], ["合计", "9.00", ""], ["工资福利支出", "9.00", ""]]
    form = form_of(rows, "某县2024年一般公共预算安排基本支出分经济科目", "表", "单位：万元")
    assert (form.key, form.doubts) == ("P6", ())


def test_basic_expenditure_of_hunan_says_in_its_title_what_it_splits():
    rows = [["科目编码", "科目名称", "合计", "人员经费", "公用经费"], ["301", "工资福利支出", "9.00", "9.00", ""]]
    assert form_of(rows, "一般公共预算基本支出表-人员经费和公用经费", "单位：万元").key == "P6"


@pytest.mark.parametrize("title", ["收支总表", "财政拨款收支总表"])
def test_parts_of_the_general_budget_are_not_added(title):
    """湖南: 经费拨款 and 非税收入 stand below their sum."""
    rows = [["收入", None, "支出", None], ["项目", "本年预算", "项目", "本年预算"], ["一、一般公共预算拨款收入", "9.00", "（五）教育支出", "9.00"],
            ["1、经费拨款", "8.00", "", ""], ["2、纳入一般公共预算管理的非税收入拨款", "1.00", "", ""],
            ["六、上级财政补助收入", "2.00", "", ""], ["收入总计", "11.00", "支出总计", "11.00"]]  # fmt: skip
    form = form_of(rows, title, "单位：万元")
    left = [(a.line, a.within, a.held) for a in form.amounts if a.panel == "left" and a.number]
    assert left == [
        ("general_budget", False, False), ("within_part", True, False), ("within_part", True, False),
        ("superior", False, False), ("income_grand_total", False, False),
    ]  # fmt: skip


def lines(form) -> list[tuple[str, str | None, bool]]:
    """Label, meaning of the row and whether it is a part, of the cells with a number."""
    return [(a.label, a.line, a.within) for a in form.amounts if a.number]


def test_forms_of_one_column_go_by_lines():
    """广东 before 2021: income, expenditure and both economic forms have one column, headed 2019年预算."""
    heads = ["项目", "2019年预算"]
    income = [heads, ["一、预算拨款", "7.00"], ["一般公共预算", "6.00"], ["基金预算", "1.00"], ["二、财政专户拨款", "0.00"], ["三、其他资金", "2.00"],
              ["事业收入", "2.00"], ["本年收入合计", "9.00"], ["四、上级补助收入", "1.00"], ["收入总计", "10.00"]]  # fmt: skip
    form = form_of(income, "收入总体情况表", "单位：万元")
    assert (form.key, form.doubts) == ("P2", ())
    assert lines(form) == [
        ("一、预算拨款", "within_part", True), ("一般公共预算", "general_budget", False), ("基金预算", "government_fund", False),
        ("二、财政专户拨款", "special_accounts", False), ("三、其他资金", "other_funds", False), ("事业收入", "within_part", True),
        ("本年收入合计", "income_total", False), ("四、上级补助收入", "superior", False), ("收入总计", "total", False),
    ]  # fmt: skip
    spent = [heads, ["一、基本支出", "6.00"], ["工资福利支出", "6.00"], ["二、项目支出", "4.00"], ["日常运转类项目", "4.00"], ["支出总计", "10.00"]]  # fmt: skip
    form = form_of(spent, "支出总体情况表", "单位：万元")
    assert (form.key, form.doubts) == ("P3", ())
    assert [line for _, line, _ in lines(form)] == ["basic", "within_part", "project", "within_part", "total"]
    economic = [["部门预算支出经济科目代码", "部门预算支出经济科目名称", "政府预算支出经济科目代码", "政府预算支出经济科目名称", "2019年预算"],
                ["合计", None, None, None, "6.00"], ["301", "工资福利支出", "501", "机关工资福利支出", "6.00"]]  # fmt: skip
    for key, nature in (("P6", "基本"), ("PE16", "项目")):
        form = form_of(economic, f"一般公共预算{nature}支出情况表（按支出经济分类科目）", "单位：万元")
        assert (form.key, [a.code for a in form.amounts if a.number]) == (key, [None, "301"])


def test_economic_parts_of_a_nature_are_parts_of_the_balance():
    rows = [["收入", None, "支出", None], ["项目", "2019年预算", "项目", "2019年预算"], ["一、预算拨款", "9.00", "一、基本支出", "7.00"],
            ["一般公共预算", "9.00", "工资福利支出", "5.00"], ["基金预算", "0.00", "一般商品和服务支出", "2.00"], ["", "", "二、项目支出", "2.00"],
            ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    form = form_of(rows, "收支总体情况表", "单位：万元")
    assert form.doubts == ()
    assert [label for label, _, within in lines(form) if within] == ["工资福利支出", "一般商品和服务支出"]


def test_the_budget_of_the_year_before_is_no_budget_of_the_year():
    """内蒙古: 上年预算数 | 本年预算数 | 增减额."""
    rows = [["项目", "上年预算数", "本年预算数", "增减额", "增减率（%）"], ["合计", "5.40", "5.00", "-0.40", "-7.41"],
            ["一、因公出国（境）费用", "", "", "", ""], ["二、公务接待费", "0.60", "0.50", "-0.10", "-16.67"], ["三、公务用车费", "4.80", "4.50", "-0.30", "-6.25"]]  # fmt: skip
    form = form_of(rows, "财政拨款“三公”经费支出表", "单位：万元")
    assert form.doubts == ()
    assert [a.column for a in form.amounts if a.number and a.column != "change"] == [
        "prior_total", "budget_total", "prior_reception", "budget_reception", "prior_vehicles", "budget_vehicles",
    ]  # fmt: skip


def test_sources_of_purchased_services_are_parts():
    """安徽: 合计 | 财政拨款 | 单位资金."""
    rows = [["项目名称", "合计", "财政拨款", "单位资金"], ["合计", "9.00", "7.00", "2.00"], ["公共文化服务", "9.00", "7.00", "2.00"]]  # fmt: skip
    form = form_of(rows, "政府购买服务支出表", "单位：万元")
    assert form.doubts == ()
    assert columns(form) == {
        "合计": ("amount", False),
        "财政拨款": ("within_fund", True),
        "单位资金": ("within_fund", True),
    }


def test_a_balance_of_government_funds_is_read_with_its_economic_rows():
    """陕西: income, by function, by economic classification of departments and of government; zeros beside no name mean nothing."""
    rows = [
        ["序号", "收入", None, "支出", None, None, None, None, None],
        ["", "项目", "预算数", "支出功能分类科目（按大类）", "预算数", "部门预算支出经济分类科目（按大类）", "预算数", "政府预算支出经济分类科目（按大类）", "预算数"],
        ["1", "一、政府性基金拨款", "9.00", "一、科学技术支出", "0.00", "一、人员经费和公用经费支出", "0.00", "一、机关工资福利支出", "0.00"],
        ["2", "", "0.00", "二、城乡社区支出", "9.00", "二、专项业务经费支出", "9.00", "二、机关商品和服务支出", "6.00"],
        ["3", "", "0.00", "三、其他支出", "0.00", "商品和服务支出", "9.00", "三、机关资本性支出（一）", "3.00"],
        ["4", "本年收入合计", "9.00", "本年支出合计", "9.00", "本年支出合计", "9.00", "本年支出合计", "9.00"],
    ]  # fmt: skip
    form = form_of(rows, "2024年部门综合预算政府性基金收支表（不含上年结转）", "单位：万元")
    assert (form.key, form.doubts) == ("PG", ())
    assert {(a.panel, a.line, a.code, a.text) for a in form.amounts if a.text == "9.00" and a.panel in ("left", "middle")} == {
        ("left", "government_fund", None, "9.00"), ("left", "income_total", None, "9.00"),
        ("middle", "class", "212", "9.00"), ("middle", "expenditure_total", None, "9.00"),
    }  # fmt: skip
    assert [(a.line, a.held, a.within, a.part_of) for a in form.amounts if not a.label] == [
        ("within_blank", False, True, None)
    ] * 2
    [total] = {a.row for a in form.amounts if a.line == "income_total"}
    assert {a.label: a.part_of for a in form.amounts if a.panel == "far"} == {
        "一、机关工资福利支出": total, "二、机关商品和服务支出": total, "三、机关资本性支出(一)": total, "本年支出合计": None,
    }  # fmt: skip


def test_what_a_balance_of_government_funds_names_otherwise_is_told_of_its_parts():
    rows = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"], ["一、政府性基金预算拨款", "9.00", "一、城乡社区支出", "9.00"],
            ["国有土地使用权出让收入", "9.00", "", ""], ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    form = form_of(rows, "政府性基金预算收支表", "单位：万元")
    assert (form.key, form.doubts) == ("PG", ())
    assert [(label, line) for label, line, within in lines(form) if within] == [
        ("国有土地使用权出让收入", "within_part")
    ]


@pytest.mark.parametrize(
    ("heads", "rows", "title", "key"),
    [
        (["科目编码", "科目名称", "合计", "基本支出", "项目支出"], [["合计", None, "9.00", "", "9.00"], ["212", "城乡社区支出", "9.00", "", "9.00"]], "政府性基金预算收支表", "P8"),
        (["项目", "2023年预算数", "2024年预算数"], [["一、城市基础设施配套费", "9.00", "9.00"], ["合计", "9.00", "9.00"]], "政府性基金收支预算表", None),
        (["项目", "本年收入", "本年支出", "年末结转"], [["土地出让", "9.00", "9.00", "0.00"], ["合计", "9.00", "9.00", "0.00"]], "政府性基金预算收支情况表", None),
    ],
)  # fmt: skip
def test_only_income_beside_expenditure_is_a_balance_of_government_funds(
    heads: list, rows: list, title: str, key: str | None
):
    """By function it is P8; any other is known, is not loaded, and is not missed."""
    found = read_forms(lay_out([page(1, [title, "单位：万元"], grid([heads, *rows]))]), 2024, "budget")
    assert [form.key for form in found.forms] == ([key] if key else [])
    assert [table.title for table in found.unloaded] == ([] if key else [title])
    assert found.doubts == ()


def test_natures_of_government_funds_stand_beside_their_total():
    rows = [["收入", None, "支出", None, None, None], ["项目", "金额", "项目", "合计", "基本支出", "项目支出"],
            ["一、政府性基金预算财政拨款", "9.00", "城乡社区支出", "9.00", "", "9.00"], ["收入总计", "9.00", "支出总计", "9.00", "", "9.00"]]  # fmt: skip
    form = form_of(rows, "政府性基金预算收支总表", "单位：万元")
    assert (form.key, form.doubts) == ("PG", ())
    assert {a.column for a in form.amounts if a.panel == "right"} == {"amount", "within_basic", "within_project"}
