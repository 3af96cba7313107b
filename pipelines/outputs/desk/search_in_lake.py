"""Search in lake: what a word or an amount can stand with, where the warehouse is a lake: it has no index, and its rows have ids.

Belongs here: the values of sql/desk/hits_in_lake.sql. Does not belong here: a file (search_scope), asking for the figures (search).
"""

from typing import Any

from pipelines.outputs.desk.search_scope import amount_asked
from pipelines.outputs.desk.search_terms import MOST_WORDS, Terms, read_number
from pipelines.queries import Warehouse

_NO_WORD: dict[str, Any] = {"word": None, "number": None, "named": [], "forms": [], "said": []}
_MOST_REPORTS = 1000
"""Reports in whose prose a word stands that are looked for one by one; where there are more, all are looked at."""


def scope(warehouse: Warehouse, terms: Terms) -> dict[str, Any]:
    """The values of sql/desk/hits_in_lake.sql for what is typed."""
    words = [_word(warehouse, word) for word in terms.words]
    return amount_asked(terms.amount) | {"words": [*words, *[_NO_WORD] * (MOST_WORDS - len(words))]}


def _word(warehouse: Warehouse, word: str) -> dict[str, Any]:
    """A word with what it can stand with."""
    [found] = warehouse.rows("desk/word_in_lake", word=word, most=_MOST_REPORTS)
    number = read_number(word)
    return found | {"word": word, "number": None if number is None else str(number)}
