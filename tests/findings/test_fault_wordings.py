"""What a fault says in the words of its identity: several pages are pages, names and quotations stand once, marks within marks are inner ones."""

import re
from decimal import Decimal

import pytest

from pipelines.findings.comparisons import Sides, exceeding
from pipelines.findings.fault import Fault, word_fault
from pipelines.findings.places import Place
from pipelines.settings import PROJECT

IDENTITIES = PROJECT / "sql" / "checks" / "identities"


def place(name: str, text: str, counted_in: str) -> Place:
    return Place(page=4, name=name, text=text, counted_in=counted_in, decimals=2, form="")


PLACES = {
    "rate": place("农业生产发展“完成预算86.09%”", "86.09", "%"),
    "change": place("运行经费“减少20.00万元”", "20.00", "万元"),
    "growth": place("运行经费“增长16.0%”", "16.0", "%"),
}


def worded(identity: str, note: str = "", amounts: tuple[str, ...] = (), **particulars: str) -> tuple[str, str]:
    """What an identity's head says of a fault on page 4."""
    [file] = IDENTITIES.glob(f"*/{identity}.sql")
    said = dict(re.findall(r"^-- fault_(zh|en): (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE))
    fault = Fault(zh=said["zh"], en=said["en"], particulars=particulars, stated=Decimal(1), expected=Decimal(0))
    return word_fault(fault, 4, note, [PLACES[one] for one in amounts], PLACES, {})


@pytest.mark.parametrize(("pages", "said"), [("10、15", "pages 10, 15: code"), ("10", "page 10: code")])
def test_several_pages_are_pages(pages, said):
    zh, en = worded("C-24", pages=pages, pairs_zh="编码", pairs_en="code 1")
    assert zh == f"第{pages}页编码"
    assert en.startswith(said)


def test_a_completion_against_its_word_is_named_once():
    zh, en = worded("N-37", amounts=("rate",), rate_id="rate", said_zh="大于", said_en="above")
    assert zh == "第4页 农业生产发展“完成预算86.09%”：完成率为86.09%，却说大于预算数"
    assert en == (
        "page 4, 农业生产发展“完成预算86.09%”: a completion of 86.09% is stated, yet it is said to be above the budget"
    )


def test_a_change_against_its_rate_is_told_in_a_whole_clause():
    ways = {"moved_zh": "减少", "grown_zh": "增长", "moved_en": "a decrease", "grown_en": "a growth"}
    _, en = worded("N-55", amounts=("growth",), change_id="change", **ways)
    assert en == "page 4, 运行经费“增长16.0%”: a decrease of 20.00万元 is stated, yet its rate as a growth of 16.0%"


@pytest.mark.parametrize("identity", ["S-01", "PS-01"])
def test_a_form_with_marks_in_its_name_is_quoted_with_inner_ones(identity):
    _, en = worded(identity, note="财政拨款“三公”经费支出决算表", name_en="three public expenses")
    assert en.startswith("the form “财政拨款‘三公’经费支出决算表” (three public expenses) is missing")


def test_what_is_above_something_is_so_by_how_much():
    sides = Sides(
        stated_ids=("change",), expected_ids=("growth",), limit=None, stated=Decimal(200000), expected=Decimal(0), reason="",
        is_unexplained=False,
    )  # fmt: skip
    _, en = exceeding("N-16", sides, PLACES)
    assert en.endswith(", by 20.00万元")
    assert "above it" not in en
