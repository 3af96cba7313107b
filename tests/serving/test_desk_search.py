"""The search of a file, by numbers and bits, finds what the plain search by ids finds, which a lake is asked."""

from collections.abc import Iterator

import pytest

from pipelines.outputs.desk import search, search_in_lake, search_scope
from pipelines.outputs.desk.figures import figures_by_key, figures_of
from pipelines.outputs.desk.search_terms import read_terms
from pipelines.queries import Warehouse
from pipelines.serving.desk.asking import asked
from pipelines.settings import Places
from tests.support.desk import published

EACH = ("fiscal_year", "unit_name", "kind", "form", "is_as_asked", "size", "gravity")
"""What is said of each figure besides which it is."""


@pytest.fixture(scope="module")
def warehouse(small: Places) -> Iterator[Warehouse]:
    with asked(small, seconds=300) as opened:
        yield opened


def by_ids(warehouse: Warehouse, typed: str) -> dict[str, tuple]:
    scope = search_in_lake.scope(warehouse, read_terms(typed))
    rows = warehouse.rows("desk/hits_in_lake", **scope, most=search.MOST)
    return {row["key"]: tuple(row[name] for name in EACH) for row in rows}


def by_numbers(warehouse: Warehouse, typed: str) -> dict[str, tuple]:
    scope = search_scope.scope(warehouse, read_terms(typed))
    rows = warehouse.rows("desk/hits", **scope, has_size=True, most=search.MOST)
    found = figures_by_key(warehouse, {row["key"]: row["report"] for row in rows})
    ids = {row["key"]: row["amount_id"] for row in found}
    return {ids[row["key"]]: tuple(row[name] for name in EACH) for row in rows}


@pytest.mark.parametrize(
    "typed",
    [
        published.PRINTED, f"{published.PRINTED}万元", "0", "20805", "2024", "公务接待", "公务接待 2024", "样本民政局",
        "样本民政局 公务接待", "支出决算表", "收入 决算 财政拨款", "机关运行经费 增长", "208 合计", "没有这个词",
    ],
)  # fmt: skip
def test_numbers_and_bits_lead_to_the_same_figures_as_ids(warehouse, typed):
    found = by_numbers(warehouse, typed)
    assert found == by_ids(warehouse, typed)
    assert bool(found) is (typed != "没有这个词"), "a query that finds nothing shows nothing"


def test_a_share_and_an_amount_with_words_are_found_alike(warehouse):
    [share] = warehouse.connection.execute("select min(text) from reading.claim where counted_in = '%'").fetchall()[0]
    for typed in (f"{share}%", f"{published.PRINTED} 支出", f"{published.PRINTED}万元 2023"):
        assert by_numbers(warehouse, typed) == by_ids(warehouse, typed)
    assert by_numbers(warehouse, f"{share}%")


def test_some_of_them_have_findings(warehouse):
    assert {row[-1] for row in by_numbers(warehouse, "2024").values()} > {9}


def test_pages_follow_one_another_until_all_figures_were_listed(warehouse):
    ids, after = [], ""
    while True:
        page = search.find(warehouse, "公务接待", {}, "largest", after)
        ids += [row["amount_id"] for row in page.rows]
        after = page.following
        if not after:
            break
        assert page.first == len(ids) - len(page.rows) + 1
    assert len(ids) == len(set(ids)) == page.total > search.PAGE
    plain = by_ids(warehouse, "公务接待")
    sizes = [plain[one][EACH.index("size")] for one in ids]
    assert sizes == sorted(sizes, reverse=True)


def test_a_page_after_a_figure_that_is_not_there_is_the_first(warehouse):
    assert search.find(warehouse, "2024", {}, "match", "0" * 16 + "-p001-n0001").first == 1
    assert figures_of(warehouse, ["none", ""]) == []
