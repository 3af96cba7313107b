-- 收入来源的答案，存放形式 / Answer of questions.income_by_source as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- source: source of the income
-- income_yuan: income, in 元: the total printed, else the sum of the items
-- difference_yuan: total printed less the sum of the items; null where no total is printed
-- share_percent: share of the income of the year
-- page: first page of the form or claim
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_income_by_source as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.income_yuan desc
