"""Markdown for the Dagster UI: text from PDFs is shown and nothing else comes of it, a finding links to its evidence page.

markdown-it reads it here as GitHub does; what Dagster's own reader makes of it in a browser is in
tests/orchestration/test_hostile_pages.py.
"""

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipelines.outputs.documents import markdown
from pipelines.settings import PROJECT
from pipelines.vocabulary.text import one_line

BOOK = "http://127.0.0.1:3999"
HOSTILE = "a|b\n| c | [x](http://example.org) <script>*_`#\x1b[0m"
ADDRESSES = re.compile(r"https?://[-.\w]|www\.[-.\w]|[-.\w+]@[-\w]", re.IGNORECASE)
"""What Dagster makes a link of in a text as it is shown."""
MADE = {"image", "link_open", "html_inline", "html_block", "code_inline", "s_open", "em_open", "strong_open"}
WORDS = st.text(st.sampled_from("\\`*_{}[]<>#|!~&;:/@.()+-=0123456789wWhtps aä中\n\t\u200b\"'"), max_size=40)


def cells(table: str) -> list[str]:
    return table.splitlines()[-1].strip("| ").split(" | ")


def kinds(source: str) -> set[str]:
    """The kinds of things a reader makes of Markdown, with HTML and strikethrough as Dagster has them."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(source)
    return {inner.type for token in tokens for inner in (token, *(token.children or ()))}


def shown(source: str) -> str:
    """What a reader sees of a paragraph of Markdown."""
    [inline] = [t for t in MarkdownIt("commonmark").enable("strikethrough").parse(source) if t.type == "inline"]
    return "".join(token.content for token in inline.children)


def unbroken(text: str) -> str:
    """A text with its addresses whole again."""
    return re.sub(r"\[([:.@])\]", r"\1", text)


@given(WORDS)
@example("![](</graphql?query=mutation{wipe}>)")
@example("&#33;[](x)")
@example("1. a")
@example("- a")
@example("+ a")
@example("---")
@example("    a")
@example("~~a~~ http://a.b www.a.b a@b.c")
@example("\\![](x)\\")
def test_any_text_is_text(said):
    source, plain = markdown.text(said), one_line(said.replace("\n", " ")).strip()
    if not plain:
        assert source == ""
        return
    assert kinds(source) == {"paragraph_open", "inline", "text", "paragraph_close"}
    seen = shown(source)
    assert not ADDRESSES.search(seen)
    assert unbroken(seen) == unbroken(plain)


@given(WORDS)
@example("a|b")
@example("a\\|b\\")
def test_any_text_is_one_cell(said):
    source = markdown.table(["unit_name"], [[said]])
    assert len(source.splitlines()) == 3
    assert not kinds(source) & MADE
    rendered = MarkdownIt("commonmark").enable("table").render(source)
    assert [html.unescape(name) for name in re.findall("<th>(.*?)</th>", rendered)] == ["unit_name"]
    assert len(re.findall("<td>", rendered)) == 1


def test_text_cannot_break_out_of_its_cell():
    table = markdown.table(["one", "two"], [[HOSTILE, "plain"]])
    assert len(table.splitlines()) == 3
    assert cells(table)[1] == "plain"
    assert not set("<>[]`*\x1b") & set(cells(table)[0])


def test_a_cell_is_escaped_once():
    [inner] = cells(markdown.table(["a"], [["b_c#1"]]))
    assert html.unescape(inner) == "b_c#1"


def test_markdown_of_ours_stays_markdown_in_its_cell():
    """A link beside a text that would be one: the first works, the second is shown."""
    table = markdown.table(["a", markdown.Markdown("*b*")], [[HOSTILE, markdown.Markdown("[x|y](z)<br>")]])
    assert table.splitlines()[0] == "| a | *b* |"
    assert cells(table)[1] == r"[x\|y](z)<br>"
    assert not set("<>[]`*\x1b") & set(cells(table)[0])


def test_no_other_module_draws_a_table():
    """The line below the head of a table stands in one module."""
    drawing = {path.stem for path in PROJECT.joinpath("pipelines").rglob("*.py") if '"---' in path.read_text("utf-8")}
    assert drawing == {"markdown"}


def test_a_finding_links_to_its_evidence_page():
    row = {"unit_name": HOSTILE, "report_id": "ab" * 32, "finding_id": "cd" * 8}
    table = markdown.failing([row], BOOK)
    assert table.splitlines()[0].endswith("证据 evidence |")
    assert f"({BOOK}/report/{'ab' * 8}.html?to=desk#{'cd' * 8})" in cells(table)[-1]
    assert "example" not in cells(table)[-1]


def test_rows_without_a_finding_have_no_link():
    assert "evidence" not in markdown.failing([{"amount_id": "x"}], BOOK)
    assert markdown.failing([], BOOK) == "—"
