-- zh: 收支预算总表的收入合计应当等于收入预算总表的合计
-- en: P1 income must equal the total of P2
-- name: P1_income_equals_P2
-- tolerance: SAME
-- severity: fatal
-- needs: P1, P2
-- why: 同一收入
from budget_balance_total('P1', 'income_grand_total', 'income_total', 'opening', 'P2')
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan from budget_grand('P2')
