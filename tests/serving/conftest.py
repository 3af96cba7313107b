"""What the tests of the servers share: the three published reports in a warehouse that no other test holds open.

The desk opens it with limits of its own, which DuckDB allows a process only while nobody has the same file open without them.
"""

from shutil import copytree

import pytest

from pipelines.settings import Places


@pytest.fixture(scope="session")
def small(small: Places, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The published reports that all tests share (tests/conftest.py), copied."""
    folder = tmp_path_factory.mktemp("served")
    return Places(small.raw, copytree(small.warehouse, folder / "warehouse"))
