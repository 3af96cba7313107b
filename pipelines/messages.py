"""Messages: the sentences that a command says, in Chinese and in English (messages.toml).

Belongs here: looking a sentence up, putting values into it, which language a person has. Does not belong here: any wording (the
file), what keys of the warehouse are called (vocabulary.labels), the sentences of findings.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")
FILE = Path(__file__).with_name("messages.toml")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in both languages; as text it is the English one, for logs and for Dagster."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.en

    @property
    def both(self) -> str:
        """The sentence in both languages, as Dagster shows it, which asks nobody for one."""
        return f"{self.zh} / {self.en}"

    def of(self, language: str) -> str:
        """The sentence in a language, zh or en."""
        return self.zh if language == "zh" else self.en


def message(key: str, **values: object) -> Message:
    """Return a sentence with values put in; a value that is a Message, or a pair of words, is put in by language.

    Raises KeyError for a key that messages.toml has not, and for a value that its sentence wants and does not get.
    """
    wording = _wordings()[key]
    zh = wording["zh"].format(**{name: _said(value, 0) for name, value in values.items()})
    return Message(zh, wording["en"].format(**{name: _said(value, 1) for name, value in values.items()}))


def sentence(key: str) -> Message:
    """Return a sentence as it stands in the file, its values as {name}."""
    return Message(**_wordings()[key])


def _said(value: object, place: int) -> object:
    if isinstance(value, Message):
        return (value.zh, value.en)[place]
    if isinstance(value, Exception):
        return " ".join(str(value).split())  # DuckDB's fill several lines, and a sentence stands on one
    return value[place] if isinstance(value, tuple) else value


@cache
def _wordings() -> dict[str, dict[str, str]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def join(parts: Iterable[Message], zh: str = "，", en: str = ", ") -> Message:
    """Return parts one after the other, with what stands between them in each language."""
    listed = list(parts)
    return Message(zh.join(part.zh for part in listed), en.join(part.en for part in listed))


NOTHING = Message("", "")


class Told(Exception):
    """What a person is told because something cannot be done: a sentence of messages.toml."""

    def __init__(self, key: str, **values: object) -> None:
        """Say it by its key and the values it names."""
        self._key, self._values = key, values
        self.message = message(key, **values)
        super().__init__(self.message.en)

    def __reduce__(self) -> tuple:
        """Tell it in another process as it was said here."""
        return _tell_again, (type(self), self._key, self._values)


def _tell_again(kind: type[Told], key: str, values: dict[str, object]) -> Told:
    return kind(key, **values)


def in_language(said: object, language: str) -> str:
    """What an error or a sentence says in a language; the text of what has only one."""
    told = said.message if isinstance(said, Told) else said
    return told.of(language) if isinstance(told, Message) else str(told)


def error_said(error: Exception) -> Message:
    """Return what an error says, in both languages where it has them."""
    return error.message if isinstance(error, Told) else Message(str(error), str(error))


def language_of(environment: Mapping[str, str]) -> str:
    """The language an environment asks for: FINAL_ACCOUNTS_LANGUAGE, else that of the locale.

    The locale is the first of LC_ALL, LC_MESSAGES and LANG that is set: en where it is English, else zh, as the reports are.
    """
    asked = environment.get("FINAL_ACCOUNTS_LANGUAGE", "")
    if asked in LANGUAGES:
        return asked
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return "en" if locale.startswith("en") else "zh"
