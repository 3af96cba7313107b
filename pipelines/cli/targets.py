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
from pipelines.messages import Message, message
from pipelines.settings import Places

PAGES = (".html", ".htm")
COPIES = (".pdf",)


def refuse_page(target: Path, inputs: Iterable[Path]) -> None:
    """Raise Refused where an evidence page may not be written: over an input, by whichever name, or over another kind of file."""
    if any(_is_same(one, target) for one in inputs):
        raise Refused("page_is_the_report", target=target)
    if target.suffix.lower() not in PAGES:
        raise Refused("page_is_html", target=target)
    _refuse_folder(target, message("what_page"), "--html")


def refuse_copy(target: Path, inputs: Iterable[Path], sign: bytes) -> None:
    """Raise Refused where a copy with notes may not be written: over an input, another kind of file, or a PDF without our sign."""
    if any(_is_same(one, target) for one in inputs):
        raise Refused("copy_is_the_report", target=target)
    if target.suffix.lower() not in COPIES:
        raise Refused("copy_is_pdf", target=target)
    _refuse_folder(target, message("what_copy"), "--pdf")
    if target.exists() and sign not in target.read_bytes():
        raise Refused("copy_is_another_pdf", target=target)


def _refuse_folder(target: Path, what: Message, option: str) -> None:
    if target.is_dir():
        raise Refused("target_is_a_folder", target=target, what=what, option=option)
    if not target.parent.is_dir():
        raise Refused("target_without_folder", folder=target.parent, option=option)
    try:
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise Refused("target_not_written", folder=target.parent, error=error.strerror, option=option) from error


def refuse_folders(places: Places) -> None:
    """Raise Refused where what a run makes would lie among the reports it reads, or be put in their place."""
    if places.warehouse.is_relative_to(places.raw):
        raise Refused("warehouse_in_raw", warehouse=places.warehouse, raw=places.raw)
    if found := next((sign for sign in "?\\" if sign in str(places.warehouse)), None):
        raise Refused("path_duckdb_cannot_open", warehouse=places.warehouse, sign=found)
    if escape := re.search("%[0-9A-Fa-f]{2}", str(places.warehouse)):
        raise Refused("path_dagster_takes_for_another", warehouse=places.warehouse, sign=escape[0])
    for made in (places.book, places.export, places.readings, places.previous, places.judged, places.dagster):
        if places.raw.is_relative_to(made):
            raise Refused("raw_in_made", raw=places.raw, made=made)


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
