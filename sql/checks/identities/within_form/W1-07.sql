-- zh: 收入支出决算总表的预算数应当像决算数一样加总：收入、支出各项之和等于合计，合计加结转结余等于总计
-- en: T1: what was budgeted must add up as what was spent does: items to the total of the year, that and the balances to the grand total
-- name: T1_budget_columns_add_up
-- tolerance: SUM
-- severity: error
-- needs: T1
-- silent: the form has no such column
-- why: 财决01表：27＝Σ(1..8)、31＝27＋28＋29、84＝Σ(32..57)、88＝84＋85＋86，各栏相同
with formula(whole, line) as (
    values ('income_total', 'fiscal'), ('income_total', 'superior'), ('income_total', 'operating'), ('income_total', 'business'), ('income_total', 'subordinate'),
    ('income_total', 'other'), ('income_total', 'general_budget'), ('income_total', 'government_fund'), ('income_total', 'state_capital'),
    ('income_grand_total', 'income_total'), ('income_grand_total', 'surplus_used'), ('income_grand_total', 'opening'), ('expenditure_total', 'class'),
    ('expenditure_grand_total', 'expenditure_total'), ('expenditure_grand_total', 'surplus_allocated'), ('expenditure_grand_total', 'closing')
),
side as (
    select whole, line, 'part' as side from formula
    union all
    select distinct whole, whole, 'total' from formula
)
select
    cell.report_id, concat_ws(' ', side.whole, cell.column_key) as instance, null::varchar as code, side.side, 1 as weight,
    cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join side on side.line = cell.line
where cell.form = 'T1' and cell.column_key in ('initial_budget', 'annual_budget') and cell.is_main
    and not (cell.line in ('general_budget', 'government_fund', 'state_capital') and cell.report_id in (from fiscal_line_there()))
