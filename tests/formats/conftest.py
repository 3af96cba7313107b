"""What the tests of formats share: a report read from a PDF once, to be written in other formats."""

import pytest

from pipelines.pdf import read_source
from pipelines.reading.readings import Reading
from pipelines.reading.report import read_once
from pipelines.settings import PROJECT


@pytest.fixture(scope="session")
def sample() -> Reading:
    """A drawn final account with its prose, as its PDF was read."""
    [path] = (PROJECT / "raw" / "2024").glob("*决算.pdf")
    return read_once(read_source(path), None)
