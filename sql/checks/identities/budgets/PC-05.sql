-- zh: 财政拨款收支预算总表的一般公共预算支出应当等于一般公共预算支出表的合计
-- en: P4 expenditure of the general budget must equal the total of P5
-- name: P4_general_budget_equals_P5
-- tolerance: SAME
-- severity: fatal
-- needs: P4, P5
-- why: 同一支出
select * from pick('total', 1, 'P4', 'expenditure_grand_total', 'general_budget')
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from budget_grand('P5')
semi join (from pick('total', 1, 'P4', 'expenditure_grand_total', 'general_budget')) as split using (report_id)
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from budget_apart_of_general()
