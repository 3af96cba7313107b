"""The server of the evidence pages: files of the folder and nothing else, to those who may ask."""

import http.client
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.serving import listening, pages
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
    with pytest.raises(listening.Taken, match=r"^port 99999 cannot be listened on"):
        listening.listen(99999)
