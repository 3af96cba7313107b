-- zh: 收支预算总表的收入总计应当等于支出总计
-- en: P1: total income must equal total expenditure
-- name: P1_balances
-- tolerance: SAME
-- severity: fatal
-- needs: P1
-- why: 收支平衡
select report_id, panel as instance, null as code, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from budget_uses('P1')
where line = 'expenditure_grand_total' and not is_repeat and column_key = 'amount'
union all
select income.report_id, uses.panel, null, 'total', 1, income.amount_id, income.value_yuan, income.half_step_yuan
from pick('total', 1, 'P1', 'income_grand_total', 'amount') as income
join (select distinct report_id, panel from budget_uses('P1') where line = 'expenditure_grand_total' and column_key = 'amount') as uses using (report_id)
