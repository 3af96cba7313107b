"""A sample of the hostile corpus: half of the kinds of damage, odd names and links (python -m tests.studies.hostile 2000 runs it at full size)."""

import pytest

from pipelines.settings import Limits, Places, raw_files
from pipelines.warehouse import build, database
from tests.studies import hostile
from tests.support.faults import damages

LIMITS = Limits(10, 800)
"""Narrow, so that the sample is quick; what breaks them is held, as anything else. Processor time: a busy machine holds no more."""


HEAVY = ("bomb in content", "form in itself", "page tree in a circle")
"""Of the kinds that go to the limits, those in the sample; the full corpus has all."""


NEW = ("figures covered", "numbers concealed", "cells dressed", "geometry")
"""Groups of which the sample has a file of each kind: what is silent there is silent for good."""


def kinds() -> list[str]:
    """All of NEW, every second of the others: which, the order of tests/support/faults/damages says."""
    light = [kind for kind, (group, _) in damages.KINDS.items() if group not in hostile.HEAVY]
    new = [kind for kind in light if damages.KINDS[kind][0] in NEW]
    return [*[kind for kind in light if kind not in new][1::2], *new, *HEAVY]


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> tuple[Places, hostile.Outcome]:
    folder = tmp_path_factory.mktemp("hostile")
    raw = folder / "run" / "raw"
    spoilt = [*hostile.write(raw, kinds(), seed=7), *hostile.write_names(raw, folder / "outside.pdf")]
    return Places(raw, folder / "run" / "warehouse"), hostile.run(folder / "run", spoilt, LIMITS)


def test_each_file_is_read_or_held_with_a_reason(sample):
    _, outcome = sample
    left = len(outcome.unseen) + len(outcome.changed)
    assert outcome.read.total() + outcome.reasons.total() + left == outcome.tried.total()
    assert set(outcome.changed) <= {"links/to a process.pdf"}
    assert all(name.rsplit("/")[-1].startswith(".") or name.startswith("..") for name in outcome.unseen)
    assert "(no reason)" not in outcome.reasons
    assert outcome.read["odd names"] > 30


def test_no_crash_no_fault_no_file_elsewhere_no_memory_far_above_the_limit(sample):
    """A process that grows is stopped by the next look, which comes late where the machine is busy: it may take some more."""
    _, outcome = sample
    assert outcome.crashed == outcome.faults == outcome.strays == []
    assert outcome.peak < 2 * LIMITS.memory


def test_no_figure_enters_the_star_wrong_without_a_sign(sample):
    _, outcome = sample
    assert [(m.spoilt.name, m.wrong) for m in outcome.silent()] == []


def test_the_warehouse_is_published_over_all_names_and_links(sample):
    places, _ = sample
    files = [f for f in raw_files(places.raw) if not f.name.startswith("2024/0")][::3]
    build.build(places, files, 1)
    with database.connect(places.database) as connection:
        (named,) = connection.execute("select count(*) from raw.file").fetchone()
    assert named == len(files)
