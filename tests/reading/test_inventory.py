"""The shared shelf: what several machines keep there, what its inventory says of it, what a killed or damaged one leaves."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.limits import Limits
from pipelines.raw_files import RawFile, raw_files
from pipelines.reading import batch, inventory, refusals, shared_shelf, shelves, store
from pipelines.settings import Places, places_of

NARROW, WIDE = Limits(1, 100), Limits(2, 100)


@pytest.fixture
def shared(places, tmp_path) -> Places:
    return replace(places, shelf=str(tmp_path / "shelf [of *all*]"))


def file_named(places: Places, name: str, folder: str = "2024") -> RawFile:
    return RawFile(places.raw / folder / name, f"{folder}/{name}", name * 8, folder)


def held(file: RawFile, reason: str = "why", broken: Limits | None = None) -> bytes:
    return store.pack(file.sha256, refusals.refuse(reason, "what to do"), broken)


def test_two_machines_keep_at_the_same_time_and_see_each_others(shared):
    first, second, both, other = (file_named(shared, name) for name in ("one", "two", "both", "none"))
    elsewhere = file_named(shared, "one", "2023")
    all_of_them = [first, second, both, other, elsewhere]
    with shelves.open_shelf(shared) as here, shelves.open_shelf(shared) as there:
        for shelf, own in ((here, first), (there, second)):
            shelf.keep(own, held(own))
            shelf.keep(both, held(both))
        there.keep(elsewhere, held(elsewhere))
        assert here.list_kept(all_of_them) == [first, both], "what another has not entered yet is not there"
    with shelves.open_shelf(shared) as later:
        assert later.list_kept(all_of_them) == [first, second, both, elsewhere]
        assert later.list_due(all_of_them, Limits()) == [other]
        assert later.list_damaged(all_of_them) == []
        assert [later.mark([file])[f"{file.folder}/{file.sha256}"] is None for file in all_of_them] == [
            False, False, False, True, False,
        ]  # fmt: skip


def test_the_newest_entry_holds(shared):
    file = file_named(shared, "one")
    seen = []
    for said in ("first", "second", None, "third"):
        with shelves.open_shelf(shared) as shelf:
            if said:
                shelf.keep(file, held(file, said))
            else:
                shelf.drop(file)
            seen.append(next(iter(shelf.mark([file]).values())))
            assert shelf.list_kept([file]) == ([file] if said else [])
    assert [mark and mark[0] for mark in seen] == [1, 2, None, 4]
    assert len({tuple(mark) for mark in seen if mark}) == 3


def test_a_reading_of_other_code_and_one_that_wider_limits_may_mend_are_due(shared, monkeypatch):
    sound, broken, pictures = (file_named(shared, name) for name in ("sound", "broken", "pictures"))
    with shelves.open_shelf(shared) as shelf:
        shelf.keep(sound, held(sound))
        shelf.keep(broken, held(broken, broken=NARROW))
        assert shelf.list_due([sound, broken], NARROW) == []
        assert shelf.list_due([sound, broken], WIDE) == [broken]
        known = store.describe
        monkeypatch.setattr(store, "describe", lambda content: known(content) | {"recognisers": "others"})
        shelf.keep(pictures, held(pictures))
        assert shelf.list_due([sound, pictures], NARROW) == [pictures]
        monkeypatch.setattr(shared_shelf, "code_version", lambda: "another")
        assert shelf.list_due([sound, broken], NARROW) == [sound, broken]


def test_what_a_killed_run_had_not_entered_is_read_again(shared, monkeypatch):
    file = file_named(shared, "one")
    with shelves.open_shelf(shared) as shelf:
        shelf.keep(file, held(file))
        assert Path(shared.reading_path(file)).exists()
        shelf._inventory._fresh.clear()  # as a kill does
    with shelves.open_shelf(shared) as shelf:
        assert shelf.list_due([file], Limits()) == [file]
        monkeypatch.setattr(inventory, "_AT_ONCE", 1)
        shelf.keep(file, held(file))
        shelf._inventory._fresh.clear()
        assert shelf.list_due([file], Limits()) == [], "a long run enters some at a time"


def test_a_reading_that_is_gone_or_cut_is_made_again(shared):
    path = shared.raw / "2024" / "a.pdf"
    path.parent.mkdir()
    path.write_bytes(b"no report at all")
    [file] = raw_files(shared.raw)
    with shelves.open_shelf(shared) as shelf:
        shelf.keep(file, held(file))
    kept = Path(shared.reading_path(file))
    for harm in (kept.unlink, lambda: kept.write_bytes(b"half")):
        assert batch.pending([file], shared) == []
        harm()
        assert [done.status for done in batch.mend([file], shared, 1)] == ["quarantined"]
    assert list(batch.mend([file], shared, 1)) == []
    assert not shared.reading(file).exists()


def test_the_shelf_is_what_the_environment_names():
    assert places_of({}).shelf is None
    assert places_of({"FINAL_ACCOUNTS_SHELF": "s3://bucket/shelf/"}).shelf == "s3://bucket/shelf"
    assert places_of({"FINAL_ACCOUNTS_SHELF": "shelf/"}).shelf == str(Path("shelf").resolve())
