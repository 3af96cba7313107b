"""Arguments: argparse in a person's language: its headings, and what is wrong with the arguments of a command.

Belongs here: the parser that speaks it, the language before the arguments are taken. Does not belong here: which commands and
options there are (options).
"""

import argparse
import os
import re
import sys
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Any, NoReturn

from pipelines import messages
from pipelines.cli.ending import REFUSED

_HEADINGS = {"positional arguments": "help_arguments", "options": "help_options"}
"""What argparse calls a section of its help → the key of what we do."""
_FAULTS = (
    "usage_of_argument", "usage_missing", "usage_unknown", "usage_choice", "usage_kind", "usage_no_count",
    "usage_one_value", "usage_some_values", "usage_ambiguous", "usage_no_value",
)  # fmt: skip
"""Keys of what argparse finds fault with; the English ones are its own words, by which they are known."""


def language_asked(arguments: list[str]) -> str:
    """The language that arguments ask for, else the environment: known before they are taken, to say what is wrong with them."""
    asked = [after for before, after in pairwise(arguments) if before == "--language"]
    asked += [one.partition("=")[2] for one in arguments if one.startswith("--language=")]
    return next((one for one in asked if one in messages.LANGUAGES), messages.language_of(os.environ))


def parser_in(language: str) -> type[argparse.ArgumentParser]:
    """Return argparse's parser, which speaks a language, for the command and those below it."""

    class Help(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            own = messages.message("help_usage").of(language)
            super().add_usage(usage, actions, groups, own if prefix is None else prefix)

        def start_section(self, heading: str | None) -> None:
            own = _HEADINGS.get(heading or "")
            super().start_section(messages.message(own).of(language) if own else heading)

    class Parser(argparse.ArgumentParser):
        def __init__(self, **options: Any) -> None:
            super().__init__(**options | {"formatter_class": Help, "add_help": False})
            self.add_argument("-h", "--help", action="help", help=messages.message("help_help").of(language))

        def error(self, message: str) -> NoReturn:
            self.print_usage(sys.stderr)
            self.exit(REFUSED, f"{self.prog}: {messages.message('arguments', said=fault(message)).of(language)}\n")

    return Parser


def fault(said: str) -> messages.Message:
    """What argparse says is wrong, in both languages; as it says it where it is none of the sentences known."""
    for key, pattern in _patterns().items():
        if match := pattern.fullmatch(said):
            values = match.groupdict()
            return messages.message(key, **values | ({"said": fault(values["said"])} if "said" in values else {}))
    return messages.Message(said, said)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Key → what argparse's sentence matches, the values in it by their names."""
    english = {key: re.escape(messages.sentence(key).en) for key in _FAULTS}
    return {key: re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", text), re.DOTALL) for key, text in english.items()}
