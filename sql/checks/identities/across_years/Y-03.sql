-- zh: 政府性基金、国有资本经营表各项的年初结转应当等于上年年末结转
-- en: T8, T9: the opening balance of each 项 must be last year's closing balance
-- name: T8_T9_opening_is_last_years_closing
-- tolerance: SAME
-- severity: warning
-- any_of: T8, T9
-- beside: prior_year
-- why: 资金滚存
select cell.report_id, concat_ws(' ', cell.form, cell.code) as instance, cell.code, 'total' as side, 1 as weight, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
semi join (select report_id from checks.related_report where relation = 'prior_year') as beside on beside.report_id = cell.report_id
where cell.form in ('T8', 'T9') and cell.column_key = 'opening' and len(cell.code) = 7
union all
select beside.report_id, concat_ws(' ', cell.form, cell.code), cell.code, 'part', 1, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join checks.related_report as beside on beside.other_id = cell.report_id and beside.relation = 'prior_year'
where cell.form in ('T8', 'T9') and cell.column_key = 'closing' and len(cell.code) = 7
