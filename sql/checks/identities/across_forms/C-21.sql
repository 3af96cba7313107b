-- zh: “三公”经费决算合计应当不大于财政拨款支出合计
-- en: Three public expenses must not exceed fiscal expenditure
-- name: three_public_within_fiscal_expenditure
-- tolerance: INEQ
-- severity: warning
-- needs: T4, T7
-- why: “三公”经费是财政拨款支出的一部分
select
    report_id, '' as instance, null as code, if(form = 'T7', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where (form = 'T7' and column_key = 'final_total' and not is_within) or (form = 'T4' and line = 'expenditure_total' and column_key = 'total')
