"""Budget totals: every total of the real budgets by pdftotext, which shares no code with our readers, beside what we read.

Belongs here: lines of pdftotext with a total in them, a count by file. Does not belong here: single cells (tests/golden).

    .venv/bin/python -m tests.studies.budget_totals WAREHOUSE.duckdb   (prints a line a file; status 1 where a total is not found)
"""

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import duckdb

from tests.support.real_reports import SHARED_REPORTS

_NUMBER = re.compile(r"-?\d[\d,]*\.\d+|-?\d{1,3}(?:,\d{3})+")
_TOTAL = re.compile(r"合\s*计|总\s*计|小\s*计")
_READ = """
    select split_part(report.file, '/', -1) as name, report.file, amount.page, amount.text, coalesce(amount.line, '') in (
        'total', 'income_total', 'income_grand_total', 'expenditure_total', 'expenditure_grand_total'
    ) and not amount.is_within as is_total
    from reading.amount join reading.report using (report_id)
    where report.kind = 'budget' and amount.mark = 'number' and not amount.is_held
"""


def printed(file: Path, page: int) -> tuple[set[str], set[str]]:
    """The numbers of a page by pdftotext, commas left out, and those of its lines with 合计, 总计 or 小计."""
    command = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(file), "-"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    raw = subprocess.run([*command[:1], "-raw", *command[2:]], capture_output=True, text=True, check=True).stdout
    everything = {_bare(n) for n in _NUMBER.findall(raw)}.union(
        *({_bare(n) for n in _NUMBER.findall(x)} for x in lines)
    )
    return everything, {_bare(n) for line in lines if _TOTAL.search(line) for n in _NUMBER.findall(line)}


def _bare(text: str) -> str:
    return re.sub(r"[,\s]", "", text)


def files(warehouse: Path) -> Iterator[tuple[str, int, int, list[str], list[str]]]:
    """Yield file, totals read, totals printed, those read that pdftotext lacks, those it prints that are not read on the page."""
    pages: dict[tuple[str, str], dict[int, list[tuple[str, bool]]]] = defaultdict(lambda: defaultdict(list))
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for name, file, page, text, is_total in connection.execute(_READ).fetchall():
            pages[name, file][page].append((_bare(text), is_total))
    for (name, file), read in sorted(pages.items()):
        lacking, unread, totals, shown = [], [], 0, 0
        for page, amounts in sorted(read.items()):
            everything, of_totals = printed(SHARED_REPORTS / file, page)
            values = {text for text, _ in amounts}
            own = [text for text, is_total in amounts if is_total]
            totals, shown = totals + len(own), shown + len(of_totals)
            lacking += [f"p{page} {text}" for text in own if "." in text and text not in everything]
            unread += [f"p{page} {text}" for text in sorted(of_totals - values)]
        yield name, totals, shown, lacking, unread


def main(warehouse: Path) -> int:
    """Print a line a file and the sums."""
    found = list(files(warehouse))
    for name, totals, shown, lacking, unread in found:
        print(f"{name}: {totals} totals read, {shown} printed; not printed {lacking}; not read {unread}")
    print(
        f"{sum(f[1] for f in found)} read, {sum(f[2] for f in found)} printed, {sum(len(f[3]) for f in found)} not printed, {sum(len(f[4]) for f in found)} not read"
    )
    return int(any(f[3] or f[4] for f in found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
