"""The server of the evidence pages: files of the folder and nothing else, to those who may ask."""

import http.client
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from starlette.testclient import TestClient

from pipelines.outputs.documents import markdown
from pipelines.serving import listening, pages
from pipelines.serving.guard import names
from pipelines.settings import PROJECT


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A book with a folder without an index, links that lead out and in, and a file beside it."""
    around = tmp_path_factory.mktemp("around")
    (around / "secret.html").write_text("secret")
    book = around / "book"
    (book / "report").mkdir(parents=True)
    (book / "index.html").write_text("the book")
    (book / "report" / "a.html").write_text("a report")
    (book / "out.html").symlink_to(around / "secret.html")
    (book / "in.html").symlink_to(book / "report" / "a.html")
    (book / "around").symlink_to(around)
    return book


@pytest.fixture(scope="module")
def port(folder) -> Iterator[int]:
    with listening.listen(0) as socket:
        command = [sys.executable, "-m", "pipelines.serving.pages", "--folder", str(folder)]
        server = subprocess.Popen([*command, "--socket", str(socket.fileno())], cwd=PROJECT, pass_fds=[socket.fileno()])
        yield listening.port(socket)
        server.terminate()
        assert server.wait(30) in (0, -15)


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, str, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), answer.headers


def test_files_of_the_folder_are_handed_out(port):
    assert ask(port, "/")[:2] == (200, "the book")
    assert ask(port, "/report/a.html")[:2] == (200, "a report")
    assert ask(port, "/in.html")[:2] == (200, "a report")
    assert ask(port, "/", "HEAD")[:2] == (200, "")


@pytest.mark.parametrize(
    "path",
    ["/report/", "/report", "/around/", "/around/secret.html", "/out.html", "/../secret.html", "/%2e%2e/secret.html",
     "/report/..%2f..%2fsecret.html", "//secret.html", "/none.html", "/a%00b"],
)  # fmt: skip
def test_nothing_else_is_and_no_folder_is_listed(port, path):
    status, said, _ = ask(port, path)
    assert status == 404
    assert "secret" not in said
    assert "a.html" not in said


def test_nothing_is_taken(port):
    assert ask(port, "/", "POST", content_type="application/json")[0] == 405
    assert ask(port, "/", "PUT")[0] == 405
    assert ask(port, "/", "DELETE")[0] == 405


def test_others_are_refused(port):
    assert ask(port, "/", Host="evil.example")[0] == 421
    assert ask(port, "/", Origin="http://evil.example")[0] == 403
    assert ask(port, "/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")[0] == 403


def test_every_answer_says_what_a_browser_may_do_with_it(port):
    for path in ("/", "/none.html"):
        headers = ask(port, path)[2]
        assert headers["Content-Security-Policy"] == pages.POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Server" not in headers


def test_a_port_that_is_taken_is_told():
    with listening.listen(0) as socket, pytest.raises(listening.Taken, match=r"^port \d+ is taken, maybe by another"):
        listening.listen(listening.port(socket))
    with pytest.raises(listening.Taken, match=r"^there is no port 99999"):
        listening.listen(99999)


HAS, LACKS, NONE = "0" * 16, "1" * 16, "2" * 16
"""Reports: one that the desk has, one that has a page in the book alone, one that has neither."""


class Desk(BaseHTTPRequestHandler):
    """A desk that has one report."""

    def do_HEAD(self) -> None:
        self.send_response(200 if self.path == f"/report/{HAS}" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def desk() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Desk) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_link_from_dagster_leads_to_the_desk_where_it_runs_and_has_the_report(folder, desk):
    for key in (HAS, LACKS):
        (folder / "report" / f"{key}.html").write_text(f"page {key}")
    own = "http://127.0.0.1:3001"
    with TestClient(pages.app(folder, names(3001), desk), base_url=own, follow_redirects=False) as running:
        sent = running.get(markdown.link(own, HAS * 4, "f1"))
        assert (sent.status_code, sent.headers["location"]) == (303, f"{desk}/report/{HAS}"), "a browser keeps the #"
        assert running.get(markdown.link(own, LACKS * 4, "f1")).text == f"page {LACKS}"
        assert running.get(f"/report/{HAS}.html").text == f"page {HAS}", "a page of the book leads to pages of the book"
        assert running.get("/report/a.html?to=desk").text == "a report"
        none = running.get(markdown.link(own, NONE * 4, "f1"))
        assert (none.status_code, "make desk" in none.text) == (404, True)
    with listening.listen(0) as silent:
        nobody = f"http://127.0.0.1:{listening.port(silent)}"
    with TestClient(pages.app(folder, names(3001), nobody), base_url=own, follow_redirects=False) as alone:
        assert alone.get(markdown.link(own, HAS * 4, "f1")).text == f"page {HAS}"
    public = "https://accounts.example.org"
    with TestClient(pages.app(folder, names(3001, public), desk), base_url=own, follow_redirects=False) as shown:
        assert shown.get(markdown.link(own, HAS * 4, "f1")).text == f"page {HAS}", "nobody elsewhere reaches this desk"
