"""What tests of reading pages share: a sound report to be spoiled."""

import pytest

from tests.support.faults.damages import Base
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper


@pytest.fixture(scope="session")
def base(tmp_path_factory) -> Base:
    """A drawn report with what is read of it; a test that spoils it makes a Base of its own (replace)."""
    layout = layouts.layout("shanghai_one_column")
    path = tmp_path_factory.mktemp("sound") / "report.pdf"
    paper.draw(layouts.paper(figures.report(5), layout), path, layout.style)
    return Base(path, path.read_bytes(), read_report(path, None))
