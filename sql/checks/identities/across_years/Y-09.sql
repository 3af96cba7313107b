-- zh: 科目调整后，新科目的年初结转应当等于上年原科目的年末结转
-- en: T8, T9: the opening balance of a renamed code must be last year's closing balance of the code it had
-- name: renamed_codes_carry_balances_over
-- tolerance: SAME
-- severity: info
-- any_of: T8, T9
-- beside: prior_year
-- why: 分类科目每年调整，名称相同而编码改变的科目可比

-- the code a fund item had last year, where its name came back under another one
select cell.report_id, concat_ws(' ', cell.form, cell.code, successor.old_code) as instance, cell.code, 'total' as side, 1 as weight, cell.amount_id,
    cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join star.dim_report as report on report.report_id = cell.report_id
join checks.successor as successor on successor.new_code = cell.code and successor.fiscal_year = report.fiscal_year
semi join (select report_id from checks.related_report where relation = 'prior_year') as beside on beside.report_id = cell.report_id
where cell.form in ('T8', 'T9') and cell.column_key = 'opening'
union all
select beside.report_id, concat_ws(' ', cell.form, successor.new_code, cell.code), successor.new_code, 'part', 1, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join checks.related_report as beside on beside.other_id = cell.report_id and beside.relation = 'prior_year'
join star.dim_report as report on report.report_id = beside.report_id
join checks.successor as successor on successor.old_code = cell.code and successor.fiscal_year = report.fiscal_year
where cell.form in ('T8', 'T9') and cell.column_key = 'closing'
