"""Failure notices: where a failed run is reported, so that somebody hears of a batch that fails at night.

Belongs here: the line kept beside the warehouse, the command it is handed to. Does not belong here: noticing a failure
(sensors). A command and no address: mail, chat or a ticket are one line of shell away, and no secret comes near us.
"""

import json
import os
import shlex
import subprocess
from dataclasses import asdict, dataclass

from pipelines.messages import Told
from pipelines.settings import Places
from pipelines.vocabulary import one_line

COMMAND = "FINAL_ACCOUNTS_ON_FAILURE"
"""The variable by which the environment names the command (definitions asks); it gets the notice as a line of JSON on
standard input."""
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Notice:
    """A run that failed: when (UTC), its job and id, what went wrong in one line."""

    when: str
    job: str
    run: str
    error: str


class NotSent(Told):
    """The command did not take the notice; it stands in the file all the same."""


def send(places: Places, notice: Notice, command: str) -> None:
    """Append a notice to warehouse/failures.jsonl and hand it to the command, unless that is ""; raises NotSent."""
    fields = {key: one_line(value) for key, value in asdict(notice).items()}
    line = json.dumps(fields, ensure_ascii=False) + "\n"
    with open(places.failures, "a", encoding="utf-8", opener=_without_following) as file:
        file.write(line)
    if command:
        _hand(command, line)


def _without_following(path: str, flags: int) -> int:
    """Open a file, but none that a link leads to; raises OSError there."""
    return os.open(path, flags | os.O_NOFOLLOW, 0o666)


def _hand(command: str, line: str) -> None:
    try:
        done = subprocess.run(
            shlex.split(command), input=line, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:  # which says how the command was called: with a secret, maybe
        raise NotSent("notice_too_long", command=COMMAND, seconds=_SECONDS) from None
    except (OSError, ValueError) as error:
        raise NotSent("notice_not_run", command=COMMAND, error=error) from error
    if done.returncode:
        said = one_line(done.stderr.strip())
        raise NotSent("notice_failed", command=COMMAND, status=done.returncode, error=said)
