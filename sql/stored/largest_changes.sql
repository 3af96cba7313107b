-- 变动最大的事项的答案，存放形式 / Answer of questions.largest_changes as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- place: rank within the report and the comparison, by the size of the change
-- against: what it is compared with: 上年决算, 年初预算, 全年预算, 预算
-- item_code: code of a functional item, null for others
-- item: what changed
-- base_yuan: last year's value or the budget, as said, else the value less the change
-- value_yuan: this year's value, as said
-- change_yuan: change, signed, as said, else the difference of the two
-- growth_percent: change in percent of what it is compared with; null on a base of 0
-- reason: the reason the report gives
-- page: page of the PDF
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_largest_changes as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.against, answer.place, answer.address
