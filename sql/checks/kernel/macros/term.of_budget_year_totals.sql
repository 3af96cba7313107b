-- Macro for the totals of a balance of budgets that are of the year alone (family P).

-- 本年收入合计 and 本年支出合计 of P1 where they differ from 收入总计 and 支出总计
create or replace macro budget_year_totals() as table
select year.report_id, split_part(year.line, '_', 1) as side, year.value_yuan, year.half_step_yuan
from checks.form_amount as year
join checks.form_amount as whole
    on whole.report_id = year.report_id and whole.form = 'P1' and whole.column_key = year.column_key and whole.is_main and whole.line = split_part(year.line, '_', 1) || '_grand_total'
where year.form = 'P1' and year.line in ('income_total', 'expenditure_total') and year.column_key in ('amount', 'total') and year.is_main and year.value_yuan != whole.value_yuan;
