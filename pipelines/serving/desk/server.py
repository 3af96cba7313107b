"""Server: runs the desk on a socket that the command has bound.

Belongs here: its arguments, how it ends: the application ends the processes it started. Does not belong here: the routes (application), the command (cli.desk).
"""

import argparse
from pathlib import Path

from pipelines.serving import household, listening
from pipelines.serving.desk.application import app
from pipelines.serving.guard import names
from pipelines.settings import READ, SCANS, Places


def main() -> int:
    """Serve until told to; returns the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--raw", type=Path, required=True)
    parser.add_argument("--warehouse", type=Path, required=True)
    parser.add_argument("--scans", choices=SCANS, default=READ)
    parser.add_argument("--socket", type=int, required=True)
    parser.add_argument("--public", default="")
    arguments = parser.parse_args()
    socket = listening.take_over(arguments.socket)
    places = Places(arguments.raw, arguments.warehouse, scans=arguments.scans)
    household.watch()
    try:
        with household.ended_by_signal():
            listening.run(app(places, names(listening.port(socket), arguments.public)), socket)
    except household.Ended as told:
        return told.status
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
