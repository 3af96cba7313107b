"""The objects of a PDF as pypdf holds them.

Belongs here: coming to an object by the names that lead there.
Does not belong here: what is changed in it (tests/support/paper/odd_pages.py, tests/support/faults).
"""

from typing import Any

from pypdf.generic import DictionaryObject


def entry(start: DictionaryObject, *names: str) -> Any:
    """What the names lead to, references followed; raises KeyError where one leads nowhere.

    pypdf types every entry of a dictionary as an object of any kind: who asks knows which kind it is.
    """
    found: Any = start
    for name in names:
        found = found[name].get_object()
    return found
