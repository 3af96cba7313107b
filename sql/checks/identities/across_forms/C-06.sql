-- zh: 财政拨款总表三类收入应当等于总表三类财政拨款收入
-- en: The three funds in T4 must equal those in T1
-- name: T4_funds_equal_T1
-- tolerance: SAME
-- severity: fatal
-- needs: T1, T4
-- why: 同一事实印在两张表
select
    report_id, line as instance, null as code, if(form = 'T4', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form in ('T1', 'T4') and column_key = 'amount' and line in ('general_budget', 'government_fund', 'state_capital')
