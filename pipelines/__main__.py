"""Run the command line: python -m pipelines.

A process that is started to read loads this module once more, by another name, and needs nothing of it.
"""

import sys

if __name__ == "__main__":
    from pipelines.cli.main import main

    sys.exit(main())
