-- zh: 一般公共预算收入支出决算表的支出应当与一般公共预算支出决算表逐行一致（合计、基本支出、项目支出）
-- en: The expenditure of B5 must equal T5 row by row (total, basic and project)
-- name: B5_expenditure_equals_T5
-- tolerance: SAME
-- severity: fatal
-- needs: T5, B5
-- why: 同一事实印在两张表
select
    report_id, concat_ws(' ', coalesce(code, line), column_key) as instance, code, if(form = 'T5', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
semi join form_there('B5') using (report_id)
where form in ('T5', 'B5') and column_key in ('total', 'basic', 'project') and not is_within and not is_repeat
    and (line = 'total' or (report_id, code) in (select report_id, code from checks.form_amount where form = 'B5'))
