"""OpenAPI: what programs may ask the desk, described as OpenAPI says.

Belongs here: the description (openapi.json) with the tables there are. Does not belong here: answering (serving.desk).
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("openapi.json")
TABLE = "/data/{table}.{form}"


def describe(tables: Iterable[str], forms: Iterable[str]) -> dict[str, Any]:
    """The description, of these tables and forms they are carried away in."""
    described: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    given = {"table": [*tables], "form": [*forms]}
    for parameter in described["paths"][TABLE]["get"]["parameters"]:
        if parameter["name"] in given:
            parameter["schema"]["enum"] = given[parameter["name"]]
    return described
