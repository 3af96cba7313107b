"""Pictures of the evidence pages: drawn in the cage, within limits; whatever becomes of one, the others and the book are there."""

import pytest

from pipelines import cage
from pipelines.limits import Limits
from pipelines.outputs.evidence import crops, darkroom, pictures, site
from pipelines.reading import workers
from pipelines.reading.answers import NoAnswer
from pipelines.settings import Places
from tests.support.desk import published
from tests.support.faults import captive
from tests.support.tools.html_page import Page

PICTURE = {
    "region": [0.0, 0, 10.5, 20],
    "size": [21, 40],
    "image": b"RIFF\0\0\0\0WEBPVP8L",
    "is_whole": True,
    "found": [],
}


@pytest.fixture(scope="module")
def places(tmp_path_factory) -> Places:
    folder = tmp_path_factory.mktemp("published")
    return published.publish(Places(folder / "raw", folder / "warehouse"))


@pytest.fixture(scope="module")
def whole(places) -> site.BookSummary:
    return site.build(places)


SPOILT = {
    "hanging": "it took longer than the time limit: 1 s",
    "greedy": "it took more memory than the limit: 500 MiB",
    "dying": "the process that drew it died: exit status 139",
    "foreign": "the process that drew it answered what is no picture: ",
    "failing": "ZeroDivisionError: division by zero",
}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_page_that_cannot_be_drawn_is_a_missing_picture_with_its_reason(fault, places, whole, monkeypatch):
    """One page of the book spoils its process, the others are drawn."""
    asked = []
    submit = workers.Crew.submit

    def submit_spoilt(crew, task, *arguments, **opens):
        asked.append(arguments)
        return submit(crew, getattr(captive, f"draw_{fault}") if len(asked) == 1 else task, *arguments, **opens)

    monkeypatch.setattr(workers.Crew, "submit", submit_spoilt)
    monkeypatch.setattr(pictures, "LIMITS", Limits(1, 500))
    done = site.build(places)
    shown = [Page(path.read_text(encoding="utf-8")).text for path in (places.book / "report").glob("*.html")]
    assert sum(text.count(f"page {asked[0][1]} cannot be drawn: {SPOILT[fault]}") for text in shown) == done.missing
    assert 0 < done.missing < whole.pictures
    assert (done.reports, whole.missing) == (whole.reports, 0)
    assert 0 < done.pictures < whole.pictures


def test_pictures_are_drawn_in_the_cage(places, whole, monkeypatch):
    """By at most two workers for a whole book, who read the PDFs of the book alone."""
    seen = []

    def crew(size, limits, kept=None):
        seen.append((size, kept))
        raise InterruptedError

    monkeypatch.setattr(workers, "crew", crew)
    with pytest.raises(InterruptedError):
        site.build(places)
    [(size, kept)] = seen
    assert size <= 2
    [folder] = kept.readable
    assert folder.name == "pdf"
    assert isinstance(kept, cage.Cage)


@pytest.mark.parametrize(
    "change",
    [
        {"region": [0, 0, 10]},
        {"region": [0, 0, float("nan"), 20]},
        {"region": ["0", 0, 10, 20]},
        {"size": [21]},
        {"image": b"<svg onload=alert(1)>"},
        {"image": "RIFF"},
        {"found": [[1]]},
        {"is_whole": 1},
    ],
)
def test_what_is_no_picture_is_none(change):
    [(picture, found)] = darkroom.develop([PICTURE], 1)
    assert (picture.extent, found) == ((10.5, 20), ())
    with pytest.raises(NoAnswer):
        darkroom.develop([PICTURE | change], 1)
    with pytest.raises(NoAnswer):
        darkroom.develop([PICTURE, PICTURE], 1)


def test_a_reason_of_the_worker_is_the_reason():
    with pytest.raises(crops.NoPicture, match="too large"):
        darkroom.develop("page 1 is too large to be drawn", 1)
