"""Ending: how every command ends: its exit status, and the one line that says why it could not do its work.

Belongs here: streams that take any text, what a signal, a closed pipe, a fault of the system and a fault of ours lead to.
Does not belong here: what a command does, the sentences of what it refuses (the commands).
"""

import io
import logging
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from pipelines.messages import Message, Told, in_language, message
from pipelines.serving import household
from pipelines.vocabulary import one_line

DONE, FOUND, REFUSED, CRASHED = 0, 1, 2, 3
"""Exit status: done; findings, or nothing published; what a person can mend (a file, an option, a place); a fault of ours."""
CLOSED = 128 + signal.SIGPIPE
"""Exit status where nobody reads on (`| head`), as of a program that the signal ends."""
_NOTED: ContextVar[Callable[[], int]] = ContextVar("noted", default=lambda: 0)
"""What says the first signal that arrived since the command began, or 0."""


class Refused(Told):
    """What a command will not do, or cannot do with what it is given: a sentence that says what to do instead."""


def take_any_text() -> None:
    """Have both streams spell out what their encoding has no place for (latin-1, POSIX), instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class _InLanguage(logging.Formatter):
    """Warnings of the library as lines of a command: in its language where they have two."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's name)
        """Say a record in the language."""
        return one_line(in_language(record.msg, self.language) if isinstance(record.msg, Message) else record.message)


def warn_in(language: str) -> None:
    """Have warnings, which Python shows on standard error where nobody else handles them, say what they say in a language."""
    if logging.lastResort:
        logging.lastResort.setFormatter(_InLanguage(language))


def run(command: Callable[[], int], *, is_verbose: bool, language: str = "en") -> int:
    """Run a command; returns its exit status, whatever it comes to. is_verbose: show the traceback of a fault of ours."""
    with _noted_signals() as noted:
        try:
            return _run(command)
        except (household.Ended, KeyboardInterrupt):
            return _stopped(noted(), language)
        except Exception as error:
            number = noted()  # DuckDB and Dagster make an error of their own out of a signal
            return _stopped(number, language) if number else _failed(error, is_verbose, language)


def _run(command: Callable[[], int]) -> int:
    try:
        with household.ended_by_signal():
            try:
                return command()
            finally:
                sys.stdout.flush()
    except BrokenPipeError:
        _hush()
        return CLOSED


def passed_over(error: Exception, file: Path, *, is_verbose: bool, language: str) -> int:
    """Say what went wrong with one of the files of a command, which goes on with the next; returns the exit status.

    Raises the error again where it came of a signal, of nobody who reads on, or of what we refuse whatever the file: then the command ends.
    """
    if isinstance(error, (BrokenPipeError, Told)) or _NOTED.get()():
        raise error
    return _failed(error, is_verbose, language, file)


def _stopped(number: int, language: str) -> int:
    say(message("stopped"), language)
    return 128 + (number or signal.SIGINT)


def _failed(error: Exception, is_verbose: bool, language: str, file: Path | None = None) -> int:
    """Say what is wrong (of a file, if it is of one), in one line; returns whether a person can mend it or not, as an exit status."""
    of_file = f"{file}: " if file else ""
    if sentence := _to_be_mended(error):
        say(of_file + in_language(sentence, language))
        return REFUSED
    where = message("fault_above") if is_verbose else message("fault_kept", path=_kept())
    if is_verbose:
        with suppress(OSError):
            traceback.print_exc()
    said = message("fault", where=where, kind=type(error).__name__, error=error)
    say(of_file + in_language(said, language))
    return CRASHED


def _to_be_mended(error: Exception) -> Message | None:
    """What a person can mend: what we refused, and what the system or DuckDB refuses (a place, a disk, a lock)."""
    if isinstance(error, Told):
        return error.message
    if isinstance(error, OSError):
        return message("system_refuses", error=error)
    duckdb = sys.modules.get("duckdb")
    if duckdb and isinstance(error, (duckdb.IOException, duckdb.TransactionException, duckdb.OutOfMemoryException)):
        return message("warehouse_cannot_be_used", error=error)
    return None


def say(said: object, language: str = "en") -> None:
    """Say one line on standard error, if anybody hears it: a sentence, an error or a text, in a language where it has two."""
    with suppress(OSError):
        print(one_line(in_language(said, language)), file=sys.stderr)


def _kept() -> str | Message:
    """The file the traceback at hand is kept in: of this user alone, in the system's folder of temporary files."""
    try:
        descriptor, path = tempfile.mkstemp(prefix="final-accounts-", suffix=".traceback.txt")
        os.close(descriptor)
        Path(path).write_text(traceback.format_exc(), encoding="utf-8", errors="backslashreplace")
        return path
    except OSError as error:
        return message("fault_not_kept", error=error)


def _hush() -> None:
    """Have what is still to be written go nowhere, so that the interpreter does not complain when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def _noted_signals() -> Iterator[Callable[[], int]]:
    """Note the signals that arrive, whoever handles them; what is yielded says the first that did, or 0."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    before = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)

    first = 0

    def noted() -> int:
        nonlocal first
        with suppress(BlockingIOError):
            first = first or os.read(reading, 1)[0]
        return first

    told = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(told)
        signal.set_wakeup_fd(before)
        os.close(reading)
        os.close(writing)
