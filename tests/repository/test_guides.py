"""The guides can be followed as they are written, and every step says what they say it does."""

import re
import sys

import pytest

from pipelines.settings import PROJECT
from tests.studies import guides


@pytest.mark.parametrize("chain", guides.CHAINS, ids=lambda chain: chain[0])
def test_a_guide_says_what_its_steps_say(chain, tmp_path):
    """To accept a change on purpose: make guides"""
    folder = guides.clone(tmp_path / "clone")
    for name in chain:
        text = (PROJECT / name).read_text(encoding="utf-8")
        assert guides.followed(text, folder) == text


def test_the_macros_a_guide_names_are_where_it_says():
    text = (PROJECT / "docs" / "add-an-identity.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \| .* \| (sql/.*?) \|$", text, re.MULTILINE)
    assert len(rows) > 5
    for names, files in rows:
        sql = "".join((PROJECT / file).read_text(encoding="utf-8") for file in files.split(", "))
        assert set(re.findall(r"`(\w+)`", names)) <= set(re.findall(r"\bmacro (\w+)\(", sql)), files


def test_a_step_that_says_something_else_is_seen(tmp_path):
    text = "```console\n$ echo 一; echo 二\n一\n三\n```\n"
    assert guides.followed(text, tmp_path) == text.replace("三", "二")


@pytest.mark.parametrize(
    ("old", "kept"), [("…\n二\n", True), ("一\n…\n三 2.5 s\n", True), ("…\n四\n…\n", False), ("…\n二\n一\n", False)]
)
def test_lines_are_left_out_only_where_a_guide_says_so(old, kept, tmp_path):
    command = "echo 一; echo 二" + ("; echo 三 1.0 s" if "三" in old else "")
    text = f"```console\n$ {command}\n{old}```\n"
    assert (guides.followed(text, tmp_path) == text) is kept


def test_a_guide_is_followed_as_by_somebody_without_what_reads_scans(tmp_path):
    asked = "from pipelines.ocr import engines; print(engines.are_installed(), engines.versions())"
    assert guides.run(f"{sys.executable} -c '{asked}'", PROJECT) == "False none\n"


def test_a_step_that_cannot_be_done_is_told(tmp_path):
    with pytest.raises(AssertionError, match="no-such-program"):
        guides.followed("```sh\nno-such-program\n```\n", tmp_path)


@pytest.mark.parametrize(
    ("said", "kept"), [("==== 9 passed in 61.00s (0:01:01) ====", True), ("1 failed, 9 passed in 2.00s", False)]
)
def test_how_many_tests_passed_is_not_compared_but_that_one_failed_is(said, kept, tmp_path):
    text = "```console\n$ echo '" + said + "'\n= 7 passed in 3.21s =\n```\n"
    assert (guides.followed(text, tmp_path) == text) is kept


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [("[1/2] b read", "[2/2] a read", True), ("[1/2] b read", "[2/2] c read", False), ("b", "a", False)],
)
def test_in_which_order_reports_were_read_is_not_compared(first, second, kept, tmp_path):
    printed = "[1/2] a read\n[2/2] b read" if "[" in first else "a\nb"
    text = f"```console\n$ echo '{first}'; echo '{second}'\n{printed}\n```\n"
    assert (guides.followed(text, tmp_path) == text) is kept
