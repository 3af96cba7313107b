"""Read one year: Dagster's job of that name over a year folder, at the places of the environment: `python -m … YEAR`.

Belongs here: that program. Does not belong here: who else runs (tests/cluster), the job (orchestration).
"""

import os
import sys

from pipelines.orchestration.definitions import definitions
from pipelines.orchestration.instance import instance
from pipelines.orchestration.resources import Settings
from pipelines.settings import places_of


def main(year: str) -> int:
    """Run the job in this process; returns the exit status."""
    places = places_of(os.environ)
    job = definitions(Settings.of(places)).resolve_job_def("read_one_year")
    with instance(places, is_heard=True) as history:
        return 0 if job.execute_in_process(instance=history, partition_key=year).success else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
