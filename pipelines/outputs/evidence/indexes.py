"""Indexes: the pages of the book that lead to reports: the index, the years, the regions, the units.

Belongs here: reports in groups with their counts, these pages written. Does not belong here: the pages of reports (site), charts (charts),
markup (render, templates).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from pipelines.outputs.addresses import page_address
from pipelines.outputs.evidence import charts, render
from pipelines.queries import Row, Warehouse


def write_indexes(warehouse: Warehouse, site: render.Site, listed: Sequence[Row], folder: Path) -> None:
    """The index and the pages of years, regions and units; budgets have a list of their own and stand on the page of their unit."""
    finals, budgets = ([row for row in listed if row["kind"] == kind] for kind in ("final", "budget"))
    years = list(_groups(finals, lambda r: r["fiscal_year"], lambda r: r["fiscal_year"]))[::-1]
    regions = list(_groups(finals, lambda r: r["region_code"] or "none", lambda r: r["region_name"]))
    units = list(_groups(listed, lambda r: r["unit_key"], lambda r: r["unit_name"]))
    for kind, groups in (("year", years), ("region", regions), ("unit", units)):
        for group in groups:
            own: dict[str, object] = {"charts": [], "carried": []}
            if kind == "unit":
                carried = warehouse.rows("book/carried", unit=group["key"])
                own = {"charts": charts.of_unit(warehouse, group["key"]), "carried": carried}
            text = render.render("group", site, group=group, kind=kind, root="../", **own)
            (folder / page_address(kind, str(group["key"]))).write_text(text, encoding="utf-8")
    own_units = list(_groups(finals, lambda r: r["unit_key"], lambda r: r["unit_name"]))
    own_units.sort(key=lambda u: (-render.gravity(u), u["rows"][0]["region_code"] or "", u["name"]))
    values = {
        "all": _sum(finals),
        "years": years,
        "regions": regions,
        "units": own_units,
        "budgets": budgets,
        "root": "",
    }
    outside = warehouse.rows("book/outside")
    text = render.render("index", site, outside=outside, **values)
    (folder / "index.html").write_text(text, encoding="utf-8")


def _groups(listed: Iterable[Row], key: Callable[[Row], object], name: Callable[[Row], object]) -> Iterator[Row]:
    """Reports grouped by a key, in its order, with their counts."""
    for value, group in groupby(sorted(listed, key=lambda r: str(key(r))), key=key):
        own = list(group)
        yield {"key": value, "name": name(own[0]), "region_name": own[0]["region_name"], "rows": own, **_sum(own)}


def _sum(reports: Sequence[Row]) -> Row:
    """Counts of reports (unread: those with a form not read for certain), units, numbers and findings, the share explained."""
    numbers = sum(r["token_count"] for r in reports)
    explained = sum(r["token_count"] * (r["explained_share"] or Decimal(0)) for r in reports)
    return {
        "reports": len(reports),
        "units": len({r["unit_key"] for r in reports}),
        "token_count": numbers,
        "explained_share": explained / numbers if numbers else None,
        "judged": sum(r["judged"] for r in reports),
        "unread": sum(bool(r["unread"]) for r in reports),
        "with_findings": sum(any(r[severity] for severity in render.SHAPES) for r in reports),
        **{severity: sum(r[severity] for r in reports) for severity in render.SHAPES},
    }
