-- zh: 一般公共预算支出表（按经济分类）的每行合计应当等于基本支出＋项目支出
-- en: PE5: each row must equal basic expenditure and projects
-- name: PE5_rows_are_basic_and_project
-- tolerance: SUM
-- severity: fatal
-- needs: PE5
-- why: 支出的构成
select report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, if(column_key = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'PE5' and (column_key in ('total', 'within_project') or column_key = if(
    report_id in (select report_id from checks.form_amount where form = 'PE5' and column_key = 'within_basic'), 'within_basic', 'within_personnel'
) or column_key = 'within_public' and report_id not in (select report_id from checks.form_amount where form = 'PE5' and column_key = 'within_basic'))
