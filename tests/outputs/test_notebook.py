"""The notebook runs whole over a published warehouse: its charts hold what the star holds, under Chinese titles, without an outside host."""

import importlib.util
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import altair as alt
import duckdb
import pytest

from pipelines.settings import PROJECT
from tests.support.tools import browser

NOTEBOOK = PROJECT / "notebooks" / "six_questions.py"
CHARTS = ("where_it_goes", "budget_and_final", "does_it_add_up", "where_it_is_worst", "what_breaks", "budget_or_more")


@pytest.fixture(scope="module")
def defined(small) -> dict[str, object]:
    """What the cells of the notebook define when it is run over the small warehouse."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINAL_ACCOUNTS_WAREHOUSE", str(small.warehouse))
        spec = importlib.util.spec_from_file_location(NOTEBOOK.stem, NOTEBOOK)
        notebook = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(notebook)
        return dict(notebook.app.run()[1])


@pytest.fixture
def warehouse(small) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(small.database, read_only=True) as connection:
        yield connection


def reports(warehouse: duckdb.DuckDBPyConnection) -> set[str]:
    return {
        f"{unit} {year}"
        for unit, year in warehouse.sql(
            "select unit_name, fiscal_year from star.dim_report join star.dim_unit using (unit_key) where is_current"
        ).fetchall()
    }


def test_the_warehouse_is_opened_read_only(defined):
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        defined["warehouse"].execute("delete from star.dim_report")


def test_six_charts_with_chinese_titles_that_vega_lite_accepts(defined):
    for name in CHARTS:
        chart = defined[name]
        assert isinstance(chart, alt.Chart)
        said = chart.to_dict(validate=True)
        assert re.match(r"[一二三四五六]、[“一-鿿]", said["title"]), name
        assert "Noto Sans CJK SC" in said["config"]["font"]
        titles = re.findall(r'"title": "([^"]*)"', json.dumps(said["encoding"], ensure_ascii=False))
        assert titles
        assert all(re.search(r"[一-鿿]", title) for title in titles), name


def test_amounts_of_all_reports_have_one_scale(defined):
    """A bar twice as long is twice the money, in whichever panel."""
    for name, axis in (("where_it_goes", "x"), ("budget_and_final", "y")):
        resolved = defined[name].to_dict().get("resolve", {}).get("scale", {})
        assert resolved.get(axis, "shared") == "shared", name


def test_make_opens_it_as_an_app_and_to_change_it_on_demand():
    def said(*words: str) -> str:
        command = ["make", "--no-print-directory", "-n", "notebook", *words]
        return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout

    assert " -m marimo run " in said()
    assert " -m marimo edit " in said("EDIT=1")


def test_spending_is_that_of_the_star(defined, warehouse):
    spent = defined["spent"]
    total, project = warehouse.sql(
        "select sum(amount_yuan)::double / 10000, (sum(amount_yuan) filter (nature = 'project'))::double / 10000"
        " from star.fact_expenditure where scope = 'all_funds'"
    ).fetchone()
    assert set(spent.report) == reports(warehouse)
    assert spent.wan_yuan.sum() == pytest.approx(total)
    assert spent.wan_yuan[spent.nature == "项目支出"].sum() == pytest.approx(project)
    assert spent["class"].str.fullmatch(r"\d{3} [一-鿿、]+").all()


def test_public_expenses_are_those_of_the_star(defined, warehouse):
    public = defined["public"]
    for phase, named in (("budget", "预算数"), ("final", "决算数")):
        total = warehouse.execute(
            "select sum(amount_yuan)::double / 10000 from star.fact_three_public where phase = ? and measure = 'amount'",
            [phase],
        ).fetchone()[0]
        assert public.wan_yuan[public.phase == named].sum() == pytest.approx(total)
        assert total > 0


def test_outcomes_are_counted_as_the_checks_have_them(defined, warehouse):
    judged = defined["judged"]
    counts = dict(warehouse.sql("select outcome, count(*) from checks.outcome group by all").fetchall())
    assert judged["count"][judged.outcome == "不符"].sum() == counts["violation"] > 0
    assert judged["count"].sum() == sum(counts.values()) - counts["not_evaluable"]
    assert set(judged.report) == reports(warehouse)


def test_findings_are_those_of_the_warehouse(defined, warehouse):
    [(total,)] = warehouse.sql("select count(*) from findings.finding where not is_waived").fetchall()
    assert defined["found"]["count"].sum() == total > 0
    [(broken,)] = warehouse.sql("select count(*) from checks.outcome where outcome = 'violation'").fetchall()
    assert 0 < defined["broken"]["count"].sum() <= broken


def test_an_item_of_the_budget_is_a_point(defined, warehouse):
    completed = defined["completed"]
    assert len(completed) > 20
    assert (completed.percent - 100 * completed.final / completed.budget).abs().max() < 0.01


def test_marimo_finds_nothing_to_mend_in_the_file():
    done = subprocess.run(
        [sys.executable, "-m", "marimo", "check", "--strict", str(NOTEBOOK)],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def served(small) -> Iterator[str]:
    """The address of the notebook served on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "marimo", "run", "--headless", "--no-token", "--host", "127.0.0.1"]
    told = os.environ | {"FINAL_ACCOUNTS_WAREHOUSE": str(small.warehouse), "MARIMO_SKIP_UPDATE_CHECK": "1"}
    server = subprocess.Popen(
        [*command, "--port", str(port), str(NOTEBOOK)], env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        _until(lambda: _answers(address), "the notebook's server does not answer")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=300)


def _answers(address: str) -> bool:
    try:
        return urllib.request.urlopen(address, timeout=60).status == 200
    except (URLError, OSError):
        return False


def _until(holds, otherwise: str, seconds: float = 900) -> None:
    """Wait until something holds; wide, as a machine that is busy with something else takes ten times as long."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, otherwise
        time.sleep(0.5)


DRAWN = """
[...document.querySelectorAll('marimo-mime-renderer')].map(e => e.shadowRoot && e.shadowRoot.querySelector('canvas'))
  .filter(c => c && c.getBoundingClientRect().height > 300).length
"""


@pytest.mark.skipif(
    browser.PROGRAM is None, reason="needs Chromium: apt-get install chromium; the notebook was not opened"
)
def test_the_charts_are_drawn_in_a_browser_that_asks_nobody_outside(served, tmp_path: Path):
    with browser.browser(tmp_path) as tab:
        tab.open(served, 1100, 6400)
        _until(lambda: tab.ask(DRAWN) == len(CHARTS), "the charts are not drawn")
        hosts = {re.match(r"\w+://([^/]*)", request).group(1) for request in tab.requests if "://" in request}
        assert hosts == {served.split("/")[2]}
        assert "部门决算：六个问题" in tab.ask("document.body.innerText")
