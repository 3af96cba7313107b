-- 基本支出与项目支出的答案，存放形式 / Answer of questions.basic_and_project as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- scope: scope of funds; scopes overlap and are never added
-- held_in: the wider scope that holds this money already; only rows without one add up
-- spent_yuan: spent, in 元: the total printed, else the sum of the items
-- basic_yuan: basic expenditure, likewise; null, as the columns below, where the report does not split
-- project_yuan: project expenditure, likewise
-- other_yuan: remitted to superiors, business, subsidies to units, likewise
-- difference_yuan: total printed less the sum of the items; null where no total is printed
-- basic_difference_yuan: the same of basic expenditure
-- project_difference_yuan: the same of project expenditure
-- basic_percent: share of basic expenditure; null where the form prints less in total than in its parts
-- project_percent: share of project expenditure
-- page: first page of the form or claim
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_basic_and_project as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.scope
