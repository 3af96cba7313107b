-- zh: “三公”经费决算应当不大于预算
-- en: T7: the three public expenses must be within their budget
-- name: three_public_within_budget
-- tolerance: NORM
-- severity: warning
-- any_of: T7
-- why: “三公”经费只减不增、从严控制
select report_id, 'final' as instance, null as code, if(phase = 'final', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.public_expense where phase in ('final', 'budget') and item = 'total' and not is_within
