-- 三公经费单价的答案，存放形式 / Answer of questions.three_public_costs as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- item: “三公” item
-- spent_yuan: final amount, in 元
-- count: how many as the report counts them; foreign guests that it counts apart are not among them
-- measure: of what: 辆 (kept at the year's end, or bought), 人次, 批次, 团组
-- stands_in: the measure of a row of the same item that has the amount already; amounts of rows without one add up
-- per_one_yuan: amount for one of them; null for none
-- stated_yuan: mean the report says (车均 …), in 元
-- page: page of the amount
-- count_page: page of the count
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_three_public_costs as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.item, answer.stands_in nulls first, answer.measure
