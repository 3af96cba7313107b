-- zh: 财政拨款收入支出决算总表的各栏本年支出合计应当等于各类支出之和
-- en: T4: in each column expenditure of the year must equal the sum of the classes
-- name: T4_expenditure_is_the_sum_of_classes
-- tolerance: SUM
-- severity: fatal
-- needs: T4
-- why: 功能分类汇总
select
    report_id, column_key as instance, null as code, if(line = 'expenditure_total', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T4' and panel != 'left' and line in ('expenditure_total', 'class')
