"""Progress: the lines a run says while it goes on, as records of one logger (ticks).

Belongs here: showing its records as lines of standard output, which the command line asks for, and what
Dagster loads (it keeps the output of a step). Does not belong here: what is said (reading_assets, update).
"""

import logging
import sys

from pipelines.messages import in_language
from pipelines.ticks import LOG
from pipelines.vocabulary import one_line

__all__ = ["LOG", "show"]


class _Lines(logging.StreamHandler):
    """Writes to what is standard output when a line is said, which is not always what it was at first."""

    language = "en"

    def format(self, record: logging.LogRecord) -> str:
        """Say a record in the language of the lines."""
        return one_line(in_language(record.msg, self.language))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record as a line."""
        self.stream = sys.stdout
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Go on where nobody reads the lines any more: a run is not for its lines."""
        if not isinstance(sys.exc_info()[1], BrokenPipeError):
            super().handleError(record)


def show(language: str) -> None:
    """Have the lines shown from now on in a language, zh or en; asked twice they are shown once, as asked last."""
    LOG.setLevel(logging.INFO)
    shown = next((handler for handler in LOG.handlers if isinstance(handler, _Lines)), None)
    if shown is None:
        LOG.addHandler(shown := _Lines())
    shown.language = language
