"""`make audit`: a known vulnerability fails it; where nobody can be asked it says so in one line and fails nothing."""

import importlib.util
import json
import subprocess
from types import ModuleType, SimpleNamespace

import pytest

from pipelines.settings import PROJECT

CLEAN = {"name": "a", "version": "1", "vulns": []}
BAD = {
    "name": "b",
    "version": "2",
    "vulns": [{"id": "CVE-1", "fix_versions": ["2.1"]}, {"id": "CVE-2", "fix_versions": []}],
}
UNKNOWN = {"name": "c", "skip_reason": "not found: c (3)"}


@pytest.fixture
def audit(tmp_path, monkeypatch) -> ModuleType:
    """The script in a project of one lock file, with pip-audit there."""
    spec = importlib.util.spec_from_file_location("audit", PROJECT / ".ci" / "audit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "requirements.lock").touch()
    (tmp_path / "audit" / "bin").mkdir(parents=True)
    (tmp_path / "audit" / "bin" / "pip-audit").touch()
    monkeypatch.setattr(module, "PROJECT", tmp_path)
    monkeypatch.setattr(module, "TOOL", tmp_path / "audit")
    return module


def answer(audit: ModuleType, monkeypatch, *packages: dict, said: str | None = None) -> None:
    out = json.dumps({"dependencies": packages}) if said is None else said
    done = SimpleNamespace(stdout=out, stderr="Traceback\nno such host", returncode=1)
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: done)


@pytest.mark.parametrize(
    ("packages", "status", "lines"),
    [
        ([CLEAN], 0, ["audited: 1 packages in 1 lock files, 0 known vulnerabilities"]),
        ([CLEAN, UNKNOWN], 0, ["not audited: 1 of 2 packages, the first: not found: c (3)", "audited: 1 packages in 1 lock files, 0 known vulnerabilities"]),
        ([UNKNOWN], 0, ["not audited: 1 of 1 packages, the first: not found: c (3)"]),
        ([CLEAN, BAD], 1, ["requirements.lock: b 2: CVE-1, mended in 2.1", "requirements.lock: b 2: CVE-2, mended in no version yet",
                           "audited: 2 packages in 1 lock files, 2 known vulnerabilities"]),
    ],
)  # fmt: skip
def test_what_is_known_is_said(packages, status, lines, audit, monkeypatch, capsys):
    answer(audit, monkeypatch, *packages)
    assert audit.main() == status
    assert capsys.readouterr().out.splitlines() == lines


def test_an_index_that_cannot_be_reached_fails_nothing(audit, monkeypatch, capsys):
    answer(audit, monkeypatch, said="")
    assert audit.main() == 0
    assert capsys.readouterr().out == "not audited: no such host\n"


def test_an_answer_that_does_not_come_fails_nothing(audit, monkeypatch, capsys):
    def wait(command, timeout, **_):
        assert 0 < timeout <= audit.SECONDS
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(audit.subprocess, "run", wait)
    assert audit.main() == 0
    assert capsys.readouterr().out == "not audited: no answer within 60 s\n"


def test_a_tool_that_cannot_be_installed_fails_nothing(audit, monkeypatch, capsys):
    (audit.TOOL / "bin" / "pip-audit").unlink()
    monkeypatch.setattr(audit.venv, "create", lambda *_, **__: None)
    answer(audit, monkeypatch, said="")
    assert audit.main() == 0
    assert capsys.readouterr().out == "not audited: no such host\n"


def test_every_lock_file_is_asked_for(audit):
    """By the pattern of the script, in the project itself."""
    assert {path.name for path in PROJECT.glob("requirements*.lock")} == {
        "requirements.lock",
        "requirements-cluster.lock",
        "requirements-dev.lock",
        "requirements-notebook.lock",
        "requirements-ocr.lock",
        "requirements-site.lock",
        "requirements-sql.lock",
    }
