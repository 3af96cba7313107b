-- zh: 财政拨款收支预算总表的支出应当等于一般公共预算、政府性基金、国有资本经营预算支出表的合计之和
-- en: P4 expenditure must equal the totals of P5, P8 and P9
-- name: P4_equals_P5_P8_P9
-- tolerance: SUM
-- severity: fatal
-- needs: P4, P5
-- may_be_empty: P8, P9
-- why: 财政拨款的构成
from budget_balance_total('P4', 'expenditure_grand_total', 'expenditure_total', 'carried_forward', 'P5')
union all by name
from budget_fiscal_forms()
