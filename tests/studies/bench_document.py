"""What is written of the bench: docs/performance.md and the picture of growth.

Belongs here: tables of ratios with their targets, the machine, the log-log picture. Does not belong here: measuring; what was tried and
not kept, what was measured once (bench_tried.md, bench_once.md, written by hand).
"""

import os
import platform
from collections.abc import Iterator, Sequence
from math import log10
from pathlib import Path
from statistics import median

from tests.studies.bench_reading import ratios

_AIMED_AT = 10_000
"""Reports the targets of star and checks are set for; a larger star is shown beside them."""
_TRIED = Path(__file__).with_name("bench_tried.md")
_ONCE = Path(__file__).with_name("bench_once.md")
_HEAD = ("| | measured | target |", "|---|---|---|")


def page(figures: dict) -> str:
    """The text of docs/performance.md."""
    commands = ", then ".join(f"`{command}`" for command in figures["commands"])
    lines = [
        "# Performance", "",
        f"Written by {commands} in {figures['seconds']:.0f} s on {figures['machine']}; the figures as JSON: performance.json.", "",
        "Contestants take turns in one run; a ratio is the median of the rounds, with the least and the most of them. "
        "Seconds are this machine's, with whatever else it did; only ratios carry over to another.",
        *_reading(figures["reading"]), *_real(figures.get("real", [])), *_jobs(figures["jobs"], figures["reading"]["plain_page"]), *_stars(figures["stars"]),
        *_asked(figures["stars"]), "", _ONCE.read_text(encoding="utf-8").strip(), *_file(figures.get("file")), *_memory(figures["memory"]), "",
        _TRIED.read_text(encoding="utf-8"),
    ]  # fmt: skip
    return "\n".join(lines)


def _file(figures: dict | None) -> Iterator[str]:
    """figures: what bench_file measured."""
    if not figures:
        return
    filled, packed = figures["kib"]["filled"], figures["kib"]["packed"]
    yield from ("", "## The published file", "")
    yield (
        f"`python -m tests.studies.bench_file {figures['reports']} FOLDER`: drawn readings filled into a database, which is then packed: "
        "sorted by report, without what follows from the rest (schema `stored`, docs/dictionary.md). "
        f"Packing took {figures['seconds']['packed']:.1f} s of the processor beside {figures['seconds']['filled']:.1f} s of filling. "
        f"A table takes {256 / figures['reports']:.1f} KiB a report of so many at the least; drawn readings hold one number of the ledger, real ones 940: 12 KiB more. "
        "Terms are kept, not made again when asked for: the SELECTs of one report's take 1.2 s of the processor, reading them 13 ms."
    )
    yield from ("", "| KiB a report | filled | published | target |", "|---|---|---|---|")
    yield f"| the file | {filled['file']:.0f} | {packed['file']:.0f} | ≤ 80 |"
    for name in sorted(
        {*filled, *packed} - {"file", "all others"}, key=lambda n: -max(filled.get(n, 0), packed.get(n, 0))
    ):
        yield f"| {name} | {_kib(filled, name)} | {_kib(packed, name)} | |"
    yield f"| all others | {_kib(filled, 'all others')} | {_kib(packed, 'all others')} | |"
    yield from ("", "Questions of it, hot, ms of the processor on one thread (target: < 100 at 10,000 reports):", "")
    yield from ("| question | a unit | a year |", "|---|---|---|")
    for name, found in figures["answers_ms"].items():
        yield f"| {name} | {' | '.join('' if ms is None else f'{ms:.0f}' for ms in found)} |"


def _kib(sizes: dict, name: str) -> str:
    """KiB of a table, a dash where it is not among the dearest or is no table."""
    return f"{sizes[name]:.1f}" if name in sizes else "–"


def machine() -> str:
    """Cores, memory, Python, load."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GiB, Python {platform.python_version()}, load {load:.1f} at the beginning"


def _reading(figures: dict) -> Iterator[str]:
    seconds = figures["seconds"]
    yield from ("", "## Reading pages", "")
    yield f"{figures['pages']} pages, {figures['rounds']} rounds. Plain pdfplumber is `extract_tables` and `extract_text` of each page;"
    yield "ours reads every character, rule, cell and line and examines the streams for damage."
    yield from ("", *_HEAD)
    yield f"| plain pdfplumber ÷ ours, one process, CPU | {ratios(seconds['plain'], seconds['reader'], 0)} | ≥ 10 |"
    yield f"| plain pdfplumber ÷ ours, two processes, wall | {ratios(seconds['plain'], seconds['two'], 1)} | ≥ 18 |"
    yield f"| ours ÷ pdfium's characters and path bounds alone, CPU | {ratios(seconds['reader'], seconds['limit'], 0)} | ≤ 2 |"
    if "camelot" in seconds:
        yield f"| camelot lattice ÷ ours, one process, CPU | {ratios(seconds['camelot'], seconds['reader'], 0)} | |"
    else:
        yield "| camelot lattice | not installed in this run | |"


def _real(files: Sequence[dict]) -> Iterator[str]:
    """files: pages and CPU seconds of each contestant, of each real report."""
    yield from ("", "## Reading real reports", "")
    if not files:
        yield "Not measured in this run: no real reports stand beside the project."
        return
    yield f"{len(files)} final accounts of {sum(int(one['pages']) for one in files)} pages, CPU; the second row says how far the first could go."
    yield from ("", "| | median | worst | target |", "|---|---|---|---|")
    for name, one, other, worst, target in (
        ("plain pdfplumber ÷ ours", "plain", "reader", min, "≥ 8, worst ≥ 6"),
        ("plain pdfplumber ÷ pdfium's characters and path bounds alone", "plain", "limit", min, ""),
        ("ours ÷ pdfium's characters and path bounds alone", "reader", "limit", max, "≤ 3"),
    ):
        found = [file[one] / file[other] for file in files]
        yield f"| {name} | {median(found):.1f} | {worst(found):.1f} | {target} |"
    yield from ("", _LIMITS)


_LIMITS = (
    "What limits the worst: the characters of 北京市东城区科学技术和信息化局 2023 are outlines of CFF fonts, all of which pdfium interprets when it opens "
    "a page, and again when it lists the characters, to know their boxes; no function leaves that out, and plain pdfplumber never looks at outlines. "
    "So pdfium alone is not six times as fast as plain pdfplumber there, on text without pictures and with next to no rules. "
    "The characters of 上海市普陀区文化和旅游局 2025 are drawings (fonts of type 3), which need not have any ink: "
    "its 16 pages with tables are drawn, their text alone, and looked at, a sixth of its time."
)
"""What was seen by perf and cProfile, not measured by the bench."""


def _jobs(jobs: Sequence[dict], plain_page: float) -> Iterator[str]:
    """plain_page: seconds plain pdfplumber takes for a page."""
    yield from ("", "## The whole job: PDFs to the published, judged warehouse", "")
    yield "Two processes; seconds per 1,000 pages, of which so much is"
    sizes = " | ".join(f"{job['pages']:,} pages" for job in jobs)
    yield from ("", f"| step | {sizes} |", f"|---|{'---|' * len(jobs)}")
    names = {name for job in jobs for name in job["steps"]}  # many reports are judged in lots, few are not
    for name in sorted(names, key=lambda one: -jobs[-1]["steps"].get(one, 0)):
        parts = ((job["steps"].get(name, 0.0), job["steps"]["whole"], job["pages"]) for job in jobs)
        shares = (f"{seconds / pages * 1000:.1f} s ({seconds / whole:.0%})" for seconds, whole, pages in parts)
        yield f"| {name} | {' | '.join(shares)} |"
    yield from ("", *_HEAD)
    for job in jobs:
        ratio = plain_page * job["pages"] / job["steps"]["whole"]
        yield f"| plain pdfplumber's reading alone ÷ the whole job of {job['pages']:,} pages, wall | {ratio:.1f} | ≥ 6 |"
    idle = jobs[-1]["idle"]
    yield f"| `make warehouse` with nothing new, start-up included | {sorted(idle)[1]:.1f} s ({min(idle):.1f} to {max(idle):.1f}) | < 15 s |"


def _stars(stars: Sequence[dict]) -> Iterator[str]:
    yield from ("", "## Star and checks", "")
    yield (
        "Drawn readings as Parquet become the published file by `build.build` with two workers: built whole, built again from judged lots "
        "(nothing else kept), one report more put into what is published. Seconds by the clock; memory is that of all processes together, what they share counted once (PSS)."
    )
    yield ""
    yield "| reports | amounts | terms | outcomes | full build | ms a report | from judged lots | one report more | most memory of the three | file |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for one in stars:
        full, rebuilt, more = (one[name] for name in ("full", "rebuilt", "add_one"))
        built_again = "– (too few for lots)" if one["lot"]["reports"] == one["reports"] else f"{rebuilt['wall']:.1f} s"
        memory = ", ".join(f"{part['peak_mib']:,.0f}" for part in (full, rebuilt, more))
        yield (
            f"| {one['reports']:,} | {one['amounts']:,} | {one['terms']:,} | {one['outcomes']:,} | {full['wall']:.1f} s | {full['wall'] / one['reports'] * 1000:.1f} "
            f"| {built_again} | {more['wall']:.1f} s | {memory} MiB | {one['file_mib']:,.0f} MiB |"
        )
    yield from _star_targets(stars)
    yield from _lot(stars[-1]["lot"])
    yield from ("", "![growth](performance.svg)")


def _star_targets(stars: Sequence[dict]) -> Iterator[str]:
    first, last = stars[0], stars[-1]
    aimed = next((one for one in stars if one["reports"] == _AIMED_AT), last)
    yield from ("", *_HEAD)
    for one in (aimed,) if aimed is last else (aimed, last):
        at, full, rebuilt, more = f"{one['reports']:,} reports", one["full"], one["rebuilt"], one["add_one"]
        flat = full["wall"] / one["reports"] / (first["full"]["wall"] / first["reports"])
        measured = (
            (f"amounts a second, full build of {at}", f"{one['amounts'] / full['wall']:,.0f}", "≥ 85,000"),
            (f"amounts a second, {at} from judged lots", f"{one['amounts'] / rebuilt['wall']:,.0f}", "≥ 200,000"),
            (f"full build ÷ one report more at {at}, CPU", f"{full['cpu'] / more['cpu']:.0f}", "≥ 50"),
            (f"most memory, full build of {at}", f"{full['peak_mib'] / 1024:.2f} GiB", "< 1.5 GiB"),
            (f"most memory, one report more at {at}", f"{more['peak_mib'] / 1024:.2f} GiB", "flat"),
            (f"time a report, {at} ÷ {first['reports']:,}", f"{flat:.2f}", "≤ 1.2"),
        )
        for what, figure, target in measured:
            yield f"| {what} | {figure} | {target if one is aimed else ''} |"
    loop, sums = first["pandas"], first["lot"]["schemas"]["checks"]
    yield (
        f"| a pandas loop over the {loop['instances']:,} instances of sums at {first['reports']:,} reports ÷ all checks by SQL, terms made, too "
        f"| {loop['seconds'] / sums:.1f} | |"
    )


def _lot(lot: dict) -> Iterator[str]:
    """lot: where the time of one goes."""
    steps, whole = lot["steps"], sum(lot["steps"].values())
    shares = ", ".join(f"{name} {seconds / whole:.0%}" for name, seconds in steps.items())
    schemas = ", ".join(f"{name}.* {seconds / whole:.0%}" for name, seconds in lot["schemas"].items())
    dearest = ", ".join(f"{table} {seconds / whole:.0%}" for table, seconds in lot["models"].items())
    yield ""
    yield (
        f"Of a lot of {lot['reports']:,} reports, judged by one thread in {whole:.1f} s ({whole / lot['reports'] * 1000:.1f} ms a report): {shares}; "
        f"of the filling {schemas}. Dearest tables: {dearest}."
    )


def _asked(stars: Sequence[dict]) -> Iterator[str]:
    """Questions of the stars that targets are said of and larger ones; of the last, where none is so large."""
    for one in [one for one in stars if one["reports"] >= _AIMED_AT] or stars[-1:]:
        yield from _questions(one)


def _questions(star: dict) -> Iterator[str]:
    yield from (
        "",
        f"## Questions of {star['reports']:,} reports, one year's rows",
        "",
        f"The year that most of them are of, {star['of_year']:,} reports; rows fetched as Arrow, by two threads.",
        "",
        "| view | cold | hot |",
        "|---|---|---|",
    )
    for name, (cold, hot) in star["questions"].items():
        yield f"| questions.{name} | {cold * 1000:,.0f} ms | {hot * 1000:,.0f} ms |"


def _memory(figures: dict) -> Iterator[str]:
    batch, page = figures["batch"], figures["page"]
    yield from ("", "## Memory of reading", "", "| | |", "|---|---|")
    yield f"| one process after {batch['reports'] // 10} reports, after {batch['reports']} | {batch['early_mib']:.0f} MiB, {batch['late_mib']:.0f} MiB |"
    yield f"| one PDF of {page['pages']:,} pages, most | {page['peak_mib']:,.0f} MiB, {page['seconds'] / page['pages'] * 1000:.1f} ms a page |"


def growth(stars: Sequence[dict]) -> str:
    """Time a report and memory over the number of reports, both axes logarithmic, as SVG."""
    curves = {
        "ms a report": [(one["reports"], one["seconds"] / one["reports"] * 1000) for one in stars],
        "MiB": [(one["reports"], one["peak_mib"]) for one in stars],
    }
    width, height, margin = 640, 360, 50
    most = max(reports for one in curves.values() for reports, _ in one)
    x = lambda reports: margin + (log10(reports) - 1.7) / (log10(most) - 1.4) * (width - 2 * margin)  # noqa: E731
    y = lambda value: height - margin - log10(max(value, 1)) / 4 * (height - 2 * margin)  # noqa: E731
    parts = [f'<rect width="{width}" height="{height}" fill="white"/>']
    for power in range(5):
        at = y(10**power)
        parts.append(f'<line x1="{margin}" x2="{width - margin}" y1="{at:.0f}" y2="{at:.0f}" stroke="#ddd"/>')
        parts.append(f'<text x="{margin - 6}" y="{at + 4:.0f}" text-anchor="end">{10**power:,}</text>')
    for reports, _ in curves["MiB"]:
        parts.append(f'<text x="{x(reports):.0f}" y="{height - margin + 18}" text-anchor="middle">{reports:,}</text>')
    parts.append(f'<text x="{width / 2:.0f}" y="{height - 8}" text-anchor="middle">reports</text>')
    for (name, points), colour in zip(curves.items(), ("#1f5fa8", "#b8541b"), strict=True):
        places = [(x(reports), y(value)) for reports, value in points]
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="4" fill="{colour}"/>' for a, b in places]
        parts.append(f'<text x="{places[-1][0] + 8:.0f}" y="{places[-1][1] + 4:.0f}" fill="{colour}">{name}</text>')
    body = "\n".join(parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">\n{body}\n</svg>\n'
