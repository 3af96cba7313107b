-- 表中印出的实物量 / Counts of the year that the form of the three public expenses (T7, 机构运行信息表) prints beside its amounts, in current reports, where all of them are read.
-- report_id: report
-- amount_id: cell (reading.amount)
-- item: what is counted: abroad_groups 团组, vehicle_stock 保有量, reception_batches 接待批次, cars 车辆合计, cars_kind 其中一类 …
-- count: number printed
with counted as (
    select amount.report_id, amount.amount_id, amount.line as item, amount.value as count, amount.is_held
    from reading.amount
    join star.dim_report as report on report.report_id = amount.report_id and report.is_current
    where amount.form = 'T7' and amount.column_key = 'count' and amount.line is not null and (amount.value is not null or amount.is_held)
        and not contains(amount.heading, '预算')
)
select report_id, amount_id, item, count
from counted
qualify not bool_or(is_held) over (partition by report_id) and (item = 'cars_kind' or count(*) over (partition by report_id, item) = 1)
