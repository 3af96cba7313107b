-- 按职能比较的答案，存放形式 / Answer of questions.cofog as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- scope: scope of funds; scopes overlap and are never added
-- held_in: the wider scope that holds this money already; only rows without one add up
-- division: division 01 to 10; null where the 类 has none, or none is printed
-- division_name: its name
-- spent_yuan: spent, in 元
-- share_percent: share of the unit's spending of the year and scope
-- classes: the 类 it is made of
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_cofog as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.scope, answer.division
