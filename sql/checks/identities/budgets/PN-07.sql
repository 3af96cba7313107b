-- zh: 编制说明中的增减额应当等于本年数与所印上年数之差
-- en: Prose of a budget: a change must be the difference of both years where both are printed
-- name: changes_follow_from_both_years
-- tolerance: DIFF
-- severity: error
-- why: 增减额的定义
with changed as (from checks.budget_change where prior_id is not null and change_id not in (from budget_turned()))
select report_id, place as instance, code, 'total' as side, 1 as weight, change_id as amount_id, change as value_yuan, change_half as half_step_yuan
from changed
union all
select report_id, place, code, 'part', sign, value_id, amount, half from changed
union all
select report_id, place, code, 'part', -sign, prior_id, prior, prior_half from changed
