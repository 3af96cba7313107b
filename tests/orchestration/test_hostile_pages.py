"""The Dagster UI in a headless Chromium with a report whose words are Markdown: nothing is asked for when its pages are opened.

Debian's `chromium` is needed; where it is missing these tests are skipped and say so.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.outputs.addresses import page_address
from pipelines.settings import BOOK_URL, PROJECT, Places, raw_files
from tests.support.desk import published
from tests.support.figures import figures
from tests.support.paper import layouts, paper
from tests.support.tools import browser, daemon

pytestmark = pytest.mark.skipif(
    browser.PROGRAM is None,
    reason="needs Chromium: apt-get install chromium; no page of Dagster was opened in a browser",
)
MUTATION = 'mutation{wipeAssets(assetPartitionRanges:[{assetKey:{path:["suites","within_form"]}}]){__typename}}'
LABEL = f"![a](</graphql?query={MUTATION}>)<img/src=/graphql?query=b>[c](http://c.example)http://d.example/"
"""A row label: pictures whose address is a mutation that wipes what is known of the suite, and links."""
UNIT = "样本市样本__http://e.example/__局"
PAGE = "/assets/suites/within_form?view=checks&checkDetail=W3_01"
TEXTS = "[...document.querySelectorAll('.dagster-markdown')].map(e => e.textContent).join('\\n')"
ADDRESSES = "[...document.querySelectorAll('.dagster-markdown a, .dagster-markdown img')].map(e => e.href || e.src)"
BUTTON = "[...document.querySelectorAll('a')].find(a => a.textContent == '[Show Markdown]')"


def draw(path: Path) -> None:
    """A report with a misprint in a row of T3 that is called as above."""
    drawn = layouts.paper(figures.next_year(figures.report(5, year=2023, unit=UNIT)), published.LAYOUT)
    labelled = published.misprinted(drawn, "支出决算表", "科学技术管理事务", LABEL)
    misprinted = published.misprinted(labelled, "支出决算表", published.TRUE, published.PRINTED)
    path.parent.mkdir(parents=True)
    paper.draw(misprinted, path, published.LAYOUT.style)


@pytest.fixture(scope="module")
def places(tmp_path_factory) -> Places:
    """A warehouse made of the report."""
    folder = tmp_path_factory.mktemp("hostile")
    places = Places(folder / "raw", folder / "warehouse")
    draw(places.raw / "2024/a.pdf")
    command = [sys.executable, "-m", "pipelines", "warehouse", "--raw", str(places.raw)]
    done = subprocess.run(
        [*command, "--warehouse", str(places.warehouse)], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return places


@pytest.fixture(scope="module")
def desk(places) -> Iterator[daemon.Desk]:
    """A UI over that warehouse."""
    with daemon.desk(places, places.warehouse.with_name("log")) as one:
        yield one


@pytest.fixture
def tab(tmp_path) -> Iterator[browser.Browser]:
    with browser.browser(tmp_path) as one:
        yield one


def test_no_picture_and_no_link_is_made_of_a_report(places, desk, tab):
    page = page_address("report", raw_files(places.raw)[0].sha256[:16])
    tab.open(desk.address + PAGE)
    told = daemon.wait(lambda: "印为" in (said := tab.ask(TEXTS)) and said, 60, "no finding is shown")
    assert f"{UNIT} 第7页 支出决算表 {LABEL} 本年支出合计".replace("://", "[:]//") in told
    tab.ask(f"{BUTTON}.click()")
    daemon.wait(lambda: tab.ask("document.querySelectorAll('.dagster-markdown table').length"), 60, "no table")
    assert {address.split("#")[0] for address in tab.ask(ADDRESSES)} == {f"{BOOK_URL}/{page}"}
    assert [address for address in tab.requests if "query" in address or "example" in address] == []
