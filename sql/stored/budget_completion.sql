-- 预算完成情况的答案，存放形式 / Answer of questions.budget_completion as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- origin: where both stand: a form, or 正文 (the prose)
-- item_code: code of a functional or economic item, null for others
-- item: functional or economic item, “三公” item, total or row, as the report speaks of it
-- held_in: the total of the answer, or the form, that holds or repeats this amount already; only rows of one phase without one add up
-- phase: which budget: 年初预算, 全年预算, or 预算 where no phase is said
-- budget_yuan: budget as printed, else the final amount less the change said
-- final_yuan: final amount as printed
-- difference_yuan: final less budget
-- completion_percent: final in percent of the budget; null for a budget of 0
-- stated_percent: the percentage the report says
-- reason: the reason the report gives
-- page: page of the PDF
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_budget_completion as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.page, answer.address, answer.phase
