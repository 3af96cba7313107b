"""The bench (`make bench`, `python -m tests.studies.bench [--pages 1000,5000] [--sizes 100,1000]`): writes docs/performance.md.

`--add 100000` measures one more star, larger than those of the last run, and adds it to what that wrote; `--real` only the real reports.
Belongs here: which parts are measured, in one run, and where.
Does not belong here: how a part is measured (bench_reading, bench_job, bench_star), what is written of it (bench_document).
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

from pipelines.settings import DOCS, PROJECT
from tests.studies import bench_document, bench_job, bench_reading, bench_star
from tests.support.desk import shelves
from tests.support.real_reports import SHARED_REPORTS

FIGURES = DOCS / "performance.json"
MEASURED_PAGES = 300
"""Pages that the slow readers read in each round."""
FINALS = [path for path in sorted(SHARED_REPORTS.rglob("*.pdf")) if "决算" in path.name]
LONG = 1000
"""Pages of the one long PDF."""


def main() -> None:
    """Measure all parts, or one star more; write docs/performance.md, its picture, and the figures as JSON."""
    asked = _asked()
    started = time.perf_counter()
    if asked.add:
        figures = json.loads(FIGURES.read_text(encoding="utf-8"))
        figures["commands"].append(_told(f"--add {asked.add}"))
        drawn = Path(asked.drawn) if asked.drawn else Path(asked.folder) / f"star{asked.add}"
        figures["stars"].append(_measured(drawn, asked.add, False, True))
    elif asked.real:
        figures = json.loads(FIGURES.read_text(encoding="utf-8"))
        figures |= {"real": _real(asked.rounds)}
        figures["commands"].append(_told(f"--real --rounds {asked.rounds}"))
    else:
        command = _told(f"--pages {asked.pages} --rounds {asked.rounds} --sizes {asked.sizes}")
        figures = {"commands": [command], "machine": bench_document.machine(), **_all(asked)}
    figures["seconds"] = figures.get("seconds", 0) + time.perf_counter() - started
    FIGURES.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    (DOCS / "performance.svg").write_text(bench_document.growth(figures["stars"]), encoding="utf-8")
    text = bench_document.page(figures)
    (DOCS / "performance.md").write_text(text, encoding="utf-8")
    print(text)


def _told(options: str) -> str:
    return f"python -m tests.studies.bench {options}"


def _all(asked: argparse.Namespace) -> dict:
    """All parts measured."""
    sizes, batches = _numbers(asked.sizes), _numbers(asked.pages)
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        raw = folder / "raw"
        (raw / "2024").mkdir(parents=True)
        paths = bench_reading.corpus(raw / "2024", max(batches))
        return {
            "reading": _reading(paths, asked.rounds),
            "real": _real(asked.rounds),
            "jobs": [_job(bench_reading.of_pages(paths, pages), folder / f"job{pages}") for pages in batches],
            "memory": _memory(raw, bench_job.long_pdf(paths, LONG, folder / "long.pdf")),
            "stars": [_star(folder / f"star{size}", size, size == sizes[0], size == sizes[-1]) for size in sizes],
        }


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", default="1000", help="pages of the corpus of each whole job, with commas: 1000,5000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", default="100,1000", help="reports of each star, with commas: 100,1000,10000")
    parser.add_argument(
        "--add",
        type=int,
        help="only a star of so many reports, added to the last run's; its readings in FOLDER/star… are drawn if they are not there, and stay",
    )
    parser.add_argument("--drawn", help="with --add: the folder where its readings lie drawn already, so many or more")
    parser.add_argument(
        "--real", action="store_true", help="only the reading of real reports, in place of the last run's"
    )
    parser.add_argument("--folder", default=tempfile.gettempdir(), help="where all is drawn and removed again")
    return parser.parse_args()


def _numbers(listed: str) -> list[int]:
    return [int(number) for number in listed.split(",")]


def _apart(module: str, *arguments: object) -> dict:
    """The figures of a part measured in a process of its own."""
    command = [sys.executable, "-m", f"tests.studies.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout.strip().splitlines()[-1])


def _reading(paths: list[Path], rounds: int) -> dict:
    """(CPU, wall) seconds of each contestant in each round over the same pages."""
    some = bench_reading.of_pages(paths, MEASURED_PAGES)
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(bench_reading.reader, some))
        contestants = {
            "plain": lambda: [bench_reading.plain(path) for path in some],
            "reader": lambda: [bench_reading.reader(path) for path in some],
            "two": lambda: list(pool.map(bench_reading.reader, some)),
            "limit": lambda: [bench_reading.limit(path) for path in some],
        }
        if bench_reading.has_camelot():
            contestants["camelot"] = lambda: [bench_reading.camelot_lattice(path) for path in some]
        seconds = bench_reading.rounds(contestants, rounds)
    pages = bench_reading.count_pages(some)
    plain = median(wall for _, wall in seconds["plain"]) / pages
    return {"pages": pages, "rounds": rounds, "seconds": seconds, "plain_page": plain}


def _real(rounds: int) -> list[dict[str, float]]:
    """What reading each real final account costs, where they are beside the project."""
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(bench_reading.by_file, FINALS, rounds).result() if SHARED_REPORTS.is_dir() else []


def _job(paths: list[Path], folder: Path) -> dict:
    """The main job over some PDFs by steps, and the start with nothing new."""
    raw, warehouse = folder / "raw", folder / "warehouse"
    (raw / "2024").mkdir(parents=True)
    for path in paths:
        (raw / "2024" / path.name).hardlink_to(path)
    steps = _apart("bench_job", "job", raw, warehouse)
    idle = [bench_job.nothing_new(raw, warehouse) for _ in range(3)]
    return {"pages": bench_reading.count_pages(paths), "steps": steps, "idle": idle}


def _memory(raw: Path, long: Path) -> dict:
    """What reading takes over many reports and over one of many pages."""
    return {"batch": _apart("bench_job", "batch", raw, 400), "page": _apart("bench_job", "page", long)}


def _star(folder: Path, size: int, is_smallest: bool, is_largest: bool) -> dict:
    """A star of so many drawn readings, removed again."""
    figures = _measured(folder, size, is_smallest, is_largest)
    shutil.rmtree(folder)
    return figures


def _measured(folder: Path, size: int, is_smallest: bool, is_largest: bool) -> dict:
    """A star of so many readings, drawn if they are not there; the pandas loop on the smallest, the questions on the largest."""
    places, files = shelves.shelved(folder)
    if len(files) < size:
        shelves.draw(folder, size)
    places.database.unlink(missing_ok=True)
    figures = _apart("bench_star", size, folder)
    if is_smallest:
        figures["pandas"] = bench_star.by_pandas(places.database)
    if is_largest:
        figures["questions"] = bench_star.asked(places.database)
        figures["of_year"] = bench_star.of_a_year(places.database)
    return figures


if __name__ == "__main__":
    main()
