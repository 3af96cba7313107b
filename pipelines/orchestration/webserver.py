"""Webserver: Dagster's UI behind the guard, on a socket that is handed over.

Belongs here: Dagster's own ASGI application with what `dagster dev` gives it, the rules of the guard that are about it.
Does not belong here: the guard itself (serving.guard), the other services (services).
"""

import argparse

import dagster as dg
from dagster._core.workspace.context import WorkspaceProcessContext
from dagster._core.workspace.load_target import WorkspaceFileTarget
from dagster._utils.log import configure_loggers
from dagster_webserver.app import create_app_from_workspace_process_context
from dagster_webserver.version import __version__
from starlette.types import ASGIApp

from pipelines.serving import listening
from pipelines.serving.guard import Guard, HostNames, names

POLICY = "img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'"
"""Beside Dagster's own policy, which lets a page ask anyone: nobody else is asked, whatever text becomes a picture."""
_POSTED = frozenset({"/graphql"})
_POLL = 2_000
"""Milliseconds between two looks of an open page, as in `dagster dev`."""


def guard(context: WorkspaceProcessContext, known_as: HostNames) -> ASGIApp:
    """Dagster's UI behind the guard."""
    return Guard(
        create_app_from_workspace_process_context(context, live_data_poll_rate=_POLL), known_as, _POSTED, policy=POLICY
    )


def main() -> None:
    """Serve the instance DAGSTER_HOME names, with the code of a workspace."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--workspace", required=True)
    parser.add_argument("--socket", type=int, required=True)
    parser.add_argument("--public", default="")
    arguments = parser.parse_args()
    configure_loggers()
    socket = listening.take_over(arguments.socket)
    with dg.DagsterInstance.get() as instance:
        instance.optimize_for_webserver(statement_timeout=15_000, pool_recycle=3_600, max_overflow=20)
        target = WorkspaceFileTarget([arguments.workspace])
        with WorkspaceProcessContext(instance, workspace_load_target=target, version=__version__) as context:
            listening.run(guard(context, names(listening.port(socket), arguments.public)), socket)


if __name__ == "__main__":
    main()
