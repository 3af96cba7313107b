"""Where the real reports lie that are not part of the repository.

Belongs here: their folder. Does not belong here: skipping where it is not there (tests/conftest.py).
"""

from pipelines.settings import PROJECT

SHARED_REPORTS = PROJECT.parent / "shared" / "reports"
