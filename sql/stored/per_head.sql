-- 人均的答案，存放形式 / Answer of questions.per_head as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- item: 本年支出合计 (of all funds, else of the scopes published), 人员经费 (of the general budget), “三公”经费 (final), 机关运行经费
-- spent_yuan: amount, in 元
-- count: how many heads
-- measure: of whom: 居民 (of the whole region, by the census), 编制 (posts) or 实有人员 (staff), both as the report says them
-- stands_in: the measure of a row of the same item that has the amount already; amounts of rows without one add up
-- per_one_yuan: amount for one head; staff by what the report says of the end of a year, residents by the census
-- region_name: region whose residents are counted (GB/T 2260)
-- count_year: year of the census; the fiscal year of the report for posts and staff
-- source: where the number of residents is published; null where the report says the number
-- page: page of the amount
-- count_page: page of the number of posts or staff
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_per_head as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.item, answer.source is null, answer.measure
