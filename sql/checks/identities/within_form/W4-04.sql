-- zh: 财政拨款收入支出决算总表的每行合计应当等于三类资金之和
-- en: T4: each expenditure row's total must equal the sum of the three funds
-- name: T4_rows_are_the_sum_of_funds
-- tolerance: SUM
-- severity: fatal
-- needs: T4
-- why: 合计栏的定义
select
    report_id, coalesce(code, line) as instance, code, if(column_key = 'total', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T4' and panel != 'left' and line in ('class', 'expenditure_total', 'expenditure_grand_total')
