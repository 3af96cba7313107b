-- zh: 一般公共预算决算表列有结转的，年末结转应当等于年初结转＋本年收入－本年支出；收入支出决算表的支出还应当等于基本＋项目，并逐级汇总
-- en: T5 (B5) with balances: closing must equal opening plus income less expenditure; of B5 also expenditure basic plus project, parents the rows below them
-- name: T5_B5_roll_forward_and_B5_adds_up
-- tolerance: SUM
-- severity: fatal
-- any_of: T5, B5
-- why: 资金滚存，小计的定义，功能分类逐级汇总
-- silent: the form has no such column
with balance as (
    from checks.form_amount
    where form in ('T5', 'B5') and column_key in ('opening', 'income', 'total', 'closing') and not is_within
    qualify count(distinct column_key) over (partition by report_id, form) = 4
)
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row, 'roll') as instance, code, if(column_key = 'closing', 'total', 'part') as side,
    if(column_key = 'total', -1, 1) as weight, amount_id, value_yuan, half_step_yuan
from balance
union all from row_sums('B5', 'total', ['basic', 'project'])
union all from hierarchy('B5')
