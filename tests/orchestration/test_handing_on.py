"""What a step hands to the next is JSON: nothing below warehouse/ is a pickle that would run code when it is read."""

import pickle
from pathlib import Path

import dagster as dg
import pytest

from pipelines.orchestration.definitions import defs
from pipelines.orchestration.handing_on import AsJson, as_json
from pipelines.orchestration.update import Batch
from pipelines.settings import Limits


class Bomb:
    """Writes a file where a pickle of it is read."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple:
        return Path.touch, (self.target,)


def handed_on(folder: Path, before_reading=lambda _: None) -> object:
    """What the second step gets of what the first one handed on."""
    output = dg.build_output_context(step_key="one", name="result", run_id="0" * 32)
    AsJson(folder).handle_output(output, Batch(["2024", "unfiled"], "ab", Limits(1.5, 2), [1, 2, 3]).as_json())
    [path] = folder.rglob("*.json")
    before_reading(path)
    return AsJson(folder).load_input(dg.build_input_context(upstream_output=output))


def test_what_is_handed_on_arrives(tmp_path):
    assert Batch.of(handed_on(tmp_path)) == Batch(["2024", "unfiled"], "ab", Limits(1.5, 2), [1, 2, 3])


def test_a_planted_pickle_executes_nothing(tmp_path):
    target = tmp_path / "executed"
    with pytest.raises(ValueError):
        handed_on(tmp_path, lambda path: path.write_bytes(pickle.dumps(Bomb(target))))
    assert not target.exists()
    pickle.loads(pickle.dumps(Bomb(target)))
    assert target.exists(), "the bomb is none"


@pytest.mark.parametrize("name", [job.name for job in defs.resolve_all_job_defs()])
def test_every_job_hands_on_so(name):
    assert defs.resolve_job_def(name).resource_defs["io_manager"] is as_json
