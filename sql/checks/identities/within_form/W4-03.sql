-- zh: 财政拨款收入支出决算总表的年初、年末结转和结余应当等于三类资金之和
-- en: T4: opening and closing balances must equal the sums of the three funds
-- name: T4_balances_are_the_sum_of_funds
-- tolerance: SUM
-- severity: fatal
-- needs: T4
-- why: 其分项的定义
select * replace ('opening' as instance)
from lines('T4', 'amount', 'opening', ['opening_general_budget', 'opening_government_fund', 'opening_state_capital'])
union all
select
    report_id, 'closing', null, if(column_key = 'total', 'total', 'part'), 1, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T4' and line = 'closing'
