"""Comparing: the page of units side by side.

Belongs here: what its address asks for. Does not belong here: what is compared (outputs.desk.compare).
"""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from pipelines.outputs.desk import compare
from pipelines.serving.desk.answers import Answers
from pipelines.serving.desk.asking import asked
from pipelines.settings import Places


@dataclass(frozen=True, slots=True)
class Comparing:
    """The page."""

    places: Places
    answers: Answers

    def page(self, request: Request) -> Response:
        """Units by their keys (unit=…, several), a part of a name to choose others by (name=…), a year (year=…)."""
        given = request.query_params
        keys = list(dict.fromkeys(key for key in given.getlist("unit") if key))
        name, year = given.get("name", "").strip(), given.get("year", "")
        with asked(self.places) as warehouse:
            of_year = int(year) if year.isascii() and year.isdecimal() and len(year) == 4 else None
            shown = compare.compare(warehouse, keys[: compare.MOST], name, of_year)
        return self.answers.page(
            request, "compare", shown=shown, name=name, year=of_year, most=compare.MOST, is_cut=len(keys) > compare.MOST
        )  # fmt: skip
