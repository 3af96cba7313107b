"""Handing on: what one step of a run leaves for the next, as JSON below warehouse/dagster/storage.

Belongs here: writing and reading it. Does not belong here: what it says (update). Dagster's own way is a pickle: reading one
that somebody has planted runs their code.
"""

import json
from pathlib import Path

import dagster as dg


class AsJson(dg.IOManager):
    """Keeps a step's output, of values that JSON knows, in a file named for its run, its step and itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def handle_output(self, context: dg.OutputContext, obj: object) -> None:
        """Write what a step hands on."""
        path = self._path(context)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(obj), encoding="utf-8")

    def load_input(self, context: dg.InputContext) -> object:
        """Read what an earlier step handed on, in this run or in the one that is tried again."""
        if context.upstream_output is None:
            raise ValueError("only what a step has handed on is read")
        return json.loads(self._path(context.upstream_output).read_text(encoding="utf-8"))

    def _path(self, context: dg.OutputContext) -> Path:
        return self._folder.joinpath(*context.get_identifier()).with_suffix(".json")


@dg.io_manager(description="步骤间的交接，JSON / What a step hands to the next, as JSON.")
def as_json(context: dg.InitResourceContext) -> AsJson:
    """Handing on below the folder of the instance."""
    if context.instance is None:
        raise ValueError("a run has an instance")
    return AsJson(Path(context.instance.storage_directory()))
