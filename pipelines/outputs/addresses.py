"""Addresses: where in the evidence pages a report, a unit or a PDF stands.

Belongs here: addresses relative to the folder of the pages. Does not belong here: the pages (evidence), the server's
address (settings).
"""

TO_DESK = "to=desk"
"""What a link to an evidence page asks with, so that it leads to the desk where that runs (serving.handing_over)."""


def page_address(kind: str, key: str) -> str:
    """Where the page of a report, unit, year or region stands; kind is its folder."""
    return f"{kind}/{key}.html"


def pdf_address(report_id: str, kind: str = "pdf") -> str:
    """Where the copy of a report's file stands; kind: its format. A web page stands there as text, so that no script of it runs."""
    return f"pdf/{report_id[:16]}.{'txt' if kind == 'html' else kind}"
