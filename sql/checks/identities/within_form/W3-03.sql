-- zh: 收入支出决算总表（按支出性质栏）的基本支出应当等于人员经费＋公用经费
-- en: T1 with a panel by nature: basic expenditure must equal personnel and public expenses
-- name: T1_basic_is_personnel_and_public
-- tolerance: SUM
-- severity: info
-- needs: T1
-- why: 基本支出的定义；只有部分地区的总表印出
-- silent: the form has no such column
select
    report_id, '' as instance, null as code, if(line = 'basic', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T1' and line in ('basic', 'within_basic') and column_key = 'amount'
