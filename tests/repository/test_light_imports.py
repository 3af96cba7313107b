"""What needs no heavy library imports none: help, the closing lines of a run with nothing new."""

import json
import subprocess
import sys

import pytest

from pipelines.settings import PROJECT

HEAVY = {"scipy", "pdfplumber", "pdfminer", "pypdfium2", "great_expectations", "dagster", "pandas", "jinja2"}
"""Libraries that take a second to import; duckdb and pyarrow are what a warehouse is read with."""


def heavy_after(code: str, heavy: set[str] = HEAVY) -> set[str]:
    """The heavy libraries a fresh process has imported after running `code`."""
    said = f"{code}\nimport json, sys\nprint(json.dumps(sorted(name for name in sys.modules if '.' not in name)))"
    done = subprocess.run([sys.executable, "-c", said], cwd=PROJECT, capture_output=True, text=True, check=True)
    return heavy.intersection(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        "import sys; sys.argv = ['final-accounts', '--help']\n"
        "from pipelines.cli import main\ntry:\n    main.main()\nexcept SystemExit:\n    pass",
        "from pipelines.cli import summary",
        "from pipelines.warehouse import freshness",
        "from pipelines.vocabulary.text import one_line, squeeze",
        "from pipelines.doubts import Doubt",
        "from pipelines.limits import Limits; from pipelines.settings import Places",
    ],
)
def test_light_things_import_nothing_heavy(code):
    assert heavy_after(code) == set()


def test_a_process_that_is_started_to_read_imports_no_command():
    """It loads the main module of the one that started it, by this name."""
    said = "import runpy, sys; runpy.run_module('pipelines', run_name='__mp_main__'); print('pipelines.cli' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_run_imports_what_all_runs_need():
    """Great Expectations judge where all is new, scipy looks for several changes at once, workers read PDFs."""
    heavy = HEAVY - {"dagster", "jinja2"}
    assert heavy_after("from pipelines.orchestration import run") & heavy == set()
    assert heavy_after("from pipelines.warehouse import build; build.build") & heavy == set()


WORKER = """
from pipelines.reading import working

def say(*_):
    raise InterruptedError

working.answers.send = say
try:
    working.work(open("/dev/null"), 1, None, "pipelines.reading.tasks")
except InterruptedError:
    pass
"""


def test_a_process_that_reads_has_no_numpy_until_it_asks_for_it():
    watched = {"numpy", "pyarrow", "pypdfium2"}
    assert heavy_after(WORKER, watched) == {"pyarrow", "pypdfium2"}
    assert heavy_after(f"{WORKER}import numpy", watched) == watched


ASKED = "import duckdb, pyarrow\n{0}\nduckdb.execute('select ?', ['a']), pyarrow.array([['a']])"


def test_what_others_load_unasked_is_kept_out_until_it_is_let_in():
    assert heavy_after(ASKED.format("")) == {"pandas"}
    assert (
        heavy_after(ASKED.format("from pipelines.sparing import keep_out, let_in; keep_out()") + "; let_in()") == set()
    )
    let_in = "; let_in(); frame = duckdb.sql('select 1 as a').df(); assert frame.shape == (1, 1)"
    assert heavy_after(ASKED.format("from pipelines.sparing import keep_out, let_in; keep_out()") + let_in) == {
        "pandas"
    }


def test_a_heavy_import_would_be_seen():
    assert heavy_after("from pipelines.findings.localization import milp") == {"scipy"}
