"""Figures of random coherent budgets, before any form is made of them.

Belongs here: what a budget is made of, its sums by code. Does not belong here: the forms that print them (forms), the sets of places
(shanghai, wuxi, xian).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

ITEMS = ("2010301", "2010302", "2010399", "2080501", "2210203")
FUND_ITEM, STATE_ITEM = "2120803", "2230105"
PERSONNEL, PUBLIC, OTHER = ("30101", "30108"), ("30201", "30211"), ("31002",)
COSTS = ("abroad", "reception", "purchase", "running")


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A budget: item → cents of (personnel, public, project), economic item → cents, each of the general budget; the other money.

    carried: from the year before, and to the next, all of other money. costs: as COSTS.
    """

    unit: str
    year: int
    level: str
    general: Mapping[str, tuple[int, ...]]
    economic: Mapping[str, int]
    projects: Mapping[str, int]
    fund: int
    state: int
    business: int
    carried: tuple[int, int]
    costs: tuple[int, ...]

    def sums(self) -> dict[str, Counter]:
        """Every code of the general budget and those above it → cents by nature."""
        return sums_by_code(
            {
                code: dict(zip(("personnel", "public", "project"), cents, strict=True))
                for code, cents in self.general.items()
            }
        )

    @property
    def whole(self) -> Counter:
        """Cents of the general budget by nature, and of it all (total)."""
        return Counter(
            {
                key: sum(sums[key] for code, sums in self.sums().items() if len(code) == 3)
                for key in ("personnel", "public", "project", "total")
            }
        )


def figures(seed: int, unit: str, year: int, level: str = "部门", plain: bool = True) -> Figures:
    """Random figures; plain: without money from the year before and of other sources than fiscal appropriation."""
    random = Random(f"budget {seed} {level}")

    def some(most: int) -> int:
        return random.randrange(100_000, most)

    general = {
        code: (some(90_000_000), some(9_000_000), some(40_000_000))
        if code.endswith(("01", "99"))
        else (0, 0, some(30_000_000))
        for code in ITEMS
    }
    halves = [sum(cents[n] for cents in general.values()) for n in (0, 1)]
    economic = {**split(random, halves[0], PERSONNEL), **split(random, halves[1], PUBLIC)}
    return Figures(
        unit=unit, year=year, level=level, general=general, economic=economic,
        projects=split(random, sum(cents[2] for cents in general.values()), (PUBLIC[0], *OTHER)),
        fund=some(20_000_000), state=some(5_000_000), business=0 if plain else some(9_000_000),
        carried=(0, 0) if plain else (some(8_000_000), some(3_000_000)), costs=tuple(some(900_000) for _ in COSTS),
    )  # fmt: skip


def split(random: Random, cents: int, codes: Sequence[str]) -> dict[str, int]:
    """A sum cut into parts, one a code."""
    cuts = sorted(random.randrange(cents) for _ in codes[1:])
    return dict(
        zip(codes, (after - before for before, after in zip([0, *cuts], [*cuts, cents], strict=True)), strict=True)
    )


def sums_by_code(leaves: Mapping[str, Mapping[str, int]]) -> dict[str, Counter]:
    """Every code of the leaves and those above it → cents by nature, and all of it (total)."""
    found: dict[str, Counter] = {}
    for leaf, cents in leaves.items():
        for code in dict.fromkeys((leaf[:3], leaf[:5], leaf)):
            found.setdefault(code, Counter()).update({**cents, "total": sum(cents.values())})
    return dict(sorted(found.items()))


def all_money(budget: Figures) -> dict[str, Counter]:
    """All money by function: the general budget's, the funds', and other money as projects of the first item."""
    leaves = {
        code: dict(zip(("personnel", "public", "project"), cents, strict=True))
        for code, cents in budget.general.items()
    }
    for code, cents in ((FUND_ITEM, budget.fund), (STATE_ITEM, budget.state)):
        leaves[code] = {"personnel": 0, "public": 0, "project": cents}
    first = next(iter(leaves))
    extra = budget.business + budget.carried[0] - budget.carried[1]
    return sums_by_code({**leaves, first: {**leaves[first], "project": leaves[first]["project"] + extra}})


def of_one_item(code: str, cents: int) -> dict[str, Counter]:
    """The sums of money that is all spent on projects of one item."""
    return sums_by_code({code: {"personnel": 0, "public": 0, "project": cents}})
