-- zh: “三公”经费决算合计应当不大于财政拨款支出合计
-- en: Three public expenses must not exceed fiscal expenditure
-- name: three_public_within_fiscal_expenditure
-- tolerance: INEQ
-- severity: warning
-- needs: T4, T7
-- why: “三公”经费是财政拨款支出的一部分
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.public_expense where phase = 'final' and item = 'total' and not is_within
union all
from pick('part', 1, 'T4', 'expenditure_total', 'total')
