-- zh: 财政拨款总表各类资金的年初结转应当等于上年年末结转
-- en: T4: the opening balance of each fund must be last year's closing balance
-- name: T4_opening_is_last_years_closing
-- tolerance: SAME
-- severity: warning
-- needs: T4
-- beside: prior_year
-- why: 资金滚存
with fund(name, closing_column) as (
    values ('', 'total'), ('_general_budget', 'general_budget'), ('_government_fund', 'government_fund'), ('_state_capital', 'state_capital')
)
select cell.report_id, 'opening' || fund.name as instance, null as code, 'total' as side, 1 as weight, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join fund on cell.line = 'opening' || fund.name
semi join (select report_id from checks.related_report where relation = 'prior_year') as beside on beside.report_id = cell.report_id
where cell.form = 'T4' and cell.column_key = 'amount'
union all
select beside.report_id, 'opening' || fund.name, null, 'part', 1, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join fund on cell.column_key = fund.closing_column
join checks.related_report as beside on beside.other_id = cell.report_id and beside.relation = 'prior_year'
where cell.form = 'T4' and cell.line = 'closing'
