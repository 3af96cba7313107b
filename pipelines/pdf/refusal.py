"""Refusal: the one sentence why a file is no readable PDF.

Belongs here: the exception and what a person can do. Does not belong here: when a file is refused (source, opening).
"""

from pipelines.doubts import Doubt

FETCH_AGAIN = "fetch the file again from the publisher, or export it again where it is your own"


class Unreadable(Exception):
    """A file that is no readable report; carries the Doubt that says why, and recognisers as its Document would have."""

    def __init__(self, reason: str, remedy: str, page: int | None = None, recognisers: str = ""):
        super().__init__(reason)
        self.recognisers = recognisers
        self.doubt = Doubt(scope="report", page=page, reason=reason, detail="", remedy=remedy, held=True)


class Scanned(Unreadable):
    """A file whose pages are pictures that were not read."""
