"""The guides can be followed as they are written, and every step says what they say it does."""

import pytest

from pipelines.settings import PROJECT
from tests.studies import guides


@pytest.mark.parametrize("chain", guides.CHAINS, ids=lambda chain: chain[0])
def test_a_guide_says_what_its_steps_say(chain, tmp_path):
    """To accept a change on purpose: make docs"""
    folder = guides.clone(tmp_path / "clone")
    for name in chain:
        text = (PROJECT / name).read_text(encoding="utf-8")
        assert guides.followed(text, folder) == text


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


def test_a_step_that_cannot_be_done_is_told(tmp_path):
    with pytest.raises(AssertionError, match="no-such-program"):
        guides.followed("```sh\nno-such-program\n```\n", tmp_path)
