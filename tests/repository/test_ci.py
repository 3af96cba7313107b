"""What CI runs: lint and tests, with the browser where the system can bring it; run here with programs that only note the call."""

import shutil
import subprocess
from pathlib import Path

import pytest

from pipelines.settings import PROJECT

NEEDED = ("bash", "dirname", "timeout")
DOES = ["make ocr", "make lint", "make site", "make test", "make audit"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the script and programs beside it, on a path of its own: `make` and `id`, no Chromium."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(PROJECT / ".ci" / "run", tmp_path / ".ci" / "run")
    (tmp_path / "bin").mkdir()
    for name in NEEDED:
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    program(tmp_path, "make", 'echo "make $@" >> calls')
    program(tmp_path, "id", "echo 0")
    return tmp_path


def program(project: Path, name: str, does: str) -> None:
    path = project / "bin" / name
    path.write_text(f"#!{shutil.which('bash')}\n{does}\n", encoding="utf-8")
    path.chmod(0o755)


def ci(project: Path) -> tuple[int, list[str], str]:
    """Exit status, the calls in order, and what was said."""
    done = subprocess.run(
        [project / ".ci" / "run"], cwd=project.parent, env={"PATH": str(project / "bin")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    calls = project / "calls"
    return done.returncode, calls.read_text(encoding="utf-8").splitlines() if calls.exists() else [], done.stdout


def test_ci_lints_and_then_runs_the_command_of_the_readme(project):
    assert ci(project)[:2] == (0, DOES)
    assert "`make test`" in (PROJECT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("failing", ["lint", "site", "test", "audit"])
def test_ci_fails_where_one_of_them_fails(failing, project):
    program(project, "make", f'echo "make $@" >> calls; [ "$1" != {failing} ]')
    status, calls, _ = ci(project)
    assert status != 0
    assert calls[-1] == f"make {failing}"


def test_what_reads_scans_is_no_condition(project):
    program(project, "make", 'echo "make $@" >> calls; [ "$1" != ocr ]')
    status, calls, said = ci(project)
    assert (status, calls) == (0, DOES)
    assert "its tests are skipped" in said


INSTALL = ["apt-get -qq update", "apt-get -qq install -y --no-install-recommends chromium"]
NOTE = 'echo "apt-get $@" >> calls'


def test_ci_installs_the_browser_where_it_is_missing_and_it_may(project):
    program(project, "apt-get", f'{NOTE}; [ "$2" = update ] || printf "" > bin/chromium; chmod +x bin/chromium || :')
    (project / "bin" / "chmod").symlink_to(shutil.which("chmod"))
    status, calls, said = ci(project)
    assert (status, calls, said) == (0, [*INSTALL, *DOES], "")


@pytest.mark.parametrize("why", ["it fails", "nobody may", "it is there"])
def test_ci_goes_on_without_installing(why, project):
    program(project, "apt-get", f"{NOTE}; false" if why == "it fails" else NOTE)
    if why == "nobody may":
        program(project, "id", "echo 1000")
    if why == "it is there":
        program(project, "chromium-browser", "")
    status, calls, said = ci(project)
    assert (status, calls[-5:]) == (0, DOES)
    assert calls[:-5] == (INSTALL[:1] if why == "it fails" else [])
    assert ("no Chromium" in said) == (why != "it is there")


@pytest.mark.parametrize(("uv", "works", "without"), [(True, True, False), (False, True, False), (False, False, True)])
def test_ci_installs_with_uv_where_it_can_be_had(uv, works, without, project):
    for name, does in (("python3", "echo venv >> calls" if works else "false"), ("timeout", "echo pip >> calls")):
        (project / "bin" / name).unlink(missing_ok=True)
        program(project, name, does)
    program(project, "chromium", "")
    if uv:
        program(project, "uv", "")
    status, calls, told = ci(project)
    assert (status, calls[-5:]) == (0, DOES)
    assert calls[:-5] == (["venv", "pip"] if works and not uv else [])
    assert told.startswith("no uv") is without
