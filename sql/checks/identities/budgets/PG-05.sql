-- zh: 政府性基金预算收支表的收入应当等于支出：有总计的为总计，没有总计和结转的为本年合计
-- en: PG: income must equal expenditure: the totals, or those of the year where there are no others and nothing is carried over
-- name: PG_balances
-- tolerance: SAME
-- severity: fatal
-- needs: PG
-- why: 收支平衡
with uses as (
    select report_id, panel, line, amount_id, value_yuan, half_step_yuan
    from budget_uses('PG')
    where line in ('expenditure_grand_total', 'expenditure_total') and column_key = 'amount' and not is_repeat
    qualify row_number() over (partition by report_id, panel order by line = 'expenditure_grand_total' and value_yuan is not null desc) = 1
),
income as (
    select report_id, line, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'PG' and panel = 'left' and line in ('income_grand_total', 'income_total') and column_key = 'amount' and is_main
    qualify row_number() over (partition by report_id order by line = 'income_grand_total' and value_yuan is not null desc) = 1
),
paired as (
    select income.report_id, uses.panel, income.amount_id, income.value_yuan, income.half_step_yuan, uses.amount_id as use_id, uses.value_yuan as used, uses.half_step_yuan as used_half
    from income
    join uses on uses.report_id = income.report_id and (uses.line = 'expenditure_grand_total') = (income.line = 'income_grand_total')
    where income.line = 'income_grand_total'
        or income.report_id not in (select report_id from checks.form_amount where form = 'PG' and line in ('opening', 'carried_forward') and value_yuan != 0)
)
select report_id, panel as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from paired
union all
select report_id, panel, null, 'part', 1, use_id, used, used_half from paired
