-- zh: 政府性基金决算表的年末结转应当等于年初结转＋本年收入－本年支出
-- en: T8: closing must equal opening plus income less expenditure
-- name: T8_balances_roll_forward
-- tolerance: SUM
-- severity: fatal
-- needs: T8
-- why: 资金滚存
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, if(column_key = 'closing', 'total', 'part') as side,
    if(column_key = 'total', -1, 1) as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T8' and column_key in ('opening', 'income', 'total', 'closing')
