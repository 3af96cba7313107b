"""A run that meets scans without what reads them says in one line how to install it."""

from pathlib import Path

import duckdb
import pytest

from pipelines.cli import summary
from pipelines.queries import Warehouse
from pipelines.settings import Places


@pytest.mark.parametrize(
    ("recognisers", "said"),
    [
        (["none", "", "rapidocr 3.10.0"], ["  reports with scanned pages that were not read: 1; make ocr installs"]),
        (["left", "left", ""], ["  reports with scanned pages left unread, as the setting scans says: 2"]),
        (["", "rapidocr 3.10.0"], []),
    ],
)
def test_the_line(recognisers, said):
    with duckdb.connect() as connection:
        connection.execute(
            "create schema reading; create table reading.report as select unnest(?) as recognisers", [recognisers]
        )
        lines = summary._scans_line(Warehouse(connection, Places(Path("raw"), Path("warehouse"))))
        assert [line.of("en")[: len(said[0])] for line in lines] == said
