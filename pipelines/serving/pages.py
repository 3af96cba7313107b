"""Pages: the server of the evidence pages, a folder of files read-only.

Belongs here: which files are handed out and how. Does not belong here: who may ask (guard), the pages themselves
(outputs.evidence). A link that leads out of the folder is not followed, and no folder is listed.
"""

import argparse
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from pipelines.serving import listening
from pipelines.serving.guard import Guard, HostNames, names
from pipelines.serving.handing_over import HandingOver, is_near
from pipelines.settings import DESK_URL

POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self'; frame-ancestors 'none'"
)
"""No page of the folder asks anyone else for anything, also one that is not of our making."""


def app(folder: Path, known_as: HostNames, desk: str) -> ASGIApp:
    """The files of a folder as an ASGI application; the folder may come later, or be put anew. desk: the address of the desk.

    Who comes through a proxy is not sent to a desk that only this machine reaches.
    """
    files = StaticFiles(directory=folder, html=True, check_dir=False)
    if known_as.is_public and is_near(desk):
        return Guard(Starlette(routes=[Mount("/", files)]), known_as, policy=POLICY)
    return Guard(Starlette(routes=[Mount("/", HandingOver(files, folder, desk))]), known_as, policy=POLICY)


def main() -> None:
    """Serve a folder on a socket that is handed over as a file descriptor."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--socket", type=int, required=True)
    parser.add_argument("--public", default="")
    parser.add_argument("--desk", default=DESK_URL)
    arguments = parser.parse_args()
    socket = listening.take_over(arguments.socket)
    known_as = names(listening.port(socket), arguments.public)
    listening.run(app(arguments.folder, known_as, arguments.desk), socket)


if __name__ == "__main__":
    main()
