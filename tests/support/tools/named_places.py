"""Named places: what a document names (files, folders, links with headings, names within a file) and whether it is there.

Belongs here: finding what is named, looking for it. Does not belong here: which documents must be true (tests/repository).
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from pipelines.settings import PROJECT

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
_PATH = re.compile(r"(?<![\w/.…-])(?:pipelines|sql|tests|docs|expectations|notebooks|\.ci)/[\w./*\[\],{}-]*[\w*/]")
_WITHIN = re.compile(r"(?<![\w/.…-])((?:pipelines|sql|tests)/[\w./-]+\.\w+)::(\w+)")
_MODULE = re.compile(r"`(\w+\.(?:py|sql|csv|toml|json))`")
_CODE = ("pipelines", "sql", "tests", "expectations")


def missing(document: Path, text: str) -> Iterator[str]:
    """What a text, standing where a document stands, names and what is not there; fenced blocks are left out."""
    for target, anchor in _LINK.findall(text):
        linked = (document.parent / target).resolve() if target else document
        if not re.match(r"\w+:", target) and (not linked.exists() or (anchor and anchor not in _anchors(linked))):
            yield f"{target}#{anchor}"
    plain = _LINK.sub("]", _FENCED.sub("", text))
    for name in _PATH.findall(plain):
        if not any(PROJECT.glob(name.rstrip("/"))):
            yield name
    for name in _MODULE.findall(plain):
        if not any(any((PROJECT / folder).rglob(name)) for folder in _CODE):
            yield name
    for name, within in names_within(plain):
        path = PROJECT / name
        if path.is_file() and not holds(path, within):
            yield f"{name}::{within}"


def names_within(text: str) -> list[tuple[str, str]]:
    """(path, name) of each `path::name` in a text, in its order."""
    return _WITHIN.findall(text)


def holds(path: Path, name: str) -> bool:
    """Whether a module defines a name (function, class, value), or another file has it as a word."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return re.search(rf"\b{re.escape(name)}\b", text) is not None
    return name in set(_defined(ast.parse(text)))


def _defined(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
    for statement in module.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        targets = [statement.target] if isinstance(statement, ast.AnnAssign) else targets
        for target in targets:
            yield from (part.id for part in ast.walk(target) if isinstance(part, ast.Name))


def _anchors(path: Path) -> set[str]:
    """The headings and marks of a document as links name them."""
    text = path.read_text(encoding="utf-8")
    marks = set(re.findall(r'<a id="([^"]+)">', text))
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return marks | {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
