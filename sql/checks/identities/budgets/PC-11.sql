-- zh: 财政拨款收支预算总表的支出应当等于财政拨款支出预算表的合计
-- en: P4 expenditure must equal the total of PU4
-- name: P4_equals_PU4
-- tolerance: SAME
-- severity: fatal
-- needs: P4, PU4
-- why: 同一支出
from budget_balance_total('P4', 'expenditure_grand_total', 'expenditure_total', 'carried_forward', 'PU4')
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan from budget_grand('PU4')
