-- 湖仓一些数所在的报告与页 / The reports and pages that some figures of a lake stand in, told by their ids.
-- $ids: ids of amounts and claims
select
    list(distinct report.report_id) as reports, list(distinct try(page_of(figure.id))) as pages
from (select unnest($ids::varchar[]) as id) as figure
join reading.report as report on report.report_id[:16] = figure.id[:16]
