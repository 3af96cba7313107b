"""Report bits: some reports of a file as a text of zeros and ones, one for each number of a report.

Belongs here: making them. Does not belong here: which reports (search_scope, figures). SQL looks one up at once (get_bit), where a list would be
gone through for each row.
"""

from collections.abc import Collection

from pipelines.queries import Warehouse


def last_report(warehouse: Warehouse) -> int:
    """The highest number of a report of a file."""
    [top] = warehouse.rows("desk/last")
    return top["last"]


def report_bits(last: int, reports: Collection[int]) -> str:
    """A one for each of these reports, a zero for each other up to the last of the file; none of them may be beyond it."""
    bits = bytearray(b"0" * (last + 1))
    for report in reports:
        bits[report] = ord("1")
    return bits.decode()
