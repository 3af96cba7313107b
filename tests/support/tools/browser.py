"""A headless Chromium spoken to over the pipe of its DevTools protocol: no client library, no port, no network.

Belongs here: starting it, opening a page at a size, asking the page, pictures of parts of it, the requests it made.
Does not belong here: what a page should show (test_book_browser.py).
"""

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking",
    "--no-first-run", "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip
_AT_MOST = 600
"""Seconds that a page is waited for: a machine that is busy with something else takes ten times as long."""


class BrowserError(Exception):
    """The browser ended, or refused what it was asked; the message says what it said."""


class Browser:
    """One tab. `requests` are the addresses the pages opened so far asked for, `said` the errors their consoles told."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = os.fdopen(write, "wb", buffering=0), os.fdopen(read, "rb")
        self._number, self._session = 0, ""
        self.requests: list[str] = []
        self.said: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._call(f"{domain}.enable")

    def open(self, address: str, width: int = 1280, height: int = 900) -> None:
        """Open an address in a window of a size and wait until it is loaded and drawn."""
        mobile = width < 600
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        self._call("Page.navigate", url=address)
        self._until("Page.loadEventFired")
        self._draw()

    def allow_scripts(self, allowed: bool) -> None:
        """Whether the pages opened from now on may run scripts of their own."""
        self._call("Emulation.setScriptExecutionDisabled", value=not allowed)

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page."""
        got = self._call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in got:
            raise BrowserError(got["exceptionDetails"])
        return got["result"].get("value")

    def click(self, selector: str) -> None:
        """Press the mouse in the middle of the first element that is meant."""
        self._draw()
        x, y = self.ask(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2] }})(document.querySelector({json.dumps(selector)}))"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, selector: str, text: str) -> None:
        """Click into a field and type."""
        self.click(selector)
        self._call("Input.insertText", text=text)

    def press(self, key: str, text: str = "") -> None:
        """Press a key by its name (Enter, Tab) wherever the focus is; text: what it types."""
        code = {"Enter": 13, "Tab": 9, " ": 32}[key]
        told = {"key": key, "code": key if key != " " else "Space", "windowsVirtualKeyCode": code}
        typed = {"Enter": "\r", " ": " "}.get(key, text)
        self._call("Input.dispatchKeyEvent", type="keyDown", **told, **({"text": typed} if typed else {}))
        self._call("Input.dispatchKeyEvent", type="keyUp", **told)

    def choose(self, selector: str, path: Path) -> None:
        """Choose a file in a field for files."""
        found = self._call("Runtime.evaluate", expression=f"document.querySelector({json.dumps(selector)})")
        self._call("DOM.setFileInputFiles", files=[str(path)], objectId=found["result"]["objectId"])

    def until(self, expression: str) -> None:
        """Wait until an expression holds in the page, whichever page is shown meanwhile; raises TimeoutError with what is shown."""
        end = time.monotonic() + _AT_MOST
        while time.monotonic() < end:
            with suppress(BrowserError):
                if self.ask(expression):
                    return
            time.sleep(0.05)
        raise TimeoutError(f"{expression} does not hold of {self.ask('document.URL + document.body.innerText')}")

    def shows(self, text: str) -> bool:
        """Whether the page shows a text; a page that is just being left, or not there yet, shows nothing."""
        with suppress(BrowserError):
            return text in self.ask("document.body?.innerText ?? ''")
        return False

    def picture(self, box: dict[str, float]) -> bytes:
        """The part of the page in a box (x, y, width, height from the top of the page), as PNG, two pixels a CSS pixel."""
        got = self._call("Page.captureScreenshot", format="png", clip=box | {"scale": 2}, captureBeyondViewport=True)
        return base64.b64decode(got["data"])

    def paper(self) -> bytes:
        """The page as printed, as PDF."""
        return base64.b64decode(
            self._call("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)["data"]
        )

    def _draw(self) -> None:
        """Have the page drawn once: before, it has no field in focus yet, and what is pressed is lost; loaded it is earlier."""
        self._call("Page.captureScreenshot", clip={"x": 0, "y": 0, "width": 1, "height": 1, "scale": 1})

    def _call(self, method: str, **parameters: object) -> dict:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._write.write(json.dumps(message).encode() + b"\0")
        while (got := self._next()).get("id") != self._number:
            pass
        if "error" in got:
            raise BrowserError(got)
        return got["result"]

    def _until(self, event: str) -> None:
        while self._next().get("method") != event:
            pass

    def _next(self) -> dict:
        buffer = bytearray()
        while (byte := self._read.read(1)) != b"\0":
            if not byte:
                raise BrowserError("Chromium is gone")
            buffer += byte
        got = json.loads(buffer)
        match got.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(got["params"]["request"]["url"])
            case "Log.entryAdded" if got["params"]["entry"]["level"] == "error":
                self.said.append(got["params"]["entry"]["text"])
        return got


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A Chromium with a fresh profile in a folder, ended afterwards; raises BrowserError where none is installed."""
    if not PROGRAM:
        raise BrowserError("no Chromium is installed")
    (child_read, write), (read, child_write) = os.pipe(), os.pipe()
    command = f'exec "$@" 3<&{child_read} 4>&{child_write} 2>/dev/null'
    arguments = [PROGRAM, *_FLAGS, f"--user-data-dir={profile}"]
    process = subprocess.Popen(
        ["/bin/bash", "-c", command, "chromium", *arguments], pass_fds=(child_read, child_write), stdout=subprocess.DEVNULL
    )  # fmt: skip
    os.close(child_read)
    os.close(child_write)
    try:
        one = Browser(write, read)
        yield one
        one._call("Browser.close")
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(120)
