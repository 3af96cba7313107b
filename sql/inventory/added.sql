-- 写入存档清册的新条目 / Entries to be added, each with the number that makes it the newest of its reading.
-- folder: year folder by which the report was read
-- report_id: report
-- number: how often the reading was kept before, and this time
-- digest: SHA-256 of its Parquet file; empty where it was taken off the shelf
-- size: bytes of that file
-- code_version: of what read it
-- recognisers: of those that read its pictures
-- broken_limits: the limits for which the report was given up, as JSON
with before as (
    select folder, report_id, max(number) as number
    from inventory.entry
    group by all
)

select fresh.* replace (fresh.number + coalesce(before.number, 0) as number)
from inventory.fresh
left join before on fresh.folder = before.folder and fresh.report_id = before.report_id
