"""A reader whose process dies on one report, as a fault in a C library would let it.

Belongs here: what a worker process must import by name. Does not belong here: any test.
"""

import os

from pipelines import batch

_read = batch._read


def read(file, places):
    """Read a file; the process dies on one whose name says so."""
    if "mortal" in file.name:
        os._exit(139)
    return _read(file, places)
