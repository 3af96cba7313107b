-- zh: 财政拨款收入支出决算总表各类资金的年初＋收入应当等于支出＋年末
-- en: T4: for each fund opening plus income must equal expenditure plus closing
-- name: T4_funds_roll_forward
-- tolerance: SUM
-- severity: fatal
-- needs: T4
-- why: 各类资金分别平衡

-- a report that prints the opening balance but not its split says nothing by fund
with by_fund as (
    select *, replace(line, 'opening_', '') as fund, 'total' as side
    from checks.form_amount
    where form = 'T4' and panel = 'left' and line in (
        'general_budget', 'government_fund', 'state_capital', 'opening_general_budget', 'opening_government_fund', 'opening_state_capital'
    )
    union all
    select *, column_key as fund, 'part' as side
    from checks.form_amount
    where form = 'T4' and panel != 'left' and column_key != 'total' and line in ('expenditure_total', 'closing')
),
unsplit as (
    select report_id
    from checks.form_amount
    where form = 'T4' and panel = 'left' and starts_with(line, 'opening')
    group by report_id
    having (sum(value_yuan) filter (line = 'opening') != 0 or bool_or(in_doubt and line = 'opening')) and count(value_yuan) filter (line != 'opening') = 0
)
select report_id, fund as instance, null as code, side, 1 as weight, amount_id, value_yuan, half_step_yuan
from by_fund
anti join unsplit using (report_id)
