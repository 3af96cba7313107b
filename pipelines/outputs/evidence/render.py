"""Render: HTML pages from templates.

Belongs here: the Jinja environment (all text escaped), the content security policy, what templates may call.
Does not belong here: what is shown (report_page, charts) or where it is written (site).
"""

import base64
import hashlib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipelines.outputs.evidence.bars import WAN
from pipelines.outputs.evidence.formulas import plain
from pipelines.outputs.evidence.page_findings import Spot
from pipelines.queries import Row
from pipelines.vocabulary import doubt_wordings, labels

SHAPES = {"fatal": "■", "error": "▲", "warning": "◆", "info": "○"}
"""Severity → its mark, so that none is told by colour alone; the gravest first."""
TIERS = tuple(labels.keys("outcome"))
ASSETS = ("book.css", "book.js")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """How pages find style and script: beside them (a book), or within (a page alone).

    templates: the folder of what they are made by; policy: the content security policy; desk: where the desk stands, "" where
    nobody has said it.
    """

    templates: Path
    alone: bool
    policy: str
    css: Markup | str = ""
    js: Markup | str = ""
    desk: str = ""


def book_site(templates: Path, desk: str = "") -> Site:
    """Pages of a book: style, script and pictures lie beside them, on a disk (file:) or a server ('self')."""
    beside = "'self' file:"
    policy = f"{_NOTHING}; img-src {beside}; style-src {beside}; script-src {beside}"
    return Site(templates=templates, alone=False, policy=policy, desk=desk)


@cache
def lone_site(templates: Path) -> Site:
    """A page alone: style and script within, allowed by their digests; pictures as data."""
    css, js = (asset(templates, name).decode() for name in ASSETS)
    policy = f"{_NOTHING}; img-src data:; style-src {_digest(css)}; script-src {_digest(js)}"
    return Site(templates=templates, alone=True, policy=policy, css=Markup(css), js=Markup(js))  # noqa: S704 - our own files


_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"


def asset(templates: Path, name: str) -> bytes:
    """Our style sheet or script."""
    return (templates / name).read_bytes()


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def render(template: str, site: Site, **values: object) -> str:
    """A page of a template (without .html.jinja); whatever is not our own markup is escaped."""
    return environment(site.templates).get_template(f"{template}.html.jinja").render(site=site, **values)


@cache
def environment(*templates: Path) -> Environment:
    """The Jinja environment of folders of templates, the first that has one of a name; all text is escaped."""
    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    environment.globals |= {
        "words": labels.word, "form_words": labels.form, "reason_words": labels.reason, "shapes": SHAPES, "tiers": TIERS,
        "plain": plain, "count": "{:,}".format, "wan": _wan, "by_id": _by_id, "worst": _worst,
        "gravity": gravity, "doubt_words": doubt_wordings.reason,
    }  # fmt: skip
    return environment


def _wan(yuan: Decimal | None) -> str:
    """元 as 万元 with two decimals; empty for None."""
    return "" if yuan is None else f"{yuan / WAN:,.2f}"


def _by_id(spots: tuple[Spot, ...]) -> dict[str, Spot]:
    return {spot.figure["amount_id"]: spot for spot in spots}


def gravity(row: Row) -> int:
    """How grave the findings of a row are, all in one number: one of a graver kind outweighs any of a lighter."""
    return sum(min(row[severity], 999) * 1000 ** (3 - place) for place, severity in enumerate(SHAPES))


def _worst(row: Row) -> int:
    """How grave the gravest finding is: 4 for fatal … 1 for info, 0 for none."""
    return next((len(SHAPES) - place for place, severity in enumerate(SHAPES) if row[severity]), 0)
