"""UI: Dagster's web server and the server of the evidence pages, on loopback.

Belongs here: starting both. Does not belong here: the graph (orchestration), the pages (outputs).
"""

import os
import signal
import subprocess
import sys
from typing import NoReturn

from pipelines.orchestration import instance
from pipelines.settings import PROJECT, Places


def serve(places: Places, port: int, book_port: int) -> NoReturn:
    """Serve the Dagster UI on `port` and the evidence pages on `book_port`; this process becomes Dagster."""
    instance.instance(places)
    places.book.mkdir(exist_ok=True)
    told = {
        "FINAL_ACCOUNTS_RAW": str(places.raw),
        "FINAL_ACCOUNTS_WAREHOUSE": str(places.warehouse),
        "FINAL_ACCOUNTS_BOOK_URL": os.environ.get("FINAL_ACCOUNTS_BOOK_URL", f"http://127.0.0.1:{book_port}"),
        "DAGSTER_HOME": str(instance.home_of(places)),
    }
    command = [
        sys.executable,
        "-m",
        "dagster",
        "dev",
        "-w",
        str(PROJECT / "pipelines" / "orchestration" / "workspace.yaml"),
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
    ]
    os.chdir(PROJECT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    server = [sys.executable, "-m", "http.server", str(book_port), "--bind", "127.0.0.1"]
    subprocess.Popen([*server, "--directory", str(places.book)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(f"Evidence pages (after `make book`): http://127.0.0.1:{book_port}", flush=True)
    os.execve(sys.executable, command, os.environ | told)  # noqa: S606 - the UI takes this process over, so that Ctrl-C ends it
