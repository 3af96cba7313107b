"""A sample of the hostile corpus: half of the kinds of damage, odd names and links (python -m tests.studies.hostile 2000 runs it at full size).

Made of reports drawn in a few layouts; that each kind of cover is seen is tested in tests/pdf/test_doubtful_cells.py.
"""

import pyarrow.parquet as pq
import pytest

from pipelines.limits import Limits
from pipelines.raw_files import raw_files
from pipelines.settings import Places
from pipelines.warehouse import build, database
from tests.studies import hostile
from tests.support.faults import damages
from tests.support.paper import layouts

LIMITS = Limits(10, 800)
"""Narrow, so that the sample is quick; what breaks them is held, as anything else. Processor time: a busy machine holds no more."""


HEAVY = ("bomb in content", "form in itself", "page tree in a circle")
"""Of the kinds that go to the limits, those in the sample; the full corpus has all."""


def kinds() -> list[str]:
    """Every second kind: which, the order of tests/support/faults/damages says."""
    light = [kind for kind, (group, _) in damages.KINDS.items() if group not in hostile.HEAVY]
    return [*light[1::2], *HEAVY]


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> tuple[Places, hostile.Outcome]:
    folder = tmp_path_factory.mktemp("hostile")
    raw = folder / "run" / "raw"
    sound = hostile.drawn(layouts.LAYOUTS[::5])
    smallest = min(sound, key=lambda base: len(base.reading.document.pages))
    spoilt = [*hostile.write(raw, kinds(), 7, sound), *hostile.write_names(raw, folder / "outside.pdf", smallest)]
    return Places(raw, folder / "run" / "warehouse"), hostile.run(folder / "run", spoilt, LIMITS)


def test_each_file_is_read_or_held_with_a_reason(sample):
    _, outcome = sample
    left = len(outcome.unseen) + len(outcome.changed)
    assert outcome.read.total() + outcome.reasons.total() + left == outcome.tried.total()
    assert set(outcome.changed) <= {"links/to a process.pdf"}
    assert all(name.rsplit("/")[-1].startswith(".") or name.startswith("..") for name in outcome.unseen)
    assert "(no reason)" not in outcome.reasons
    assert outcome.read["odd names"] > 30


def test_what_is_doubtful_is_said_in_both_languages(sample):
    places, _ = sample
    read = (pq.read_table(path, columns=["doubts"]) for path in places.readings.rglob("*.parquet"))
    doubts = [doubt for table in read for [of_one] in [table["doubts"].to_pylist()] for doubt in of_one]
    assert len(doubts) > 40
    pairs = {(doubt[name], doubt[f"{name}_zh"]) for doubt in doubts for name in ("reason", "remedy")}
    assert [english for english, chinese in pairs if english and english == chinese] == []


def test_no_crash_no_fault_no_file_elsewhere_no_memory_far_above_the_limit(sample):
    """A process that grows is stopped by the next look, which comes late where the machine is busy: it may take some more."""
    _, outcome = sample
    assert outcome.crashed == outcome.faults == outcome.strays == []
    assert outcome.peak < 2 * LIMITS.memory


def test_no_figure_enters_the_star_wrong_without_a_sign(sample):
    _, outcome = sample
    assert [(m.spoilt.name, m.wrong) for m in outcome.silent()] == []


def test_the_warehouse_is_published_over_all_names_and_links(sample, monkeypatch):
    monkeypatch.setattr(build, "_guard", lambda _: None)  # the suites, which open no file
    places, _ = sample
    files = [f for f in raw_files(places.raw) if not f.name.startswith("2024/0")][::3]
    build.build(places, files, 1)
    with database.connect(places.database) as connection:
        (named,) = connection.execute("select count(*) from raw.file").fetchone()
    assert named == len(files)
