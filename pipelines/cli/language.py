"""Language: in which language the command line says what it found.

Belongs here: what a locale asks for. Does not belong here: the options (main), the sentences (findings).
"""

from collections.abc import Mapping

LANGUAGES = ("zh", "en")


def language_of(environment: Mapping[str, str]) -> str:
    """The language of LC_ALL, LC_MESSAGES or LANG, the first that is set: en where it is English, else zh, as the reports are."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return "en" if locale.startswith("en") else "zh"
