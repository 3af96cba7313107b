-- zh: 总表各项非财政拨款收入应当等于收入决算表相应栏合计
-- en: Each non-fiscal source in T1 must equal its column total in T2
-- name: T1_sources_equal_T2
-- tolerance: SAME
-- severity: fatal
-- needs: T1, T2
-- why: 同一事实印在两张表
select
    report_id, if(form = 'T1', line, column_key) as instance, null as code, if(form = 'T1', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where not is_repeat and (
    (form = 'T1' and column_key = 'amount' and line in ('superior', 'operating', 'business', 'subordinate', 'other'))
    or (form = 'T2' and line = 'total' and column_key in ('superior', 'operating', 'business', 'subordinate', 'other'))
)
