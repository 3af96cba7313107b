"""A page of HTML taken apart, without a browser.

Belongs here: the elements, addresses and words of a page, and what an address outside looks like.
Does not belong here: a page as a browser shows it (tests/support/tools/browser.py), what a page should hold (tests/outputs/test_book.py).
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//|^(?!data:image/webp;base64,)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
LOADING = {"src", "href", "action", "data", "poster", "srcset", "formaction", "xlink:href", "background"}


class Page(HTMLParser):
    """A page taken apart: its elements (tag, attributes), the addresses it names, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    handle_startendtag = handle_starttag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    @property
    def addresses(self) -> Iterator[str]:
        return (a[name] for _, a in self.elements for name in LOADING & set(a))

    @property
    def ids(self) -> list[str]:
        return [a["id"] for _, a in self.elements if "id" in a]
