"""Markdown: tables for the Dagster UI, in which text from PDFs cannot break out of its cell.

Belongs here: rows as Markdown, links from a finding to its evidence page. Does not belong here: what the rows are
(suites, tables) or HTML (render).
"""

import pandas as pd

from pipelines.outputs.addresses import finding_address
from pipelines.settings import book_url
from pipelines.vocabulary.text import one_line


def failing(frame: pd.DataFrame) -> str:
    """The rows that made an expectation fail; those with a finding link to its evidence page."""
    shown = frame.drop(columns=["report_id", "finding_id"], errors="ignore").astype(str)
    if "finding_id" not in frame:
        return table(list(shown), shown.values.tolist())
    places = zip(frame["report_id"], frame["finding_id"], strict=True)
    links = [f"[打开 open]({link(*place)})" for place in places]
    return table(list(shown), shown.values.tolist(), links)


def link(report_id: str, finding_id: str) -> str:
    """Where a finding is shown in the evidence pages that are served beside the UI."""
    return f"{book_url()}/{finding_address(report_id, finding_id)}"


def table(header: list[str], rows: list[list[str]], links: list[str] | None = None) -> str:
    """A Markdown table; text from PDFs cannot break out of its cell; `links` are of our own making, one a row."""
    if not rows:
        return "—"
    lines = [header, ["---"] * len(header), *rows]
    ends = (
        ["", "", *([""] * len(rows))]
        if links is None
        else [" 证据 evidence |", " --- |", *(f" {link} |" for link in links)]
    )
    return "\n".join(
        "| " + " | ".join(_cell(str(c)) for c in line) + " |" + end for line, end in zip(lines, ends, strict=True)
    )


def _cell(text: str) -> str:
    plain = one_line(text.replace("\n", " "))
    for mark in "\\`*_{}[]<>#|!":
        plain = plain.replace(mark, f"&#{ord(mark)};")
    return plain if plain != "&#45;&#45;&#45;" else "---"
