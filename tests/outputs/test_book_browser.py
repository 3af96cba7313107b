"""The evidence pages in a headless Chromium: they open, switch, filter, show the right numbers, and ask nobody outside.

Debian's `chromium` is needed; where it is missing these tests are skipped and say so.
"""

import functools
import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pdfplumber
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from pipelines.outputs.evidence import site
from pipelines.settings import Places
from tests.support.desk import published
from tests.support.desk.asking import asked
from tests.support.tools import browser

pytestmark = pytest.mark.skipif(
    browser.PROGRAM is None, reason="needs Chromium: apt-get install chromium; the pages were not opened in a browser"
)
PHONE, DESK = 390, 1280
SPOTS = "[...document.querySelectorAll('g.spot')].map(g => g.id)"
PLACE = """
(g => {
  g.scrollIntoView({block: 'center', inline: 'center'});
  const rect = g.querySelector('rect'), r = rect.getBoundingClientRect();
  const given = Object.fromEntries(['x', 'y', 'width', 'height'].map(k => [k, +rect.getAttribute(k)]));
  return {src: g.closest('.picture').querySelector('img').getAttribute('src'), given,
    seen: {x: r.x + scrollX, y: r.y + scrollY, width: r.width, height: r.height}};
})(document.getElementById('%s'))
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory) -> Places:
    folder = tmp_path_factory.mktemp("published")
    places = published.publish(Places(folder / "raw", folder / "warehouse"))
    site.build(places)
    return places


@pytest.fixture(scope="module")
def harmed(places) -> str:
    """The page of the report with misprints, below the book."""
    with duckdb.connect(places.database, read_only=True) as connection:
        [(key,)] = connection.execute("select report_id from star.dim_report where file = '2024/民政局.pdf'").fetchall()
    return f"report/{key[:16]}.html"


@pytest.fixture
def tab(tmp_path) -> Iterator[browser.Browser]:
    with browser.browser(tmp_path) as one:
        yield one


def is_seen(tab: browser.Browser, selector: str) -> bool:
    return tab.ask(f"document.querySelector({selector!r}).checkVisibility()")


def test_every_page_opens_on_a_phone_and_asks_only_for_files_of_the_book(tab, places):
    pages = sorted(places.book.rglob("*.html"))
    for page in pages:
        tab.open(page.as_uri(), PHONE, 844)
        assert tab.ask("document.querySelector('h1').checkVisibility()"), page.name
        assert tab.ask("document.documentElement.scrollWidth") <= PHONE, page.name
        assert tab.ask("[...document.images].every(i => i.complete && i.naturalWidth > 0)"), page.name
    assert len(tab.requests) >= 3 * len(pages)
    assert [request for request in tab.requests if not request.startswith(places.book.as_uri())] == []
    assert tab.said == []


def test_a_server_is_asked_for_nothing_but_its_own(tab, places, harmed):
    handler = functools.partial(Quiet, directory=str(places.book))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        tab.open(address + harmed)
        assert tab.ask("getComputedStyle(document.querySelector('.bar')).position") == "sticky"
        assert tab.ask("[...document.images].every(i => i.naturalWidth > 0)")
        server.shutdown()
    assert [request for request in tab.requests if not request.startswith(address)] == []
    assert [said for said in tab.said if "favicon" not in said and "404" not in said] == []


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the book without a word."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_the_policy_stops_what_gets_in(tab, places, harmed):
    """Even a picture or script that got into a page could not ask anybody outside or run."""
    page = places.book / harmed
    spoiled = page.with_name("spoiled.html")
    text = page.read_text(encoding="utf-8")
    spoiled.write_text(
        text.replace("</main>", "<img src='http://outside.example/x.png'><script>document.title = 'run'</script></main>"),
        encoding="utf-8",
    )  # fmt: skip
    tab.open(spoiled.as_uri())
    spoiled.unlink()
    assert tab.ask("document.title") != "run"
    assert any("Content Security Policy" in said and "outside.example" in said for said in tab.said)
    assert any("script" in said and "Content Security Policy" in said for said in tab.said)


def test_the_language_switch_works_and_is_remembered(tab, places, harmed):
    tab.open((places.book / "index.html").as_uri())
    assert tab.ask("document.documentElement.lang") == "zh-CN"
    assert (is_seen(tab, "h1 .zh"), is_seen(tab, "h1 .en")) == (True, False)
    tab.click("[for=in-en]")
    assert tab.ask("document.documentElement.lang") == "en"
    assert (is_seen(tab, "h1 .zh"), is_seen(tab, "h1 .en")) == (False, True)
    tab.open((places.book / harmed).as_uri())
    assert (is_seen(tab, "h2 .zh"), is_seen(tab, "h2 .en")) == (False, True)
    assert is_seen(tab, "h1 .printed")
    tab.click("[for=in-zh]")
    assert (is_seen(tab, "h2 .zh"), is_seen(tab, "h2 .en")) == (True, False)


def test_the_filter_shows_what_is_asked_for(tab, places):
    """The form is shown only over lists long enough to need it; here it is shown to be used on three reports."""
    tab.open((places.book / "year" / "2024.html").as_uri())
    tab.ask("document.querySelector('form.filter').hidden = false")
    shown = "[...document.querySelectorAll('table.filtered tbody tr')].filter(r => r.checkVisibility()).map(r => r.querySelector('a').textContent)"
    assert sorted(tab.ask(shown)) == sorted([published.CIVIL, published.EDUCATION])
    tab.type("form.filter [name=text]", "姑苏 教育")
    assert tab.ask(shown) == [published.EDUCATION]
    assert tab.ask("document.querySelector('form.filter output').textContent") == "1 / 2"
    tab.ask("document.querySelector('form.filter').reset()")
    tab.ask(
        "const s = document.querySelector('[name=worst]'); s.value = '4'; s.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    assert tab.ask(shown) == [published.CIVIL]


def test_a_heading_orders_its_list_and_the_menu_speaks_the_language(tab, places):
    tab.open((places.book / "index.html").as_uri())
    worst = "[...document.querySelectorAll('#units tbody td.badges')].map(c => +c.dataset.sort)"
    first = tab.ask(worst)
    assert first == sorted(first, reverse=True)
    assert first[0] > first[-1]
    tab.click("#units thead th.grave button")
    tab.click("#units thead th.grave button")
    assert tab.ask(worst) == sorted(first)
    assert tab.ask("document.querySelector('#units th.grave').getAttribute('aria-sort')") == "ascending"
    option = "document.querySelector('#units option[value=\"4\"]').textContent"
    assert tab.ask(option) == "■ 严重"
    tab.click("[for=in-en]")
    assert tab.ask(option) == "■ Fatal"


ALIKE = 0.65
"""How far two pictures of one number may lie apart: a phone shrinks them by a third, and fonts differ between machines (0.56 seen)."""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_boxes_stand_over_the_right_numbers(width, tab, places, harmed):
    """What a reader sees inside each box is what the PDF shows at the place of the amount; a neighbour's is not."""
    tab.open((places.book / harmed).as_uri(), width)
    spots = tab.ask(SPOTS)
    assert len(spots) > 5
    tab.ask("document.querySelectorAll('svg.boxes, .bar').forEach(e => { e.style.visibility = 'hidden' })")
    for key in spots:
        spot = tab.ask(PLACE % key)
        seen = Image.open(io.BytesIO(tab.picture(spot["seen"]))).convert("L")
        own, neighbour = (apart(seen, printed(places, spot, rows)) for rows in (0, 1.0))
        assert own < ALIKE and 1.2 * own < neighbour, spot


@functools.cache
def drawn(pdf: Path, page: int, scale: int) -> Image.Image:
    """A page of a PDF."""
    return pdfium.PdfDocument(pdf)[page - 1].render(scale=scale).to_pil().convert("L")


def printed(places: Places, spot: dict, rows: float) -> Image.Image:
    """What the PDF shows at a spot, moved down by so many heights of it."""
    key, number, left, top, *_ = Path(spot["src"]).stem.replace("-p", "-").split("-")
    scale = 4
    box = spot["given"]
    x, y = int(left) / 2 + box["x"], int(top) / 2 + box["y"] + rows * box["height"]
    image = drawn(places.book / "pdf" / f"{key}.pdf", int(number), scale)
    return image.crop(tuple(round(side * scale) for side in (x, y, x + box["width"], y + box["height"])))


def apart(one: Image.Image, other: Image.Image) -> float:
    """How far the ink of two pictures lies apart, from 0 for the same: what is printed inside, without the rules around it."""
    inked = [
        ImageOps.invert(ImageOps.autocontrast(inside(image).resize((60, 12), Image.Resampling.BOX)))
        for image in (one, other)
    ]
    blurred = [image.filter(ImageFilter.GaussianBlur(1)) for image in inked]
    amount = max(ImageStat.Stat(image).rms[0] for image in blurred)
    return ImageStat.Stat(ImageChops.difference(*blurred)).rms[0] / amount


def inside(image: Image.Image) -> Image.Image:
    """A picture of a cell without a fifth of its height all around."""
    margin = image.height // 5
    return image.crop((margin, margin, image.width - margin, image.height - margin))


def test_a_term_of_a_formula_leads_to_its_box(tab, places, harmed):
    tab.open((places.book / harmed).as_uri())
    tab.click(".formula a")
    assert tab.ask("document.querySelector('g.spot:target').getBoundingClientRect().top") >= 0
    assert tab.ask("document.querySelector('g.spot:target rect').getBoundingClientRect().bottom") <= 900
    assert tab.ask("document.querySelector('.formula a').hash === '#' + document.querySelector('g.spot:target').id")


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_shows_all_that_is_folded_and_none_of_the_controls(scripts, tab, places, harmed, tmp_path):
    tab.allow_scripts(scripts)
    tab.open((places.book / harmed).as_uri())
    assert tab.ask("document.querySelector('details.form table').checkVisibility()") is False
    (tmp_path / "paper.pdf").write_bytes(tab.paper())
    with pdfplumber.open(tmp_path / "paper.pdf") as pdf:
        text = "".join(page.extract_text() for page in pdf.pages)
        assert all(abs(float(page.width) - 595) < 2 for page in pdf.pages)
    assert "5,346.43" in text
    assert text.count("W3-02") >= 2
    assert "English" not in text
    with duckdb.connect(places.database, read_only=True) as connection:
        texts = connection.execute(
            "select text from reading.amount join star.dim_report using (report_id) where file = '2024/民政局.pdf' and form = 'T6' and text != ''"
        ).fetchall()
    assert len(texts) > 20
    assert [text_ for (text_,) in texts if text_ not in text] == []


def test_a_page_alone_needs_nothing_beside_it(tab, places, tmp_path):
    """Style, script and pictures within, let through by the policy that stops all else."""
    alone = tmp_path / "alone.html"
    with duckdb.connect(places.database, read_only=True) as connection:
        files = dict(connection.execute("select file, report_id from star.dim_report").fetchall())
        pdfs = {report_id: places.raw / file for file, report_id in files.items()}
        site.write_report(asked(connection), files["2024/民政局.pdf"], pdfs, alone)
    tab.open(alone.as_uri(), PHONE, 844)
    assert tab.ask("document.images.length") > 2
    assert tab.ask("[...document.images].every(i => i.naturalWidth > 0)")
    assert tab.ask("getComputedStyle(document.querySelector('.bar')).position") == "sticky"
    tab.click("[for=in-en]")
    assert tab.ask("document.documentElement.lang") == "en"
    assert [r for r in tab.requests if not r.startswith(("data:image/webp;base64,", alone.as_uri()))] == []
    assert tab.said == []


def test_without_scripts_the_pages_still_read_and_switch(tab, places, harmed):
    tab.allow_scripts(False)
    tab.open((places.book / harmed).as_uri())
    assert is_seen(tab, "h2 .zh")
    tab.click("[for=in-en]")
    assert (is_seen(tab, "h2 .zh"), is_seen(tab, "h2 .en")) == (False, True)
    tab.open((places.book / "index.html").as_uri())
    assert not is_seen(tab, "form.filter")
