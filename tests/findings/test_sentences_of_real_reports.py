"""The findings of real reports: each sentence as a person has read it; what once passed is found on its page, what is right is not told."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.studies.sentences import SNAPSHOT
from tests.support.desk import real_finals

FOUND = {
    "宜川": [
        ("S-08", 28, "占76.23"),
        ("S-08", 29, "支出决算为4.19"),
        ("N-36", 29, "文化体育与传媒支出"),
        ("N-34", 30, "269.8"),
        ("N-41", 33, "减排专项支出、死亡抚恤"),
        ("N-43", 34, "公务用车购置"),
        ("N-15", 35, "135.00"),
        ("N-35", 35, "135.00"),
        ("ZB", 35, "100"),
        ("N-44", 24, "因公出国"),
        ("N-48", 35, "15.31"),
        ("S-08", 35, "支出0.3万"),
    ],
    "石泉": [
        ("S-08", 28, "大小于"),
        ("S-08", 39, "减增加21.90"),
        ("N-33", 29, "统计信息事务"),
        ("N-33", 36, "其他社区城乡管理事务支出"),
        ("N-36", 28, "行政事业单位离退休"),
        ("N-27", 32, "257.14"),
        ("N-44", 24, "因公出国"),
    ],
    "文化和旅游局2025": [("S-07", 24, "苏河”"), ("ZB", 28, "100")],
    "生态环境局2025": [
        ("S-09", 2, "202年度"),
        ("S-08", 25, "减少为0.00万元，与2024年持平"),
        ("S-06", 6, "仅有一个单位的部门"),
        ("N-43", 24, "国内公务接待批次"),
        ("N-47", 20, "1367.76"),
    ],
    "国家信访局": [
        ("N-30", 39, "事业运行、公务员医疗补助"),
        ("N-11", 23, "因公出国（境）费用"),
        ("N-36", 22, "归口管理"),
        ("N-40", 26, "1820.69"),
    ],
    "改动版": [("S-07", 25, "。。")],
    "东城": [("C-26", 8, "本单位所属1个行政单位")],
    "卫生健康委员会": [
        ("S-07", 11, "，。"),
        ("N-39", 32, "82个"),
        ("N-45", 41, "3215.02"),
        ("N-23", 46, "35%"),
        ("N-46", 72, "93"),
        *(("N-23", page, "1000%") for page in (98, 103, 139, 141)),
        ("N-45", 53, "512"),
        ("N-45", 54, "400"),
    ],
}
"""Part of a file's name → identity, page, words of what is printed."""
SILENT = {
    "宜川": ["N-21"],
    "石泉": ["N-09"],
    "生态环境局2025": ["N-09", "N-24", "C-24"],
    "国家信访局": ["N-08"],
    "卫生健康委员会": ["N-12", "N-27", "B-03"],
    "东城": ["N-22", "N-27", "WX-02", "N-33", "N-43"],
    "社会工作部": ["N-33", "N-36", "S-08", "N-38", "N-43"],
}
"""Part of a file's name → identities that told of it what is right."""


@pytest.fixture(scope="module")
def connection(real_report: Callable[[str], Path], tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """The warehouse of all real final accounts, with findings."""
    return real_finals.fill(tmp_path_factory.mktemp("finals"), real_report)


@pytest.fixture(scope="module")
def violations(connection) -> dict[str, list[tuple]]:
    """Part of a file's name → (identity, page, printed) of what is violated in it."""
    rows = connection.execute("select report_id, identity_id, page, printed from checks.violation").fetchall()
    found: dict[str, list[tuple]] = {part: [] for part in real_finals.FINALS}
    for report_id, *row in rows:
        found[real_finals.report_of(report_id)].append(tuple(row))
    return found


def test_every_sentence_is_one_that_a_person_has_read(connection):
    told = "\n".join(real_finals.sentences(connection))
    assert told == SNAPSHOT.read_text(encoding="utf-8"), (
        "sentences of findings on real reports have changed: python -m tests.studies.sentences writes them anew;"
        " read each one that changed beside its page before it is committed"
    )


@pytest.mark.parametrize(
    ("part", "identity", "page", "words"), [(p, *one) for p, all_ in FOUND.items() for one in all_]
)
def test_what_once_passed_is_found_on_its_page(violations, part, identity, page, words):
    said = [(found, printed) for key, found, printed in violations[part] if key == identity]
    assert page in [found for found, printed in said if words in (printed or "")], said


@pytest.mark.parametrize(("part", "identity"), [(part, key) for part, keys in SILENT.items() for key in keys])
def test_what_is_right_beside_it_is_not_told(violations, part, identity):
    assert [row for row in violations[part] if row[0] == identity] == []
