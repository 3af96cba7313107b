-- 判断份额的答案，存放形式 / Answer of questions.judged_share as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- region_code: region by GB/T 2260 (its first two digits are the province); null for central bodies
-- unit_name: unit as printed
-- fiscal_year: fiscal year
-- level: 部门 or 单位, as the report says it
-- numbers: amounts of the forms and numbers of the prose that were read
-- judged: those that some identity judges
-- unjudged: those that none judges (checks.unjudged lists them with the reason)
-- judged_percent: judged in percent of the numbers
-- places: the forms and sections with most of them
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_judged_share as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.judged_percent
