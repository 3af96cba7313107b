"""Services: what `make ui` runs, as `dagster dev` does: code server, daemon, the web server of the UI, the evidence pages.

Belongs here: starting them on sockets the command has bound, seeing that all of them live. Does not belong here: the
servers (webserver, serving.pages), how they end together (serving.household), the command (cli.ui).
The web server is ours: Dagster's own has no guard, and one on a port of its own behind a proxy could be asked past it.
"""

import argparse
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
from dagster._cli.proxy_server_manager import ProxyServerManager
from dagster._core.workspace.load_target import WorkspaceFileTarget
from dagster._utils.log import configure_loggers

from pipelines.messages import LANGUAGES, in_language, message
from pipelines.orchestration.instance import NotUsable, instance
from pipelines.serving import household
from pipelines.settings import Places

WORKSPACE = Path(__file__).with_name("workspace.yaml")
_LOOK_EVERY = 1
_LOG = logging.getLogger(__name__)


def main() -> int:
    """Run the services until one of them ends or this process is told to; returns the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--raw", type=Path, required=True)
    parser.add_argument("--warehouse", type=Path, required=True)
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--socket", type=int, required=True, help="where the UI listens, a file descriptor")
    parser.add_argument("--book-socket", type=int, required=True, help="where the evidence pages are served")
    parser.add_argument("--public", default="", help="the address at which a proxy shows the UI")
    parser.add_argument("--book-public", default="", help="the same of the evidence pages")
    parser.add_argument("--desk", required=True)
    arguments = parser.parse_args()
    try:
        with household.head(), services(Places(arguments.raw, arguments.warehouse), arguments) as running:
            return _watch(running, arguments.language)
    except household.Ended as told:
        return told.status
    except NotUsable as error:
        _LOG.error(in_language(error, arguments.language))
        return 2
    except OSError as error:
        refusal = message("folder_cannot_be_written", place=arguments.warehouse, error=error)
        _LOG.error(refusal.of(arguments.language))
        return 2


@contextmanager
def services(places: Places, arguments: argparse.Namespace) -> Iterator[Mapping[str, subprocess.Popen]]:
    """The processes by the keys of their names, started one after the other."""
    configure_loggers()
    with instance(places) as opened:
        shown = ("--folder", str(places.book), "--desk", arguments.desk)
        pages = _serve("serving.pages", arguments.book_socket, arguments.book_public, *shown)
        with _workspace(opened) as workspace:
            ui = _serve("orchestration.webserver", arguments.socket, arguments.public, "--workspace", workspace)
            daemon = _start("dagster._daemon", "run", "--workspace", workspace)
            yield {"service_pages": pages, "service_ui": ui, "service_daemon": daemon}


@contextmanager
def _workspace(opened: dg.DagsterInstance) -> Iterator[str]:
    """The file that says where the code server listens, which is started, and started again where it dies."""
    target = WorkspaceFileTarget([str(WORKSPACE)])
    with (
        ProxyServerManager(opened, target, "warning") as code,
        tempfile.TemporaryDirectory() as folder,
    ):
        workspace = Path(folder) / "workspace.yaml"
        workspace.write_text(json.dumps({"load_from": [*code.get_code_server_specs()]}), encoding="utf-8")
        yield str(workspace)


def _serve(module: str, socket: int, public: str, *arguments: str) -> subprocess.Popen:
    """Start a server on a socket, which is ours no more."""
    try:
        return _start(f"pipelines.{module}", "--socket", str(socket), "--public", public, *arguments, handed=[socket])
    finally:
        os.close(socket)


def _start(module: str, *arguments: str, handed: Sequence[int] = ()) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", module, *arguments], stdin=subprocess.DEVNULL, pass_fds=handed)


def _watch(running: Mapping[str, subprocess.Popen], language: str) -> int:
    """Wait until one of them ends, which none should; says which."""
    while True:
        for name, process in running.items():
            if (status := process.poll()) is not None:
                _LOG.error(message("service_ended", name=message(name), status=status).of(language))
                return 1
        time.sleep(_LOOK_EVERY)


if __name__ == "__main__":
    sys.exit(main())
