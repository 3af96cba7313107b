"""The linter of sql/ as pyproject.toml sets it: it says what is wrong, reads what we write, and says nothing of our habits."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.settings import PROJECT

WRONG = {
    "CP01": "SELECT form from reading.form",
    "LT01": "select form,page from reading.form",
    "LT12": "select form from reading.form\n\n",
    "AL01": "select one.form from reading.form one",
    "AL05": "select page from reading.form as one",
    "CV01": "select form from reading.form where page <> 1",
    "ST01": "select case when page = 1 then form else null end as first from reading.form",
    "ST03": "with dead as (select form from reading.form) select page from reading.form",
    "ST11": "select one.form from reading.form as one left join reading.token as two on two.page = one.page",
    "PRS": "select form from from reading.form",
}
"""Rule → a SELECT that breaks it."""
OURS = {
    "parameter": "select form, page from reading.form where report_id = $report and page in (1, $page)",
    "macro": "create or replace macro pick(f) as table select page from reading.form where form = f;",
    "from_first": "select form from reading.form where not exists (from reading.token as one where one.page = form.page)",
    "kernel": "select term.code from (\n-- (the identities' ratios)\n) as term",
    "two_terms": "with stated as (select form as instance from reading.form)\nfrom two_terms('stated')",
    "map": "select map_extract_value(map {'a': 1, 'b': 2}, form) as number, sides.side from reading.form, (values (1)) as sides(side)",
    "by_hand": "select form, page, if(page = 1,\n    'first', null) as said, 1 from reading.form join reading.token using (page) order by form desc, page",
}
"""What it must read and let be."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory) -> dict[str, set[str]]:
    """Name of a SELECT → the rules it breaks."""
    folder: Path = tmp_path_factory.mktemp("sql")
    for name, sql in (WRONG | OURS).items():
        (folder / f"{name}.sql").write_text(f"{sql}\n", encoding="utf-8")
    command = [
        Path(sys.executable).with_name("sqlfluff"),
        "lint",
        "--config",
        PROJECT / "pyproject.toml",
        "--format",
        "json",
        folder,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {
        Path(one["filepath"]).stem: {found["code"] for found in one["violations"]} for one in json.loads(done.stdout)
    }


@pytest.mark.parametrize("rule", WRONG)
def test_it_finds_what_is_wrong(rule, broken):
    assert rule in broken[rule]


@pytest.mark.parametrize("name", OURS)
def test_it_reads_what_we_write_and_says_nothing_of_it(name, broken):
    assert broken[name] == set()
