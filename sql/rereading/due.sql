-- 不符所依据而只有一个读取器读过的页 / Reports with a violation on a page that only one reader has read.
-- reading_path: Parquet file of the reading
-- pages: all its pages both readers should read, those already read twice too
with violated as (
    select report_id, page, coalesce(amount_ids, []) as amount_ids from checks.outcome where outcome = 'violation'
),
ids as (select distinct unnest(amount_ids) as id from violated),
wanted as (
    select report.report_id, page_of(ids.id) as page from ids join reading.report on report.report_id[:16] = ids.id[:16]
    union
    select report_id, page from violated where page is not null
    union
    select report_id, unnest(range(1, page_count + 1)) from violated join reading.report using (report_id)
    where page is null and len(amount_ids) = 0
),
due as (select distinct report_id from (from wanted anti join reading.opinion using (report_id, page)))
select report.reading_path, list_sort(list(distinct page)) as pages
from (select report_id, page from wanted union all select report_id, page from reading.opinion)
semi join due using (report_id)
join reading.report using (report_id)
group by report.reading_path
