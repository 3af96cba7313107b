"""Progress: the lines a run says while it goes on, as records of one logger.

Belongs here: the logger, and showing its records as lines of standard output, which the command line asks for, and what
Dagster loads (it keeps the output of a step). Does not belong here: what is said (assets, update).
"""

import logging
import sys

LOG = logging.getLogger("final_accounts.progress")
"""A record a line, level INFO."""


class _Lines(logging.StreamHandler):
    """Writes to what is standard output when a line is said, which is not always what it was at first."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record as a line."""
        self.stream = sys.stdout
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Go on where nobody reads the lines any more: a run is not for its lines."""
        if not isinstance(sys.exc_info()[1], BrokenPipeError):
            super().handleError(record)


def show() -> None:
    """Have the lines shown from now on; asked twice they are shown once."""
    LOG.setLevel(logging.INFO)
    if not any(isinstance(handler, _Lines) for handler in LOG.handlers):
        LOG.addHandler(_Lines())
