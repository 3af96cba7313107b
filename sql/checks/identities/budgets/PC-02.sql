-- zh: 收支预算总表的支出合计应当等于支出预算总表的合计
-- en: P1 expenditure must equal the total of P3
-- name: P1_expenditure_equals_P3
-- tolerance: SAME
-- severity: fatal
-- needs: P1, P3
-- why: 同一支出
from budget_balance_total('P1', 'expenditure_grand_total', 'expenditure_total', 'carried_forward', 'P3')
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan from budget_grand('P3')
