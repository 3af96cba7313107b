"""Sequences: a folder of reports that changes at random, step by step, as those of real departments do.

Belongs here: the changes: added, replaced, taken away, corrected, renamed, moved, touched. Does not belong here: what is published
(publishers), building a warehouse of it, what should hold (the tests).
"""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from random import Random

from pipelines.pdf.pages import Document
from pipelines.raw_files import RawFile
from pipelines.reading import Progress, store
from pipelines.reading.readings import Reading
from pipelines.reading.second_reader import SAME, Opinion
from pipelines.settings import Places
from tests.support.desk.publishers import UNITS, Publishers


class Shelf:
    """The reports below raw/ and their readings; `files` are those there now."""

    def __init__(self, places: Places, seed: int) -> None:
        self.places, self.random = places, Random(seed)
        self.publishers = Publishers(self.random)
        self.files: dict[str, RawFile] = {}
        self._readings: dict[str, Reading] = {}
        self._number = self._bytes = 0

    def step(self) -> str:
        """Change something; returns what."""
        changes = [self.add] * 4 + (
            [self.replace, self.remove, self.correct, self.rename, self.touch, self.move] if self.files else []
        )
        return self.random.choice(changes)()

    def add(self) -> str:
        """Put a new report below raw/."""
        return self.put(self._new_name(), self.publishers.draw())

    def replace(self) -> str:
        """Put other bytes in the place of a file."""
        return self.put(self._any(), self.publishers.draw())

    def remove(self) -> str:
        """Take a file away."""
        name = self._any()
        del self.files[name]
        return f"remove {name}"

    def correct(self) -> str:
        """Publish a report once more, corrected."""
        one = self._readings[self.files[self._any()].sha256]
        disclosure = replace(one.disclosure, edition=self.random.choice((None, "更正版")))
        return self.put(self._new_name(), self.publishers.spoilt(replace(one, disclosure=disclosure)))

    def rename(self) -> str:
        """Publish a report under the name of another unit instead."""
        name = self._any()
        one = self._readings[self.files[name].sha256]
        return self.put(name, replace(one, disclosure=replace(one.disclosure, unit=self.random.choice(UNITS))))

    def touch(self) -> str:
        """Let a file have arrived at another time."""
        name = self._any()
        self._arrive(self.files[name])
        return f"touch {name}"

    def move(self) -> str:
        """Put a file under another name."""
        name = self._any()
        file = self.files.pop(name)
        moved = f"moved-{name}"
        self.files[moved] = replace(file, path=self.places.raw / moved, name=moved)
        self._arrive(self.files[moved])
        return f"move {name}"

    def read_again(self, todo: Mapping[RawFile, Collection[int]], **_: object) -> Iterator[Progress]:
        """Stand for the second reader, who sees the same on every page."""
        for file, pages in todo.items():
            one = self._readings[file.sha256]
            opinions = {opinion.page: opinion for opinion in one.opinions} | {
                page: Opinion(page, SAME) for page in pages
            }
            self._write(file, replace(one, opinions=tuple(opinions[page] for page in sorted(opinions))))
        yield from ()

    def _any(self) -> str:
        return self.random.choice(sorted(self.files))

    def _new_name(self) -> str:
        self._number += 1
        return f"{self._number:03}.pdf"

    def put(self, name: str, one: Reading) -> str:
        """Put a report below raw/ under a name; returns what was done."""
        self._bytes += 1
        document = (
            Document(producer="desk", created=f"D:2025{self.random.randrange(1, 13):02}01", pages=())
            if one.disclosure.year
            else one.document
        )
        one = replace(one, document=document)
        key = sha256(f"{self._bytes} {name}".encode()).hexdigest()
        file = RawFile(self.places.raw / name, name, key, str(self.random.choice((2024, one.disclosure.year or 2024))))
        self.files[name] = file
        self._arrive(file)
        self._write(file, one)
        return f"put {name}: {one.disclosure.unit} {one.disclosure.year} {one.status}"

    def _arrive(self, file: RawFile) -> None:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_bytes(b"")
        os.utime(file.path, (1_760_000_000 + self.random.randrange(10_000),) * 2)

    def _write(self, file: RawFile, one: Reading) -> None:
        self._readings[file.sha256] = one
        store.write(self.places.reading(file), file.sha256, one)
