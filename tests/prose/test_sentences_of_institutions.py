"""What institutes, courts, colleges, hospitals and towns write: amounts below zero, parts of parts, names in quotation marks."""

import pytest

from pipelines.reading.number_rules import explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.headed_claims import ASSETS, FISCAL, FUND, OVERALL, VISITS, facts_of, value
from tests.support.desk.paragraphs import claims, running


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (FISCAL, "按功能分类：国防支出（类）2万元，占20%；农林水支出（类）-6.45万元，占-0.09%。", [
            value("function", "2"), ("function", "share", "20", "%", "", "unstated"),
            value("function", "-6.45"), ("function", "share", "-0.09", "%", "", "unstated"),
        ]),
        (FISCAL, "农林水支出-6.45万元，占-0.09%。", [value("function", "-6.45"), ("function", "share", "-0.09", "%", "", "unstated")]),
        (FISCAL, "财政拨款收支总计9万元。其中：一般公共预算财政拨款收支总计8万元，政府性基金预算财政拨款收支总计1万元。", [
            value("fiscal_grand_total", "9"), value("fund_grand_total", "8"), value("fund_grand_total", "1"),
        ]),
        (OVERALL, "其他收入9万元。其中，非同级财政拨款5万元，利息收入1万元。", [
            value("income_other", "9"), value("income_part", "5"), value("income_part", "1"),
        ]),
        (FUND, "本年支出3万元。主要用于城乡社区（类）支出2万元，占66.67%；其他（类）支出1万元，占33.33%。", [
            value("government_fund", "3"), value("function", "2"), ("function", "share", "66.67", "%", "", "unstated"),
            value("function", "1"), ("function", "share", "33.33", "%", "", "unstated"),
        ]),
        (VISITS, "公务用车费7万元，占“三公”经费支出的70%。", [value("vehicles", "7"), ("vehicles", "share", "70", "%", "", "three_public")]),
        (VISITS, "公务用车运行费9万元，主要用于环卫巡查，其中：燃料费7万元；维修费2万元。", [
            value("running", "9"), value("running_part", "7"), value("running_part", "2"),
        ]),
        (ASSETS, "共有车辆8辆，其中：特种专业技术用车6辆（救护车5辆、校车1辆）、其他用车2辆。", [
            ("cars", "count", "8", "辆", "", ""), ("cars_kind", "count", "6", "辆", "", ""), ("cars_part", "count", "5", "辆", "", ""),
            ("cars_part", "count", "1", "辆", "", ""), ("cars_kind", "count", "2", "辆", "", ""),
        ]),
        (ASSETS, "共有车辆8辆，其中：特种专业技术用车6辆，其中救护车5辆；其他用车2辆。", [
            ("cars", "count", "8", "辆", "", ""), ("cars_kind", "count", "6", "辆", "", ""), ("cars_part", "count", "5", "辆", "", ""),
            ("cars_kind", "count", "2", "辆", "", ""),
        ]),
    ],
)  # fmt: skip
def test_what_a_sentence_says(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "label", "code"),
    [
        ("4.公共安全支出（类）法院（款）“两庭”建设（项）支出4万元。", "“两庭”建设", "2040506"),
        ("4.“公共安全支出”（类）“法院”（款）“案件审判”（项）支出4万元。", "案件审判", "2040504"),
        ("主要用于城乡社区（类）支出4万元。", "城乡社区", "212"),
    ],
)
def test_the_name_of_an_item(sentence, label, code):
    [claim] = claims("（三）一般公共预算财政拨款支出决算具体情况", sentence, year=2024)
    assert (claim.label, claim.code) == (label, code)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("GK05表", "number of a table, figure or annex"),
        ("绩效自评详见附表（附表12-附表14）。", "figure, table or annex that is referred to"),
    ],
)
def test_the_number_of_a_table_is_explained(words, rule):
    assert {found for _, found in explain_numbers(running(words), number_rules("final")).by_offset.values()} == {rule}
