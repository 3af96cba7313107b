"""UI: Dagster's web server and the server of the evidence pages, on loopback.

Belongs here: the ports, what the services are told, the lines a person sees, the exit status. Does not belong here: the
services (orchestration.services), who may speak to them (serving.guard), the pages (outputs).
"""

import os
import sys
from socket import socket

from pipelines.cli.ending import Refused, say
from pipelines.messages import message
from pipelines.serving import household, listening
from pipelines.settings import PROJECT, Places


def serve(places: Places, port: int, book_port: int, language: str) -> int:
    """Serve the Dagster UI on `port` and the evidence pages on `book_port` until told to stop; returns the exit status.

    Raises Taken, and Refused where the folder of the warehouse takes no file.
    """
    try:
        sockets = listening.listen(port), listening.listen(book_port, "--book-port")
        places.book.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("folder_cannot_be_written", place=places.warehouse, error=error) from error
    print(message("ui_dagster", port=port).of(language), flush=True)
    print(message("ui_pages", port=book_port).of(language), flush=True)
    os.chdir(PROJECT)
    try:
        with household.ended_by_signal():
            return household.run(
                _command(places, language, *sockets), sockets, os.environ | _environment(places, book_port, language)
            )
    except household.Ended as stopped:
        say(message("stopped_services"), language)
        return stopped.status


def _command(places: Places, language: str, ui: socket, book: socket) -> list[str]:
    """The services, on sockets that are bound, and the addresses at which a proxy shows them, if one does."""
    return [
        *(sys.executable, "-m", "pipelines.orchestration.services"),
        *("--raw", str(places.raw), "--warehouse", str(places.warehouse), "--language", language),
        *("--socket", str(ui.fileno()), "--public", os.environ.get("FINAL_ACCOUNTS_UI_URL", "")),
        *("--book-socket", str(book.fileno()), "--book-public", os.environ.get("FINAL_ACCOUNTS_BOOK_URL", "")),
        *("--desk", places.desk_url),
    ]


def _environment(places: Places, book_port: int, language: str) -> dict[str, str]:
    """What the services find in their environment."""
    return {
        "FINAL_ACCOUNTS_RAW": str(places.raw),
        "FINAL_ACCOUNTS_WAREHOUSE": str(places.warehouse),
        "FINAL_ACCOUNTS_BOOK_URL": os.environ.get("FINAL_ACCOUNTS_BOOK_URL") or f"http://127.0.0.1:{book_port}",
        "FINAL_ACCOUNTS_LANGUAGE": language,
        "DAGSTER_HOME": str(places.dagster),
        "PYTHONIOENCODING": f"{sys.stdout.encoding}:backslashreplace",  # what they say passes through this process
        "DAGSTER_IS_DEV_CLI": "1",  # Dagster's servers ask for it, and have code loaded anew from the UI
    }
