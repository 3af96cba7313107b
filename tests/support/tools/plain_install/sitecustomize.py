"""Sitecustomize: a Python that is started with this folder on its path has no recognisers of scans, as a plain install has none.

Belongs here: hiding the extra, on a machine that has it. Does not belong here: who is started so (tests/studies/guides.py).
"""

import sys
from typing import Any

NOT_THERE: dict[str, Any] = dict.fromkeys(("rapidocr", "rapidocr_onnxruntime"))
"""What an import finds of them: nothing."""
sys.modules.update(NOT_THERE)
