"""Targets: the claims of a table of targets (绩效目标表), as a perfect reader would make them.

Belongs here: such claims by row. Does not belong here: tables on a page (tests/prose/test_target_tables.py).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipelines.prose.claims import Claim
from pipelines.vocabulary.numbers import Number


def target_claims(*rows: Mapping[str, str]) -> Iterator[Claim]:
    """The claims of a table of targets, 万元, each row a statement; the money of a project is that of the year.

    rows: subject and label, with a space between → the text of the cell.
    """
    cells = [(statement, name, text) for statement, row in enumerate(rows, 1) for name, text in row.items()]
    for order, (statement, name, text) in enumerate(cells):
        subject, label = name.split(" ")
        yield Claim(
            order=order, page=35, box=(40.0 * order, 100.0, 40.0 * order + 30, 120.0), span=None, statement=statement,
            section="performance", subject=subject, label=label, code=None, role="budget", direction="",
            base="annual" if subject in ("target_money", "target_listed") else "", text=text, number=Number(Decimal(text), 2), counted_in="万元",
        )  # fmt: skip
