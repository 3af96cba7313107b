"""Writes tests/snapshots/findings_finals.txt: every sentence of every finding on the real final accounts.

Belongs here: writing it, where the reports are (CONTRIBUTING.md). Does not belong here: comparing it
(tests/findings/test_sentences_of_real_reports.py). Who accepts a change reads each changed sentence beside its page.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.settings import PROJECT
from tests.support import real_reports
from tests.support.desk import real_finals

SNAPSHOT = PROJECT / "tests" / "snapshots" / "findings_finals.txt"


def main() -> int:
    """Write the snapshot; where a report is missing, say which and leave it as it is."""
    missing = [path for part in real_finals.FINALS if not (path := real_reports.called(part).path).exists()]
    if missing:
        print(f"{SNAPSHOT.relative_to(PROJECT)} is left as it is: it needs {missing[0]} (CONTRIBUTING.md)")
        return 0
    with TemporaryDirectory() as folder:
        connection = real_finals.fill(Path(folder), lambda part: real_reports.called(part).path)
        SNAPSHOT.write_text("\n".join(real_finals.sentences(connection)), encoding="utf-8")
    print(SNAPSHOT.relative_to(PROJECT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
