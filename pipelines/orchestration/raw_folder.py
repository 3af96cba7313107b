"""Raw folder: what has changed below raw/ since somebody last asked for a run.

Belongs here: the state of the raw folder by year, what differs, whether the files have stopped arriving.
Does not belong here: the sensor that looks (sensors), reading (reading.batch). No file is opened: thousands are looked at in a second.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from pipelines.raw_files import folder_of, report_paths

State = Mapping[str, str]
"""Year folder → a digest of the names, sizes and times of change of its files."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What is known of the raw folder: the state a run was last asked for, and the state last seen."""

    asked: State = field(default_factory=dict)
    seen: State = field(default_factory=dict)

    def changed_folders(self, now: State) -> list[str]:
        """The year folders with files added, replaced or removed since a run was asked for, ordered."""
        return sorted(folder for folder in {*self.asked, *now} if self.asked.get(folder) != now.get(folder))

    def is_settled(self, now: State) -> bool:
        """Whether nothing changed between two looks: a file half copied is not read, and a batch is one run."""
        return self.seen == now

    def look(self, now: State) -> "Watch":
        """After a look."""
        return replace(self, seen=now)

    def ask(self, now: State) -> "Watch":
        """After a run was asked for, or found to be needless."""
        return Watch(now, now)

    def text(self) -> str:
        """To be kept until the next look."""
        return json.dumps(asdict(self), sort_keys=True)


def watch(text: str | None) -> Watch:
    """What was kept; nothing known where there is nothing, or nothing readable."""
    try:
        kept = json.loads(text or "")
        return Watch(dict(kept["asked"]), dict(kept["seen"]))
    except (ValueError, KeyError, TypeError):
        return Watch()


def state(raw: Path) -> State:
    """The state of the raw folder as it is now."""
    folders: dict[str, list[str]] = {}
    for path in report_paths(raw):
        relative = path.relative_to(raw)
        folders.setdefault(folder_of(relative), []).append(_stamp(path, relative))
    return {folder: hashlib.sha256("\n".join(sorted(files)).encode()).hexdigest() for folder, files in folders.items()}


def _stamp(path: Path, relative: Path) -> str:
    """Name, size and times of change of a file; the name alone of one taken away meanwhile, so that the next look sees a change.

    Of the two times one is the system's own: who copies may set the other, and a clock may be set back.
    """
    try:
        stat = path.stat() if path.exists() else path.lstat()
    except OSError:
        return repr(os.fsencode(relative))
    return repr((os.fsencode(relative), stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino))
