"""Config file: what is set down once, in final-accounts.toml or [tool.final-accounts] of pyproject.toml, where a command starts.

Belongs here: finding and reading it, refusing what it cannot say. Does not belong here: what a setting does (settings, options): each
stands for a variable of the environment, which wins where both are set, as an option wins over both.
"""

import tomllib
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from pipelines.messages import Told

NAME, PROJECT_FILE, TABLE = "final-accounts.toml", "pyproject.toml", "final-accounts"
PLACES = ("raw", "warehouse")
"""Settings that are folders: relative ones lie beside the file."""
NUMBERS = ("keep", "workers", "time_limit", "memory_limit")
TEXTS = ("language", "scans", "book_url", "desk_url", "ui_url")
KNOWN = (*PLACES, *NUMBERS, *TEXTS)
"""No command to be run: a folder that somebody hands over must not bring one."""


class NotUnderstood(Told):
    """A config file that cannot be read, or says what no setting is."""


def apply(folder: Path, environment: MutableMapping[str, str]) -> None:
    """Put the settings of a folder's config file into an environment, those that it does not have; raises NotUnderstood."""
    for name, value in settings(folder).items():
        environment.setdefault(f"FINAL_ACCOUNTS_{name.upper()}", value)


def settings(folder: Path) -> dict[str, str]:
    """The settings of a folder's config file as texts; the file of our own name, where it is there, is the only one asked."""
    own = folder / NAME
    if own.is_file():
        return _checked(own, _read(own))
    shared = folder / PROJECT_FILE
    found = _read(shared).get("tool", {}).get(TABLE, {}) if shared.is_file() else {}
    return _checked(shared, found)


def _read(path: Path) -> Mapping:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NotUnderstood("config_not_read", path=path, error=error) from error


def _checked(path: Path, found: Mapping) -> dict[str, str]:
    if unknown := sorted(set(found) - set(KNOWN)):
        raise NotUnderstood("config_unknown", path=path, names=", ".join(unknown), known=", ".join(KNOWN))
    return {name: _text(path, name, value) for name, value in found.items()}


def _text(path: Path, name: str, value: object) -> str:
    """A setting as a variable of the environment says it; raises NotUnderstood for another kind of value."""
    if name in NUMBERS and isinstance(value, int) and not isinstance(value, bool) and value >= (name != "keep"):
        return str(value)
    if name not in NUMBERS and isinstance(value, str) and value:
        return str(path.parent / value) if name in PLACES else value
    wanted = ("文字", "a text")
    if name in NUMBERS:
        wanted = (
            ("不小于 0 的整数", "a whole number of 0 or more")
            if name == "keep"
            else ("不小于 1 的整数", "a whole number of 1 or more")
        )
    raise NotUnderstood("config_another_kind", path=path, name=name, wanted=wanted)
