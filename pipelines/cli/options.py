"""Options: the commands with their options, and what --help says of them in a person's language.

Belongs here: which commands and options there are, what an option takes. Does not belong here: the sentences (messages.toml), how
argparse speaks (arguments), what a command does (main).
"""

import argparse
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from pipelines.cli.arguments import parser_in
from pipelines.limits import Limits
from pipelines.messages import LANGUAGES, message
from pipelines.settings import ENGINES, Places, places_of

SHELLS = ("bash", "zsh", "fish")
"""Shells whose completion can be printed."""


def parser(language: str = "en") -> argparse.ArgumentParser:
    """Return the parser of the command line, which speaks a language (zh or en)."""
    default, says = places_of(os.environ), _Says(language)
    top = parser_in(language)(prog="final-accounts", description=says("description"), epilog=says("statuses"))
    top.add_argument("--version", action=_Version, nargs=0, help=says("version"))
    top.add_argument("--print-completion", action=_Completion, choices=SHELLS, help=says("completion"))
    top.add_argument("--language", choices=LANGUAGES, help=says("language"))  # heard before: the default below
    commands = top.add_subparsers(dest="command", required=True, title=says("commands"))
    made = {name: commands.add_parser(name, help=says(name)) for name in _OWN}
    for name in ("warehouse", "book", "export", "desk", "ui"):
        made[name].add_argument("--raw", type=Path, default=default.raw, help=says("raw"))
    for name in ("warehouse", "restore", "book", "export", "sql", "desk", "ui"):
        made[name].add_argument("--warehouse", type=Path, default=default.warehouse, help=says("folder"))
    for name, add in _OWN.items():
        add(made[name], says, default)
        made[name].epilog = says("statuses")
        has_bars = name in ("warehouse", "book", "export")
        if has_bars:
            made[name].add_argument("--quiet", action="store_true", help=says("quiet"))
        made[name].add_argument("--verbose", action="store_true", help=says("verbose" if has_bars else "traceback"))
        made[name].add_argument("--language", choices=LANGUAGES, default=language, help=says("language"))
    return top


class _Says(str):
    """A language, which says what --help calls something."""

    __slots__ = ()

    def __call__(self, name: str) -> str:
        return message(f"help_{name}").of(self)


def _warehouse(command: argparse.ArgumentParser, says: _Says, default: Places) -> None:
    limits = Limits()
    command.add_argument(
        "--workers", type=_positive, default=_given("WORKERS", os.cpu_count() or 1), help=says("workers")
    )
    command.add_argument(
        "--time-limit",
        type=_positive,
        default=_given("TIME_LIMIT", limits.seconds),
        metavar="SECONDS",
        help=says("time"),
    )
    command.add_argument(
        "--memory-limit",
        type=_positive,
        default=_given("MEMORY_LIMIT", limits.memory),
        metavar="MIB",
        help=says("memory"),
    )
    command.add_argument("--engine", choices=ENGINES, default=default.engine, help=says("engine"))
    command.add_argument("--shrink", action="store_true", help=says("shrink"))
    command.add_argument("--keep", type=_count, default=default.keep, metavar="N", help=says("keep"))


def _restore(command: argparse.ArgumentParser, says: _Says, _: Places) -> None:
    command.add_argument("which", nargs="?", type=_positive, metavar="WHICH", help=says("which"))
    command.add_argument("--list", action="store_true", help=says("list"))


def _check(command: argparse.ArgumentParser, says: _Says, _: Places) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="file", help=says("files"))
    command.add_argument("--previous", type=Path, help=says("previous"))
    command.add_argument("--format", choices=("text", "json", "sarif"), default="text", help=says("format"))
    command.add_argument("--html", type=Path, metavar="FILE", help=says("html"))
    command.add_argument("--pdf", type=Path, metavar="FILE", help=says("pdf"))


def _sql(command: argparse.ArgumentParser, says: _Says, _: Places) -> None:
    command.add_argument("statement", nargs="?", metavar="SELECT", help=says("statement"))


def _desk(command: argparse.ArgumentParser, says: _Says, _: Places) -> None:
    command.add_argument("--port", type=int, default=3002, help=says("desk_port"))


def _ui(command: argparse.ArgumentParser, says: _Says, _: Places) -> None:
    command.add_argument("--port", type=int, default=3000, help=says("port"))
    command.add_argument("--book-port", type=int, default=3001, help=says("book_port"))


def _no_other(*_: object) -> None:
    """Add nothing to what every command has."""


_OWN: dict[str, Callable[[argparse.ArgumentParser, _Says, Places], None]] = {
    "warehouse": _warehouse,
    "restore": _restore,
    "ui": _ui,
    "desk": _desk,
    "book": _no_other,
    "export": _no_other,
    "sql": _sql,
    "check": _check,
    "suites": _no_other,
}
"""Command → what adds the options that it alone has."""


class _Completion(argparse.Action):
    """Print what completes the commands and options in a shell, and end."""

    def __call__(self, parser: argparse.ArgumentParser, _: object, shell: object, *__: object) -> NoReturn:
        import shtab

        print(shtab.complete(parser, str(shell)))
        parser.exit()


class _Version(argparse.Action):
    """Print the version of the installed package and end; asked for only when wanted, as the answer costs an import."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(parser.prog, version("final-accounts-warehouse"))
        parser.exit()


def _given(name: str, otherwise: float) -> str:
    """What the environment says of an option that a config file may set, read as the option is; else the default."""
    return os.environ.get(f"FINAL_ACCOUNTS_{name}") or f"{otherwise:g}"


def _positive(text: str) -> int:
    return _at_least(1, text)


def _count(text: str) -> int:
    return _at_least(0, text)


def _at_least(least: int, text: str) -> int:
    if not re.fullmatch(r"[0-9]+", text) or int(text) < least:
        raise argparse.ArgumentTypeError(message("usage_no_count", text=text, least=least).en)
    return int(text)
