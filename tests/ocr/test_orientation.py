"""Which side of a picture of paper is up: told by its lines; boxes lie where the page has them in its file."""

from dataclasses import replace

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("cv2", reason="reads scans: make ocr")

from pipelines.ocr import engines, orientation  # noqa: E402 - only where there are recognisers
from pipelines.ocr.reasons import NotRead  # noqa: E402
from pipelines.pdf import Page  # noqa: E402
from pipelines.pdf.sheets import laid_back  # noqa: E402
from pipelines.reading.filing import lay_back  # noqa: E402


@pytest.fixture
def seen(monkeypatch):
    """Recognisers that see ten lines along the longer side, on their heads where the dark corner is not the first."""
    looked = []

    def find_lines(picture):
        looked.append(picture)
        high, wide = picture.shape[:2]
        return [(5, 5 + n, 60, 9 + n) if wide > high else (5 + n, 5, 9 + n, 60) for n in range(10)]

    monkeypatch.setattr(engines, "find_lines", find_lines)
    monkeypatch.setattr(engines, "are_upside_down", lambda lines: [looked[-1][0, 0, 0] > 0] * len(lines))
    return looked


def picture():
    pixels = np.full((80, 130), 250, np.uint8)
    pixels[:3, :3] = 0
    return pixels


@pytest.mark.parametrize("quarters", range(4))
def test_a_picture_is_turned_until_its_lines_stand(seen, quarters):
    laid = orientation.turn(picture(), -quarters)
    found, lines = orientation.find_quarters(laid)
    assert found == quarters
    assert (orientation.turn(laid, found) == picture()).all()
    assert (seen[-1] == orientation.as_colour(picture())).all(), "the lines are those of the picture as it was turned"
    assert len(lines) == 10


@pytest.mark.parametrize("said", [[True, False] * 5, [True] * 3])
def test_a_picture_whose_lines_do_not_agree_or_are_too_few_is_held(seen, monkeypatch, said):
    monkeypatch.setattr(engines, "are_upside_down", lambda _: said)
    with pytest.raises(NotRead, match="which side is up"):
        orientation.find_quarters(picture())


@pytest.mark.parametrize("quarters", range(4))
def test_boxes_lie_where_the_page_has_them_in_its_file(quarters):
    laid = np.zeros((80, 130), np.uint8)
    laid[10:20, 30:70] = 1
    down, across = np.nonzero(orientation.turn(laid, quarters))
    box = [float(across.min()), float(down.min()), float(across.max() + 1), float(down.max() + 1)]
    wide, high = (130, 80) if quarters % 2 == 0 else (80, 130)
    page = Page(number=2, width=wide, height=high, lines=(), grids=(), character_count=0, quarters=quarters)
    assert laid_back(box, page) == [30, 10, 70, 20]
    empty = dict.fromkeys(("tokens", "claims", "members", "addresses", "sentences"), ())
    row = empty | {
        "amounts": [{"page": n, "bbox": box} for n in (1, 2)],
        "pages": [{"page": 2, "width": wide, "height": high}],
    }
    row = lay_back(row, [replace(page, number=1, quarters=0), page])
    assert [one["bbox"] for one in row["amounts"]] == [box, [30, 10, 70, 20]]
    assert row["pages"] == [{"page": 2, "width": 130, "height": 80}]
