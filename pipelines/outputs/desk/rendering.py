"""Rendering: pages of the desk from templates, its own and those of the evidence pages.

Belongs here: the environment, links with a query, the style sheet. Does not belong here: what is shown
(search, figure …), who asks (serving.desk).
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment

from pipelines.outputs.evidence import render
from pipelines.vocabulary import labels

TEMPLATES = Path(__file__).with_name("templates")
"""The desk's own; those of the evidence pages are a run's choice (settings.Places)."""
GRAVITY = dict(enumerate(render.SHAPES, 1))
"""How grave a finding is as sql/desk has it → its severity."""


def page(evidence: Path, template: str, language: str, **values: object) -> str:
    """A page in a language (zh or en); evidence: the folder of the templates of the evidence pages."""
    made = _environment(evidence).get_template(f"{template}.html.jinja")
    return made.render(language=language, **values)


def style(evidence: Path) -> bytes:
    """The style sheet of the evidence pages, and the desk's own after it."""
    return render.asset(evidence, "book.css") + render.asset(TEMPLATES, "desk.css")


def link(path: str, query: Mapping[str, object] | None = None, **changed: object) -> str:
    """An address of the desk: a path, its query with some values changed; empty ones are left out."""
    asked = {name: value for name, value in ({**(query or {}), **changed}).items() if value not in (None, "", [])}
    return quote(path, safe="/:") + (f"?{urlencode(asked, doseq=True)}" if asked else "")


@cache
def _environment(evidence: Path) -> Environment:
    made = render.environment(TEMPLATES, evidence)
    made.globals |= {"link": link, "gravity_words": GRAVITY, "label_keys": labels.keys}
    return made
