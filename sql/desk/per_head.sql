-- 人均：每位居民、每个编制、每名实有人员 / What a unit spent per resident, post and member of staff, by year.
-- $unit: unit_key
select
    report.fiscal_year, asked.item, asked.measure, asked.spent_yuan, asked.count, asked.region_name, asked.count_year, asked.per_one_yuan, asked.file
from questions.per_head as asked
join star.dim_report as report on report.file = asked.file and report.is_current
where report.unit_key = $unit
order by report.fiscal_year, asked.item, asked.measure
