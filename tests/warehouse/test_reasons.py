"""The reason a report gives for a change is kept whole, in its own words, and goes with what it explains."""

import csv
from pathlib import Path

import duckdb
import pytest

from pipelines.vocabulary import form_wordings
from tests.support.desk import desk
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, prose

REPORT = figures.next_year(figures.report(5, 2023, "上海市长宁区样本民政局"))
LAYOUT = layouts.layout("all_in_yuan")
ITEMS = {
    "主要原因：根据项目实际情况支出。": "根据项目实际情况支出",
    "主要原因是因疫情原因，正常业务受影响。": "因疫情原因,正常业务受影响",
    "主要原因：人员变动、调标等因素，年中追加了基本经费；因工作需要，年中追加了项目经费。": "人员变动、调标等因素,年中追加了基本经费;因工作需要,年中追加了项目经费",
    "主要原因是一是减少培训；二是压缩会议3.00万元；三是厉行节约。": "一是减少培训;二是压缩会议3.00万元;三是厉行节约",
    "主要原因：一是减少培训。二是压缩会议。三是厉行节约。": "一是减少培训。二是压缩会议。三是厉行节约",
    "主要原因如下：": None,
    "主要原因如下：一是减少培训。二是压缩会议。": "一是减少培训。二是压缩会议",
    "主要原因是人员减少，其中：基本支出1.00万元。": "人员减少",
    "原因，一是减少培训，二是压缩会议。": "一是减少培训,二是压缩会议",
    "主要原因是本单位人员经费较上年减少。": "本单位人员经费较上年减少",
}
"""What follows 决算数小于年初预算数的 in a report, and the reason it gives."""
VISITS = "其中：因公出国（境）费支出决算为7.75万元，与2023年度持平；公务用车购置及运行维护费支出决算为13.80万元，比2023年度增加1.00万元；公务接待费支出决算为1.26万元，比2023年度减少1.00万元。因公出国（境）费持平的主要原因是任务未变。公务用车购置及运行维护费变化的主要原因是车辆老化；维修增多。公务接待费变化的主要原因是来访减少。"


def drawn_items() -> list[str]:
    """The sentences on the items, as the report prints them."""
    return [block.text for block in prose.narrative(REPORT, LAYOUT) if "（项）。年初预算" in block.text]


@pytest.fixture(scope="module")
def reasons(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """A report whose items give their reasons in the wordings above, and whose 三公 are explained one by one."""
    lines = drawn_items()
    assert len(lines) > len(ITEMS)
    told = [
        (line, f"{line.partition('决算数')[0]}决算数小于年初预算数的{words}")
        for line, words in zip(lines, ITEMS, strict=False)
    ]
    [visits] = [b.text for b in prose.narrative(REPORT, LAYOUT) if b.text.startswith("其中：因公出国")]
    folder = tmp_path_factory.mktemp("reasons")
    return desk.filled(folder, [desk.reading(REPORT, LAYOUT, *told, (visits, VISITS))])


def test_a_reason_is_the_words_of_the_report_to_their_end(reasons):
    rows = reasons.execute(
        "select reason from star.fact_change where section = 'general_items' and subject = 'function' order by amount_id"
    ).fetchall()
    assert [reason for (reason,) in rows][: len(ITEMS)] == list(ITEMS.values())


def test_a_reason_that_names_what_it_explains_goes_with_it(reasons):
    rows = reasons.execute(
        "select subject, reason from star.fact_change where section = 'three_public' and against = 'prior_year' and reason is not null"
    ).fetchall()
    assert dict(rows) == {"abroad": "任务未变", "vehicles": "车辆老化;维修增多", "reception": "来访减少"}


REAL = {
    "财政局2024": {"基本支出中人员进出及退休变化,以及项目支出中合同支付进度条款等原因减少支付"},
    "西南大学": {"债务收入减少", "一是疫情后经济业务恢复性增长,二是仪器设备更新升级支出增加"},
}
"""Reasons that real reports print, copied from the page; each was cut short or lost."""


@pytest.mark.parametrize("part", REAL)
def test_reasons_of_real_reports_are_whole(part, real_report, tmp_path):
    connection = desk.filled(tmp_path, [read_report(real_report(part), None)])
    found = {reason for (reason,) in connection.execute("select reason from star.stated_reason").fetchall()}
    assert found >= REAL[part]
    assert [reason for reason in found if reason[0] in ",;:。是" or reason[-1] in ",;:。"] == []


def test_every_subject_of_the_prose_has_a_name_in_both_languages():
    with open(Path("sql/reference/word.csv"), encoding="utf-8", newline="") as file:
        named = {row["key"] for row in csv.DictReader(file) if row["domain"] == "subject" and row["zh"] and row["en"]}
    subjects = {row["subject"] for row in form_wordings.rows("subjects")} | {
        row["narrowed"] for row in form_wordings.rows("narrowed") if row["narrowed"]
    }
    assert (subjects | {"function", "economic"}) - named == set()
