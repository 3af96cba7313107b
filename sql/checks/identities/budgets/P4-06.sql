-- zh: 财政拨款收支预算总表的每行支出合计、财政拨款收入、上年结转应当等于三类资金之和
-- en: P4: each row's total, fiscal income, and what comes from the year before must equal the three funds
-- name: P4_rows_are_the_sum_of_funds
-- tolerance: SUM
-- severity: fatal
-- needs: P4
-- why: 合计栏的定义
select report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, if(column_key = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from budget_uses('P4')
where column_key in ('total', 'general_budget', 'government_fund', 'state_capital')
union all
from budget_income_parts('P4')
