"""A finding that rests on a page read off a picture says so, and no other does."""

from pipelines.findings.places import Place, Source
from pipelines.findings.tables import _as_recognised

SOURCE = Source(report_id="a", year=2024, unit_name="教育局", level="", version=1)
OTHER = Source(report_id="b", year=2023, unit_name="教育局", level="", version=1)
PLACES = {
    key: Place(page=page, name="合计", text="1.00", counted_in="万元", decimals=2, source=source)
    for key, page, source in (("x", 3, SOURCE), ("y", 4, SOURCE), ("z", 4, OTHER))
}


def told(*amounts: str, page: int | None = None) -> tuple[str, str]:
    finding = {
        "report_id": "a",
        "page": page,
        "amount_ids": list(amounts),
        "sentence_zh": "不符。",
        "sentence_en": "No.",
    }
    said = _as_recognised(finding, PLACES, {("a", 3), ("b", 4)})
    return said["sentence_zh"], said["sentence_en"]


def test_by_its_numbers_or_its_page():
    for said in (told("x"), told("y", "x"), told("z"), told(page=3)):
        assert said == (
            "不符。所依据的数由扫描图片识别，请对照原页。",
            "No. What it rests on was read off a scan: compare it with the page.",
        )


def test_one_of_printed_text_says_nothing_of_it():
    assert told("y", page=4) == told(page=None) == ("不符。", "No.")
