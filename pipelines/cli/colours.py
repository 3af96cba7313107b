"""Colours: how grave a finding is, in colour where standard output is a terminal that shows colours; the word stands there anyway.

Belongs here: which colour, whether any. Does not belong here: the lines themselves (check_lines), bars (bar).
"""

import os
import sys

STYLES = {"fatal": "bold white on red", "error": "bold red", "warning": "yellow", "info": "cyan"}
"""Severity → its style, in the words of rich."""


def are_wanted() -> bool:
    """Whether colours can be shown and nobody has refused them (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def coloured(line: str, word: str, severity: str) -> str:
    """A line with the word of its severity in its colour; the word is the first that stands between ': ' and a space."""
    from rich.color import ColorSystem
    from rich.style import Style

    shown = Style.parse(STYLES[severity]).render(word, color_system=ColorSystem.STANDARD)
    return line.replace(f": {word} ", f": {shown} ", 1)
