-- zh: 预算表的增减额应当等于本年预算数－上年数
-- en: Forms of a budget: a printed change must be the budget of the year less the amount of the year before
-- name: printed_changes_are_differences
-- tolerance: DIFF
-- severity: error
-- any_of: P5, P7, P8, P9, P1, P4
-- why: 增减额的定义
-- silent: the form has no such column
select report_id, place as instance, code, 'total' as side, sign as weight, change_id as amount_id, change as value_yuan, change_half as half_step_yuan
from checks.printed_change where not is_rate
union all
select report_id, place, code, 'part', 1, value_id, amount, half
from checks.printed_change where not is_rate
union all
select report_id, place, code, 'part', -1, prior_id, prior, prior_half
from checks.printed_change where not is_rate
