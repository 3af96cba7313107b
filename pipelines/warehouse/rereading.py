"""Reviews: a second opinion on the pages that violations rest on, before any of them becomes a finding.

Belongs here: which pages of a filled warehouse those are, having them read again, whether that changes what was read.
Does not belong here: reading them (batch), comparing the readers (second_reader), filling the warehouse again (build).
"""

import duckdb

_PAGES = """
with violated as (
    select report_id, page, coalesce(amount_ids, []) as amount_ids from checks.outcome where outcome = 'violation'
),
ids as (select distinct unnest(amount_ids) as id from violated),
wanted as (
    select report_id, page from reading.amount join ids on ids.id = amount.amount_id
    union
    select report_id, page from reading.claim join ids on ids.id = claim.claim_id
    union
    select report_id, page from violated where page is not null
    union
    select report_id, unnest(range(1, page_count + 1)) from violated join reading.report using (report_id)
    where page is null and len(amount_ids) = 0
),
due as (select distinct report_id from (from wanted anti join reading.opinion using (report_id, page)))
select report.reading_path, list_sort(list(distinct page))
from (select report_id, page from wanted union all select report_id, page from reading.opinion)
semi join due using (report_id)
join reading.report using (report_id)
group by report.reading_path
"""
_STANDING = "select count(*) filter (outcome != 'same') from reading.opinion"


def due(connection: duckdb.DuckDBPyConnection) -> dict[str, list[int]]:
    """Reports with a violation on a page that only one reader has read: path of the reading → all pages to read twice."""
    return dict(connection.execute(_PAGES).fetchall())


def standing(connection: duckdb.DuckDBPyConnection) -> int:
    """How many pages the two readers do not see alike."""
    return connection.execute(_STANDING).fetchone()[0]
