"""The whole job measured: from PDFs to the published warehouse and its checks, the share of each step, memory.

Belongs here: the main job with a clock on its steps, the start with nothing new, memory over many reports and many pages.
Does not belong here: reading page by page beside other readers (tests/studies/bench_reading.py), what is written (tests/studies/bench.py).
"""

import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path

import psutil
import pypdfium2

from pipelines.pdf.pdfium import reader
from pipelines.settings import PROJECT, Places


def job(raw: Path, folder: Path) -> dict[str, float]:
    """Seconds of each step of the main job over the PDFs below raw/, in this process; for a process of its own."""
    start = time.perf_counter()
    from pipelines.findings import tables
    from pipelines.orchestration import run, update
    from pipelines.reading import batch
    from pipelines.warehouse import build, by_lots, filling, merging

    seconds: Counter[str] = Counter(start=time.perf_counter() - start)

    def clocked(name: str, function: Callable) -> Callable:
        @wraps(function)
        def call(*arguments: object, **named: object) -> object:
            begun = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                seconds[name] += time.perf_counter() - begun

        return call

    read = batch.read_all
    batch.read_all = lambda *a, **k: iter(clocked("reading", lambda: list(read(*a, **k)))())
    filling.fill = clocked("star and checks", filling.fill)
    filling._reread = clocked("second opinion", filling._reread)
    build._guard = clocked("own suites before publishing", build._guard)
    by_lots._judge_all = clocked("lots judged side by side", by_lots._judge_all)
    merging.merge = clocked("lots put together", merging.merge)
    tables.write = clocked("findings", tables.write)
    judged = update.suite_events
    update.suite_events = lambda *a, **k: iter(clocked("suites", lambda: list(judged(*a, **k)))())
    run.run(Places(raw, folder), 2)
    whole = time.perf_counter() - start
    return {**seconds, "Dagster and the rest": whole - sum(seconds.values()), "whole": whole}


def nothing_new(raw: Path, folder: Path) -> float:
    """Seconds of `python -m pipelines warehouse` where nothing is new."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "pipelines", "warehouse", "--language", "en"]
    command += ["--raw", str(raw), "--warehouse", str(folder)]
    said = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert said.startswith("Nothing new")
    return time.perf_counter() - start


def batch_memory(paths: list[Path], reports: int) -> dict[str, float]:
    """MiB of one process after a tenth of the reports and after all of them; for a process of its own."""
    own, early = psutil.Process(), 0.0
    for number in range(reports):
        reader.read_document(paths[number % len(paths)].read_bytes())
        if number == reports // 10:
            early = own.memory_info().rss / 2**20
    return {"reports": reports, "early_mib": early, "late_mib": own.memory_info().rss / 2**20}


def long_pdf(paths: list[Path], pages: int, target: Path) -> Path:
    """One PDF of so many pages out of others."""
    with pypdfium2.PdfDocument.new() as long:
        while len(long) < pages:
            with pypdfium2.PdfDocument(paths[len(long) % len(paths)]) as one:
                long.import_pages(one, list(range(min(len(one), pages - len(long)))))
        long.save(target)
    return target


def page_memory(path: Path) -> dict[str, float]:
    """Most MiB and seconds of reading one PDF; for a process of its own."""
    start = time.perf_counter()
    pages = len(reader.read_document(path.read_bytes()).pages)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": pages, "seconds": time.perf_counter() - start, "peak_mib": peak}


def main() -> None:
    """One part in this process: its figures as JSON on the last line."""
    part, *arguments = sys.argv[1:]
    if part == "job":
        figures = job(Path(arguments[0]), Path(arguments[1]))
    elif part == "batch":
        figures = batch_memory(sorted(Path(arguments[0]).rglob("*.pdf")), int(arguments[1]))
    else:
        figures = page_memory(Path(arguments[0]))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
