"""Reading: reports below a folder, by whoever the environment says, a line a report: `python -m … ` on a host of a cluster.

Belongs here: that program. Does not belong here: who reads, starting a cluster (nodes), what is asserted (tests/cluster).
"""

import os

from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import places_of

SAYS = "status: "


def main() -> None:
    """Read what is due; prints what became of each report as it is done."""
    places = places_of(os.environ)
    for done in batch.read_all(raw_files(places.raw), places, 2):
        print(SAYS + done.status, flush=True)


if __name__ == "__main__":
    main()
