-- zh: 财政拨款收入支出决算总表的各栏支出总计应当等于本年支出合计＋年末结转和结余
-- en: T4: in each column total expenditure must equal expenditure of the year and closing balance
-- name: T4_total_is_expenditure_and_closing
-- tolerance: SUM
-- severity: fatal
-- needs: T4
-- why: 总计的定义
select
    report_id, column_key as instance, null as code, if(line = 'expenditure_grand_total', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T4' and panel != 'left' and line in ('expenditure_grand_total', 'expenditure_total', 'closing')
