"""CONTRIBUTING.md names every real report that a test asks for, and what lies there is what it says."""

import hashlib
import re

import pytest

from pipelines.settings import PROJECT
from tests.support import real_reports


def test_a_stranger_is_told_of_every_real_report():
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (\S+\.pdf) \| ([0-9a-f]{12}) \|", text, re.MULTILINE)
    assert sorted(told) == sorted((report.name, report.digest) for report in real_reports.REAL_REPORTS)


@pytest.mark.parametrize("report", real_reports.REAL_REPORTS, ids=lambda report: report.name)
def test_a_report_that_lies_there_is_the_one_that_is_meant(report):
    if not report.path.exists():
        pytest.skip(f"needs {report.path}, which is not part of the repository: see CONTRIBUTING.md")
    assert hashlib.sha256(report.path.read_bytes()).hexdigest().startswith(report.digest)


@pytest.mark.parametrize(("part", "count"), [("样本", 0), ("2024", 5)])
def test_a_test_that_asks_for_no_known_report_is_told(part, count):
    with pytest.raises(LookupError, match=f"names {count} reports"):
        real_reports.called(part)
