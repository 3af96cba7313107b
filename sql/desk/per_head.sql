-- 人均：每位居民、每个编制、每名实有人员 / What a unit spent per resident, post and member of staff, by year.
-- $unit: unit_key
select
    report.fiscal_year, asked.item, item.en as item_en, asked.measure, measure.en as measure_en, asked.spent_yuan, asked.count, asked.region_name, asked.count_year, asked.per_one_yuan, asked.file
from questions.per_head as asked
join star.dim_report as report on report.file = asked.file and report.is_current
join reference.word as item on item.domain = 'subject' and item.zh = asked.item
join reference.word as measure on measure.domain = 'head' and measure.zh = asked.measure
where report.unit_key = $unit
order by report.fiscal_year, asked.item, asked.measure
