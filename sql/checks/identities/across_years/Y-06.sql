-- zh: 说明所列的上年数应当等于上年报告所公布的数
-- en: Prose: last year's values must be those last year's report published
-- name: prior_values_are_last_years
-- tolerance: SAME
-- severity: error
-- beside: prior_year
-- why: 同一事实在两年的报告中
select comparison.report_id, comparison.place as instance, comparison.code, 'total' as side, 1 as weight, comparison.claim_id as amount_id, comparison.amount as value_yuan, comparison.half as half_step_yuan, comparison.hindrance
from checks.year_comparison as comparison
where comparison.role = 'prior' and comparison.report_id in (select report_id from checks.related_report where relation = 'prior_year')
union all
select comparison.report_id, comparison.place, comparison.code, 'part', 1, last.amount_id, last.amount, last.half, null
from checks.year_comparison as comparison
join checks.prior_amount as last
    on last.report_id = comparison.report_id and last.section = comparison.section and last.subject = comparison.subject and last.code is not distinct from comparison.code
where comparison.role = 'prior'
