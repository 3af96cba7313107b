"""Fixtures shared by the tests: the real reports (skipped, and said so, where they are not there) and places."""

import os
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from pipelines.settings import Places
from tests.support import real_reports

os.environ["FINAL_ACCOUNTS_LANGUAGE"] = "en"
"""Commands speak English to tests, whatever the locale of the machine; a test of the Chinese asks for it."""

hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")
"""How long an example takes is the machine's business: one that is busy fails no test."""


@pytest.fixture(scope="session")
def real_report() -> Callable[[str], Path]:
    """A real report by a part of its file name."""

    def find(part: str) -> Path:
        report = real_reports.called(part)
        if not report.path.exists():
            pytest.skip(f"needs {report.path}, which is not part of the repository: see CONTRIBUTING.md")
        return report.path

    return find


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Empty raw and warehouse folders."""
    raw = tmp_path / "raw"
    raw.mkdir()
    return Places(raw, tmp_path / "warehouse")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Three published reports with misprints among them (tests/support/desk/published.py); tests only read the warehouse."""
    from tests.support.desk import published

    folder = tmp_path_factory.mktemp("small")
    return published.publish(Places(folder / "raw", folder / "warehouse"))
