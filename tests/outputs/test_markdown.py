"""Tables for the Dagster UI: text from PDFs stays in its cell, a finding links to its evidence page."""

import pandas as pd

from pipelines.outputs.documents import markdown

HOSTILE = "a|b\n| c | [x](http://example.org) <script>*_`#\x1b[0m"


def cells(table: str) -> list[str]:
    return table.splitlines()[-1].strip("| ").split(" | ")


def test_text_cannot_break_out_of_its_cell():
    table = markdown.table(["one", "two"], [[HOSTILE, "plain"]])
    assert len(table.splitlines()) == 3
    assert cells(table)[1] == "plain"
    assert not set("<>[]`*\x1b") & set(cells(table)[0])


def test_a_finding_links_to_its_evidence_page(monkeypatch):
    monkeypatch.setenv("FINAL_ACCOUNTS_BOOK_URL", "http://127.0.0.1:3001")
    frame = pd.DataFrame({"unit_name": [HOSTILE], "report_id": ["ab" * 32], "finding_id": ["cd" * 8]})
    table = markdown.failing(frame)
    assert table.splitlines()[0].endswith("证据 evidence |")
    assert f"(http://127.0.0.1:3001/report/{'ab' * 8}.html#{'cd' * 8})" in cells(table)[-1]
    assert "example" not in cells(table)[-1]


def test_rows_without_a_finding_have_no_link():
    assert "evidence" not in markdown.failing(pd.DataFrame({"amount_id": ["x"]}))
    assert markdown.failing(pd.DataFrame({"amount_id": []})) == "—"
