-- 机关运行经费的答案，存放形式 / Answer of questions.running_costs as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- running_yuan: running costs, in 元
-- public_yuan: 公用经费 of the basic expenditure (T6), which running costs are part of: the total printed, else the sum of the items
-- public_difference_yuan: total printed less the sum of the items; null where no total is printed
-- last_year_yuan: last year's, as this report says it or implies it
-- change_yuan: change, signed
-- growth_percent: change in percent of last year's; null on a base of 0
-- reason: the reason the report gives
-- page: page of the PDF
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_running_costs as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name
