"""Gx: what Great Expectations says of expectations. The only module that loads it, which takes seconds: never at import.

Belongs here: handing it frames and expectations, its answers. Does not belong here: when it is asked (judging), the expectations
(suites).
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pipelines import sparing
from pipelines.queries import Warehouse
from pipelines.warehouse.suites import Expectation, ask

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.core import ExpectationValidationResult
    from great_expectations.core.batch_definition import BatchDefinition


def holds(warehouse: Warehouse, expectations: Sequence[Expectation], year: int) -> dict[str, bool]:
    """Expectation name → whether it holds in a fiscal year; those about identities in all years."""
    sparing.let_in()
    import great_expectations as gx

    outcomes: dict[str, bool] = {}
    for sql in dict.fromkeys(e.query for e in expectations):
        chosen = [e for e in expectations if e.query == sql]
        frame = ask(warehouse, sql, year).df()
        looked_at = _split(frame, chosen) if chosen[0].identity_id else frame
        suite = gx.ExpectationSuite("asked", [{**_definition(e), "meta": {"name": e.name}} for e in chosen])
        results = _rows().get_batch({"dataframe": looked_at}).validate(suite, result_format="BOOLEAN_ONLY").results
        outcomes |= {_name(r): bool(r.success) for r in results}
    return outcomes


def _split(frame: "pd.DataFrame", chosen: Sequence[Expectation]) -> "pd.DataFrame":
    """The violations in a column an identity and a row a year: split once, where a condition would search the frame for each.

    An identity that has no row in a year has no value, which is no violation. Raises ValueError where one has two rows.
    """
    wide = frame.pivot(index="fiscal_year", columns="identity_id", values="violation")
    return wide.reindex(columns=[e.identity_id for e in chosen])


def _definition(expectation: Expectation) -> dict:
    """What Great Expectations is told of an expectation: of one about an identity, the column of that (_split)."""
    if not expectation.identity_id:
        return expectation.definition
    asked = expectation.definition["kwargs"]
    kept = {key: value for key, value in asked.items() if key not in ("row_condition", "condition_parser")}
    return {**expectation.definition, "kwargs": {**kept, "column": expectation.identity_id}}


def _name(result: "ExpectationValidationResult") -> str:
    """The name of the expectation a result is of; raises KeyError for one that we did not name."""
    config = result.expectation_config
    return ((config and config.meta) or {})["name"]


@cache
def _rows() -> "BatchDefinition":
    """What Great Expectations takes any rows by: one in a process, as it writes its context down with each that is added.

    The context is in memory, silent, and tells nobody of its use.
    """
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.analytics_enabled = False
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return (
        context.data_sources.add_pandas("rows").add_dataframe_asset("rows").add_batch_definition_whole_dataframe("all")
    )
