"""Handed: what is to be checked of the files that `check` is given: each, or several that are one disclosure (说明.doc, 附表.xls).

Belongs here: reading them once, which are halves, the archive they are packed into as a run packs those below raw/. Does not belong
here: which files are named (named_files), what makes them one (reading.parts), how a report is checked (check).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from pipelines.pdf import Unreadable
from pipelines.raw_files import RawFile, printable_name
from pipelines.reading import Parcel, Part, alone, belonging, joining, part_in
from pipelines.settings import Places


@dataclass(frozen=True, slots=True)
class Handed:
    """One report to be checked: the file that is read, how a person knows it, what was read of it already, its files where they are several."""

    path: Path
    shown: Path
    parcels: Mapping[Path, Parcel] = field(default_factory=dict)
    files: Sequence[Path] = ()

    @property
    def name(self) -> str:
        """The file, or all files, as they were handed in."""
        return " + ".join(map(str, self.files or (self.shown,)))


def reports(files: Sequence[Path], places: Places) -> Iterator[Handed]:
    """Yield each report as soon as it is known to be whole, at last those that are in several files; places: a folder to pack them in.

    One file alone is not read here.
    """
    if len(files) == 1:
        yield Handed(files[0], files[0])
        return
    halves: list[tuple[Part, Parcel]] = []
    for file in files:
        parcel = alone.read_file(file, 1, places) if file.is_file() else None
        part = parcel and part_in(_raw_file(file, parcel), parcel.content)
        if parcel and part:
            halves.append((part, parcel))
        else:
            yield Handed(file, file, {file: parcel} if parcel else {})
    yield from _joined(halves, places)


def _joined(halves: Sequence[tuple[Part, Parcel]], places: Places) -> Iterator[Handed]:
    """Yield halves that belong together as one, the others each alone; those of another folder are another account's."""
    left = {part.file.path: parcel for part, parcel in halves}
    by_folder = sorted((part for part, _ in halves), key=lambda part: str(part.file.path.parent))
    for _, parts in groupby(by_folder, key=lambda part: part.file.path.parent):
        for pair in belonging(list(parts)):
            try:
                yield _packed(pair, places)
            except Unreadable:  # gone meanwhile: each is checked alone, and says so
                continue
            for part in pair:
                left.pop(part.file.path, None)
    for file, parcel in left.items():
        yield Handed(file, file, {file: parcel})


def _packed(pair: Sequence[Part], places: Places) -> Handed:
    """Pack files into an archive, as a run does; called by the names of all, as its pages and JSON name the report."""
    files = [part.file.path for part in pair]
    made = joining.pack([part.file for part in pair], places)
    name = made.name.encode()[:200].decode(errors="ignore")
    path = places.archives / name
    made.path.replace(path)
    return Handed(path, files[0].parent / name, {}, files)


def _raw_file(file: Path, parcel: Parcel) -> RawFile:
    return RawFile(file, printable_name(Path(file.name)), parcel.report_id, "check")
