"""The PDF of an archive that a figure stands in, opened on the desk at the figure's page."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.serving.desk.application import app
from pipelines.serving.guard import names
from pipelines.settings import Places
from pipelines.warehouse import build, database
from tests.support.files.archives import packed

PAGE = f"<html><p>{'部门决算说明' * 9}</p></html>".encode()


@pytest.fixture
def archived(small: Places, tmp_path: Path) -> Places:
    """One published report: a PDF behind a web page, packed."""
    places = Places(tmp_path / "raw", tmp_path / "warehouse")
    (places.raw / "2024").mkdir(parents=True)
    pdf = (small.raw / "2024" / "民政局.pdf").read_bytes()
    (places.raw / "2024" / "公开.zip").write_bytes(packed({"a.html": PAGE, "b/决算.pdf": pdf}))
    files = raw_files(places.raw)
    list(batch.read_all(files, places, 1))
    build.build(places, files, 1)
    return places


def test_the_pdf_of_an_archive_is_opened_at_the_page_of_a_figure(archived: Places, small: Places):
    with database.connect(archived.database) as connection:
        [(figure, page)] = connection.execute(
            "select amount_id, page from reading.amount where value is not null order by amount_id limit 1"
        ).fetchall()
    with TestClient(app(archived, names(3002)), base_url="http://127.0.0.1:3002", follow_redirects=False) as client:
        key = figure[:16]
        shown = client.get(f"/figure/{figure}").text
        assert f"/pdf/{key}?page={page}" in shown
        assert f"第{page - 1}页" in shown
        led = client.get(f"/pdf/{key}?page={page}")
        assert led.headers["location"].endswith(f"#page={page - 1}")
        opened = client.get(led.headers["location"])
        assert opened.headers["content-type"] == "application/pdf"
        assert opened.content == (small.raw / "2024" / "民政局.pdf").read_bytes()
        whole = client.get(f"/pdf/{key}?member=none.pdf")
        assert (whole.content[:2], whole.headers["content-type"]) == (b"PK", "application/octet-stream")
