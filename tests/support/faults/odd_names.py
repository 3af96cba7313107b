"""File names and links that no publisher should use and some web site will.

Belongs here: what a file may be called, and what may lie below raw/ in place of a file.
Does not belong here: what is in a file (tests/support/faults/damages).
"""

import os
from collections.abc import Iterator
from pathlib import Path

NAMES = (
    "a'b\"c`d.pdf", "'; drop table star.dim_report; --.pdf", "a\nReports: 9 read.pdf", "tab\tand\rreturn.pdf",
    "\x1b[31mred\x1b[0m.pdf", "..%2f..%2foutside.pdf", "...pdf", "-rf.pdf", "$(touch outside).pdf", "%s%n{0}{x}.pdf",
    "*?[a-z].pdf", "<script>alert(1)</script>.pdf", "[link](javascript:alert(1)).pdf", "=cmd|' /C calc'!A0.pdf", "+1+1.pdf",
    "@SUM(A1).pdf", "‮fdp.决算.pdf", "קובץ‏.pdf", "🧾.pdf", "\u00e9.pdf", "e\u0301.pdf", "长" * 80 + ".pdf", "x" * 251 + ".pdf",
    " leading and trailing .pdf", "upper.PDF", "no extension", "report.txt", "report.docx", "a,b;c.pdf", "back\\slash.pdf",
    "zero​width.pdf", os.fsdecode(b"\xff\xfe not utf-8.pdf"), os.fsdecode(b"\xb2\xbf\xc3\xc5.pdf"), "~.pdf", "con.pdf",
    "a#b?c=d&e.pdf", "100%.pdf", "{{ 7 * 7 }}.pdf", "| a | b |.pdf", "year=2024.parquet",
)  # fmt: skip
"""Some are the same to the eye, or hold bytes that are no UTF-8."""

FOLDERS = (
    "..hidden no",
    "2024/2023",
    "部门 决算/二〇二四",
    "x/" * 40 + "deep",
    "'quoted'",
    "2024'; --",
    "year=2024",
    "a\nb",
)


def links(folder: Path, sound: Path, outside: Path) -> Iterator[Path]:
    """Links below a folder: to a report within and without, to nothing, to themselves, to folders and devices; a pipe."""
    folder.mkdir(parents=True, exist_ok=True)
    targets = {
        "to a report.pdf": sound, "to a report outside.pdf": outside, "to nothing.pdf": folder / "not there",
        "to itself.pdf": folder / "to itself.pdf", "to the other.pdf": folder / "to the one.pdf",
        "to the one.pdf": folder / "to the other.pdf", "to a folder.pdf": outside.parent, "to its folder": folder,
        "to the root": Path("/"), "to zeros.pdf": Path("/dev/zero"), "to a system file.pdf": Path("/etc/passwd"),
        "to a process.pdf": Path("/proc/self/environ"),
    }  # fmt: skip
    for name, target in targets.items():
        path = folder / name
        path.symlink_to(target)
        yield path
    pipe = folder / "a pipe.pdf"
    os.mkfifo(pipe)
    yield pipe
    (folder / "a folder.pdf").mkdir()
