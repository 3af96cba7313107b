"""Fixtures shared by the tests: the real reports (skipped, and said so, where they are not there) and places."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.settings import Places
from tests.support.real_reports import SHARED_REPORTS


@pytest.fixture(scope="session")
def real_report() -> Callable[[str], Path]:
    """A real report by a part of its file name."""

    def find(part: str) -> Path:
        found = [path for path in SHARED_REPORTS.glob("*.pdf") if part in path.name]
        if not found:
            pytest.skip(f"needs the real report {part} in {SHARED_REPORTS}, which is not part of the repository")
        return found[0]

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
