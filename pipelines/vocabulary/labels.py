"""Labels: what keys of the warehouse are called in the evidence pages, in Chinese and in English (sql/reference/word.csv).

Belongs here: looking a key up. Does not belong here: any wording itself (CSV) or the wordings of reports (form_wordings).
"""

import csv
from functools import cache

from pipelines.settings import REFERENCE
from pipelines.vocabulary import form_wordings

Bilingual = tuple[str, str]
"""Words in Chinese and in English."""


@cache
def _words() -> dict[tuple[str, str], Bilingual]:
    with open(REFERENCE / "word.csv", encoding="utf-8", newline="") as file:
        return {(r["domain"], r["key"]): (r["zh"], r["en"]) for r in csv.DictReader(file)}


def word(domain: str, key: str, unknown: Bilingual | None = None) -> Bilingual:
    """Return what a key is called; raises KeyError for one that has no words, unless `unknown` is given."""
    return _words().get((domain, key)) or unknown or _words()[domain, key]


def word_in_line(domain: str, key: str) -> Bilingual:
    """Return what a line of the command line calls a key: its word in Chinese, and in English the key, as columns have it."""
    return word(domain, key, (key, key))[0], key


def level(key: str) -> Bilingual:
    """Return what the level of a report (部门, 单位) is called within a sentence."""
    zh, en = word("level", key, (key, key))
    return zh, en.lower()


def keys(domain: str) -> list[str]:
    """Return the keys of a domain that have words, in the order of the file."""
    return [key for of, key in _words() if of == domain]


def form(key: str) -> Bilingual:
    """Return the name of a statutory form; the key itself where wordings/forms.csv has none."""
    return next(
        (
            (f.name, f.english)
            for f in (*form_wordings.forms(), *form_wordings.forms(form_wordings.BUDGET))
            if f.form == key
        ),
        (key, key),
    )


def reason(text: str) -> Bilingual:
    """Say why an identity could not be judged ('form missing: T3'); a reason without words is given as it is."""
    said, mark, about = text.partition(": ")
    zh, en = word("reason", said, (said, said))
    return zh + ("：" + about if mark else ""), en + (mark + about if mark else "")
