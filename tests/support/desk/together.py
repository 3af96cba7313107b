"""Together: tests whose readings are judged in one warehouse, each of a unit of its own, so that no report speaks of another.

Belongs here: running such tests side by side. Does not belong here: what a test expects, readings (desk).
A warehouse takes a second, a report more in it a hundredth.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import wraps
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from pipelines.reading.readings import Reading
from tests.support.desk import desk


class Outcomes(dict[str, set[str]]):
    """Identity → the outcomes of a report that say something, and how often each was found (every, not_evaluable among them)."""

    def __init__(
        self, every: Mapping[str, Sequence[str]], report_id: str, warehouse: duckdb.DuckDBPyConnection
    ) -> None:
        self._report_id, self._warehouse = report_id, warehouse
        told = {identity: set(outcomes) - {"not_evaluable"} for identity, outcomes in every.items()}
        super().__init__({identity: outcomes for identity, outcomes in told.items() if outcomes})
        self.every = every

    @property
    def violated(self) -> set[str]:
        """The identities that some outcome violates."""
        return {identity for identity, outcomes in self.items() if "violation" in outcomes}

    def ask(self, query: str) -> list[tuple]:
        """Rows of the warehouse that is open until the test yields again; `$report` stands for the report."""
        return self._warehouse.execute(query, {"report": self._report_id}).fetchall()

    def all_of(self, identity: str) -> set[str]:
        """Every outcome of an identity, not_evaluable among them."""
        return set(self.every.get(identity, ()))


Judging = Generator[Reading, Outcomes, None]
"""A test that yields a reading, is given its outcomes, and may do so again."""


@dataclass
class _Case:
    """A test with the values of its parameters: the reading that it waits for the outcomes of, or how it ended."""

    steps: Judging
    waits_for: Reading | None = None
    failure: Exception | None = None

    def go_on(self, outcomes: Outcomes | None) -> None:
        """Run the test up to its next reading or to its end."""
        self.waits_for = None
        try:
            self.waits_for = next(self.steps) if outcomes is None else self.steps.send(outcomes)
        except StopIteration:
            pass
        except Exception as failure:  # the test that it is of fails with it, and no other
            self.failure = failure


@dataclass
class Together:
    """The tests of a module that are judged together: a decorator of each."""

    _tests: dict[str, tuple[Callable[..., Judging], Callable[..., None]]] = field(default_factory=dict)
    _cases: dict[str, _Case] = field(default_factory=dict)

    def __call__(self, test: Callable[..., Judging]) -> Callable[..., None]:
        """Make a test of a generator that yields readings and is given their outcomes."""

        @wraps(test)
        def judged(**values: Any) -> None:
            if not self._cases:
                self._judge()
            if failure := self._cases[_key(test, values)].failure:
                raise failure

        self._tests[test.__name__] = test, judged
        return judged

    def _judge(self) -> None:
        """Run all tests to their ends; where a warehouse cannot be filled, none has one, and each says why."""
        cases = {
            _key(test, values): _Case(test(**values))
            for test, judged in self._tests.values()
            for values in _values(judged)
        }
        for case in cases.values():
            case.go_on(None)
        while waiting := [(case, case.waits_for) for case in cases.values() if case.waits_for is not None]:
            with _judged([reading for _, reading in waiting]) as found:
                for (case, _), outcomes in zip(waiting, found, strict=True):
                    case.go_on(outcomes)
        self._cases = cases


def _key(test: Callable[..., Judging], values: dict[str, Any]) -> str:
    return f"{test.__name__} {sorted(values.items())!r}"


def _values(judged: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """The values of a test's parameters, for each of its cases."""
    rows = [
        [dict(zip(_names(mark.args[0]), row if len(_names(mark.args[0])) > 1 else (row,), strict=True)) for row in mark.args[1]]
        for mark in getattr(judged, "pytestmark", ())
        if mark.name == "parametrize"
    ]  # fmt: skip
    for parts in product(*rows):
        yield {name: value for part in parts for name, value in part.items()}


def _names(given: str | tuple[str, ...]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given


@contextmanager
def _judged(readings: Sequence[Reading]) -> Iterator[list[Outcomes]]:
    """The outcomes of each of these readings, which have nothing to do with one another, while their warehouse is open."""
    query = "select report_id, identity_id, list(outcome order by outcome) from checks.outcome group by all"
    found: dict[str, dict[str, list[str]]] = {desk.report_id(number): {} for number in range(len(readings))}
    with TemporaryDirectory() as folder, desk.filled(Path(folder), apart(readings)) as warehouse:
        for report, identity, outcomes in warehouse.execute(query).fetchall():
            found[report][identity] = outcomes
        yield [Outcomes(every, report, warehouse) for report, every in found.items()]


def apart(readings: Sequence[Reading]) -> list[Reading]:
    """The readings as they are where no two are of one unit, else each of another."""
    if len({one.disclosure.unit for one in readings}) == len(readings):
        return list(readings)
    return [
        replace(one, disclosure=replace(one.disclosure, unit=f"样本市样本区第{number}局"))
        for number, one in enumerate(readings)
    ]
