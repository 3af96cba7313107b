"""Desk: the command `desk`: one local web page to search, compare, check and carry away, on loopback.

Belongs here: the port, the line a person sees, the exit status. Does not belong here: the server (serving.desk), what it
shows (outputs.desk).
"""

import os
import sys
from socket import socket

from pipelines.cli.ending import say
from pipelines.messages import message
from pipelines.serving import household, listening
from pipelines.settings import PROJECT, Places


def serve(places: Places, port: int, language: str) -> int:
    """Serve the desk until told to stop; returns the exit status. Raises Taken for a port that cannot be listened on."""
    bound = listening.listen(port)
    print(message("desk_at", port=listening.port(bound)).of(language), flush=True)
    os.chdir(PROJECT)
    told = {"FINAL_ACCOUNTS_LANGUAGE": language, "PYTHONIOENCODING": f"{sys.stdout.encoding}:backslashreplace"}
    try:
        with household.ended_by_signal():
            return household.run(_command(places, bound), [bound], os.environ | told)
    except household.Ended as stopped:
        say(message("stopped_services"), language)
        return stopped.status


def _command(places: Places, bound: socket) -> list[str]:
    """The server on a socket that is bound, and the address at which a proxy shows it, if one does."""
    return [
        *(sys.executable, "-m", "pipelines.serving.desk.server"),
        *("--raw", str(places.raw), "--warehouse", str(places.warehouse), "--scans", places.scans),
        *("--socket", str(bound.fileno()), "--public", os.environ.get("FINAL_ACCOUNTS_DESK_URL", "")),
    ]
