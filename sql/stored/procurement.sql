-- 政府采购的答案，存放形式 / Answer of questions.procurement as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- procured_yuan: procurement in total, in 元
-- goods_yuan: of it goods
-- works_yuan: of it works
-- services_yuan: of it services
-- small_firms_yuan: contracts of small and medium firms: awarded to them, or won by them in reserved and other projects
-- small_firms_percent: their share, worked out
-- stated_percent: their share as the report says it
-- micro_firms_yuan: of it contracts of small and micro firms
-- micro_firms_percent: their share, worked out
-- page: page of the PDF
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_procurement as answer
join reading.report as printed on printed.file = answer.file -- without a total there is no address
join report_number as report on report.report_id = printed.report_id
order by answer.fiscal_year, answer.unit_name
