-- 三公经费单价：每辆、每人次、每批次 / Three public expenses of a unit per vehicle, guest and visit, by year.
-- $unit: unit_key
select report.fiscal_year, asked.item, item.en as item_en, asked.measure, asked.spent_yuan, asked.count, asked.per_one_yuan, asked.file
from questions.three_public_costs as asked
join star.dim_report as report on report.file = asked.file and report.is_current
join reference.word as item on item.domain = 'public' and item.zh = asked.item
where report.unit_key = $unit and asked.count > 0
order by report.fiscal_year, asked.item, asked.measure
