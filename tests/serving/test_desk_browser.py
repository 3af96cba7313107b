"""The desk in a headless Chromium: by keyboard, in three clicks, on a phone; it asks nobody else and says nothing to the console.

Debian's `chromium` is needed; where it is missing these tests are skipped and say so.
"""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from pipelines.settings import PROJECT, Places
from tests.support.desk import published
from tests.support.tools import browser
from tests.support.tools.daemon import free_port

pytestmark = pytest.mark.skipif(
    browser.PROGRAM is None, reason="needs Chromium: apt-get install chromium; the desk was not opened in a browser"
)
PHONE = 390
TEXT = "document.body.innerText"


@pytest.fixture(scope="module")
def address(small: Places) -> Iterator[str]:
    """Where the command serves the desk."""
    port = free_port()
    command = [sys.executable, "-m", "pipelines", "desk", "--raw", str(small.raw), "--warehouse", str(small.warehouse)]
    with subprocess.Popen(
        [*command, "--port", str(port), "--language", "en"], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    ) as served:
        assert served.stdout is not None
        assert served.stdout.readline() == f"Desk: http://127.0.0.1:{port} (Ctrl-C stops it)\n"
        yield f"http://127.0.0.1:{port}"
        served.terminate()
        assert served.wait(60) == 143


@pytest.fixture(scope="module")
def tab(tmp_path_factory) -> Iterator[browser.Browser]:
    with browser.browser(tmp_path_factory.mktemp("profile")) as one:
        yield one


def shows(tab: browser.Browser, text: str) -> None:
    """Wait until a page shows a text; the page is whole then."""
    tab.until(f"document.readyState === 'complete' && {TEXT}.includes({text!r})")


def test_where_an_amount_is_printed_is_found_by_keyboard_alone(tab, address):
    tab.open(f"{address}/")
    tab._call("Input.insertText", text=published.PRINTED.replace(",", ""))
    tab.press("Enter")
    shows(tab, "缩小范围")
    for _ in range(60):
        tab.press("Tab")
        if tab.ask("document.activeElement.closest('table.figures') !== null"):
            break
    assert tab.ask("getComputedStyle(document.activeElement).outlineStyle") != "none", "the focus is seen"
    tab.press("Enter")
    shows(tab, "与哪些数勾稽")
    assert published.PRINTED in tab.ask(TEXT)
    tab.until("[...document.images].every(i => i.complete && i.naturalWidth > 0)")
    assert tab.ask("document.querySelector('.frame').tabIndex") == 0, "what is wider than the page is moved by keyboard"
    box = "document.querySelector('svg.boxes rect').getBoundingClientRect()"
    picture = "document.querySelector('.picture img').getBoundingClientRect()"
    assert tab.ask(f"{box}.width > 10 && {box}.left >= {picture}.left && {box}.bottom <= {picture}.bottom + 2")
    assert tab.said == []


QUESTIONS = {
    "per vehicle and guest": (["a[href='/data/questions.three_public_costs']"], "每辆车"),
    "per head": (["a[href='/data/questions.per_head']"], "居民"),
    "a unit over years": (["a[href='/compare']", "[name=unit]", "form[action='/compare'] button"], "支出按类"),
    "growth of running costs": (["a[href^='/data/questions.running_costs']"], "增减幅度"),
    "the report with most errors": (["a[href='/reports']", "p.small + .scroll td.where a"], published.PRINTED),
    "budget against final": (["a[href^='/data/questions.budget_against_final']"], "预决算对比"),
    "two units side by side": (
        ["a[href='/compare']", "label:nth-of-type(1) [name=unit]", "label:nth-of-type(2) [name=unit]", "form[action='/compare'] button"],
        "机关运行经费的增减",
    ),
    "20805 of all units": (["a[href*='function_code=20805']"], "2080505"),
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_newcomers_question_is_answered_in_three_clicks_on_a_phone(tab, address, question):
    clicks, told = QUESTIONS[question]
    tab.requests.clear()
    tab.open(f"{address}/", PHONE, 844)
    assert len([one for one in clicks if "button" not in one]) <= 3
    for selector in clicks:
        tab.until(f"document.readyState === 'complete' && document.querySelector({selector!r}) !== null")
        before = tab.ask("performance.timeOrigin")
        tab.click(selector)
    tab.until(f"performance.timeOrigin !== {before}")  # the page before may hold the same words
    shows(tab, told)
    assert tab.ask("document.documentElement.scrollWidth") <= PHONE
    assert [request for request in tab.requests if not request.startswith((address, "data:"))] == []
    assert tab.said == []


def test_a_pdf_is_handed_over_waited_for_and_removed(tab, address, tmp_path):
    """Checking one whole is in test_desk_checks; here its file has no page."""
    (tmp_path / "empty.pdf").write_bytes(b"%PDF-1.7")
    tab.open(f"{address}/check", PHONE, 844)
    tab.choose("[name=report]", tmp_path / "empty.pdf")
    tab.click("form[action='/check'] button")
    shows(tab, "未能核对")
    assert tab.ask("document.documentElement.scrollWidth") <= PHONE
    tab.click("form[action$='/forget'] button")
    shows(tab, "公开之前")
    assert tab.said == []


def test_english_is_chosen_and_stays(tab, address):
    before = "getComputedStyle(document.querySelector('.figures td.page'), '::before').content"
    tab.open(f"{address}/search?q=2024", PHONE, 844)
    assert tab.ask(before) == '"页 "'
    tab.click("a.language")
    shows(tab, "Narrow down")
    assert tab.ask(before) == '"p. "'
    tab.open(f"{address}/")
    assert "Often asked" in tab.ask(TEXT)
    assert "常问的" not in tab.ask(TEXT)
    tab.click("a.language")
    shows(tab, "常问的")
