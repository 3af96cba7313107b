"""Draws the sample reports kept in raw/<year>/ (`python -m tests.studies.samples` from the root of the repository).

Belongs here: which samples there are, where they go and how they are printed, with embedded fonts.
Does not belong here: figures (tests/support/figures/figures.py, tests/support/figures/dongcheng.py) and layouts (tests/support/paper/layouts.py).
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipelines.formats import open_document
from pipelines.pdf import Document
from pipelines.settings import PROJECT
from tests.support.figures import figures
from tests.support.files import rewriting
from tests.support.paper import budget_paper, dongcheng_paper, layouts, prose, scanned
from tests.support.paper.paper import Heading, Paper, Style, draw

RAW = PROJECT / "raw"
SONG = (
    "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf",
    "/usr/share/fonts/truetype/arphic/uming.ttc",
)
HEI = ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",)
PACKAGES = "fonts-arphic-gbsn00lp fonts-wqy-zenhei"
SHANGHAI = "上海市静安区样本科学技术协会"
SUZHOU = "苏州市姑苏区样本文化和旅游局"
HANGZHOU = "杭州市西湖区样本司法局"
YICHANG = "宜昌市西陵区样本农业农村局"
CHENGDU = "成都市武侯区样本职业学院"
SHANGHAI_SEED, SUZHOU_SEED, HANGZHOU_SEED, YICHANG_SEED, CHENGDU_SEED = 275, 13, 21, 34, 217
SCANNED = "（扫描件）"
"""How the name of the sample ends that is a scan."""
GLASS = scanned.Paper(resolution=150, skew=0.3, quality=42)
"""How the sample that is a scan was laid on the glass."""


def embedded(style: Style) -> Style:
    """The style with a song face (宋体) for text and a sans face (黑体) for headings, as far as they are installed."""
    song, hei = ([path for path in paths if Path(path).exists()] for paths in (SONG, HEI))
    if not song or not hei:
        print(f"Chinese fonts are missing: apt-get install {PACKAGES}", file=sys.stderr)
    if not song and not hei:
        print("drawing with STSong-Light, which is not embedded: do not keep these samples", file=sys.stderr)
        return style
    return replace(style, font=f"{(song or hei)[0]}:0", heading_font=f"{(hei or song)[0]}:0")


def samples() -> Iterator[tuple[int, Paper, Style]]:
    """Year, paper and style of every sample."""
    style = embedded(Style(rules="rect", justified=True, text_size=15))
    yield dongcheng_paper.YEAR, dongcheng_paper.paper(style), style
    district = replace(
        layouts.layout("shanghai_three_columns"), general_total="", total="last", style=replace(style, rules="long")
    )
    association = figures.report(SHANGHAI_SEED, 2024, SHANGHAI)
    yield association.year, layouts.paper(association, district), district.style
    yield association.year, budget_paper.paper(association), district.style
    ministry = replace(
        layouts.layout("ministry_form"), style=replace(style, rules="cell", cell_size=8, justified=False)
    )
    first = figures.report(SUZHOU_SEED, 2022, SUZHOU)
    for report in (first, figures.next_year(first)):
        yield report.year, layouts.paper(report, ministry), ministry.style


def other_kinds() -> Iterator[tuple[int, str, bytes]]:
    """Year, name and bytes of the samples that are not drawn into their place: a web page, a final account in two files (its text
    and its tables), a scan."""
    web = layouts.paper(figures.report(HANGZHOU_SEED, 2024, HANGZHOU), layouts.layout("shanghai_one_column"))
    yield 2024, f"{web.title}.html", rewriting.as_html(_document(web))
    apart = layouts.paper(figures.report(YICHANG_SEED, 2024, YICHANG), layouts.layout("shanghai_one_column"))
    pages = _document(apart)
    texts = replace(pages, pages=tuple(page for page in pages.pages if not page.grids))
    tables = replace(pages, pages=tuple(page for page in pages.pages if page.grids))
    yield 2024, f"{apart.title}说明.docx", rewriting.as_docx(texts)
    yield 2024, f"{apart.title}附表.xlsx", rewriting.as_xlsx(tables)
    paper, style = scan()
    yield 2022, f"{paper.title}.pdf", _scanned(paper, style)


def scan() -> tuple[Paper, Style]:
    """The paper that is scanned: a school's final account, four tables and what is said of them, on as few pages as it takes."""
    style = embedded(Style(text_size=12))
    layout = replace(layouts.layout("university"), all_landscape=False, style=style)
    report = figures.report(CHENGDU_SEED, 2022, CHENGDU, plain=True, university=True)
    parts = (
        ("第一部分 部门决算表", tuple(layouts.tables(report, layout))),
        ("第二部分 部门决算情况说明", tuple(prose.narrative(report, layout))),
    )
    blocks = (block for name, content in parts for block in layouts.headed(Heading(name, 1), content))
    whole = layouts.paper(report, layout)
    return Paper(f"{whole.title}{SCANNED}", whole.cover, tuple(blocks)), style


def _scanned(paper: Paper, style: Style) -> bytes:
    """A paper as a scanner hands it on: a PDF of pictures."""
    printed = _printed(paper, style)
    pages = len(open_document(printed).pages)
    return scanned.as_pdf(scanned.scan_pages(printed, range(1, pages + 1), GLASS), GLASS)


def _document(paper: Paper) -> Document:
    """What is read of a paper that is drawn aside."""
    return open_document(_printed(paper, layouts.layout("shanghai_one_column").style))


def _printed(paper: Paper, style: Style) -> bytes:
    """The PDF of a paper that is drawn aside."""
    with tempfile.TemporaryDirectory() as folder:
        return draw(paper, Path(folder) / "paper.pdf", style).read_bytes()


def main() -> None:
    """Redraw every sample."""
    for year, name, content in other_kinds():
        (RAW / str(year) / name).write_bytes(content)
        print(f"raw/{year}/{name}: {len(content) // 1000} kB")
    for year, paper, style in samples():
        path = RAW / str(year) / f"{paper.title}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(paper, path, style)
        print(f"{path.relative_to(RAW.parent)}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
