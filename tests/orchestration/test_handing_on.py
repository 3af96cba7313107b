"""What a step hands to the next is JSON: nothing below warehouse/ is a pickle that would run code when it is read."""

import pickle
from pathlib import Path

import dagster as dg
import pytest

from pipelines.limits import Limits
from pipelines.orchestration import run
from pipelines.orchestration.definitions import defs
from pipelines.orchestration.handing_on import AsJson, as_json
from pipelines.orchestration.update import Batch


class Bomb:
    """Writes a file where a pickle of it is read."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple:
        return Path.touch, (self.target,)


BATCH = Batch(made_of="ab", limits=Limits(1.5, 2), database=[1, 2, 3], is_known=True)


def handed_on(folder: Path, before_reading=lambda _: None) -> object:
    """What the second step gets of what the first one handed on."""
    output = dg.build_output_context(step_key="one", name="result", run_id="0" * 32)
    AsJson(folder).handle_output(output, BATCH.as_json())
    [path] = folder.rglob("*.json")
    before_reading(path)
    return AsJson(folder).load_input(dg.build_input_context(upstream_output=output))


def test_what_is_handed_on_arrives(tmp_path):
    assert Batch.of(handed_on(tmp_path)) == BATCH


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


@dg.op
def hand_on():
    return {"count": 1}


@dg.op
def take_over(handed):
    return handed["count"] + 1


@dg.job(executor_def=dg.in_process_executor, resource_defs={"io_manager": as_json})
def tiny():
    take_over(hand_on())


@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_whole_run_amid_planted_pickles_executes_nothing(is_replaced, places, tmp_path, monkeypatch):
    """Pickles lie where Dagster's own steps would look, and in place of what ours have handed on."""
    target, planted = tmp_path / "executed", []
    keep = AsJson.handle_output

    def plant(keeper: AsJson, context: dg.OutputContext, obj: object) -> None:
        keep(keeper, context, obj)
        written = keeper._path(context)
        for path in (written.with_suffix(""), written.with_suffix(".pickle"), *([written] if is_replaced else [])):
            path.write_bytes(pickle.dumps(Bomb(target)))
            planted.append(path)

    monkeypatch.setattr(AsJson, "handle_output", plant)
    with run.instance(places) as instance:
        done = tiny.execute_in_process(instance=instance, raise_on_error=False)
    assert done.success is not is_replaced
    assert len(planted) == (3 if is_replaced else 4)
    assert all(path.is_relative_to(places.dagster / "storage") for path in planted)
    assert not target.exists()
