"""The Dagster UI in a headless Chromium, with a report whose words are Markdown and beside a page that attacks it: nothing is done.

Debian's `chromium` is needed; where it is missing these tests are skipped and say so.
"""

import functools
import http.server
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from pipelines.outputs.addresses import page_address
from pipelines.raw_files import raw_files
from pipelines.settings import BOOK_URL, PROJECT, Places
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
PAGE = "/assets/suites/within_form?view=checks&checkDetail=W_within_form"
TEXTS = "[...document.querySelectorAll('.dagster-markdown')].map(e => e.textContent).join('\\n')"
ADDRESSES = "[...document.querySelectorAll('.dagster-markdown a, .dagster-markdown img')].map(e => e.href || e.src)"
BUTTON = "[...document.querySelectorAll('a')].findLast(a => a.textContent == '[Show Markdown]')"


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
    told = daemon.wait(lambda: "印为" in (said := tab.ask(TEXTS)) and said, daemon.LONG, "no finding is shown")
    assert f"{UNIT} 第7页 支出决算表 {LABEL} 本年支出合计".replace("://", "[:]//") in told
    tab.ask(f"{BUTTON}.click()")
    daemon.wait(lambda: tab.ask("document.querySelectorAll('.dagster-markdown table').length"), daemon.LONG, "no table")
    assert {address.split("#")[0] for address in tab.ask(ADDRESSES)} == {f"{BOOK_URL}/{page}?to=desk"}
    assert [address for address in tab.requests if "query" in address or "example" in address] == []


ATTACK = """<!doctype html><title>a page</title><iframe name="frame"></iframe>
<form method="post" enctype="text/plain" target="frame"></form>
<script>
const query = %(mutation)s, address = %(address)s + '/graphql', asked = address + '?query=' + encodeURIComponent(query)
const body = JSON.stringify({query}), tried = {}
const tell = (name, promise) => promise.then(said => tried[name] = said, () => tried[name] = 'refused')
const post = (type, mode) => fetch(address, {method: 'POST', mode, body, headers: {'Content-Type': type}}).then(a => a.type)
const loaded = (one, source) => new Promise((done, failed) => {
  one.onload = () => done('loaded'); one.onerror = failed; Object.assign(one, {src: source})
})
tell('picture', loaded(new Image(), asked))
tell('get', fetch(asked, {mode: 'no-cors'}).then(a => a.type))
tell('text', post('text/plain', 'no-cors'))
tell('text that speaks of JSON', post('text/plain; application/json', 'no-cors'))
tell('json', post('application/json', 'cors'))
tell('websocket', new Promise((done, failed) => {
  const socket = new WebSocket(address.replace('http', 'ws'), 'graphql-ws')
  socket.onopen = () => done('opened'); socket.onerror = failed
}))
const form = document.querySelector('form'), frame = document.querySelector('iframe')
frame.onload = () => tried.form = 'sent'
form.action = asked
form.submit()
</script>"""
"""A page that tries to have a mutation run by every way a browser has."""
TRIED = {"picture", "get", "text", "text that speaks of JSON", "json", "websocket", "form"}
KNOWN = '{ assetNodeOrError(assetKey: {path: ["suites", "within_form"]}) { ... on AssetNode { assetMaterializations { runId } } } }'


@pytest.fixture(scope="module")
def attacker(desk, tmp_path_factory) -> Iterator[int]:
    """The port of loopback on which the page is served, by a server without a guard."""
    folder = tmp_path_factory.mktemp("attacker")
    told = {"mutation": json.dumps(MUTATION), "address": json.dumps(desk.address)}
    (folder / "index.html").write_text(ATTACK % told, encoding="utf-8")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def known(desk: daemon.Desk) -> int:
    """How often the suite has been judged, as far as Dagster knows: what the mutation wipes."""
    return len(desk.ask(KNOWN)["assetNodeOrError"]["assetMaterializations"])


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_no_page_elsewhere_has_anything_done(desk, tab, attacker, name):
    before = known(desk)
    tab.open(f"http://{name}:{attacker}/")
    tried = daemon.wait(lambda: (t := tab.ask("tried")) and TRIED.issubset(t) and t, daemon.LONG, "not all was tried")
    assert tried["websocket"] == tried["json"] == tried["picture"] == "refused"
    assert known(desk) == before > 0


def test_no_address_has_anything_done(desk, tab):
    """Not even one that a person follows within the UI."""
    before = known(desk)
    tab.open(desk.address)
    tab.ask(f"location.assign('/graphql?query=' + encodeURIComponent({json.dumps(MUTATION)}))")
    daemon.wait(lambda: tab.shows("POST"), daemon.LONG, "not refused")
    assert known(desk) == before > 0


def test_the_ui_still_does_what_a_person_asks(desk, tab):
    """What the pages above tried works where the UI itself asks; a subscription too."""
    tab.open(f"{desk.address}/runs/{desk.runs()[0]['id']}")
    daemon.wait(lambda: tab.shows("STEP_SUCCESS"), daemon.LONG, "the run's events are not shown")
    assert tab.said == []
    assert known(desk) > 0
    tab.ask(
        f"fetch('/graphql', {{method: 'POST', body: JSON.stringify({{query: {json.dumps(MUTATION)}}}), headers: {{'Content-Type': 'application/json'}}}})"
    )
    daemon.wait(lambda: known(desk) == 0, daemon.LONG, "the mutation did nothing, so that it could not be seen above")


def test_a_ui_that_is_killed_leaves_nothing(desk):
    processes = desk.processes()
    desk.process.kill()
    daemon.wait(
        lambda: not [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE],
        daemon.LONG,
        f"{processes} live on",
    )
