"""Rendering: pages of the desk from templates, its own and those of the evidence pages.

Belongs here: the environment, links with a query, the style sheet. Does not belong here: what is shown
(search, figure …), who asks (serving.desk).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment

from pipelines.outputs.evidence import render
from pipelines.vocabulary import labels

TEMPLATES = Path(__file__).with_name("templates")
"""The desk's own; those of the evidence pages are a run's choice (settings.Places)."""
GRAVITY = dict(enumerate(render.SHAPES, 1))
"""How grave a finding is as sql/desk has it → its severity."""
_REASONS = 5
"""Reasons that a page of a check lists."""


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


def why(extents: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """The commonest reasons why identities were not judged, with how often each; of several forms one reason, without their names; "": others."""
    counts: Counter[str] = Counter()
    for extent in extents:
        for reason, times in extent["reasons"].items():
            counts[reason.partition(": ")[0]] += times
    listed = counts.most_common(_REASONS)
    left = counts.total() - sum(times for _, times in listed)
    return [*listed, ("", left)] if left else listed


@cache
def _environment(evidence: Path) -> Environment:
    made = render.environment(TEMPLATES, evidence)
    made.globals |= {"link": link, "gravity_words": GRAVITY, "label_keys": labels.keys, "why": why}
    return made
