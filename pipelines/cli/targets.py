"""Targets: what a command may write to: never one of its inputs, and only the kind of file or folder it makes.

Belongs here: refusing a target in a sentence, putting a file in its place whole. Does not belong here: what is written; the
folders of a warehouse, which are put in place by publishing.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipelines.cli.ending import Refused
from pipelines.settings import Places

PAGES = (".html", ".htm")
COPIES = (".pdf",)


def refuse_page(target: Path, inputs: Iterable[Path]) -> None:
    """Raise Refused where an evidence page may not be written: over an input, by whichever name, or over another kind of file."""
    if any(_is_same(one, target) for one in inputs):
        raise Refused(f"{target} is the report itself, which stays as it is: name another file for the page (--html)")
    if target.suffix.lower() not in PAGES:
        raise Refused(f"{target}: the evidence page is HTML: name a file that ends with .html (--html)")
    _refuse_folder(target, "the evidence page", "--html")


def refuse_copy(target: Path, inputs: Iterable[Path], sign: bytes) -> None:
    """Raise Refused where a copy with notes may not be written: over an input, another kind of file, or a PDF without our sign."""
    if any(_is_same(one, target) for one in inputs):
        raise Refused(f"{target} is the report itself, which stays as it is: name another file for the copy (--pdf)")
    if target.suffix.lower() not in COPIES:
        raise Refused(f"{target}: the copy with notes is a PDF: name a file that ends with .pdf (--pdf)")
    _refuse_folder(target, "the copy", "--pdf")
    if target.exists() and sign not in target.read_bytes():
        raise Refused(f"{target} is a PDF that check did not write: name another file for the copy (--pdf)")


def _refuse_folder(target: Path, what: str, option: str) -> None:
    if target.is_dir():
        raise Refused(f"{target} is a folder: name a file for {what} ({option})")
    if not target.parent.is_dir():
        raise Refused(f"{target.parent} is not a folder: make it first, or name another file ({option})")


def refuse_folders(places: Places) -> None:
    """Raise Refused where what a run makes would lie among the reports it reads, or be put in their place."""
    if places.warehouse.is_relative_to(places.raw):
        raise Refused(f"{places.warehouse} lies in {places.raw}, where reports are read: choose another --warehouse")
    if found := next((sign for sign in "?\\" if sign in str(places.warehouse)), None):
        raise Refused(
            f"{places.warehouse} has a {found} in its path, which DuckDB cannot open: choose another --warehouse"
        )
    if escape := re.search("%[0-9A-Fa-f]{2}", str(places.warehouse)):
        raise Refused(
            f"{places.warehouse} has {escape[0]} in its path, which Dagster would take for another sign: choose another --warehouse"
        )
    for made in (places.book, places.export, places.readings, places.previous, places.dagster):
        if places.raw.is_relative_to(made):
            raise Refused(f"{places.raw} lies in {made}, which a run writes: choose another --raw or --warehouse")


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A file beside a target to write to; renamed to it where the block ends without an error, and else removed."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(descriptor)
    try:
        yield Path(name)
        os.chmod(name, 0o666 & ~_mask())
        os.replace(name, target)
    finally:
        Path(name).unlink(missing_ok=True)


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, by links of either kind too."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
