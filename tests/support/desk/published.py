"""A small published warehouse with a misprint in a PDF, for tests of what is written from it.

Belongs here: drawing a few reports, one cell misprinted, reading and building them.
Does not belong here: what should be found or shown (the tests).
"""

from collections.abc import Callable
from dataclasses import replace

from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import Places
from pipelines.warehouse import build
from tests.support.figures import figures
from tests.support.paper import layouts, paper
from tests.support.paper.blocks import Paper, Paragraph, Table

LAYOUT = layouts.layout("shanghai_one_column")
CIVIL, EDUCATION = "上海市长宁区样本民政局", "苏州市姑苏区样本教育局"
PRINTED, TRUE = "5,346.43", "5,364.43"


def misprinted(drawn: Paper, title: str, old: str, new: str) -> Paper:
    """The paper with the first cell of a table that prints `old` printing `new`; raises LookupError where none does."""
    for number, block in enumerate(drawn.blocks):
        if isinstance(block, Table) and block.title == title:
            for row, boxes in enumerate(block.body):
                for column, box in enumerate(boxes):
                    if box.text == old:
                        changed = (*boxes[:column], replace(box, text=new), *boxes[column + 1 :])
                        body = (*block.body[:row], changed, *block.body[row + 1 :])
                        blocks = (*drawn.blocks[:number], replace(block, body=body), *drawn.blocks[number + 1 :])
                        return replace(drawn, blocks=blocks)
    raise LookupError(f"{title} prints no {old}")


def reheaded(drawn: Paper, title: str, old: str, new: str) -> Paper:
    """The paper with a column heading of a table worded differently; raises LookupError where no heading is `old`."""

    def change(table: Table) -> Table:
        header = tuple(tuple(replace(b, text=new) if b.text == old else b for b in row) for row in table.header)
        return replace(table, header=header)

    return _with_table(drawn, title, change)


def retitled(drawn: Paper, old: str, new: str) -> Paper:
    """The paper with a table under another title; raises LookupError where no table is called `old`."""
    return _with_table(drawn, old, lambda table: replace(table, title=new))


def reworded(drawn: Paper, old: str, new: str) -> Paper:
    """The paper with `new` in place of `old` in its prose; raises LookupError where no paragraph says `old`."""
    blocks = tuple(replace(b, text=b.text.replace(old, new)) if isinstance(b, Paragraph) else b for b in drawn.blocks)
    if blocks == drawn.blocks:
        raise LookupError(f"no paragraph says {old}")
    return replace(drawn, blocks=blocks)


def _with_table(drawn: Paper, title: str, change: Callable[[Table], Table]) -> Paper:
    blocks = tuple(change(b) if isinstance(b, Table) and b.title == title else b for b in drawn.blocks)
    if blocks == drawn.blocks:
        raise LookupError(f"{title} has nothing to change")
    return replace(drawn, blocks=blocks)


def opening(drawn: Paper) -> str:
    """What 收入支出决算总表 prints as 年初结转和结余."""
    [table] = [block for block in drawn.blocks if isinstance(block, Table) and block.title == "收入支出决算总表"]
    return next(row[n + 1].text for row in table.body for n, box in enumerate(row) if box.text == "年初结转和结余")


def publish(places: Places) -> Places:
    """Publish three reports: of a department two years in a row (in the second a number of T3 and T1's 年初结转和结余 misprinted),
    and of another one; raises ValueError where one of them is not read.
    """
    first = figures.report(5, year=2023, unit=CIVIL)
    second = figures.next_year(first)
    printed = layouts.paper(second, LAYOUT)
    other = misprinted(printed, "收入支出决算总表", opening(printed), "9,999.99")
    papers = {
        "2023/民政局.pdf": layouts.paper(first, LAYOUT),
        "2024/民政局.pdf": misprinted(other, "支出决算表", TRUE, PRINTED),
        "2024/教育局.pdf": layouts.paper(figures.report(9, year=2024, unit=EDUCATION), LAYOUT),
    }
    for name, drawn in papers.items():
        path = places.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        paper.draw(drawn, path, LAYOUT.style)
    files = raw_files(places.raw)
    for done in batch.read_all(files, places, 2):
        if done.status != "read":
            raise ValueError(f"{done.file.name} is {done.status}: {done.reason}")
    build.build(places, files, 1)
    return places
