-- zh: 说明的本年数－增减额应当等于上年报告所公布的数，只说增长率的应当以上年公布数为基数
-- en: Prose: value less change must be what last year's report published, a growth rate alone must be over it
-- name: changes_lead_to_last_years_values
-- tolerance: SAME
-- severity: error
-- beside: prior_year
-- why: 同一事实在两年的报告中
select report_id, place as instance, code, 'total' as side, 1 as weight, value_id as amount_id, value_amount as value_yuan, value_half as half_step_yuan, hindrance
from checks.year_comparison where role = 'change' and value_id is not null
union all
select report_id, place, code, 'total', if(direction = 'up', -1, 1), claim_id, amount, half, null
from checks.year_comparison where role = 'change' and value_id is not null
union all
select comparison.report_id, comparison.place, comparison.code, 'part', 1, last.amount_id, last.amount, last.half, null
from checks.year_comparison as comparison
join checks.prior_amount as last
    on last.report_id = comparison.report_id and last.section = comparison.section and last.subject = comparison.subject and last.code is not distinct from comparison.code
where comparison.role = 'change' and comparison.value_id is not null
