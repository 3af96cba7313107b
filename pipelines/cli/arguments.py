"""Arguments: saying in a person's language what is wrong with those of a command.

Belongs here: the parser that does so, the language before the arguments are taken. Does not belong here: which commands and
options there are (main).
"""

import argparse
import os
import sys
from itertools import pairwise
from typing import NoReturn

from pipelines import messages
from pipelines.cli.ending import REFUSED


def language_asked(arguments: list[str]) -> str:
    """The language that arguments ask for, else the environment: known before they are taken, to say what is wrong with them."""
    asked = [after for before, after in pairwise(arguments) if before == "--language"]
    asked += [one.partition("=")[2] for one in arguments if one.startswith("--language=")]
    return next((one for one in asked if one in messages.LANGUAGES), messages.language_of(os.environ))


def parser_in(language: str) -> type[argparse.ArgumentParser]:
    """Return argparse's parser, which says in a language what is wrong, for the command and those below it."""

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            self.print_usage(sys.stderr)
            self.exit(REFUSED, f"{self.prog}: {messages.message('arguments', said=message).of(language)}\n")

    return Parser
