-- zh: 财政拨款收支预算总表的本年收入合计应当等于各项收入之和
-- en: P4: income of the year must equal the sum of its sources
-- name: P4_income_is_the_sum_of_funds
-- tolerance: SUM
-- severity: fatal
-- needs: P4
-- why: 财政拨款收支预算总表的定义
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'P4' and panel = 'left' and line = 'income_total' and column_key = 'amount' and not is_repeat and not is_within
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from budget_sources('P4')
where is_above
