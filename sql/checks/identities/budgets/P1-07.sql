-- zh: 收支预算总表的每行支出应当等于人员经费＋公用经费＋项目支出
-- en: P1: each row of expenditure must equal personnel, public expenses and projects where it is split
-- name: P1_rows_split_by_nature
-- tolerance: SUM
-- severity: fatal
-- needs: P1
-- why: 合计栏的定义；只有部分地区的单位预算印出
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, if(column_key = 'amount', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'P1' and panel = 'right' and column_key in ('amount', 'within_basic', 'within_personnel', 'within_public', 'within_project')
    and not (column_key = 'within_basic' and exists (
        from checks.form_amount as part where part.report_id = form_amount.report_id and part.form = 'P1' and part.column_key = 'within_personnel'
    ))
qualify bool_or(column_key = 'within_project') over (partition by report_id, row)
