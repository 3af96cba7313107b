"""Listening: sockets on loopback, bound by the command and handed to the process that serves.

Belongs here: binding, what is said of a port that is taken, running an ASGI application on a socket. Does not belong
here: the applications (pages, the Dagster UI), who may speak to them (guard).
"""

import errno
import logging
import socket
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from pipelines.messages import Told

LOOPBACK = "127.0.0.1"
_PATIENCE = 3
"""Seconds that open connections have to end in when a server is told to."""


class Taken(Told):
    """A port that cannot be listened on, and why."""


def listen(port: int, option: str = "--port") -> socket.socket:
    """A socket that listens on a port of loopback; raises Taken, which names the option that chooses another."""
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        one.bind((LOOPBACK, port))
        one.listen()
    except (OSError, OverflowError) as error:
        one.close()
        raise Taken(_why(error), port=port, option=option, error=error) from error
    return one


def _why(error: Exception) -> str:
    if isinstance(error, OverflowError):
        return "port_none"
    is_taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
    return "port_taken" if is_taken else "port_not_listened"


def take_over(descriptor: int) -> socket.socket:
    """The socket another process bound and handed over."""
    return socket.socket(fileno=descriptor)


def port(one: socket.socket) -> int:
    """The port a socket is bound to."""
    return one.getsockname()[1]


def run(app: ASGIApp, one: socket.socket) -> None:
    """Serve an application until the process is told to end. What a proxy says of whom it speaks for is not believed."""
    config = uvicorn.Config(
        app, log_level=logging.WARNING, proxy_headers=False, server_header=False, timeout_graceful_shutdown=_PATIENCE
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[one])
