-- zh: 其中基本建设资金支出应当不大于项目支出
-- en: U4: capital construction must be within project expenditure
-- name: capital_construction_within_projects
-- tolerance: INEQ
-- severity: warning
-- why: 其中项不超过所属项
-- silent: the form has no such column
select report_id, concat_ws(' ', 'U4', coalesce(code, line), 'r' || row) as instance, code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount where form = 'U4' and column_key = 'capital_construction' and value_yuan is not null
union all
select report_id, concat_ws(' ', 'U4', coalesce(code, line), 'r' || row), code, 'part', 1, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'U4' and column_key = 'project' and (report_id, row) in (
    select report_id, row from checks.form_amount where form = 'U4' and column_key = 'capital_construction' and value_yuan is not null
)
