-- zh: 国有资本经营决算表的年末应当等于年初＋收入－支出，支出应当等于基本＋项目，并逐级汇总
-- en: T9: balances must roll forward, expenditure must equal basic plus project, parents the rows below them
-- name: T9_rolls_forward_and_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: T9
-- why: 同政府性基金表
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row, 'roll') as instance, code, if(column_key = 'closing', 'total', 'part') as side,
    if(column_key = 'total', -1, 1) as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T9' and column_key in ('opening', 'income', 'total', 'closing')
union all from row_sums('T9', 'total', ['basic', 'project'])
union all from hierarchy('T9')
