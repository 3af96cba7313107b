-- 陈述事实：正文中的数，现行版本 / Claims of current reports: running costs, procurement, assets, performance and every compared amount.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- function_key: functional item it is about (star.dim_function), null for others
-- section: section of the report (running_costs, procurement, assets, performance …)
-- subject: what it is about (reading.claim)
-- label: the subject as named, where its name matters
-- role: value, prior, change, growth, points, share, budget, ceiling, completion, count, mean, score, weight, rate, threshold, direction
-- direction: up, down, same, above, below, equal, unresolved
-- base: comparison, budget phase or denominator as said
-- fitted: the reading the report's figures bear out
-- amount_yuan: money in 元, null for other measures
-- quantity: number in `counted_in` where it is no money
-- counted_in: 元, 万元, %, 辆 …
-- is_doubtful: the wording is not to be trusted (reading.claim.doubts)
-- amount_id: the claim (reading.claim.claim_id), which leads to page, box and sentence
select
    report.fiscal_year, report.unit_key, claim.report_id, function.function_key, claim.section, claim.subject, claim.label,
    claim.role, claim.direction, claim.base, claim.fitted, claim.value_yuan as amount_yuan,
    if(claim.value_yuan is null, claim.value, null) as quantity, claim.counted_in, len(claim.doubts) > 0 as is_doubtful,
    claim.claim_id as amount_id
from reading.claim
join star.dim_report as report on report.report_id = claim.report_id and report.is_current
left join star.dim_function as function
    on function.function_code = if(claim.subject != 'economic', claim.code, null)
    and report.fiscal_year between function.valid_from and function.valid_to
