"""Reading measured: ratios side by side, never pages a second.

Belongs here: the contestants, the corpus they read (drawn anew), rounds in turn, medians with least and most.
Does not belong here: whether they read the same (tests/pdf/test_readers.py), the other parts of the bench (tests/studies/bench.py).
"""

import ctypes
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium
from reportlab import rl_config

from pipelines.pdf.pdfium import reader as pdfium_pages
from tests.studies import samples
from tests.support.figures import figures
from tests.support.paper import layouts, paper

DRAWN = ("shanghai_one_column", "shanghai_three_columns", "ministry_form", "bare_parts_in_yuan", "beijing")


def corpus(folder: Path, pages: int) -> list[Path]:
    """Reports of at least so many pages in all, in five layouts, fonts embedded and streams bare as publishers' programs
    write them (reportlab wraps them in ASCII85 unless told otherwise).
    """
    rl_config.useA85 = 0
    paths: list[Path] = []
    drawn = 0
    for seed, name in enumerate(cycle(DRAWN)):
        if drawn >= pages:
            return paths
        layout = layouts.layout(name)
        content = layouts.paper(figures.report(seed, unit=f"样本市样本区{figures.in_letters(seed)}局"), layout)
        style = replace(samples.embedded(layout.style), rotated=False)
        paths.append(paper.draw(content, folder / f"{seed}.pdf", style))
        with pypdfium2.PdfDocument(paths[-1]) as pdf:
            drawn += len(pdf)
    return paths


def of_pages(paths: list[Path], pages: int) -> list[Path]:
    """The first of some PDFs that have so many pages together, at least."""
    some: list[Path] = []
    while count_pages(some) < pages and len(some) < len(paths):
        some.append(paths[len(some)])
    return some


def count_pages(paths: Iterable[Path]) -> int:
    """The pages of some PDFs."""
    count = 0
    for path in paths:
        with pypdfium2.PdfDocument(path) as pdf:
            count += len(pdf)
    return count


def has_camelot() -> bool:
    """Whether camelot can be measured: it is no dependency of ours."""
    return find_spec("camelot") is not None


def camelot_lattice(path: Path) -> None:
    """camelot's ruled tables."""
    import camelot

    camelot.read_pdf(str(path), pages="all", flavor="lattice", suppress_stdout=True)


def plain(path: Path) -> None:
    """Plain pdfplumber: every table and the text."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.extract_text()
            page.close()


def reader(path: Path) -> None:
    """The reader of the pipeline, damage examined, lines and cells made."""
    pdfium_pages.read_document(path.read_bytes())


def limit(path: Path) -> None:
    """pdfium alone: every character with its box and origin, every path with its bounds; nothing made of them."""
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    bounds = [ctypes.c_float() for _ in range(4)]
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage()
            for index in range(pdfium.FPDFText_CountChars(text)):
                pdfium.FPDFText_GetUnicode(text, index)
                pdfium.FPDFText_GetLooseCharBox(text, index, box)
                pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            for index in range(pdfium.FPDFPage_CountObjects(page)):
                item = pdfium.FPDFPage_GetObject(page, index)
                if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH:
                    pdfium.FPDFPageObj_GetBounds(item, *bounds)
            text.close()
            page.close()


def rounds(contestants: dict[str, Callable[[], object]], count: int) -> dict[str, list[tuple[float, float]]]:
    """(CPU, wall) seconds of each contestant in each round; all take turns, so that a busy minute slows all of them."""
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in contestants}
    for _ in range(count):
        for name, contestant in contestants.items():
            cpu, wall = time.process_time(), time.perf_counter()
            contestant()
            seconds[name].append((time.process_time() - cpu, time.perf_counter() - wall))
    return seconds


def by_file(paths: Iterable[Path], count: int) -> list[dict[str, float]]:
    """The pages of each PDF, and the least CPU seconds each contestant takes for it in so many rounds (plain pdfplumber in one)."""
    found = []
    for path in paths:
        rounds_of = rounds({"reader": lambda one=path: reader(one), "limit": lambda one=path: limit(one)}, count)
        rounds_of |= rounds({"plain": lambda one=path: plain(one)}, 1)
        least = {name: min(cpu for cpu, _ in seconds) for name, seconds in rounds_of.items()}
        found.append({"pages": count_pages([path]), **least})
    return found


def ratios(one: Iterable[tuple[float, float]], other: Iterable[tuple[float, float]], clock: int) -> str:
    """How many times as long the first takes as the other: median, least and most of the rounds; clock 0 CPU, 1 wall."""
    times = [a[clock] / b[clock] for a, b in zip(one, other, strict=True)]
    return f"{median(times):5.1f}  ({min(times):.1f} to {max(times):.1f})"
