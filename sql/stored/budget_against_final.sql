-- 预决算对比的答案，存放形式 / Answer of questions.budget_against_final as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- scope: scope of funds; scopes overlap and are never added
-- function_code: code of the functional item
-- function_name: name of the item in the year
-- budget_yuan: the budget as published, summed to the item
-- stated_initial_yuan: 年初预算 that the final account prints beside it
-- stated_annual_yuan: 全年预算 that it prints beside it
-- final_yuan: spent, summed to the item
-- difference_yuan: final less budget; null where they do not compare
-- is_comparable: whether both sides give the item
-- reason: why not: one side is not published, has no such form or item, or holds money in reserve
-- budget_file: budget, path below raw/
-- final_file: final account, path below raw/
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* replace (place_within(answer.address) as address)
from answer_budget_against_final as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.scope, answer.function_code
