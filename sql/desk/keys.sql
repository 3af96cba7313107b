-- 一些数及其报告在文件中的号 / The numbers in a file of some figures and of their reports, by their ids.
-- $ids: ids of amounts and claims
with asked as (
    select report.report, figure.id, try(page_of(figure.id)) as page
    from (select unnest($ids::varchar[]) as id) as figure
    join stored.report as report on report.report_id[:16] = figure.id[:16]
)
select asked.id as amount_id, told.number as key, told.report
from asked join stored.amount as told using (report, page)
where coalesce(told.own_id, amount_key(told.report_id, told.page, told.form, told.panel, told.row, told.column_number)) = asked.id
union all
select asked.id, told.number, told.report
from asked join stored.claim as told using (report, page)
where coalesce(told.own_id, claim_key(told.report_id, told.page, told.place)) = asked.id
