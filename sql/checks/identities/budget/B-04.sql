-- zh: “三公”经费决算应当不大于预算
-- en: T7: the three public expenses must be within their budget
-- name: three_public_within_budget
-- tolerance: NORM
-- severity: warning
-- any_of: T7
-- why: “三公”经费只减不增、从严控制
select report_id, 'final' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount where form = 'T7' and column_key = 'final_total' and not is_within
union all
select report_id, 'final', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from checks.form_amount where form = 'T7' and column_key = 'budget_total' and not is_within
