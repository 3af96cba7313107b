-- zh: 财政拨款收支预算总表的本年收入合计应当等于各项收入之和，上年结转应当等于其下各类资金之和
-- en: P4: income of the year must equal the sum of its sources, what is carried in the sum of the funds below it
-- name: P4_income_is_the_sum_of_funds
-- tolerance: SUM
-- severity: fatal
-- needs: P4
-- why: 财政拨款收支预算总表的定义
from budget_income_adds_up('P4')
union all
select report_id, 'opening', null, if(line = 'opening', 'total', 'part'), 1, amount_id, value_yuan, half_step_yuan, null
from checks.form_amount
where form = 'P4' and panel = 'left' and column_key = 'amount' and (line = 'opening' and not is_repeat or line = 'within_opening')
qualify count(*) filter (line = 'within_opening') over (partition by report_id) > 1 and count(*) filter (line = 'opening') over (partition by report_id) = 1
