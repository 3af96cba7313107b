"""Main job: the command that makes the warehouse, in lots of about one report so that a few make several: `python -m …`.

Belongs here: that program. Does not belong here: where and by whom (the environment), what is asserted (tests/cluster).
"""

import sys

from pipelines.cli.main import main
from pipelines.warehouse import lots

if __name__ == "__main__":
    lots.MOST = 1
    sys.argv = ["final-accounts", "warehouse", "--language", "en"]
    sys.exit(main())
