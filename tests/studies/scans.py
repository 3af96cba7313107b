"""Scans: what is read of given reports, printed, laid on a scanner askew and read off the picture, held against what they print.

python -m tests.studies.scans FOLDER [--kinds soft,150,hard,stamped,coarse] [--tables 25] [--prose 10] [--whole REPORT.pdf]
writes a table in Markdown to standard output (docs/scans.md has the last one). A sound page is the page as the reader of PDFs reads it.
"""

import argparse
import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time

from pipelines.ocr.reader import RESOLUTION, read_picture
from pipelines.ocr.reasons import NotRead
from pipelines.pdf import Box, Cell, Page, draw_scans, open_document, reach
from pipelines.pdf.source import Source
from pipelines.reading.report import read_once
from pipelines.vocabulary.numbers import read_number
from tests.support.paper.scanned import HARD, SOFT, Paper, as_pdf, scan_pages

KINDS = {
    "soft": SOFT,
    "150": replace(SOFT, resolution=150),
    "stamped": replace(SOFT, is_stamped=True, is_folded=True),
    "red stamp": replace(SOFT, resolution=150, is_stamped=True, is_grey=False),
    "hard": HARD,
    "coarse": replace(SOFT, resolution=75),
    "on its left side": replace(SOFT, quarters=1),
    "on its head": replace(SOFT, quarters=2),
    "on its right side": replace(SOFT, quarters=3),
}
CODE, NUMBER = re.compile(r"\d{3,7}"), re.compile(r"\d[\d,]*(?:\.\d+)?%?")
COLUMNS = (
    "pages", "held whole", "amounts", "read", "certified", "wrong", "codes", "codes read", "names", "names read",
    "letters", "letters wrong", "numbers", "numbers certified", "numbers wrong", "seconds", "seconds as text",
)  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """A page of a report: its file, its number, as it is printed, the seconds it took to read."""

    path: Path
    page: Page
    seconds: float


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--kinds", default=",".join(KINDS))
    asked.add_argument("--tables", type=int, default=25)
    asked.add_argument("--prose", type=int, default=10)
    asked.add_argument("--whole", type=Path)
    given = asked.parse_args()
    if given.whole:
        print(whole(given.whole))
        return
    samples = [*chosen(given.folder, given.tables, True), *chosen(given.folder, given.prose, False)]
    print("| scanned | " + " | ".join(COLUMNS) + " |\n|---|" + "---|" * len(COLUMNS))
    for kind in given.kinds.split(","):
        counted: Counter[str] = Counter()
        for sample in samples:
            counted.update(measured(sample, KINDS[kind], kind))
        print(f"| {kind} | " + " | ".join(f"{counted[name]:,.6g}" for name in COLUMNS) + " |", flush=True)


def chosen(folder: Path, count: int, with_table: bool) -> list[Sample]:
    """Pages of the reports below a folder in turn, those with a table of amounts or those of text."""
    each: list[list[Sample]] = []
    for path in sorted(folder.rglob("*.pdf")):
        start = process_time()
        try:
            pages = open_document(path.read_bytes()).pages
        except Exception:
            continue
        seconds = (process_time() - start) / len(pages)
        kept = [page for page in pages if holds(page, with_table)]
        each.append([Sample(path, page, seconds) for page in kept])
    turns = [one[turn] for turn in range(max(map(len, each))) for one in each if turn < len(one)]
    return turns[:count]


def holds(page: Page, with_table: bool) -> bool:
    amounts = sum(is_amount(cell.text) for grid in page.grids for cell in grid.cells)
    return amounts >= 6 if with_table else not page.grids and page.character_count > 400


def is_amount(text: str) -> bool:
    printed = read_number(text)
    return printed.mark == "number" and ("." in text or text.strip() == "0")


def measured(sample: Sample, paper: Paper, kind: str) -> Iterator[str] | Counter[str]:
    """Count what is read of one page as scanned."""
    counted: Counter = Counter({"pages": 1, "seconds as text": sample.seconds})
    spoilt = as_pdf(scan_pages(sample.path.read_bytes(), [sample.page.number], paper), paper)
    start = process_time()
    try:
        [scan] = draw_scans(spoilt, [1], RESOLUTION)
        page = read_picture(scan)
    except NotRead:
        return counted + Counter({"held whole": 1})
    counted["seconds"] = process_time() - start
    return counted + cells(sample, page, kind) + prose(sample.page, page)


def cells(sample: Sample, page: Page, kind: str) -> Counter:
    counted: Counter = Counter()
    found = [cell for grid in page.grids for cell in grid.cells]
    for true in (cell for grid in sample.page.grids for cell in grid.cells):
        seen = at(found, true.box)
        same = seen is not None and bare(seen.text) == bare(true.text)
        sure = seen is not None and not any(within(seen.box, one.box) for one in page.unsure)
        if is_amount(true.text):
            counted.update({"amounts": 1, "read": same, "certified": same and sure})
        elif CODE.fullmatch(bare(true.text)):
            counted.update({"codes": 1, "codes read": same})
        elif bare(true.text):
            counted.update({"names": 1, "names read": same})
        if seen and sure and not same and is_amount(seen.text):
            counted["wrong"] += 1
            print(f"<!-- {kind} {sample.path.name} p{sample.page.number}: {true.text!r} read {seen.text!r} -->")
    return counted


def at(found: Sequence[Cell], box: Box) -> Cell | None:
    """The cell that lies where a box does."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return next((c for c in found if c.box[0] <= x <= c.box[2] and c.box[1] <= y <= c.box[3]), None)


def within(box: Box, other: Box) -> bool:
    return other[0] <= (box[0] + box[2]) / 2 <= other[2] and other[1] <= (box[1] + box[3]) / 2 <= other[3]


def bare(text: str) -> str:
    return "".join(text.split()).replace("（", "(").replace("）", ")").replace("，", ",").replace("：", ":")


def prose(true: Page, page: Page) -> Counter:
    """Count letters and numbers of the running text; a number is wrong that no line of the page prints."""
    printed, read = bare("".join(one.text for one in true.lines)), bare("".join(one.text for one in page.lines))
    matcher = difflib.SequenceMatcher(None, printed, read, autojunk=False)
    wrong = sum(max(b - a, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
    sure = [one.text for one in page.lines if not any(reach(one.box, cover.box) > 0 for cover in page.covers)]
    there = Counter(NUMBER.findall(" ".join(bare(one.text) for one in true.lines)))
    believed = Counter(NUMBER.findall(" ".join(map(bare, sure))))
    return Counter(
        {
            "letters": len(printed), "letters wrong": wrong, "numbers": sum(there.values()),
            "numbers certified": sum((there & believed).values()), "numbers wrong": sum((believed - there).values()),
        }
    )  # fmt: skip


def whole(path: Path) -> str:
    """A whole report through all of the reading: amounts as printed and as scanned, place by place."""
    content = path.read_bytes()
    pages = len(open_document(content).pages)
    spoilt = as_pdf(scan_pages(content, range(1, pages + 1), SOFT), SOFT)
    printed = read_once(Source(path.name, content, ""), None)
    start = process_time()
    scanned = read_once(Source(path.name, spoilt, ""), None)
    seconds = process_time() - start
    true = {amount.key: amount for form in printed.forms for amount in form.amounts}
    read = {amount.key: amount for form in scanned.forms for amount in form.amounts}
    same = sum(key in read and read[key].number == amount.number for key, amount in true.items())
    wrong = [
        key
        for key, one in read.items()
        if not one.held and one.number and (key not in true or true[key].number != one.number)
    ]
    held = sum(amount.held for amount in read.values())
    claims = [
        Counter((c.subject, c.role, c.text) for c in one.prose.claims if not c.doubts) for one in (printed, scanned)
    ]
    return (
        f"{path.name}: {pages} pages, {seconds:.0f} s; {scanned.status}, {scanned.disclosure.unit}, {scanned.disclosure.year}; "
        f"amounts {len(true)}, alike {same}, held {held}, wrong and not held {wrong}; claims {claims[0].total()}, "
        f"alike {(claims[0] & claims[1]).total()}, others {(claims[1] - claims[0]).total()} {list(claims[1] - claims[0])[:6]}\n"
        + "\n".join(f"- p{doubt.page} {doubt.reason} · {doubt.detail}" for doubt in scanned.doubts)
    )


if __name__ == "__main__":
    main()
