"""Bars: figures drawn beside their numbers.

Belongs here: the bars of a chart as shares of its width, from amounts by item and series.
Does not belong here: which amounts (sql/book), the markup (templates/chart.html.jinja).
A chart is a table whose cells hold bars: the numbers are its alternative, it reads in both languages, on a phone and in grey.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.vocabulary import Bilingual

WAN = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount: its series in both languages, the amount in 元 (None where nothing is printed), where the bar starts and how long it is, in %."""

    series: Bilingual
    yuan: Decimal | None
    start: str
    length: str

    @property
    def wan(self) -> str:
        """The amount in 万元 with two decimals, — where nothing is printed."""
        return "—" if self.yuan is None else f"{self.yuan / WAN:,.2f}"


@dataclass(frozen=True, slots=True)
class Group:
    """The bars of one item, named in both languages."""

    label: Bilingual
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Groups of bars on one scale; series in the order of their fills; bars start from `zero` %."""

    title: Bilingual
    series: tuple[Bilingual, ...]
    groups: tuple[Group, ...]
    zero: str

    @property
    def is_signed(self) -> bool:
        """Whether an amount below zero moves the line bars start from."""
        return self.zero != "0.00"


def chart(
    title: Bilingual, items: Mapping[Bilingual, Mapping[Bilingual, Decimal | None]], series: Sequence[Bilingual]
) -> Chart | None:
    """A chart of item → series → amount in 元, in the order given; None where nothing but zero is printed."""
    amounts = [a for by_series in items.values() for a in by_series.values() if a is not None]
    if not any(amounts):
        return None
    low, high = min(Decimal(0), *amounts), max(Decimal(0), *amounts)
    share = lambda amount: (amount - low) / (high - low) * 100  # noqa: E731
    groups = tuple(
        Group(item, tuple(_bar(one, amounts.get(one), share) for one in series if one in amounts))
        for item, amounts in items.items()
    )
    return Chart(title, tuple(series), groups, f"{share(Decimal(0)):.2f}")


def _bar(series: Bilingual, yuan: Decimal | None, share: Callable[[Decimal], Decimal]) -> Bar:
    ends = sorted((share(Decimal(0)), share(yuan or Decimal(0))))
    return Bar(series, yuan, f"{ends[0]:.2f}", f"{ends[1] - ends[0]:.2f}")
