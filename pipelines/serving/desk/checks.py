"""Checks: reports that were handed to the desk, each checked by the command `check`, one after the other; forgotten soon after.

Belongs here: the queue, where files lie meanwhile, running the command within a limit of time, forgetting. Does not belong
here: the pages (checking), what is found (cli.check, which reads in a cage).
"""

import json
import logging
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from pipelines.formats import ENDINGS
from pipelines.settings import PROJECT

SECONDS = 900.0
"""By the clock that one check may take; the command's own limits come first."""
MOST_WAITING = 20
"""Checks that wait at most."""
KEPT_SECONDS = 3600.0
"""After which a check is forgotten with its files."""
SWEEP_SECONDS = 30.0
"""How often what is old is looked for, whether or not anybody asks for a page."""
REPORT, PREVIOUS, PAGE = "report", "previous", "page.html"
_REFUSED = "refused_zh"
"""What the JSON of a file that was not checked has (docs/check.schema.json)."""
_NAME = re.compile(r"[^\w（）()《》、·.\- ]")
_LONGEST = 100
_LOG = logging.getLogger(__name__)


class Full(Exception):
    """Too many checks wait already."""


@dataclass(slots=True, kw_only=True)
class Check:
    """One check: its key, name and folder; state: waiting, running, done, refused; what was found, or why it was refused."""

    key: str
    name: str
    folder: Path
    language: str
    begun: float = field(default_factory=time.monotonic)
    state: str = "waiting"
    values: dict[str, Any] = field(default_factory=dict)
    refusal: str = ""

    @property
    def page(self) -> Path:
        """Its evidence page."""
        return self.folder / PAGE

    @property
    def seconds(self) -> int:
        """Since it was handed over."""
        return round(time.monotonic() - self.begun)


class Checks:
    """The checks of one server; their files lie in a folder of this user alone, which goes when it ends."""

    def __init__(self, seconds: float = SECONDS, kept: float = KEPT_SECONDS) -> None:
        self._seconds, self._kept = seconds, kept
        self._folder = Path(tempfile.mkdtemp(prefix="final-accounts-desk-"))
        self._by_key: dict[str, Check] = {}
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._is_over = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="check")
        self._ended = threading.Event()
        threading.Thread(target=self._sweep, name="sweep", daemon=True).start()

    def hand_over(self, files: Mapping[str, Sequence[tuple[str, IO[bytes]]]], language: str) -> Check:
        """Queue a check of files (REPORT, maybe PREVIOUS → name, bytes of each); raises Full."""
        self.forget_old()
        key = secrets.token_urlsafe(16)
        with self._lock:
            if sum(one.state == "waiting" for one in self._by_key.values()) >= MOST_WAITING:
                raise Full
            name = " + ".join(plain_name(name) for name, _ in files[REPORT])
            check = Check(key=key, name=name, folder=self._folder / key, language=language)
            self._by_key[key] = check
        try:
            _keep(files, check.folder)
            self._thread.submit(self._run, check)
        except BaseException:
            self.forget(check)  # else it would wait for good, and others for it
            raise
        return check

    def get(self, key: str) -> Check | None:
        """A check that is not forgotten yet."""
        self.forget_old()
        return self._by_key.get(key)

    def before(self, check: Check) -> int:
        """How many are to be done before one that waits."""
        waiting = [one.key for one in self._by_key.values() if one.state in ("waiting", "running")]
        return waiting.index(check.key) if check.key in waiting else 0

    def forget(self, check: Check) -> None:
        """Forget a check and remove its files; one under way is ended."""
        with self._lock:
            self._by_key.pop(check.key, None)
            if check.state == "running" and self._running:
                self._running.kill()
        shutil.rmtree(check.folder, ignore_errors=True)

    def forget_old(self) -> None:
        """Forget what was handed over longer ago than it is kept, and is done."""
        for one in list(self._by_key.values()):
            if one.seconds > self._kept and one.state in ("done", "refused"):
                self.forget(one)

    def end(self) -> None:
        """Forget all, end what is under way."""
        self._is_over = True
        self._ended.set()
        for one in list(self._by_key.values()):
            self.forget(one)
        self._thread.shutdown(wait=True, cancel_futures=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _sweep(self) -> None:
        while not self._ended.wait(SWEEP_SECONDS):
            self.forget_old()

    def _run(self, check: Check) -> None:
        if check.key not in self._by_key or self._is_over:
            return
        try:
            check.state = "running"
            self._take(check, *self._command(check))
        except Exception:
            _LOG.exception("a check failed")
            check.refusal = "?"
        finally:
            check.state = "done" if check.values else "refused"
            if check.key not in self._by_key:  # forgotten meanwhile
                shutil.rmtree(check.folder, ignore_errors=True)

    def _command(self, check: Check) -> tuple[bytes, bytes]:
        """Run the command; returns what it says on standard output and on standard error."""
        with self._lock:
            self._running = process = subprocess.Popen(
                command(check), cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        try:
            return process.communicate(timeout=self._seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return b"", f"> {self._seconds:g} s".encode()
        finally:
            self._running = None

    def _take(self, check: Check, out: bytes, said: bytes) -> None:
        """Take what the command said; paths of this machine are left out of it."""
        plain = said.decode("utf-8", "replace")
        for inner in (f"{REPORT}/", f"{PREVIOUS}/", ""):
            plain = plain.replace(f"{check.folder}/{inner}", "")
        try:
            values = json.loads(out)
        except ValueError:
            values = {_REFUSED: ""}
        if _REFUSED in values:
            check.refusal = plain.strip() or "?"
        else:
            check.values = values


def _keep(files: Mapping[str, Sequence[tuple[str, IO[bytes]]]], folder: Path) -> None:
    """Write the files of a check into its folder."""
    for kind, some in files.items():
        (folder / kind).mkdir(parents=True)
        for number, (name, content) in enumerate(some):
            with open(_free(folder / kind / plain_name(name), number), "wb") as file:
                shutil.copyfileobj(content, file)


def command(check: Check) -> Sequence[str]:
    """The command that checks the files of a check; what it writes meanwhile lies with them, and goes with them if it is killed."""
    reports = sorted(map(str, (check.folder / REPORT).iterdir()))
    previous = [f"--previous={path}" for path in (check.folder / PREVIOUS).glob("*")]
    asked = ["check", *reports, *previous, f"--html={check.page}", "--format=json", f"--language={check.language}"]
    return ["env", f"TMPDIR={check.folder}", sys.executable, "-m", "pipelines", *asked]


def _free(place: Path, number: int) -> Path:
    """A place where no other file handed over lies; number: of this one."""
    return place.with_name(f"{number}_{place.name}") if place.exists() else place


def plain_name(name: str) -> str:
    """A file name of letters, digits and a few signs, without folders, that ends as files of a kind that is read do, else with .pdf."""
    last = _NAME.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(". ")[-_LONGEST:]
    return last if Path(last).suffix.lower() in ENDINGS else f"{last or 'report'}.pdf"
