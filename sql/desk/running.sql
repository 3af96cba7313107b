-- 机关运行经费与上年 / Running costs of a unit by year, last year's beside them.
-- $unit: unit_key
select report.fiscal_year, asked.running_yuan, asked.last_year_yuan, asked.growth_percent, asked.page, asked.file
from questions.running_costs as asked
join star.dim_report as report on report.file = asked.file and report.is_current
where report.unit_key = $unit and asked.running_yuan is not null
order by report.fiscal_year
