"""`make ui` where it cannot begin: one sentence, exit status 2, nothing started."""

import subprocess
import sys

import pytest

from pipelines.cli import desk
from pipelines.serving import listening
from pipelines.settings import PROJECT, Places
from tests.support.tools.daemon import free_port


def ui(places: Places, port: int, book_port: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipelines", "ui", "--raw", str(places.raw), "--warehouse", str(places.warehouse)]
    return subprocess.run(
        [*command, "--port", str(port), "--book-port", str(book_port)], cwd=PROJECT, capture_output=True, text=True, check=False
    )  # fmt: skip


@pytest.mark.parametrize("option", ["--port", "--book-port"])
def test_a_port_that_is_taken_is_said_in_one_sentence(places, option):
    with listening.listen(0) as socket:
        taken = listening.port(socket)
        done = ui(places, *((taken, free_port()) if option == "--port" else (free_port(), taken)))
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == f"port {taken} is taken, maybe by another `make ui` or `make desk`: end that one, or choose another port ({option})\n"
    )
    assert not places.warehouse.exists()


def test_the_desk_says_so_too(places):
    with listening.listen(0) as socket, pytest.raises(listening.Taken, match=r"^port \d+ is taken"):
        desk.serve(places, listening.port(socket), "en")
    with pytest.raises(listening.Taken, match=r"^there is no port 99999: "):
        desk.serve(places, 99_999, "en")


def test_a_warehouse_that_takes_no_file_is_told(places):
    places.warehouse.touch()
    done = ui(places, free_port(), free_port())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{places.warehouse} cannot be written to: ")
    assert len(done.stderr.splitlines()) == 1
